/** Two bodies of the policy on duties taken together: what either of them asks for. */
import { type Duties, minorOf } from './deciding.ts'

type Amounts = Readonly<Record<string, string>>

/** The least amount of each currency; of those named in one alone that one, where `either` says so. */
function least(one: Amounts, other: Amounts, either: boolean): Amounts {
  const found: Record<string, string> = {}
  for (const currency of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [one[currency], other[currency]]
    if (a !== undefined && b !== undefined) {
      found[currency] = minorOf(a, currency) <= minorOf(b, currency) ? a : b
    } else if (either) found[currency] = (a ?? b)!
  }
  return found
}

/** What is allowed only where both allow it, and asked for where either asks for it. */
export function strictestDuties(one: Duties, other: Duties): Duties {
  const [above, otherAbove] = [one.approval_above, other.approval_above]
  const emergency_allowed = one.emergency_allowed && other.emergency_allowed
  return {
    not_the_same: [...new Set([...one.not_the_same, ...other.not_the_same])],
    incompatible_roles: [...one.incompatible_roles, ...other.incompatible_roles],
    approval_above: above && otherAbove ? least(above, otherAbove, true) : (above ?? otherAbove),
    approvals: [...one.approvals, ...other.approvals],
    emergency_allowed,
    emergency_limit: emergency_allowed
      ? least(one.emergency_limit ?? {}, other.emergency_limit ?? {}, false)
      : null,
    emergency_others: Math.max(one.emergency_others, other.emergency_others),
  }
}
