/** Queries of what a run suggests: for whom, why, where it stands now, and who is left. */
import { z } from 'zod'
import { idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOut } from '../../book/paging.ts'
import { inputInvalid } from '../../book/refusals.ts'
import { query, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Score } from '../matching/terms.ts'
import { pairRef } from '../pairs/rows.ts'
import { capacityOf, loadOf } from '../registers/capacity.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById, needById, needRef, needWithId, versionOfHelper } from '../registers/rows.ts'
import { candidatesOf } from './parts.ts'
import { barCodes, judge } from './placing.ts'
import { matchNeedNotInRun } from './refusals.ts'
import {
  figuresOfRun,
  type MatchRun,
  needOfRun,
  rejectionBetween,
  runWithId,
  suggestionsOfRun,
} from './runs.ts'
import { helperOut, helperShown, needOut, needShown, scoreOut, scoreShown } from './shown.ts'
import { type Placed, standingOf, suggestionStates, walk } from './standing.ts'

const shared = { may: pairingReaders, reach: 'units' } as const

/** Suggestions that a page of those in one state looks at, at most. */
const rowsLookedAt = 200
const mostOnPage = 200

const pageFields = {
  run: idField,
  cursor: pageCursorField,
  limit: limitField.refine((rows) => rows <= mostOnPage, `ask for at most ${mostOnPage}`),
}

const suggestionOut = z.object({
  need: needOut,
  helper: helperOut,
  /** As the run weighed it, in tenths of a point. */
  points: z.number(),
  /** As it would be weighed now, reason by reason. */
  score: scoreOut,
  state: z.enum(suggestionStates),
  /** What stands in its way now, of what has changed since the run. */
  bars: z.array(z.enum(barCodes)),
  pair: z.object({ pair: z.number(), reference: z.string() }).nullable(),
})

interface PlaceAsked {
  readonly from: number
  readonly back: boolean
}

/** From where a page goes, and in which direction. Refuses `input.invalid` for a cursor of another list. */
function placeAsked(cursor: string | undefined): PlaceAsked {
  if (cursor === undefined) return { from: 0, back: false }
  const [, way, from] = /^([np])(\d{1,9})$/.exec(cursor) ?? []
  if (way === undefined) {
    const problem = 'it is no cursor of this list; leave it out to begin'
    throw inputInvalid({ issues: [{ field: 'cursor', problem }] })
  }
  return { from: Number(from), back: way === 'p' }
}

interface Picked<T> {
  readonly rows: readonly Placed<T>[]
  readonly next: string | null
  readonly previous: string | null
}

/** One page of rows that are walked: as many as are asked for, of a bounded number that are looked at. */
function pageOfWalk<R, T>(
  rows: Iterable<Placed<R>>,
  { from, back }: PlaceAsked,
  { limit, most }: { readonly limit: number; readonly most: number },
  look: (rows: readonly Placed<R>[]) => readonly Placed<T>[],
): Picked<T> {
  const seen: Placed<R>[] = []
  let more = false
  for (const row of rows) {
    more = seen.length === most
    if (more) break
    seen.push(row)
  }
  const all = look(seen)
  const shown = all.slice(0, limit)
  more ||= all.length > limit
  const last = all.length > limit ? shown.at(-1)! : seen.at(-1)
  const first = shown[0] ?? seen[0]
  const onward = more && last ? last.at + (back ? 0 : 1) : null
  const behind = first && from > 0 ? first.at + (back ? 1 : 0) : null
  const [next, previous] = back ? [behind, onward] : [onward, behind]
  return {
    rows: back ? shown.toReversed() : shown,
    next: next === null ? null : `n${next}`,
    previous: previous === null ? null : `p${previous}`,
  }
}

export const list = query({
  ...shared,
  name: 'matching.suggestions',
  summary: 'What a run suggests, the most urgent needs first: for whom, why, and where it stands',
  route: { method: 'GET', path: '/matching/runs/{run}/suggestions' },
  input: z.strictObject({ ...pageFields, state: z.enum(suggestionStates).optional() }),
  output: z.object({ suggestions: z.array(suggestionOut), ...pageOut }),
  run: (view, { run: id, state, cursor, limit }) => {
    const run = runWithId(view, id)
    const asked = placeAsked(cursor)
    const { rows, next, previous } = pageOfWalk(
      walk(view, run, 'suggestions', asked),
      asked,
      { limit, most: state === undefined ? limit : rowsLookedAt },
      (seen) => suggestionsShown(view, run, seen, state),
    )
    return { suggestions: rows.map(({ row }) => row), next, previous }
  },
})

/**
 * A score as it is now, with what was before as the run saw it: that the run itself suggests two is no reason that
 * speaks for them in it.
 */
