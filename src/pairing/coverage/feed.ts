/** What is read at the secret address of a calendar: nothing once it ended, its user left, or its helper was erased. */
import { z } from 'zod'
import { callerOfUser, userInForce } from '../../access/users.ts'
import { organisationOf } from '../../book/book.ts'
import { anyRole, type Caller, query, throughout, type View } from '../../book/registry.ts'
import { viewAs } from '../../book/scope.ts'
import { Refusal } from '../../kit/refusal.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyById, partyName } from '../../people/parties.ts'
import type { Reader } from '../../store/store.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { helperOfParty, versionOfHelper } from '../registers/rows.ts'
import type { Follower } from '../visits/fields.ts'
import { type Calendar, calendarHolders, stateOfCalendar } from './calendars.ts'
import { type Reminded, type Reminder, remindersOf } from './reminders.ts'

/** A calendar as it is read, ready to be written down. */
export interface CalendarRead {
  readonly book: string
  readonly today: string
  readonly reminders: readonly (Reminder & { readonly stamp_at: number })[]
}

/** As whom a calendar is read: its user with the roles they have now, or a helper; neither reads names. */
export function callerOfCalendar(reader: Reader, { id, user_id }: Calendar): Caller | undefined {
  const none = { actor: `calendar:${id}`, grants: throughout('member'), readsNames: false }
  if (user_id === null) return { ...none, readsOnly: true }
  try {
    const user = callerOfUser(reader, userInForce(reader, user_id))
    return user.grants.length === 0 ? undefined : { ...user, readsNames: false, readsOnly: true }
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}

/** A question for the calendar alone: it is in no list of the interface, since its address is its permission. */
export const readCalendar = query({
  name: 'calendars.read',
  summary: 'What a calendar reminds of: references and kinds, no names',
  may: anyRole,
  reach: 'oneself',
  route: { method: 'GET', path: '/calendars/read' },
  input: z.custom<Calendar>(),
  output: z.custom<CalendarRead | null>(),
  run: (view, calendar): CalendarRead | null => {
    if (stateOfCalendar(calendar, view.today) !== 'open') return null
    const asked = calendar.user_id === null ? helperAsked(view, calendar) : userAsked(view)
    if (!asked) return null
    const reminders = remindersOf(asked.view, asked.reminded)
    const stamps = stampsOf(view, reminders)
    return {
      book: organisationOf(view).book,
      today: view.today,
      reminders: reminders.map((one) => ({ ...one, stamp_at: stamps.get(one.seq)! })),
    }
  },
})

interface AskedFor {
  readonly view: View
  readonly reminded: Reminded
}

/** A user is reminded of what lies in the units of the roles that they have now. */
function userAsked(view: View): AskedFor | undefined {
  const own = { name: 'calendars.read', may: calendarHolders, reach: 'units' } as const
  const seen = viewAs(view, own)
  if (!seen) return undefined
  const pairs = view.caller.grants.some(({ role }) => pairingKeepers.includes(role))
  const money = view.caller.grants.some(({ role }) => role !== 'pairing_coordinator')
  const followers: Follower[] = [
    ...(pairs ? (['coordinator', 'helper'] as const) : []),
    ...(money ? (['administrator'] as const) : []),
  ]
  return { view: seen, reminded: { helper: null, followers } }
}

/** A helper is reminded of their own pairs, until they have ended or were erased. */
function helperAsked(view: View, { party_id }: Calendar): AskedFor | undefined {
  const party = partyById(view, keptInPlaceOf(view, party_id!))
  const helper = helperOfParty(view, party.id)
  if (!helper || partyName(view, party).full === null) return undefined
  if (versionOfHelper(view, helper.id).standing === 'ended') return undefined
  return { view, reminded: { helper, followers: ['helper'] } }
}

/** When the events were appended on which reminders rest. */
function stampsOf(view: View, reminders: readonly Reminder[]): ReadonlyMap<number, number> {
  const seqs = JSON.stringify([...new Set(reminders.map(({ seq }) => seq))])
  const sql = 'select seq, at from event where seq in (select value from json_each(+?))'
  return new Map(view.all(sql, [seqs]).map(({ seq, at }) => [seq as number, at as number]))
}
