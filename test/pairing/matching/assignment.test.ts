import fc from 'fast-check'
import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import {
  Assigning,
  type Assignment,
  type AssignmentProblem,
  assign,
} from '../../../src/pairing/matching/assignment.ts'
import { boundOf, faultsOf } from '../../../src/pairing/matching/certificate.ts'
import { asLinearProgramme, drawing, drawn, leastByTrying } from './problems.ts'

const seeds = fc.integer({ min: 0, max: 2_147_483_645 })

describe('[B] who helps whom costs the least there is', () => {
  test('as trying everything finds, with prices that prove it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawing(seed)
        const problem = drawn(
          {
            needs: 1 + draw(4),
            helpers: 1 + draw(4),
            candidates: 1 + draw(4),
            demand: 1 + draw(3),
            capacity: 1 + draw(3),
            cost: 1 + draw(20),
          },
          draw,
        )
        const found = assign(problem)
        expect(faultsOf(problem, found)).toEqual([])
        expect(found.cost).toBe(leastByTrying(problem))
      }),
      { numRuns: 5_000, verbose: 1 },
    )
  })

  test('with prices that prove it where helpers are sought after', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawing(seed)
        const problem = drawn(
          { needs: 80, helpers: 30, candidates: 5, demand: 3, capacity: 4, cost: 1 + draw(300) },
          draw,
        )
        expect(faultsOf(problem, assign(problem))).toEqual([])
      }),
      { numRuns: 300, verbose: 1 },
    )
  })

  test('as a solver of linear programmes finds', async () => {
    const highs = await highsLoader()
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const draw = drawing(seed)
      const problem = drawn(
        {
          needs: 60 + draw(100),
          helpers: 40 + draw(60),
          candidates: 3 + draw(15),
          demand: 1 + draw(3),
          capacity: 1 + draw(4),
          cost: 1_000,
        },
        draw,
      )
      const found = assign(problem)
      const other = highs.solve(asLinearProgramme(problem))
      expect(faultsOf(problem, found), `seed ${seed}`).toEqual([])
      expect(other.Status).toBe('Optimal')
      expect(found.cost, `seed ${seed}`).toBe(Math.round(other.ObjectiveValue))
    }
  })

  test.each([
    { needs: 1_000, helpers: 1_000, candidates: 1_000, demand: 1, capacity: 1, cost: 1_000 },
    { needs: 10_000, helpers: 10_000, candidates: 20, demand: 1, capacity: 1, cost: 1_000 },
    { needs: 10_000, helpers: 10_000, candidates: 20, demand: 1, capacity: 3, cost: 10 },
    { needs: 10_000, helpers: 3_000, candidates: 20, demand: 2, capacity: 5, cost: 1_000 },
  ])('of $needs needs and $helpers helpers with $candidates candidates each', (shape) => {
    const problem = drawn(shape, drawing(7))
    expect(faultsOf(problem, assign(problem))).toEqual([])
  })

  test('whoever looks at it, in pieces or at once', () => {
    const problem = drawn(
      { needs: 500, helpers: 300, candidates: 10, demand: 2, capacity: 3, cost: 100 },
      drawing(3),
    )
    const pieces = new Assigning(problem)
    while (!pieces.step(7)) expect(pieces.done).toBeLessThan(500)
    expect(pieces.result()).toEqual(assign(problem))
  })

  test.each<[string, Partial<AssignmentProblem>, number]>([
    ['nobody needs help', { needs: 0, start: new Int32Array(1) }, 0],
    ['nobody helps', { helpers: 0, needs: 2, start: new Int32Array(3) }, 20],
    [
      'nobody has a place',
      { helperOf: Int32Array.of(0), cost: Int32Array.of(1), start: Int32Array.of(0, 1, 1) },
      20,
    ],
  ])('where %s', (_, given, cost) => {
    const problem = { ...empty(), ...given }
    const found = assign(problem)
    expect(faultsOf(problem, found)).toEqual([])
    expect(found.cost).toBe(cost)
  })
})

/** Two needs, one helper without a place, nobody a candidate. */
function empty(): AssignmentProblem {
  return {
    needs: 2,
    helpers: 1,
    start: new Int32Array(3),
    helperOf: new Int32Array(0),
    cost: new Int32Array(0),
    demand: Int32Array.of(1, 1),
    slotStart: new Int32Array(2),
    slotCost: new Int32Array(0),
    unmetCost: Float64Array.of(10, 10),
  }
}

describe('[B] the proof is worth something', () => {
  const problem = drawn(
    { needs: 30, helpers: 20, candidates: 6, demand: 2, capacity: 3, least: 1, cost: 50 },
    drawing(11),
  )
  const found = assign(problem)
  const first = found.chosen.indexOf(1)
  const without = found.chosen.with(first, 0)
  const everybody = new Uint8Array(found.chosen.length).fill(1)

  test.each<[string, Assignment, RegExp]>([
    ['a cheaper sum', { ...found, cost: found.cost - 1 }, /it costs \d+, not \d+/],
    ['somebody left out', { ...found, chosen: without }, /the prices prove|not/],
    ['too many for a need', { ...found, chosen: everybody }, /has \d+ helpers/],
    ['too many for a helper', { ...found, chosen: everybody }, /has \d+ needs/],
    [
      'other prices',
      { ...found, needPrice: found.needPrice.map((price) => price + 1) },
      /the prices prove/,
    ],
  ])('%s is found', (_, told, fault) => {
    expect(faultsOf(problem, told).join('\n')).toMatch(fault)
  })

  test('whatever the prices, they promise no more than the least', () => {
    const any = fc.array(fc.integer({ min: -200, max: 1_300_000 }), {
      minLength: 50,
      maxLength: 50,
    })
    fc.assert(
      fc.property(any, (prices) => {
        const needPrice = Float64Array.from(prices.slice(0, 30))
        const placePrice = Float64Array.from(prices.slice(30))
        expect(boundOf(problem, { needPrice, placePrice })).toBeLessThanOrEqual(found.cost)
      }),
      { verbose: 1 },
    )
  })
})
