/** Where the suggestions of a run stand now: accepted, refused, out of date, or waiting to be looked at. */
import type { View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { HelperId, NeedId, PairId } from '../../kit/ids.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import { helperById, needById } from '../registers/rows.ts'
import { rowsInPart, type SuggestionRow, type UnmetRow } from './parts.ts'
import { type BarCode, type Couple, type Judged, judge } from './placing.ts'
import { type MatchRun, rejectionBetween, suggestionParts, suggestionsOfPart } from './runs.ts'

export const suggestionStates = ['waiting', 'accepted', 'rejected', 'changed'] as const
export type SuggestionState = (typeof suggestionStates)[number]

const pairsOfRun = prepare((p: { run: MatchRun['id'] }) =>
  build.selectFrom('pair').select(['id', 'need_id', 'helper_id']).where('run_id', '=', p.run),
)

/** A suggestion with where it stands. */
export interface Suggestion extends Couple {
  readonly points: number
  readonly state: SuggestionState
  /** What stands in its way now; empty unless it has changed. */
  readonly bars: readonly BarCode[]
  /** The pair that came of it. */
  readonly pair: PairId | null
}

/** Those of some suggestions that the caller reaches, with where they stand and what speaks for them. */
export function standingOf(
  view: View,
  run: MatchRun,
  given: readonly SuggestionRow[],
): { readonly suggestions: Suggestion[]; readonly judged: Judged } {
  const couples = given
    .map(([need, helper, points]) => ({
      need: needById(view, need),
      helper: helperById(view, helper),
      points,
    }))
    .filter(
      ({ need, helper }) =>
        inScope(view.scope, need.unit_id) && inScope(view.scope, helper.unit_id),
    )
  const judged = judge(view, couples)
  const pairs = new Map(
    rows(view, pairsOfRun, { run: run.id }).map(({ id, need_id, helper_id }) => [
      keyOf(need_id, helper_id),
      id,
    ]),
  )
  const suggestions = couples.map((couple): Suggestion => {
    const { need, helper } = couple
    const pair = pairs.get(keyOf(need.id, helper.id))
    if (pair !== undefined) return { ...couple, state: 'accepted', bars: [], pair }
    if (rejectionBetween(view, need.id, helper.id)) {
      return { ...couple, state: 'rejected', bars: [], pair: null }
    }
    const bars = judged.bars(couple)
    return { ...couple, state: bars.length > 0 ? 'changed' : 'waiting', bars, pair: null }
  })
  return { suggestions, judged }
}

function keyOf(need: NeedId, helper: HelperId): string {
  return `${need} ${helper}`
}

/** A row of a run with its place in the order of the run, from 0. */
export interface Placed<T> {
  readonly at: number
  readonly row: T
}

/**
 * Walks the suggestions of a run, or the needs that it leaves, from a place on. A place is the number of the part times
 * `placesOfPart` and the row in it.
 */
export function* walk<K extends 'suggestions' | 'unmet'>(
  view: View,
  run: MatchRun,
  what: K,
  { from, back }: { readonly from: number; readonly back: boolean },
): Generator<Placed<K extends 'suggestions' ? SuggestionRow : UnmetRow>, void, void> {
  type Row = K extends 'suggestions' ? SuggestionRow : UnmetRow
  const parts = suggestionParts(view, run.id)
  const step = back ? -1 : 1
  const first = back
    ? Math.min(parts - 1, Math.floor(from / placesOfPart))
    : Math.floor(from / placesOfPart)
  for (let part = first; part >= 0 && part < parts; part += step) {
    const found = suggestionsOfPart(view, run.id, part)[what] as readonly Row[]
    const placed = found.map((row, at) => ({ at: part * placesOfPart + at, row }))
    const those = placed.filter(({ at }) => (back ? at < from : at >= from))
    yield* back ? those.reverse() : those
  }
}

/** Above the rows of any part: a need may want twenty helpers. */
export const placesOfPart = rowsInPart * 20
