/**
 * Amounts in words, as they stand on payment papers beside the figures. Integers only, so that
 * words and figures cannot differ. Chinese capitals follow the rules for bills and settlement
 * papers (支付结算办法 附一) and those for accounting records (会计基础工作规范 §52) in the one style that
 * satisfies both: 整 after 元 and after 角, 零 after 元 where its place is 0 and there are 角, none after
 * 万 or 亿 where the next place is filled, 10 written 壹拾.
 *
 * English integers come from the to-words library (its British “and”, checked against a second
 * writing of the rule over 300,000 numbers); the names of currencies, the hyphens and small letters
 * are ours.
 */

import { ToWords } from 'to-words/en-GB'
import { CURRENCY_NAMES } from './currency-names.ts'
import { exponentOf, type Minor, minor } from './money.ts'
import { refusal } from './refusal.ts'

export type WordsLanguage = 'en' | 'zh-Hans' | 'zh-Hant'

/** Longer than any amount that can be written in capitals, with its prefix. */
const WORDS_LENGTH_LIMIT = 64

export const amountWordsUnreadable = refusal(
  'amount.words_unreadable',
  422,
  (v: { given: string }) =>
    `“${v.given}” is not an amount in Chinese capitals as the rules for payment papers write it.`,
  'Write it as 人民币壹仟贰佰叁拾肆元伍角整, without spaces.',
)

/**
 * An amount in words. English: 'one thousand two hundred and thirty-four US dollars and fifty
 * cents'. Chinese: 人民币壹仟贰佰叁拾肆元伍角整, 壹仟贰佰叁拾肆美元伍拾美分. Refuses `currency.unknown`.
 */
export function amountInWords(amount: Minor, currency: string, language: WordsLanguage): string {
  const scale = 10 ** exponentOf(currency)
  const size = Math.abs(amount)
  const parts = { whole: Math.floor(size / scale), part: size % scale, scale }
  if (language === 'en') return (amount < 0 ? 'minus ' : '') + englishAmount(parts, currency)
  return chineseAmount(parts, currency, {
    negative: amount < 0,
    traditional: language === 'zh-Hant',
  })
}

interface Parts {
  readonly whole: number
  readonly part: number
  /** How many minor units make a whole one. */
  readonly scale: number
}

function englishAmount({ whole, part, scale }: Parts, currency: string): string {
  const names = CURRENCY_NAMES[currency]?.en
  if (names === undefined) {
    // The form of cheques: the part as a fraction, since we have no name for the minor unit.
    const fraction = part === 0 ? '' : ` and ${part}/${scale}`
    return `${englishInteger(whole)} ${currency}${fraction}`
  }
  const [one, many, minorOne, minorMany] = names
  const units = `${englishInteger(whole)} ${whole === 1 ? one : many}`
  if (part === 0) return units
  return `${units} and ${englishInteger(part)} ${part === 1 ? minorOne : minorMany}`
}

const english = new ToWords({ converterOptions: { currency: false, useAnd: true } })

// The library writes “Thirty Four” in capitals, the way of headings and not of sentences.
function englishInteger(n: number): string {
  return english
    .convert(n)
    .toLowerCase()
    .replace(/ty (?=(?:one|two|three|four|five|six|seven|eight|nine)\b)/g, 'ty-')
}

// Chinese words are first made as a pattern, in which three letters stand for the places where the
// rules leave a choice. Writing settles each by the house style; reading allows both.
const ZERO_LEFT_OUT = 'o'
const ZERO_WRITTEN = 'O'
const WHOLE_WRITTEN = 'W'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']

function chineseAmount(
  parts: Parts,
  currency: string,
  how: { negative: boolean; traditional: boolean },
): string {
  const names = CURRENCY_NAMES[currency]
  const name = (how.traditional ? names?.hant : names?.hans) ?? [currency]
  const written = (pattern: string) => {
    const text = pattern.replaceAll(ZERO_LEFT_OUT, '').replaceAll(ZERO_WRITTEN, '零')
    const simplified = text.replaceAll(WHOLE_WRITTEN, '整')
    return how.traditional ? traditional(simplified) : simplified
  }
  const sign = how.negative ? written('负') : ''
  if (names?.prefixed) return name[0] + sign + written(yuanPattern(parts))
  const whole = written(integerPattern(parts.whole))
  if (names === undefined) return name[0] + sign + whole + written(decimalsOf(parts))
  if (parts.part === 0) return `${sign + whole + name[0]}整`
  const units = parts.whole === 0 ? '' : whole + name[0]
  const gap = units !== '' && parts.part < parts.scale / 10 ? '零' : ''
  return sign + units + gap + written(integerPattern(parts.part)) + name[1]
}

