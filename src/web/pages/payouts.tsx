/** Pages of payouts: the list, one payout and what became of it, the forms that record them. */
import type { Hono } from 'hono'
import {
  ApprovalTold,
  PayoutPage,
  PayoutsPage,
  type PayoutView,
} from '../../../templates/pages/payouts.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import { list, payoutStates, show } from '../../funds/payout-queries.ts'
import { comeBack, pay } from '../../funds/payouts.ts'
import { reverse } from '../../funds/reversals.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { doneOn } from './done.ts'
import { entryLink, entryViewIfMay } from './entry-posted.ts'
import { amountWords } from './field-views.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { listed, listView, sortOf } from './listing.ts'
import { paymentFields, paymentNote } from './payment-fields.ts'
import { recordedBy, reversalMilestone } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'
import { payLink, wayToPay } from './ways-to-pay.ts'

const payFields: readonly FieldSpec[] = [
  ...paymentFields,
  { name: 'paid_on', kind: 'day', label: (t) => t.payouts.paid_on, leaveEmpty: true },
  paymentNote,
]

/** Mounts the pages of payouts. */
export function mountPayouts(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/payouts', listPage)
  mountForm(app, desk, {
    path: '/payouts/new',
    command: pay,
    place: 'payouts',
    title: (t) => t.payouts.record,
    lead: (t) => t.payouts.record_lead,
    about: approvalTold,
    fields: payFields,
    begin: () => ({ form: 'bank' }),
    button: (t) => t.payouts.do_record,
    done: ({ payout }) => `/payouts/${payout}?done=pay`,
  })
  mountForm(app, desk, {
    path: '/payouts/:payout/return',
    command: comeBack,
    place: 'payouts',
    title: (t) => t.payouts.came_back,
    lead: (t) => t.payouts.came_back_lead,
    fields: [
      {
        name: 'amount',
        kind: 'money',
        label: (t) => t.payouts.amount,
        hint: (t, visit) => t.payouts.amount_left_hint({ left: leftOf(visit) }),
        optional: true,
        currency: ({ visit }) => payoutAsked(visit).currency,
      },
      { name: 'returned_on', kind: 'day', label: (t) => t.payouts.returned_on, leaveEmpty: true },
    ],
    button: (t) => t.payouts.do_come_back,
    done: ({ payout }) => `/payouts/${payout}?done=return`,
  })
  mountPage(app, desk, '/payouts/:payout{[0-9]+}', onePage)
}

/** Says before the questions what somebody else would have to approve. */
function approvalTold(visit: Visit) {
  const { t, language } = visit
  const { above, always } = wayToPay(visit)
  if (above === null) return undefined
  return ApprovalTold({
    t,
    language,
    above: always ? null : above,
    enter: visit.href('/payment-requests/new'),
  })
}

const filters = ['q', 'fund', 'category', 'state', 'from', 'to', 'sort', 'order', 'payee'] as const

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, filters)
  const rows = found.found?.payouts ?? []
  const totals = found.found?.totals ?? []
  const body = PayoutsPage({
    t,
    language,
    list: listView(
      found,
      rows.map((row) => payoutView(visit, row)),
    ),
    sort: { day: sortOf(found, 'day', 'day'), amount: sortOf(found, 'amount', 'day') },
    funds: visit.ask(listFunds, {}).funds.map(({ fund, name }) => ({ value: fund, label: name })),
    categories: payoutCategories.map((value) => ({ value, label: t.words.payout_category[value] })),
    states: payoutStates.map((value) => ({ value, label: t.payouts.states[value] })),
    total: found.filtered && totals.length === 1 ? totals[0]!.amount : undefined,
    record: payLink(visit, {}),
  })
  return { title: t.payouts.title, body, place: 'payouts' }
}

type PayoutRow = ReturnType<typeof payoutAsked>

/** A payout as its lists and its page show it. */
export function payoutView(
  visit: Visit,
  row: Omit<PayoutRow, 'sequence' | 'left' | 'note' | 'returns' | 'request' | 'batch'>,
): PayoutView {
  const { t } = visit
  const person = ({ party, name }: PayoutRow['payee']) => ({
    href: visit.href(`/people/${party}`),
    name,
  })
  return {
    href: visit.href(`/payouts/${row.payout}`),
    payout: row.payout,
    day: row.paid_on,
    fund: fundLink(visit, row.fund),
    payee: person(row.payee),
    beneficiary: row.beneficiary.party === row.payee.party ? null : person(row.beneficiary),
    category: t.words.payout_category[row.category],
    form: t.words.form[row.form],
    amount: row.amount,
    currency: row.currency,
    state: stateOf(visit, row),
  }
}

function stateOf(
  { t }: Visit,
  { reversed_by, returned, amount }: Pick<PayoutRow, 'reversed_by' | 'returned' | 'amount'>,
): PayoutView['state'] {
  if (reversed_by !== null) return { kind: 'reversed', word: t.payouts.reversed }
  if (returned === amount) return { kind: 'reversed', word: t.payouts.all_returned }
  if (/[1-9]/.test(returned)) return { kind: 'care', word: t.payouts.part_returned }
  return { kind: 'done', word: t.payouts.stands }
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = payoutAsked(visit)
  const payout = payoutView(visit, row)
  // What is a line of a batch is put right there.
  const stands = row.reversed_by === null && row.batch === null
  const title = t.payouts.one(row)
  const done = { pay: t.payouts.recorded, return: t.payouts.return_recorded }
  const body = PayoutPage({
    t,
    language,
    payout,
    breadcrumbs: [{ href: visit.href('/payouts'), label: t.payouts.title }],
    words: amountWords(row.amount, row.currency, language) ?? '',
    note: row.note,
    request: row.request && {
      href: visit.href(`/payment-requests/${row.request.request}`),
      label: t.requests.one(row.request),
    },
    batch: row.batch && {
      href: visit.href(`/batches/${row.batch.batch}`),
      label: t.batches.of_batch({ batch: row.batch.batch, line: String(row.batch.line) }),
    },
    emergency: row.request?.emergency ?? false,
    entry: entryViewIfMay(visit, row.entry),
    entryLink: entryLink(visit, row.entry),
    path: pathOf(visit, row),
    done: doneOn(visit, done),
    another:
      visit.param('done') === 'pay' && visit.may(pay)
        ? visit.href(`/payouts/new?fund=${row.fund}`)
        : null,
    comeBack:
      stands && row.returned !== row.amount && visit.may(comeBack)
        ? visit.href(`/payouts/${row.payout}/return`)
        : null,
    reverse: stands && visit.may(reverse) ? visit.href(`/entries/${row.entry}/reversal`) : null,
  })
  return { title, body, place: 'payouts' }
}

function pathOf(visit: Visit, row: PayoutRow): MilestoneView[] {
  const { t, language } = visit
  const came = row.returns.map((back) => ({
    title: t.payouts.all_returned,
    state: back.reversed_by === null ? ('done' as const) : ('stopped' as const),
    ...recordedBy(visit, back.sequence),
    detail: formatMoney(language, back.amount, row.currency),
  }))
  const reversed = row.reversed_by === null ? [] : [reversalMilestone(visit, row.reversed_by)]
  return [
    { title: t.payouts.recorded, state: 'done', ...recordedBy(visit, row.sequence) },
    ...came,
    ...reversed,
  ]
}

/** What of a payout has not come back yet. */
function leftOf(visit: Visit): string {
  const { left, currency } = payoutAsked(visit)
  return formatMoney(visit.language, left, currency)
}

function payoutAsked(visit: Visit) {
  return visit.ask(show, { payout: Number(visit.c.req.param('payout')) })
}
