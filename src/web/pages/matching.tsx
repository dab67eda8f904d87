/** Pages of the matching: its runs, beginning one, and what is kept apart. */
import type { Hono } from 'hono'
import {
  MatchingPage,
  type RunView,
  type UnderWayView,
} from '../../../templates/pages/matching.tsx'
import {
  RejectionsPage,
  type RejectionView,
} from '../../../templates/pages/matching-rejections.tsx'
import { requireMay } from '../../book/scope.ts'
import { takeBack } from '../../pairing/suggestions/rejecting.ts'
import { list, rejections } from '../../pairing/suggestions/run-queries.ts'
import { whatIf } from '../../pairing/suggestions/what-if.ts'
import { beginMatching, findMatching } from '../../tasks/begin-matching.ts'
import { doneOn } from './done.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, type Page, redirect } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { mountMatchRun } from './matching-run.tsx'
import { mountMatchWhatIf } from './matching-what-if.tsx'
import { mountMatchWhy } from './matching-why.tsx'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './people-tabs.ts'
import { actorName } from './recorded-by.ts'
import { type Refused, toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/pairing/matching'
/** Seconds after which the page asks how far a matching is. */
const refreshSeconds = 2

/** Mounts the pages of the matching. */
export function mountMatching(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, runsPage)
  mountAct(app, desk, 'post', path, begin)
  mountPage(app, desk, `${path}/rejections`, rejectionsPage)
  mountAct(app, desk, 'post', `${path}/rejections/:rejection{[0-9]+}/end`, endRejection)
  mountMatchWhatIf(app, desk)
  mountMatchWhy(app, desk)
  mountMatchRun(app, desk)
}

/** A key for a form of this page. */
function keyFor({ desk }: Visit): string {
  return freshKey(desk.book.surroundings.random)
}

async function begin(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, beginMatching)
  const { key, unit } = await readFormOf(visit)
  const input = unit ? { unit } : {}
  const { caller, desk } = visit
  const { output } = await desk.offer.submit({ command: beginMatching, input, key, caller })
  return redirect(visit.href(`${path}?task=${(output as { task: number }).task}`))
}

function runsPage(visit: Visit): Answer {
  const { t, language, organisation } = visit
  const task = Number(visit.param('task'))
  const state = Number.isSafeInteger(task) && task > 0 ? taskState(visit, task) : null
  if (typeof state === 'number') return redirect(visit.href(`${path}/${state}?done=matched`))
  const found = listed(visit, list, [])
  const { newer, older } = listView(found, [])
  const body = MatchingPage({
    t,
    language,
    timeZone: organisation.time_zone,
    tabs: pairingTabs(visit, path),
    runs: (found.found?.runs ?? []).map((run) => runView(visit, run)),
    newer,
    older,
    begin: visit.may(beginMatching)
      ? {
          action: visit.href(path),
          key: keyFor(visit),
          units: unitOptions(visit),
          whole: visit.may({ ...beginMatching, reach: 'organisation' }),
        }
      : null,
    underWay: state,
    whatIf: visit.may(whatIf) ? visit.href(`${path}/what-if`) : null,
  })
  const going = state?.kind === 'going'
  const page: Page = { title: t.matching.title, body, place: 'pairing' }
  return going ? { ...page, refresh: refreshSeconds } : page
}

type Run = ReturnType<typeof runsOf>[number]

function runsOf(visit: Visit) {
  return visit.ask(list, {}).runs
}

function runView(visit: Visit, run: Run): RunView {
  return {
    href: visit.href(`${path}/${run.run}`),
    name: visit.t.matching.one(run),
    at: new Date(run.at).toISOString(),
    by: actorName(visit, run.actor),
    unit: run.unit?.name ?? null,
    needs: run.needs,
    suggested: run.suggested,
    unmet: run.unmet,
    pairs: run.pairs,
  }
}

/** How far a matching is that this reader began: its run once it is there, null where nothing is to be told. */
function taskState(visit: Visit, task: number): UnderWayView | number | null {
  if (!visit.may(findMatching)) return null
  const { t, desk } = visit
  const told = visit.ask(findMatching, { task })
  const live = desk.offer.tasks.live(task)
  if (live) {
    const { part, done, total } = live.progress ?? { part: 'gathering', done: 0, total: 0 }
    return { kind: 'going', part: t.tasks.part[part], done, all: total > 0 ? total : null }
  }
  if (told.outcome === 'finished') return Number(told.result?.run)
  if (told.outcome === null) return { kind: 'interrupted' }
  const refused = told.result?.refusal as Refused | undefined
  const sentence = refused ? toldOf(refused, t).sentence : t.matching.interrupted_lead
  return { kind: 'failed', sentence }
}

function rejectionsPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, rejections, ['state'])
  const body = RejectionsPage({
    t,
    language,
    tabs: pairingTabs(visit, `${path}/rejections`),
    list: listView(
      found,
      (found.found?.rejections ?? []).map((row) => rejectionView(visit, row)),
    ),
    states: (['standing', 'ended'] as const).map((value) => ({
      value,
      label: t.matching.standing[value],
    })),
    done: doneOn(visit, { taken_back: t.matching.taken_back }),
  })
  return { title: t.matching.rejections, body, place: 'pairing' }
}

type Rejection = ReturnType<typeof rejectionsOf>[number]

function rejectionsOf(visit: Visit) {
  return visit.ask(rejections, {}).rejections
}

function rejectionView(visit: Visit, row: Rejection): RejectionView {
  const { t, href } = visit
  const { need, helper } = row
  const says = `${t.matching.take_back}: ${need.reference}, ${helper.reference}`
  const action = href(`${path}/rejections/${row.rejection}/end`)
  return {
    need: { href: href(`/pairing/needs/${need.need}`), label: need.reference },
    helped: need.helped.name,
    helper: { href: href(`/pairing/helpers/${helper.helper}`), label: helper.reference },
    helping: helper.helping.name,
    said_by: t.matching.sayers[row.said_by],
    reason: t.together.reasons[row.reason],
    note: row.note,
    state: row.ended
      ? { kind: 'done', word: t.matching.standing.ended }
      : { kind: 'active', word: t.matching.standing.standing },
    takeBack: visit.may(takeBack) && !row.ended ? { action, key: keyFor(visit), says } : null,
  }
}

async function endRejection(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, takeBack)
  const { key } = await readFormOf(visit)
  const { caller, desk } = visit
  const input = { rejection: Number(visit.c.req.param('rejection')) }
  await desk.offer.submit({ command: takeBack, input, key, caller })
  return redirect(visit.href(`${path}/rejections?done=taken_back`))
}
