/** From a solved matching to what is kept and told of it. */
import type { z } from 'zod'
import type { PolicyVersionId, UnitId } from '../../kit/ids.ts'
import { kilometres } from '../matching/scoring.ts'
import type { MatchResult } from '../matching/solving.ts'
import type { MatchingInput } from '../matching/terms.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { Solved } from './parts.ts'
import type { record } from './recording.ts'

/** What a solved matching comes to. */
export function measured(
  input: MatchingInput,
  { problem, assignment, most }: MatchResult,
): Figures {
  const { needs, helpers } = input
  const met = new Int32Array(needs.length)
  const more = new Int32Array(helpers.length)
  const km: (number | null)[] = []
  let points = 0
  for (let need = 0; need < needs.length; need += 1) {
    for (let at = problem.start[need]!; at < problem.start[need + 1]!; at += 1) {
      if (assignment.chosen[at] !== 1) continue
      const helper = problem.helperOf[at]!
      met[need]! += 1
      more[helper]! += 1
      points += most - problem.cost[at]!
      const [here, there] = [needs[need]!.spot, helpers[helper]!.spot]
      km.push(here && there ? kilometres(here, there) : null)
    }
  }
  return figuresOf({
    needs: needs.map(({ kind, unit, places }, at) => ({
      kind,
      unit,
      wanted: places,
      met: met[at]!,
    })),
    helpers: helpers.map(({ capacity, load }, at) => ({
      capacity,
      before: load,
      after: load + more[at]!,
    })),
    km,
    points,
    most,
  })
}

/** A solved matching as its parts are written from it. */
export function solvedOf(input: MatchingInput, result: MatchResult): Solved {
  const { problem, assignment: found, most } = result
  return {
    problem,
    found,
    needs: input.needs,
    helpers: input.helpers,
    pointsOf: (candidate) => most - problem.cost[candidate]!,
    figures: measured(input, result),
  }
}

/** What is matched: the book’s own answers, as they stood after one event. */
export interface Gathered {
  readonly input: MatchingInput
  readonly unit: UnitId | null
  readonly policy: PolicyVersionId | null
}

/** A run as `matching.record` takes it. */
export function recordOf(
  { input, unit, policy }: Gathered,
  solved: MatchResult,
  parts: readonly string[],
): z.input<typeof record.input> {
  const { suggestions, unmet, problem, assignment } = solved
  return {
    unit,
    policy,
    known: input.known,
    helpers: input.helpers.length,
    needs: input.needs.length,
    candidates: problem.helperOf.length,
    suggested: suggestions.length,
    unmet: unmet.reduce((sum, { places }) => sum + places, 0),
    cost: assignment.cost,
    parts: [...parts],
  }
}
