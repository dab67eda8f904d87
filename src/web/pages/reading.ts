/** Reads what people type into forms, and gives it the strict form that commands take. */
import { Decimal } from 'decimal.js'
import type { PageLanguage } from './language.ts'

/** As much as anyone would type for an amount; commands refuse longer ones in their own words. */
const longestAmount = 64

/** What can be read in two ways is not guessed at. */
export class Ambiguous extends Error {}

/** Signs that stand before or after an amount in ordinary writing; the currency itself is the fund's. */
const currencySigns =
  /^(?:[¥$€£₩₹]|HK\$|NT\$|US\$|RMB|CNY|USD|EUR|TWD|HKD)\s*|\s*(?:元整?|圓整?|圆整?)$/giu

/**
 * An amount as it is typed: in full-width digits, with a currency sign, with thousands in groups of three
 * set apart by commas, spaces or apostrophes, in Chinese also in 万 or 萬. Answers the machine form, or
 * the text as it came when it is none, so that the command refuses it by name. Throws `Ambiguous` for
 * `1,00` and the like.
 */
export function readAmount(given: string, language: PageLanguage): string {
  const text = given.normalize('NFKC').trim().replace(currencySigns, '').trim()
  if (text.length > longestAmount) return given
  const tens = language === 'en' ? null : /^([\d,.]+)\s*[万萬]$/u.exec(text)
  const digits = ungrouped(tens ? tens[1]! : text)
  if (digits === undefined) return given
  return tens ? new Decimal(digits).times(10_000).toFixed() : digits
}

function ungrouped(text: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text
  if (/^\d{1,3}(?:([, '’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/u.test(text)) {
    return text.replace(/[^\d.]/gu, '')
  }
  if (/^[\d., '’\u00a0\u202f]+$/u.test(text) && /\d/.test(text)) throw new Ambiguous(text)
  return undefined
}

/** A whole number as it is typed, in digits of either width; the text as it came when it is none. */
export function readNumber(given: string): number | string {
  const text = given.normalize('NFKC').trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : given
}

/** A day as a date field sends it, or as people write it: with slashes, points, or 年月日. */
export function readDay(given: string): string {
  const text = given.normalize('NFKC').trim()
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text)
  if (!parts) return text
  const [, year, month, day] = parts
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}
