/** Which cases a sitting decides on: those of its unit and below that wait for it, and emergencies to be ratified. */
import type { Act, View } from '../../book/registry.ts'
import { awardOf, ratificationOf } from '../awards/awards.ts'
import { requireAtStep } from '../cases/advance.ts'
import { caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'
import { unitsAbove } from './members.ts'
import { caseBeforeAnother, caseOutsideSitting } from './refusals.ts'
import { ballotsOnCase, type Sitting } from './rows.ts'

/** Whether help was paid first in an emergency, and nobody has said yet whether that stands. */
export function awaitsRatification(reader: View | Act, theCase: HardshipCase): boolean {
  const award = theCase.emergency === 1 ? awardOf(reader, theCase.id) : undefined
  return award?.emergency === 1 && !ratificationOf(reader, award.id)
}

/** Refuses `case.outside_sitting` for a case of a unit that is not the sitting's or below it. */
function requireWithin(act: Act, sitting: Sitting, theCase: HardshipCase): void {
  if (!unitsAbove(act, theCase.unit_id).includes(sitting.unit_id)) {
    throw caseOutsideSitting({ case: caseRef(theCase.id), sitting: sitting.id })
  }
}

/**
 * Refuses a case on which a sitting does not decide: `case.outside_sitting`, `case.not_in_state`, `case.not_at_step`, and
 * `case.before_another_sitting` where another open sitting has voted on it.
 */
export function requireBefore(act: Act, sitting: Sitting, theCase: HardshipCase): void {
  requireWithin(act, sitting, theCase)
  if (!awaitsRatification(act, theCase)) {
    requireAtStep(theCase, standingOf(act, theCase.id), 'deliberate')
  }
  const other = ballotsOnCase(act, theCase.id).find(
    ({ sitting_id, digest }) => digest === null && sitting_id !== sitting.id,
  )
  if (other) throw caseBeforeAnother({ case: caseRef(theCase.id), sitting: other.sitting_id })
}
