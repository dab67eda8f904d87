/**
 * What a calendar reminds of: visits and calls that are due, what is to be done after them, reviews, ends of observation,
 * festivals. References and kinds alone: a calendar lies on machines of which the book knows nothing.
 */
import { inScope, type Scoped } from '../../book/scope.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { FollowUpId, HelperId, PairId, UnitId } from '../../kit/ids.ts'
import { topUnits } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Visiting } from '../../policies/visiting.ts'
import { liveStates } from '../pairs/moves.ts'
import { pairRef } from '../pairs/rows.ts'
import type { Helper } from '../registers/rows.ts'
import { type Due, type DueReason, dueOf } from '../visits/due.ts'
import type { Follower } from '../visits/fields.ts'
import { careEventRef, followUpRef } from '../visits/rows.ts'

/** Half a year ahead: what lies further off will have moved by then. */
const daysAhead = 183
/** More than anybody does in half a year; the soonest are told. */
export const mostReminders = 500

export type ReminderKind = Exclude<DueReason, 'festival'> | 'follow_up' | 'review' | 'observation'

/** One thing to be reminded of. */
export type Reminder = {
  /** Lasting: the same thing has the same name each time the calendar is read. */
  readonly uid: string
  readonly on: Day
  /** The event of the book that it rests on, so that its stamp is the book's. */
  readonly seq: number
} & (
  | {
      readonly kind: ReminderKind
      readonly reference: string
      /** The pair whose page tells more; null where there is none. */
      readonly pair: PairId | null
      readonly late: boolean
    }
  | { readonly kind: 'festival'; readonly name: Visiting['festivals'][number]['name'] }
)

/** Who is reminded: within what units, of which follow-ups, of the pairs of one helper or of all. */
export interface Reminded {
  readonly helper: Helper | null
  readonly followers: readonly Follower[]
}

type Asker = Scoped & { readonly today: Day }

/** What somebody is to do in the next half-year and what is late already, the soonest first. */
export function remindersOf(asker: Asker, reminded: Reminded): Reminder[] {
  const until = addDays(asker.today, daysAhead)
  const seqs = newestOfPairs(asker)
  const all = [
    ...visitsDue(asker, reminded, until, seqs),
    ...followUps(asker, reminded, until),
    ...looksAtPairs(asker, reminded, until, seqs),
    ...festivals(asker, reminded, until),
  ]
  const order = (a: Reminder, b: Reminder) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.uid < b.uid ? -1 : 1
  return all.toSorted(order).slice(0, mostReminders)
}

/** The newest event of each live pair: something was done with it, or somebody was visited. */
function newestOfPairs(asker: Asker): ReadonlyMap<PairId, number> {
  const sql = `select "pair", max("seq") as "seq" from (
      select pair_id as "pair", event_seq as "seq" from pair_act
      union all select pair_id, event_seq from visit where pair_id is not null) group by "pair"`
  return new Map(asker.all(sql, []).map(({ pair, seq }) => [pair as PairId, seq as number]))
}

function visitsDue(
  asker: Asker,
  { helper }: Reminded,
  until: Day,
  seqs: ReadonlyMap<PairId, number>,
): Reminder[] {
  const asked = helper === null ? { until } : { until, helper: helper.id }
  const events = new Map(
    asker.all('select id, event_seq from care_event', []).map((row) => [row.id, row.event_seq]),
  )
  return dueOf(asker, asked).flatMap((due): Reminder[] => {
    // Festivals are told once, on their day.
    if (due.why === 'festival') return []
    const { pair, care_event, late, due_on: on } = due
    const seq = (care_event === null ? seqs.get(pair!) : events.get(care_event)) as number
    return [{ uid: uidOf(due), on, seq, kind: due.why, reference: referenceOf(due), pair, late }]
  })
}

function referenceOf({ pair, care_event }: Due): string {
  return pair === null ? careEventRef(care_event!) : pairRef(pair)
}

function uidOf({ why, pair, care_event }: Due): string {
  const of = [
    pair === null ? [] : [`pair-${pair}`],
    care_event === null ? [] : [`event-${care_event}`],
  ]
  return [why, ...of.flat()].join('-')
}

const followUpsSql = `select f.id as "id", f.pair_id as "pair", f.due_on as "on",
    f.unit_id as "unit", f.event_seq as "seq", s.helper_id as "helper"
  from follow_up as f left join pair_state as s on s.pair_id = f.pair_id
  where f.due_on <= +? and f.for_whom in (select value from json_each(+?))
    and not exists (select 1 from follow_up_end as e where e.follow_up_id = f.id)`

interface FollowUpRow {
  readonly id: FollowUpId
  readonly pair: PairId | null
  readonly on: Day
  readonly unit: UnitId | null
  readonly seq: number
  readonly helper: HelperId | null
}

function followUps(asker: Asker, { helper, followers }: Reminded, until: Day): Reminder[] {
  const found = asker.all(followUpsSql, [until, JSON.stringify(followers)])
  return (found as unknown as FollowUpRow[])
    .filter(({ unit }) => inScope(asker.scope, unit))
    .filter((row) => helper === null || row.helper === helper.id)
    .map(({ id, pair, on, seq }) => ({
      ...{ uid: `follow-up-${id}`, kind: 'follow_up', reference: followUpRef(id) },
      ...{ on, seq, pair, late: on < asker.today },
    }))
}

const looksSql = `select pair_id as "pair", state as "state", review_on as "on",
    unit_id as "unit", helper_id as "helper" from pair_state
  where review_on is not null and review_on <= +?
    and state in (select value from json_each(+?)) order by pair_id`

interface LookRow {
  readonly pair: PairId
  readonly state: string
  readonly on: Day
  readonly unit: UnitId | null
  readonly helper: HelperId
}

/** Reviews of pairs, and the last days of observations. */
function looksAtPairs(
  asker: Asker,
  { helper }: Reminded,
  until: Day,
  seqs: ReadonlyMap<PairId, number>,
): Reminder[] {
  const states = JSON.stringify([...liveStates, 'observed'])
  return (asker.all(looksSql, [until, states]) as unknown as LookRow[])
    .filter(({ unit }) => inScope(asker.scope, unit))
    .filter((row) => helper === null || row.helper === helper.id)
    .map(({ pair, state, on }) => {
      const kind = state === 'observed' ? 'observation' : 'review'
      const late = on < asker.today
      return {
        ...{ uid: `${kind}-pair-${pair}`, kind, reference: pairRef(pair) },
        ...{ on, late, pair, seq: seqs.get(pair)! },
      }
    })
}

/** The festivals of the unit: those of a helper's, or of the highest that a user reaches. */
function festivals(asker: Asker, { helper }: Reminded, until: Day): Reminder[] {
  const top = asker.scope === 'all' ? null : (topUnits(asker, asker.scope)[0]?.id ?? null)
  const unit = helper === null ? top : helper.unit_id
  const { version, body } = policyInForce(asker, 'visiting', { unit, on: asker.today })
  const row = asker.first('select event_seq from policy_version where id = +?', [version])
  return body.festivals.flatMap(({ code, name, days }) =>
    days
      .filter((day) => day >= asker.today && day <= until)
      .map((on): Reminder => {
        return {
          uid: `festival-${code}-${on}`,
          on,
          kind: 'festival',
          name,
          seq: row!.event_seq as number,
        }
      }),
  )
}
