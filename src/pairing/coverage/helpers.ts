/** Helpers who need a word: with more pairs than they can take on, or who leave while somebody still rests on them. */

import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { HelperId, PartyId, UnitId } from '../../kit/ids.ts'
import { inUse } from '../pairs/counted.ts'
import { capacityOf } from '../registers/capacity.ts'
import type { HelperVersion } from '../registers/rows.ts'

/** A helper who has pairs, with how many. */
export interface HelperLoad {
  readonly helper: HelperId
  readonly party: PartyId
  readonly unit: UnitId | null
  readonly standing: HelperVersion['standing']
  /** The day from which they do not help any more; null unless they leave. */
  readonly leaves_on: Day | null
  /** Pairs proposed, active, under review or about to close. */
  readonly load: number
  /** Of these, those in which somebody has this helper now. */
  readonly live: number
  readonly capacity: number
}

const loadsSql = `select h.id as "helper", h.party_id as "party", h.unit_id as "unit",
    v.standing as "standing", v.leaves_on as "leaves_on", v.capacity as "own", v.rank as "rank",
    count(*) as "load", sum(s.state <> 'proposed') as "live"
  from pair_state as s join helper as h on h.id = s.helper_id
  join helper_version as v
    on v.id = (select max(w.id) from helper_version as w where w.helper_id = h.id)
  where s.state in ${inUse}
  group by h.id order by h.id`

type LoadRow = Omit<HelperLoad, 'capacity'> & Pick<HelperVersion, 'rank'> & { own: number | null }

/** Every helper who has a pair, as far as the caller reaches, in the order of their numbers. */
export function helperLoads(view: View): HelperLoad[] {
  return (view.all(loadsSql, []) as unknown as LoadRow[])
    .filter(({ unit }) => inScope(view.scope, unit))
    .map(({ own, rank, ...row }) => ({
      ...row,
      capacity: capacityOf(
        view,
        { unit_id: row.unit },
        { standing: row.standing, capacity: own, rank },
        view.today,
      ),
    }))
}

/** More pairs than they can take on at once. One who has ended can take on none. */
export function isOverloaded({ load, capacity }: HelperLoad): boolean {
  return load > capacity
}

/** Somebody rests on a helper who leaves, or who has ended. */
export function isLeaving({ standing, live }: HelperLoad): boolean {
  return (standing === 'leaving' || standing === 'ended') && live > 0
}
