/** The rules of signing in that are in force: how long a session lasts, who needs a second factor. */
import { findOrganisation } from '../book/book.ts'
import { type Caller, holdsAny } from '../book/registry.ts'
import { dayAt } from '../kit/day.ts'
import { policyInForce } from '../policies/in-force.ts'
import type { SignIn } from '../policies/people-data.ts'
import type { Reader } from '../store/store.ts'

/** The rules at an instant. */
export function signInPolicyOf(reader: Reader, now: number): SignIn {
  const on = dayAt(now, findOrganisation(reader)?.time_zone ?? 'UTC')
  return policyInForce(reader, 'sign_in', { unit: null, on }).body
}

/** Whether the rules ask a caller for a second factor. */
export function needsSecondFactor(reader: Reader, caller: Caller, now: number): boolean {
  return holdsAny(caller, signInPolicyOf(reader, now).second_factor_roles)
}