function decimalsOf({ part, scale }: Parts): string {
  if (part === 0) return '整'
  const digits = String(scale + part).slice(1)
  return `点${[...digits].map((digit) => DIGITS[Number(digit)]).join('')}`
}

/** 元, 角 and 分 for currencies of two decimals, with the choices left open. */
function yuanPattern({ whole, part }: Parts): string {
  const jiao = Math.floor(part / 10)
  const fen = part % 10
  if (part === 0) return `${integerPattern(whole)}元整`
  const yuan = whole === 0 ? '' : `${integerPattern(whole)}元`
  if (jiao === 0) return `${yuan}${yuan === '' ? '' : '零'}${DIGITS[fen]}分`
  const gap = yuan !== '' && whole % 10 === 0 ? ZERO_WRITTEN : ''
  return `${yuan}${gap}${DIGITS[jiao]}角${fen === 0 ? WHOLE_WRITTEN : `${DIGITS[fen]}分`}`
}

function integerPattern(n: number): string {
  if (n >= 1e8) return joined(n, 1e8, '亿')
  if (n >= 1e4) return joined(n, 1e4, '万')
  if (n === 0) return '零'
  let text = ''
  let zeroDue = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) {
      zeroDue = text !== ''
    } else {
      text += (zeroDue ? '零' : '') + DIGITS[digit] + PLACES[place]
      zeroDue = false
    }
  }
  return text
}

/**
 * The part above a unit, the unit, and the part below it with the 零 the rules want between them.
 */
function joined(n: number, unit: number, name: string): string {
  const above = Math.floor(n / unit)
  const below = n % unit
  const head = integerPattern(above) + name
  if (below === 0) return head
  if (below < unit / 10) return `${head}零${integerPattern(below)}`
  // The unit's own place is 0 but the next one is filled: 零 may stand or not.
  return head + (above % 10 === 0 ? ZERO_LEFT_OUT : '') + integerPattern(below)
}

const TRADITIONAL: Readonly<Record<string, string>> = {
  贰: '貳',
  叁: '參',
  陆: '陸',
  万: '萬',
  亿: '億',
  元: '圓',
  负: '負',
  点: '點',
}

const SIMPLIFIED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(TRADITIONAL).map(([simple, full]) => [full, simple])),
  圆: '元',
  叄: '叁',
  貮: '贰',
  幣: '币',
  正: '整',
}

function traditional(text: string): string {
  return [...text].map((character) => TRADITIONAL[character] ?? character).join('')
}

/**
 * Reads an amount of 元, 角 and 分 in Chinese capitals: both scripts, 元 or 圆, 整 or 正, with or without
 * 人民币, and every choice the two rule sets leave (整 after 角, 零 where it is optional). The result is
 * in fen; 负 makes it negative. Refuses `amount.words_unreadable`: also where the figure could be
 * guessed but the rules are broken (拾元整, 贰亿零元整, a missing 整 after 元), since such words invite
 * tampering.
 */
export function parseChineseAmount(text: string): Minor {
  const given = text.length > WORDS_LENGTH_LIMIT ? `${text.slice(0, WORDS_LENGTH_LIMIT)}…` : text
  const unreadable = amountWordsUnreadable({ given })
  if (text.length > WORDS_LENGTH_LIMIT) throw unreadable
  const simplified = [...text].map((character) => SIMPLIFIED[character] ?? character).join('')
  const [, sign, words = ''] = /^(?:人民币)?(负?)(.*)$/u.exec(simplified) ?? []
  const read = /^(?:([^元]+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/u.exec(words)
  if (read === null) throw unreadable
  const [, yuan = '', jiao = '零', fen = '零'] = read
  const whole = numberOf(yuan)
  const part = DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen)
  const size = whole * 100 + part
  if (!Number.isSafeInteger(size) || part < 0) throw unreadable
  // The reading above is generous; only words the rules allow for that very figure are accepted.
  const allowed = yuanPattern({ whole, part, scale: 100 })
    .replaceAll(/[oO]/g, '零?')
    .replaceAll(WHOLE_WRITTEN, '整?')
  if (!new RegExp(`^${allowed}$`, 'u').test(words) || (sign === '负' && size === 0))
    throw unreadable
  return minor(sign === '负' ? -size : size)
}

/** The number that capitals stand for, read generously; NaN where a character has no meaning. */
function numberOf(capitals: string): number {
  for (const [name, unit] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['仟', 1e3],
    ['佰', 1e2],
    ['拾', 10],
  ] as const) {
    const at = capitals.lastIndexOf(name)
    if (at >= 0) return numberOf(capitals.slice(0, at)) * unit + numberOf(capitals.slice(at + 1))
  }
  const digit = capitals.replaceAll('零', '')
  return digit === ''
    ? 0
    : digit.length === 1 && DIGITS.includes(digit)
      ? DIGITS.indexOf(digit)
      : NaN
}
