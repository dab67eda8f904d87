/** Queries of the ledger: the chart, entries, registers, trial balance, periods. */
import { z } from 'zod'
import { chainHead } from '../book/events.ts'
import {
  amountOut,
  codeField,
  cursorField,
  dayField,
  dayOut,
  idField,
  limitField,
} from '../book/fields.ts'
import { anyRole, query } from '../book/registry.ts'
import type { EntryId, EventSeq } from '../kit/ids.ts'
import { amountText, type Minor, negateMinor, zeroMinor } from '../kit/money.ts'
import type { Reader } from '../store/store.ts'
import { accountById, accountWithCode, listAccounts } from './accounts.ts'
import { balances } from './balances.ts'
import { entryWithId, findReversal, postingsOf } from './entries.ts'
import { fundById, fundWithCode, listFunds } from './funds.ts'
import { listPeriods } from './periods.ts'
import { sequenceUnknown } from './refusals.ts'
import { registerPage } from './register.ts'

const accountOut = z.object({
  account: z.string(),
  role: z.string().nullable(),
  class: z.string(),
  name: z.string(),
  name_hans: z.string().nullable(),
  name_hant: z.string().nullable(),
})

export const accounts = query({
  name: 'accounts.list',
  summary: 'Lists the chart of accounts',
  may: anyRole,
  route: { method: 'GET', path: '/accounts' },
  input: z.strictObject({}),
  output: z.object({ accounts: z.array(accountOut) }),
  run: (view) => ({
    accounts: listAccounts(view).map(({ code, role, class: kind, name, name_hans, name_hant }) => ({
      account: code,
      role,
      class: kind,
      name,
      name_hans,
      name_hant,
    })),
  }),
})

const entryOut = z.object({
  entry: z.number(),
  kind: z.string(),
  effective_on: dayOut,
  recorded_at: z.number(),
  subject: z.string(),
  reverses: z.number().nullable(),
  reversed_by: z.number().nullable(),
  sequence: z.number(),
  postings: z.array(
    z.object({
      fund: z.string(),
      serial: z.number(),
      debit: z.string(),
      credit: z.string(),
      amount: amountOut,
      currency: z.string(),
    }),
  ),
})

export const entry = query({
  name: 'entries.show',
  summary: 'Shows an entry with its postings',
  may: anyRole,
  route: { method: 'GET', path: '/entries/{entry}' },
  input: z.strictObject({ entry: idField }),
  output: entryOut,
  run: (view, input) => {
    const found = entryWithId(view, input.entry as EntryId)
    return {
      entry: found.id,
      kind: found.kind,
      effective_on: found.effective_on,
      recorded_at: found.recorded_at,
      subject: found.subject,
      reverses: found.reverses,
      reversed_by: findReversal(view, found.id)?.id ?? null,
      sequence: found.event_seq,
      postings: postingsOf(view, found).map((posting) => {
        const { code, currency } = fundById(view, posting.fund_id)
        return {
          fund: code,
          serial: posting.fund_serial,
          debit: accountById(view, posting.debit_account_id).code,
          credit: accountById(view, posting.credit_account_id).code,
          amount: amountText(posting.amount_minor, currency),
          currency,
        }
      }),
    }
  },
})

export const register = query({
  name: 'registers.page',
  summary: 'One page of an account’s register in a fund, newest first, with the running balance',
  may: anyRole,
  route: { method: 'GET', path: '/funds/{fund}/registers/{account}' },
  input: z.strictObject({
    fund: codeField,
    account: z.string().max(100),
    cursor: cursorField,
    limit: limitField,
  }),
  output: z.object({
    currency: z.string(),
    rows: z.array(
      z.object({
        entry: z.number(),
        serial: z.number(),
        day: dayOut,
        against: z.string(),
        amount: amountOut,
        balance: amountOut,
      }),
    ),
    cursor: z.string().nullable(),
  }),
  run: (view, input) => {
    const fund = fundWithCode(view, input.fund)
    const account = accountWithCode(view, input.account)
    const codes = new Map(listAccounts(view).map(({ id, code }) => [id, code]))
    const of = { accountId: account.id, fundId: fund.id }
    const page = registerPage(view, of, { limit: input.limit, cursor: input.cursor })
    const rows = page.rows.map(({ posting, amountMinor, balanceMinor }) => {
      const debit = posting.debit_account_id === account.id
      return {
        entry: posting.entry_id,
        serial: posting.fund_serial,
        day: posting.effective_on,
        against: codes.get(debit ? posting.credit_account_id : posting.debit_account_id)!,
        amount: amountText(amountMinor, fund.currency),
        balance: amountText(balanceMinor, fund.currency),
      }
    })
    return { currency: fund.currency, rows, cursor: page.cursor }
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

export const trialBalance = query({
  name: 'trial_balance.show',
  summary: 'The trial balance, now, as of a day, or as it was known at an event',
  may: anyRole,
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
        class: z.string(),
        name: z.string(),
        currency: z.string(),
        debit: amountOut,
        credit: amountOut,
      }),
    ),
  }),
  run: (view, input) => {
    const only = input.fund === undefined ? null : fundWithCode(view, input.fund).id
    const knownAt = input.known_at === undefined ? null : requireSequence(view, input.known_at)
    const funds = new Map(listFunds(view).map((fund) => [fund.id, fund]))
    const chart = new Map(listAccounts(view).map((account) => [account.id, account]))
    const rows = balances(view, { asOf: input.as_of ?? null, knownAt })
      .filter(
        ({ fundId, balanceMinor }) => balanceMinor !== 0 && (only === null || fundId === only),
      )
      .map(({ fundId, accountId, balanceMinor }) => {
        const { code, currency } = funds.get(fundId)!
        const account = chart.get(accountId)!
        const side = (amount: Minor) => amountText(amount > 0 ? amount : zeroMinor, currency)
        return {
          fund: code,
          account: account.code,
          class: account.class,
          name: account.name,
          currency,
          debit: side(balanceMinor),
          credit: side(negateMinor(balanceMinor)),
        }
      })
    rows.sort((a, b) => byText(a.fund, b.fund) || byText(a.account, b.account))
    return { rows }
  },
})

export const periods = query({
  name: 'periods.list',
  summary: 'Lists the months that were ever closed, with their state',
  may: anyRole,
  route: { method: 'GET', path: '/periods' },
  input: z.strictObject({}),
  output: z.object({ periods: z.array(z.object({ month: z.string(), state: z.string() })) }),
  run: (view) => ({ periods: listPeriods(view) }),
})
