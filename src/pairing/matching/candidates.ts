/**
 * The best helpers of each need, as the problem that is solved. What two have to do with each other follows from few
 * things on either side (a kind of need, languages, a place), so it is reckoned once for each of these and added up.
 */
import type { AssignmentProblem } from './assignment.ts'
import { never as apartAtAll, facets, Points } from './facets.ts'
import { mostPoints, tenths } from './scoring.ts'
import type { MatchingInput } from './terms.ts'

/** Beside the loop that reads it a hundred million times. */
const never = apartAtAll

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

/** To reckon the points of all helpers takes as long as looking at so many needs. */
const needsForPoints = 5

/** Needs are put in order some at a time: ten milliseconds. */
const keysInStep = 2_000

/** A number for each text, in the order in which they come. */
function rankOf(ranks: Map<string, number>, key: string): number {
  const known = ranks.get(key)
  if (known !== undefined) return known
  ranks.set(key, ranks.size)
  return ranks.size - 1
}

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
  /** What is left to do before the first need; undefined once all of it is done. */
  #preparing: Generator<void, void, void> | undefined
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
    this.#order = Int32Array.from(input.needs.keys())
    this.#preparing = this.#prepare()
  }

  /** Groups helpers who are alike, and puts needs that say the same one after another. */
  *#prepare(): Generator<void, void, void> {
    yield* this.#here.prepare()
    yield* this.#there.prepare()
    const { needs } = this.#input
    const [here, there] = [new Map<string, number>(), new Map<string, number>()]
    const rank = new Float64Array(needs.length)
    for (let at = 0; at < needs.length; at += 1) {
      const need = needs[at]!
      const nearby = rankOf(there, this.#there.keyOf(need))
      rank[at] = rankOf(here, this.#here.keyOf(need)) * needs.length + nearby
      if (at % keysInStep === keysInStep - 1) yield
    }
    this.#order.sort((a, b) => rank[a]! - rank[b]! || a - b)
  }

  /** How many needs have been looked at. */
  get done(): number {
    return this.#at
  }

  /** Looks at up to so many needs more, or makes ready for it; true when all have been. */
  step(count: number): boolean {
    if (this.#preparing) {
      if (this.#preparing.next().done) this.#preparing = undefined
      return false
    }
    const made = () => this.#here.made + this.#there.made
    for (let left = count; left > 0 && this.#at < this.#order.length; this.#at += 1) {
      const before = made()
      this.#choose(this.#order[this.#at]!)
      left -= 1 + needsForPoints * (made() - before)
    }
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
