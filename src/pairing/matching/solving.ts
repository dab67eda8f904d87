/** A matching from what was read to who is suggested to whom, in short steps. */
import type { HelperId, NeedId } from '../../kit/ids.ts'
import { Assigning, type Assignment, type AssignmentProblem } from './assignment.ts'
import { Choosing } from './candidates.ts'
import { mostPoints } from './scoring.ts'
import type { MatchingInput } from './terms.ts'

/** Who is suggested to whom, by ids, with what proves it. */
export interface MatchResult {
  readonly suggestions: readonly {
    readonly need: NeedId
    readonly helper: HelperId
    /** In tenths of a point, of `most`. */
    readonly points: number
  }[]
  /** Needs with places that stay empty, and how many. */
  readonly unmet: readonly { readonly need: NeedId; readonly places: number }[]
  readonly most: number
  /** What was solved, by places in the input, with the prices that prove it. */
  readonly problem: AssignmentProblem
  readonly assignment: Assignment
}

export interface MatchStep {
  readonly part: 'choosing' | 'solving'
  readonly done: number
  readonly total: number
}

/** Needs looked at in one step: some ten milliseconds among 10,000 helpers. */
const chosenInStep = 50
const solvedInStep = 50
/** Where somebody stays without a helper, those who are sought after are looked at with so many times more candidates. */
const widening = 8
/** More candidates than this are no longer solved in a moment. */
const mostCandidates = 1_000_000

/**
 * Solves a matching. Exact over the best so many candidates of each need. Where a need stays without a helper although
 * places are free, it is solved again with more candidates of all needs that compete for the same helpers (their price
 * tells them), until as many as can be are helped.
 */
export function* matchingSteps(input: MatchingInput): Generator<MatchStep, MatchResult, void> {
  const { candidates } = input.policy
  const total = input.needs.length
  const most = new Map<number, number>()
  for (;;) {
    const choosing = new Choosing(input, (at) => most.get(at) ?? candidates)
    while (!choosing.step(chosenInStep)) yield { part: 'choosing', done: choosing.done, total }
    const problem = choosing.problem()
    const assigning = new Assigning(problem)
    yield { part: 'solving', done: 0, total }
    while (!assigning.step(solvedInStep)) yield { part: 'solving', done: assigning.done, total }
    const assignment = assigning.result()
    const wanting = competing(problem, assignment).filter((at) => choosing.more.has(at))
    for (const at of wanting) most.set(at, (most.get(at) ?? candidates) * widening)
    const widened = wanting.reduce((sum, at) => sum + Math.min(most.get(at)!, problem.helpers), 0)
    if (wanting.length === 0 || problem.helperOf.length + widened > mostCandidates) {
      return resultOf(input, problem, assignment)
    }
  }
}

/**
 * Needs that stay without a helper, and those whose helper would do for them: the price of each is near what it costs
 * to leave one. None where every place is taken, for then no more can be helped.
 */
function competing(problem: AssignmentProblem, { chosen, needPrice }: Assignment): number[] {
  const { needs, slotCost, unmetCost, demand } = problem
  const taken = chosen.reduce((sum, one) => sum + one, 0)
  const wanted = demand.reduce((sum, one) => sum + one, 0)
  if (taken === wanted || taken === slotCost.length) return []
  const dear = unmetCost.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) / 2
  return Array.from({ length: needs }, (_, at) => at).filter((at) => needPrice[at]! > dear)
}

/** The same at once. */
export function solveMatching(input: MatchingInput): MatchResult {
  const steps = matchingSteps(input)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Needs with places that stay empty, by their places in the problem. */
function leftOf(
  { needs, start, demand }: AssignmentProblem,
  { chosen }: Assignment,
): { readonly at: number; readonly places: number }[] {
  const left: { at: number; places: number }[] = []
  for (let at = 0; at < needs; at += 1) {
    let places = demand[at]!
    for (let one = start[at]!; one < start[at + 1]!; one += 1) places -= chosen[one]!
    if (places > 0) left.push({ at, places })
  }
  return left
}

function resultOf(
  input: MatchingInput,
  problem: AssignmentProblem,
  assignment: Assignment,
): MatchResult {
  const { needs, helpers } = input
  const most = mostPoints(input)
  const suggestions = needs.flatMap(({ id: need }, at) => {
    const found: MatchResult['suggestions'][number][] = []
    for (let one = problem.start[at]!; one < problem.start[at + 1]!; one += 1) {
      if (assignment.chosen[one] !== 1) continue
      const helper = helpers[problem.helperOf[one]!]!.id
      found.push({ need, helper, points: most - problem.cost[one]! })
    }
    return found
  })
  const unmet = leftOf(problem, assignment).map(({ at, places }) => ({
    need: needs[at]!.id,
    places,
  }))
  return { suggestions, unmet, most, problem, assignment }
}
