/** The cap engine against a second one that was written from the rules alone, over random policies and histories. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AidGiven,
  type AidProposed,
  breachesOf,
  type CapCount,
  countCaps,
} from '../../../src/hardship/caps/engine.ts'
import { addDays, day, type Month } from '../../../src/kit/day.ts'
import type { AidEventId, HardshipFileId, PartyId, ProgrammeId } from '../../../src/kit/ids.ts'
import { minor } from '../../../src/kit/money.ts'
import { type Cap, capsBody } from '../../../src/policies/caps.ts'
import { plainly } from './plainly.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

function cap(given: Partial<Cap>): Cap {
  const whole = {
    ...none,
    help: 'any',
    scope: 'person',
    window: 'calendar_year',
    currency: 'CNY',
    value: { kind: 'fixed', amount: '1000.00' },
    ...given,
  }
  return capsBody.parse({ caps: [whole] }).caps[0]!
}

function given(aid: Partial<AidGiven> = {}): AidGiven {
  return {
    subject: 'case/1',
    on: day('2026-03-01'),
    person: 1 as PartyId,
    file: 1 as HardshipFileId,
    programme: 1 as ProgrammeId,
    event: null,
    help: 'one_off',
    currency: 'CNY',
    bills: [],
    firstMonth: null,
    months: 1,
    amountMinor: minor(400_00),
    ...aid,
  }
}

function proposed(aid: Partial<AidProposed> = {}): AidProposed {
  const { subject: _, ...rest } = given()
  const standards: Record<string, number> = { 'Local allowance': 780_00 }
  const standard = (name: string) => (name in standards ? minor(standards[name]!) : null)
  return { ...rest, on: day('2026-03-31'), grade: null, standard, ...aid }
}

function line(count: CapCount, asked: AidProposed): string {
  const { limitMinor, usedMinor, leftMinor, times, counted } = count
  const by = counted.map(({ subject }) => subject).join(' ')
  const said = `limit ${limitMinor} used ${usedMinor} left ${leftMinor} times ${times} by [${by}]`
  return `${said} passes [${breachesOf(count, asked).join(' ')}]`
}

function told(caps: readonly Cap[], asked: AidProposed, history: readonly AidGiven[]): string {
  return countCaps(caps, asked, history)
    .map((count) => line(count, asked))
    .join('\n')
}

describe('[A4] a cap', () => {
  const flood = 7 as AidEventId
  const rows: readonly (readonly [
    string,
    Partial<Cap>,
    Partial<AidProposed>,
    AidGiven[],
    string,
  ])[] = [
    [
      'a fixed amount a person and year leaves what the year has not used',
      {},
      { amountMinor: minor(601_00) },
      [given(), given({ on: day('2025-12-31'), subject: 'case/2' })],
      'limit 100000 used 40000 left 60000 times 1 by [case/1] passes [amount]',
    ],
    [
      'the last cent fits',
      {},
      { amountMinor: minor(600_00) },
      [given()],
      'limit 100000 used 40000 left 60000 times 1 by [case/1] passes []',
    ],
    [
      'a year after a grant, to the day, a rolling year is free again',
      { window: 'rolling_months', window_months: 12, times_most: 1 },
      {},
      [given({ on: day('2025-03-31') }), given({ on: day('2025-04-01'), subject: 'payout/4' })],
      'limit 100000 used 40000 left 60000 times 1 by [payout/4] passes [times]',
    ],
    [
      'a rolling month ends with a shorter month',
      { window: 'rolling_months', window_months: 1 },
      {},
      [given({ on: day('2026-02-28') })],
      'limit 100000 used 0 left 100000 times 0 by [] passes []',
    ],
    [
      'a household counts its members, and the person wherever they lived',
      { scope: 'household', window: 'lifetime' },
      {},
      [
        given({ person: 2 as PartyId, subject: 'case/2' }),
        given({ file: null, subject: 'case/3' }),
        given({ person: 3 as PartyId, file: 9 as HardshipFileId, subject: 'case/4' }),
      ],
      'limit 100000 used 80000 left 20000 times 2 by [case/2 case/3] passes [amount]',
    ],
    [
      'an event counts the help of a household for it',
      { scope: 'event', window: 'per_event', times_most: 1 },
      { event: flood },
      [given({ event: flood, person: 2 as PartyId }), given({ subject: 'case/2' })],
      'limit 100000 used 40000 left 60000 times 1 by [case/1] passes [times]',
    ],
    [
      'help for no event that is known is an event of its own',
      { scope: 'person', window: 'per_event', value: { kind: 'none' }, times_most: 1 },
      {},
      [given()],
      'limit null used 0 left null times 0 by [] passes []',
    ],
    [
      'a programme counts what the person got under it',
      { scope: 'programme', window: 'lifetime' },
      {},
      [given(), given({ programme: 2 as ProgrammeId }), given({ programme: null })],
      'limit 100000 used 40000 left 60000 times 1 by [case/1] passes []',
    ],
    [
      'a share of the bills counts each bill once',
      { value: { kind: 'share_of_document', percent: '80' } },
      { bills: [{ digest: 'b', amountMinor: minor(1_000_01) }], amountMinor: minor(800_01) },
      [given({ bills: [{ digest: 'b', amountMinor: minor(9_000_00) }], amountMinor: minor(1) })],
      'limit 80000 used 1 left 79999 times 1 by [case/1] passes [amount]',
    ],
    [
      'a multiple of a standard takes what it is on the day',
      { value: { kind: 'multiple_of_standard', standard: 'Local allowance', times: '1.5' } },
      {},
      [],
      'limit 117000 used 0 left 117000 times 0 by [] passes []',
    ],
    [
      'a standard that no policy gives stops it',
      { value: { kind: 'multiple_of_standard', standard: 'Nowhere', times: '1' } },
      {},
      [],
      'limit null used 0 left null times 0 by [] passes [standard]',
    ],
    [
      'whoever is not graded is helped as the lowest grade is',
      {
        value: {
          kind: 'tier_table',
          tiers: [
            { grade: 'special', amount: '900' },
            { grade: 'general', amount: '300' },
          ],
        },
      },
      {},
      [],
      'limit 30000 used 0 left 30000 times 0 by [] passes [amount]',
    ],
    [
      'the least and the most hold a figure between them',
      { least: '500', most: '600', value: { kind: 'share_of_document', percent: '50' } },
      {},
      [],
      'limit 50000 used 0 left 50000 times 0 by [] passes []',
    ],
    [
      'without a figure the least is that of a grant',
      { least: '500', most: '600', value: { kind: 'none' } },
      {},
      [],
      'limit 60000 used 0 left 60000 times 0 by [] passes [least]',
    ],
    [
      'an allowance counts whole on the day it was approved',
      { help: 'any' },
      {},
      [given({ help: 'allowance', months: 12, amountMinor: minor(600_00) })],
      'limit 100000 used 60000 left 40000 times 1 by [case/1] passes []',
    ],
    [
      'a cap on a month of allowances counts months',
      {
        help: 'allowance',
        window: 'rolling_months',
        window_months: 1,
        value: { kind: 'fixed', amount: '100' },
      },
      { help: 'allowance', months: 12, amountMinor: minor(720_00), firstMonth: '2026-03' as Month },
      [
        given({
          help: 'allowance',
          on: day('2025-05-01'),
          firstMonth: '2025-05' as Month,
          months: 12,
          amountMinor: minor(600_00),
        }),
      ],
      'limit 10000 used 5000 left 5000 times 1 by [case/1] passes [amount]',
    ],
    ['in another currency it says nothing', { currency: 'USD' }, {}, [given()], ''],
    ['of another help it says nothing', { help: 'loan' }, {}, [given()], ''],
  ]

  it.each(rows)('%s', (_, policy, asked, history, expected) => {
    expect(told([cap(policy)], proposed(asked), history)).toBe(expected)
  })
})

const helps = ['one_off', 'allowance', 'medical'] as const
const amounts = fc.integer({ min: 1, max: 2_000_00 }).map((n) => (n / 100).toFixed(2))
const values: fc.Arbitrary<Cap['value']> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  amounts.map((amount) => ({ kind: 'fixed', amount }) as const),
  fc
    .integer({ min: 1, max: 100_00 })
    .map((n) => ({ kind: 'share_of_document', percent: (n / 100).toFixed(2) }) as const),
  fc.record({
    kind: fc.constant('multiple_of_standard' as const),
    standard: fc.constantFrom('Local allowance', 'Nowhere'),
    times: fc.integer({ min: 1, max: 500 }).map((n) => (n / 100).toFixed(2)),
  }),
  fc.tuple(amounts, amounts).map(
    ([special, general]) =>
      ({
        kind: 'tier_table',
        tiers: [
          { grade: 'special', amount: special },
          { grade: 'general', amount: general },
        ],
      }) as Cap['value'],
  ),
)
const caps: fc.Arbitrary<Cap> = fc
  .record({
    help: fc.constantFrom('any', ...helps),
    scope: fc.constantFrom('person', 'household', 'event', 'programme'),
    window: fc.constantFrom('calendar_year', 'rolling_months', 'lifetime', 'per_event'),
    months: fc.constantFrom(1, 2, 12, 24),
    currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
    value: values,
    bounds: fc.option(fc.tuple(amounts, amounts), { nil: null }),
    times_most: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  })
  .map(({ months, bounds, ...rest }) => {
    const [least, most] = (bounds ?? []).toSorted((a, b) => Number(a) - Number(b))
    const whole = { ...rest, least: least ?? null, most: most ?? null }
    const window_months = rest.window === 'rolling_months' ? months : null
    const bare = rest.value.kind === 'none' && !bounds && rest.times_most === null
    return { ...whole, window_months, times_most: bare ? 1 : rest.times_most } as Cap
  })

const aids = fc
  .record({
    on: fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2024-01-15'), n)),
    person: fc.constantFrom(1, 2, 3),
    file: fc.constantFrom(1, 2, null),
    programme: fc.constantFrom(1, 2, null),
    event: fc.constantFrom(1, 2, null),
    help: fc.constantFrom(...helps, null),
    currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
    bills: fc.array(
      fc.record({
        digest: fc.constantFrom('a', 'b', 'c'),
        amountMinor: fc.integer({ min: 1, max: 3_000_00 }).map(minor),
      }),
      { maxLength: 2 },
    ),
    months: fc.constantFrom(1, 1, 3, 12),
    amountMinor: fc.integer({ min: 0, max: 1_500_00 }).map(minor),
  })
  .map(
    (aid) =>
      ({
        ...aid,
        firstMonth: aid.months === 1 ? null : aid.on.slice(0, 7),
        subject: '',
      }) as unknown as AidGiven,
  )

describe('[A4] the cap engine', () => {
  it('counts as the rules do when they are followed step by step', () => {
    fc.assert(
      fc.property(
        fc.array(caps, { minLength: 1, maxLength: 4 }),
        aids,
        fc.constantFrom('special', 'considerable', null),
        fc.array(aids, { maxLength: 12 }),
        (policy, aid, grade, others) => {
          const { subject: _, ...asked } = aid
          const help = asked.help ?? 'one_off'
          const amountMinor = minor(Math.max(1, asked.amountMinor))
          const aidProposed = proposed({ ...asked, help, grade, amountMinor })
          const history = others.map((one, at) => ({ ...one, subject: `case/${at + 1}` }))
          const expected = policy
            .map((rule) => plainly(rule, aidProposed, history))
            .filter((one) => one !== null)
          expect(told(policy, aidProposed, history)).toBe(expected.join('\n'))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