function asWeighed(score: Score, points: number): Score {
  const others = score.parts.filter(({ reason }) => reason !== 'continuity')
  const rest = others.reduce((sum, part) => sum + part.points, 0)
  const parts = score.parts.map((part) =>
    part.reason === 'continuity' && points - rest < part.most ? { ...part, points: 0 } : part,
  )
  return { ...score, parts, points: parts.reduce((sum, part) => sum + part.points, 0) }
}

type SuggestionOut = z.output<typeof suggestionOut>

function suggestionsShown(
  view: View,
  run: MatchRun,
  seen: readonly Placed<Parameters<typeof standingOf>[2][number]>[],
  state: SuggestionOut['state'] | undefined,
): Placed<SuggestionOut>[] {
  const placeOf = new Map(seen.map(({ at, row: [need, helper] }) => [`${need} ${helper}`, at]))
  const { suggestions, judged } = standingOf(
    view,
    run,
    seen.map(({ row }) => row),
  )
  return suggestions
    .filter((one) => state === undefined || one.state === state)
    .map((one) => ({
      at: placeOf.get(`${one.need.id} ${one.helper.id}`)!,
      row: {
        need: needShown(view, one.need),
        helper: helperShown(view, one.helper),
        points: one.points,
        score: scoreShown(
          view,
          asWeighed(judged.among.score(one.need.id, one.helper.id), one.points),
        ),
        state: one.state,
        bars: [...one.bars],
        pair: one.pair === null ? null : { pair: one.pair, reference: pairRef(one.pair) },
      },
    }))
}

export const unmet = query({
  ...shared,
  name: 'matching.unmet',
  summary: 'Needs that a run leaves without a helper, the most urgent first',
  route: { method: 'GET', path: '/matching/runs/{run}/unmet' },
  input: z.strictObject(pageFields),
  output: z.object({
    needs: z.array(needOut.extend({ /** How many helpers it lacks. */ places: z.number() })),
    ...pageOut,
  }),
  run: (view, { run: id, cursor, limit }) => {
    const run = runWithId(view, id)
    const asked = placeAsked(cursor)
    const { rows, next, previous } = pageOfWalk(
      walk(view, run, 'unmet', asked),
      asked,
      { limit, most: limit },
      (seen) =>
        seen
          .map(({ at, row: [need, places] }) => ({
            at,
            row: { need: needById(view, need), places },
          }))
          .filter(({ row }) => inScope(view.scope, row.need.unit_id)),
    )
    const needs = rows.map(({ row }) => ({ ...needShown(view, row.need), places: row.places }))
    return { needs, next, previous }
  },
})

/** A page shows no more of them, and a coordinator reads no more. */
const mostCandidates = 50

export const candidates = query({
  ...shared,
  name: 'matching.candidates',
  summary: 'Who else might help a need, of those whom a run weighed for it, the best first',
  route: { method: 'GET', path: '/matching/runs/{run}/needs/{need}/candidates' },
  input: z.strictObject({ run: idField, need: idField }),
  output: z.object({
    need: needOut,
    candidates: z.array(
      helperOut.extend({
        score: scoreOut,
        /** Whether the run suggests them for this need. */
        suggested: z.boolean(),
        rejected: z.boolean(),
        /** How many needs they have of how many they take. */
        load: z.number(),
        capacity: z.number(),
        bars: z.array(z.enum(barCodes)),
      }),
    ),
  }),
  run: (view, input) => {
    const run = runWithId(view, input.run)
    const need = needWithId(view, input.need)
    const solved = needOfRun(view, run, need.id)
    if (!solved) throw matchNeedNotInRun({ need: needRef(need.id), run: run.id })
    const found = candidatesOf(solved)
    const costs = new Map(found.map(({ helper, cost }) => [helper, cost]))
    const { most } = figuresOfRun(view, run.id)
    const helpers = found
      .map(({ helper }) => helperById(view, helper))
      .filter(({ unit_id }) => inScope(view.scope, unit_id))
      .slice(0, mostCandidates)
    const judged = judge(
      view,
      helpers.map((helper) => ({ need, helper })),
    )
    const chosen = suggestionsOfRun(view, run).get(need.id) ?? []
    return {
      need: needShown(view, need),
      candidates: helpers.map((helper) => ({
        ...helperShown(view, helper),
        score: scoreShown(
          view,
          asWeighed(judged.among.score(need.id, helper.id), most - costs.get(helper.id)!),
        ),
        suggested: chosen.some(([, one]) => one === helper.id),
        rejected: rejectionBetween(view, need.id, helper.id) !== undefined,
        load: loadOf(view, helper),
        capacity: capacityOf(view, helper, versionOfHelper(view, helper.id), view.today),
        bars: judged.bars({ need, helper }),
      })),
    }
  },
})
