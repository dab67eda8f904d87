/** The lines a journal's transaction is made of: its head, its postings, its comments and tags. */
import { type Day, isDay } from '../kit/day.ts'
import {
  type DecimalMark,
  type Fault,
  isFault,
  type JournalAmount,
  readAmount,
} from './journal-amounts.ts'

export type JournalStatus = 'unmarked' | 'pending' | 'cleared'

export interface JournalTag {
  readonly name: string
  readonly value: string
}

export interface JournalHead {
  readonly on: Day
  /** The secondary date after `=` (Ledger's auxiliary date), or null. */
  readonly secondary_on: Day | null
  readonly status: JournalStatus
  /** What stood in parentheses before the description, such as a cheque number, or null. */
  readonly code: string | null
  /** The description up to `|`, or all of it. */
  readonly payee: string
  /** The description after `|`, or null. */
  readonly note: string | null
  /** Without the semicolon, '' when there is none. */
  readonly comment: string
}

export interface JournalPosting {
  readonly line: number
  readonly status: JournalStatus
  readonly account: string
  /** Null when it was left out: it is then what makes the transaction balance. */
  readonly amount: JournalAmount | null
  /** What the account must hold after this posting, or null. */
  readonly assertion: JournalAmount | null
  readonly comment: string
  readonly tags: readonly JournalTag[]
}

/** What directives said that later lines depend on. */
export interface Settings {
  readonly year: string | null
  readonly mark: DecimalMark | null
  readonly commodity: string
}

/** Reads the head of a transaction: a line that begins with a digit. */
export function readHead(content: string, settings: Settings): JournalHead | Fault {
  const dates = /^([0-9][0-9/.-]*)(?:=([0-9/.-]*))?(?=\s|$)/.exec(content)
  if (!dates) return dateFault(content.split(/\s/, 1)[0] ?? '', settings.year)
  const [head, first = '', second] = dates
  const on = dayOf(first, settings.year)
  if (on === null) return dateFault(first, settings.year)
  const secondary = second === undefined ? null : dayOf(second, on.slice(0, 4))
  if (second !== undefined && secondary === null) return dateFault(second, settings.year)
  const { before, comment } = splitComment(content.slice(head.length))
  const { status, rest } = takeStatus(before.trim())
  const coded = /^\(([^)]*)\)(.*)$/.exec(rest)
  if (!coded && rest.startsWith('(')) {
    return { fault: 'journal.code_open', sentence: 'The code in parentheses does not end.' }
  }
  const description = (coded?.[2] ?? rest).trim()
  const bar = description.indexOf('|')
  return {
    on,
    secondary_on: secondary,
    status,
    code: coded?.[1]?.trim() ?? null,
    payee: (bar === -1 ? description : description.slice(0, bar)).trim(),
    note: bar === -1 ? null : description.slice(bar + 1).trim(),
    comment,
  }
}

/** Reads a posting: an indented line that is no comment. */
export function readPosting(
  { line, content }: { line: number; content: string },
  settings: Settings,
): JournalPosting | Fault {
  const { status, rest } = takeStatus(content.trim())
  const gap = rest.search(/ {2}|\t/)
  const account = gap === -1 ? rest : rest.slice(0, gap)
  const fault = accountFault(account)
  if (fault) return fault
  const { before, comment } = splitComment(gap === -1 ? '' : rest.slice(gap))
  const dated = ownDateFault(comment)
  if (dated) return dated
  const read = readAmounts(before.trim(), settings)
  if (isFault(read)) return read
  return { line, status, account, ...read, comment, tags: tagsOf(comment) }
}

