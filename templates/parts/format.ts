/** Figures, days and instants as readers of each language write them. Nothing here passes a float. */

/** The languages that pages are written in. */
export type PageLanguage = 'en' | 'zh-Hans' | 'zh-Hant'

/** Days before months in English: no reader can take 3 April for 4 March. */
const locales: Readonly<Record<PageLanguage, string>> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  'zh-Hans': 'zh-Hans-CN-u-ca-gregory-nu-latn',
  'zh-Hant': 'zh-Hant-TW-u-ca-gregory-nu-latn',
}

/** What `Intl.NumberFormat` reads exactly (ECMA-402, Intl mathematical value): a decimal as text. */
type DecimalText = `${number}`

const decimalText = /^-?\d+(\.\d+)?$/

/** U+2212, as long as a plus and as high as the digits; a hyphen is neither. */
export const minusSign = '−'

const made = new Map<string, unknown>()

/** Formatters cost far more to make than to use. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

function decimals(amount: string): number {
  if (!decimalText.test(amount)) throw new TypeError(`${amount} is no decimal text`)
  return amount.split('.')[1]?.length ?? 0
}

/** Whether an amount, as decimal text, is below zero; minus zero is not. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount)
}

/**
 * An amount without its currency: `-1234.50` as `−1,234.50`. Every digit of the text stays, at any length.
 * Throws for what is no decimal text, which a view never holds.
 */
export function formatAmount(language: PageLanguage, amount: string): string {
  const digits = decimals(amount)
  const formatter = once(
    `amount ${language} ${digits}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )
  const plain = formatter.format(amount.replace('-', '') as DecimalText)
  return isNegative(amount) ? `${minusSign}${plain}` : plain
}

/** An amount with its currency where the language puts it: `US$1,234.50`, `−¥80.00`. */
export function formatMoney(language: PageLanguage, amount: string, currency: string): string {
  const digits = decimals(amount)
  const formatter = once(
    `money ${language} ${currency} ${digits}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )
  const plain = formatter.format(amount.replace('-', '') as DecimalText)
  return isNegative(amount) ? `${minusSign}${plain}` : plain
}

/** The sign of a currency as its language writes it before a figure: `€`, `HK$`; else its code. */
export function currencySign(language: PageLanguage, currency: string): string {
  const parts = once(`sign ${language} ${currency}`, () =>
    new Intl.NumberFormat(locales[language], { style: 'currency', currency }).formatToParts(0),
  )
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** A currency by name: `US Dollar`, `人民币`; its code where the language has no name for it. */
export function currencyName(language: PageLanguage, currency: string): string {
  const names = once(
    `names ${language}`,
    () => new Intl.DisplayNames(locales[language], { type: 'currency' }),
  )
  return names.of(currency) ?? currency
}

/** A whole number, its thousands grouped. */
export function formatCount(language: PageLanguage, count: number): string {
  return once(`count ${language}`, () => new Intl.NumberFormat(locales[language])).format(count)
}

/** A share of a whole, from 0 to 1, as whole per cents rounded down: 100 % is said of all and no less. */
export function formatShare(language: PageLanguage, share: number): string {
  const formatter = once(
    `share ${language}`,
    () => new Intl.NumberFormat(locales[language], { style: 'percent' }),
  )
  return formatter.format(Math.floor(share * 100) / 100)
}

/** How much room a day has: `14 March 2026`, or `14 Mar 2026`. Chinese writes both alike. */
export type DayForm = 'long' | 'short'

/** A day, `YYYY-MM-DD`, as the reader writes it. It is of no time zone and stays the day it is. */
export function formatDay(language: PageLanguage, day: string, form: DayForm = 'short'): string {
  const formatter = once(
    `day ${language} ${form}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        day: 'numeric',
        month: form === 'long' || language !== 'en' ? 'long' : 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  )
  return formatter.format(new Date(`${day}T00:00:00Z`))
}

/** A month, `YYYY-MM`: `March 2026`, `2026年3月`. */
export function formatMonth(language: PageLanguage, month: string): string {
  const formatter = once(
    `month ${language}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  )
  return formatter.format(new Date(`${month}-01T00:00:00Z`))
}

/** An instant, ISO 8601 in UTC, as day and time in a time zone: `14 Mar 2026, 09:30`. */
export function formatInstant(language: PageLanguage, instant: string, timeZone: string): string {
  const formatter = once(
    `instant ${language} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locales[language], {
        day: 'numeric',
        month: language === 'en' ? 'short' : 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }),
  )
  return formatter.format(new Date(instant))
}

/** What stands between a label and what it labels in running text. */
export function colon(language: PageLanguage): string {
  return language === 'en' ? ': ' : '：'
}

/** Several things in one line: “a, b and c”, “甲、乙和丙”. */
export function formatList(language: PageLanguage, items: readonly string[]): string {
  const form = once(
    `list ${language}`,
    () => new Intl.ListFormat(locales[language], { type: 'conjunction' }),
  )
  return form.format(items)
}

/** A day of the week by ISO 8601, 1 is Monday: “Monday”, “Mon”. */
export function formatWeekday(
  language: PageLanguage,
  weekday: number,
  form: 'long' | 'short' = 'long',
): string {
  const written = once(
    `weekday ${language} ${form}`,
    () => new Intl.DateTimeFormat(locales[language], { weekday: form, timeZone: 'UTC' }),
  )
  // The fifth of January 1970 was a Monday.
  return written.format(Date.UTC(1970, 0, 4 + weekday))
}

/** The form of a word that a count asks for (CLDR plural rules); Chinese has one. */
export function plural(
  language: PageLanguage,
  count: number,
  forms: { readonly one: string; readonly other: string },
): string {
  const rules = once(`plural ${language}`, () => new Intl.PluralRules(locales[language]))
  return rules.select(count) === 'one' ? forms.one : forms.other
}
