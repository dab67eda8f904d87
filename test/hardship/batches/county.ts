/** A county's year: a round of many small grants, awarded, whose payees all have accounts. */
import { type Book, perform } from '../../../src/book/book.ts'
import { type AnyCommand, type Caller, throughout } from '../../../src/book/registry.ts'
import { importRows } from '../../../src/exchange/people-import.ts'
import { receive } from '../../../src/funds/contributions.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { open as openRound, submitMany } from '../../../src/hardship/cases/rounds.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { freshKey, hostCaller } from '../../../src/node.ts'
import { award } from './awarding.ts'
import { cardNumber, ref } from './scene.ts'

/** The size of one real county's year (handbook 0.4). */
export const countyLines = 2_559

export function hand(name: string): Caller {
  return { actor: `test:${name}`, grants: throughout('owner'), readsNames: true }
}

/** Does one command, as the host unless somebody else is named. */
export function acts(
  book: Book,
  command: AnyCommand,
  input: unknown,
  caller: Caller = hostCaller,
): Record<string, unknown> {
  return perform(book, { command, input, key: freshKey(), caller }).output as never
}

const rowsAtOnce = 500

/** Registers n people with accounts; answers the number of the first. */
function people(book: Book, n: number): number {
  const first = Number(book.store.first('select max(id) as n from party', [])!.n ?? 0) + 1
  for (let from = 0; from < n; from += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, n - from) }, (_, at) => ({
      row: from + at + 2,
      cells: { name: `Person ${from + at + 1}`, bank_account: cardNumber(from + at + 1) },
    }))
    acts(book, importRows, { rows, otherwise: { likely: 'new', possible: 'new' } })
  }
  return first
}

/**
 * Into a book with the fund `care`: money, a programme, and n cases of 500.00 that are awarded. Entered by
 * `test:enterer`, approved by `test:approver`. Answers the number of the round.
 */
export function awardedCounty(book: Book, n: number): number {
  acts(book, receive, {
    fund: 'care',
    source: 'member',
    party: { kind: 'person', name: 'Zhang Xiaoming' },
    amount: '100000000.00',
  })
  acts(book, openProgramme, {
    programme: 'relief',
    name: 'Relief',
    fund: 'care',
    category: 'comfort_visits',
    help: 'visit',
    workflow: 'standard',
  })
  const first = people(book, n)
  const { round } = acts(book, openRound, { programme: 'relief', name: 'Spring visits' })
  const rows = Array.from({ length: n }, (_, at) => ({
    beneficiary: ref(first + at),
    cause: 'poverty',
    amount: '500.00',
    file: { certified: true, grade: 'general', facts: {} },
  }))
  const entered = acts(book, submitMany, { round, rows }, hand('enterer'))
  const cases = Array.from({ length: n }, (_, at) => Number(entered.first) + at)
  acts(book, award, { cases }, hand('approver'))
  return round as number
}

/** Prepares all of it as one batch by `test:maker`, and releases it by `test:releaser`; answers its number. */
export function releasedBatch(book: Book, given: Record<string, unknown> = {}): string {
  const input = { fund: 'care', form: 'bank', name: 'Spring visits', ...given }
  const { batch } = acts(book, prepare, input, hand('maker'))
  acts(book, release, { batch }, hand('releaser'))
  return batch as string
}
