/**
 * A statement put into words and figures of one language: every text that the PDF and the page show,
 * made once, so that the two cannot differ. What it is given must tie; a statement whose figures do not
 * add up is never printed.
 */

import { type Messages, messages } from '../../templates/messages/messages.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { sha256Hex } from '../kit/digest.ts'
import { groupedAmount, minor } from '../kit/money.ts'
import { amountInWords } from '../kit/words.ts'
import {
  type Context,
  changesOf,
  correctionsOf,
  LISTED,
  notesOf,
  partyName,
  serialsOf,
} from './remarks.ts'
import type { Statement, StatementDocument, StatementLanguage } from './statement.ts'
import { assertTies } from './ties.ts'
import { currencyInText, dayInTable, dayInText, nameIn } from './wording.ts'

export interface PaymentRow {
  readonly serial: string
  readonly day: string
  readonly payee: string
  readonly category: string
  readonly amount: string
  readonly balance: string
  /** Whom it helps, what it undoes, and when it was recorded if in another month. */
  readonly notes: readonly string[]
  readonly amount_minor: number
  readonly balance_minor: number
}

export interface Fact {
  readonly label: string
  readonly value: string
  /** Needs the whole width of the page. */
  readonly wide?: true
}

export interface LabelledLines {
  readonly heading: string
  readonly lines: readonly string[]
}

export interface PositionRow {
  readonly label: string
  readonly amount: string
  readonly strong: boolean
}

export interface StatementView {
  readonly language: StatementLanguage
  readonly words: Messages['statement']
  readonly organisation: string
  /** The number; null on a preview. */
  readonly number: string | null
  readonly issued: string | null
  /** The day under the name at the seal; null on a preview. */
  readonly issued_on: string | null
  readonly edition: string
  readonly facts: readonly Fact[]
  readonly amounts_in: string
  readonly contributions: readonly {
    readonly source: string
    readonly count: string
    readonly amount: string
  }[]
  readonly contributions_total: { readonly count: string; readonly amount: string }
  readonly position: readonly PositionRow[]
  readonly changes: LabelledLines | null
  readonly corrections: LabelledLines | null
  readonly payments: readonly PaymentRow[]
  readonly payments_total: string
  readonly payments_in_words: string
  /** Opening balance plus contributions: where the running balance starts. */
  readonly start_minor: number
  readonly start: string
  readonly closing: string
  readonly serials: string
  /** Where the contributions stand one by one; null where there is none. */
  readonly contributions_listed: string | null
  readonly digest: string
  readonly chain_head: string
  /** What the QR code says; null on a preview. */
  readonly verify_text: string | null
  /** None on a preview, which nobody signs. */
  readonly signers: readonly string[]
  /** An amount of the fund as people read it. */
  readonly figure: (amount_minor: number) => string
}

/** Puts a document into the words of one language. Asserts that the statement ties. */
export function statementView(
  document: StatementDocument,
  language: StatementLanguage,
): StatementView {
  const { statement } = document
  assertTies(statement)
  const words = messages[language].statement
  const { currency } = statement.fund
  const figure = (amount: number) => groupedAmount(minor(amount), currency)
  const digest = sha256Hex(canonicalJson(statement))
  const context: Context = { document, statement, language, words, figure }
  return {
    language,
    words,
    organisation: statement.organisation.name,
    number: statement.issue?.number ?? null,
    issued:
      statement.issue && words.issued({ day: dayInText(statement.issue.issued_on, language) }),
    issued_on: statement.issue && dayInText(statement.issue.issued_on, language),
    edition: words[document.edition],
    facts: factsOf(context),
    amounts_in: words.amounts_in({ currency: currencyInText(currency, language) }),
    contributions: statement.receipts.map((receipt) => ({
      source: messages[language].source[receipt.source],
      count: String(receipt.count),
      amount: figure(receipt.amount_minor),
    })),
    contributions_total: {
      count: String(statement.receipts.reduce((sum, receipt) => sum + receipt.count, 0)),
      amount: figure(statement.receipts_minor),
    },
    position: positionOf(context),
    changes: changesOf(context),
    corrections: correctionsOf(context),
    payments: paymentsOf(context),
    payments_total: figure(statement.payments_minor),
    payments_in_words: amountInWords(minor(statement.payments_minor), currency, language),
    start_minor: statement.opening_minor + statement.receipts_minor,
    start: figure(statement.opening_minor + statement.receipts_minor),
    closing: figure(statement.closing_minor),
    serials: serialsOf(context),
    contributions_listed: statement.receipts.length === 0 ? null : words.contributions_listed,
    digest,
    chain_head: statement.known.chain_head,
    verify_text: statement.issue && verifyText(statement, digest),
    signers:
      statement.issue === null
        ? []
        : [words.prepared, words.reviewed, words.approved, words.cashier],
    figure,
  }
}

