/** Who recorded something and when, from the event that covers it. */

import { actorIn } from '../../../templates/messages/audit-words.ts'
import { Instant } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { list as listUsers } from '../../access/users.ts'
import { eventUnknown } from '../../book/refusals.ts'
import { Refusal } from '../../kit/refusal.ts'
import { entry as showEntry } from '../../ledger/entry-queries.ts'
import { show as showEvent } from '../../work/event-queries.ts'
import type { Visit } from './visit.ts'

/**
 * Who and when, for a step of a timeline. Neither for what a reader whose roles end at a unit sees of an
 * event that was about more than that: an import of the whole organisation.
 */
export function recordedBy(visit: Visit, sequence: number): Pick<MilestoneView, 'when' | 'who'> {
  const { language, organisation } = visit
  const found = unlessUnknown(() => visit.ask(showEvent, { sequence }))
  if (!found) return {}
  const { at, actor } = found
  const instant = new Date(at).toISOString()
  return {
    when: Instant({ language, instant, timeZone: organisation.time_zone }),
    who: actorName(visit, actor),
  }
}

function unlessUnknown<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Refusal && error.code === eventUnknown.code) return undefined
    throw error
  }
}

/** That an entry was reversed: who, when and on which day. */
export function reversalMilestone(visit: Visit, reversal: number): MilestoneView {
  if (!visit.may(showEntry)) return { title: visit.t.lists.reversed, state: 'stopped' }
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
