/**
 * The proof that an assignment is the best there is. Prices bound what any assignment costs from below (linear
 * programming duality): for whatever prices, no assignment costs less than
 *
 *   what all needs offer for their places
 *   - what helpers gain on their places          (price of the place above its own cost)
 *   - what needs gain on their candidates        (offer above candidate and place)
 *   - what needs offer above being left.
 *
 * Where this comes to just what an assignment costs, nothing cheaper can be. A doubter needs this page and addition.
 */
import { type Assignment, type AssignmentProblem, costOf } from './assignment.ts'

/** No assignment of this problem costs less, whatever the prices are. */
export function boundOf(
  problem: AssignmentProblem,
  { needPrice, placePrice }: Pick<Assignment, 'needPrice' | 'placePrice'>,
): number {
  const { needs, helpers, start, helperOf, cost, demand, slotStart, slotCost, unmetCost } = problem
  let bound = 0
  for (let need = 0; need < needs; need += 1) {
    const offer = needPrice[need]!
    bound += demand[need]! * (offer - Math.max(0, offer - unmetCost[need]!))
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      bound -= Math.max(0, offer - cost[at]! - placePrice[helperOf[at]!]!)
    }
  }
  for (let helper = 0; helper < helpers; helper += 1) {
    for (let place = slotStart[helper]!; place < slotStart[helper + 1]!; place += 1) {
      bound -= Math.max(0, placePrice[helper]! - slotCost[place]!)
    }
  }
  return bound
}

/** What is wrong with an assignment or its proof; empty when nobody is given too many and nothing can be cheaper. */
export function faultsOf(problem: AssignmentProblem, found: Assignment): string[] {
  const { needs, helpers, start, helperOf, demand, slotStart } = problem
  const faults: string[] = []
  const taken = new Int32Array(helpers)
  for (let need = 0; need < needs; need += 1) {
    const given = new Set<number>()
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      if (found.chosen[at] !== 1) continue
      const helper = helperOf[at]!
      if (given.has(helper)) faults.push(`need ${need} has helper ${helper} twice`)
      given.add(helper)
      taken[helper]! += 1
    }
    if (given.size > demand[need]!) faults.push(`need ${need} has ${given.size} helpers`)
  }
  for (let helper = 0; helper < helpers; helper += 1) {
    const places = slotStart[helper + 1]! - slotStart[helper]!
    if (taken[helper]! > places) faults.push(`helper ${helper} has ${taken[helper]} needs`)
  }
  const total = costOf(problem, found.chosen)
  if (total !== found.cost) faults.push(`it costs ${total}, not ${found.cost}`)
  const bound = boundOf(problem, found)
  if (bound !== total) faults.push(`the prices prove ${bound}, and it costs ${total}`)
  return faults
}
