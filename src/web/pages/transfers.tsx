/** Pages of transfers between funds: the list, one with what both funds posted, the form that makes one. */
import type { Hono } from 'hono'
import {
  TransferPage,
  TransfersPage,
  type TransferView,
} from '../../../templates/pages/transfers.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import { reverse } from '../../funds/reversals.ts'
import { list, show } from '../../funds/transfer-queries.ts'
import { make, transferTerms } from '../../funds/transfers.ts'
import { entryLink, entryView } from './entry-posted.ts'
import { amountWords } from './field-views.ts'
import { currencyOfFund, type FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { listed, listView } from './listing.ts'
import { recordedBy, reversalMilestone } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

const fields: readonly FieldSpec[] = [
  {
    name: 'terms',
    kind: 'radios',
    label: (t) => t.transfers.terms,
    options: ({ t }) =>
      transferTerms.map((value) => ({
        value,
        label: t.words.transfer_terms[value],
        hint: t.words.transfer_terms_hint[value],
      })),
  },
  { name: 'from', kind: 'fund', label: (t) => t.transfers.from },
  { name: 'to', kind: 'fund', label: (t) => t.transfers.to },
  {
    name: 'amount',
    kind: 'money',
    label: (t) => t.transfers.amount,
    currency: currencyOfFund('from'),
  },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.transfers.form,
    options: ({ t }) =>
      (['bank', 'cash'] as const).map((value) => ({ value, label: t.words.form[value] })),
  },
  { name: 'made_on', kind: 'day', label: (t) => t.transfers.made_on, leaveEmpty: true },
  {
    name: 'reason',
    kind: 'long_text',
    label: (t) => t.transfers.reason,
    hint: (t) => t.transfers.reason_hint,
  },
]

/** Mounts the pages of transfers. */
export function mountTransfers(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/transfers', listPage)
  mountForm(app, desk, {
    path: '/transfers/new',
    command: make,
    place: 'transfers',
    title: (t) => t.transfers.make,
    lead: (t) => t.transfers.make_lead,
    fields,
    begin: () => ({ terms: 'advance', form: 'bank' }),
    button: (t) => t.transfers.do_make,
    done: ({ transfer }) => `/transfers/${transfer}?done=make`,
  })
  mountPage(app, desk, '/transfers/:transfer{[0-9]+}', onePage)
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['fund', 'terms', 'from', 'to'])
  const rows = found.found?.transfers ?? []
  const body = TransfersPage({
    t,
    language,
    list: listView(
      found,
      rows.map((row) => transferView(visit, row)),
    ),
    funds: visit
      .ask(listFunds, { state: 'all' })
      .funds.map(({ fund, name }) => ({ value: fund, label: name })),
    terms: transferTerms.map((value) => ({ value, label: t.words.transfer_terms[value] })),
    make: visit.may(make) ? visit.href('/transfers/new') : null,
  })
  return { title: t.transfers.title, body, place: 'transfers' }
}

type TransferRow = ReturnType<typeof transferAsked>

function transferAsked(visit: Visit) {
  return visit.ask(show, { transfer: Number(visit.c.req.param('transfer')) })
}

function transferView(
  visit: Visit,
  row: Omit<TransferRow, 'sequence' | 'reason' | 'owed'>,
): TransferView {
  const { t } = visit
  return {
    href: visit.href(`/transfers/${row.transfer}`),
    label: t.transfers.one(row),
    day: row.made_on,
    from: sideOf(visit, row.from),
    to: sideOf(visit, row.to),
    terms: t.words.transfer_terms[row.terms],
    amount: row.amount,
    currency: row.currency,
    state:
      row.reversed_by === null
        ? { kind: 'done', word: t.transfers.stands }
        : { kind: 'reversed', word: t.lists.reversed },
  }
}

/** One of the two funds; without a way to it where it lies outside of the reader's units. */
function sideOf(visit: Visit, fund: string | null): TransferView['from'] {
  return fund === null
    ? { href: null, label: visit.t.transfers.fund_elsewhere }
    : fundLink(visit, fund)
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = transferAsked(visit)
  const { owed } = row
  const stands = row.reversed_by === null
  const repayable = owed?.debtor && owed.creditor && /[1-9]/.test(owed.amount) && visit.may(make)
  const body = TransferPage({
    t,
    language,
    transfer: transferView(visit, row),
    breadcrumbs: [{ href: visit.href('/transfers'), label: t.transfers.title }],
    words: amountWords(row.amount, row.currency, language) ?? '',
    reason: row.reason,
    owed: owed && {
      ...owed,
      debtor: sideOf(visit, owed.debtor).label,
      creditor: sideOf(visit, owed.creditor).label,
    },
    entry: entryView(visit, row.entry),
    entryLink: entryLink(visit, row.entry),
    path: [
      { title: t.transfers.recorded, state: 'done', ...recordedBy(visit, row.sequence) },
      ...(row.reversed_by === null ? [] : [reversalMilestone(visit, row.reversed_by)]),
    ],
    done: visit.param('done') === 'make' ? t.transfers.recorded : undefined,
    repay: repayable
      ? visit.href(
          `/transfers/new?terms=repayment&from=${owed.debtor}&to=${owed.creditor}&amount=${owed.amount}`,
        )
      : null,
    reverse: stands && visit.may(reverse) ? visit.href(`/entries/${row.entry}/reversal`) : null,
  })
  return { title: t.transfers.one(row), body, place: 'transfers' }
}
