/** The columns of a roster and the cells of its lines (handbook A8: 发放花名册, 签领表). */

import type { Messages } from '../../../templates/messages/messages.ts'
import {
  bankGrid,
  type GridStyle,
  rosterSheet,
  signedGrid,
} from '../../../templates/statements/paper-layout.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import type { Roster, RosterLine } from '../papers/roster.ts'
import {
  type Align,
  columnsBetween,
  type GridCell,
  type GridColumn,
  type GridRow,
  gridCell,
  gridHeight,
} from './grid.ts'
import type { Sheet } from './sheet.ts'

type Words = Messages['case_papers']['roster']

interface RosterColumn {
  readonly key: string
  readonly share: number
  readonly align: Align
  readonly head: (words: Words) => string
  readonly text: (line: RosterLine, words: Words, roster: Roster) => string
}

const serial: RosterColumn = {
  key: 'serial',
  share: 32,
  align: 'center',
  head: (words) => words.serial,
  text: ({ serial }) => String(serial),
}
const name: RosterColumn = {
  key: 'name',
  share: 88,
  align: 'left',
  head: (words) => words.name,
  text: ({ name }) => name,
}
const identity: RosterColumn = {
  key: 'identity',
  share: 94,
  align: 'center',
  head: (words) => words.identity,
  text: ({ identity }) => identity ?? '',
}
const unit: RosterColumn = {
  key: 'unit',
  share: 94,
  align: 'left',
  head: (words) => words.unit,
  text: ({ unit }) => unit,
}
const category: RosterColumn = {
  key: 'category',
  share: 76,
  align: 'left',
  head: (words) => words.category,
  text: ({ category }) => category,
}
const amount: RosterColumn = {
  key: 'amount',
  share: 74,
  align: 'right',
  head: (words) => words.amount,
  text: ({ amount_minor }, _, { currency }) => groupedAmount(minor(amount_minor), currency),
}
const account: RosterColumn = {
  key: 'account',
  share: 166,
  align: 'left',
  head: (words) => words.account,
  text: ({ bank, account }) => [bank, account].filter((part) => part !== null).join(' '),
}
const signature: RosterColumn = {
  key: 'signature',
  share: 104,
  align: 'left',
  head: (words) => words.signature,
  text: () => '',
}
const receivedOn: RosterColumn = {
  key: 'received_on',
  share: 64,
  align: 'center',
  head: (words) => words.received_on,
  text: () => '',
}
const bankReceipt: RosterColumn = {
  key: 'bank_receipt',
  share: 76,
  align: 'left',
  head: (words) => words.bank_receipt,
  text: () => '',
}
const note: RosterColumn = {
  key: 'note',
  share: 88,
  align: 'left',
  head: (words) => words.note,
  text: noteOf,
}

function noteOf(line: RosterLine, words: Words): string {
  const { beneficiary, goods, result, entry } = line
  return [
    goods ?? '',
    beneficiary === null ? '' : words.for_whom({ name: beneficiary }),
    result === null ? '' : words[`result_${result}`],
    entry === null ? '' : words.entry_note({ entry }),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** The columns that a roster has: an account where anybody is paid to one, a place to sign where nobody is. */
function columnsOf(roster: Roster): RosterColumn[] {
  const bank = roster.form === 'bank'
  const accounts = bank || roster.lines.some((line) => line.account !== null)
  const last = bank ? [bankReceipt, note] : [signature, receivedOn, note]
  const first = [serial, name, identity, unit, category, amount]
  return [...first, ...(accounts ? [account] : []), ...last]
}

/** A roster made ready: its columns, the row that heads them, a row for each line. */
export interface RosterTable {
  readonly columns: readonly GridColumn[]
  readonly style: GridStyle
  readonly heading: GridRow
  readonly rows: readonly GridRow[]
  /** Which column is the amount; those before it hold the label of a sum. */
  readonly amountAt: number
}

export function rosterTable(sheet: Sheet, roster: Roster, words: Words): RosterTable {
  const of = columnsOf(roster)
  const style = roster.form === 'bank' ? bankGrid : signedGrid
  const columns = columnsBetween(
    rosterSheet,
    of.map(({ share, align }) => [share, align]),
  )
  const row = (texts: readonly string[], look: Partial<GridCell>, least = style.least): GridRow => {
    const cells = texts.map((text, at) =>
      gridCell(sheet, text, { column: columns[at]!, style, ...look }),
    )
    return { cells, height: gridHeight(cells, { ...style, least }) }
  }
  const head = row(
    of.map(({ head }) => head(words)),
    { bold: true, align: 'center' },
    20,
  )
  return {
    columns,
    style,
    heading: { ...head, kind: 'TH', wash: true },
    rows: roster.lines.map((line) =>
      row(
        of.map(({ text }) => text(line, words, roster)),
        {},
      ),
    ),
    amountAt: of.indexOf(amount),
  }
}

/** The same as texts, for a table that is no paper: heads, and a row for each line. */
export function rosterTexts(
  roster: Roster,
  words: Words,
): { readonly heads: string[]; readonly rows: string[][]; readonly amountAt: number } {
  const of = columnsOf(roster)
  return {
    heads: of.map(({ head }) => head(words)),
    rows: roster.lines.map((line) => of.map(({ text }) => text(line, words, roster))),
    amountAt: of.indexOf(amount),
  }
}
