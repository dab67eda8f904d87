/** Runs of the matching for tests: done by the same task as in a house. */
import type { Caller } from '../../../src/book/registry.ts'
import type { TaskId } from '../../../src/kit/ids.ts'
import { beginMatching } from '../../../src/tasks/begin-matching.ts'
import type { Matched } from '../../../src/tasks/match-helpers.ts'
import { resultOf, taskWithId } from '../../../src/tasks/records.ts'
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
