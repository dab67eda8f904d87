/** Runs of the matching for tests: done by the same task as in a house. */
import { organisationOf } from '../../../src/book/book.ts'
import type { Caller } from '../../../src/book/registry.ts'
import { dayAt } from '../../../src/kit/day.ts'
import type { HelperId, NeedId, TaskId, UnitId } from '../../../src/kit/ids.ts'
import { readMatching } from '../../../src/pairing/matching/reading.ts'
import { solveMatching } from '../../../src/pairing/matching/solving.ts'
import { recordOf, solvedOf } from '../../../src/pairing/suggestions/measuring.ts'
import { writeParts } from '../../../src/pairing/suggestions/parts.ts'
import { record } from '../../../src/pairing/suggestions/recording.ts'
import { beginMatching } from '../../../src/tasks/begin-matching.ts'
import type { Matched } from '../../../src/tasks/match-helpers.ts'
import { resultOf, taskWithId } from '../../../src/tasks/records.ts'
import type { TestBook } from '../../journeys/book-for-tests.ts'
import { ended, type RunnerOptions, runnerFor } from '../../tasks/tasks-for-tests.ts'
import type { PairingBook } from '../pairing-for-tests.ts'

/** Matches and answers what came of it. */
export async function matched(
  { t, as }: Pick<PairingBook, 't' | 'as'>,
  unit?: string,
  given: { readonly caller?: Caller; readonly runner?: RunnerOptions } = {},
): Promise<Matched> {
  const { caller = as.coordinator } = given
  const asked = unit === undefined ? {} : { unit }
  const { task } = t.does(beginMatching, asked, caller).output
  const runner = runnerFor(t.book, given.runner)
  runner.begin(task, caller, {})
  await ended(runner, task)
  await runner.close()
  const record = taskWithId(t.book.store, task as TaskId)
  const result = resultOf(t.book.store, record)
  if (record.outcome !== 'finished') throw new Error(JSON.stringify(result))
  return result as unknown as Matched
}

/** A run over some needs and helpers, recorded as the task does it, for scenes that do not wait. */
export function ranAtOnce(
  t: TestBook,
  unit: UnitId | null,
  only: { readonly needs: readonly number[]; readonly helpers: readonly number[] },
): number {
  const { store } = t.book
  const today = dayAt(t.now(), organisationOf(store).time_zone)
  const input = readMatching(store, {
    scope: 'all',
    unit,
    today,
    only: only as { needs: NeedId[]; helpers: HelperId[] },
  })
  const result = solveMatching(input)
  const parts = [...writeParts(solvedOf(input, result))]
  return t.does(record, recordOf({ input, unit, policy: null }, result, parts)).output.run
}
