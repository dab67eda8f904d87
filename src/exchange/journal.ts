/**
 * Reader of Ledger and hledger journals (ledger-cli.org/doc/ledger3.html, "Commands and
 * Directives"; hledger.org/hledger.html, "Journal"). It reads and judges; it posts nothing.
 *
 * Taken: dated transactions with status, code, payee, note, comments, tags, one amount left out,
 * balance assertions (`=`, `==`); the directives `account`, `commodity`, `payee`, `tag`, `P`, `N`
 * (declarations and prices, which no amount here depends on), `D`, `year`/`Y`, `decimal-mark`
 * (applied), and the blocks `comment` and `test` (comment). Everything else is a problem with its
 * line: nothing is dropped unsaid.
 */
import { type Fault, isFault } from './journal-amounts.ts'
import { belowDirective, readDirective } from './journal-directives.ts'
import {
  type JournalHead,
  type JournalPosting,
  type JournalTag,
  ownDateFault,
  readHead,
  readPosting,
  type Settings,
  tagsOf,
} from './journal-lines.ts'
import { decodeText, fileTooLarge, linesOf, shown } from './text.ts'

export interface JournalTransaction extends JournalHead {
  /** The line its date stands on, from 1. */
  readonly line: number
  /** Of the head and of the comment lines before the first posting, a line each. */
  readonly comment: string
  readonly tags: readonly JournalTag[]
  readonly postings: readonly JournalPosting[]
}

export interface JournalProblem {
  readonly line: number
  /** Lasting, such as `journal.date` or `amount.ambiguous`. */
  readonly code: string
  readonly sentence: string
  /** The offending line, shortened and made safe to show. */
  readonly text: string
}

/** A journal whose transactions come one by one; its problems are complete after the last. */
export interface JournalStream {
  readonly transactions: Iterable<JournalTransaction>
  readonly problems: readonly JournalProblem[]
}

export interface Journal extends JournalStream {
  readonly transactions: readonly JournalTransaction[]
}

/**
 * A decade of a large organisation's books is some 20 MB; beyond this the file is something else.
 */
export const MAX_JOURNAL_BYTES = 64 * 1024 * 1024
/**
 * A posting with a long comment has some 300 characters; this keeps a single line from being the
 * file.
 */
export const MAX_LINE_CHARS = 10_000
/** A payroll of a thousand people is one transaction; more is split by whoever keeps the books. */
export const MAX_POSTINGS = 1_000
/**
 * Nobody mends more than this in one sitting, and a file of noise must not become a list of noise.
 */
export const MAX_PROBLEMS = 1_000

/** The bytes of a journal file as text. Refuses `file.too_large` and `file.not_utf8`. */
export function decodeJournal(bytes: Uint8Array): string {
  return decodeText(bytes, { what: 'journal', limit: MAX_JOURNAL_BYTES })
}

interface Open {
  readonly line: number
  readonly content: string
  readonly head: JournalHead
  readonly comments: string[]
  readonly postings: JournalPosting[]
  /** A transaction with a problem in any line is not given out: half of it would not balance. */
  flawed: boolean
}

/** What indented lines belong to. */
type Block = 'nothing' | 'declaration' | 'refused' | Open

interface Reading {
  /** The transaction that the line just read has ended. */
  ended: JournalTransaction | null
  readonly problems: JournalProblem[]
  settings: Settings
  block: Block
  /** Inside a block that is comment: the word after `end`, and where it began. */
  comment: { readonly until: string; readonly line: number; readonly content: string } | null
}

interface Line {
  readonly line: number
  readonly content: string
}

/**
 * Reads a journal. A transaction with a problem in any of its lines is left out and the problem
 * says so by its line; import only a journal without problems. Amounts keep their commodity: the
 * currency is the mapping's business. Refuses `file.too_large`.
 */
export function readJournal(text: string): Journal {
  const { transactions, problems } = streamJournal(text)
  return { transactions: [...transactions], problems }
}

/**
 * The same, a transaction at a time: those of a long journal need not all be held at once. They can
 * be taken once. Refuses `file.too_large`.
 */
export function streamJournal(text: string): JournalStream {
  if (text.length > MAX_JOURNAL_BYTES) {
    throw fileTooLarge({ what: 'journal', bytes: text.length, limit: MAX_JOURNAL_BYTES })
  }
  const problems: JournalProblem[] = []
  return { transactions: transactionsIn(text, problems), problems }
}

function* transactionsIn(text: string, problems: JournalProblem[]): Generator<JournalTransaction> {
  const reading: Reading = {
    ended: null,
    problems,
    settings: { year: null, mark: null, commodity: '' },
    block: 'nothing',
    comment: null,
  }
  for (const line of linesOf(text)) {
    readLine(reading, line)
    if (reading.ended) yield reading.ended
    reading.ended = null
    if (problems.length >= MAX_PROBLEMS) {
      report(reading, line, {
        fault: 'journal.too_many_problems',
        sentence: `Reading stopped here after ${MAX_PROBLEMS} problems.`,
      })
      return
    }
  }
  close(reading)
  if (reading.ended) yield reading.ended
  if (reading.comment) {
    report(reading, reading.comment, {
      fault: 'journal.comment_open',
      sentence: `No line “end ${reading.comment.until}” ends this; all after it was comment.`,
    })
  }
}

