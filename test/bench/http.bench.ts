/**
 * Durable postings through HTTP: token, idempotency key, event, hash and fsync before the answer, from a
 * real server; beside the same rows in raw better-sqlite3, one transaction a commit.
 */
import { benchBook, benchToken, fill } from './bench-book.ts'
import { startClient, startServer } from './children.ts'
import { type Bench, byTurns, type Figure, freshFolder } from './measure.ts'
import { type RawBook, rawBook } from './raw.ts'

const rounds = 7
const rawMs = 600
const httpMs = 1_200

/** Times a raw commit a second. */
const targetTimes = 2.5
/** Times the latency of a raw commit, at one connection. */
const targetLatency = 1.5

export const http: Bench = {
  name: 'http',
  run: async (log) => {
    const folder = freshFolder('http')
    const opened = await benchBook(folder)
    fill(opened.book)
    opened.close()
    const raw = rawBook(`${freshFolder('http-raw')}/raw.db`)
    const server = await startServer(folder)
    const client = startClient()
    let failed = 0
    const at = (connections: number) => async () => {
      const loaded = await client.load({
        port: server.port,
        connections,
        ms: httpMs,
        method: 'POST',
        path: '/b/relief/api/v1/funds/care/payouts',
        token: benchToken,
        body: '{"payee":"P-000001","category":"care_grants","amount":"1.00"}',
      })
      failed += loaded.failed
      return connections === 1 ? loaded.medianMs * 1000 : loaded.perSecond
    }
    const counter = { n: 0 }
    const found = await byTurns(rounds, {
      rawLatency: () => rawCommits(raw, counter).medianUs,
      one: at(1),
      rawBefore: () => rawCommits(raw, counter).perSecond,
      some: at(32),
      rawBetween: () => rawCommits(raw, counter).perSecond,
      many: at(128),
    })
    log(`the server holds ${server.memoryMib().toFixed(0)} MiB`)
    await Promise.all([client.stop(), server.stop()])
    raw.close()
    if (failed > 0) throw new Error(`${failed} postings were not answered with 201.`)
    return [
      {
        name: 'a durable posting through HTTP, 1 connection',
        measured: found.one,
        unit: 'µs',
        limit: found.rawLatency,
        limitName: 'raw commit, median',
        ratio: found.one / found.rawLatency,
        target: `≤ ${targetLatency}x raw`,
        ok: found.one <= targetLatency * found.rawLatency,
      },
      throughput(32, found.some, found.rawBefore),
      throughput(128, found.many, found.rawBetween),
    ]
  },
}

function throughput(connections: number, measured: number, limit: number): Figure {
  return {
    name: `durable postings through HTTP, ${connections} connections`,
    measured,
    unit: '/s',
    limit,
    limitName: 'raw, one transaction a commit',
    ratio: measured / limit,
    target: `≥ ${targetTimes}x raw`,
    ok: measured >= targetTimes * limit,
  }
}

function rawCommits(raw: RawBook, counter: { n: number }) {
  const latencies: number[] = []
  const begin = raw.connection.prepare('begin immediate')
  const commit = raw.connection.prepare('commit')
  const started = performance.now()
  let before = started
  while (before - started < rawMs) {
    counter.n += 1
    begin.run()
    raw.post(counter.n)
    commit.run()
    const now = performance.now()
    latencies.push(now - before)
    before = now
  }
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    perSecond: (latencies.length * 1000) / (before - started),
    medianUs: sorted[Math.floor(sorted.length / 2)]! * 1000,
  }
}
