/** Tells the values of refusals in a reader's language. What cannot be read is told as it was given. */
import { formatCount, formatDay, formatMoney, formatMonth } from '../parts/format.ts'

export interface Telling {
  /** A day, `2026-03-05`. */
  day(text: string): string
  /** A month, `2026-03`. */
  month(text: string): string
  /** An amount as text, such as `-12.50`, in a currency. */
  money(amount: string, currency: string): string
  count(count: number): string
}

/** How values are told in a language. */
export function tellingIn(language: 'en' | 'zh-Hans' | 'zh-Hant'): Telling {
  return {
    day: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(language, text) : text),
    month: (text) => (/^\d{4}-\d{2}$/.test(text) ? formatMonth(language, text) : text),
    money: (amount, currency) =>
      /^-?\d+(?:\.\d+)?$/.test(amount) && /^[A-Z]{3}$/.test(currency)
        ? formatMoney(language, amount, currency)
        : `${amount} ${currency}`,
    count: (count) => formatCount(language, count),
  }
}

/** The word for a code of an enumeration. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? words[code]! : code
}
