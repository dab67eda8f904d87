/** Who is due to be visited, what is to be done, and which records are worth a look. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { handOver } from '../../../src/pairing/pairs/commands.ts'
import {
  list as listEvents,
  record as recordEvent,
  withdraw as withdrawEvent,
} from '../../../src/pairing/visits/care-events.ts'
import { due } from '../../../src/pairing/visits/due-query.ts'
import { add, finish, list as listFollowUps } from '../../../src/pairing/visits/follow-ups.ts'
import { signs } from '../../../src/pairing/visits/signs.ts'
import { neutralVisiting } from '../../../src/policies/visiting.ts'
import { type VisitsBook, visitsBook } from './scene.ts'

let v: VisitsBook
beforeEach(() => {
  v = visitsBook()
})
afterEach(() => v.book.t.close())

const none = { hospital: null, disaster: null, bereavement: null }

/** What is due up to a day, as `why due_on` with its marks. */
function dueUntil(until: string): string[] {
  return v.book.t
    .asks(due, { until }, v.book.as.coordinator)
    .due.map(({ why, due_on, late, alarm }) =>
      [why, due_on, ...(late ? ['late'] : []), ...(alarm ? ['alarm'] : [])].join(' '),
    )
}

const at = (day: string) => v.book.t.at(`${day}T02:00:00Z`)

describe('the cadence', () => {
  test('counts from the day on which the pair began, then from the last visit or call', () => {
    v.policy({ visit_days: 90, phone_days: 30, alarm_days: null, urgent_visit_days: null })
    expect(dueUntil('2026-12-31')).toEqual(['phone 2026-04-30', 'visit 2026-06-29'])
    at('2026-04-20')
    v.visit({ kind: 'phone' })
    expect(dueUntil('2026-12-31')).toEqual(['phone 2026-05-20', 'visit 2026-06-29'])
    at('2026-05-10')
    v.visit()
    expect(dueUntil('2026-12-31')).toEqual(['phone 2026-06-09', 'visit 2026-08-08'])
    expect(dueUntil('2026-06-08')).toEqual([])
  })

  test('asks for no call where a visit is due as soon', () => {
    v.policy({ visit_days: 30, phone_days: 30, alarm_days: null })
    expect(dueUntil('2026-12-31')).toEqual(['visit 2026-04-30'])
  })

  test('is shorter for urgent needs', () => {
    v.policy({ visit_days: 90, phone_days: null, alarm_days: null, urgent_visit_days: 14 })
    const need = v.book.need({ urgency: 3 })
    v.book.activePair({ need })
    expect(dueUntil('2026-12-31')).toEqual(['visit 2026-04-14', 'visit 2026-06-29'])
  })

  test('is late after its day, and an alarm after half a year, also across helpers', () => {
    const { t, as } = v.book
    v.policy({ visit_days: 90, phone_days: null, alarm_days: 183 })
    at('2026-09-30')
    expect(dueUntil('2026-09-30')).toEqual(['visit 2026-06-29 late'])
    const given = { pair: v.pair, helper: v.book.helper() }
    v.book.begin(t.does(handOver, given, as.coordinator).output.pair)
    expect(dueUntil('2026-12-31')).toEqual(['visit 2026-12-29'])
    at('2026-10-02')
    expect(dueUntil('2026-12-31')).toEqual(['visit 2026-12-29 alarm'])
    const told = t.asks(due, { until: '2026-12-31', only: 'alarm' }, as.auditor)
    expect(told.counts).toEqual({ all: 1, late: 0, alarm: 1 })
  })

  test('is nobody’s where the policy says nothing', () => {
    v.policy({ visit_days: null, phone_days: null, alarm_days: null, urgent_visit_days: null })
    expect(dueUntil('2027-12-31')).toEqual([])
  })
})

test('a festival is due on its day, and a visit within the days before counts for it', () => {
  const festival = {
    code: 'mid-autumn',
    name: { en: 'Mid-Autumn', 'zh-Hans': '中秋节', 'zh-Hant': '中秋節' },
    days: ['2025-10-06', '2026-09-25', '2027-09-15'] as never[],
    days_before: 14,
  }
  const quiet = { visit_days: null, phone_days: null, alarm_days: null, urgent_visit_days: null }
  v.policy({ ...quiet, festivals: [festival] })
  expect(dueUntil('2026-09-24')).toEqual([])
  expect(dueUntil('2026-09-25')).toEqual(['festival 2026-09-25'])
  at('2026-10-01')
  v.visit({ visited_on: '2026-09-10' })
  expect(dueUntil('2026-10-01')).toEqual(['festival 2026-09-25 late'])
  v.visit({ visited_on: '2026-09-11' })
  expect(dueUntil('2026-10-01')).toEqual([])
  at('2027-11-01')
  expect(dueUntil('2027-11-01')).toEqual([])
})

