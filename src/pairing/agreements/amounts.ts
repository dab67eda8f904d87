/** Amounts of money in agreements, as they are promised and as they are given. */
import { amountText, amountTooLarge, type Minor, minor, parseAmount } from '../../kit/money.ts'

/** A hundred thousand million of a currency with two decimals: some nine hundred such still add up to a safe number. */
const mostAmount = minor(10_000_000_000_000)

/** An amount that can be added up with others. Refuses what `parseAmount` refuses, and `amount.too_large` before it. */
export function amountMeant(text: string, currency: string): Minor {
  const amount = parseAmount(text, currency)
  if (amount <= mostAmount) return amount
  throw amountTooLarge({ given: text, currency, largest: amountText(mostAmount, currency) })
}
