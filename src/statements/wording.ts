/** How days, names and runs of serial numbers are written on papers, in each language. */

import { CURRENCY_NAMES } from '../kit/currency-names.ts'
import type { Names, StatementLanguage } from './statement.ts'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * A day (YYYY-MM-DD) as it stands in a text: '5 Mar 2025'; 2025年3月5日, Arabic and unpadded
 * (GB/T 9704-2012, 7.3.6).
 */
export function dayInText(day: string, language: StatementLanguage): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (language === 'en') return `${date} ${MONTHS[month - 1]} ${year}`
  return `${year}年${month}月${date}日`
}

/** A day as it stands in a column, and only there: '5 Mar 2025'; 2025-03-05 in Chinese. */
export function dayInTable(day: string, language: StatementLanguage): string {
  return language === 'en' ? dayInText(day, language) : day
}

/** A currency as a heading names it: 'CNY'; 人民币元, 美元 in Chinese; the code where it has no name. */
export function currencyInText(currency: string, language: StatementLanguage): string {
  const names = CURRENCY_NAMES[currency]
  if (language === 'en' || names === undefined) return currency
  const [name] = language === 'zh-Hans' ? names.hans : names.hant
  return names.prefixed === true ? `${name}元` : name
}

/** A label in the language asked for; English where it has no other. */
export function nameIn(names: Names, language: StatementLanguage): string {
  if (language === 'en') return names.en
  const other = language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'
  return names[language] ?? names[other] ?? names.en
}

/** Ranges beyond this many are counted, not listed: the attached data holds them all. */
const RANGES_SHOWN = 12

/**
 * Serial numbers as ranges, '3–7, 9, 12–14' or '3–7、9、12–14', at most twelve of them; `more` writes the count of the
 * numbers left out.
 */
export function serialRanges(
  serials: readonly number[],
  language: StatementLanguage,
  more: (count: number) => string,
): string {
  const ordered = [...serials].sort((a, b) => a - b)
  const ranges: { first: number; last: number }[] = []
  for (const serial of ordered) {
    const range = ranges.at(-1)
    if (range !== undefined && serial <= range.last + 1) range.last = serial
    else ranges.push({ first: serial, last: serial })
  }
  const shown = ranges
    .slice(0, RANGES_SHOWN)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  const hidden = ranges.slice(RANGES_SHOWN).reduce((sum, r) => sum + r.last - r.first + 1, 0)
  const listed = shown.join(language === 'en' ? ', ' : '、')
  return hidden === 0 ? listed : `${listed} ${more(hidden)}`
}
