/** Pledges of service, posts that are taken, and time that is given: what came of them, by other hands. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { list as listTimes, totals } from '../../../src/pairing/service/hour-queries.ts'
import { check, record as recordTime } from '../../../src/pairing/service/hours.ts'
import {
  list as listPledges,
  show as showPledge,
} from '../../../src/pairing/service/pledge-queries.ts'
import { end as endPledge, record as recordPledge } from '../../../src/pairing/service/pledges.ts'
import { list as listPosts, show as showPost } from '../../../src/pairing/service/post-queries.ts'
import { close, giveBack, open, take } from '../../../src/pairing/service/posts.ts'
import { status as recordStatus } from '../../../src/people/commands.ts'
import { merge } from '../../../src/people/duplicate-commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { type HardshipBook, hardshipBook } from '../../hardship/hardship-for-tests.ts'
import { person } from '../../people/scene.ts'

let book: HardshipBook
let anna: string
beforeEach(() => {
  book = hardshipBook()
  anna = person(book.t, 'Anna Giver', 'north')
})
afterEach(() => book.t.close())

const sentence = 'I read to Grandmother Li every Sunday'

function pledged(given: { party?: string; from_on?: string } = {}): number {
  const { t, as } = book
  const input = { party: anna, text: sentence, minutes: 600, due_on: '2026-12-31', ...given }
  return t.does(recordPledge, input, as.coordinator).output.pledge
}

/** Time of Anna’s that the coordinator records. */
function give(given: {
  party?: string
  on?: string
  minutes?: number
  holding?: number
  pledge?: number
  text?: string
}): number {
  const { t, as } = book
  return t.does(recordTime, { party: anna, minutes: 90, ...given }, as.coordinator).output.time
}

function post(wanted = 2): void {
  const { t, as } = book
  const input = { post: 'reading-room', name: 'Keeper of the reading room', wanted, unit: 'north' }
  t.does(open, input, as.coordinator)
}

const taken = (party = anna, from_on = '2026-03-01') =>
  book.t.does(take, { post: 'reading-room', party, from_on }, book.as.coordinator).output.holding

test('a pledge is one sentence, and what came of it is told beside it', () => {
  const { t, as } = book
  const id = pledged()
  give({ pledge: id, text: 'Read two chapters' })
  const open = t.asks(showPledge, { pledge: id }, as.auditor)
  expect(open).toMatchObject({
    party: anna,
    text: sentence,
    minutes: 600,
    given: 90,
    overdue: false,
    unit: { unit: 'north' },
    outcome: null,
  })
  t.at('2027-01-05T02:00:00Z')
  const overdue = () =>
    t.asks(listPledges, { state: 'overdue' }, as.auditor).pledges.map(({ pledge }) => pledge)
  expect(overdue()).toEqual([id])
  const end = { pledge: id, outcome: 'partly', text: 'She moved to her son in June' } as const
  t.does(endPledge, end, as.coordinator)
  expect(overdue()).toEqual([])
  expect(t.asks(showPledge, { pledge: id }, as.auditor)).toMatchObject({
    outcome: 'partly',
    came_of_it: end.text,
    ended_on: '2027-01-05',
  })
  expect(t.refuses(endPledge, end, as.coordinator).code).toBe('service_pledge.ended')
  const blind = t.asks(showPledge, { pledge: id }, { ...as.auditor, readsNames: false })
  expect([blind.text, blind.came_of_it]).toEqual(['***', '***'])
})

test('[invariant 7] nobody says of themselves that they kept what they pledged, and may withdraw it', () => {
  const { t, as, users } = book
  const id = pledged({ party: users.coordinator.party })
  const kept = { pledge: id, outcome: 'kept', text: 'I did' } as const
  expect(t.refuses(endPledge, kept, as.coordinator).code).toBe('service_pledge.own')
  const withdrawn = { pledge: id, outcome: 'withdrawn', text: 'No time' } as const
  expect(t.does(endPledge, withdrawn, as.coordinator).output.outcome).toBe('withdrawn')
})