describe('an occasion', () => {
  const quiet = { visit_days: null, phone_days: null, alarm_days: null, urgent_visit_days: null }

  test('of anybody in the household is due at the helper’s, until somebody came', () => {
    const { t, as, families } = v.book
    v.policy({ ...quiet, events: { hospital: 7, disaster: 3, bereavement: null } })
    const happened = { party: families[0].child, kind: 'hospital', on: '2026-03-30' } as const
    t.does(recordEvent, happened, as.administrator)
    expect(dueUntil('2026-12-31')).toEqual(['hospital 2026-04-06'])
    expect(t.asks(due, { until: '2026-12-31' }, as.auditor).due[0]!.pair?.pair).toBe(v.pair)
    at('2026-04-08')
    v.visit({ kind: 'phone' })
    expect(dueUntil('2026-12-31')).toEqual(['hospital 2026-04-06 late'])
    v.visit({ met: 'nobody' })
    expect(dueUntil('2026-12-31')).toHaveLength(1)
    v.visit({ met: 'family' })
    expect(dueUntil('2026-12-31')).toEqual([])
    expect(t.asks(listEvents, {}, as.auditor).care_events[0]!.state).toBe('visited')
  })

  test('of somebody without a helper is due at the office; none is due that was taken back', () => {
    const { t, as, families } = v.book
    v.policy({ ...quiet, events: { hospital: null, disaster: 3, bereavement: null } })
    const happened = { party: families[1].head, kind: 'disaster' } as const
    const { care_event } = t.does(recordEvent, happened, as.coordinator).output
    const told = t.asks(due, { until: '2026-12-31' }, as.coordinator).due
    expect(told).toMatchObject([{ why: 'disaster', pair: null, helper: null }])
    t.does(withdrawEvent, { care_event, reason: 'Another village' }, as.coordinator)
    expect(dueUntil('2026-12-31')).toEqual([])
    const twice = { care_event, reason: 'Another village' }
    expect(t.refuses(withdrawEvent, twice, as.coordinator).code).toBe('care_event.ended')
  })

  test('has happened', () => {
    const { t, as, families } = v.book
    const tomorrow = { party: families[0].head, kind: 'disaster', on: '2026-04-01' } as const
    expect(t.refuses(recordEvent, tomorrow, as.coordinator).code).toBe('care_event.day')
    const nobody = { care_event: 4, reason: 'x' }
    expect(t.refuses(withdrawEvent, nobody, as.coordinator).code).toBe('care_event.unknown')
  })
})

test('what is to be done stands by its day until it is finished, once', () => {
  const { t, as, families } = v.book
  v.visit({ follow_ups: [{ text: 'Bring the forms', due_on: '2026-04-10' }] })
  const sooner = { party: families[1].head, text: 'Ask the clinic', due_on: '2026-04-02' }
  const { follow_up } = t.does(add, sooner, as.coordinator).output
  const past = { ...sooner, due_on: '2026-03-30' }
  expect(t.refuses(add, past, as.coordinator).code).toBe('follow_up.day')
  at('2026-04-05')
  const open = t.asks(listFollowUps, { state: 'open' }, as.administrator).follow_ups
  expect(open.map(({ text, late }) => [text, late])).toEqual([
    ['Ask the clinic', true],
    ['Bring the forms', false],
  ])
  const dropped = { follow_up, outcome: 'dropped' } as const
  expect(t.refuses(finish, dropped, as.coordinator).code).toBe('input.invalid')
  t.does(finish, { follow_up, outcome: 'done' }, as.administrator)
  const again = { follow_up, outcome: 'done' } as const
  expect(t.refuses(finish, again, as.coordinator).code).toBe('follow_up.ended')
  const nobody = { follow_up: 9, outcome: 'done' } as const
  expect(t.refuses(finish, nobody, as.coordinator).code).toBe('follow_up.unknown')
  expect(t.asks(listFollowUps, { state: 'ended' }, as.auditor).follow_ups).toHaveLength(1)
  expect(t.asks(listFollowUps, { pair: v.pair }, as.auditor).follow_ups).toHaveLength(1)
})

describe('signs', () => {
  const found = (from = '2026-03-01') =>
    v.book.t
      .asks(signs, { from, to: '2026-12-31' }, v.book.as.auditor)
      .signs.map(({ sign, count }) => `${sign} ${count}`)

  test('are one minute, one text, many on a day, many on a holiday, late entries', () => {
    const { t } = v.book
    const holidays = [{ day: '2026-05-01', name: 'Labour Day' }] as never
    t.does(put, { kind: 'calendar', body: { weekend: [6, 7], holidays, make_up_days: [] } })
    const limits = { same_minute: 2, same_text: 3, a_day: 4, a_holiday: 2, entered_late: 30 }
    v.policy({ ...neutralVisiting, events: none, signs: limits })
    t.at('2026-05-03T02:00:00Z')
    v.visit({ visited_on: '2026-05-01', found: 'All is well with them.' })
    expect(found()).toEqual([])
    v.visit({ visited_on: '2026-05-01', found: 'all is well, with them' })
    expect(found()).toEqual(['same_minute 2', 'a_holiday 2'])
    t.at('2026-05-03T02:05:00Z')
    v.visit({ visited_on: '2026-05-01', found: 'All is well with them' })
    t.at('2026-05-03T02:10:00Z')
    v.visit({ visited_on: '2026-05-01', found: 'All fine', kind: 'festival' })
    expect(found()).toEqual(['same_minute 2', 'same_text 3', 'a_day 4', 'a_holiday 3'])
    t.at('2026-05-31T02:00:00Z')
    v.visit({ visited_on: '2026-05-02' })
    v.visit({ visited_on: '2026-05-01', kind: 'phone' })
    expect(found('2026-05-01')).toContain('entered_late 30')
    expect(found('2026-06-01')).toEqual([])
  })

  test('are not looked for where the policy does not ask', () => {
    const off = {
      same_minute: null,
      same_text: null,
      a_day: null,
      a_holiday: null,
      entered_late: null,
    }
    v.policy({ signs: off })
    v.visit({ found: 'All is well with them' })
    v.visit({ found: 'All is well with them' })
    v.visit({ found: 'All is well with them' })
    expect(found()).toEqual([])
  })
})
