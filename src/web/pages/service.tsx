/** Pages of time that was given: added up, row by row, recorded and checked. */
import type { Hono } from 'hono'
import {
  ServiceTotalsPage,
  type ServiceTotalView,
  type TimeRowView,
  TimesPage,
} from '../../../templates/pages/service.tsx'
import {
  list as listTimes,
  timeStates,
  totals,
  totalsBy,
} from '../../pairing/service/hour-queries.ts'
import { check, record } from '../../pairing/service/hours.ts'
import { doneOn } from './done.ts'
import { type Answer, mountPage } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { timesFile, totalsFile } from './service-files.ts'
import { mountServiceForms, unitOptions } from './service-forms.tsx'
import { asksForFile, fileLink } from './table-file.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages. */
export function mountService(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/service', totalsPage)
  mountPage(app, desk, '/pairing/service/hours', timesPage)
  mountServiceForms(app, desk)
}

type Total = ReturnType<typeof totals.run>['rows'][number]

function totalsPage(visit: Visit): Answer {
  const { t, language, href } = visit
  const found = listed(visit, totals, ['by', 'from', 'to', 'unit'], { limit: undefined })
  const told = found.found ?? { by: 'person' as const, rows: [], more: false, total: null }
  if (asksForFile(visit) && found.found) {
    const nameOf = (row: Total) => totalView(visit, row).name ?? row.month ?? ''
    return totalsFile(visit, t.service.bys[told.by], told.rows, nameOf)
  }
  const body = ServiceTotalsPage({
    t,
    language,
    tabs: pairingTabs(visit, '/pairing/service'),
    values: found.values,
    action: found.action,
    filtered: found.filtered,
    told: found.told,
    head: t.service.bys[told.by],
    bys: totalsBy.map((value) => ({ value, label: t.service.bys[value] })),
    units: unitOptions(visit),
    rows: told.rows.map((row) => totalView(visit, row)),
    more: told.more,
    total: told.total,
    exports: told.rows.length === 0 ? [] : [fileLink(visit, found.values)],
    acts: [
      ...(visit.may(record)
        ? [{ href: href('/pairing/service/hours/new'), label: t.service.record_time }]
        : []),
    ],
  })
  return { title: t.service.title, body, place: 'pairing' }
}

function nameOf({ t }: Visit, { name, month, party, post, unit }: Total): string {
  if (month !== null) return month
  if (name !== null) return name
  return party === null && post === null && unit === null ? '' : t.service.whole
}

function totalView(visit: Visit, row: Total): ServiceTotalView {
  const { t, language, href } = visit
  const { month, party, post, unit, ...counts } = row
  const by = visit.param('by')
  const place =
    party !== null
      ? `/pairing/service/hours?party=${party}`
      : post !== null
        ? `/pairing/service/posts/${post}`
        : unit !== null
          ? `/pairing/service/hours?unit=${unit}`
          : null
  const none = by === 'post' ? t.service.no_post : t.service.whole
  return {
    ...counts,
    name: month === null ? nameOf(visit, row) || none : null,
    month,
    language,
    href: place === null ? undefined : href(place),
  }
}

const stateKinds = { unchecked: 'waiting', agreed: 'done', not_agreed: 'stopped' } as const

function timesPage(visit: Visit): Answer {
  const { t, language, href } = visit
  const found = listed(visit, listTimes, ['party', 'state', 'from', 'to', 'unit'])
  if (asksForFile(visit) && found.found) return timesFile(visit, found.values)
  const rows = (found.found?.times ?? []).map(
    (row): TimeRowView => ({
      day: row.on,
      who: { href: href(`/people/${row.party}`), label: row.name },
      minutes: row.minutes,
      given_to: givenToTold(visit, row),
      came_of_it: row.came_of_it,
      note: row.note,
      state: { kind: stateKinds[row.state], word: t.service[row.state] },
    }),
  )
  const may = (path: string, label: string, command: Parameters<Visit['may']>[0]) =>
    visit.may(command) ? [{ href: href(path), label }] : []
  const body = TimesPage({
    t,
    language,
    list: { ...listView(found, rows), exports: [fileLink(visit, found.values)] },
    tabs: pairingTabs(visit, '/pairing/service/hours'),
    done: doneOn(visit, { recorded: t.service.recorded, checked: t.service.checked }),
    acts: [
      ...may('/pairing/service/hours/new', t.service.record_time, record),
      ...may('/pairing/service/hours/check', t.service.check, check),
    ],
    states: timeStates.map((value) => ({ value, label: t.service[value] })),
    units: unitOptions(visit),
  })
  return { title: t.service.hours, body, place: 'pairing' }
}

function givenToTold(
  { t, href }: Visit,
  { post, pledge, pair }: ReturnType<typeof listTimes.run>['times'][number],
) {
  if (post) return { href: href(`/pairing/service/posts/${post.post}`), label: post.name }
  if (pledge !== null) {
    return {
      href: href(`/pairing/service/pledges/${pledge}`),
      label: t.service.one_pledge({ pledge }),
    }
  }
  return pair && { href: href(`/pairing/pairs/${pair.pair}`), label: pair.reference }
}
