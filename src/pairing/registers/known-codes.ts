/** Whether what is entered speaks the words of the policy on pairing that is in force. */
import type { Act } from '../../book/registry.ts'
import type { UnitId } from '../../kit/ids.ts'
import { unitWithCode } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Pairing } from '../../policies/pairing.ts'
import { pairingCodeUnknown } from './refusals.ts'

/** The policy on pairing that holds in a unit today. */
export function pairingIn(act: Act, unit: UnitId | null): Pairing {
  return policyInForce(act, 'pairing', { unit, on: act.today }).body
}

/** Refuses `pairing.code_unknown` for a code that a list of the policy does not name. */
export function requireCodes(
  what: 'kind' | 'skill' | 'rank',
  named: readonly { readonly code: string }[],
  codes: readonly string[],
): void {
  const missing = codes.find((code) => !named.some((one) => one.code === code))
  if (missing !== undefined) throw pairingCodeUnknown({ what, code: missing })
}

/** Refuses `pairing.code_unknown` and, for a unit out of the caller's reach, `unit.unknown`. */
export function requireHelperCodes(
  act: Act,
  unit: UnitId | null,
  said: {
    readonly rank?: string | null | undefined
    readonly skills?: readonly string[] | undefined
    readonly refuses?: readonly string[] | undefined
    readonly serves?: readonly string[] | undefined
  },
): void {
  const { ranks, skills, kinds } = pairingIn(act, unit)
  if (said.rank) requireCodes('rank', ranks, [said.rank])
  requireCodes('skill', skills, said.skills ?? [])
  requireCodes('kind', kinds, said.refuses ?? [])
  for (const code of said.serves ?? []) unitWithCode(act, code)
}
