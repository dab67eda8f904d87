/**
 * Money: an integer count of a currency's minor units (design invariant 3). No float holds money.
 */

import { EXPONENT_BY_CODE, type Exponent } from './currencies.ts'
import type { Brand } from './ids.ts'
import { refusal } from './refusal.ts'

/** A safe integer number of minor units (fen, cents, fils; yen have no smaller unit). */
export type Minor = Brand<number, 'Minor'>

const QUOTED_LENGTH = 40

/**
 * The longest amount worth reading: 16 digits of a safe integer, a point, and room to say "too
 * large".
 */
const AMOUNT_LENGTH_LIMIT = 64

export const currencyUnknown = refusal(
  'currency.unknown',
  422,
  (v: { currency: string }) =>
    `${quoted(v.currency)} is not a current ISO 4217 currency that money can be held in.`,
  'Give the three-letter code in capitals, such as CNY; metals and funds codes are not taken.',
)

export const amountNotText = refusal(
  'amount.not_text',
  422,
  (v: { given: string }) => `An amount must be given as text; what came is ${v.given}.`,
  'Send the amount in quotation marks, such as "1234.50", so that no digit is lost on the way.',
)

export const amountMissing = refusal(
  'amount.missing',
  422,
  (_: Record<string, never>) => 'The amount is empty.',
  'Give an amount above zero, such as 1234.50.',
)

export const amountUnreadable = refusal(
  'amount.unreadable',
  422,
  (v: { given: string; fault: string }) => `${quoted(v.given)} is not an amount: ${v.fault}.`,
  'Write ASCII digits with at most one point before the decimals, such as 1234.50.',
)

export const amountNotPositive = refusal(
  'amount.not_positive',
  422,
  (v: { given: string }) => `The amount ${quoted(v.given)} is not above zero.`,
  'Give an amount above zero; money going the other way is a reversal or a payment of its own.',
)

export const amountTooFine = refusal(
  'amount.too_many_decimals',
  422,
  (v: { given: string; currency: string; decimals: number }) =>
    `The amount ${quoted(v.given)} has more than the ${v.decimals} decimals of ${v.currency}.`,
  (v) =>
    v.decimals === 0
      ? `Give a whole number of ${v.currency}.`
      : `Round the amount to ${v.decimals} decimals.`,
)

export const amountTooLarge = refusal(
  'amount.too_large',
  422,
  (v: { given: string; currency: string; largest: string }) =>
    `The amount ${quoted(v.given)} is above the ${v.largest} ${v.currency} a posting can hold.`,
  'Check the amount; if it is right, split it into several.',
)

