/** The time within which a case is decided, in working days that stand still while the applicant is asked. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clock, clockOf, type TimedAct } from '../../../src/hardship/cases/clock.ts'
import { addDays, day } from '../../../src/kit/day.ts'
import { workingDaysBetween } from '../../../src/kit/working-days.ts'
import { workingCalendarOf } from '../../../src/policies/calendar.ts'
import { chinaCalendar } from '../../../src/policies/presets/china-days.ts'

const calendar = workingCalendarOf(chinaCalendar())

/** `asked 03-06` and so on, in 2026. */
function at(today: string, within: number | null, ...acts: string[]): Clock {
  return clockOf({
    applied_on: day('2026-03-02'),
    acts: acts.map((text): TimedAct => {
      const [act, on] = text.split(' ')
      return { act: act as TimedAct['act'], on_day: day(`2026-${on}`) }
    }),
    calendar,
    within,
    today: day(`2026-${today}`),
  })
}

describe('a case of Monday 2 March 2026 that is to be decided within ten working days', () => {
  test.each<[string, Clock, Partial<Clock>]>([
    ['on the day of the application', at('03-02', 10), { used: 0, due_on: day('2026-03-16') }],
    ['after a week', at('03-09', 10), { used: 5, due_on: day('2026-03-16'), overdue: false }],
    ['on the weekend before it is due', at('03-15', 10), { used: 9, overdue: false }],
    ['on the last day', at('03-16', 10), { used: 10, due_on: day('2026-03-16'), overdue: false }],
    ['a day late', at('03-17', 10), { used: 11, due_on: day('2026-03-16'), overdue: true }],
    ['without a limit', at('12-31', null), { within: null, due_on: null, overdue: false }],
    [
      'while the applicant is asked',
      at('03-13', 10, 'asked 03-04'),
      { state: 'paused', used: 2, paused: 7, due_on: null, overdue: false },
    ],
    [
      'asked for over the Tomb-sweeping holiday',
      at('04-07', 10, 'asked 03-04', 'answered 04-07'),
      { state: 'running', used: 2, paused: 23, due_on: day('2026-04-17') },
    ],
    [
      'asked for twice',
      at(
        '03-31',
        10,
        'asked 03-03',
        'answered 03-05',
        'passed 03-05',
        'asked 03-06',
        'answered 03-31',
      ),
      { used: 2, paused: 19, due_on: day('2026-04-13') },
    ],
    [
      'asked for when it was late already',
      at('03-31', 10, 'asked 03-18'),
      { state: 'paused', used: 12, due_on: day('2026-03-16'), overdue: true },
    ],
    [
      'approved in time, a month ago',
      at('04-30', 10, 'passed 03-04', 'approved 03-12', 'paid 03-20'),
      { state: 'ended', used: 8, due_on: null, overdue: false },
    ],
    [
      'refused late',
      at('04-30', 10, 'refused 03-20'),
      { state: 'ended', used: 14, due_on: day('2026-03-16'), overdue: true },
    ],
    [
      'reopened on an appeal: its time begins anew',
      at('04-01', 10, 'refused 03-20', 'reopened 03-30'),
      { state: 'running', used: 2, paused: 0, due_on: day('2026-04-14'), overdue: false },
    ],
    [
      'an objection does not stop it',
      at('03-17', 10, 'suspended 03-04', 'resumed 03-16'),
      { state: 'running', used: 11, paused: 0, overdue: true },
    ],
  ])('%s', (_, clock, expected) => {
    expect(clock).toMatchObject(expected)
  })
})

test('used and paused are all working days that went by, and the day due is that on which they are used up', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 9 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 60 }), (days, within) => {
      const applied_on = day('2025-01-06')
      let on = applied_on
      const acts = days.map((gap, at): TimedAct => {
        on = addDays(on, gap)
        return { act: at % 2 === 0 ? 'asked' : 'answered', on_day: on }
      })
      const today = addDays(on, 11)
      const given = { applied_on, acts, calendar, within, today }
      const clock = clockOf(given)
      expect(clock.used + clock.paused).toBe(workingDaysBetween(calendar, applied_on, today))
      expect(clock.overdue).toBe(clock.used > within)
      if (clock.due_on === null) {
        expect(clock.state).toBe('paused')
        return
      }
      // Until the end of that day it is in time, and not on the next that is worked.
      const until = (on: typeof today) => ({
        ...given,
        acts: acts.filter((one) => one.on_day <= on),
        today: on,
      })
      expect(clockOf(until(clock.due_on))).toMatchObject({ used: within, overdue: false })
      expect(clock.overdue).toBe(clock.due_on < today && clock.used > within)
    }),
    { seed: 42 },
  )
})
