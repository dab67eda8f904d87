/** Pages of the chart of accounts: what each account holds, and the form that adds one. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { type AccountRowView, LedgerPage } from '../../../templates/pages/ledger.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import { add } from '../../ledger/commands.ts'
import { accounts } from '../../ledger/queries.ts'
import { nameOfAccount, registerPath } from './entry-posted.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { ledgerPlaces, ownSide } from './ledger-places.ts'
import type { Desk, Visit } from './visit.ts'

const classes = ['asset', 'liability', 'net_assets', 'income', 'expense', 'memorandum'] as const
/** Memorandum accounts come with the chart: what they remember, commands write. */
const addable = ['asset', 'liability', 'net_assets', 'income', 'expense'] as const

const fields: readonly FieldSpec[] = [
  {
    name: 'code',
    kind: 'text',
    label: (t) => t.words.term.account_code,
    hint: (t) => t.ledger.code_hint,
  },
  {
    name: 'class',
    kind: 'radios',
    label: (t) => t.ledger.class,
    options: ({ t }) => addable.map((value) => ({ value, label: t.words.account_class[value] })),
  },
  { name: 'name', kind: 'text', label: (t) => t.ledger.name },
  { name: 'name_hans', kind: 'text', label: (t) => t.ledger.name_hans, optional: true },
  { name: 'name_hant', kind: 'text', label: (t) => t.ledger.name_hant, optional: true },
]

/** Mounts the pages of the chart. */
export function mountLedger(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/ledger', chartPage)
  mountForm(app, desk, {
    path: '/ledger/accounts/new',
    command: add,
    place: 'ledger',
    title: (t) => t.ledger.add,
    lead: (t) => t.ledger.add_lead,
    fields,
    button: (t) => t.ledger.do_add,
    done: ({ account }) => `/ledger?added=${encodeURIComponent(account)}`,
  })
}

/** More funds than these are too wide for a page: then there is a column of totals, and one fund at a time. */
const mostColumns = 4

function chartPage(visit: Visit): Page {
  const { t, language, href } = visit
  const { funds } = visit.ask(listFunds, { state: 'all' })
  const fund = funds.find(({ fund: code }) => code === visit.param('fund'))?.fund ?? ''
  const shown = funds.filter((one) => (fund === '' ? one.entries > 0 : one.fund === fund))
  const columns = shown.length > mostColumns ? [] : shown
  const chart = visit.ask(accounts, { balances: 'funds' }).accounts
  const currencies = new Set(chart.flatMap(({ totals }) => totals.map(({ currency }) => currency)))
  const added = visit.param('added')
  const body = LedgerPage({
    t,
    language,
    done: chart.some(({ account }) => account === added)
      ? t.ledger.added({ account: added })
      : undefined,
    places: ledgerPlaces(visit, 'chart_of_accounts'),
    action: href('/ledger'),
    fund,
    funds: funds.map(({ fund: value, name }) => ({ value, label: name })),
    columns: columns.map(({ fund: code, currency }) => ({ fund: code, currency })),
    currency: currencies.size === 1 ? [...currencies][0] : undefined,
    classes: classes.map((one) => ({
      id: one,
      title: t.words.account_class[one],
      accounts: chart
        .filter((account) => account.class === one)
        .map((account) => accountRow(visit, account, columns)),
    })),
    add: visit.may(add) ? href('/ledger/accounts/new') : null,
  })
  return { title: t.words.term.chart_of_accounts, body, place: 'ledger' }
}

type AccountRow = z.output<(typeof accounts)['output']>['accounts'][number]

function accountRow(
  visit: Visit,
  account: AccountRow,
  columns: readonly { readonly fund: string }[],
): AccountRowView {
  const entries = visit.href(`/ledger/entries?account=${encodeURIComponent(account.account)}`)
  return {
    code: account.account,
    name: nameOfAccount(account, visit.language),
    href: entries,
    funds: columns.map(({ fund }) => {
      const held = account.funds.find((one) => one.fund === fund)
      return (
        held && {
          amount: ownSide(held.balance, account.class),
          currency: held.currency,
          href: registerPath(visit, fund, account.account),
        }
      )
    }),
    totals: account.totals.map(({ currency, balance }) => ({
      amount: ownSide(balance, account.class),
      currency,
      href: entries,
    })),
  }
}
