/** An import of a long journal, beside a raw loop that writes the same rows in batches of 1,000. */
import { importJournal } from '../../src/exchange/imports.ts'
import { readJournal } from '../../src/exchange/journal.ts'
import { readMapping } from '../../src/exchange/mapping.ts'
import { planImport } from '../../src/exchange/plan.ts'
import { addDays, type Day, day } from '../../src/kit/day.ts'
import { benchBook, does } from './bench-book.ts'
import { type Bench, byTurns, freshFolder, timed } from './measure.ts'
import { rawBook } from './raw.ts'

const rounds = 5
const transactions = 60_000
const inBatch = 1_000
const spanDays = 1_000
const firstDay = day('2023-01-01')

/** The share of the raw loop's speed that an import must reach. */
const targetShare = 0.7

function dayOf(n: number): Day {
  return addDays(firstDay, Math.floor((n * spanDays) / (transactions + 1)))
}

/** Cheques for rent, one a transaction, in the form of a hackerspace.s real books. */
function journalText(): string {
  const parts: string[] = []
  for (let n = 1; n <= transactions; n += 1) {
    parts.push(`${dayOf(n)}\tCHECK ${n}; $${n}.00\n\tExpenses:Rent\t$1.00\n\tAssets:Checking\n\n`)
  }
  return parts.join('')
}

const mapping = JSON.stringify({
  fund: 'care',
  currency: 'USD',
  accounts: [
    { match: 'Assets:Checking', class: 'asset' },
    { match: 'Expenses:*', class: 'expense' },
  ],
})

export const imports: Bench = {
  name: 'import',
  run: async (log) => {
    const journal = journalText()
    const days = Array.from({ length: transactions + 1 }, (_, n) => dayOf(n))
    const found = await byTurns(rounds, {
      raw: () => rawLoop(days),
      plan: () => timed(() => planImport(readJournal(journal), readMapping(mapping))),
      import: async () => {
        const { book, close } = await benchBook(freshFolder('import'), 'USD')
        const ms = timed(() => does(book, importJournal, { journal, mapping }))
        close()
        return ms
      },
    })
    const perUs = (ms: number) => (ms * 1000) / transactions
    log(`reading and planning alone: ${perUs(found.plan).toFixed(1)} µs a transaction`)
    return [
      {
        name: `journal.import of ${transactions} transactions`,
        measured: perUs(found.import),
        unit: 'µs',
        limit: perUs(found.raw),
        limitName: `raw loop in batches of ${inBatch}`,
        ratio: found.raw / found.import,
        target: `≥ ${targetShare} of raw speed`,
        ok: found.raw / found.import >= targetShare,
      },
    ]
  },
}

function rawLoop(days: readonly Day[]): number {
  const raw = rawBook(`${freshFolder('import-raw')}/raw.db`)
  const batch = raw.connection.transaction((from: number) => {
    for (let n = from; n < from + inBatch; n += 1) raw.take(n, days[n]!)
  })
  const ms = timed(() => {
    for (let from = 1; from <= transactions; from += inBatch) batch.immediate(from)
  })
  raw.close()
  return ms
}
