/**
 * Beginning and stopping background work. That somebody began it, stopped it, and what came of it are acts
 * like all others and stand in the chain; how far it is stands nowhere but in the process that does it.
 */
import { z } from 'zod'
import { keepDetail } from '../book/details.ts'
import { codeField, dayField, idField, nameField } from '../book/fields.ts'
import { type Act, command, holdsAny, pageCommand, type Role } from '../book/registry.ts'
import { otherwiseField, regionField, rowChoices } from '../exchange/people-import.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { compareDays } from '../kit/day.ts'
import type { TaskId } from '../kit/ids.ts'
import { fundWithCode } from '../ledger/funds.ts'
import { payoutCategories } from '../ledger/roles.ts'
import { rangeInFuture, rangeInvalid } from '../statements/refusals.ts'
import { statementLanguages } from '../statements/statement.ts'
import { insert, nextId } from '../store/prepare.ts'
import { askedOf, type TaskRecord, taskWithId } from './records.ts'
import { taskEnded, taskOfAnother, taskUnknown } from './refusals.ts'

/** One for each fund of a large federation. */
const mostStatements = 1_000

/** A row of a Durable Object has at most 2 MB with its salt and id. */
const mostResultBytes = 1_900_000

/** SHA-256 in hex: a file is named by it, so that it can be asked for again. */
const digestField = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'write a SHA-256 digest in hex')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] })

/** As many as a page shows; the others are decided together. */
const mostChoices = 1_000

/** What was decided of a row that may mean somebody in the book. */
const choiceField = z.strictObject({
  row: z.number().int().min(2),
  as: z.enum(rowChoices),
  party: z.string().max(40).optional(),
})

export const taskOut = z.object({ task: z.number() })
/** What an act on a task was on. */
export function subject({ task }: { readonly task: number }): string {
  return `task/${task}`
}
const importers: readonly Role[] = ['owner', 'fund_administrator']
/** Who may see what is under way, and stop what is theirs. */
export const watchers: readonly Role[] = ['owner', 'fund_administrator', 'auditor']

/** Puts on record that a task begins, with what is asked of it. */
export function begin(act: Act, kind: TaskRecord['kind'], asked: object): { task: number } {
  const id = nextId(act, 'task')
  const asked_detail_id = keepDetail(act, 'task_asked', canonicalJson(asked))
  insert(act, 'task', { id, kind, asked_detail_id, event_seq: act.seq })
  return { task: id }
}

export const beginJournalImport = command({
  name: 'tasks.import_journal',
  summary: 'Begins to import a journal; its file and its mapping are sent to the task',
  may: importers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/journal-imports' },
  input: z.strictObject({
    file: nameField,
    /** Of the journal’s bytes. */
    digest: digestField,
    mapping_file: nameField,
    mapping_digest: digestField,
  }),
  output: taskOut,
  subject,
  run: (act, input) => begin(act, 'import_journal', input),
})

export const beginGrantsImport = command({
  name: 'tasks.import_grants',
  summary: 'Begins to import a roster of grants into a fund; its file is sent to the task',
  may: importers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/grants-imports' },
  input: z.strictObject({
    fund: codeField,
    category: z.enum(payoutCategories),
    file: nameField,
    digest: digestField,
  }),
  output: taskOut,
  subject,
  run: (act, input) => {
    fundWithCode(act, input.fund)
    return begin(act, 'import_grants', input)
  },
})

export const beginPeopleCheck = command({
  name: 'tasks.check_people',
  summary:
    'Begins to check a file of people: what would be new, known or wrong; it is sent to the task',
  may: importers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/people-checks' },
  input: z.strictObject({ file: nameField, digest: digestField, region: regionField }),
  output: taskOut,
  subject,
  run: (act, input) => begin(act, 'check_people', input),
})

export const beginPeopleImport = command({
  name: 'tasks.import_people',
  summary: 'Begins to import a file of people that was checked, with what was decided of its rows',
  may: importers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/people-imports' },
  input: z.strictObject({
    /** The task that checked the file. */
    check: idField,
    choices: z
      .array(choiceField)
      .max(mostChoices, `decide on at most ${mostChoices} rows`)
      .meta({ examples: [[{ row: 2, as: 'new' }]] }),
    otherwise: otherwiseField,
  }),
  output: taskOut,
  subject,
  run: (act, { check, choices, otherwise }) => {
    const record = taskWithId(act, check as TaskId)
    const asked = record.kind === 'check_people' ? askedOf(act, record) : null
    if (asked === null) throw taskUnknown({ task: check })
    const { file, digest, region } = asked
    const from = { file, digest, ...(region === undefined ? {} : { region }) }
    return begin(act, 'import_people', { ...from, check, choices, otherwise })
  },
})

