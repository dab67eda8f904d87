/** Tasks as their pages show them. */

import type { Messages } from '../../../templates/messages/messages.ts'
import type { ResultView } from '../../../templates/pages/task-result.tsx'
import type { TaskProgressView, TaskView } from '../../../templates/pages/tasks.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import {
  formatCount,
  formatDay,
  formatMoney,
  type PageLanguage,
} from '../../../templates/parts/format.ts'
import type { StateKind } from '../../../templates/parts/state.tsx'
import type { Matched } from '../../tasks/match-helpers.ts'
import { isOfFile, type TaskShown } from '../../tasks/queries.ts'
import type { BankResultsTaken } from '../../tasks/take-bank-results.ts'
import type { Report } from '../../verification/report.ts'
import { actorName } from './recorded-by.ts'
import { type Refused, toldOf } from './refused.ts'
import type { Visit } from './visit.ts'

/** Where a task stands, as the book and this process know it together. */
export type TaskState =
  | 'waiting'
  | 'running'
  | 'stopping'
  | 'stopped'
  | 'failed'
  | 'finished'
  | 'interrupted'
  | 'needs_file'

const looks: Readonly<Record<TaskState, StateKind>> = {
  waiting: 'waiting',
  running: 'active',
  stopping: 'active',
  stopped: 'stopped',
  failed: 'stopped',
  finished: 'done',
  interrupted: 'care',
  needs_file: 'care',
}

/** The state of a task. What has not ended and is in nobody's hands was interrupted. */
export function stateOf({ desk }: Visit, task: TaskShown): TaskState {
  if (task.outcome !== null) return task.outcome
  const live = desk.offer.tasks.live(task.task)
  if (live) return live.state
  if (task.stop_asked) return 'stopped'
  return isOfFile(task.kind) ? 'needs_file' : 'interrupted'
}

/** A task in a list, and at the head of its page. */
export function taskView(visit: Visit, task: TaskShown): TaskView {
  const { t } = visit
  const state = stateOf(visit, task)
  return {
    href: visit.href(`/tasks/${task.task}`),
    task: task.task,
    kind: t.tasks.kind[task.kind],
    about: aboutOf(visit, task),
    state: { kind: looks[state], word: t.tasks.states[state] },
    begunAt: new Date(task.begun_at).toISOString(),
    begunBy: actorName(visit, task.begun_by),
    endedAt: task.ended_at === null ? null : new Date(task.ended_at).toISOString(),
  }
}

type Asked = Readonly<Record<string, unknown>>

function aboutOf({ t, language }: Visit, { kind, asked }: TaskShown): string {
  if (asked === null || kind === 'verify_book') return ''
  if (kind === 'match_helpers') return String(asked.unit ?? t.tasks.matched_whole)
  if (kind !== 'issue_statements') return String(asked.file)
  const { funds } = asked as { funds: readonly string[] }
  const count = t.tasks.count_funds({ count: formatCount(language, funds.length) })
  return `${count}, ${periodOf(language, asked)}`
}

/** More than these are counted, not named; the result names each. */
const mostFundsNamed = 20

function fundsIn(language: PageLanguage, { funds }: Asked, t: Messages): string {
  const codes = funds as readonly string[]
  if (codes.length <= mostFundsNamed) return codes.join(', ')
  return t.tasks.count_funds({ count: formatCount(language, codes.length) })
}

function periodOf(language: PageLanguage, { from, to }: Asked): string {
  return `${formatDay(language, String(from), 'short')} – ${formatDay(language, String(to), 'short')}`
}

/** What was asked of a task, in the words of its form. */
export function askedView({ t, language }: Visit, { kind, asked }: TaskShown) {
  if (asked === null) return []
  const file = { term: t.tasks.file, detail: String(asked.file) as Content }
  switch (kind) {
    case 'import_journal':
      return [file, { term: t.tasks.mapping_file, detail: String(asked.mapping_file) }]
    case 'check_people':
    case 'import_people':
    case 'take_bank_results':
      return [file]
    case 'import_grants': {
      const category = String(asked.category) as keyof typeof t.words.payout_category
      return [
        file,
        { term: t.tasks.fund, detail: String(asked.fund) },
        { term: t.tasks.category, detail: t.words.payout_category[category] },
      ]
    }
    case 'issue_statements':
      return [
        { term: t.tasks.funds, detail: fundsIn(language, asked, t) },
        { term: t.tasks.period, detail: periodOf(language, asked) },
      ]
    default:
      return []
  }
}

/** How far a task is; null unless it is under way. */
export function progressView({ t, desk }: Visit, task: number): TaskProgressView | null {
  const progress = desk.offer.tasks.live(task)?.progress
  if (!progress) return null
  const { part, done, total } = progress
  const counted = total > 0 && part !== 'posting'
  return {
    part: t.tasks.part[part],
    note: t.tasks.part_note[part],
    done,
    all: counted ? total : null,
  }
}

