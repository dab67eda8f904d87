/**
 * Matches helpers and needs: reads, chooses candidates, solves, holds the solution to its proof and records it. Each step
 * is some ten milliseconds, and nothing is written before the last one; what the book learns meanwhile is looked at again
 * when a suggestion is accepted.
 */
import { organisationOf } from '../book/book.ts'
import { scopeFor } from '../book/scope.ts'
import { dayAt } from '../kit/day.ts'
import { faultsOf } from '../pairing/matching/certificate.ts'
import { readingSteps } from '../pairing/matching/reading.ts'
import { type MatchResult, matchingSteps } from '../pairing/matching/solving.ts'
import type { MatchingInput } from '../pairing/matching/terms.ts'
import { type Gathered, recordOf, solvedOf } from '../pairing/suggestions/measuring.ts'
import { writeParts } from '../pairing/suggestions/parts.ts'
import { record } from '../pairing/suggestions/recording.ts'
import { unitWithCode } from '../people/units.ts'
import { policyInForce } from '../policies/in-force.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Job, Progress } from './work.ts'

/** What came of a matching, beside what the run itself tells. */
export interface Matched {
  readonly run: number
  readonly suggested: number
  readonly unmet: number
}

const answered = prepare((p: { key: string }) =>
  build.selectFrom('request').select('answer').where('key', '=', p.key),
)

/** The work of `match_helpers`. */
export async function* matchHelpersWork(job: Job): AsyncGenerator<Progress, void, void> {
  const key = job.keyOf('record')
  const before = first(job.offer.book.store, answered, { key })
  if (before) {
    // Interrupted right after it was recorded: what it found then is what it found.
    Object.assign(job.result, JSON.parse(before.answer) as Matched)
    return
  }
  const gathered = yield* gathering(job)
  const solved = yield* solving(gathered.input)
  const { parts, total } = yield* writing(gathered.input, solved)
  yield { part: 'recording', done: total, total }
  const input = recordOf(gathered, solved, parts)
  const { output } = await job.offer.submit({ command: record, input, key, caller: job.caller })
  Object.assign(job.result, output as Matched)
}

function* gathering({ offer, caller, asked }: Job): Generator<Progress, Gathered, void> {
  const { store, surroundings } = offer.book
  const scope = scopeFor(store, caller, record)
  const { unit: code } = asked as { unit: string | null }
  const unit = code === null ? null : unitWithCode({ ...store, scope }, code).id
  const today = dayAt(surroundings.now(), organisationOf(store).time_zone)
  const steps = readingSteps(store, { scope, unit, today })
  for (let done = 0; ; done += 1) {
    const step = steps.next()
    if (step.done) {
      const { version } = policyInForce(store, 'pairing', { unit, on: today })
      return { input: step.value, unit, policy: version }
    }
    yield { part: 'gathering', done, total: 0 }
  }
}

function* solving(input: MatchingInput): Generator<Progress, MatchResult, void> {
  const steps = matchingSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield step.value
  }
}

function* writing(
  input: MatchingInput,
  solved: MatchResult,
): Generator<Progress, { parts: string[]; total: number }, void> {
  const total = input.needs.length
  yield { part: 'recording', done: 0, total }
  const faults = faultsOf(solved.problem, solved.assignment)
  if (faults.length > 0) throw new Error(`The matching does not hold: ${faults.join('; ')}`)
  const parts: string[] = []
  for (const part of writeParts(solvedOf(input, solved))) {
    parts.push(part)
    yield { part: 'recording', done: 0, total }
  }
  return { parts, total }
}
