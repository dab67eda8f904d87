/**
 * Who helps whom at the least cost in all: needs that want one helper or several, helpers who take one need or several,
 * each further one at a cost that rises, so that work is spread. It is a minimum-cost flow in a sparse graph, solved by
 * successive shortest paths with potentials (Edmonds and Karp 1972; the scan of Jonker and Volgenant 1987). The
 * potentials are prices, and prove the result: whoever adds them up sees that nothing cheaper can be (`faultsOf`).
 *
 * Costs are whole numbers and sums of them stay below 2^53, so all arithmetic here is exact.
 */
import { Heap } from './heap.ts'

/** Candidates of need `n` stand from `start[n]` to `start[n + 1]`, places of helper `h` from `slotStart[h]` on. */
export interface AssignmentProblem {
  readonly needs: number
  readonly helpers: number
  readonly start: Int32Array
  readonly helperOf: Int32Array
  /** At least 0; least is best. */
  readonly cost: Int32Array
  /** How many different helpers each need wants. */
  readonly demand: Int32Array
  readonly slotStart: Int32Array
  /** What each place of a helper costs, rising: the first is taken first. */
  readonly slotCost: Int32Array
  /** What it costs to leave a place of a need empty. */
  readonly unmetCost: Float64Array
}

export interface Assignment {
  /** Of each candidate, 1 if it was chosen. */
  readonly chosen: Uint8Array
  /** What one more such need would cost: at most what it costs to leave it. */
  readonly needPrice: Float64Array
  /** What one more place of each helper would save. */
  readonly placePrice: Float64Array
  readonly cost: number
}

/** Solves a problem, a few needs at a time, so that nothing else has to wait. */
export class Assigning {
  readonly #problem: AssignmentProblem
  readonly #chosen: Uint8Array
  readonly #needPrice: Float64Array
  readonly #placePrice: Float64Array
  readonly #needOf: Int32Array
  /** The chosen candidates of each helper as a list: the first of each helper, the next of each candidate. */
  readonly #firstOf: Int32Array
  readonly #nextOf: Int32Array
  readonly #taken: Int32Array
  /** Of the search at hand, helpers first and needs after them: distances, what is settled, by what it was reached. */
  readonly #distance: Float64Array
  readonly #settled: Uint8Array
  readonly #reachedBy: Int32Array
  readonly #touched: Int32Array
  #touchedCount = 0
  readonly #heap: Heap
  #reach = 0
  /** Where the best way so far ends: a helper with a free place, or a need that is left (after the helpers). */
  #end = 0
  #at = 0

