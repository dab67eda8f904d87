/**
 * What two have to do with each other follows from few things on either side (a kind of need, languages, a place): each
 * of these is a facet, reckoned once for those who are alike in it.
 */
import { type MatchReason, matchReasons } from '../../policies/pairing.ts'
import { hardRules, type TraitRule, weighing, worth } from './scoring.ts'
import type { MatchHelper, MatchingInput, MatchNeed } from './terms.ts'

/** Marks whom a rule keeps apart; far below any sum of points. */
export const never = -30_000

/** A share of the points, or of the rules, that follows from some of what a need says. */
export interface Facet {
  /** What of a need it follows from. */
  readonly key: (need: MatchNeed) => string
  readonly reasons: readonly Exclude<MatchReason, 'continuity'>[]
  readonly rules: readonly TraitRule[]
  /** What of a helper it follows from. */
  readonly group: (helper: MatchHelper) => string
}

const has = (need: MatchNeed, what: MatchNeed['traits']['musts'][number]) =>
  need.traits.musts.includes(what)

export const facets: readonly Facet[] = [
  {
    key: (need) => `${need.kind} ${has(need, 'skills')}`,
    reasons: ['skills'],
    rules: ['refuses_kind', 'skills'],
    group: ({ traits }) => `${traits.skills} | ${traits.refuses}`,
  },
  {
    key: (need) => `${need.traits.languages} ${has(need, 'languages')}`,
    reasons: ['languages'],
    rules: ['languages'],
    group: ({ traits }) => `${traits.languages}`,
  },
  {
    key: (need) => `${need.traits.times} ${has(need, 'times')}`,
    reasons: ['times'],
    rules: ['times'],
    group: ({ traits }) => `${traits.times}`,
  },
  {
    key: (need) =>
      [
        need.traits.gender,
        has(need, 'gender'),
        need.traits.sorts,
        need.person,
        need.traits.same_unit && need.unit,
      ].join(' '),
    reasons: ['preference'],
    rules: ['sort', 'gender'],
    group: ({ traits, sort, unit }) => `${traits.gender} ${sort} ${unit}`,
  },
  {
    key: (need) =>
      `${need.spot?.latitude} ${need.spot?.longitude} ${need.unit} ${has(need, 'unit')}`,
    reasons: ['distance'],
    rules: ['unit', 'too_far'],
    group: ({ spot, unit, traits }) =>
      `${spot?.latitude} ${spot?.longitude} ${unit} ${traits.most_km} ${traits.serves}`,
  },
]

/** Helpers who are alike in a facet: of each helper the number of the group, and one of each group. */
interface Groups {
  readonly of: Int32Array
  readonly one: readonly MatchHelper[]
}

function groupsBy(helpers: readonly MatchHelper[], { group }: Facet): Groups {
  const numbers = new Map<string, number>()
  const one: MatchHelper[] = []
  const of = Int32Array.from(helpers, (helper) => {
    const key = group(helper)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, one.length)
    one.push(helper)
    return one.length - 1
  })
  return { of, one }
}

/** So many lists of points are kept at once: some 20 kB each with 10,000 helpers. */
const mostKept = 300

/** The points of all helpers for what a need says in some facets, kept while needs that say the same come by. */
export class Points {
  readonly #input: MatchingInput
  readonly #of: readonly Facet[]
  readonly #facets: { readonly facet: Facet; readonly groups: Groups }[] = []
  readonly #kept = new Map<string, Int16Array>()
  /** How many lists of points were reckoned so far. */
  made = 0

  constructor(input: MatchingInput, of: readonly Facet[]) {
    this.#input = input
    this.#of = of
  }

  /** Groups the helpers, facet by facet. */
  *prepare(): Generator<void, void, void> {
    for (const facet of this.#of) {
      this.#facets.push({ facet, groups: groupsBy(this.#input.helpers, facet) })
      yield
    }
  }

  keyOf(need: MatchNeed): string {
    return this.#of.map((facet) => facet.key(need)).join(' / ')
  }

  of(need: MatchNeed): Int16Array {
    const key = this.keyOf(need)
    const known = this.#kept.get(key)
    if (known) return known
    const points = new Int16Array(this.#input.helpers.length)
    for (const { facet, groups } of this.#facets) this.#add(points, need, facet, groups)
    this.made += 1
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(key, points)
    return points
  }

  #add(points: Int16Array, need: MatchNeed, { reasons, rules }: Facet, { of, one }: Groups): void {
    const input = this.#input
    const each = Int16Array.from(one, (helper) => {
      if (rules.some((rule) => hardRules[rule](input, need, helper))) return never
      return reasons.reduce(
        (sum, reason) => sum + worth(input, reason, weighing[reason](input, need, helper).share),
        0,
      )
    })
    for (let at = 0; at < points.length; at += 1) {
      const more = each[of[at]!]!
      points[at] = more === never || points[at] === never ? never : points[at]! + more
    }
  }
}

/** The reasons that each facet weighs, for a test that none was forgotten. */
export const facetReasons = [...facets.flatMap(({ reasons }) => reasons), 'continuity'].sort(
  (a, b) => matchReasons.indexOf(a as MatchReason) - matchReasons.indexOf(b as MatchReason),
)
export const facetRules = facets.flatMap(({ rules }) => rules)
