/** Imports a roster of grants: read where that holds up nobody, then taken in one transaction. */
import { importGrants } from '../exchange/imports.ts'
import { rosterOf } from '../exchange/roster.ts'
import { amountText } from '../kit/money.ts'
import type { Job, Progress } from './work.ts'

/** Amounts read as a spreadsheet shows them that are told; a careless file has them in every row. */
const mostRoundedTold = 200

/** The work of `import_grants`; its file is `grants`. */
export async function* importGrantsWork(job: Job): AsyncGenerator<Progress, void, void> {
  const { offer, caller, signal } = job
  const { fund, category } = job.asked as { fund: string; category: string }
  yield { part: 'reading', done: 0, total: 0 }
  const read = await offer.background.readGrants(job.files.grants!, signal)
  const roster = rosterOf(offer.book.store, fund, read)
  yield { part: 'posting', done: 0, total: roster.grants.length }
  const { output, seq } = await offer.submit({
    command: importGrants,
    input: { fund, category, grants: roster.grants },
    key: job.keyOf('import'),
    caller,
  })
  Object.assign(job.result, {
    ...(output as object),
    fund,
    total: amountText(roster.totalMinor, roster.currency),
    currency: roster.currency,
    rounded: roster.rounded.slice(0, mostRoundedTold),
    rounded_in_all: roster.rounded.length,
    sequence: seq,
  })
}
