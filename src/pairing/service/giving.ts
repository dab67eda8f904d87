/** Who gives, and to which unit what they give belongs. */
import type { Act } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { UnitId } from '../../kit/ids.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type Party, partyById, partyWithRef } from '../../people/parties.ts'
import { requireLiving } from '../../people/persons.ts'
import { requireNotErased } from '../../people/sealed-commands.ts'
import { openUnitWithCode, unitMeant } from '../../people/units.ts'

/**
 * The person or body that gives something on a day; where they stand merged in another, that one. Refuses
 * `party.unknown`, `party.erased` and, for a day after their death, `party.has_died`.
 */
export function giverWithRef(act: Act, ref: string, on: Day): Party {
  const party = partyById(act, keptInPlaceOf(act, partyWithRef(act, ref).id))
  requireNotErased(act, party)
  if (party.kind === 'person') requireLiving(act, party, on)
  return party
}

/**
 * The unit that is named, else the giver’s, else the one at which the caller’s reach begins. Refuses `unit.unknown` and
 * `unit.closed`.
 */
export function unitOfGift(act: Act, party: Party, code: string | undefined): UnitId | null {
  if (code !== undefined) return openUnitWithCode(act, code).id
  if (party.unit_id !== null && inScope(act.scope, party.unit_id)) return party.unit_id
  return unitMeant(act, undefined)?.id ?? null
}
