/** A book with awarded cases, their payees' accounts sealed, ready to be paid. */
import { put } from '../../../src/access/policies.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { neutralPayments, type Payments } from '../../../src/policies/payments.ts'
import { type HardshipBook, type HardshipOptions, hardshipBook } from '../hardship-for-tests.ts'
import { award } from './awarding.ts'

export interface PaidBook extends HardshipBook {
  /** A round of n cases of 500.00 each, awarded by the approver; the payees have accounts. */
  awarded(n: number, given?: Parameters<HardshipBook['submitRound']>[1]): number[]
  /** Seals an account of somebody; each has their own unless it is given. */
  account(party: string, number?: string): void
  /** Prepares a batch by the administrator and releases it by the second; answers its number. */
  released(given?: Record<string, unknown>): string
  /** Prepares a batch by the administrator; answers its number. */
  prepared(given?: Record<string, unknown>): string
  /** The balance of an account of the fund, by its role, in minor units. */
  balance(role: string): number
  /** Puts a policy on payments in force. */
  payments(given: Partial<Payments>): void
}

/** Passes Luhn, as cards do. */
export function cardNumber(n: number): string {
  const digits = `62220${String(n).padStart(13, '0')}`
  const sum = [...digits]
    .toReversed()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((all, one) => all + (one > 9 ? one - 9 : one), 0)
  return digits + String((10 - (sum % 10)) % 10)
}

/** The reference of a party by its number. */
export function ref(party: number): string {
  return `P-${String(party).padStart(6, '0')}`
}

export function paidBook(options: HardshipOptions = {}): PaidBook {
  const made = hardshipBook(options)
  const { t, as } = made
  let accounts = 0
  const account = (party: string, number?: string) => {
    accounts += 1
    t.does(seal, { party, field: 'bank_account', value: number ?? cardNumber(accounts) })
  }
  const awarded: PaidBook['awarded'] = (n, given = {}) => {
    const { cases } = made.submitRound(n, given)
    t.does(award, { cases }, as.approver)
    if (given.form === undefined || given.form === 'bank') {
      for (const id of cases) account(ref(made.theCase(id).beneficiary_id))
    }
    return cases
  }
  const prepared: PaidBook['prepared'] = (given = {}) =>
    t.does(
      prepare,
      { fund: 'care', form: 'bank', name: 'Spring visits', ...given } as never,
      as.administrator,
    ).output.batch
  const released: PaidBook['released'] = (given) => {
    const batch = prepared(given)
    t.does(release, { batch }, as.secondAdministrator)
    return batch
  }
  const balance = (role: string) =>
    Number(
      t.book.store.first(
        `select coalesce(sum(b.balance_minor), 0) as n from balance as b
         join account as a on a.id = b.account_id where a.role = ?`,
        [role],
      )!.n,
    )
  const payments: PaidBook['payments'] = (given) => {
    t.does(put, { kind: 'payments', body: { ...neutralPayments, ...given } })
  }
  return { ...made, account, awarded, prepared, released, balance, payments }
}
