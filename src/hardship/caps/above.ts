/** Whether a role of somebody begins above the unit of a case. */
import type { Caller, Role } from '../../book/registry.ts'
import { inScope, unitsBelow } from '../../book/scope.ts'
import type { UnitId } from '../../kit/ids.ts'
import type { Reader } from '../../store/store.ts'

/** Who decides on what passes the rules of a unit. */
export const deciderRoles: readonly Role[] = ['owner', 'approver']

/**
 * Whether a caller approves for the whole organisation or from a unit above this one: a unit neither lets itself pass
 * a cap nor is its own higher body.
 */
export function approvesFromAbove(
  reader: Reader,
  { grants }: Caller,
  unit: UnitId | null,
): boolean {
  const units = grants.flatMap((grant) => (deciderRoles.includes(grant.role) ? [grant.unit] : []))
  return units.some((at) => at === null || (at !== unit && inScope(unitsBelow(reader, [at]), unit)))
}
