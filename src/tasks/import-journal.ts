/**
 * Imports a journal. It is read and planned in short steps, and can be stopped until nothing but the posting
 * is left. All of it is then posted in one transaction, so that the book has the whole file or none of it.
 */
import { importJournal } from '../exchange/imports.ts'
import { decodeJournal } from '../exchange/journal.ts'
import { MAX_MAPPING_BYTES } from '../exchange/mapping.ts'
import { planAhead } from '../exchange/plan-ahead.ts'
import { decodeText } from '../exchange/text.ts'
import type { Job, Progress } from './work.ts'

/** Some 2 ms of planning: too little for anyone to notice, enough to waste nothing on pauses. */
const transactionsInStep = 100

/** Lines left out that are told; there may be as many as there are transactions. */
const mostSkippedTold = 200

/** The work of `import_journal`; its files are `journal` and `mapping`. */
export async function* importJournalWork(job: Job): AsyncGenerator<Progress, void, void> {
  const journal = decodeJournal(job.files.journal!)
  const mapping = decodeText(job.files.mapping!, { what: 'mapping', limit: MAX_MAPPING_BYTES })
  const total = linesIn(journal)
  yield { part: 'reading', done: 0, total }
  const planning = planAhead({ journal, mapping })
  let step = planning.next()
  for (let taken = 1; !step.done; taken += 1) {
    if (taken % transactionsInStep === 0) yield { part: 'reading', done: step.value, total }
    step = planning.next()
  }
  const { plan, forget } = step.value
  try {
    yield { part: 'posting', done: 0, total: plan.entries.length }
    const { output, seq } = await job.offer.submit({
      command: importJournal,
      input: { journal, mapping },
      key: job.keyOf('import'),
      caller: job.caller,
    })
    const { skipped, ...taken } = output as {
      fund: string
      entries: number
      skipped: readonly { line: number; reason: string }[]
    }
    const told = { skipped: skipped.slice(0, mostSkippedTold), skipped_in_all: skipped.length }
    Object.assign(job.result, { ...taken, ...told, sequence: seq })
  } finally {
    forget()
  }
}

function linesIn(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
