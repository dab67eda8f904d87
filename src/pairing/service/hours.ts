/** Time that people give: recorded by one, checked by another (handbook B, 志愿服务). */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { PartyId, UnitId } from '../../kit/ids.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { dayInFuture } from '../../ledger/refusals.ts'
import { interestsOf, interestText, isSamePerson } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type Party, partyRef } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { daysOfPair, pairRef, pairWithId } from '../pairs/rows.ts'
import { helperById } from '../registers/rows.ts'
import { giverWithRef, unitOfGift } from './giving.ts'
import {
  timeChecked,
  timeDayFull,
  timeInterest,
  timeNotTheirs,
  timeOutside,
  timeOwnHand,
} from './refusals.ts'
import {
  checkOf,
  endOfHolding,
  endOfPledge,
  holdingWithId,
  pledgeWithId,
  postById,
  type ServiceTime,
  serviceKeepers,
  timeWithId,
} from './rows.ts'

const mostMinutesADay = 1_440

const recordInput = z.strictObject({
  party: z
    .string()
    .max(40)
    .meta({ examples: ['P-000001'] }),
  /** Today unless said. */
  on: dayField.optional(),
  minutes: z.number().int().min(1).max(mostMinutesADay),
  /** The holding of a post that it was given to. */
  holding: idField.optional(),
  /** The pledge that it was given to. */
  pledge: idField.optional(),
  /** The pair that it was given to. */
  pair: idField.optional(),
  /** What came of it. */
  text: reasonField.optional(),
  /** That of what it was given to, else the giver’s, unless said. */
  unit: codeField.optional(),
})
type Given = z.output<typeof recordInput>

export const record = command({
  name: 'service_hours.record',
  summary: 'Records time that somebody gave to a post, a pledge, a pair or neither',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-hours' },
  input: recordInput,
  output: z.object({ time: z.number(), party: z.string(), minutes: z.number() }),
  subject: ({ time }) => `service_time/${time}`,
  run: (act, input) => {
    const on = input.on ?? act.today
    if (on > act.today) throw dayInFuture({ day: on, today: act.today })
    const party = giverWithRef(act, input.party, on)
    const to = givenTo(act, party, input, on)
    const unit =
      input.unit === undefined && to.unit !== undefined
        ? to.unit
        : unitOfGift(act, party, input.unit)
    requireRoomInDay(act, party.id, on, input.minutes)
    const id = nextId(act, 'service_time')
    insert(act, 'service_time', {
      id,
      party_id: party.id,
      holding_id: to.holding,
      pledge_id: to.pledge,
      pair_id: to.pair,
      on_day: on,
      minutes: input.minutes,
      text_detail_id:
        input.text === undefined ? null : keepDetail(act, 'service_outcome', input.text),
      unit_id: unit,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { time: id as number, party: partyRef(party.id), minutes: input.minutes }
  },
})

interface GivenTo {
  readonly holding: ServiceTime['holding_id']
  readonly pledge: ServiceTime['pledge_id']
  readonly pair: ServiceTime['pair_id']
  /** The unit of the last of them; undefined where it is given to nothing. */
  readonly unit: UnitId | null | undefined
}

/** What it was given to; a pair that never began is nobody’s. Refuses `service_time.not_theirs` and `service_time.outside`. */
function givenTo(act: Act, party: Party, given: Given, on: Day): GivenTo {
  const holding = given.holding === undefined ? null : holdingWithId(act, given.holding)
  const pledge = given.pledge === undefined ? null : pledgeWithId(act, given.pledge)
  const pair = given.pair === undefined ? null : pairWithId(act, given.pair)
  const theirs = (id: PartyId) => keptInPlaceOf(act, id) === party.id
  const notTheirs = (to: string): Refusal => timeNotTheirs({ party: partyRef(party.id), to })
  if (holding) {
    if (!theirs(holding.party_id)) throw notTheirs(`holding ${holding.id}`)
    requireWithin(on, holding.from_on, endOfHolding(act, holding.id)?.to_on ?? null)
  }
  if (pledge) {
    if (!theirs(pledge.party_id)) throw notTheirs(`pledge ${pledge.id}`)
    requireWithin(on, pledge.from_on, endOfPledge(act, pledge.id)?.on_day ?? null)
  }
  if (pair) {
    const days = daysOfPair(act, pair.id)
    const helps = theirs(helperById(act, pair.helper_id).party_id)
    if (!days || !helps) throw notTheirs(pairRef(pair.id))
    requireWithin(on, days.from, days.to)
  }
  const units = [
    ...(holding ? [postById(act, holding.post_id).unit_id] : []),
    ...(pledge ? [pledge.unit_id] : []),
    ...(pair ? [pair.unit_id] : []),
  ]
  return {
    holding: holding?.id ?? null,
    pledge: pledge?.id ?? null,
    pair: pair?.id ?? null,
    unit: units.at(-1),
  }
}

function requireWithin(day: Day, from: Day, to: Day | null): void {
  if (day < from || (to !== null && day > to)) throw timeOutside({ day, from, to })
}

const inDay = `select coalesce(sum(t.minutes), 0) as "minutes" from service_time as t
  left join service_time_check as c on c.time_id = t.id
  where t.party_id = +? and t.on_day = +? and coalesce(c.agreed, 1) = 1`

/** Refuses `service_time.day_full`: a day has no more than 1440 minutes, also of a body’s own record. */
function requireRoomInDay(act: Act, party: PartyId, day: Day, minutes: number): void {
  const before = act.first(inDay, [party, day])!.minutes as number
  if (before + minutes <= mostMinutesADay) return
  throw timeDayFull({ party: partyRef(party), day, minutes: before + minutes })
}

/** As many as anybody reads through at once. */
const mostChecked = 100

export const check = command({
  name: 'service_hours.check',
  summary: 'Says that time which others recorded is right, or not; what is not is left out of sums',
  may: serviceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/service-hours/checks' },
  input: z.strictObject({
    times: z
      .array(idField)
      .min(1)
      .max(mostChecked)
      .refine((all) => new Set(all).size === all.length, 'one is named twice'),
    agreed: z.boolean(),
    note: reasonField.optional(),
  }),
  output: z.object({ checked: z.number(), first: z.number(), agreed: z.boolean() }),
  subject: ({ first }) => `service_time/${first}`,
  run: (act, { times, agreed, note }) => {
    const found = times.map((id) => timeWithId(act, id))
    for (const time of found) {
      if (checkOf(act, time.id)) throw timeChecked({ time: time.id })
      requireMayCheck(act, time)
    }
    for (const { id } of found) {
      insert(act, 'service_time_check', {
        id: nextId(act, 'service_time_check'),
        time_id: id,
        agreed: agreed ? 1 : 0,
        note_detail_id: note === undefined ? null : keepDetail(act, 'service_note', note),
        actor: principalOf(act, act.caller.actor),
        event_seq: act.seq,
      })
    }
    return { checked: found.length, first: found[0]!.id as number, agreed }
  },
})

/** Refuses `service_time.own_hand` for who recorded it and `service_time.interest` for who is close to the giver. */
export function requireMayCheck(asker: Act | View, time: ServiceTime): void {
  const { actor } = asker.caller
  if (isSamePerson(asker, actor, time.actor, time.event_seq)) throw timeOwnHand({ time: time.id })
  const times = { days: [...new Set([asker.today, time.on_day])], since: time.event_seq }
  const interests = interestsOf(asker, actor, [time.party_id], times)
  if (interests.length === 0) return
  throw timeInterest({ time: time.id, interests: [...new Set(interests.map(interestText))] })
}