/** A posting's own date (`[2012/08/21]`, `date:`) would move it to another day: it is not read. */
export function ownDateFault(comment: string): Fault | null {
  if (comment === '') return null
  if (!/\[=?[0-9]{1,4}[-/.][0-9]/.test(comment) && !/(?:^|[\s,])date2?:/.test(comment)) return null
  return {
    fault: 'journal.posting_date',
    sentence: 'A posting with a date of its own is not read; an entry has one day.',
  }
}

/** Tags in a comment: `name: value` up to a comma (hledger) and `:name:name:` (Ledger). */
export function tagsOf(comment: string): JournalTag[] {
  if (!comment.includes(':')) return []
  return comment.split(/[,\n]/).flatMap((part) => {
    const bare = /^\s*:([^\s]+):\s*$/.exec(part)?.[1]
    if (bare !== undefined) return bare.split(':').map((name) => ({ name, value: '' }))
    const found = /(?:^|\s)([\p{L}\p{N}_.-]+):(?!\/\/)(.*)$/u.exec(part)
    return found ? [{ name: found[1] ?? '', value: (found[2] ?? '').trim() }] : []
  })
}

/**
 * A date with `/`, `-` or `.`; without a year it lies in the year that a directive or date gave.
 */
export function dayOf(text: string, year: string | null): Day | null {
  const found = /^(?:([0-9]{4})([-/.]))?([0-9]{1,2})([-/.])([0-9]{1,2})$/.exec(text)
  if (!found) return null
  const [, written, firstMark, month = '', secondMark, date = ''] = found
  if (firstMark !== undefined && firstMark !== secondMark) return null
  const day = `${written ?? year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

function dateFault(text: string, year: string | null): Fault {
  const yearless = /^[0-9]{1,2}[-/.][0-9]{1,2}$/.test(text) && year === null
  return {
    fault: 'journal.date',
    sentence: yearless
      ? 'The date has no year, and no line Y before it gives one.'
      : 'The line does not begin with a day of the calendar, such as 2012-08-20.',
  }
}

function readAmounts(
  text: string,
  settings: Settings,
): Pick<JournalPosting, 'amount' | 'assertion'> | Fault {
  if (text === '') return { amount: null, assertion: null }
  if (text.includes('@'))
    return unsupported('price', 'A price (@), which exchanges one currency for another,')
  if (/[({[]/.test(text)) return unsupported('expression', 'An amount expression or a lot')
  const equals = text.indexOf('=')
  if (equals === 0) return unsupported('balance_assignment', 'An amount set by a balance (= alone)')
  const amount = withDefault(
    readAmount(equals === -1 ? text : text.slice(0, equals), settings.mark),
  )
  if (equals === -1 || isFault(amount))
    return isFault(amount) ? amount : { amount, assertion: null }
  const claim = text.slice(equals + 1).replace(/^=/, '')
  if (claim.startsWith('*'))
    return unsupported('assertion_below', 'A balance that includes accounts below')
  const assertion = withDefault(readAmount(claim, settings.mark))
  return isFault(assertion) ? assertion : { amount, assertion }

  function withDefault(read: JournalAmount | Fault): JournalAmount | Fault {
    return isFault(read) || read.commodity !== ''
      ? read
      : { ...read, commodity: settings.commodity }
  }
}

function unsupported(fault: string, subject: string): Fault {
  return { fault: `journal.${fault}`, sentence: `${subject} is not read.` }
}

function accountFault(account: string): Fault | null {
  if (/^[([<]/.test(account)) {
    return unsupported('posting_virtual', 'A virtual posting, whose account stands in brackets,')
  }
  if (account === '' || /^[#%|@=~;]/.test(account)) {
    return {
      fault: 'journal.account',
      sentence: 'The line does not begin with the name of an account.',
    }
  }
  // Few accounts have any of these characters, and one look tells.
  const joined =
    /[;$£€¥￥0-9=]/.test(account) &&
    (account.includes(';') ||
      /\s[-+]?[$£€¥￥]/.test(account) ||
      /\s[-+]?[0-9][0-9,]*(?:\.[0-9]+|\s?[A-Z]{3}|\.[0-9]+\s?[A-Z]{3})$/.test(account) ||
      /\s=\s*[-+$£€¥￥0-9]/.test(account))
  if (!joined) return null
  return {
    fault: 'journal.account_joined',
    sentence: 'Two spaces or a tab must stand between the account and what follows it.',
  }
}

function takeStatus(text: string): { status: JournalStatus; rest: string } {
  const status = text.startsWith('*') ? 'cleared' : text.startsWith('!') ? 'pending' : 'unmarked'
  return { status, rest: status === 'unmarked' ? text : text.slice(1).trimStart() }
}

function splitComment(text: string): { before: string; comment: string } {
  const at = text.indexOf(';')
  if (at === -1) return { before: text, comment: '' }
  return { before: text.slice(0, at), comment: text.slice(at + 1).trim() }
}
