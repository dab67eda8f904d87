/** Calendars: who makes them, whose they are, what they remind of, when they show nothing any more. */
import { afterEach, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { end as endUser } from '../../../src/access/users.ts'
import { ask } from '../../../src/book/book.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import {
  add,
  calendarAt,
  calendarHash,
  end,
  list,
  newCalendarSecret,
} from '../../../src/pairing/coverage/calendars.ts'
import { callerOfCalendar, readCalendar } from '../../../src/pairing/coverage/feed.ts'
import { mostReminders, type Reminder } from '../../../src/pairing/coverage/reminders.ts'
import { update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import { add as addFollowUp } from '../../../src/pairing/visits/follow-ups.ts'
import { neutralVisiting } from '../../../src/policies/visiting.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { visitOn } from './visiting.ts'

let b: PairingBook
let made = 0

afterEach(() => b.t.close())

/** A calendar, by its secret. */
function calendar(helper?: string, as = b.as.coordinator) {
  made += 1
  const secret = newCalendarSecret((bytes) => new Uint8Array(bytes).fill(made))
  const of = helper === undefined ? {} : { helper }
  const given = { hash: calendarHash(secret), until_on: '2027-03-31', ...of }
  return { secret, number: b.t.does(add, given, as).output.calendar }
}

/** What is read at an address; null for nothing. */
function read(secret: string): readonly Reminder[] | null {
  const { store } = b.t.book
  const kept = calendarAt(store, secret)!
  const caller = callerOfCalendar(store, kept)
  return (caller && ask(b.t.book, readCalendar, kept, caller)?.reminders) ?? null
}

function told(secret: string): string[] {
  return read(secret)!.map((one) =>
    [one.on, one.uid, one.kind === 'festival' ? one.name.en : one.reference].join(' '),
  )
}

test('[CA1] a coordinator is reminded of all pairs, a helper of their own', () => {
  b = pairingBook()
  const first = b.activePair()
  b.activePair()
  b.t.does(
    addFollowUp,
    { pair: first.pair, text: 'Bring the form', due_on: '2026-04-05', for_whom: 'helper' },
    b.as.coordinator,
  )
  const own = calendar()
  expect(told(own.secret)).toEqual([
    '2026-04-05 follow-up-1 FU-000001',
    '2026-05-01 phone-pair-1 PA-000001',
    '2026-05-01 phone-pair-2 PA-000002',
    '2026-07-01 visit-pair-1 PA-000001',
    '2026-07-01 visit-pair-2 PA-000002',
  ])
  const helper = b.helperRow(first.helper).party_id
  const theirs = calendar(`P-${String(helper).padStart(6, '0')}`)
  expect(told(theirs.secret)).toEqual([
    '2026-04-05 follow-up-1 FU-000001',
    '2026-05-01 phone-pair-1 PA-000001',
    '2026-07-01 visit-pair-1 PA-000001',
  ])
})

test('[CA2] what was done moves on, under the same lasting name', () => {
  b = pairingBook()
  const { pair } = b.activePair()
  const { secret } = calendar()
  b.t.at('2026-04-10T04:00:00Z')
  visitOn(b, pair, '2026-04-10')
  expect(told(secret)).toContain('2026-07-11 visit-pair-1 PA-000001')
  expect(told(secret)).toContain('2026-05-11 phone-pair-1 PA-000001')
})

test('[CA3] festivals are told once, on their days', () => {
  b = pairingBook()
  const name = { en: 'Dragon Boat', 'zh-Hans': '端午', 'zh-Hant': '端午' }
  const festival = { code: 'boat', name, days: ['2026-06-19', '2025-05-31'], days_before: 10 }
  b.t.does(put, { kind: 'visiting', body: { ...neutralVisiting, festivals: [festival] } })
  b.activePair()
  b.activePair()
  const { secret } = calendar()
  expect(told(secret).filter((one) => one.includes('boat'))).toEqual([
    '2026-06-19 festival-boat-2026-06-19 Dragon Boat',
  ])
})

test('[CA4] nothing is read once it ended, was over, its user left, or its helper ended', () => {
  b = pairingBook()
  const { helper } = b.activePair()
  const spare = b.helper()
  const party = (id: number) => `P-${String(b.helperRow(id).party_id).padStart(6, '0')}`
  const ended = calendar()
  b.t.does(end, { calendar: ended.number }, b.as.coordinator)
  expect(read(ended.secret)).toBeNull()
  expect(b.t.refuses(end, { calendar: ended.number }, b.as.coordinator).code).toBe('calendar.ended')
  const users = calendar(undefined, b.as.administrator)
  b.t.does(endUser, { user: b.users.administrator.user })
  expect(read(users.secret)).toBeNull()
  const gone = calendar(party(spare))
  b.t.does(updateHelper, { helper: spare, standing: 'ended' }, b.as.coordinator)
  expect(read(gone.secret)).toBeNull()
  const over = calendar(party(helper))
  b.t.at('2027-04-01T04:00:00Z')
  expect(read(over.secret)).toBeNull()
})

test('[CA5] only a helper, a day that comes, a new hash and not too many', () => {
  b = pairingBook()
  const hash = sha256Hex('one')
  const until_on = '2026-12-31'
  const as = b.as.coordinator
  const { head } = b.families[0]
  expect(b.t.refuses(add, { hash, until_on, helper: head }, as).code).toBe('calendar.no_helper')
  expect(b.t.refuses(add, { hash, until_on: '2026-03-30' }, as).code).toBe('calendar.past')
  expect(b.t.refuses(add, { hash, until_on: '2027-05-06' }, as).code).toBe('calendar.past')
  expect(b.t.refuses(add, { hash, until_on }, { actor: 'test:clerk' }).code).toBe(
    'calendar.of_nobody',
  )
  for (let at = 0; at < 5; at += 1) calendar()
  expect(b.t.refuses(add, { hash, until_on }, as).code).toBe('calendar.too_many')
  const known = calendarHash(newCalendarSecret((bytes) => new Uint8Array(bytes).fill(made)))
  expect(b.t.refuses(add, { hash: known, until_on }, b.as.owner).code).toBe('calendar.exists')
})

test('[CA6] one’s own calendars are one’s own; those of helpers are shared', () => {
  b = pairingBook()
  const helper = b.helper({ name: 'Chen Ming' })
  const party = `P-${String(b.helperRow(helper).party_id).padStart(6, '0')}`
  const own = calendar()
  const shared = calendar(party)
  const seen = (as: typeof b.as.owner) =>
    b.t.asks(list, {}, as).calendars.map(({ calendar, helper: of }) => [calendar, of?.name])
  expect(seen(b.as.coordinator)).toEqual([
    [shared.number, 'Chen Ming'],
    [own.number, undefined],
  ])
  expect(seen(b.as.owner)).toEqual([[shared.number, 'Chen Ming']])
  expect(b.t.refuses(end, { calendar: own.number }, b.as.owner).code).toBe('calendar.unknown')
})

test('[CA7] an address holds no name, and no more than programs take', () => {
  b = pairingBook()
  const helper = b.helper({ name: 'Chen Ming', capacity: 1000 })
  for (let at = 0; at < 260; at += 1) b.begin(b.pair(b.need(), helper))
  const { secret } = calendar()
  const found = read(secret)!
  expect(found).toHaveLength(mostReminders)
  expect(JSON.stringify(found)).not.toMatch(/Chen|Neighbour/)
})
