/** What other weights would come to, beside those in force. Nothing of it is kept. */
import { z } from 'zod'
import { codeField } from '../../book/fields.ts'
import { query } from '../../book/registry.ts'
import type { Scope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { UnitId } from '../../kit/ids.ts'
import { unitMeant } from '../../people/units.ts'
import { wholeField } from '../../policies/fields.ts'
import { type MatchReason, matchReasons, type Pairing } from '../../policies/pairing.ts'
import type { Reader } from '../../store/store.ts'
import { readingSteps, readMatching } from '../matching/reading.ts'
import { weighing } from '../matching/scoring.ts'
import { type MatchResult, matchingSteps, solveMatching } from '../matching/solving.ts'
import type { MatchingInput } from '../matching/terms.ts'
import { pairingReaders } from '../registers/roles.ts'
import type { Figures } from './figures.ts'
import { measured } from './measuring.ts'
import { matchTooLarge } from './refusals.ts'
import { figuresOut } from './run-queries.ts'

/** So many needs and so many helpers are compared in one question: some hundred milliseconds. */
const mostAtOnce = 400

/** Digits in an address are a number too. */
const weightField = z.preprocess(
  (given) => (typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : given),
  wholeField(0, 100),
)

/** Weights to try; those left out are as in force. */
export const triedField = z.strictObject({
  distance: weightField.optional(),
  skills: weightField.optional(),
  languages: weightField.optional(),
  times: weightField.optional(),
  preference: weightField.optional(),
  continuity: weightField.optional(),
  spread: weightField.optional(),
})
export type Tried = z.output<typeof triedField>

/** What each reason weighs, and how much it counts that work is spread. */
export type Weights = Readonly<Record<MatchReason | 'spread', number>>

/** What a match by some weights comes to. */
export interface Outcome {
  readonly figures: Figures
  /** How far each reason is met by what is suggested, in thousandths, whatever it weighs. */
  readonly reasons: readonly { readonly reason: MatchReason; readonly share: number }[]
}

export interface Comparison {
  readonly before: Outcome
  readonly after: Outcome
  readonly weights: { readonly before: Weights; readonly after: Weights }
  /** Suggestions by the weights tried that are none by those in force. */
  readonly changed: number
}

/** A policy with other weights. */
export function triedPolicy(policy: Pairing, { spread, ...weights }: Tried): Pairing {
  const given = matchReasons.map((reason) => [reason, weights[reason] ?? policy.weights[reason]])
  const all = Object.fromEntries(given) as Pairing['weights']
  return { ...policy, weights: all, spread: spread ?? policy.spread }
}

/** The weights of a policy, as they are tried. */
export function weightsOf({ weights, spread }: Pairing): Weights {
  return { ...weights, spread }
}

function outcomeOf(input: MatchingInput, result: MatchResult): Outcome {
  const { problem, assignment } = result
  const sums = new Map<MatchReason, number>()
  let count = 0
  input.needs.forEach((need, needAt) => {
    for (let at = problem.start[needAt]!; at < problem.start[needAt + 1]!; at += 1) {
      if (assignment.chosen[at] !== 1) continue
      const helperAt = problem.helperOf[at]!
      count += 1
      for (const reason of matchReasons) {
        const share =
          reason === 'continuity'
            ? Number(input.before.get(need.id)?.has(helperAt) ?? false)
            : weighing[reason](input, need, input.helpers[helperAt]!).share
        sums.set(reason, (sums.get(reason) ?? 0) + share)
      }
    }
  })
  const shareOf = (reason: MatchReason) =>
    count === 0 ? 0 : Math.round((1000 * (sums.get(reason) ?? 0)) / count)
  return {
    figures: measured(input, result),
    reasons: matchReasons.map((reason) => ({ reason, share: shareOf(reason) })),
  }
}

function compared(
  before: { readonly input: MatchingInput; readonly result: MatchResult },
  after: { readonly input: MatchingInput; readonly result: MatchResult },
): Comparison {
  const known = new Set(before.result.suggestions.map(({ need, helper }) => `${need} ${helper}`))
  return {
    before: outcomeOf(before.input, before.result),
    after: outcomeOf(after.input, after.result),
    weights: { before: weightsOf(before.input.policy), after: weightsOf(after.input.policy) },
    changed: after.result.suggestions.filter(({ need, helper }) => !known.has(`${need} ${helper}`))
      .length,
  }
}

/** Of what a comparison is made. */
export interface ComparedPlace {
  readonly scope: Scope
  readonly unit: UnitId | null
  readonly today: Day
}

/** Compares in short steps, for a page that takes its time while others have their turn. */
export function* comparingSteps(
  reader: Reader,
  place: ComparedPlace,
  tried: Tried,
): Generator<void, Comparison, void> {
  const input = yield* readingSteps(reader, place)
  const other = { ...input, policy: triedPolicy(input.policy, tried) }
  const before = { input, result: yield* solvedInSteps(input) }
  const after = { input: other, result: yield* solvedInSteps(other) }
  yield
  return compared(before, after)
}

function* solvedInSteps(input: MatchingInput): Generator<void, MatchResult, void> {
  const steps = matchingSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield
  }
}

const weightsOut = z.record(z.enum([...matchReasons, 'spread']), z.number())

const outcomeOut = z.object({
  figures: figuresOut,
  reasons: z.array(z.object({ reason: z.enum(matchReasons), share: z.number() })),
})

export const whatIf = query({
  name: 'matching.what_if',
  summary:
    'What a match by other weights would come to, beside one by those in force; nothing is kept',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/matching/what-if' },
  input: triedField.extend({ unit: codeField.optional() }),
  output: z.object({
    before: outcomeOut,
    after: outcomeOut,
    weights: z.object({ before: weightsOut, after: weightsOut }),
    changed: z.number(),
  }),
  run: (view, { unit, ...tried }) => {
    const { scope, today } = view
    const input = readMatching(view, { scope, unit: unitMeant(view, unit)?.id ?? null, today })
    const [needs, helpers] = [input.needs.length, input.helpers.length]
    if (Math.max(needs, helpers) > mostAtOnce) {
      throw matchTooLarge({ needs, helpers, most: mostAtOnce })
    }
    const other = { ...input, policy: triedPolicy(input.policy, tried) }
    const { before, after, weights, changed } = compared(
      { input, result: solveMatching(input) },
      { input: other, result: solveMatching(other) },
    )
    const told = ({ figures, reasons }: Outcome) => {
      const { unmet_by_kind: _kinds, unmet_by_unit: _units, ...rest } = figures
      return { figures: rest, reasons: [...reasons] }
    }
    return { before: told(before), after: told(after), weights, changed }
  },
})
