/**
 * The best helpers of each need, as the problem that is solved. What two have to do with each other follows from few
 * things on either side (a kind of need, languages, a place), so it is reckoned once for each of these and added up.
 */
import { type MatchReason, matchReasons } from '../../policies/pairing.ts'
import type { AssignmentProblem } from './assignment.ts'
import { hardRules, mostPoints, type TraitRule, tenths, weighing, worth } from './scoring.ts'
import type { MatchHelper, MatchingInput, MatchNeed } from './terms.ts'

/** Marks whom a rule keeps apart; far below any sum of points. */
const never = -30_000

/** A share of the points, or of the rules, that follows from some of what a need says. */
interface Facet {
  /** What of a need it follows from. */
  readonly key: (need: MatchNeed) => string
  readonly reasons: readonly Exclude<MatchReason, 'continuity'>[]
  readonly rules: readonly TraitRule[]
  /** What of a helper it follows from. */
  readonly group: (helper: MatchHelper) => string
}

const has = (need: MatchNeed, what: MatchNeed['traits']['musts'][number]) =>
  need.traits.musts.includes(what)

const facets: readonly Facet[] = [
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
class Points {
  readonly #input: MatchingInput
  readonly #facets: readonly { readonly facet: Facet; readonly groups: Groups }[]
  readonly #kept = new Map<string, Int16Array>()

  constructor(input: MatchingInput, of: readonly Facet[]) {
    this.#input = input
    this.#facets = of.map((facet) => ({ facet, groups: groupsBy(input.helpers, facet) }))
  }

  keyOf(need: MatchNeed): string {
    return this.#facets.map(({ facet }) => facet.key(need)).join(' / ')
  }

  of(need: MatchNeed): Int16Array {
    const key = this.keyOf(need)
    const known = this.#kept.get(key)
    if (known) return known
    const points = new Int16Array(this.#input.helpers.length)
    for (const { facet, groups } of this.#facets) this.#add(points, need, facet, groups)
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

/** What the places of helpers cost, rising with the share of their places that is in use, so that work is spread. */
function placesOf({
  helpers,
  policy,
}: MatchingInput): Pick<AssignmentProblem, 'slotStart' | 'slotCost'> {
  const slotStart = new Int32Array(helpers.length + 1)
  const slotCost: number[] = []
  helpers.forEach(({ capacity, load }, at) => {
    for (let used = load; used < capacity; used += 1) {
      slotCost.push(Math.round((policy.spread * tenths * used) / capacity))
    }
    slotStart[at + 1] = slotCost.length
  })
  return { slotStart, slotCost: Int32Array.from(slotCost) }
}

/** Needs of which not all who might help were looked at, by their places in the input. */
export type Widened = ReadonlySet<number>

/** Chooses the candidates of a matching, some needs at a time. */
export class Choosing {
  readonly #input: MatchingInput
  readonly #most: (needAt: number) => number
  readonly #here: Points
  readonly #there: Points
  readonly #places: Pick<AssignmentProblem, 'slotStart' | 'slotCost'>
  /** Of each need its candidates, best first; needs that say the same come one after another. */
  readonly #found: Int32Array[]
  readonly #costs: Int32Array[]
  readonly #order: Int32Array
  /** Needs of which there were more. */
  readonly more = new Set<number>()
  #at = 0

  /** `most`: so many candidates at most, for a need by its place in the input. */
  constructor(input: MatchingInput, most: (needAt: number) => number) {
    this.#input = input
    this.#most = most
    this.#here = new Points(input, facets.slice(0, -1))
    this.#there = new Points(input, facets.slice(-1))
    this.#places = placesOf(input)
    this.#found = Array.from({ length: input.needs.length })
    this.#costs = Array.from({ length: input.needs.length })
    const keys = input.needs.map((need) => `${this.#here.keyOf(need)} / ${this.#there.keyOf(need)}`)
    this.#order = Int32Array.from(keys.keys()).sort((a, b) =>
      keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b,
    )
  }

  /** How many needs have been looked at. */
  get done(): number {
    return this.#at
  }

  /** Looks at so many needs more; true when all have been. */
  step(count: number): boolean {
    const until = Math.min(this.#at + count, this.#order.length)
    for (; this.#at < until; this.#at += 1) this.#choose(this.#order[this.#at]!)
    return this.#at === this.#order.length
  }

  /** The problem to be solved, once `step` has answered true. */
  problem(): AssignmentProblem {
    const { needs, helpers } = this.#input
    const start = new Int32Array(needs.length + 1)
    this.#found.forEach((found, at) => {
      start[at + 1] = start[at]! + found.length
    })
    const helperOf = new Int32Array(start[needs.length]!)
    const cost = new Int32Array(helperOf.length)
    this.#found.forEach((found, at) => {
      helperOf.set(found, start[at]!)
      cost.set(this.#costs[at]!, start[at]!)
    })
    return {
      needs: needs.length,
      helpers: helpers.length,
      start,
      helperOf,
      cost,
      demand: Int32Array.from(needs, ({ places }) => places),
      ...this.#places,
      unmetCost: this.#unmetCosts(),
    }
  }

  /**
   * What it costs to leave a need: above all that could ever be saved by it, so that first as many as possible are
   * helped, and of these the more urgent.
   */
  #unmetCosts(): Float64Array {
    const { needs, policy } = this.#input
    const places = needs.reduce((sum, need) => sum + need.places, 0)
    const dearest = mostPoints(this.#input) + policy.spread * tenths + 1
    return Float64Array.from(needs, ({ urgency }) => dearest * (places + 1) * (tenths + urgency))
  }

  /** The best of all helpers for a need. Of those who are alike each need begins with another, so that none is passed over. */
  #choose(needAt: number): void {
    const { needs, helpers, apart, before, policy } = this.#input
    const need = needs[needAt]!
    const [here, there] = [this.#here.of(need), this.#there.of(need)]
    const { slotStart, slotCost } = this.#places
    const kept = apart.get(need.id)
    const together = before.get(need.id)
    const bonus = policy.weights.continuity * tenths
    const best = new Best(this.#most(needAt))
    const count = helpers.length
    const first = count === 0 ? 0 : (need.id * 7_919) % count
    let fit = 0
    for (let step = 0; step < count; step += 1) {
      const at = first + step < count ? first + step : first + step - count
      if (here[at] === never || there[at] === never) continue
      const points = here[at]! + there[at]! - slotCost[slotStart[at]!]!
      if (kept?.has(at)) continue
      fit += 1
      best.offer(at, together?.has(at) ? points + bonus : points)
    }
    if (fit > best.size) this.more.add(needAt)
    const most = mostPoints(this.#input)
    this.#found[needAt] = best.items()
    this.#costs[needAt] = best
      .items()
      .map((at) => most - here[at]! - there[at]! - (together?.has(at) ? bonus : 0))
  }
}

/** The best so many of what is offered; of equals the one offered first. */
class Best {
  readonly #most: number
  readonly #items: number[] = []
  readonly #points: number[] = []

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#items.length
  }

  offer(item: number, points: number): void {
    const { length } = this.#items
    if (length === this.#most && points <= this.#points[length - 1]!) return
    let at = length
    while (at > 0 && this.#points[at - 1]! < points) at -= 1
    this.#items.splice(at, 0, item)
    this.#points.splice(at, 0, points)
    if (length < this.#most) return
    this.#items.pop()
    this.#points.pop()
  }

  items(): Int32Array {
    return Int32Array.from(this.#items)
  }
}

/** The reasons that each facet weighs, for a test that none was forgotten. */
export const facetReasons = [...facets.flatMap(({ reasons }) => reasons), 'continuity'].sort(
  (a, b) => matchReasons.indexOf(a as MatchReason) - matchReasons.indexOf(b as MatchReason),
)
export const facetRules = facets.flatMap(({ rules }) => rules)
