/**
 * Takes what a bank says of the lines of batches, in parts of fifty. Each part is an act with a key that is the same
 * whenever the task is begun again, and what a line came to is known by the line itself: so a file that was taken in
 * halves, or comes twice, pays nobody twice.
 */
import { readBankResults } from '../exchange/bank-files/results.ts'
import { type BankOutcomeRow, recordResults } from '../hardship/batches/bank-results.ts'
import type { BankResultRow } from '../hardship/batches/results.ts'
import type { Day } from '../kit/day.ts'
import type { Job, Progress } from './work.ts'

/** Some 20 ms: nobody waits for longer. */
const rowsInPart = 50
/** Lines not taken that are told on the page; nobody mends more in one sitting. */
const mostTold = 200

/** What is told of a file of results. */
export interface BankResultsTaken {
  total: number
  recorded: number
  known: number
  refused: number
  /** Lines that the bank has not decided yet. */
  pending: number
  /** Rows that cannot be read. */
  unread: number
  readonly not_taken: {
    readonly reference: string
    readonly fault: NonNullable<BankOutcomeRow['fault']>
  }[]
  readonly problems: { readonly line: number; readonly sentence: string }[]
}

/** The work of `take_bank_results`; its file is `results`. */
export async function* takeBankResultsWork(job: Job): AsyncGenerator<Progress, void, void> {
  const { on } = job.asked as { on: Day }
  yield { part: 'reading', done: 0, total: 0 }
  const { rows, problems, pending } = await readBankResults(job.files.results!, on)
  const total = rows.length
  const result: BankResultsTaken = {
    total,
    recorded: 0,
    known: 0,
    refused: 0,
    pending,
    unread: problems.length,
    not_taken: [],
    problems: problems.slice(0, mostTold).map(({ row, sentence }) => ({ line: row, sentence })),
  }
  Object.assign(job.result, result)
  for (let from = 0; from < total; from += rowsInPart) {
    yield { part: 'taking', done: from, total }
    const { output } = await job.offer.submit({
      command: recordResults,
      input: { rows: rows.slice(from, from + rowsInPart).map(rowGiven) },
      key: job.keyOf(`rows-${from}`),
      caller: job.caller,
    })
    count(result, (output as { rows: BankOutcomeRow[] }).rows)
    Object.assign(job.result, result)
  }
  yield { part: 'taking', done: total, total }
}

function rowGiven(row: BankResultRow) {
  const { endToEndId, outcome, on, amount, currency, cause, name = null } = row
  const end_to_end_id = endToEndId.slice(0, 100)
  return { end_to_end_id, outcome, on, amount, currency, cause, name }
}

function count(result: BankResultsTaken, rows: readonly BankOutcomeRow[]): void {
  for (const { outcome, fault, end_to_end_id: reference } of rows) {
    result[outcome] += 1
    if (fault && result.not_taken.length < mostTold) result.not_taken.push({ reference, fault })
  }
}
