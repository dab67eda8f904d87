/** A statement as data: canonical JSON, and one table of its lines for a spreadsheet. */

import { stringify } from 'csv-stringify/sync'
import { messages } from '../../templates/messages/messages.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { neutralise } from '../kit/csv.ts'
import { amountText, minor } from '../kit/money.ts'
import { partyName } from './remarks.ts'
import type { StatementDocument, StatementLanguage, StatementLine } from './statement.ts'
import { nameIn } from './wording.ts'

/** The document as canonical JSON (RFC 8785): byte for byte what its PDF carries. */
export function statementJson(document: StatementDocument): string {
  return canonicalJson(document)
}

/**
 * Every line of the statement as CSV (RFC 4180) with a byte order mark, which spreadsheets need to read
 * Chinese. Amounts are plain decimals that add up; a text that a spreadsheet would run is neutralised.
 */
export function renderStatementCsv(
  document: StatementDocument,
  language: StatementLanguage,
): string {
  const words = messages[language].statement
  const header = [
    words.serial,
    words.day,
    words.recorded_on,
    words.section,
    words.kind,
    words.source,
    words.category_code,
    words.category,
    words.party_ref,
    words.party,
    words.beneficiary_ref,
    words.beneficiary,
    words.money_in,
    words.money_out,
    words.amount_other,
    words.currency,
    words.reverses_serial,
    words.reverses_day,
  ]
  const rows = document.statement.lines.map((line) => rowOf(document, line, language))
  return stringify(
    [header, ...rows].map((cells) => cells.map(neutralise)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  )
}

function rowOf(
  document: StatementDocument,
  line: StatementLine,
  language: StatementLanguage,
): string[] {
  const { currency } = document.statement.fund
  const words = messages[language].statement
  const amount = amountText(minor(line.amount_minor), currency)
  return [
    String(line.serial),
    line.day,
    line.recorded_on,
    words[`section_${line.section}`],
    line.kind,
    line.source === null ? '' : messages[language].source[line.source],
    line.category.code,
    nameIn(line.category.names, language),
    line.party?.ref ?? '',
    partyName(document, line.party),
    line.beneficiary?.ref ?? '',
    partyName(document, line.beneficiary),
    line.section === 'receipt' ? amount : '',
    line.section === 'payment' ? amount : '',
    line.section === 'other' ? amount : '',
    currency,
    line.reverses === null ? '' : String(line.reverses.serial),
    line.reverses?.day ?? '',
  ]
}
