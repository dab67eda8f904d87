/** Why a need has no helper, and what would have to change. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { HelperId, MatchRunId, NeedId } from '../../kit/ids.ts'
import { whyNobody } from '../matching/explaining.ts'
import { ruleCodes } from '../matching/terms.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById, needWithId } from '../registers/rows.ts'
import { candidatesOf, helpersIn, type NeedRow } from './parts.ts'
import { lastRunWith, needOfRun, partsOfRun, runWithId } from './runs.ts'
import { helperOut, helperShown, needOut, needShown, scoreOut, scoreShown } from './shown.ts'

/** So many are told by name. */
const mostTold = 5

const pricesOut = z.object({
  /** The run whose prices are told; null where it had no part in any. */
  run: z.number().nullable(),
  /** Whether that run left it without a helper that it wants. */
  left: z.boolean(),
  /** Helpers of whom one more place would have helped one more need in that run. */
  one_more: z.array(helperOut),
})

export const explain = query({
  name: 'matching.explain',
  summary: 'Why a need has no helper: how many each rule keeps from it, and what would help',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/matching/needs/{need}/explanation' },
  input: z.strictObject({
    need: idField,
    /** A run in which it had a part; the last one unless said. */
    run: idField.optional(),
  }),
  output: z.object({
    need: needOut,
    /** How many helpers were looked at now. */
    helpers: z.number(),
    /** Those whom nothing keeps from it now, the best first. */
    fit: z.array(z.object({ helper: helperOut, score: scoreOut })),
    /** How many each rule keeps from it; a helper counts for each of them. */
    by_rule: z.array(z.object({ rule: z.enum(ruleCodes), helpers: z.number() })),
    /** Those whom one rule alone keeps from it, the best first. */
    near_misses: z.array(z.object({ helper: helperOut, rule: z.enum(ruleCodes), score: scoreOut })),
    ...pricesOut.shape,
  }),
  run: (view, input) => {
    const need = needWithId(view, input.need)
    const why = whyNobody(view, need.id)
    const told = (helper: HelperId) => helperShown(view, helperById(view, helper))
    const run = input.run === undefined ? undefined : runWithId(view, input.run).id
    return {
      need: needShown(view, need),
      helpers: why.helpers,
      fit: why.fit.slice(0, mostTold).map(({ helper, score }) => ({
        helper: told(helper),
        score: scoreShown(view, score),
      })),
      by_rule: [...why.by_rule],
      near_misses: why.near_misses.slice(0, mostTold).map(({ helper, rule, score }) => ({
        helper: told(helper),
        rule,
        score: scoreShown(view, score),
      })),
      ...pricesOf(view, need.id, run),
    }
  },
})

/** What the prices of a run say: a place is worth as much as a need that is left wherever one more would have helped. */
function pricesOf(
  view: View,
  need: NeedId,
  asked: MatchRunId | undefined,
): z.output<typeof pricesOut> {
  const run = asked === undefined ? lastRunWith(view, need) : runWithId(view, asked)
  const solved = run && needOfRun(view, run, need)
  if (!run || !solved) return { run: null, left: false, one_more: [] }
  const [, , unmetCost, price] = solved
  const left = price >= unmetCost
  if (!left) return { run: run.id, left, one_more: [] }
  const worth = placesWorth(partsOfRun(view, run.id), solved)
  const one_more = worth
    .map((helper) => helperById(view, helper))
    .filter(({ unit_id }) => inScope(view.scope, unit_id))
    .slice(0, mostTold)
    .map((helper) => helperShown(view, helper))
  return { run: run.id, left, one_more }
}

/** Candidates of a need whose one more place would save at least what leaving the need costs above them. */
function placesWorth(bodies: readonly string[], solved: NeedRow): HelperId[] {
  const prices = new Map(bodies.flatMap(helpersIn).map(([helper, , price]) => [helper, price]))
  return candidatesOf(solved)
    .filter(({ helper, cost }) => prices.get(helper)! >= solved[2] - cost)
    .map(({ helper }) => helper)
}
