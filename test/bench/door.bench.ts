/** The door without HTTP: `payouts.pay` in groups that share a commit, beside the same rows written raw. */
import { perform, performWithin } from '../../src/book/book.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { freshKey, hostCaller } from '../../src/node.ts'
import { benchBook, fill } from './bench-book.ts'
import { type Bench, byTurns, freshFolder, timed } from './measure.ts'
import { rawBook } from './raw.ts'

const rounds = 9
const groups = 24
const inGroup = 250
const singles = 300

/** Microseconds a posting for the door in groups of 250, on a quiet machine. */
const targetUs = 55
/** A single commit through the door may take so much longer than a raw one. */
const targetSingle = 1.5

export const door: Bench = {
  name: 'door',
  run: async () => {
    const folder = freshFolder('door')
    const raw = rawBook(`${folder}/raw.db`)
    const { book, close } = await benchBook(folder)
    fill(book)
    const input = { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '1.00' }
    const request = () => ({ command: payouts.pay, input, key: freshKey(), caller: hostCaller })
    const payWithOthers = () => performWithin(book, request())
    let n = 0
    const post = () => {
      n += 1
      raw.post(n)
    }
    const rawly = raw.connection.transaction((count: number) => times(count, post))
    const group = () => book.store.transaction(() => times(inGroup, payWithOthers))
    const found = await byTurns(rounds, {
      raw: () => perPosting(groups, inGroup, () => rawly.immediate(inGroup)),
      door: () => perPosting(groups, inGroup, group),
      rawSingle: () => perPosting(singles, 1, () => rawly.immediate(1)),
      doorSingle: () => perPosting(singles, 1, () => perform(book, request())),
    })
    raw.close()
    close()
    return [
      {
        name: `payouts.pay in groups of ${inGroup}`,
        measured: found.door,
        unit: 'µs',
        limit: found.raw,
        limitName: 'raw rows, one commit a group',
        ratio: found.door / found.raw,
        target: `< ${targetUs} µs on a quiet machine`,
        ok: found.door < targetUs,
      },
      {
        name: 'payouts.pay alone in its commit',
        measured: found.doorSingle,
        unit: 'µs',
        limit: found.rawSingle,
        limitName: 'raw rows, one commit each',
        ratio: found.doorSingle / found.rawSingle,
        target: `≤ ${targetSingle}x raw`,
        ok: found.doorSingle <= targetSingle * found.rawSingle,
      },
    ]
  },
}

/** Microseconds a posting, when `work` does so many of them at a time. */
function perPosting(count: number, postings: number, work: () => unknown): number {
  return (timed(() => times(count, work)) * 1000) / (count * postings)
}

function times(count: number, work: () => unknown): undefined {
  for (let done = 0; done < count; done += 1) work()
}
