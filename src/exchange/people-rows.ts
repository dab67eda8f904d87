/** A row of a file of people, read: what it says of one person or body, or what is wrong with it, by column. */
import { bankAccount } from '../kit/bank-account.ts'
import { creditCode } from '../kit/credit-code.ts'
import { type Day, isDay } from '../kit/day.ts'
import { phone } from '../kit/phone.ts'
import { Refusal } from '../kit/refusal.ts'
import { residentId } from '../kit/resident-id.ts'
import type { Relation } from '../people/households.ts'
import type { PartyKind } from '../people/parties.ts'
import type { SealedValues } from '../vault/values.ts'
import { type ColumnKey, cellWords, type SheetDocument } from './people-columns.ts'

/** The cells of a row as texts; an empty one is left out. */
export type RowCells = Readonly<Partial<Record<ColumnKey, string>>>

export const rowFaults = [
  'missing',
  'word_unknown',
  'not_a_day',
  'in_future',
  'too_long',
  'unreadable',
  'digits_lost',
  'number_wrong',
  'persons_only',
  'bodies_only',
  'unit_unknown',
  'unit_closed',
  'relation_missing',
  'one_head',
  'lives_elsewhere',
  'row_of_household',
  'twice_in_household',
  'belongs_elsewhere',
  'has_died',
  'party_unknown',
] as const
export type RowFaultCode = (typeof rowFaults)[number]

export interface RowFault {
  readonly column: ColumnKey
  readonly code: RowFaultCode
}

/** What a row says. */
export interface PersonRow {
  readonly kind: PartyKind
  readonly name: string
  readonly home_unit: string | null
  readonly current_unit: string | null
  readonly member_from: Day | null
  readonly household: string | null
  readonly relation: Relation | null
  readonly number_elsewhere: string | null
  /** What is to be sealed. */
  readonly sealed: Readonly<Partial<SealedValues>>
}

/** Stands in a cell whose number a spreadsheet had rounded before it was read. */
export const digitsLost = '\u{fffc}'

/** As long as a name on a form; an address is the longest of them. */
const longestCell = 500

export interface Reading {
  readonly today: Day
  /** The country of telephone numbers that name none (ISO 3166-1), null when it is not known. */
  readonly region: string | null
}

/** Reads a row. All that is wrong with it is told, each with its column. */
export function readRow(cells: RowCells, reading: Reading): PersonRow | RowFault[] {
  const faults: RowFault[] = []
  const read = new Cells(cells, faults)
  const kind = read.word('kind', cellWords.kind) ?? 'person'
  const row = {
    kind,
    name: read.text('name') ?? '',
    home_unit: read.text('home_unit'),
    current_unit: read.text('current_unit'),
    member_from: read.day('member_from', reading.today),
    household: read.text('household'),
    relation: read.word('relation', cellWords.relation),
    number_elsewhere: read.text('number_elsewhere'),
    sealed: sealedOf(read, kind, reading),
  }
  if (cells.name === undefined) faults.push({ column: 'name', code: 'missing' })
  if (row.household !== null && row.relation === null && !cells.relation) {
    faults.push({ column: 'relation', code: 'relation_missing' })
  }
  const ofPersons = ['current_unit', 'member_from', 'birth_date', 'household', 'relation'] as const
  if (kind !== 'person') {
    for (const column of ofPersons) {
      if (cells[column] !== undefined) faults.push({ column, code: 'persons_only' })
    }
  }
  return faults.length > 0 ? faults : row
}

function sealedOf(read: Cells, kind: PartyKind, reading: Reading): Partial<SealedValues> {
  const { region } = reading
  const born = read.day('birth_date', reading.today)
  const telephone = read.number('phone', (text) => phone(text, region))
  const account = read.number('bank_account', bankAccount)
  const branch = read.text('bank_branch')
  const address = read.text('address')
  if (branch !== null && account === null) read.fault('bank_account', 'missing')
  return {
    ...documentOf(read, kind, reading),
    ...(born === null ? {} : { birth_date: { on: born } }),
    ...(telephone === null ? {} : { phone: telephone }),
    ...(account === null ? {} : { bank_account: { number: account.number, bank: branch } }),
    ...(address === null ? {} : { address: { text: address } }),
  }
}

/** A person's document is a resident identity card unless it is said to be another. */
function documentOf(read: Cells, kind: PartyKind, { today }: Reading): Partial<SealedValues> {
  const given = read.word('document_type', cellWords.document)
  const type: SheetDocument = given ?? (kind === 'person' ? 'resident_id' : 'credit_code')
  if ((type === 'credit_code') === (kind === 'person')) {
    read.fault('document_type', kind === 'person' ? 'bodies_only' : 'persons_only')
    return {}
  }
  if (type === 'credit_code') {
    const code = read.number('document_number', creditCode)
    return code === null ? {} : { credit_code: { code } }
  }
  const number = read.number('document_number', (text) => {
    return type === 'resident_id' ? residentId(text, today).number : documentNumber(text)
  })
  return number === null ? {} : { identity_number: { type, number } }
}

/** Letters and figures in capitals: how a passport or any other document is compared. */
function documentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Reads cells and notes what is wrong with them. */
class Cells {
  readonly #cells: RowCells
  readonly #faults: RowFault[]

  constructor(cells: RowCells, faults: RowFault[]) {
    this.#cells = cells
    this.#faults = faults
  }

  fault(column: ColumnKey, code: RowFaultCode): null {
    this.#faults.push({ column, code })
    return null
  }

  text(column: ColumnKey): string | null {
    const text = this.#cells[column]
    if (text === undefined) return null
    if (text === digitsLost) return this.fault(column, 'digits_lost')
    if (text.length > longestCell) return this.fault(column, 'too_long')
    const sound = text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text)
    return sound ? text : this.fault(column, 'unreadable')
  }

  word<T>(column: ColumnKey, meaning: (text: string) => T | undefined): T | null {
    const text = this.text(column)
    if (text === null) return null
    return meaning(text) ?? this.fault(column, 'word_unknown')
  }

  /** A day as `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日` or `20260305`. */
  day(column: ColumnKey, today: Day): Day | null {
    const text = this.text(column)?.normalize('NFKC').trim()
    if (text === undefined) return null
    const found =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
      /^(\d{4})(\d\d)(\d\d)$/.exec(text)
    const [, year, month = '', day = ''] = found ?? []
    const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!isDay(on)) return this.fault(column, 'not_a_day')
    return on > today ? this.fault(column, 'in_future') : on
  }

  number<T>(column: ColumnKey, parse: (text: string) => T): T | null {
    const text = this.text(column)
    if (text === null) return null
    try {
      const found = parse(text)
      return found === '' ? this.fault(column, 'number_wrong') : found
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return this.fault(column, 'number_wrong')
    }
  }
}
