/** Pages of what came after payments: arrivals, call-backs, visits that are due, hints. */
import type { Hono } from 'hono'
import { DrawPage, type DrawRowView, DrawsPage } from '../../../templates/pages/call-backs.tsx'
import type { StateView } from '../../../templates/pages/columns.tsx'
import type { FollowUpHeadView } from '../../../templates/pages/followup-head.tsx'
import {
  DeliveriesPage,
  type DeliveryView,
  SignalsPage,
  VisitsPage,
} from '../../../templates/pages/followups.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount, formatDay, formatList } from '../../../templates/parts/format.ts'
import { Digest } from '../../../templates/parts/layout.tsx'
import { show as showPayout } from '../../funds/payout-queries.ts'
import { list as listDraws, show as showDraw } from '../../hardship/after/call-back-queries.ts'
import { announce, answer, draw } from '../../hardship/after/call-backs.ts'
import { confirm } from '../../hardship/after/confirming.ts'
import { deliveryStates, list as listDeliveries } from '../../hardship/after/delivery-queries.ts'
import { due as visitsDue } from '../../hardship/after/due.ts'
import { record } from '../../hardship/after/revisiting.ts'
import { signals } from '../../hardship/after/signals.ts'
import { doneOn } from './done.ts'
import { mountFollowUpForms } from './followup-forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages. */
export function mountFollowUps(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/follow-up', deliveriesPage)
  mountPage(app, desk, '/follow-up/visits', visitsPage)
  mountPage(app, desk, '/follow-up/signals', signalsPage)
  mountPage(app, desk, '/call-backs', drawsPage)
  mountFollowUpForms(app, desk)
  mountPage(app, desk, '/call-backs/:draw{[0-9]+}', drawPage)
}

const parts = [
  { path: '/follow-up', asks: listDeliveries, label: 'deliveries' },
  { path: '/call-backs', asks: listDraws, label: 'call_backs' },
  { path: '/follow-up/visits', asks: visitsDue, label: 'visits' },
  { path: '/follow-up/signals', asks: signals, label: 'signals' },
] as const

function headOf(
  visit: Visit,
  current: string,
  given: Pick<FollowUpHeadView, 'lead' | 'act' | 'done'>,
): FollowUpHeadView {
  const { t, language } = visit
  return {
    t,
    language,
    ...given,
    tabs: hardshipTabs(visit, '/follow-up'),
    parts: parts
      .filter(({ asks }) => visit.may(asks))
      .map(({ path, label }) => ({
        href: visit.href(path),
        label: t.followups[label],
        current: path === current,
      })),
  }
}

type Delivery = ReturnType<typeof listDeliveries.run>['deliveries'][number]

/** What is known of the arrival of a payout. */
export function deliveryStatesOf({ t }: Visit, { back, confirmed }: Delivery): StateView[] {
  const words = t.followups
  if (back) return [{ kind: 'reversed', word: words.came_back }]
  if (confirmed === null) return [{ kind: 'waiting', word: words.not_asked }]
  return [
    confirmed.received
      ? { kind: 'done', word: words.arrived }
      : { kind: 'stopped', word: words.not_arrived },
    ...(confirmed.asked_back ? [{ kind: 'care' as const, word: words.asked_back }] : []),
  ]
}

function deliveryView(visit: Visit, one: Delivery): DeliveryView {
  const { t, href } = visit
  const open = one.confirmed === null && !one.back && visit.may(confirm)
  const note = open && one.own ? t.followups.own : (one.confirmed?.note ?? null)
  return {
    ask: open && !one.own ? href(`/follow-up/confirmation?payouts=${one.payout}`) : null,
    payout: {
      href: visit.may(showPayout) ? href(`/payouts/${one.payout}`) : null,
      label: t.followups.one(one),
    },
    case: { href: href(`/cases/${one.case}`), label: one.reference },
    beneficiary: one.beneficiary.name,
    day: one.paid_on,
    states: deliveryStatesOf(visit, one),
    note,
    amount: one.amount,
    currency: one.currency,
  }
}

function deliveriesPage(visit: Visit): Page {
  const { t, href } = visit
  const words = t.followups
  const found = listed(visit, listDeliveries, ['state'])
  const rows = (found.found?.deliveries ?? []).map((one) => deliveryView(visit, one))
  const act = visit.may(confirm)
    ? { href: href('/follow-up/confirmation'), label: words.confirm }
    : null
  const done = doneOn(visit, { confirm: words.confirmed })
  const body = DeliveriesPage({
    ...headOf(visit, '/follow-up', { lead: words.lead, act, done }),
    list: listView(found, rows),
    states: deliveryStates.map((value) => ({ value, label: words.states[value] })),
  })
  return { title: words.title, body, place: 'disbursing' }
}

type DrawRow = ReturnType<typeof listDraws.run>['draws'][number]

function periodOf({ t, language }: Visit, { from, to }: DrawRow): string {
  const [first, last] = [from, to].map((day) => formatDay(language, day, 'short'))
  return t.followups.from_to({ from: first!, to: last! })
}

