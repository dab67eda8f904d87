/** The rules of a committee under which a sitting is held: those in force on its day when it was called. */
import type { Committee } from '../../policies/deciding.ts'
import { neutralPolicies } from '../../policies/defaults.ts'
import { bodyOf, findVersion } from '../../policies/in-force.ts'
import type { Reader } from '../../store/store.ts'
import type { Sitting } from './rows.ts'

/** Quorum and majority of a sitting; the house's own where nobody had decided on any. */
export function committeePolicyOf(
  reader: Reader,
  { policy_version_id }: Pick<Sitting, 'policy_version_id'>,
): Committee {
  const version = policy_version_id === null ? undefined : findVersion(reader, policy_version_id)
  return version ? bodyOf<'committee'>(version) : neutralPolicies.committee
}