test.each([
  ['service_pledge.days', { due_on: '2026-03-30' }],
  ['party.unknown', { party: 'P-999999', due_on: '2026-12-31' }],
  ['unit.unknown', { unit: 'nowhere', due_on: '2026-12-31' }],
])('a pledge is refused with %s', (code, given) => {
  const { t, as } = book
  const input = { party: anna, text: sentence, ...given }
  expect(t.refuses(recordPledge, input, as.coordinator).code).toBe(code)
})

test('a post is taken by as many as it is for, given back with what came of it, and closed', () => {
  const { t, as } = book
  post(1)
  expect(t.refuses(open, { post: 'reading-room', name: 'Again' }, as.coordinator).code).toBe(
    'service_post.taken',
  )
  const holding = taken()
  const ben = person(t, 'Ben Other', 'north')
  const again = (party: string) =>
    t.refuses(take, { post: 'reading-room', party }, as.coordinator).code
  expect([again(anna), again(ben)]).toEqual(['post_holding.twice', 'service_post.full'])
  expect(t.refuses(close, { post: 'reading-room' }, as.coordinator).code).toBe('service_post.held')
  expect(t.asks(listPosts, { state: 'vacant' }, as.auditor).posts).toEqual([])
  give({ holding })
  const back = { holding, to_on: '2026-03-31', text: 'Four hundred books are in order' }
  t.does(giveBack, back, as.coordinator)
  expect(t.refuses(giveBack, back, as.coordinator).code).toBe('post_holding.ended')
  t.does(close, { post: 'reading-room', reason: 'The library moved' }, as.coordinator)
  expect(again(ben)).toBe('service_post.closed')
  expect(t.asks(showPost, { post: 'reading-room' }, as.auditor)).toMatchObject({
    open: false,
    held: 0,
    minutes: 90,
    reason: 'The library moved',
    holdings: [{ party: anna, from_on: '2026-03-01', to_on: '2026-03-31', came_of_it: back.text }],
  })
})

test.each([
  ['day.in_future', { to_on: '2026-04-01' }],
  ['post_holding.days', { to_on: '2026-02-28' }],
  ['post_holding.unknown', { holding: 99 }],
])('giving a post back is refused with %s', (code, given) => {
  post()
  const input = { holding: taken(), ...given }
  expect(book.t.refuses(giveBack, input, book.as.coordinator).code).toBe(code)
})

test('time counts for what is theirs, on days on which it held', () => {
  const { t, as } = book
  post()
  const ben = person(t, 'Ben Other', 'north')
  const holding = taken(anna, '2026-03-10')
  const theirs = pledged({ party: ben })
  const refused = (given: object) =>
    t.refuses(recordTime, { party: anna, minutes: 60, ...given }, as.coordinator).code
  expect(refused({ holding, on: '2026-03-09' })).toBe('service_time.outside')
  expect(refused({ pledge: theirs })).toBe('service_time.not_theirs')
  expect(refused({ on: '2026-04-01' })).toBe('day.in_future')
  expect(refused({ minutes: 1441 })).toBe('input.invalid')
  give({ holding, on: '2026-03-10', minutes: 1_400 })
  expect(refused({ on: '2026-03-10' })).toBe('service_time.day_full')
})

test('[invariant 7] time is checked by another than who recorded it, and by nobody close to the giver', () => {
  const { t, as, users } = book
  const time = give({})
  const ask = (hand: 'coordinator' | 'owner', times = [time]) =>
    t.refuses(check, { times, agreed: true }, as[hand]).code
  expect(ask('coordinator')).toBe('service_time.own_hand')
  expect(ask('owner', [999])).toBe('service_time.unknown')
  const barred = (hand: 'coordinator' | 'owner') =>
    t.asks(listTimes, {}, as[hand]).times.map((one) => one.barred)
  expect(barred('coordinator')).toEqual(['service_time.own_hand'])
  expect(barred('owner')).toEqual([null])
  t.does(addTie, { party: users.owner.party, other: anna, role: 'sibling' })
  expect(ask('owner')).toBe('service_time.interest')
  const own = t.does(recordTime, { party: users.owner.party, minutes: 30 }, as.coordinator).output
    .time
  expect(ask('owner', [own])).toBe('service_time.interest')
})