/** What those said who were drawn, counted. */
function saidOf({ t, language }: Visit, { outcomes, unanswered }: DrawRow): string {
  const words = t.followups
  return formatList(language, [
    ...outcomes.map(({ outcome, count }) =>
      words.outcome_count({ outcome: words.outcomes[outcome], count }),
    ),
    ...(unanswered > 0 ? [words.unanswered({ count: unanswered })] : []),
  ])
}

function drawRowView(visit: Visit, row: DrawRow): DrawRowView {
  const { t, language, href } = visit
  return {
    href: href(`/call-backs/${row.draw}`),
    title: t.followups.draw_title(row),
    period: periodOf(visit, row),
    unit: row.unit?.name ?? t.followups.whole,
    drawn: formatCount(language, row.seed === null ? row.size : row.drawn),
    said: saidOf(visit, row),
  }
}

function drawsPage(visit: Visit): Page {
  const { t, href } = visit
  const words = t.followups
  const found = listed(visit, listDraws, [])
  const rows = (found.found?.draws ?? []).map((row) => drawRowView(visit, row))
  const act = visit.may(announce) ? { href: href('/call-backs/new'), label: words.announce } : null
  const body = DrawsPage({
    ...headOf(visit, '/call-backs', { lead: words.call_backs_lead, act }),
    list: listView(found, rows),
  })
  return { title: words.call_backs, body, place: 'disbursing' }
}

const outcomeKinds = {
  received: 'done',
  not_received: 'stopped',
  less: 'care',
  asked_back: 'care',
  not_reached: 'waiting',
} as const

function drawPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.followups
  const told = visit.ask(showDraw, { draw: Number(visit.c.req.param('draw')) })
  const title = words.draw_title(told)
  const draws = told.seed === null && told.over && visit.may(draw)
  const body = DrawPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href('/call-backs'), label: words.call_backs }],
    done: doneOn(visit, {
      announce: words.announced,
      draw: words.drawn_done,
      answer: words.answered,
    }),
    draw: draws ? { href: href(`/call-backs/${told.draw}/drawing`), label: words.draw } : null,
    particulars: drawParticulars(visit, told),
    called: told.called.map((one) => {
      const asks = visit.may(answer) && !one.delivery.own
      return {
        ...deliveryView(visit, one.delivery),
        position: formatCount(language, one.position),
        ask: asks ? href(`/call-backs/${told.draw}/answers/${one.call_back}`) : null,
        states:
          one.outcome === null
            ? [{ kind: 'waiting' as const, word: words.not_asked }]
            : [{ kind: outcomeKinds[one.outcome], word: words.outcomes[one.outcome] }],
        note: one.delivery.own ? words.own : one.note,
      }
    }),
  })
  return { title, body, place: 'disbursing' }
}

function drawParticulars(visit: Visit, told: ReturnType<typeof showDraw.run>): DescriptionView[] {
  const { t, language } = visit
  const words = t.followups
  return [
    { term: words.period, detail: periodOf(visit, told) },
    { term: words.unit, detail: told.unit?.name ?? words.whole },
    { term: words.size, detail: formatCount(language, told.size) },
    { term: words.seed_hash, detail: <Digest>{told.seed_hash}</Digest> },
    {
      term: words.seed,
      detail: told.seed === null ? words.not_yet : <Digest>{told.seed}</Digest>,
      note: told.over ? undefined : words.draw_after({ to: formatDay(language, told.to) }),
    },
    ...(told.population === null
      ? []
      : [
          {
            term: words.population,
            detail: words.population_of({ count: told.population }),
            note: told.payouts?.join(', '),
          },
          { term: words.said, detail: saidOf(visit, told) },
        ]),
    { term: words.method, detail: words.method_words },
  ]
}

function visitsPage(visit: Visit): Page {
  const { t, href } = visit
  const words = t.followups
  const { due } = visit.ask(visitsDue, {})
  const body = VisitsPage({
    ...headOf(visit, '/follow-up/visits', { lead: words.visits_lead, act: null }),
    due: due.map((one) => ({
      subject: {
        href: href(one.case === null ? `/hardship-files/${one.file}` : `/cases/${one.case}`),
        label: one.reference,
      },
      beneficiary: one.beneficiary?.name ?? null,
      why: words.whys[one.why],
      day: one.due_on,
      late: one.late,
      visit:
        one.case !== null && visit.may(record)
          ? { href: href(`/cases/${one.case}/revisits/new`), label: words.visit }
          : null,
    })),
  })
  return { title: words.visits, body, place: 'disbursing' }
}

function signalsPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.followups
  const found = visit.ask(signals, {})
  const body = SignalsPage({
    ...headOf(visit, '/follow-up/signals', { lead: words.signals_lead, act: null }),
    signals: found.signals.map((one) => ({
      kind: words.kinds[one.kind],
      count: formatCount(language, one.count),
      people: one.people.map(({ party, name }) => ({
        href: href(`/people/${party}`),
        label: name,
      })),
      cases: one.cases.map((c) => ({ href: href(`/cases/${c.case}`), label: c.reference })),
      day: one.on,
    })),
    more: found.more,
  })
  return { title: words.signals, body, place: 'disbursing' }
}
