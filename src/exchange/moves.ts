/** What one transaction of a journal moves: a signed sum of minor units for each account. */
import { amountText, type Minor, minor } from '../kit/money.ts'
import type { JournalTransaction } from './journal.ts'
import { currencyOf, type Fault, isFault, type JournalAmount, minorOf } from './journal-amounts.ts'
import { shown } from './text.ts'

export interface Moved {
  /**
   * Debit positive, credit negative, by the journal's name in order of appearance; they add up to
   * 0.
   */
  readonly sums: ReadonlyMap<string, bigint>
  /** Accounts that had a posting other than zero, even if it was taken back. */
  readonly nonZero: ReadonlySet<string>
  readonly assertions: readonly { line: number; account: string; expected: Minor }[]
}

export interface LineFault extends Fault {
  readonly line: number
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)

/** Whether a sum fits a book: a safe integer (design invariant 3). */
export function fits(sum: bigint): boolean {
  return sum <= LARGEST && sum >= -LARGEST
}

/**
 * Nets the postings of a transaction by account and works out the amount left out. A fault names
 * its line: another currency than the book's, several currencies, decimals the currency lacks, a
 * sum that is too large, or postings that do not add up to nothing (with the difference).
 */
export function movedBy(transaction: JournalTransaction, currency: string): Moved | LineFault {
  const foreign = currencyFault(transaction, currency)
  if (foreign) return foreign
  const sums = new Map<string, bigint>()
  const nonZero = new Set<string>()
  const assertions: { line: number; account: string; expected: Minor }[] = []
  const add = (account: string, amount: bigint) => {
    sums.set(account, (sums.get(account) ?? 0n) + amount)
    if (amount !== 0n) nonZero.add(account)
  }
  let total = 0n
  for (const { account, amount, assertion, line } of transaction.postings) {
    const read = minorOf(amount?.decimal ?? '0', currency)
    if (isFault(read)) return { ...read, line }
    // An amount left out keeps its account's place in the order; it is known only at the end.
    add(account, BigInt(read.amount_minor))
    total += BigInt(read.amount_minor)
    if (assertion === null) continue
    const expected = minorOf(assertion.decimal, currency)
    if (isFault(expected)) return { ...expected, line }
    assertions.push({ line, account, expected: expected.amount_minor })
  }
  const elided = transaction.postings.find((posting) => posting.amount === null)
  if (elided) add(elided.account, -total)
  else if (total !== 0n) return unbalanced(transaction.line, total, currency)
  if (!fits(total) || ![...sums.values()].every(fits)) return tooLarge(transaction.line)
  return { sums, nonZero, assertions }
}

function currencyFault(transaction: JournalTransaction, bookCurrency: string): LineFault | null {
  const own = (one: JournalAmount | null) =>
    one === null || currencyOf(one.commodity, bookCurrency) === bookCurrency
  if (transaction.postings.every(({ amount, assertion }) => own(amount) && own(assertion)))
    return null
  const found = new Map<string, number>()
  for (const { amount, assertion, line } of transaction.postings) {
    for (const one of [amount, assertion]) {
      if (one === null) continue
      const currency = currencyOf(one.commodity, bookCurrency)
      if (currency === null) return unknown(one, line)
      if (!found.has(currency)) found.set(currency, line)
    }
  }
  const names = [...found.keys()].join(' and ')
  const [first = [bookCurrency, transaction.line] as const, second] = found
  if (second !== undefined) {
    return {
      fault: 'transaction.currencies',
      line: second[1],
      sentence: `The transaction is in ${names}; an entry has one currency.`,
    }
  }
  const [currency, line] = first
  if (currency === bookCurrency) return null
  return {
    fault: 'transaction.other_currency',
    line,
    sentence: `The transaction is in ${currency}; the mapping's fund is kept in ${bookCurrency}.`,
  }
}

function unknown({ commodity }: JournalAmount, line: number): LineFault {
  return {
    fault: 'transaction.currency_unknown',
    line,
    sentence: `“${shown(commodity)}” is no currency that can be told; write its ISO 4217 code.`,
  }
}

function unbalanced(line: number, total: bigint, currency: string): LineFault {
  if (!fits(total)) return tooLarge(line)
  const difference = amountText(minor(Number(total)), currency)
  return {
    fault: 'transaction.unbalanced',
    line,
    sentence: `The postings add up to ${difference} ${currency}, not to nothing.`,
  }
}

function tooLarge(line: number): LineFault {
  return {
    fault: 'amount.too_large',
    line,
    sentence: 'The postings of an account add up to more than a book holds.',
  }
}
