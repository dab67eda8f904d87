/** Importing people beyond the form that takes the file: the template, the decisions, the result file. */
import type { Hono } from 'hono'
import type {
  PeopleCheckedView,
  PeopleTakenView,
  RowProblemView,
} from '../../../templates/pages/people-result.tsx'
import { requireMay } from '../../book/scope.ts'
import {
  type PeopleFormat,
  peopleFileName,
  peopleMedia,
  peopleResult,
  peopleTemplate,
} from '../../exchange/people-files.ts'
import { rowChoices } from '../../exchange/people-import.ts'
import type { RowFault } from '../../exchange/people-rows.ts'
import { faultsText } from '../../exchange/people-words.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { TaskId } from '../../kit/ids.ts'
import { show as showParty } from '../../people/queries.ts'
import type { PeopleChecked } from '../../tasks/check-people.ts'
import { beginPeopleCheck, beginPeopleImport } from '../../tasks/commands.ts'
import { outcomesOf } from '../../tasks/import-people.ts'
import { show, type TaskShown } from '../../tasks/queries.ts'
import { taskWithId } from '../../tasks/records.ts'
import { otherFile } from '../../tasks/refusals.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { readUpload } from './upload.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Mounts the template, the decisions on a checked file, and the result file. */
export function mountPeopleImport(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', '/imports/people/:file{template\\.(?:csv|xlsx)}', (visit) => {
    requireMay(visit.caller, beginPeopleCheck)
    const format = visit.c.req.param('file')!.split('.')[1] as PeopleFormat
    return fileOf(peopleTemplate(format, visit.language), 'template', format)
  })
  mountAct(app, desk, 'post', '/tasks/:task{[0-9]+}/people', decided)
  mountAct(app, desk, 'get', '/tasks/:task{[0-9]+}/result', async (visit) => {
    const task = importAsked(visit)
    const files = desk.offer.tasks.filesOf(task.task)
    if (!files?.people) return redirect(visit.href(`/tasks/${task.task}`))
    return resultFile(visit, task, files.people)
  })
  mountAct(app, desk, 'post', '/tasks/:task{[0-9]+}/result', async (visit) => {
    requireMay(visit.caller, beginPeopleImport)
    const { files } = await readUpload(visit.c.req.raw, desk.offer.tasks.mostFileBytes)
    requireStillSignedIn(visit)
    const task = importAsked(visit)
    const { people } = files
    if (!people || sha256Hex(people.bytes) !== task.asked?.digest) {
      throw otherFile({ task: task.task })
    }
    return resultFile(visit, task, people.bytes)
  })
}

function taskAsked(visit: Visit): TaskShown {
  return visit.ask(show, { task: Number(visit.c.req.param('task')) })
}

/** A result holds what its file held: whoever sent it has it back, and nobody else. */
function importAsked(visit: Visit): TaskShown {
  requireMay(visit.caller, beginPeopleImport)
  const task = taskAsked(visit)
  if (task.kind !== 'import_people' || task.begun_by !== visit.caller.actor) {
    throw otherFile({ task: task.task })
  }
  return task
}

function fileOf(
  bytes: Uint8Array<ArrayBuffer>,
  what: 'template' | TaskId,
  format: PeopleFormat,
): Response {
  return new Response(bytes, {
    headers: {
      'content-type': peopleMedia[format],
      'content-disposition': `attachment; filename="${peopleFileName(what, format)}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function resultFile(visit: Visit, { task }: TaskShown, bytes: Uint8Array): Promise<Answer> {
  const { desk, language } = visit
  const sheet = await desk.offer.tasks.readPeople(bytes)
  const id = task as TaskId
  const { store } = desk.book
  const outcomes = outcomesOf(store, taskWithId(store, id), sheet)
  return fileOf(peopleResult(sheet, outcomes, language), id, sheet.format)
}

/** Begins the import of a checked file with what was decided. */
async function decided(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, beginPeopleImport)
  const { desk, caller } = visit
  const fields = await readFormOf(visit)
  const check = taskAsked(visit)
  const choices = Object.entries(fields).flatMap(([name, value]) => {
    const row = /^row-(\d{1,7})$/.exec(name)?.[1]
    const [as, party] = value.split(':')
    const known = rowChoices.find((choice) => choice === as)
    if (row === undefined || known === undefined) return []
    return [{ row: Number(row), as: known, ...(party ? { party } : {}) }]
  })
  const { likely, possible } = fields
  const otherwise = { ...(likely ? { likely } : {}), ...(possible ? { possible } : {}) }
  const input = { check: check.task, choices, otherwise }
  const key = fields.key ?? freshKey(desk.book.surroundings.random)
  const { output } = await desk.offer.submit({ command: beginPeopleImport, input, key, caller })
  const { task } = output as { task: number }
  // Where the file is gone, the task's page asks for it.
  const files = desk.offer.tasks.filesOf(check.task)
  if (files && check.begun_by === caller.actor) desk.offer.tasks.begin(task, caller, files)
  return redirect(visit.href(`/tasks/${task}`))
}

function problemsOf(
  { language }: Visit,
  rows: readonly { readonly row: number; readonly faults: readonly RowFault[] }[],
): RowProblemView[] {
  return rows.map(({ row, faults }) => ({ row, problem: faultsText(faults, language) }))
}

/** What a check or an import of people came to; null for another task, and while nothing is known. */
export function peopleView(
  visit: Visit,
  { task, kind, result, begun_by }: TaskShown,
): PeopleCheckedView | PeopleTakenView | null {
  if (result === null || !('total' in result)) return null
  if (kind === 'check_people') return checkedView(visit, task, result as unknown as PeopleChecked)
  if (kind !== 'import_people') return null
  const words = visit.t.peopleImport
  const all = [
    { term: words.added, count: Number(result.added) },
    { term: words.updated, count: Number(result.updated) },
    { term: words.known, count: Number(result.known) },
    { term: words.skipped, count: Number(result.skipped) },
    { term: words.not_taken, count: Number(result.refused) },
  ]
  const mine = begun_by === visit.caller.actor
  const action = visit.href(`/tasks/${task}/result`)
  const held = visit.desk.offer.tasks.filesOf(task) !== undefined
  return {
    kind: 'people_taken',
    counts: all.filter(({ count }) => count > 0),
    problems: problemsOf(visit, result.refused_rows as never),
    result: mine ? { action, held } : null,
  }
}

function checkedView(visit: Visit, task: number, found: PeopleChecked): PeopleCheckedView {
  const { t, href, desk } = visit
  const { total, alike, done, refused, collisions, collisions_in_all, problems } = found
  const may = visit.may(beginPeopleImport) && total > refused
  return {
    kind: 'people_checked',
    counts: { total, new: found.new, alike, done, refused },
    collisionsInAll: collisions_in_all,
    collisions: collisions.map(({ row, alike: who, earlier }) => {
      const [best] = who
      return {
        row,
        earlier,
        who: best
          ? { href: href(`/people/${best.party}`), label: nameOf(visit, best.party) }
          : null,
        reasons: (best?.reasons ?? []).map((reason) => t.duplicates.reason[reason]).join(' · '),
        same: best ? `same:${best.party}` : null,
      }
    }),
    problems: problemsOf(visit, problems),
    form: may
      ? { action: href(`/tasks/${task}/people`), key: freshKey(desk.book.surroundings.random) }
      : null,
  }
}

function nameOf(visit: Visit, party: string): string {
  const { name } = visit.ask(showParty, { party })
  return `${name} · ${party}`
}
