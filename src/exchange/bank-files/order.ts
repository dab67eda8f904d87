/** What a bank is asked to pay, whatever the form of the file: one debit, many credits. */
import type { BankAccount } from '../../kit/bank-account.ts'
import type { Day } from '../../kit/day.ts'
import { addMinor, type Minor, zeroMinor } from '../../kit/money.ts'

export interface OrderLine {
  /** What the bank gives back with the result: `B-2026-0001-000012`, the same in every file of the batch. */
  readonly endToEndId: string
  /** The holder of the account, in full: a bank compares it. */
  readonly name: string
  readonly account: Pick<BankAccount, 'number' | 'form'>
  /** The bank and its branch as people write it; null where it is not known. */
  readonly bank: string | null
  /** Where the bank wants it beside the name; null where it is not known or not asked for. */
  readonly identityNumber: string | null
  readonly amountMinor: Minor
}

export interface PaymentOrder {
  /** The number of the batch, at most 35 characters. */
  readonly number: string
  /** When the batch was released: the same file has the same bytes whenever it is made. */
  readonly releasedAt: Date
  readonly organisation: string
  readonly debtor: {
    readonly name: string
    readonly account: Pick<BankAccount, 'number' | 'form'>
    readonly bank: string | null
    /** ISO 9362; null where the bank has none or does not ask for it. */
    readonly bic: string | null
  }
  readonly payOn: Day
  /** ISO 4217. */
  readonly currency: string
  /** The line on the account statement of who is paid: the programme, never a person. */
  readonly text: string
  readonly lines: readonly [OrderLine, ...OrderLine[]]
}

/** What a bank is asked to pay in all, in minor units. */
export function totalOf({ lines }: PaymentOrder): Minor {
  return lines.map(({ amountMinor }) => amountMinor).reduce(addMinor, zeroMinor)
}
