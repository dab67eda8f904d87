/**
 * Who is to be visited by when: by the cadence of the policy, by festivals, and by what happened to somebody (handbook B:
 * the telephone monthly, a visit each quarter, festivals; an alarm after half a year without one).
 */
import { inScope, type Scoped } from '../../book/scope.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { CareEventId, HelperId, PairId, PartyId, UnitId } from '../../kit/ids.ts'
import { helpedTogether } from '../../people/households.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Visiting } from '../../policies/visiting.ts'
import { liveStates } from '../pairs/moves.ts'
import { lastOfLine } from './last.ts'
import { type CareEventOpen, openCareEvents } from './open-care-events.ts'
import { type PairSeen, pairsSeen } from './seen.ts'

/** Who asks: a question or an act at work, with what they reach. */
export type DueAsker = Scoped & { readonly today: Day }

/** Why somebody is to be visited. */
export const dueReasons = [
  'visit',
  'phone',
  'festival',
  'hospital',
  'disaster',
  'bereavement',
] as const
export type DueReason = (typeof dueReasons)[number]

/** A visit or a call that is to be made. */
export interface Due {
  readonly why: DueReason
  /** Which festival, with its name in each language; null for what is none. */
  readonly festival: Visiting['festivals'][number] | null
  readonly care_event: CareEventId | null
  /** Null where something happened to somebody who has no helper. */
  readonly pair: PairId | null
  readonly party: PartyId
  readonly helper: HelperId | null
  readonly unit: UnitId | null
  readonly due_on: Day
  readonly late: boolean
  /** The helper has not come for so long that it is an alarm. */
  readonly alarm: boolean
  /** When the helper was there last; null for never. */
  readonly last_on: Day | null
}

export interface DueAsked {
  /** Up to which day; today unless said. */
  readonly until?: Day | undefined
  readonly pair?: PairId | undefined
  readonly helper?: HelperId | undefined
}

/** A festival at which nobody came is told as late for so many days; then the next visit is what counts. */
const daysAfterFestival = 31

/** What is due up to a day, as far as the caller reaches: the longest due first. */
export function dueOf(asker: DueAsker, asked: DueAsked = {}): Due[] {
  const until = asked.until ?? asker.today
  const policies = new Map<UnitId | null, Visiting>()
  const policyOf = (unit: UnitId | null): Visiting => {
    const known = policies.get(unit)
    const body = known ?? policyInForce(asker, 'visiting', { unit, on: asker.today }).body
    policies.set(unit, body)
    return body
  }
  const pairs = pairsSeen(asker, liveStates).filter(
    ({ pair, helper, unit }) =>
      inScope(asker.scope, unit) &&
      (asked.pair === undefined || pair === asked.pair) &&
      (asked.helper === undefined || helper === asked.helper),
  )
  const regular = pairs.flatMap((seen) => ofPair(asker, seen, policyOf(seen.unit), until))
  const prompted = openCareEvents(asker).flatMap((event) =>
    ofEvent(asker, event, policyOf(event.unit).events[event.kind], pairs),
  )
  const all = asked.pair !== undefined || asked.helper !== undefined
  return [...regular, ...prompted]
    .filter(({ due_on, pair }) => due_on <= until && (!all || pair !== null))
    .toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))
}

/** A due visit before it is said whether it is late. */
type DuePlain = Omit<Due, 'late' | 'alarm' | 'festival' | 'care_event'> & Partial<Due>

function made(today: Day, due: DuePlain): Due {
  const { due_on } = due
  return { festival: null, care_event: null, alarm: false, ...due, late: due_on < today }
}

function ofPair(asker: DueAsker, seen: PairSeen, policy: Visiting, until: Day): Due[] {
  const { pair, party, helper, unit, seen_on: last_on } = seen
  const of = { pair, party, helper, unit, last_on }
  const { today } = asker
  const visit = visitDueOn(asker, seen, policy)
  const phone = policy.phone_days === null ? null : addDays(lastSpoken(seen), policy.phone_days)
  const found: Due[] = []
  if (visit) found.push(made(today, { ...of, why: 'visit', ...visit }))
  // A visit that is due as soon serves for the call too.
  if (phone !== null && (visit === null || phone < visit.due_on)) {
    found.push(made(today, { ...of, why: 'phone', due_on: phone }))
  }
  for (const festival of policy.festivals) {
    const due_on = festivalDueOn(festival, seen, { today, until })
    if (due_on !== null) found.push(made(today, { ...of, why: 'festival', festival, due_on }))
  }
  return found
}

function visitDueOn(
  asker: DueAsker,
  seen: PairSeen,
  { visit_days, urgent_visit_days, alarm_days }: Visiting,
): { readonly due_on: Day; readonly alarm: boolean } | null {
  const urgent = seen.urgency === 3 ? urgent_visit_days : null
  const limits = [visit_days, urgent, alarm_days].filter((days) => days !== null)
  if (limits.length === 0) return null
  const { seen_on, began_on } = seen
  const from = seen_on !== null && seen_on > began_on ? seen_on : began_on
  const due_on = addDays(from, Math.min(...limits))
  return { due_on, alarm: isAlarm(asker, seen, alarm_days) }
}

/** Who helped before counts too: a household is not left alone because helpers follow each other. */
function isAlarm(asker: DueAsker, seen: PairSeen, alarm_days: number | null): boolean {
  if (alarm_days === null) return false
  const latest = addDays(asker.today, -alarm_days)
  if (seen.seen_on !== null && seen.seen_on >= latest) return false
  if (seen.succeeds === null) return (seen.seen_on ?? seen.began_on) < latest
  return lastOfLine(asker, seen.pair) < latest
}

function lastSpoken({ spoken_on, began_on }: PairSeen): Day {
  return spoken_on !== null && spoken_on > began_on ? spoken_on : began_on
}

function festivalDueOn(
  { days, days_before }: Visiting['festivals'][number],
  { seen_on, began_on }: PairSeen,
  { today, until }: { readonly today: Day; readonly until: Day },
): Day | null {
  const open = days.filter((day) => {
    const from = addDays(day, -days_before)
    const isNear = day <= until && day >= addDays(today, -daysAfterFestival)
    return isNear && day >= began_on && (seen_on === null || seen_on < from)
  })
  return open.sort()[0] ?? null
}

/** Somebody goes, whoever it is; each helper of the household is asked to. */
function ofEvent(
  asker: DueAsker,
  { care_event, kind, party, unit, on }: CareEventOpen,
  within: number | null,
  pairs: readonly PairSeen[],
): Due[] {
  if (within === null) return []
  const household = new Set(helpedTogether(asker, party, asker.today))
  const due = { why: kind, care_event, due_on: addDays(on, within) }
  const helped = pairs.filter((one) => household.has(one.party))
  if (helped.length === 0) {
    const nobody = { pair: null, party, helper: null, unit, last_on: null }
    return [made(asker.today, { ...due, ...nobody })]
  }
  return helped.map(({ pair, helper, seen_on: last_on, ...seen }) =>
    made(asker.today, { ...due, pair, helper, party: seen.party, unit: seen.unit, last_on }),
  )
}