test('what was found wrong counts for nothing, and is checked once', () => {
  const { t, as } = book
  const id = pledged({ from_on: '2026-03-01' })
  const [right, wrong] = [give({ pledge: id }), give({ pledge: id, on: '2026-03-30' })]
  t.does(check, { times: [right], agreed: true }, as.owner)
  t.does(check, { times: [wrong], agreed: false, note: 'She was in hospital' }, as.owner)
  expect(t.refuses(check, { times: [wrong], agreed: true }, as.owner).code).toBe(
    'service_time.checked',
  )
  expect(t.asks(showPledge, { pledge: id }, as.auditor).given).toBe(90)
  const shown = t.asks(listTimes, { state: 'not_agreed' }, as.auditor).times
  expect(shown).toMatchObject([{ time: wrong, note: 'She was in hospital', barred: null }])
  expect(t.asks(totals, {}, as.auditor).total).toEqual({
    times: 2,
    people: 1,
    agreed: 90,
    unchecked: 0,
    not_agreed: 90,
  })
})

test('time is added up by person, post, unit and month; who stands twice is one', () => {
  const { t, as } = book
  post()
  const twin = person(t, 'Anna Giver', 'south')
  give({ holding: taken(), on: '2026-03-10', minutes: 60 })
  give({ party: twin, on: '2026-02-10', minutes: 45 })
  give({ party: book.families[0].head, on: '2026-02-11', minutes: 30 })
  t.does(merge, { kept: anna, merged: twin, reason: 'One person' })
  const rows = (by: 'person' | 'post' | 'unit' | 'month', given = {}) =>
    t
      .asks(totals, { by, ...given }, as.auditor)
      .rows.map((one) => [one.party ?? one.post ?? one.unit ?? one.month, one.unchecked])
  expect(rows('person')).toEqual([
    [anna, 105],
    [book.families[0].head, 30],
  ])
  expect(rows('post')).toEqual([
    [null, 75],
    ['reading-room', 60],
  ])
  expect(rows('unit')).toEqual([
    ['north', 90],
    ['south', 45],
  ])
  expect(rows('month')).toEqual([
    ['2026-03', 60],
    ['2026-02', 75],
  ])
  expect(rows('month', { unit: 'south' })).toEqual([['2026-02', 45]])
  expect(rows('month', { from: '2026-03-01', to: '2026-03-31' })).toEqual([['2026-03', 60]])
})

test('each unit sees its own service and counts nothing of others', () => {
  const { t, as, units } = book
  post()
  const far = person(t, 'Fara Away', 'far')
  t.does(recordPledge, { party: far, text: sentence, due_on: '2026-12-31' }, as.coordinator)
  give({ holding: taken() })
  const there = { actor: as.coordinator.actor, readsNames: true }
  const within = { ...there, grants: [{ role: 'pairing_coordinator', unit: units.far }] } as const
  expect(t.asks(listPledges, {}, within).pledges).toHaveLength(1)
  expect(t.asks(listPosts, {}, within).posts).toEqual([])
  expect(t.asks(listTimes, {}, within).times).toEqual([])
  expect(t.asks(totals, { by: 'month' }, within).total.times).toBe(0)
  const asked = { post: 'reading-room', party: far }
  expect(t.refuses(take, asked, within).code).toBe('service_post.unknown')
  const ended = { pledge: pledged(), outcome: 'kept', text: 'Yes' } as const
  expect(t.refuses(endPledge, ended, within).code).toBe('service_pledge.unknown')
})

test('whoever has died gives nothing from the day after on', () => {
  const { t, as } = book
  t.does(recordStatus, { party: anna, status: 'died', from_on: '2026-03-15' })
  const given = (on: string) => ({ party: anna, minutes: 60, on })
  expect(t.refuses(recordTime, given('2026-03-16'), as.coordinator).code).toBe('party.has_died')
  expect(t.does(recordTime, given('2026-03-15'), as.coordinator).output.minutes).toBe(60)
})
