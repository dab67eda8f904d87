/** A file of grants as the command that imports it takes them. */
import { addMinor, amountText, type Minor, zeroMinor } from '../kit/money.ts'
import { fundByCode } from '../ledger/funds.ts'
import type { Reader } from '../store/store.ts'
import type { Grants } from './grants.ts'
import { importProblems } from './imports.ts'

export interface Roster {
  readonly grants: {
    readonly line: number
    readonly recipient: { kind: 'person' | 'organisation'; name: string }
    readonly amount: string
    readonly paid_on: string
    readonly note: string
  }[]
  readonly currency: string
  readonly totalMinor: Minor
  readonly first: string
  readonly last: string
  readonly rounded: readonly { row: number; given: string; read_as: string }[]
}

/** The grants of a file as the command takes them. Refuses `import.problems` with every bad row. */
export function rosterOf(reader: Reader, fund: string, read: Grants): Roster {
  const { currency } = fundByCode(reader, fund)
  const foreign = read.grants
    .filter((grant) => grant.currency !== currency)
    .map(({ row, currency: given, identifier }) => ({
      line: row,
      code: 'import.currency',
      sentence: `The grant is in ${given}; the fund ${fund} is kept in ${currency}.`,
      text: identifier,
    }))
  const problems = [
    ...read.problems.map(({ row, ...rest }) => ({ line: row, ...rest })),
    ...foreign,
  ]
  if (problems.length > 0) throw importProblems({ problems })
  const days = read.grants.map(({ awarded_on }) => awarded_on).sort()
  return {
    grants: read.grants.map(({ row, recipient_kind, recipient_name, ...grant }) => ({
      line: row,
      recipient: {
        kind: recipient_kind === 'individual' ? 'person' : 'organisation',
        name: recipient_name,
      },
      amount: amountText(grant.amount_minor, currency),
      paid_on: grant.awarded_on,
      note: `${grant.identifier}: ${grant.title}`.slice(0, 500),
    })),
    currency,
    totalMinor: read.grants.reduce((sum, one) => addMinor(sum, one.amount_minor), zeroMinor),
    first: days[0] ?? '',
    last: days.at(-1) ?? '',
    rounded: read.rounded,
  }
}
