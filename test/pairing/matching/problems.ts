/** Problems of assignment for tests: drawn by a seed, solved by trying everything, written out as a linear programme. */
import type { AssignmentProblem } from '../../../src/pairing/matching/assignment.ts'

/** Numbers from 0 below `n`, the same for the same seed (Park and Miller’s generator). */
export function drawing(seed: number): (n: number) => number {
  let state = (seed % 2_147_483_646) + 1
  return (n) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * n)
  }
}

export interface Shape {
  readonly needs: number
  readonly helpers: number
  /** Candidates of each need; all helpers where there are fewer. */
  readonly candidates: number
  /** Each need wants 1 to so many. */
  readonly demand: number
  /** Each helper takes `least` to so many. */
  readonly capacity: number
  readonly least?: number
  readonly cost: number
}

/** A problem of a shape; costs of places rise by 0 to 4. */
export function drawn(shape: Shape, draw: (n: number) => number): AssignmentProblem {
  const start = new Int32Array(shape.needs + 1)
  const helperOf: number[] = []
  for (let need = 0; need < shape.needs; need += 1) {
    const those = new Set<number>()
    if (shape.candidates >= shape.helpers) {
      for (let helper = 0; helper < shape.helpers; helper += 1) those.add(helper)
    } else while (those.size < shape.candidates) those.add(draw(shape.helpers))
    helperOf.push(...those)
    start[need + 1] = helperOf.length
  }
  const slotStart = new Int32Array(shape.helpers + 1)
  const slotCost: number[] = []
  const least = shape.least ?? 0
  for (let helper = 0; helper < shape.helpers; helper += 1) {
    let cost = 0
    const places = least + draw(shape.capacity - least + 1)
    for (let place = 0; place < places; place += 1) {
      cost += draw(5)
      slotCost.push(cost)
    }
    slotStart[helper + 1] = slotCost.length
  }
  return {
    needs: shape.needs,
    helpers: shape.helpers,
    start,
    helperOf: Int32Array.from(helperOf),
    cost: Int32Array.from(helperOf, () => draw(shape.cost)),
    demand: Int32Array.from({ length: shape.needs }, () => 1 + draw(shape.demand)),
    slotStart,
    slotCost: Int32Array.from(slotCost),
    // Sometimes leaving somebody is cheaper than helping them, which the solver has to see as well.
    unmetCost: Float64Array.from({ length: shape.needs }, () =>
      draw(4) === 0 ? draw(shape.cost) : 1_000_000 + 100_000 * draw(3),
    ),
  }
}

/** What the best assignment costs, by trying every one; for a handful of needs. */
export function leastByTrying(problem: AssignmentProblem): number {
  const { needs, start, helperOf, cost, demand, slotStart, slotCost, unmetCost } = problem
  const taken = new Int32Array(problem.helpers)
  let best = Number.POSITIVE_INFINITY
  const goOn = (need: number, candidate: number, met: number, sum: number) => {
    if (need === needs) {
      best = Math.min(best, sum)
      return
    }
    if (candidate === start[need + 1]!) {
      const left = (demand[need]! - met) * unmetCost[need]!
      goOn(need + 1, candidate, 0, sum + left)
      return
    }
    goOn(need, candidate + 1, met, sum)
    const helper = helperOf[candidate]!
    const place = slotStart[helper]! + taken[helper]!
    if (met === demand[need]! || place === slotStart[helper + 1]!) return
    taken[helper]! += 1
    goOn(need, candidate + 1, met + 1, sum + cost[candidate]! + slotCost[place]!)
    taken[helper]! -= 1
  }
  goOn(0, 0, 0, 0)
  return best
}

/** The same problem as a linear programme in the format of CPLEX. */
export function asLinearProgramme(problem: AssignmentProblem): string {
  const { needs, helpers, start, helperOf, cost, demand, slotStart, slotCost, unmetCost } = problem
  const terms: string[] = []
  const rows: string[] = []
  const bounds: string[] = []
  const byHelper = Array.from({ length: helpers }, () => [] as string[])
  for (let need = 0; need < needs; need += 1) {
    const those = [`u${need}`]
    terms.push(`${unmetCost[need]} u${need}`)
    bounds.push(`0 <= u${need} <= ${demand[need]}`)
    for (let at = start[need]!; at < start[need + 1]!; at += 1) {
      terms.push(`${cost[at]} x${at}`)
      bounds.push(`0 <= x${at} <= 1`)
      those.push(`x${at}`)
      byHelper[helperOf[at]!]!.push(`x${at}`)
    }
    rows.push(`n${need}: ${those.join(' + ')} = ${demand[need]}`)
  }
  byHelper.forEach((those, helper) => {
    const places: string[] = []
    for (let place = slotStart[helper]!; place < slotStart[helper + 1]!; place += 1) {
      terms.push(`${slotCost[place]} y${place}`)
      bounds.push(`0 <= y${place} <= 1`)
      places.push(` - y${place}`)
    }
    if (those.length > 0) rows.push(`h${helper}: ${those.join(' + ')}${places.join('')} <= 0`)
  })
  const lines = (all: readonly string[], sign: string) => all.join(`\n ${sign} `)
  return `Minimize\n obj: ${lines(terms, '+')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`
}