/** What came of a task; null while nothing has. */
export function resultView(visit: Visit, task: TaskShown): ResultView | null {
  const { result } = task
  if (result === null) return null
  const refused = result.refusal as Refused | undefined
  if (refused) return refusalView(visit, refused, result)
  switch (task.kind) {
    case 'issue_statements':
      return statementsView(visit, result)
    case 'verify_book':
      return result.report ? reportView(visit, result.report as Report) : null
    case 'take_bank_results':
      return bankResultsView(visit, result as unknown as BankResultsTaken)
    case 'match_helpers':
      return 'run' in result ? matchedView(visit, result as unknown as Matched) : null
    default:
      return task.kind !== 'import_people' && 'import' in result ? importView(visit, task) : null
  }
}

function refusalView({ t }: Visit, refused: Refused, result: Asked): ResultView {
  const problems = (result.problems ?? []) as readonly { line: number; sentence: string }[]
  const { sentence, remedy } = toldOf({ values: { problems }, ...refused }, t)
  const problemsInAll = Number(result.problems_in_all ?? 0)
  return { kind: 'refusal', sentence, remedy, problems, problemsInAll }
}

interface Issued {
  readonly fund: string
  readonly statement: string
  readonly missing: readonly string[] | null
  readonly not_drawn?: Refused
}

function statementsView(visit: Visit, result: Asked): ResultView {
  const { t } = visit
  const paperOf = ({ missing, not_drawn }: Issued) => {
    if (not_drawn) return `${t.tasks.paper_not_drawn}: ${toldOf(not_drawn, t).sentence}`
    if (missing === null) return t.tasks.paper_later
    return missing.length === 0
      ? t.tasks.paper_whole
      : t.tasks.paper_missing({ characters: missing.join(' ') })
  }
  const issued = (result.issued ?? []) as readonly Issued[]
  const refused = (result.refused ?? []) as readonly (Refused & { fund: string })[]
  return {
    kind: 'statements',
    issued: issued.map((one) => ({
      fund: one.fund,
      statement: { href: visit.href(`/statements/${one.statement}`), label: one.statement },
      paper: paperOf(one),
      paperWhole: !one.not_drawn && (one.missing?.length ?? 0) === 0,
    })),
    refused: refused.map((one) => ({ fund: one.fund, ...toldOf(one, t) })),
  }
}

function bankResultsView({ t, language }: Visit, taken: BankResultsTaken): ResultView {
  const counted = (count: number, words: (v: { count: string }) => string) =>
    count > 0 ? [words({ count: formatCount(language, count) })] : []
  return {
    kind: 'bank_results',
    sentences: [
      t.tasks.results_recorded({ count: formatCount(language, taken.recorded) }),
      ...counted(taken.known, t.tasks.results_known),
      ...counted(taken.pending, t.tasks.results_pending),
    ],
    notTaken: taken.not_taken.map(({ reference, fault }) => ({
      reference,
      ...toldOf(fault as Refused, t),
    })),
    notTakenInAll: taken.refused,
    problems: taken.problems,
    problemsInAll: taken.unread,
  }
}

function matchedView({ t, language }: Visit, { run, suggested, unmet }: Matched): ResultView {
  const count = (n: number) => formatCount(language, n)
  const told = t.tasks.matched({ run, suggested: count(suggested) })
  const left = unmet > 0 ? [t.tasks.matched_unmet({ count: count(unmet) })] : []
  return { kind: 'told', sentences: [told, ...left] }
}

function reportView({ t }: Visit, { passed, checks }: Report): ResultView {
  return {
    kind: 'report',
    passed,
    checks: checks.map(({ name, state, counted, findings }) => ({
      name: t.tasks.checks[name as keyof typeof t.tasks.checks] ?? name,
      state,
      counted,
      findings: findings.map(({ sentence }) => sentence),
    })),
  }
}

function importView({ t, language }: Visit, { kind, result }: TaskShown): ResultView {
  const of = (name: string) => Number(result![name] ?? 0)
  const count = (name: string) => formatCount(language, of(name))
  const fund = String(result!.fund)
  const some = (name: string, words: (v: { count: string }) => string) =>
    of(name) > 0 ? [words({ count: count(name) })] : []
  if (kind === 'import_grants') {
    const total = formatMoney(language, String(result!.total), String(result!.currency))
    const taken = t.tasks.payouts_taken({ payouts: count('payouts'), fund, total })
    return { kind: 'told', sentences: [taken, ...some('rounded_in_all', t.tasks.rounded)] }
  }
  const sentences = [
    t.tasks.entries_taken({ entries: count('entries'), fund }),
    ...some('openings_checked', t.tasks.openings_checked),
    ...some('assertions_checked', t.tasks.assertions_checked),
    ...some('skipped_in_all', t.tasks.skipped),
  ]
  return { kind: 'told', sentences }
}