function readLine(reading: Reading, line: Line): void {
  const { content } = line
  if (reading.comment) {
    if (content.trim() === `end ${reading.comment.until}`) reading.comment = null
    return
  }
  const fault = lineFault(content)
  if (fault) spoil(reading, line, fault)
  else if (content.trim() === '') close(reading)
  else if (/^[ \t]/.test(content)) readIndented(reading, line)
  else readUnindented(reading, line)
}

function readUnindented(reading: Reading, line: Line): void {
  const { content } = line
  close(reading)
  if (/^[;#%|*]/.test(content)) return
  if (/^[0-9]/.test(content)) {
    open(reading, line)
    return
  }
  const read = readDirective(content, reading.settings)
  if (isFault(read)) {
    reading.block = 'refused'
    report(reading, line, read)
    return
  }
  reading.settings = read.settings
  reading.block = 'declaration'
  if (read.until !== null) reading.comment = { until: read.until, ...line }
}

function open(reading: Reading, line: Line): void {
  const head = readHead(line.content, reading.settings)
  if (isFault(head)) {
    reading.block = 'refused'
    report(reading, line, head)
    return
  }
  const comments = head.comment === '' ? [] : [head.comment]
  reading.block = { ...line, head, comments, postings: [], flawed: false }
}

function readIndented(reading: Reading, line: Line): void {
  const { block } = reading
  const comment = /^[ \t]+;(.*)$/.exec(line.content)?.[1]?.trim()
  if (block === 'refused') return
  if (typeof block !== 'string') {
    if (comment === undefined) addPosting(reading, block, line)
    else addComment(reading, block, line, comment)
    return
  }
  if (comment !== undefined) return
  const fault = block === 'declaration' ? belowDirective(line.content) : strayFault
  if (fault) report(reading, line, fault)
}

const strayFault: Fault = {
  fault: 'journal.indented',
  sentence: 'An indented line must stand directly below a transaction or a directive.',
}

function addPosting(reading: Reading, block: Open, line: Line): void {
  const posting = readPosting(line, reading.settings)
  if (isFault(posting)) spoil(reading, line, posting)
  else if (block.postings.length < MAX_POSTINGS) block.postings.push(posting)
  else {
    reading.block = 'refused'
    report(reading, line, {
      fault: 'journal.too_many_postings',
      sentence: `The transaction of line ${block.line} has more than ${MAX_POSTINGS} postings.`,
    })
  }
}

function addComment(reading: Reading, block: Open, line: Line, comment: string): void {
  const posting = block.postings.pop()
  if (!posting) {
    block.comments.push(comment)
    return
  }
  const fault = ownDateFault(comment)
  if (fault) spoil(reading, line, fault)
  const whole = posting.comment === '' ? comment : `${posting.comment}\n${comment}`
  block.postings.push({ ...posting, comment: whole, tags: tagsOf(whole) })
}

/**
 * Ends the transaction that is open, if any, and gives it out unless a line of it was a problem.
 */
function close(reading: Reading): void {
  const { block } = reading
  reading.block = 'nothing'
  if (typeof block === 'string' || block.flawed) return
  const fault = wholeFault(block)
  if (fault) {
    report(reading, block, fault)
    return
  }
  const comment = block.comments.join('\n')
  const { head, line, postings } = block
  reading.ended = { line, ...head, comment, tags: tagsOf(comment), postings }
}

function wholeFault({ postings }: Open): Fault | null {
  if (postings.length === 0) {
    return { fault: 'journal.no_postings', sentence: 'The transaction has no postings.' }
  }
  const elided = postings.filter((posting) => posting.amount === null)
  if (elided.length < 2) return null
  const lines = elided.map((posting) => posting.line).join(', ')
  return {
    fault: 'journal.amounts_left_out',
    sentence: `More than one posting of the transaction has no amount (lines ${lines}).`,
  }
}

function lineFault(content: string): Fault | null {
  if (content.length > MAX_LINE_CHARS) {
    return {
      fault: 'journal.line_too_long',
      sentence: `The line has ${content.length} characters; at most ${MAX_LINE_CHARS} are read.`,
    }
  }
  if (!/[^\P{Cc}\t]/u.test(content)) return null
  return { fault: 'journal.control_character', sentence: 'The line holds a control character.' }
}

/** Reports a problem of a line that may belong to the open transaction, which is then left out. */
function spoil(reading: Reading, line: Line, fault: Fault): void {
  if (typeof reading.block !== 'string') reading.block.flawed = true
  report(reading, line, fault)
}

function report(reading: Reading, { line, content }: Line, { fault, sentence }: Fault): void {
  reading.problems.push({ line, code: fault, sentence, text: shown(content.trim()) })
}
