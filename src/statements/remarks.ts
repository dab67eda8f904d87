/** What a statement says beside its figures: what changed, what corrects what, which numbers it holds. */

import type { Messages } from '../../templates/messages/messages.ts'
import { type Day, monthOf } from '../kit/day.ts'
import type {
  Statement,
  StatementDocument,
  StatementLanguage,
  StatementLine,
  StatementParty,
} from './statement.ts'
import type { LabelledLines } from './view.ts'
import { dayInText, serialRanges } from './wording.ts'

/** Commitments and corrections beyond this many are counted on the paper and listed in the data. */
export const LISTED = 6

/**
 * The name of a party as this edition shows it: masked, or in full in the named edition, whose names are
 * keyed by the party's reference.
 */
export function partyName(document: StatementDocument, party: StatementParty | null): string {
  if (party === null) return ''
  return document.names?.[party.ref]?.name ?? party.shown
}

/** A document on its way into the words of one language. */
export interface Context {
  readonly document: StatementDocument
  readonly statement: Statement
  readonly language: StatementLanguage
  readonly words: Messages['statement']
  readonly figure: (amount_minor: number) => string
}

/** What changed since the issue before; null on a first issue. */
export function changesOf({ statement, language, words, figure }: Context): LabelledLines | null {
  const { changes } = statement
  if (changes === null) return null
  const listed = (serials: readonly number[]) => ({
    count: serials.length,
    serials: serialRanges(serials, language, (count) => words.more({ count })),
  })
  const delta = (amount: number) => (amount === 0 ? null : (amount > 0 ? '+' : '') + figure(amount))
  const lines = [
    ...(changes.added.length === 0 ? [] : [words.changes_added(listed(changes.added))]),
    ...(changes.reversed.length === 0 ? [] : [words.changes_reversed(listed(changes.reversed))]),
  ]
  const heading = words.changes({ number: changes.since })
  if (lines.length === 0) return { heading, lines: [words.changes_none] }
  const totals = words.changes_totals({
    receipts: delta(changes.receipts_delta_minor),
    payments: delta(changes.payments_delta_minor),
  })
  return { heading, lines: [...lines, totals] }
}

/** What took money out of contributions, of which the paper shows only sums; null where nothing did. */
export function correctionsOf(context: Context): LabelledLines | null {
  const { statement, language, words, figure } = context
  const corrections = statement.lines.filter(
    (line) => line.section === 'receipt' && (line.reverses !== null || line.amount_minor < 0),
  )
  if (corrections.length === 0) return null
  const lines = corrections.slice(0, LISTED).map((line) =>
    [
      words.correction({
        serial: line.serial,
        day: dayInText(line.day, language),
        amount: figure(line.amount_minor),
      }),
      ...notesOf(context, line),
    ].join(language === 'en' ? '. ' : '；'),
  )
  const more = corrections.length - lines.length
  if (more > 0) lines.push(words.corrections_more({ count: more }))
  return { heading: words.corrections, lines }
}

/** Whom a line helps beside the one who was paid, what it undoes, and when it was recorded if in another month. */
export function notesOf(context: Context, line: StatementLine): string[] {
  const { document, language, words } = context
  const notes: string[] = []
  if (line.beneficiary !== null) {
    notes.push(words.for_whom({ name: partyName(document, line.beneficiary) }))
  }
  if (line.kind === 'payout.returned' || line.kind === 'award.bounced') notes.push(words.returned)
  if (line.kind === 'contribution.refunded') notes.push(words.refunded)
  if (line.reverses !== null) {
    notes.push(
      words.reverses({
        serial: line.reverses.serial,
        day: dayInText(line.reverses.day, language),
      }),
    )
  }
  // A slip entered within its month is the ordinary course; the data gives the day of each.
  if (monthOf(line.recorded_on as Day) !== monthOf(line.day as Day)) {
    notes.push(words.recorded_late({ day: dayInText(line.recorded_on, language) }))
  }
  return notes
}

/** Which serial numbers the statement holds, and that none is missing. */
export function serialsOf({ statement, language, words }: Context): string {
  const { lines, elsewhere } = statement
  if (lines.length === 0) return words.serials_none
  const present = new Set([...lines, ...elsewhere].map((line) => line.serial))
  const own = lines.map((line) => line.serial)
  const from = own.reduce((a, b) => Math.min(a, b))
  const to = own.reduce((a, b) => Math.max(a, b))
  const missing: number[] = []
  for (let serial = from; serial <= to; serial++) if (!present.has(serial)) missing.push(serial)
  if (missing.length > 0) {
    return words.serials_missing({
      serials: serialRanges(missing, language, (count) => words.more({ count })),
    })
  }
  const counted = (section: StatementLine['section']) =>
    lines.filter((line) => line.section === section).length
  return words.serials({
    from,
    to,
    payments: counted('payment'),
    receipts: counted('receipt'),
    other: counted('other'),
    elsewhere: elsewhere.length,
  })
}
