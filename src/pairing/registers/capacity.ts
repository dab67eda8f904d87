/** How much a helper takes on at once, and how much of it is in use. */
import type { Day } from '../../kit/day.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Pairing } from '../../policies/pairing.ts'
import type { Reader } from '../../store/store.ts'
import { inUse } from '../pairs/counted.ts'
import type { Helper, HelperVersion } from './rows.ts'

/**
 * How many needs a helper takes on at once: the number of their own, else that of their rank, else what the policy says
 * for who has none (handbook B, rule 3-2-1-1). Nobody who has ended takes on any.
 */
export function capacityOf(
  reader: Reader,
  helper: Pick<Helper, 'unit_id'>,
  version: Pick<HelperVersion, 'standing' | 'capacity' | 'rank'>,
  today: Day,
): number {
  const policy = policyInForce(reader, 'pairing', { unit: helper.unit_id, on: today }).body
  return capacityBy(policy, version)
}

/** The same by a policy that is at hand, for whoever asks of thousands. */
export function capacityBy(
  { ranks, most_without_rank }: Pick<Pairing, 'ranks' | 'most_without_rank'>,
  { standing, capacity, rank }: Pick<HelperVersion, 'standing' | 'capacity' | 'rank'>,
): number {
  if (standing === 'ended') return 0
  if (capacity !== null) return capacity
  return ranks.find(({ code }) => code === rank)?.most ?? most_without_rank
}

/** How many of a helper's places are in use: pairs proposed, active, under review or about to close. */
export function loadOf(reader: Reader, helper: Pick<Helper, 'id'>): number {
  const sql = `select count(*) as "count" from pair_state
    where helper_id = +? and state in ${inUse}`
  return reader.first(sql, [helper.id])!.count as number
}
