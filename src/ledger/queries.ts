/** Queries of the ledger as a whole: the chart with its balances, and the trial balance. */
import { z } from 'zod'
import { chainHead } from '../book/events.ts'
import { amountOut, codeField, dayField, idField } from '../book/fields.ts'
import { keepers, query, type View } from '../book/registry.ts'
import type { AccountId, EventSeq } from '../kit/ids.ts'
import {
  addMinor,
  amountText,
  type Minor,
  negateMinor,
  subtractMinor,
  zeroMinor,
} from '../kit/money.ts'
import type { Reader } from '../store/store.ts'
import { type Account, accountWithCode, listAccounts } from './accounts.ts'
import { type Balance, balances } from './balances.ts'
import { fundById, fundWithCode, listFunds, reachesFund } from './funds.ts'
import { sequenceUnknown } from './refusals.ts'

/** An account with its names in the languages of the chart. */
export const accountOut = z.object({
  account: z.string(),
  role: z.string().nullable(),
  class: z.string(),
  name: z.string(),
  name_hans: z.string().nullable(),
  name_hant: z.string().nullable(),
})

export function accountShown(account: Account): z.output<typeof accountOut> {
  const { code, role, class: kind, name, name_hans, name_hant } = account
  return { account: code, role, class: kind, name, name_hans, name_hant }
}

const heldOut = z.array(z.object({ fund: z.string(), currency: z.string(), balance: amountOut }))
const totalsOut = z.array(z.object({ currency: z.string(), balance: amountOut }))
const chartRow = accountOut.extend({
  /** Debit-positive, by fund; funds in which it never moved are absent. */
  funds: heldOut,
  /** The same over all funds, by currency. */
  totals: totalsOut,
})

/** What an account holds by fund and by currency. */
function heldIn(view: View, account: Account, held: readonly Balance[]): z.output<typeof chartRow> {
  const totals = new Map<string, Minor>()
  const funds = held.map(({ fundId, balanceMinor }) => {
    const { code, currency } = fundById(view, fundId)
    totals.set(currency, addMinor(totals.get(currency) ?? zeroMinor, balanceMinor))
    return { fund: code, currency, balance: amountText(balanceMinor, currency) }
  })
  return {
    ...accountShown(account),
    funds: funds.sort((a, b) => byText(a.fund, b.fund)),
    totals: [...totals].map(([currency, total]) => ({
      currency,
      balance: amountText(total, currency),
    })),
  }
}

function heldByAccount(view: View): Map<AccountId, Balance[]> {
  const held = balances(view, { asOf: null, knownAt: null })
  const reached = held.filter(({ fundId }) => reachesFund(view, fundId))
  return Map.groupBy(reached, ({ accountId }) => accountId)
}

export const accounts = query({
  name: 'accounts.list',
  summary: 'Lists the chart of accounts; with what each holds, if asked',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/accounts' },
  input: z.strictObject({
    /** `totals` by currency, `funds` by fund as well. */
    balances: z.enum(['none', 'totals', 'funds']).default('none'),
  }),
  output: z.object({ accounts: z.array(chartRow) }),
  run: (view, { balances: asked }) => {
    const held = asked === 'none' ? undefined : heldByAccount(view)
    return {
      accounts: listAccounts(view).map((account) => {
        const row = heldIn(view, account, held?.get(account.id) ?? [])
        return asked === 'funds' ? row : { ...row, funds: [] }
      }),
    }
  },
})

export const account = query({
  name: 'accounts.show',
  summary: 'Shows an account with what it holds in each fund',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/accounts/{account}' },
  input: z.strictObject({ account: z.string().max(100) }),
  output: chartRow,
  run: (view, input) => {
    const found = accountWithCode(view, input.account)
    return heldIn(view, found, heldByAccount(view).get(found.id) ?? [])
  },
})

/** Refuses `sequence.unknown`. */
export function requireSequence(reader: Reader, sequence: number): EventSeq {
  const newest = chainHead(reader).seq
  if (sequence > newest) throw sequenceUnknown({ sequence, newest })
  return sequence as EventSeq
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Sides {
  readonly debit: Minor
  readonly credit: Minor
}

/** What balances come to on each side, by a key of theirs. */
function sidesBy<K>(held: readonly Balance[], keyOf: (balance: Balance) => K): [K, Sides][] {
  const found = new Map<K, Sides>()
  for (const balance of held) {
    const { debit, credit } = found.get(keyOf(balance)) ?? { debit: zeroMinor, credit: zeroMinor }
    const { balanceMinor } = balance
    found.set(
      keyOf(balance),
      balanceMinor > 0
        ? { debit: addMinor(debit, balanceMinor), credit }
        : { debit, credit: subtractMinor(credit, balanceMinor) },
    )
  }
  return [...found]
}

function sidesShown({ debit, credit }: Sides, currency: string) {
  return { debit: amountText(debit, currency), credit: amountText(credit, currency) }
}

export const trialBalance = query({
  name: 'trial_balance.show',
  summary: 'The trial balance, now, as of a day, or as it was known at an event',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/trial-balance' },
  input: z.strictObject({
    as_of: dayField.optional(),
    known_at: idField.optional(),
    fund: codeField.optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        fund: z.string(),
        account: z.string(),
        role: z.string().nullable(),
        class: z.string(),
        name: z.string(),
        name_hans: z.string().nullable(),
        name_hant: z.string().nullable(),
        currency: z.string(),
        debit: amountOut,
        credit: amountOut,
      }),
    ),
    /** Both sides add up to the same, in each fund. */
    funds: z.array(
      z.object({ fund: z.string(), currency: z.string(), debit: amountOut, credit: amountOut }),
    ),
    /** And so in each currency. */
    totals: z.array(z.object({ currency: z.string(), debit: amountOut, credit: amountOut })),
  }),
  run: (view, input) => {
    const only = input.fund === undefined ? null : fundWithCode(view, input.fund).id
    const knownAt = input.known_at === undefined ? null : requireSequence(view, input.known_at)
    const funds = new Map(listFunds(view).map((fund) => [fund.id, fund]))
    const chart = new Map(listAccounts(view).map((account) => [account.id, account]))
    const held = balances(view, { asOf: input.as_of ?? null, knownAt }).filter(
      ({ fundId, balanceMinor }) =>
        balanceMinor !== 0 && (only === null ? reachesFund(view, fundId) : fundId === only),
    )
    const rows = held.map(({ fundId, accountId, balanceMinor }) => {
      const { code, currency } = funds.get(fundId)!
      const { account, ...named } = accountShown(chart.get(accountId)!)
      const side = (amount: Minor) => amountText(amount > 0 ? amount : zeroMinor, currency)
      const [debit, credit] = [side(balanceMinor), side(negateMinor(balanceMinor))]
      return { fund: code, account, ...named, currency, debit, credit }
    })
    rows.sort((a, b) => byText(a.fund, b.fund) || byText(a.account, b.account))
    const byFund = sidesBy(held, ({ fundId }) => fundId).map(([fundId, sides]) => {
      const { code, currency } = funds.get(fundId)!
      return { fund: code, currency, ...sidesShown(sides, currency) }
    })
    return {
      rows,
      funds: byFund.sort((a, b) => byText(a.fund, b.fund)),
      totals: sidesBy(held, ({ fundId }) => funds.get(fundId)!.currency).map(
        ([currency, sides]) => ({ currency, ...sidesShown(sides, currency) }),
      ),
    }
  },
})
