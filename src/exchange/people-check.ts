/**
 * The query that says what would become of rows of a file of people, before any of them is taken. In no
 * registry: so many rows stand in no address; the background asks it of the rows of a whole file.
 */
import { z } from 'zod'
import { query, type View } from '../book/registry.ts'
import { Refusal } from '../kit/refusal.ts'
import { duplicateReasons, grades } from '../people/duplicates.ts'
import { partyById, partyRef, partyWithRef } from '../people/parties.ts'
import { partyInScope } from '../people/party-scope.ts'
import { unitWithCode } from '../people/units.ts'
import { whoMayBe } from './people-collisions.ts'
import { columnKeys } from './people-columns.ts'
import { type GivenRow, importRows } from './people-import.ts'
import { type RowFault, readRow, rowFaults } from './people-rows.ts'

/** What a row is found to be: somebody new, like somebody in the book, taken before, or not to be taken. */
export const rowStates = ['new', 'alike', 'done', 'refused'] as const

const checkedRow = z.object({
  row: z.number(),
  state: z.enum(rowStates),
  faults: z.array(z.object({ column: z.enum(columnKeys), code: z.enum(rowFaults) })),
  /** Whom it may mean, the surest first. */
  alike: z.array(
    z.object({
      party: z.string(),
      reasons: z.array(z.enum(duplicateReasons)),
      grade: z.enum(grades),
    }),
  ),
})
type CheckedRow = z.output<typeof checkedRow>

/** Of those a row may mean so many are told. */
const mostAlike = 5

export const checkRows = query({
  name: 'people.check_rows',
  summary: 'Says what would become of rows of a file of people; nothing is written',
  may: importRows.may,
  reach: importRows.reach,
  route: { method: 'GET', path: '/imports/people-rows' },
  input: importRows.input,
  output: z.object({ rows: z.array(checkedRow) }),
  run: (view, { rows, region }) => ({
    rows: rows.map((given) => checked(view, given, region ?? null)),
  }),
})

function checked(view: View, given: GivenRow, region: string | null): CheckedRow {
  const { row: place } = given
  const refused = (faults: RowFault[]) => ({
    row: place,
    state: 'refused' as const,
    faults,
    alike: [],
  })
  const row = readRow(given.cells, { today: view.today, region })
  if (Array.isArray(row)) return refused(row)
  const units = (['home_unit', 'current_unit'] as const).map((column) =>
    unitFault(view, row[column], column),
  )
  const faults = units.filter((fault) => fault !== null)
  if (faults.length > 0) return refused(faults)
  if (given.done !== undefined) {
    return stands(view, given.done)
      ? { row: place, state: 'done', faults: [], alike: [] }
      : refused([{ column: 'name', code: 'party_unknown' }])
  }
  const home = row.home_unit === null ? null : unitWithCode(view, row.home_unit).id
  const alike = whoMayBe(view, row, home)
    .filter(({ other }) => partyInScope(view, partyById(view, other)))
    .slice(0, mostAlike)
    .map(({ other, reasons, grade }) => ({ party: partyRef(other), reasons: [...reasons], grade }))
  return { row: place, state: alike.length > 0 ? 'alike' : 'new', faults: [], alike }
}

function unitFault(
  view: View,
  code: string | null,
  column: 'home_unit' | 'current_unit',
): RowFault | null {
  if (code === null) return null
  try {
    return unitWithCode(view, code).closed ? { column, code: 'unit_closed' } : null
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    return { column, code: 'unit_unknown' }
  }
}

function stands(view: View, ref: string): boolean {
  try {
    return partyWithRef(view, ref) !== undefined
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    return false
  }
}
