/**
 * Amounts as Ledger and hledger journals write them: `$1,000.00`, `$-0.17`, `-20 USD`, `20.00 USD`.
 */
import { EXPONENT_BY_CODE } from '../kit/currencies.ts'
import { exponentOf, type Minor, minor } from '../kit/money.ts'

/** A number with its commodity, exactly as written: no currency is known yet, so no minor units. */
export interface JournalAmount {
  /** A sign or code (`$`, `USD`), or '' when the number stands alone. */
  readonly commodity: string
  /** Plain machine form: a `-` or nothing, digits, and a point only before decimals: '-1234.50'. */
  readonly decimal: string
}

/** What keeps a text from being read: a lasting code and a sentence. */
export interface Fault {
  readonly fault: string
  readonly sentence: string
}

export type DecimalMark = '.' | ','

/**
 * A safe integer has 16 digits; with separators, a sign and a commodity 100 characters are ample.
 */
const MAX_AMOUNT_CHARS = 100

/** What the sign `$` may mean: the ISO 4217 currencies that write it. */
const DOLLARS = new Set(
  'USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP BRL JMD TTD BBD FJD'.split(' '),
)
const YENS = new Set(['JPY', 'CNY'])

const COMMODITY = String.raw`"[^"]+"|[^\s\d"+\-.,;:@*(){}\[\]=<>!?~^&|/\\']+`
const AMOUNT = new RegExp(
  `^([-+])? ?(${COMMODITY})? ?([-+])? ?([0-9][0-9.,]*|\\.[0-9]+) ?(${COMMODITY})?$`,
)

export function isFault(read: object): read is Fault {
  return 'fault' in read
}

/**
 * Reads an amount. `mark` is what a `decimal-mark` directive said, or null. Without it the last of
 * two different separators comes before the decimals, a repeated one groups thousands, a single
 * point comes before decimals; and a single comma before exactly three digits is a fault, because
 * Ledger reads `1,000` as a thousand and hledger as one.
 */
export function readAmount(text: string, mark: DecimalMark | null): JournalAmount | Fault {
  if (text.length > MAX_AMOUNT_CHARS) {
    return unreadable(`it is ${text.length} characters long`)
  }
  const found = AMOUNT.exec(/\s/.test(text) ? text.trim().replace(/\s+/g, ' ') : text)
  if (!found) return unreadable('write a number with one currency, such as $1,000.00 or 20.00 USD')
  const [, signBefore, before, signInside, number = '', after] = found
  if (signBefore && signInside) return unreadable('it has two signs')
  if (before && after) return unreadable('it has two currencies')
  const plain = plainNumber(number, mark)
  if (typeof plain !== 'string') return plain
  const negative = (signBefore ?? signInside) === '-' && /[1-9]/.test(plain)
  const commodity = (before ?? after ?? '').replace(/^"|"$/g, '').replace('￥', '¥')
  return { commodity, decimal: negative ? `-${plain}` : plain }
}

/**
 * The currency a commodity stands for, or null. `$` and `¥` stand for the book's own currency where
 * it is a dollar, a yen or a yuan; a number alone stands for the book's currency.
 */
export function currencyOf(commodity: string, bookCurrency: string): string | null {
  if (commodity === '') return bookCurrency
  if (commodity === '$') return DOLLARS.has(bookCurrency) ? bookCurrency : 'USD'
  if (commodity === '¥') return YENS.has(bookCurrency) ? bookCurrency : null
  if (commodity === '£') return 'GBP'
  if (commodity === '€') return 'EUR'
  return EXPONENT_BY_CODE.has(commodity) ? commodity : null
}

/**
 * A plain decimal as signed minor units of a currency, exactly. More decimals than the currency has
 * are a fault even when they are zeros: `1.000 EUR` may have been meant as a thousand.
 */
export function minorOf(decimal: string, currency: string): { amount_minor: Minor } | Fault {
  const exponent = exponentOf(currency)
  const negative = decimal.startsWith('-')
  const [whole = '', decimals = ''] = decimal.slice(negative ? 1 : 0).split('.')
  if (decimals.length > exponent) {
    return {
      fault: 'amount.too_many_decimals',
      sentence: `${decimal} has more decimals than ${currency} has, which is ${exponent}.`,
    }
  }
  // A text of digits beyond 2^53 - 1 gives a number beyond it, however it is rounded.
  const scaled = Number(whole + decimals.padEnd(exponent, '0'))
  if (!Number.isSafeInteger(scaled)) {
    return {
      fault: 'amount.too_large',
      sentence: `${decimal} ${currency} is more than a book holds.`,
    }
  }
  return { amount_minor: minor(negative ? -scaled : scaled) }
}

function plainNumber(number: string, mark: DecimalMark | null): string | Fault {
  // The usual case: digits and at most one point, which means decimals unless the mark is a comma.
  if (mark !== ',' && /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(number)) return number
  const decimalMark = mark ?? decimalMarkOf(number)
  if (decimalMark === 'ambiguous') {
    return {
      fault: 'amount.ambiguous',
      sentence: `${number} can mean ${number.replace(',', '')} or ${number.replace(',', '.')}.`,
    }
  }
  const at = decimalMark === 'none' ? -1 : number.lastIndexOf(decimalMark)
  const whole = at === -1 ? number : number.slice(0, at)
  const decimals = at === -1 ? '' : number.slice(at + 1)
  if (!/^[0-9]*$/.test(decimals)) return unreadable('its separators are out of place')
  // Groups of two are the Indian way; the last group has three digits everywhere.
  const grouped =
    /^[0-9]*$/.test(whole) || /^[0-9]{1,3}(?:([.,])[0-9]{2,3})?(?:\1[0-9]{2,3})*$/.test(whole)
  const lastGroup = /[.,]([0-9]*)$/.exec(whole)?.[1]
  if (!grouped || (lastGroup !== undefined && lastGroup.length !== 3)) {
    return unreadable('its separators are out of place')
  }
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=[0-9])/, '') || '0'
  return decimals === '' ? digits : `${digits}.${decimals}`
}

function decimalMarkOf(number: string): DecimalMark | 'none' | 'ambiguous' {
  const commas = number.split(',').length - 1
  const points = number.split('.').length - 1
  if (commas > 0 && points > 0) return number.lastIndexOf(',') > number.lastIndexOf('.') ? ',' : '.'
  if (commas > 1 || points > 1) return 'none'
  if (points === 1) return '.'
  if (commas === 0) return 'none'
  return /^[1-9][0-9]{0,2},[0-9]{3}$/.test(number) ? 'ambiguous' : ','
}

function unreadable(why: string): Fault {
  return { fault: 'amount.unreadable', sentence: `The amount cannot be read: ${why}.` }
}
