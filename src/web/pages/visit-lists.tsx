/** Lists beside visits: what is to be done, what prompts visits, what is worth a look. */
import type { Hono } from 'hono'
import {
  FollowUpsPage,
  type FollowUpView,
  OccasionsPage,
  type OccasionView,
} from '../../../templates/pages/visit-lists.tsx'
import { SignsPage } from '../../../templates/pages/visit-signs.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import {
  list as listCareEvents,
  record as recordEvent,
  withdraw as withdrawEvent,
} from '../../pairing/visits/care-events.ts'
import { record } from '../../pairing/visits/commands.ts'
import { followers } from '../../pairing/visits/fields.ts'
import { add, finish, list as listFollowUps } from '../../pairing/visits/follow-ups.ts'
import { signs } from '../../pairing/visits/signs.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { partyLink } from './pair-views.ts'
import type { Desk, Visit } from './visit.ts'
import { visitHead } from './visit-views.ts'

/** Mounts the lists. */
export function mountVisitLists(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/follow-ups', followUpsPage)
  mountPage(app, desk, '/pairing/occasions', occasionsPage)
  mountPage(app, desk, '/pairing/visits/signs', signsPage)
}

type FollowUpRow = ReturnType<typeof listFollowUps.run>['follow_ups'][number]

/** Something to be done, as a row. */
export function followUpRow(visit: Visit, row: FollowUpRow): FollowUpView {
  const { t, href } = visit
  const words = t.visits
  const open = row.outcome === null
  const kind = row.outcome === 'done' ? 'done' : 'stopped'
  return {
    text: row.text,
    person: partyLink(visit, row.party),
    visit: row.visit && {
      href: href(`/pairing/visits/${row.visit.visit}`),
      label: row.visit.reference,
    },
    by: words.followers[row.for_whom],
    day: row.due_on,
    late: row.late,
    state: row.outcome && { kind, word: words.outcomes[row.outcome] },
    note: row.note,
    finish: open && visit.may(finish) ? href(`/pairing/follow-ups/${row.follow_up}/end`) : null,
  }
}

function followUpsPage(visit: Visit): Page {
  const { t, href } = visit
  const words = t.visits
  const found = listed(visit, listFollowUps, ['state', 'for_whom', 'pair', 'party'])
  const rows = (found.found?.follow_ups ?? []).map((row) => followUpRow(visit, row))
  const act = visit.may(add)
    ? { href: href('/pairing/follow-ups/new'), label: words.add_follow_up }
    : null
  const body = FollowUpsPage({
    ...visitHead(visit, '/pairing/follow-ups', {
      title: words.follow_ups,
      lead: words.follow_ups_lead,
      act,
      done: doneOn(visit, { add: words.added, finish: words.finished }),
    }),
    list: listView(found, rows),
    states: (['open', 'ended'] as const).map((value) => ({
      value,
      label: words.follow_up_states[value],
    })),
    followers: followers.map((value) => ({ value, label: words.followers[value] })),
  })
  return { title: words.follow_ups, body, place: 'pairing' }
}

type CareEventRow = ReturnType<typeof listCareEvents.run>['care_events'][number]

const occasionKinds = { open: 'waiting', visited: 'done', taken_back: 'reversed' } as const

function occasionRow(visit: Visit, row: CareEventRow): OccasionView {
  const { t, href } = visit
  const words = t.visits
  const open = row.state === 'open'
  const to = `party=${row.party.party}&kind=${row.kind}&care_event=${row.care_event}`
  return {
    person: partyLink(visit, row.party),
    kind: words.occasion_kinds[row.kind],
    day: row.on,
    note: row.note,
    state: { kind: occasionKinds[row.state], word: t.visits.occasion_states[row.state] },
    due_on: open ? row.due_on : null,
    record: open && visit.may(record) ? href(`/pairing/visits/new?${to}`) : null,
    withdraw:
      open && visit.may(withdrawEvent)
        ? href(`/pairing/occasions/${row.care_event}/withdrawal`)
        : null,
  }
}

function occasionsPage(visit: Visit): Page {
  const { t, href } = visit
  const words = t.visits
  const found = listed(visit, listCareEvents, ['state', 'kind', 'party'])
  const rows = (found.found?.care_events ?? []).map((row) => occasionRow(visit, row))
  const act = visit.may(recordEvent)
    ? { href: href('/pairing/occasions/new'), label: words.add_occasion }
    : null
  const body = OccasionsPage({
    ...visitHead(visit, '/pairing/occasions', {
      title: words.occasions,
      lead: words.occasions_lead,
      act,
      done: doneOn(visit, {
        record: words.occasion_recorded,
        withdraw: words.occasion_withdrawn,
      }),
    }),
    list: listView(found, rows),
    states: (['standing', 'taken_back'] as const).map((value) => ({
      value,
      label: words.occasion_filters[value],
    })),
    kinds: careEventKinds.map((value) => ({ value, label: words.occasion_kinds[value] })),
  })
  return { title: words.occasions, body, place: 'pairing' }
}

/** A day that stands in the address, or nothing where it is none. */
function dayIn(visit: Visit, name: string): Record<string, string> {
  const given = visit.param(name)
  return /^\d{4}-\d\d-\d\d$/.test(given) ? { [name]: given } : {}
}

function signsPage(visit: Visit): Page {
  const { t, language, href, c } = visit
  const words = t.visits
  const found = visit.ask(signs, { ...dayIn(visit, 'from'), ...dayIn(visit, 'to') })
  const body = SignsPage({
    ...visitHead(visit, '/pairing/visits/signs', {
      title: words.signs,
      lead: words.signs_lead,
      act: null,
      done: undefined,
    }),
    signs: found.signs.map((one) => ({
      sign: t.visits.sign_kinds[one.sign],
      count: formatCount(language, one.count),
      by: one.by && partyLink(visit, one.by),
      day: one.on,
      visits: one.visits.map((v) => ({
        href: href(`/pairing/visits/${v.visit}`),
        label: v.reference,
      })),
    })),
    more: found.more,
    action: new URL(c.req.url).pathname,
    from: found.from,
    to: found.to,
  })
  return { title: words.signs, body, place: 'pairing' }
}
