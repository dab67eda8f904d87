/**
 * What a run of the matching leaves in the book, in parts: whom it suggests for which need, the problem that it solved,
 * and what it comes to. Together they are the whole problem and the prices that prove its solution, so that a doubter
 * solves it again from them alone (`matching/certificate.ts`). Ids and numbers only.
 *
 * First stand the suggestions, then the same needs in the same order with their candidates, then the helpers, and last
 * the figures: so a page of suggestions reads one short part.
 */
import { canonicalJson } from '../../kit/canonical.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { HelperId, NeedId } from '../../kit/ids.ts'
import type { Assignment, AssignmentProblem } from '../matching/assignment.ts'
import type { Figures } from './figures.ts'

/** Needs or helpers of one part. */
export const rowsInPart = 500

/** Candidates of one part: some 1.2 MB, below the 2 MB of a row of a Durable Object. */
const candidatesInPart = 100_000

/** A helper suggested for a need, with what speaks for them in tenths of a point. */
export type SuggestionRow = readonly [need: NeedId, helper: HelperId, points: number]

/** A need that stays without so many of the helpers that it wants. */
export type UnmetRow = readonly [need: NeedId, places: number]

/** A need as it was solved: helpers and what each would cost stand one after the other in `candidates`. */
export type NeedRow = readonly [
  need: NeedId,
  wanted: number,
  unmet_cost: number,
  price: number,
  candidates: readonly number[],
]

/** A helper as they were solved, with what each free place costs. */
export type HelperRow = readonly [
  helper: HelperId,
  load: number,
  price: number,
  places: readonly number[],
]

export interface SuggestionsPart {
  readonly suggestions: readonly SuggestionRow[]
  readonly unmet: readonly UnmetRow[]
}

/** What was solved, with whom its numbers mean. */
export interface Solved {
  readonly problem: AssignmentProblem
  readonly found: Assignment
  readonly needs: readonly { readonly id: NeedId; readonly urgency: number }[]
  readonly helpers: readonly { readonly id: HelperId; readonly load: number }[]
  /** What speaks for a candidate, in tenths of a point. */
  pointsOf(candidate: number): number
  readonly figures: Figures
}

/** The places of needs in the order in which they are told, the most urgent first, in the pieces that parts hold. */
function chunksOf({ needs, problem }: Solved): number[][] {
  const order = needs
    .map(({ urgency }, at) => ({ urgency, at }))
    .sort((a, b) => b.urgency - a.urgency || a.at - b.at)
  const chunks: number[][] = []
  let [chunk, held]: [number[], number] = [[], 0]
  for (const { at } of order) {
    const candidates = problem.start[at + 1]! - problem.start[at]!
    if (chunk.length === rowsInPart || (chunk.length > 0 && held + candidates > candidatesInPart)) {
      chunks.push(chunk)
      ;[chunk, held] = [[], 0]
    }
    chunk.push(at)
    held += candidates
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk]
}

/** Writes the parts one by one, each as canonical JSON. */
export function* writeParts(solved: Solved): Generator<string, void, void> {
  const { helpers, figures } = solved
  const chunks = chunksOf(solved)
  for (const chunk of chunks) yield canonicalJson(suggestionsPart(solved, chunk))
  for (const chunk of chunks) {
    yield canonicalJson({ needs: chunk.map((need) => needRow(solved, need)) })
  }
  for (let from = 0; from < helpers.length; from += rowsInPart) {
    const rows = helpers.slice(from, from + rowsInPart)
    yield canonicalJson({ helpers: rows.map((_, at) => helperRow(solved, from + at)) })
  }
  yield canonicalJson({ figures })
}

function suggestionsPart(solved: Solved, chunk: readonly number[]): SuggestionsPart {
  const { problem, found, needs, helpers } = solved
  const suggestions: SuggestionRow[] = []
  const unmet: UnmetRow[] = []
  for (const need of chunk) {
    let met = 0
    for (let at = problem.start[need]!; at < problem.start[need + 1]!; at += 1) {
      if (found.chosen[at] !== 1) continue
      met += 1
      const helper = helpers[problem.helperOf[at]!]!.id
      suggestions.push([needs[need]!.id, helper, solved.pointsOf(at)])
    }
    const places = problem.demand[need]! - met
    if (places > 0) unmet.push([needs[need]!.id, places])
  }
  return { suggestions, unmet }
}

function needRow({ problem, found, needs, helpers }: Solved, need: number): NeedRow {
  const { start, helperOf, cost, demand, unmetCost } = problem
  const candidates: number[] = []
  for (let at = start[need]!; at < start[need + 1]!; at += 1) {
    candidates.push(helpers[helperOf[at]!]!.id, cost[at]!)
  }
  return [needs[need]!.id, demand[need]!, unmetCost[need]!, found.needPrice[need]!, candidates]
}

function helperRow({ problem, found, helpers }: Solved, helper: number): HelperRow {
  const { slotStart, slotCost } = problem
  const places = [...slotCost.subarray(slotStart[helper]!, slotStart[helper + 1]!)]
  const { id, load } = helpers[helper]!
  return [id, load, found.placePrice[helper]!, places]
}

/** The digest of a run: SHA-256 in hex over the canonical JSON of the list of its parts. */
export function digestOfParts(bodies: readonly string[]): string {
  return sha256Hex(`[${bodies.join(',')}]`)
}

/** What a part suggests; nothing where it holds something else. */
export function suggestionsIn(body: string): SuggestionsPart {
  const { suggestions = [], unmet = [] } = JSON.parse(body) as Partial<SuggestionsPart>
  return { suggestions, unmet }
}

/** The needs of a part as they were solved; none where it holds something else. */
export function needsIn(body: string): readonly NeedRow[] {
  return (JSON.parse(body) as { needs?: readonly NeedRow[] }).needs ?? []
}

/** The helpers of a part as they were solved; none where it holds something else. */
export function helpersIn(body: string): readonly HelperRow[] {
  return (JSON.parse(body) as { helpers?: readonly HelperRow[] }).helpers ?? []
}

/** What a run came to, from its last part. */
export function figuresIn(body: string): Figures {
  return (JSON.parse(body) as { figures: Figures }).figures
}

/** A helper who would do, and what it would cost. */
export interface Candidate {
  readonly helper: HelperId
  readonly cost: number
}

/** The candidates of a need, the cheapest first. */
export function candidatesOf([, , , , flat]: NeedRow): Candidate[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    helper: flat[2 * at] as HelperId,
    cost: flat[2 * at + 1]!,
  })).sort((a, b) => a.cost - b.cost || a.helper - b.helper)
}