/** A safe integer as money. Anything else is a mistake in the program, so it is asserted. */
export function minor(n: number): Minor {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a safe number of minor units: ${n}`)
  // Minus zero would be written "-0" by some printers; adding zero makes it plain zero.
  return (n + 0) as Minor
}

export const zeroMinor: Minor = minor(0)

/** a + b, asserted to stay a safe integer. */
export function addMinor(a: Minor, b: Minor): Minor {
  return minor(a + b)
}

/** a − b, asserted to stay a safe integer. */
export function subtractMinor(a: Minor, b: Minor): Minor {
  return minor(a - b)
}

/** −a, never minus zero. */
export function negateMinor(a: Minor): Minor {
  return minor(0 - a)
}

/**
 * Decimals of the currency's minor unit by ISO 4217: 2 for CNY, 0 for JPY, 3 for KWD, 4 for UYW.
 * Refuses `currency.unknown`.
 */
export function exponentOf(currency: string): Exponent {
  const exponent = EXPONENT_BY_CODE.get(currency)
  if (exponent === undefined) throw currencyUnknown({ currency })
  return exponent
}

/**
 * Reads the strict machine form: ASCII digits, at most one point, at most the currency's decimals,
 * above zero. Refuses `amount.not_text`, `amount.missing`, `amount.unreadable`,
 * `amount.not_positive`, `amount.too_many_decimals`, `amount.too_large` and `currency.unknown`.
 * Thousands separators and local digits are the page's business; here they could mean two different
 * amounts, so they are refused.
 */
export function parseAmount(text: unknown, currency: string): Minor {
  const exponent = exponentOf(currency)
  if (typeof text !== 'string') throw amountNotText({ given: kindOf(text) })
  if (text.length === 0) throw amountMissing({})
  const fault = faultOf(text)
  if (fault !== null) throw amountUnreadable({ given: shortened(text), fault })
  if (text.startsWith('-')) throw amountNotPositive({ given: text })
  const [whole = '', decimals = ''] = text.split('.')
  if (decimals.length > exponent) {
    throw amountTooFine({ given: text, currency, decimals: exponent })
  }
  const scaled = BigInt(whole + decimals.padEnd(exponent, '0'))
  if (scaled === 0n) throw amountNotPositive({ given: text })
  if (scaled > BigInt(Number.MAX_SAFE_INTEGER)) {
    const largest = amountText(minor(Number.MAX_SAFE_INTEGER), currency)
    throw amountTooLarge({ given: text, currency, largest })
  }
  return minor(Number(scaled))
}

/** The plain machine form with all the currency's decimals: '1234.50', JPY '1234', '-0.05'. */
export function amountText(amount: Minor, currency: string): string {
  const { sign, whole, decimals } = partsOf(amount, exponentOf(currency))
  return sign + (decimals === '' ? whole : `${whole}.${decimals}`)
}

/** The form people read: commas between thousands and a true minus sign (U+2212): '−1,234.50'. */
export function groupedAmount(amount: Minor, currency: string): string {
  const { sign, whole, decimals } = partsOf(amount, exponentOf(currency))
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return (sign === '' ? '' : '\u2212') + (decimals === '' ? grouped : `${grouped}.${decimals}`)
}

/**
 * Splits a total in proportion to weights by the largest-remainder method; equal remainders go to
 * the earlier place. The parts always add up to the total, and each lies within one minor unit of
 * its exact share. Weights are safe non-negative integers with a positive sum (asserted): scale
 * rates first. A negative total is split as its mirror image.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new RangeError(`not a weight: ${weight}`)
    }
  }
  const sum = weights.reduce((whole, weight) => whole + BigInt(weight), 0n)
  if (sum === 0n) throw new RangeError('the weights to split by add up to nothing')
  const size = BigInt(Math.abs(total))
  const parts = weights.map((weight, place) => {
    const product = size * BigInt(weight)
    return { place, share: product / sum, remainder: product % sum }
  })
  let left = Number(size - parts.reduce((whole, part) => whole + part.share, 0n))
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
  )
  for (const part of byRemainder) {
    if (left === 0) break
    part.share += 1n
    left -= 1
  }
  const sign = total < 0 ? -1 : 1
  return parts.map((part) => minor(sign * Number(part.share)))
}

function partsOf(amount: Minor, exponent: Exponent) {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const point = digits.length - exponent
  return {
    sign: amount < 0 ? '-' : '',
    whole: digits.slice(0, point),
    decimals: digits.slice(point),
  }
}

/** What keeps a text from being an amount, in words; null when its shape is right. */
function faultOf(text: string): string | null {
  if (text.length > AMOUNT_LENGTH_LIMIT) return `it is ${text.length} characters long`
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return null
  if (/^\s|\s$/.test(text)) return 'there is a space around it'
  if (/[０-９．，]/.test(text)) return 'its digits are full-width'
  if (text.includes(',')) return 'a comma can mean thousands or decimals'
  if (/^[+-]?[0-9.]+e[+-]?[0-9]+$/i.test(text)) return 'it is in scientific form'
  if (/^[0-9]*\.[0-9]*$/.test(text)) return 'there must be digits on both sides of the point'
  return 'it is not made of digits and one point'
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'number') return `the number ${value}`
  return `a value of type ${Array.isArray(value) ? 'list' : typeof value}`
}

function shortened(text: string): string {
  return text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text
}

function quoted(text: string): string {
  return `“${shortened(text)}”`
}
