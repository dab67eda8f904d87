/** Lines of a journal that are no transactions: which are taken, which change what follows. */
import { type Fault, isFault, readAmount } from './journal-amounts.ts'
import type { Settings } from './journal-lines.ts'

/** What a directive does to the lines after it. */
export interface Directive {
  /** Settings from here on. */
  readonly settings: Settings
  /** The word after `end` that closes a block which is comment; null when there is no block. */
  readonly until: string | null
}

/** They declare or price; no amount, account or day depends on them. */
const harmless = new Set(['account', 'commodity', 'payee', 'tag', 'P', 'N'])

/** Lines indented below a harmless directive that only describe it. */
const harmlessBelow = new Set(['note', 'format', 'nomarket', 'type', 'uuid'])

/** Blocks that Ledger and hledger read as comment. */
const commentBlocks = new Set(['comment', 'test'])

/** Reads a line that begins with a letter or a sign and is no comment. */
export function readDirective(content: string, settings: Settings): Directive | Fault {
  const [word = '', ...others] = content.replace(/^[!@]/, '').trimEnd().split(/\s+/)
  const rest = others.join(' ')
  if (harmless.has(word)) return { settings, until: null }
  if (commentBlocks.has(word)) return { settings, until: word }
  if (word === 'D') return defaultCommodity(rest, settings)
  if (word === 'year' || word === 'Y' || /^Y[0-9]/.test(word)) {
    return defaultYear(word.replace(/^(?:year|Y)/, '') || rest, settings)
  }
  if (word === 'decimal-mark') return decimalMark(rest, settings)
  return { fault: 'journal.unsupported', sentence: sentenceOf(content, word) }
}

/** What an indented line below a directive may not say: an alias would rename accounts. */
export function belowDirective(content: string): Fault | null {
  const word = content.trim().split(/\s+/, 1)[0] ?? ''
  if (word.startsWith(';') || harmlessBelow.has(word)) return null
  return {
    fault: 'journal.unsupported',
    sentence: 'This line below a directive is not read; only notes, formats and types are.',
  }
}

function sentenceOf(content: string, word: string): string {
  if (content.startsWith('=')) return 'An automated transaction (=) is not read.'
  if (content.startsWith('~')) return 'A periodic transaction (~) is not read.'
  if (word === 'include') return 'An included file is not read; import each file by itself.'
  if (word === 'alias') return 'An alias is not read; write the accounts in full.'
  return 'The line is neither a transaction nor a directive that is read here.'
}

function defaultCommodity(rest: string, settings: Settings): Directive | Fault {
  const amount = readAmount(rest, settings.mark)
  if (isFault(amount)) return amount
  return { settings: { ...settings, commodity: amount.commodity }, until: null }
}

function defaultYear(rest: string, settings: Settings): Directive | Fault {
  if (!/^[0-9]{4}$/.test(rest)) {
    return { fault: 'journal.year', sentence: 'The year must have four digits.' }
  }
  return { settings: { ...settings, year: rest }, until: null }
}

function decimalMark(rest: string, settings: Settings): Directive | Fault {
  if (rest !== '.' && rest !== ',') {
    return { fault: 'journal.decimal_mark', sentence: 'The decimal mark is a point or a comma.' }
  }
  return { settings: { ...settings, mark: rest }, until: null }
}
