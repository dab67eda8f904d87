/** Taking what a run suggests: many suggestions at once, or another candidate in place of the one suggested. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import type { NeedId } from '../../kit/ids.ts'
import { helperRef, helperWithId, needRef, needWithId } from '../registers/rows.ts'
import { candidatesOf } from './parts.ts'
import { barCodes, barsNow, type Couple, judge, place } from './placing.ts'
import { matchers } from './recording.ts'
import { matchNotCandidate, matchNotSuggested, matchSuggestionStale } from './refusals.ts'
import { type MatchRun, needOfRun, runWithId, suggestionsOfRun } from './runs.ts'

/** As many as a page shows, several times over; each is a pair of its own. */
export const mostAccepted = 500

const suggestionField = z.strictObject({ need: idField, helper: idField })

/** Suggestions of a run, each named once. */
export const suggestionsField = z
  .array(suggestionField)
  .min(1, 'choose at least one suggestion')
  .max(mostAccepted, `choose at most ${mostAccepted} suggestions`)
  .refine(
    (all) => new Set(all.map(({ need, helper }) => `${need} ${helper}`)).size === all.length,
    'a suggestion is named twice',
  )
  .meta({ examples: [[{ need: 1, helper: 1 }]] })

const subject = ({ run }: { readonly run: number }) => `match/${run}`

/** The needs and helpers meant, as far as the caller reaches. Refuses `need.unknown` and `helper.unknown`. */
export function couplesOf(act: Act, given: z.output<typeof suggestionsField>): Couple[] {
  return given.map(({ need, helper }) => ({
    need: needWithId(act, need),
    helper: helperWithId(act, helper),
  }))
}

/** How a refusal names a couple. */
export function coupleNamed({ need, helper }: Couple): { need: string; helper: string } {
  return { need: needRef(need.id), helper: helperRef(helper.id) }
}

function requireSuggested(act: Act, run: MatchRun, couples: readonly Couple[]): void {
  const suggested = suggestionsOfRun(act, run)
  const other = couples.find(
    ({ need, helper }) => !suggested.get(need.id)?.some(([, one]) => one === helper.id),
  )
  if (other) throw matchNotSuggested({ ...coupleNamed(other), run: run.id })
}

export const accept = command({
  name: 'matching.accept',
  summary: 'Accepts suggestions of a run: each becomes a pair that both sides are asked about',
  may: matchers,
  reach: 'units',
  route: { method: 'POST', path: '/matching/runs/{run}/acceptances' },
  input: z.strictObject({ run: idField, suggestions: suggestionsField }),
  output: z.object({
    run: z.number(),
    accepted: z.array(z.object({ need: z.number(), helper: z.number(), pair: z.number() })),
    /** Those that no longer fit, and why; they stay as they are. */
    left: z.array(
      z.object({ need: z.number(), helper: z.number(), bars: z.array(z.enum(barCodes)) }),
    ),
  }),
  subject,
  run: (act, input) => {
    const run = runWithId(act, input.run)
    const couples = couplesOf(act, input.suggestions)
    requireSuggested(act, run, couples)
    const judged = judge(act, couples)
    const accepted: { need: number; helper: number; pair: number }[] = []
    const left: { need: number; helper: number; bars: (typeof barCodes)[number][] }[] = []
    for (const couple of couples) {
      const ids = { need: couple.need.id, helper: couple.helper.id }
      const bars = barsNow(act, judged, couple)
      if (bars.length > 0) left.push({ ...ids, bars })
      else accepted.push({ ...ids, pair: place(act, couple, run.id) })
    }
    // Nothing has been written where nothing was accepted.
    if (accepted.length === 0) {
      throw matchSuggestionStale({ ...coupleNamed(couples[0]!), rules: left[0]!.bars })
    }
    return { run: run.id, accepted, left }
  },
})

export const swap = command({
  name: 'matching.swap',
  summary: 'Takes another candidate of a need in place of the helper whom a run suggests',
  may: matchers,
  reach: 'units',
  route: { method: 'POST', path: '/matching/runs/{run}/swaps' },
  input: z.strictObject({
    run: idField,
    need: idField,
    /** Whom the run suggests. */
    helper: idField,
    /** Who is to help in their place: another candidate of the need. */
    instead: idField,
  }),
  output: z.object({ run: z.number(), need: z.number(), helper: z.number(), pair: z.number() }),
  subject,
  run: (act, input) => {
    const run = runWithId(act, input.run)
    const need = needWithId(act, input.need)
    requireSuggested(act, run, [{ need, helper: helperWithId(act, input.helper) }])
    const couple = { need, helper: helperWithId(act, input.instead) }
    requireCandidate(act, run, couple)
    const bars = barsNow(act, judge(act, [couple]), couple)
    if (bars.length > 0) throw matchSuggestionStale({ ...coupleNamed(couple), rules: bars })
    const pair = place(act, couple, run.id)
    return { run: run.id, need: need.id, helper: couple.helper.id, pair }
  },
})

function requireCandidate(act: Act, run: MatchRun, couple: Couple): void {
  const solved = needOfRun(act, run, couple.need.id as NeedId)
  const candidates = solved ? candidatesOf(solved) : []
  if (candidates.some(({ helper }) => helper === couple.helper.id)) return
  throw matchNotCandidate({ ...coupleNamed(couple), run: run.id })
}
