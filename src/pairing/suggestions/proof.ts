/** From the parts of a run back to the problem that it solved, so that anybody may hold the solution to its proof. */
import type { Assignment, AssignmentProblem } from '../matching/assignment.ts'
import { helpersIn, needsIn, suggestionsIn } from './parts.ts'

/** A solved problem as it stands in the parts of a run, by places in them. */
export interface Proven {
  readonly problem: AssignmentProblem
  readonly found: Assignment
}

/** The problem and the solution that the parts of a run tell; `cost` is what the run says it costs. */
export function provenFrom(bodies: readonly string[], cost: number): Proven {
  const needs = bodies.flatMap(needsIn)
  const helpers = bodies.flatMap(helpersIn)
  const given = new Set(
    bodies.flatMap((body) =>
      suggestionsIn(body).suggestions.map(([need, one]) => `${need} ${one}`),
    ),
  )
  const helperAt = new Map(helpers.map(([helper], at) => [helper as number, at]))
  const start = new Int32Array(needs.length + 1)
  needs.forEach(([, , , , flat], at) => {
    start[at + 1] = start[at]! + flat.length / 2
  })
  const count = start[needs.length]!
  const [helperOf, costs] = [new Int32Array(count), new Int32Array(count)]
  const chosen = new Uint8Array(count)
  needs.forEach(([need, , , , flat], at) => {
    for (let place = start[at]!, one = 0; place < start[at + 1]!; place += 1, one += 2) {
      helperOf[place] = helperAt.get(flat[one]!)!
      costs[place] = flat[one + 1]!
      chosen[place] = given.has(`${need} ${flat[one]}`) ? 1 : 0
    }
  })
  const slotStart = new Int32Array(helpers.length + 1)
  helpers.forEach(([, , , places], at) => {
    slotStart[at + 1] = slotStart[at]! + places.length
  })
  return {
    problem: {
      needs: needs.length,
      helpers: helpers.length,
      start,
      helperOf,
      cost: costs,
      demand: Int32Array.from(needs, ([, wanted]) => wanted),
      slotStart,
      slotCost: Int32Array.from(helpers.flatMap(([, , , places]) => places)),
      unmetCost: Float64Array.from(needs, ([, , unmet]) => unmet),
    },
    found: {
      chosen,
      needPrice: Float64Array.from(needs, ([, , , price]) => price),
      placePrice: Float64Array.from(helpers, ([, , price]) => price),
      cost,
    },
  }
}