export const beginBankResults = command({
  name: 'tasks.take_bank_results',
  summary: 'Begins to take a bank’s file of results, line by line; its file is sent to the task',
  may: importers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/bank-results' },
  input: z.strictObject({ file: nameField, digest: digestField }),
  output: taskOut,
  subject,
  // A file that names no day means the day on which it was sent, also when it is gone on with later.
  run: (act, input) => begin(act, 'take_bank_results', { ...input, on: act.today }),
})

export const beginStatements = command({
  name: 'tasks.issue_statements',
  summary: 'Begins to issue the statements of several funds for one period, each an act of its own',
  may: ['owner', 'fund_administrator', 'auditor'],
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/statement-batches' },
  input: z.strictObject({
    funds: z
      .array(codeField)
      .min(1, 'choose at least one fund')
      .max(mostStatements, `choose at most ${mostStatements} funds`)
      .refine((funds) => new Set(funds).size === funds.length, 'a fund is named twice'),
    from: dayField,
    to: dayField,
    language: z.enum(statementLanguages).default('en'),
  }),
  output: taskOut,
  subject,
  run: (act, input) => {
    for (const fund of input.funds) fundWithCode(act, fund)
    const { from, to } = input
    if (compareDays(from, to) > 0) throw rangeInvalid({ from, to })
    if (compareDays(to, act.today) > 0) throw rangeInFuture({ to, today: act.today })
    return begin(act, 'issue_statements', input)
  },
})

export const beginVerification = command({
  name: 'tasks.verify_book',
  summary: 'Begins to verify the whole book: chain, balances, texts, facts and statements',
  may: watchers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/verifications' },
  input: z.strictObject({}),
  output: taskOut,
  subject,
  run: (act) => begin(act, 'verify_book', {}),
})

export const stop = command({
  name: 'tasks.stop',
  summary: 'Stops a task: what it has done stays done, and it begins nothing more',
  may: watchers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/{task}/stop' },
  input: z.strictObject({ task: idField }),
  output: taskOut,
  subject,
  run: (act, input) => {
    const record = unended(act, input.task)
    const { caller } = act
    if (!holdsAny(caller, ['owner']) && caller.actor !== record.begun_by)
      throw taskOfAnother({ task: record.id })
    if (record.stop_seq === null) {
      const id = nextId(act, 'task_stop')
      insert(act, 'task_stop', { id, task_id: record.id, event_seq: act.seq })
    }
    return { task: record.id }
  },
})

export const beginAgain = command({
  name: 'tasks.begin_again',
  summary: 'Goes on with a task that was interrupted; what it had done is not done twice',
  may: watchers,
  reach: 'organisation',
  route: { method: 'POST', path: '/tasks/{task}/again' },
  input: z.strictObject({ task: idField }),
  output: taskOut,
  subject,
  run: (act, input) => {
    const record = unended(act, input.task)
    if (act.caller.actor !== record.begun_by) throw taskOfAnother({ task: record.id })
    if (record.stop_seq !== null) throw taskEnded({ task: record.id, outcome: 'stopped' })
    return { task: record.id }
  },
})

function unended(act: Act, task: number): TaskRecord {
  const record = taskWithId(act, task as TaskId)
  if (record.outcome !== null) throw taskEnded({ task, outcome: record.outcome })
  return record
}

/**
 * Puts on record how a task ended. In no registry: the house alone says so, when it has done the work, so
 * that nobody can claim of a verification that it passed.
 */
export const end = pageCommand({
  name: 'tasks.end',
  summary: 'Records how a task ended',
  may: ['owner'],
  reach: 'organisation',
  input: z.strictObject({
    task: idField,
    outcome: z.enum(['finished', 'stopped', 'failed']),
    result: z.record(z.string(), z.unknown()),
  }),
  output: taskOut,
  subject,
  run: (act, { task, outcome, result }) => {
    const record = unended(act, task)
    const result_detail_id = keepDetail(act, 'task_result', keepable(result))
    const id = nextId(act, 'task_end')
    insert(act, 'task_end', {
      id,
      task_id: record.id,
      outcome,
      result_detail_id,
      event_seq: act.seq,
    })
    return { task: record.id }
  },
})

/** Works keep their results short; this holds even so. */
function keepable(result: Record<string, unknown>): string {
  const text = canonicalJson(result)
  const tooLong = new TextEncoder().encode(text).length > mostResultBytes
  return tooLong ? canonicalJson({ too_long: true }) : text
}
