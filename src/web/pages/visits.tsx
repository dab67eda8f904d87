/** Pages of visits: who is due, every visit, one of them, what is worth a look. */
import type { Hono } from 'hono'
import { DuePage, type DueRowView, VisitListPage } from '../../../templates/pages/visits.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { addDays, type Day } from '../../kit/day.ts'
import { record } from '../../pairing/visits/commands.ts'
import { dueReasons } from '../../pairing/visits/due.ts'
import { due } from '../../pairing/visits/due-query.ts'
import { list, visitStates } from '../../pairing/visits/queries.ts'
import { visitKinds } from '../../pairing/visits/rows.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { partyLink } from './pair-views.ts'
import type { Desk, Visit } from './visit.ts'
import { mountVisitForms } from './visit-acts.tsx'
import { mountVisitLists } from './visit-lists.tsx'
import { mountVisit } from './visit-one.tsx'
import { mountVisitRecord } from './visit-record.tsx'
import { visitHead, visitRow } from './visit-views.ts'
import { officeOffline } from './visits-offline.ts'

/** Mounts the pages of visits. */
export function mountVisits(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/visits', duePage)
  mountPage(app, desk, '/pairing/visits/list', listPage)
  mountVisitRecord(app, desk)
  mountVisitLists(app, desk)
  mountVisitForms(app, desk)
  mountVisit(app, desk)
}

/** How far ahead is looked, in days. */
const ahead = { today: 0, week: 7, month: 31, quarter: 92 } as const
type Ahead = keyof typeof ahead
const aheads = Object.keys(ahead) as Ahead[]

/** Where a visit is recorded; null for who may not. */
function recordLink(visit: Visit): LinkView | null {
  const { t, href } = visit
  return visit.may(record) ? { href: href('/pairing/visits/new'), label: t.visits.record } : null
}

type DueRow = ReturnType<typeof due.run>['due'][number]

function dueRow(visit: Visit, row: DueRow): DueRowView {
  const { t, language, href } = visit
  const { pair, party, helper } = row
  const to = pair ? `pair=${pair.pair}` : `party=${party.party}`
  const event = row.care_event === null ? '' : `&care_event=${row.care_event}`
  const kind = row.why === 'visit' ? '' : `&kind=${row.why}`
  return {
    person: partyLink(visit, party),
    helper: helper?.name ?? null,
    pair: pair && { href: href(`/pairing/pairs/${pair.pair}`), label: pair.reference },
    why: row.festival ? row.festival.name[language] : t.visits.whys[row.why],
    due_on: row.due_on,
    late: row.late,
    alarm: row.alarm,
    last_on: row.last_on,
    record: visit.may(record) ? href(`/pairing/visits/new?${to}${kind}${event}`) : null,
  }
}

function duePage(visit: Visit): Page {
  const { t, today, c } = visit
  const words = t.visits
  const given = visit.param('within')
  const within: Ahead = given in ahead ? (given as Ahead) : 'month'
  const until: Day = addDays(today, ahead[within])
  const [only, why] = [visit.param('only'), visit.param('why')]
  const found = visit.ask(due, {
    until,
    ...(only === 'late' || only === 'alarm' ? { only } : {}),
    ...(dueReasons.some((one) => one === why) ? { why: why as DueRow['why'] } : {}),
  })
  const options = <K extends string>(named: Readonly<Record<K, string>>) =>
    Object.entries<string>(named).map(([value, label]) => ({ value, label }))
  const body = DuePage({
    ...visitHead(visit, '/pairing/visits', {
      title: words.title,
      lead: words.due_lead,
      act: recordLink(visit),
      done: doneOn(visit, { record: words.recorded }),
    }),
    due: found.due.map((row) => dueRow(visit, row)),
    counts: words.due_counts(found.counts),
    more: found.more,
    action: new URL(c.req.url).pathname,
    values: { within, only, why },
    filtered: within !== 'month' || only !== '' || why !== '',
    untils: aheads.map((value) => ({ value, label: t.visits.due_untils[value] })),
    onlys: options(words.due_onlys),
    whys: options(words.whys),
    offline: visit.may(record) ? officeOffline(c, visit.user.id) : null,
  })
  return { title: words.title, body, place: 'pairing', scripts: 'visits' }
}

function listPage(visit: Visit): Page {
  const { t } = visit
  const words = t.visits
  const found = listed(visit, list, ['state', 'kind', 'from', 'to', 'pair', 'party', 'helper'])
  const rows = (found.found?.visits ?? []).map((row) => visitRow(visit, row))
  const body = VisitListPage({
    ...visitHead(visit, '/pairing/visits/list', {
      title: words.all,
      lead: words.list_lead,
      act: recordLink(visit),
    }),
    list: listView(found, rows),
    states: visitStates.map((value) => ({ value, label: words.states[value] })),
    kinds: visitKinds.map((value) => ({ value, label: words.kinds[value] })),
  })
  return { title: words.all, body, place: 'pairing' }
}
