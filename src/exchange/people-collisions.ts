/** Whom a row of a file may mean: those in the book with its numbers or its name, with reasons as for any two. */
import type { Act, View } from '../book/registry.ts'
import type { PartyId, UnitId } from '../kit/ids.ts'
import {
  type DuplicateReason,
  duplicateReasons,
  gradeOfAll,
  grades,
  type Likeness,
  namesakes,
} from '../people/duplicates.ts'
import { unitsOf } from '../people/memberships.ts'
import { keptInPlaceOf } from '../people/merges.ts'
import { partiesWithNumber } from '../people/numbers.ts'
import { partyById } from '../people/parties.ts'
import { partiesWithValue } from '../vault/blind-index.ts'
import { fieldState, openField } from '../vault/fields.ts'
import type { SealedField } from '../vault/values.ts'
import type { PersonRow } from './people-rows.ts'

const numbered = ['identity_number', 'credit_code', 'bank_account', 'phone'] as const

/**
 * The parties that a row may mean, the surest first. A namesake in another unit is nobody's double, nor is
 * one with another birth date or a document of their own. Refuses what `partiesWithValue` refuses.
 */
export function whoMayBe(asker: Act | View, row: PersonRow, home: UnitId | null): Likeness[] {
  const reasons = new Map<PartyId, Set<DuplicateReason>>()
  const add = (party: PartyId, reason: DuplicateReason) => {
    const kept = keptInPlaceOf(asker, party)
    reasons.set(kept, (reasons.get(kept) ?? new Set()).add(reason))
  }
  for (const field of numbered) {
    const value = row.sealed[field]
    if (value === undefined) continue
    for (const party of partiesWithValue(asker, field, value as never)) add(party, field)
  }
  const elsewhere = row.number_elsewhere
  for (const party of elsewhere === null ? [] : partiesWithNumber(asker, elsewhere)) {
    add(party, 'number_elsewhere')
  }
  const { kind, name } = row
  for (const party of namesakes(asker, { kind, name, besides: null })) {
    const reason = reasons.has(party) ? 'name' : nameReason(asker, row, party, home)
    if (reason !== null) add(party, reason)
  }
  return [...reasons]
    .map(([other, found]) => {
      const ordered = duplicateReasons.filter((reason) => found.has(reason))
      return { other, reasons: ordered, grade: gradeOfAll(ordered) }
    })
    .toSorted((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || a.other - b.other)
}

function nameReason(
  asker: Act | View,
  row: PersonRow,
  party: PartyId,
  home: UnitId | null,
): DuplicateReason | null {
  if (hasAnother(asker, party, row, 'identity_number')) return null
  if (hasAnother(asker, party, row, 'credit_code')) return null
  const born = row.sealed.birth_date?.on
  if (born && fieldState(asker, party, 'birth_date') === 'sealed') {
    return openField(asker, party, 'birth_date')?.on === born ? 'name_birth_date' : null
  }
  if (row.kind !== 'person') return 'name'
  const units = unitsOf(asker, party, asker.today)
  const registered = partyById(asker, party).unit_id
  return [units.home, units.current, registered].includes(home) ? 'name_unit' : null
}

/** The row gives a document, and this party has one: not found by it, it is another. */
function hasAnother(
  asker: Act | View,
  party: PartyId,
  { sealed }: PersonRow,
  field: SealedField,
): boolean {
  return sealed[field] !== undefined && fieldState(asker, party, field) === 'sealed'
}
