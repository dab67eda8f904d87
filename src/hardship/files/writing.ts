/** Opening hardship files and saying anew how a household stands. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { keepDetail } from '../../book/details.ts'
import { dayField } from '../../book/fields.ts'
import type { Act, View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { HardshipFileId, HouseholdId, UnitId } from '../../kit/ids.ts'
import { formHousehold } from '../../people/household-acts.ts'
import { householdOf, householdRef } from '../../people/households.ts'
import { unitsOf } from '../../people/memberships.ts'
import type { Party } from '../../people/parties.ts'
import { unitMeant } from '../../people/units.ts'
import { grades } from '../../policies/caps.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type Facts, factsField, factsRead } from './facts.ts'
import { type FileVersion, fileOfHousehold, fileRef, type HardshipFile } from './files.ts'
import { fileExists, fileReviewPast } from './refusals.ts'

/** What is said of a household when its file is opened. */
export const newFileField = z.strictObject({
  /** How heavy the hardship is (handbook A3). */
  grade: z.enum(grades).optional(),
  /** The organisation has found so; only such files are in statistics. */
  certified: z.boolean().default(false),
  facts: factsField.optional(),
  /** When to look at it again. */
  review_on: dayField.optional(),
})
export type NewFile = z.output<typeof newFileField>

/** Refuses `hardship_file.review_past`. */
export function requireReviewToCome(act: Act, review_on: string | null | undefined): void {
  if (review_on && review_on <= act.today) {
    throw fileReviewPast({ review_on, today: act.today })
  }
}

/**
 * Where a thing about a person belongs: to their home, else where they work, else where they are registered, whichever
 * the caller reaches first. Refuses `unit.unknown` for a caller of several units who reaches none of these.
 */
export function unitNear(act: Act | View, party: Party): UnitId | null {
  const { home, current } = unitsOf(act, party.id, act.today)
  const found = [home, current, party.unit_id].find(
    (unit) => unit !== null && inScope(act.scope, unit),
  )
  if (found !== undefined) return found
  return act.scope === 'all' ? null : (unitMeant(act, null)?.id ?? null)
}

/**
 * The household in which a person lives today; who lives in none gets one formed of them alone. Refuses
 * `party.not_a_person`, `party.has_died`, `household.not_in_order`.
 */
export function householdFor(act: Act, party: Party): HouseholdId {
  const lives = householdOf(act, party.id, act.today)
  if (lives) return lives.household_id
  return formHousehold(act, unitNear(act, party), [{ party, relation: 'head' }], act.today)
}

/** Opens the file of a household. Refuses `hardship_file.exists` and what amounts in the facts refuse. */
export function openFile(
  act: Act,
  household: HouseholdId,
  unit: UnitId | null,
  given: NewFile,
): HardshipFile {
  const there = fileOfHousehold(act, household)
  if (there) throw fileExists({ household: householdRef(household), file: fileRef(there.id) })
  const facts = factsKept(act, given.facts)
  const id = nextId(act, 'hardship_file')
  const file: HardshipFile = { id, household_id: household, unit_id: unit, event_seq: act.seq }
  insert(act, 'hardship_file', file)
  writeFileVersion(act, id, {
    in_hardship: 1,
    certified: given.certified ? 1 : 0,
    grade: given.grade ?? null,
    facts_detail_id: facts,
    review_on: given.review_on ?? null,
    reason_detail_id: null,
  })
  return file
}

/** Facts as the text that is kept. Refuses what amounts in them refuse. */
export function factsText(act: Act, facts: Facts): string {
  return JSON.stringify(factsRead(facts, organisationOf(act).currency))
}

/** Keeps facts apart and answers their number; null for none. */
export function factsKept(act: Act, facts: Facts | undefined): number | null {
  return facts === undefined ? null : keepDetail(act, 'hardship_facts', factsText(act, facts))
}

/** Writes how a household stands from now on. */
export function writeFileVersion(
  act: Act,
  file: HardshipFileId,
  said: Omit<FileVersion, 'id' | 'file_id' | 'event_seq'>,
): void {
  insert(act, 'hardship_file_version', {
    id: nextId(act, 'hardship_file_version'),
    file_id: file,
    ...said,
    event_seq: act.seq,
  })
}
