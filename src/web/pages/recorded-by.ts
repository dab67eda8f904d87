/** Who recorded something and when, from the event that covers it. */

import { actorIn } from '../../../templates/messages/audit-words.ts'
import { Instant } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { list as listUsers } from '../../access/users.ts'
import { show as showEvent } from '../../book/queries.ts'
import { entry as showEntry } from '../../ledger/entry-queries.ts'
import type { Visit } from './visit.ts'

/** Who and when, for a step of a timeline. */
export function recordedBy(visit: Visit, sequence: number): Pick<MilestoneView, 'when' | 'who'> {
  const { language, organisation } = visit
  const { at, actor } = visit.ask(showEvent, { sequence })
  const instant = new Date(at).toISOString()
  return {
    when: Instant({ language, instant, timeZone: organisation.time_zone }),
    who: actorName(visit, actor),
  }
}

/** That an entry was reversed: who, when and on which day. */
export function reversalMilestone(visit: Visit, reversal: number): MilestoneView {
  const { sequence } = visit.ask(showEntry, { entry: reversal })
  return { title: visit.t.lists.reversed, state: 'stopped', ...recordedBy(visit, sequence) }
}

/** An actor of the chain as readers know them: a user by name, anything else in words. */
export function actorName(visit: Visit, actor: string): string {
  return actorNames(visit)(actor)
}

/** The same for many actors at once. */
export function actorNames({ t, ask }: Visit): (actor: string) => string {
  const names = new Map(ask(listUsers, {}).users.map(({ user, name }) => [`user:${user}`, name]))
  return (actor) => names.get(actor) ?? actorIn(t, actor)
}
