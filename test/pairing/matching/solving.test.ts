import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NeedId } from '../../../src/kit/ids.ts'
import { Choosing } from '../../../src/pairing/matching/candidates.ts'
import { faultsOf } from '../../../src/pairing/matching/certificate.ts'
import { facetReasons, facetRules } from '../../../src/pairing/matching/facets.ts'
import { hardRules, rulesBetween, scoreOf } from '../../../src/pairing/matching/scoring.ts'
import { type MatchResult, solveMatching } from '../../../src/pairing/matching/solving.ts'
import type { MatchingInput } from '../../../src/pairing/matching/terms.ts'
import { matchReasons } from '../../../src/policies/pairing.ts'
import { drawnInput } from './inputs.ts'
import { drawing } from './problems.ts'

const seeds = fc.integer({ min: 0, max: 2_147_483_645 })

function everybody(input: MatchingInput) {
  const choosing = new Choosing(input, () => input.helpers.length)
  while (!choosing.step(input.needs.length));
  return choosing.problem()
}

describe('[B] hard rules first, then what speaks for a match', () => {
  test('every reason and every rule is looked at', () => {
    expect(facetReasons).toEqual(matchReasons)
    expect(facetRules.toSorted()).toEqual(Object.keys(hardRules).toSorted())
  })

  test('all at once as one by one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawing(seed)
        const input = drawnInput({ helpers: 1 + draw(40), needs: 1 + draw(12) }, draw)
        const problem = everybody(input)
        for (const at of input.needs.keys()) {
          const chosen = new Map<number, number>()
          for (let one = problem.start[at]!; one < problem.start[at + 1]!; one += 1) {
            chosen.set(problem.helperOf[one]!, problem.cost[one]!)
          }
          for (const helper of input.helpers.keys()) {
            const { points, most } = scoreOf(input, at, helper)
            const allowed = rulesBetween(input, at, helper).length === 0
            expect(chosen.get(helper), `need ${at}, helper ${helper}`).toBe(
              allowed ? most - points : undefined,
            )
          }
        }
      }),
      { numRuns: 150, verbose: 1 },
    )
  })

  test('nobody is suggested whom a rule keeps apart, nor beyond their places', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawing(seed)
        const input = drawnInput({ helpers: 1 + draw(30), needs: 1 + draw(40) }, draw)
        const found = solveMatching(input)
        expect(faultsOf(found.problem, found.assignment)).toEqual([])
        const helperAt = new Map(input.helpers.map(({ id }, at) => [id, at]))
        for (const { need, helper, points } of found.suggestions) {
          const [needAt, at] = [need - 1, helperAt.get(helper)!]
          expect(rulesBetween(input, needAt, at)).toEqual([])
          expect(scoreOf(input, needAt, at).points).toBe(points)
        }
        const places = input.needs.reduce((sum, need) => sum + need.places, 0)
        const empty = found.unmet.reduce((sum, need) => sum + need.places, 0)
        expect(found.suggestions.length + empty).toBe(places)
      }),
      { numRuns: 100, verbose: 1 },
    )
  })

  test('looking at more candidates of who is left finds as many as looking at all', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawing(seed)
        const size = { helpers: 40, needs: 50 }
        const few = solveMatching(drawnInput(size, drawing(seed), { candidates: 1 + draw(3) }))
        const all = solveMatching(drawnInput(size, drawing(seed), { candidates: 40 }))
        expect(few.suggestions.length).toBe(all.suggestions.length)
      }),
      { numRuns: 200, verbose: 1 },
    )
  })
})

const chosenBy = ({ suggestions }: MatchResult) =>
  new Set(suggestions.map(({ need, helper }) => `${need} ${helper}`))

/** The same matching after a run that suggested something. */
function following(input: MatchingInput, { suggestions }: MatchResult): MatchingInput {
  const at = new Map(input.helpers.map(({ id }, place) => [id, place]))
  const before = new Map<NeedId, Set<number>>()
  for (const { need, helper } of suggestions) {
    before.set(need, (before.get(need) ?? new Set()).add(at.get(helper)!))
  }
  return { ...input, before }
}

describe('[B] a small change changes little', () => {
  test('the same again is the same', () => {
    const input = drawnInput({ helpers: 120, needs: 150 }, drawing(5))
    const found = solveMatching(input)
    expect(chosenBy(solveMatching(following(input, found)))).toEqual(chosenBy(found))
  })

  test('a helper who is gone moves few others', () => {
    const input = { ...drawnInput({ helpers: 200, needs: 150 }, drawing(9)), before: new Map() }
    const found = solveMatching(input)
    const gone = found.suggestions[0]!.helper
    const theirs = found.suggestions.filter(({ helper }) => helper === gone).length
    const rest = following(input, found)
    const shifted = {
      ...rest,
      helpers: rest.helpers.map((one) => (one.id === gone ? { ...one, load: one.capacity } : one)),
    }
    // Who has no place left is no part of a matching.
    const without = { ...shifted, apart: apartFrom(shifted, gone - 1) }
    const again = chosenBy(solveMatching(without))
    const kept = [...chosenBy(found)].filter((one) => again.has(one)).length
    expect(kept).toBeGreaterThanOrEqual(found.suggestions.length - theirs - 3)
  })
})

/** Keeps one helper from every need. */
function apartFrom({ needs, apart }: MatchingInput, helper: number): MatchingInput['apart'] {
  return new Map(
    needs.map(({ id }) => [id, new Map([...(apart.get(id) ?? []), [helper, 'rejected']])]),
  )
}

describe('[B] who comes first', () => {
  const one = drawnInput({ helpers: 1, needs: 3 }, drawing(1))
  const plain = {
    ...one,
    apart: new Map(),
    before: new Map(),
    helpers: one.helpers.map((helper) => ({
      ...helper,
      capacity: 1,
      load: 0,
      sort: 'person' as const,
      traits: { ...helper.traits, serves: [], refuses: [], most_km: null },
    })),
    needs: one.needs.map((need, at) => ({
      ...need,
      person: true,
      places: 1,
      urgency: at + 1,
      traits: { ...need.traits, sorts: [], musts: [] },
    })),
  }

  test('of those who cannot all be helped the most urgent is', () => {
    expect(solveMatching(plain).suggestions.map(({ need }) => need)).toEqual([3])
  })

  test('work is spread over those who are alike', () => {
    const [helper] = plain.helpers
    const alike = {
      ...plain,
      helpers: [1, 2, 3].map((id) => ({ ...helper!, id: id as never, capacity: 3 })),
      needs: plain.needs.map((need) => ({ ...need, urgency: 1 })),
    }
    const helped = solveMatching(alike).suggestions.map((found) => found.helper)
    expect(helped.toSorted()).toEqual([1, 2, 3])
  })
})
