/**
 * The policy on duties as it binds whoever acts. An owner may loosen it, and does not pay by that alone: until it
 * has lain open for a while, or somebody else has put a version, they are held to what they loosened.
 */

import type { Act, View } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { EventSeq } from '../kit/ids.ts'
import type { Fund } from '../ledger/funds.ts'
import { isSamePerson } from '../people/interests.ts'
import type { Duties } from '../policies/deciding.ts'
import { bodyOf, policyInForce, versionsUpTo } from '../policies/in-force.ts'
import { strictestDuties } from '../policies/strictest.ts'
import { build, first, prepare } from '../store/prepare.ts'

/** So long a version put by oneself is looked behind; then others have had the time to object. */
export const loosenedDays = 30
const dayMs = 86_400_000

const eventOf = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select(['actor', 'at']).where('seq', '=', p.seq),
)

export interface BindingDuties {
  readonly body: Duties
  /** The version in force, which a decision remembers; null for the house's own. */
  readonly version: ReturnType<typeof policyInForce>['version']
}

/** What binds the caller in a fund on a day: the version in force, and what they themselves lately put in its place. */
export function bindingDuties(asker: View | Act, fund: Fund, on: Day): BindingDuties {
  const place = { unit: fund.unit_id, on }
  let { body, version } = policyInForce(asker, 'duties', place)
  for (const earlier of versionsUpTo(asker, 'duties', place)) {
    body = strictestDuties(body, bodyOf<'duties'>(earlier))
    const put = first(asker, eventOf, { seq: earlier.event_seq })!
    const settled = asker.at - put.at >= loosenedDays * dayMs
    if (settled || !isSamePerson(asker, put.actor, asker.caller.actor)) break
  }
  return { body, version }
}