function verifyText(statement: Statement, digest: string): string {
  const head = statement.known.chain_head.slice(0, 16)
  return `careledger:1:${statement.organisation.book}:${statement.issue?.number}:${digest}:${head}`
}

function factsOf({ statement, language, words }: Context): Fact[] {
  const { fund, period, known } = statement
  const days = words.period_days({
    from: dayInText(period.from, language),
    to: dayInText(period.to, language),
  })
  const state = period.closed ? words.period_closed : words.period_open
  const restriction = messages[language].restriction[fund.restriction]
  const purpose = fund.purpose === '' ? '' : (language === 'en' ? ': ' : '：') + fund.purpose
  const bracket = (text: string) => (language === 'en' ? ` (${text})` : `（${text}）`)
  return [
    { label: words.fund, value: fund.name + bracket(fund.code) },
    { label: words.period, value: days + bracket(state) },
    ...(fund.unit === null ? [] : [{ label: words.unit, value: fund.unit }]),
    { label: words.known, value: words.known_sequence({ sequence: known.sequence }) },
    // A numbered statement says it under its number.
    ...(statement.issue === null
      ? [{ label: words.currency, value: currencyInText(fund.currency, language) }]
      : []),
    { label: words.restriction, value: restriction + purpose, wide: true },
  ]
}

function positionOf({ statement, language, words, figure }: Context): PositionRow[] {
  const row = (label: string, amount: number, strong = false) => ({
    label,
    amount: figure(amount),
    strong,
  })
  const shown = statement.commitments.slice(0, LISTED)
  const rest = statement.commitments.slice(LISTED)
  const restMinor = rest.reduce((sum, commitment) => sum + commitment.amount_minor, 0)
  return [
    row(
      words.opening({ day: dayInText(statement.period.from, language) }),
      statement.opening_minor,
    ),
    row(words.receipts, statement.receipts_minor),
    row(words.payments, statement.payments_minor),
    row(
      words.closing({ day: dayInText(statement.period.to, language) }),
      statement.closing_minor,
      true,
    ),
    row(words.payables, statement.payables_minor),
    ...shown.map((commitment) =>
      row(words.commitment({ name: nameIn(commitment.names, language) }), commitment.amount_minor),
    ),
    ...(rest.length === 0 ? [] : [row(words.commitments_more({ count: rest.length }), restMinor)]),
    row(words.available, statement.available_minor, true),
  ]
}

function paymentsOf(context: Context): PaymentRow[] {
  const { document, statement, language, figure } = context
  let balance = statement.opening_minor + statement.receipts_minor
  return statement.lines
    .filter((line) => line.section === 'payment')
    .map((line) => {
      balance -= line.amount_minor
      return {
        serial: String(line.serial),
        day: dayInTable(line.day, language),
        payee: partyName(document, line.party),
        category: nameIn(line.category.names, language),
        amount: figure(line.amount_minor),
        balance: figure(balance),
        notes: notesOf(context, line),
        amount_minor: line.amount_minor,
        balance_minor: balance,
      }
    })
}
