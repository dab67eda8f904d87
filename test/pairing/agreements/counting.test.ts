/** What came of a commitment up to a day, as a table and as laws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/kit/day.ts'
import {
  type Delivery,
  type Line,
  lineOf,
  type Promised,
  totalsOf,
} from '../../../src/pairing/agreements/counting.ts'
import { promiseKinds } from '../../../src/pairing/agreements/rows.ts'

const given: Promised = {
  commitment: 1,
  side: 'helper',
  kind: 'jobs',
  promised: 10,
  due_on: '2026-03-31' as Day,
}

function delivered(...all: readonly (readonly [day: string, counted: number])[]): Delivery[] {
  return all.map(([on, counted], at) => ({
    ...{ evidence: at + 1, on: on as Day, counted },
    ...{ contribution: null, digest: null },
  }))
}

/** On time, late, open, released, beyond; how it stands; when it was kept, and by how many days late. */
function told(line: Line): string {
  const { on_time, late, open, released, beyond, outcome, kept_on, days_late } = line
  return [on_time, late, open, released, beyond, outcome, kept_on, days_late].join(' ')
}

describe('[AG4] what came of a commitment', () => {
  test.each([
    ['nothing yet, before its day', [], '2026-03-31', false, '0 0 10 0 0 to_come  '],
    ['nothing, the day after', [], '2026-04-01', false, '0 0 10 0 0 overdue  1'],
    ['all on its day', [['2026-03-31', 10]], '2026-06-30', false, '10 0 0 0 0 kept 2026-03-31 0'],
    ['all before it', [['2026-03-01', 10]], '2026-06-30', false, '10 0 0 0 0 kept 2026-03-01 -30'],
    [
      'in parts, the last one late',
      [
        ['2026-04-10', 4],
        ['2026-03-01', 6],
      ],
      '2026-06-30',
      false,
      '6 4 0 0 0 kept_late 2026-04-10 10',
    ],
    ['a part, its day over', [['2026-03-01', 6]], '2026-04-30', false, '6 0 4 0 0 partly  30'],
    [
      'more than promised, over two days',
      [
        ['2026-03-01', 9],
        ['2026-03-02', 4],
        ['2026-05-01', 2],
      ],
      '2026-06-30',
      false,
      '10 0 0 0 5 kept 2026-03-02 -29',
    ],
    ['later than asked', [['2026-03-02', 10]], '2026-03-01', false, '0 0 10 0 0 to_come  '],
    ['released with a part done', [['2026-03-01', 3]], '2026-05-01', true, '3 0 0 7 0 released  '],
    [
      'kept, then released',
      [['2026-03-01', 10]],
      '2026-05-01',
      true,
      '10 0 0 0 0 kept 2026-03-01 -30',
    ],
    [
      'money given back since counts for less',
      [
        ['2026-03-01', 0],
        ['2026-03-02', 5],
      ],
      '2026-05-01',
      false,
      '5 0 5 0 0 partly  31',
    ],
  ] as const)('%s', (_, deliveries, asOf, released, line) => {
    const kept = { deliveries: delivered(...deliveries), released }
    expect(told(lineOf(given, kept, asOf as Day))).toBe(line)
  })

  test('[AG4] nothing is lost: promised = on time + late + open + released, and so in all sums', () => {
    const seed = 20_260_331
    const first = '2026-01-01' as Day
    const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays(first, count))
    const delivery = fc.record({ on: day, counted: fc.integer({ min: 0, max: 300 }) })
    const commitment = fc.record({
      side: fc.constantFrom('helper' as const, 'helped' as const),
      kind: fc.constantFrom(...promiseKinds),
      promised: fc.integer({ min: 1, max: 500 }),
      due_on: day,
      released: fc.boolean(),
      done: fc.array(delivery, { maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.array(commitment, { maxLength: 12 }), day, (all, asOf) => {
        const lines = all.map(({ released, done, ...one }, at) => {
          const deliveries = done.map((each, place) => {
            return { ...each, evidence: place + 1, contribution: null, digest: null }
          })
          return lineOf({ ...one, commitment: at + 1 }, { deliveries, released }, asOf)
        })
        for (const [at, line] of lines.entries()) {
          const { on_time, late, open, released, beyond, promised } = line
          expect(on_time + late + open + released).toBe(promised)
          const done = all[at]!.done.filter(({ on }) => on <= asOf)
          const sum = done.reduce((total, { counted }) => total + counted, 0)
          expect(on_time + late + beyond).toBe(sum)
          expect(line.kept_on !== null).toBe(on_time + late === promised)
        }
        for (const total of totalsOf(lines)) {
          const { promised, on_time, late, open, released, overdue } = total
          expect(on_time + late + open + released).toBe(promised)
          expect(overdue).toBeLessThanOrEqual(open)
        }
        const counted = totalsOf(lines).reduce((sum, { commitments }) => sum + commitments, 0)
        expect(counted).toBe(lines.length)
      }),
      { seed, numRuns: 500, verbose: true },
    )
  })
})
