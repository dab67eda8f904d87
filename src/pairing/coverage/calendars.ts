/**
 * Calendars: with a secret address a program on somebody's phone or desk reads what they are to do. It holds references
 * and kinds and never a name; the book keeps only the hash of the address.
 */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { dayField, dayOut, idField } from '../../book/fields.ts'
import { principalOf, userBehind } from '../../book/principals.ts'
import { type Act, command, query, type Role, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { base64url } from '../../kit/bytes.ts'
import { addDays, type Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { CalendarFeedId, PartyId, UserId } from '../../kit/ids.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyRef, partyWithRef } from '../../people/parties.ts'
import { nameFor } from '../../people/shown.ts'
import { build, first, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { helperOfParty } from '../registers/rows.ts'
import {
  calendarEnded,
  calendarExists,
  calendarNoHelper,
  calendarOfNobody,
  calendarPast,
  calendarTooMany,
  calendarUnknown,
} from './refusals.ts'

/** Who may have a calendar of their own: who runs the room, and who has something to do after visits. */
export const calendarHolders: readonly Role[] = [...pairingKeepers, 'fund_administrator']

/** A year, and some days in which the next one is made. */
export const mostCalendarDays = 400
/** A phone, a desk, an assistant, and two that were forgotten. */
const mostCalendars = 5
/** 256 random bits: nothing to guess. */
const secretBytes = 32

/** A new secret, as it stands in an address. It is shown once and never kept. */
export function newCalendarSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** The hash under which a secret is kept, in hex. */
export function calendarHash(secret: string): string {
  return sha256Hex(`calendar\n${secret}`)
}

const feeds = build
  .selectFrom('calendar_feed as c')
  .leftJoin('calendar_feed_end as e', 'e.feed_id', 'c.id')
  .selectAll('c')
  .select('e.event_seq as ended_seq')
const byHash = prepare((p: { hash: string }) => feeds.where('c.secret_hash', '=', p.hash))
const byId = prepare((p: { id: CalendarFeedId }) => feeds.where('c.id', '=', p.id))
const all = prepare(() => feeds.orderBy('c.id', 'desc'))

/** A calendar with the event of its end, where it has one. */
export type Calendar = Row<'calendar_feed'> & { readonly ended_seq: number | null }

export type CalendarState = 'open' | 'ended' | 'over'

/** How a calendar stands on a day. */
export function stateOfCalendar({ ended_seq, until_on }: Calendar, today: Day): CalendarState {
  if (ended_seq !== null) return 'ended'
  return today <= until_on ? 'open' : 'over'
}

/** The calendar at a secret address, whatever its state; undefined for none. */
export function calendarAt(reader: Reader, secret: string): Calendar | undefined {
  return first(reader, byHash, { hash: calendarHash(secret) }) as Calendar | undefined
}

/** Whose it is, and whether the caller reaches it: their own, or a helper's within their units. */
function isReached(asker: Act | View, { user_id, party_id }: Calendar): boolean {
  if (user_id !== null) return userBehind(asker, asker.caller.actor) === user_id
  const helper = helperOfParty(asker, keptInPlaceOf(asker, party_id!))
  return helper !== undefined && inScope(asker.scope, helper.unit_id)
}

export const add = command({
  name: 'calendars.add',
  summary: 'Makes a calendar of what is to be done, for oneself or for a helper, by its hash',
  may: calendarHolders,
  reach: 'units',
  route: { method: 'POST', path: '/calendars' },
  input: z.strictObject({
    /** The SHA-256 in hex of the word `calendar`, a line break and the secret of the address. */
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of the secret in hex'),
    /** The helper whose calendar it is; one's own when left out. */
    helper: z.string().max(40).optional(),
    until_on: dayField,
  }),
  output: z.object({ calendar: z.number(), until_on: dayOut }),
  subject: ({ calendar }) => `calendar/${calendar}`,
  run: (act, { hash, helper, until_on }) => {
    const of = helper === undefined ? ownerOf(act) : helperMeant(act, helper)
    if (until_on < act.today || until_on > addDays(act.today, mostCalendarDays)) {
      throw calendarPast({ until: until_on, today: act.today, most_days: mostCalendarDays })
    }
    if (first(act, byHash, { hash })) throw calendarExists({})
    const held = (rows(act, all, {}) as Calendar[]).filter(
      (one) =>
        stateOfCalendar(one, act.today) === 'open' &&
        one.user_id === of.user_id &&
        one.party_id === of.party_id,
    )
    if (held.length >= mostCalendars) throw calendarTooMany({ most: mostCalendars })
    const id = nextId(act, 'calendar_feed')
    insert(act, 'calendar_feed', {
      ...{ id, secret_hash: hash, ...of, until_on },
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { calendar: id, until_on }
  },
})

interface Holder {
  readonly user_id: UserId | null
  readonly party_id: PartyId | null
}

function ownerOf(act: Act): Holder {
  const user = userBehind(act, act.caller.actor)
  if (user === null) throw calendarOfNobody({})
  return { user_id: user as UserId, party_id: null }
}

function helperMeant(act: Act, ref: string): Holder {
  const party = keptInPlaceOf(act, partyWithRef(act, ref).id)
  const helper = helperOfParty(act, party)
  if (!helper || !inScope(act.scope, helper.unit_id)) throw calendarNoHelper({ party: ref })
  return { user_id: null, party_id: party }
}

/** The calendar with a number that the caller may end. Refuses `calendar.unknown`. */
export function calendarReached(asker: Act | View, id: number): Calendar {
  const found = first(asker, byId, { id: id as CalendarFeedId }) as Calendar | undefined
  if (!found || !isReached(asker, found)) throw calendarUnknown({ calendar: id })
  return found
}

export const end = command({
  name: 'calendars.end',
  summary: 'Ends a calendar: its address shows nothing any more',
  may: calendarHolders,
  reach: 'units',
  route: { method: 'POST', path: '/calendars/{calendar}/ends' },
  input: z.strictObject({ calendar: idField }),
  output: z.object({ calendar: z.number() }),
  subject: ({ calendar }) => `calendar/${calendar}`,
  run: (act, given) => {
    const { id, ended_seq } = calendarReached(act, given.calendar)
    if (ended_seq !== null) throw calendarEnded({ calendar: id })
    insert(act, 'calendar_feed_end', {
      id: nextId(act, 'calendar_feed_end'),
      feed_id: id,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { calendar: id }
  },
})

export const list = query({
  name: 'calendars.list',
  summary: 'Calendars of one’s own and of helpers: until when they are read; never their addresses',
  may: calendarHolders,
  reach: 'units',
  route: { method: 'GET', path: '/calendars' },
  input: z.strictObject({}),
  output: z.object({
    calendars: z.array(
      z.object({
        calendar: z.number(),
        /** The helper whose it is; null for one's own. */
        helper: z.object({ party: z.string(), name: z.string() }).nullable(),
        until_on: dayOut,
        state: z.enum(['open', 'ended', 'over']),
        /** The event that made it. */
        sequence: z.number(),
      }),
    ),
  }),
  run: (view) => ({
    calendars: (rows(view, all, {}) as Calendar[])
      .filter((one) => isReached(view, one))
      .map((one) => ({
        calendar: one.id,
        helper:
          one.party_id === null
            ? null
            : {
                party: partyRef(one.party_id),
                name: nameFor(view, view.caller, one.party_id),
              },
        until_on: one.until_on,
        state: stateOfCalendar(one, view.today),
        sequence: one.event_seq,
      })),
  }),
})
