/** Hardship files as they stand: one living file for each household. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { HardshipFileId, HouseholdId, PartyId } from '../../kit/ids.ts'
import { householdOf } from '../../people/households.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { fileUnknown } from './refusals.ts'

export type HardshipFile = Row<'hardship_file'>
/** How the household stands from a version on. */
export type FileVersion = Row<'hardship_file_version'>

const byId = prepare((p: { id: HardshipFileId }) =>
  build.selectFrom('hardship_file').selectAll().where('id', '=', p.id),
)
const byHousehold = prepare((p: { household: HouseholdId }) =>
  build.selectFrom('hardship_file').selectAll().where('household_id', '=', p.household),
)
const newestVersion = prepare((p: { file: HardshipFileId }) =>
  build
    .selectFrom('hardship_file_version')
    .selectAll()
    .where('file_id', '=', p.file)
    .orderBy('id', 'desc')
    .limit(1),
)
const everyVersion = prepare((p: { file: HardshipFileId }) =>
  build.selectFrom('hardship_file_version').selectAll().where('file_id', '=', p.file).orderBy('id'),
)

/** A file's reference: `F-` and at least six digits. */
export function fileRef(id: HardshipFileId): string {
  return `F-${String(id).padStart(6, '0')}`
}

/** The file with a number, as far as this caller reaches. Refuses `hardship_file.unknown`. */
export function fileWithId(asker: Scoped, id: number): HardshipFile {
  const found = first(asker, byId, { id: id as HardshipFileId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw fileUnknown({ file: id })
  return found
}

/** The file with an id that stands in the book. */
export function fileById(reader: Reader, id: HardshipFileId): HardshipFile {
  const found = first(reader, byId, { id })
  if (!found) throw fileUnknown({ file: id })
  return found
}

/** The file of a household, or undefined. */
export function fileOfHousehold(reader: Reader, household: HouseholdId): HardshipFile | undefined {
  return first(reader, byHousehold, { household })
}

/** The file of the household in which a party lives on a day; undefined where there is none. */
export function fileOfParty(reader: Reader, party: PartyId, day: Day): HardshipFile | undefined {
  const home = householdOf(reader, party, day)
  return home && fileOfHousehold(reader, home.household_id)
}

/** How a household stands now. */
export function fileStanding(reader: Reader, file: HardshipFileId): FileVersion {
  return first(reader, newestVersion, { file })!
}

/** How it stood before, oldest first. */
export function versionsOfFile(reader: Reader, file: HardshipFileId): FileVersion[] {
  return rows(reader, everyVersion, { file })
}
