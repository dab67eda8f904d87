/** Pages of background work: the list, a task, what is done with it, and what scripts hear of it. */
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { TaskPage, TaskProgress, TasksPage } from '../../../templates/pages/tasks.tsx'
import { type AnyCommand, holdsAny } from '../../book/registry.ts'
import { requireMay } from '../../book/scope.ts'
import {
  beginAgain,
  beginBankResults,
  beginGrantsImport,
  beginJournalImport,
  beginPeopleCheck,
  beginStatements,
  beginVerification,
  stop,
} from '../../tasks/commands.ts'
import { isOfFile, list, show, type TaskShown } from '../../tasks/queries.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, type Page, redirect } from './frame.tsx'
import { rowsOnPage } from './listing.ts'
import { mountPeopleImport, peopleView } from './people-import.tsx'
import { mountImports } from './task-imports.tsx'
import { mountBatch } from './task-statements.tsx'
import {
  askedView,
  progressView,
  resultView,
  stateOf,
  type TaskState,
  taskView,
} from './task-views.ts'
import { type Desk, isStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Seconds after which a browser without scripts asks how far a task is. */
const refreshSeconds = 2

/** A task tells how far it is at most so often: faster than anyone reads, slower than it steps. */
const betweenTellingsMs = 200

/** A stream ends after so many tellings, and is opened again by the browser: then its session is looked at anew. */
const mostTellings = 1_500

/** Something is said at least so often, so that nobody on the way takes the connection for dead. */
const silenceMs = 15_000

/** Mounts the pages of background work. */
export function mountTasks(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/tasks', listPage)
  mountImports(app, desk)
  mountPeopleImport(app, desk)
  mountBatch(app, desk)
  mountButton(app, desk, '/tasks/verify', beginVerification)
  mountPage(app, desk, '/tasks/:task{[0-9]+}', onePage)
  mountButton(app, desk, '/tasks/:task{[0-9]+}/stop', stop)
  mountButton(app, desk, '/tasks/:task{[0-9]+}/again', beginAgain)
  mountAct(app, desk, 'get', '/tasks/:task{[0-9]+}/events', events)
}

/** A button that does something with a task, and ends on the task's page. */
function mountButton(app: Hono, desk: Desk, path: string, command: AnyCommand): void {
  mountAct(app, desk, 'post', path, async (visit) => {
    requireMay(visit.caller, command)
    const { key } = await readFormOf(visit)
    const asked = visit.c.req.param('task')
    const input = asked === undefined ? {} : { task: Number(asked) }
    const { output } = await desk.offer.submit({ command, input, key, caller: visit.caller })
    return redirect(visit.href(`/tasks/${(output as { task: number }).task}`))
  })
}

function listPage(visit: Visit): Page {
  const { t, language, desk, organisation } = visit
  const before = visit.param('before')
  const found = visit.ask(list, { ...(before === '' ? {} : { before }), limit: rowsOnPage })
  const begin = [
    { command: beginJournalImport, path: '/imports/journal', label: t.tasks.import_journal },
    { command: beginGrantsImport, path: '/imports/grants', label: t.tasks.import_grants },
    { command: beginPeopleCheck, path: '/imports/people', label: t.peopleImport.title },
    { command: beginBankResults, path: '/imports/bank-results', label: t.tasks.take_bank_results },
    { command: beginStatements, path: '/tasks/statements', label: t.tasks.statements },
  ]
  const older = found.before === null ? undefined : visit.href(`/tasks?before=${found.before}`)
  const body = TasksPage({
    t,
    language,
    timeZone: organisation.time_zone,
    tasks: found.tasks.map((task) => taskView(visit, task)),
    older,
    newer: before === '' ? undefined : visit.href('/tasks'),
    begin: begin
      .filter(({ command }) => visit.may(command))
      .map(({ path, label }) => ({ href: visit.href(path), label })),
    verify: visit.may(beginVerification)
      ? { action: visit.href('/tasks/verify'), key: freshKey(desk.book.surroundings.random) }
      : null,
  })
  const moving = found.tasks.some((task) => desk.offer.tasks.live(task.task))
  return {
    title: t.tasks.title,
    body,
    place: 'tasks',
    ...(moving ? { refresh: refreshSeconds } : {}),
  }
}

function taskAsked(visit: Visit): TaskShown {
  return visit.ask(show, { task: Number(visit.c.req.param('task')) })
}

const underWay: readonly TaskState[] = ['waiting', 'running', 'stopping']

function onePage(visit: Visit): Page {
  const { t, language, desk, organisation, caller } = visit
  const task = taskAsked(visit)
  const state = stateOf(visit, task)
  const going = underWay.includes(state)
  const mine = caller.actor === task.begun_by
  const may = { stop: mine || holdsAny(caller, ['owner']), again: mine && state === 'interrupted' }
  const ended = ['finished', 'failed', 'stopped', 'stopping'].includes(state)
  const at = (path: string) => ({
    action: visit.href(`/tasks/${task.task}/${path}`),
    key: freshKey(desk.book.surroundings.random),
  })
  const view = taskView(visit, task)
  const body = TaskPage({
    t,
    language,
    timeZone: organisation.time_zone,
    task: view,
    breadcrumbs: [{ href: visit.href('/tasks'), label: t.tasks.title }],
    asked: askedView(visit, task),
    ...movingParts(visit, task, state),
    events: going ? visit.href(`/tasks/${task.task}/events`) : null,
    stop: may.stop && !ended ? at('stop') : null,
    again: may.again ? at('again') : null,
    chooseFile: mine && state === 'needs_file' ? fileForm(visit, task) : null,
    result: resultView(visit, task) ?? peopleView(visit, task),
  })
  return {
    title: `${view.kind} · ${t.tasks.one(task)}`,
    body,
    place: 'tasks',
    ...(going ? { refresh: refreshSeconds } : {}),
  }
}

function fileForm(visit: Visit, { task, kind, asked }: TaskShown): string {
  if (kind === 'import_journal') return visit.href(`/imports/journal?task=${task}`)
  if (kind === 'take_bank_results') return visit.href(`/imports/bank-results?task=${task}`)
  if (kind === 'check_people' || kind === 'import_people') {
    return visit.href(`/imports/people?task=${task}`)
  }
  const { fund, category } = asked as { fund: string; category: string }
  const given = new URLSearchParams({ task: String(task), fund, category })
  return visit.href(`/imports/grants?${given}`)
}

/** What changes while a task is under way. */
function movingParts(visit: Visit, task: TaskShown, state: TaskState) {
  const { t } = visit
  const leads: Partial<Record<TaskState, string>> = {
    waiting: t.tasks.waiting_lead,
    stopping: t.tasks.stopping_lead,
    interrupted: t.tasks.interrupted_lead,
    needs_file:
      task.kind === 'take_bank_results' ? t.tasks.results_again_lead : t.tasks.needs_file_lead,
    stopped: t.tasks.stopped_lead,
    failed: failedLead(visit, task),
  }
  return { progress: progressView(visit, task.task), lead: leads[state] ?? '' }
}

/** What stands of a task that failed: of files that are taken in parts, the parts before. */
function failedLead({ t }: Visit, { kind }: TaskShown): string {
  if (kind === 'take_bank_results') return t.tasks.results_failed_lead
  return isOfFile(kind) && kind !== 'import_people' ? t.tasks.failed_lead : ''
}

/** Server-sent events: the part of the page that moves, as HTML, and `ended`. */
function events(visit: Visit): Answer {
  const { c, desk, language } = visit
  const { tasks } = desk.offer
  const { task } = taskAsked(visit)
  // Who asks for the head alone hears nothing, and would never be known to have left.
  if (c.req.method === 'HEAD') {
    return new Response(null, { headers: { 'content-type': 'text/event-stream' } })
  }
  return streamSSE(c, async (stream) => {
    let changed: () => void = () => undefined
    const leave = tasks.watch(task, () => changed())
    stream.onAbort(() => {
      leave()
      changed()
    })
    for (let told = 0; told < mostTellings && !stream.aborted; told += 1) {
      if (!isStillSignedIn(visit)) break
      const shown = taskAsked(visit)
      if (!tasks.live(task)) {
        await stream.writeSSE({ event: 'ended', data: String(task) })
        break
      }
      const moving = movingParts(visit, shown, stateOf(visit, shown))
      const html = String(TaskProgress({ language, ...moving }))
      await stream.writeSSE({ event: 'progress', data: html })
      const change = new Promise<void>((heard) => {
        changed = heard
      })
      await stream.sleep(betweenTellingsMs)
      await Promise.race([change, stream.sleep(silenceMs)])
    }
    leave()
  })
}