  constructor(problem: AssignmentProblem) {
    const { needs, helpers, start, helperOf, slotStart, slotCost, unmetCost } = problem
    this.#problem = problem
    this.#chosen = new Uint8Array(helperOf.length)
    this.#needPrice = new Float64Array(needs)
    this.#needOf = new Int32Array(helperOf.length)
    for (let need = 0; need < needs; need += 1) {
      this.#needOf.fill(need, start[need]!, start[need + 1]!)
    }
    const dearest = unmetCost.reduce((most, one) => Math.max(most, one), 0)
    this.#placePrice = Float64Array.from({ length: helpers }, (_, helper) => {
      const first = slotStart[helper]!
      return first < slotStart[helper + 1]! ? slotCost[first]! : dearest
    })
    this.#firstOf = new Int32Array(helpers).fill(-1)
    this.#nextOf = new Int32Array(helperOf.length)
    this.#taken = new Int32Array(helpers)
    const nodes = helpers + needs
    this.#distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
    this.#settled = new Uint8Array(nodes)
    this.#reachedBy = new Int32Array(nodes)
    this.#touched = new Int32Array(nodes)
    this.#heap = new Heap(nodes, this.#distance)
  }

  /** How many needs have been looked at. */
  get done(): number {
    return this.#at
  }

  /** Looks at so many needs more; true when all have been. */
  step(count: number): boolean {
    const { needs, demand, unmetCost } = this.#problem
    const until = Math.min(this.#at + count, needs)
    for (; this.#at < until; this.#at += 1) {
      const need = this.#at
      this.#needPrice[need] = Math.min(unmetCost[need]!, this.#bestOffer(need))
      for (let place = 0; place < demand[need]!; place += 1) this.#help(need)
    }
    return this.#at === needs
  }

  /** What was found; of all needs once `step` has answered true. */
  result(): Assignment {
    return {
      chosen: this.#chosen,
      needPrice: this.#needPrice,
      placePrice: this.#placePrice,
      cost: costOf(this.#problem, this.#chosen),
    }
  }

  /** The least that a candidate of a need costs with its place, so that no reduced cost is below zero at first. */
  #bestOffer(need: number): number {
    const { start, helperOf, cost } = this.#problem
    let least = Number.POSITIVE_INFINITY
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      const offer = cost[at]! + this.#placePrice[helperOf[at]!]!
      if (offer < least) least = offer
    }
    return least
  }

  /** Finds the cheapest way to one more helper for a need, which may move others, or leaves one place empty. */
  #help(need: number): void {
    const { helpers } = this.#problem
    this.#touchedCount = 0
    this.#reach = Number.POSITIVE_INFINITY
    this.#touch(helpers + need, 0, -1)
    this.#visitNeed(need, 0)
    while (this.#heap.size > 0) {
      const node = this.#heap.take()
      const distance = this.#distance[node]!
      if (distance >= this.#reach) break
      if (node >= helpers) this.#visitNeed(node - helpers, distance)
      else this.#visitHelper(node, distance)
    }
    this.#reprice()
    this.#turn(helpers + need)
    this.#forget()
  }

  /** A need that is reached may be left, or go on to another of its candidates. */
  #visitNeed(need: number, distance: number): void {
    const { start, helperOf, cost, unmetCost, helpers } = this.#problem
    const price = this.#needPrice[need]!
    this.#settled[helpers + need] = 1
    this.#offerEnd(helpers + need, distance + unmetCost[need]! - price)
    const base = distance - price
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      const helper = helperOf[at]!
      const offered = base + cost[at]! + this.#placePrice[helper]!
      if (offered >= this.#distance[helper]! || offered >= this.#reach) continue
      if (this.#chosen[at] === 1 || this.#settled[helper] === 1) continue
      this.#touch(helper, offered, at)
      this.#heap.lower(helper)
    }
  }

  /** A helper who is reached may have a free place, or be left by one of their needs. */
  #visitHelper(helper: number, distance: number): void {
    const { slotStart, slotCost, cost, helpers } = this.#problem
    const price = this.#placePrice[helper]!
    this.#settled[helper] = 1
    const place = slotStart[helper]! + this.#taken[helper]!
    if (place < slotStart[helper + 1]!) this.#offerEnd(helper, distance + slotCost[place]! - price)
    for (let at = this.#firstOf[helper]!; at >= 0; at = this.#nextOf[at]!) {
      const need = this.#needOf[at]!
      const node = helpers + need
      if (this.#settled[node] === 1) continue
      // The reduced cost of what is chosen is at most zero, so leaving it costs at least nothing.
      const offered = distance + this.#needPrice[need]! - cost[at]! - price
      if (offered >= this.#distance[node]! || offered >= this.#reach) continue
      this.#touch(node, offered, at)
      // Most needs leave at no cost, and are as near as the helper: they are looked at without a turn in the heap.
      if (offered > distance || this.#heap.has(node)) this.#heap.lower(node)
      else this.#visitNeed(need, offered)
    }
  }

  #offerEnd(node: number, distance: number): void {
    if (distance >= this.#reach) return
    this.#reach = distance
    this.#end = node
  }

  #touch(node: number, distance: number, by: number): void {
    if (this.#distance[node] === Number.POSITIVE_INFINITY) {
      this.#touched[this.#touchedCount] = node
      this.#touchedCount += 1
    }
    this.#distance[node] = distance
    this.#reachedBy[node] = by
  }

  /** Moves the prices of all that is nearer than the end, so that the way there costs nothing more. */
  #reprice(): void {
    const { helpers } = this.#problem
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const node = this.#touched[at]!
      const by = this.#reach - this.#distance[node]!
      if (by <= 0) continue
      if (node >= helpers) this.#needPrice[node - helpers]! += by
      else this.#placePrice[node]! += by
    }
  }

  /** Goes the way back from its end: each need on it takes its new helper and leaves the one before. */
  #turn(source: number): void {
    const { helpers, helperOf } = this.#problem
    let node = this.#end
    if (node < helpers) this.#taken[node]! += 1
    while (node !== source) {
      const by = this.#reachedBy[node]!
      if (node >= helpers) {
        this.#leave(by)
        node = helperOf[by]!
      } else {
        this.#choose(by)
        node = helpers + this.#needOf[by]!
      }
    }
  }

  #choose(at: number): void {
    const helper = this.#problem.helperOf[at]!
    this.#chosen[at] = 1
    this.#nextOf[at] = this.#firstOf[helper]!
    this.#firstOf[helper] = at
  }

  #leave(at: number): void {
    const helper = this.#problem.helperOf[at]!
    this.#chosen[at] = 0
    if (this.#firstOf[helper] === at) {
      this.#firstOf[helper] = this.#nextOf[at]!
      return
    }
    let before = this.#firstOf[helper]!
    while (this.#nextOf[before] !== at) before = this.#nextOf[before]!
    this.#nextOf[before] = this.#nextOf[at]!
  }

  #forget(): void {
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const node = this.#touched[at]!
      this.#distance[node] = Number.POSITIVE_INFINITY
      this.#settled[node] = 0
    }
    this.#heap.clear()
  }
}

/** Solves a problem at once. */
export function assign(problem: AssignmentProblem): Assignment {
  const assigning = new Assigning(problem)
  assigning.step(problem.needs)
  return assigning.result()
}

/** What a choice costs: its candidates, the places they take, the places that are left empty. */
export function costOf(problem: AssignmentProblem, chosen: Uint8Array): number {
  const { needs, helpers, start, helperOf, cost, demand, slotStart, slotCost, unmetCost } = problem
  const taken = new Int32Array(helpers)
  let total = 0
  for (let need = 0; need < needs; need += 1) {
    let met = 0
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      if (chosen[at] !== 1) continue
      met += 1
      total += cost[at]!
      taken[helperOf[at]!]! += 1
    }
    total += (demand[need]! - met) * unmetCost[need]!
  }
  for (let helper = 0; helper < helpers; helper += 1) {
    const first = slotStart[helper]!
    for (let place = first; place < first + taken[helper]!; place += 1) total += slotCost[place]!
  }
  return total
}
