/** The page of the trial balance: now, as of a day, or as it was known at an event. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { type FundBalancesView, TrialBalancePage } from '../../../templates/pages/trial-balance.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { isDay } from '../../kit/day.ts'
import { trialBalance } from '../../ledger/queries.ts'
import { nameOfAccount, registerPath } from './entry-posted.ts'
import { type Answer, mountPage } from './frame.tsx'
import { ledgerPlaces } from './ledger-places.ts'
import { listed } from './listing.ts'
import { asksForFile, csvFile, fileLink } from './table-file.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of the trial balance. */
export function mountTrialBalance(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/ledger/trial-balance', page)
}

function page(visit: Visit): Answer {
  const { t, language, organisation } = visit
  const found = listed(visit, trialBalance, ['fund', 'as_of', 'known_at'], { limit: undefined })
  const { funds } = visit.ask(listFunds, { state: 'all' })
  const names = new Map(funds.map(({ fund, name }) => [fund, name]))
  const balances = found.found ?? { rows: [], funds: [] }
  if (asksForFile(visit)) return fileOf(visit, balances.rows)
  const body = TrialBalancePage({
    t,
    language,
    organisation: organisation.name,
    instant: new Date(visit.desk.book.surroundings.now()).toISOString(),
    timeZone: organisation.time_zone,
    places: ledgerPlaces(visit, 'trial_balance'),
    action: found.action,
    values: found.values,
    filtered: found.filtered,
    told: found.told,
    exports: [fileLink(visit, found.values)],
    when: whenOf(visit, found.values),
    options: funds.map(({ fund, name }) => ({ value: fund, label: name })),
    funds: balances.funds.map((sums) => ({
      ...sums,
      title: names.get(sums.fund)!,
      rows: balances.rows
        .filter(({ fund }) => fund === sums.fund)
        .map((row) => balanceRow(visit, row, found.values.as_of ?? '')),
    })),
  })
  return { title: t.words.term.trial_balance, body, place: 'ledger' }
}

function fileOf({ t, language }: Visit, rows: readonly Row[]): Response {
  const { term } = t.words
  const head = [t.ledger.fund, term.account_code, term.account, t.funds.currency]
  const lines = rows.map((row) => [
    row.fund,
    row.account,
    nameOfAccount(row, language),
    row.currency,
    row.debit,
    row.credit,
  ])
  return csvFile('trial-balance', [...head, term.debit, term.credit], [lines].values())
}

type Row = z.output<(typeof trialBalance)['output']>['rows'][number]

function balanceRow(visit: Visit, row: Row, asOf: string): FundBalancesView['rows'][number] {
  const side = (amount: string) => (/[1-9]/.test(amount) ? amount : undefined)
  const register = registerPath(visit, row.fund, row.account)
  return {
    code: row.account,
    name: nameOfAccount(row, visit.language),
    href: isDay(asOf) ? `${register}?from_day=${asOf}` : register,
    debit: side(row.debit),
    credit: side(row.credit),
  }
}

/** As of when the balances are, and as known when. */
function whenOf({ t, language, today }: Visit, values: Readonly<Record<string, string>>): string {
  const asOf = values.as_of ?? ''
  const day = isDay(asOf)
    ? t.ledger.as_of_day({ day: formatDay(language, asOf, 'long') })
    : t.ledger.as_now({ day: formatDay(language, today, 'long') })
  const known = /^\d{1,15}$/.exec(values.known_at ?? '')
  return known ? t.ledger.as_known({ day, sequence: Number(known[0]) }) : day
}
