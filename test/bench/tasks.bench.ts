/**
 * Postings of others while work goes on in the background: a thousand statements issued and drawn, and the
 * book verified. Beside them the same postings with nothing else at work.
 */
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import { benchBook, benchToken, does, fill } from './bench-book.ts'
import { type BenchClient, startClient, startServer } from './children.ts'
import { type Bench, type Figure, freshFolder } from './measure.ts'

const statements = 1_000
const giftsOfEach = 20
const from = '2026-01-01'
const to = '2026-01-31'

/** As an office at its busiest: four people, each with a posting every 20 ms. */
const pace = { connections: 4, paceMs: 20 }
const loadMs = 6_000

/** The 99th percentile that others may wait for their posting. */
const targetMs = 50

const codes = Array.from({ length: statements }, (_, n) => `fund-${n}`)

export const tasks: Bench = {
  name: 'tasks',
  run: async (log) => {
    const folder = freshFolder('tasks')
    await book(folder)
    const server = await startServer(folder)
    const client = startClient()
    const alone = await postings(client, server.port)
    const batch = await begun(server.port, 'statement-batches', { funds: codes, from, to })
    const beside = await postings(client, server.port)
    const took = await ended(server.port, batch)
    log(`${statements} statements issued and drawn in ${(took / 1000).toFixed(1)} s`)
    const verification = await begun(server.port, 'verifications', {})
    const verifying = await postings(client, server.port)
    log(`the book verified in ${((await ended(server.port, verification)) / 1000).toFixed(1)} s`)
    await Promise.all([client.stop(), server.stop()])
    return [
      figure('a posting while 1,000 statements are issued, p99', beside, alone),
      figure('a posting while the book is verified, p99', verifying, alone),
    ]
  },
}

function figure(name: string, measured: number, limit: number): Figure {
  return {
    name,
    measured,
    unit: 'ms',
    limit,
    limitName: 'the same with nothing else at work',
    ratio: measured / limit,
    target: `≤ ${targetMs} ms`,
    ok: measured <= targetMs,
  }
}

async function book(folder: string): Promise<void> {
  const opened = await benchBook(folder)
  fill(opened.book)
  opened.book.store.transaction((): undefined => {
    for (const fund of codes) {
      does(opened.book, funds.open, { fund, name: fund, restriction: 'purpose', purpose: 'P' })
      for (let gift = 1; gift <= giftsOfEach; gift += 1) {
        does(opened.book, contributions.receive, {
          fund,
          source: 'member',
          party: 'P-000001',
          amount: '10.00',
          received_on: `2026-01-${String(gift).padStart(2, '0')}`,
        })
      }
    }
  })
  opened.close()
}

/** The 99th percentile of postings, in milliseconds. */
async function postings(client: BenchClient, port: number): Promise<number> {
  const { p99Ms, failed } = await client.load({
    ...pace,
    port,
    ms: loadMs,
    method: 'POST',
    path: '/b/relief/api/v1/funds/care/payouts',
    token: benchToken,
    body: '{"payee":"P-000001","category":"care_grants","amount":"1.00"}',
  })
  if (failed > 0) throw new Error(`${failed} postings were not answered with 201.`)
  return p99Ms
}

function headers(): Record<string, string> {
  return { authorization: `Bearer ${benchToken}`, 'content-type': 'application/json' }
}

async function begun(port: number, what: string, input: object): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/b/relief/api/v1/tasks/${what}`, {
    method: 'POST',
    headers: { ...headers(), 'idempotency-key': `bench-begins-${what}-${Date.now()}` },
    body: JSON.stringify(input),
  })
  return ((await answer.json()) as { task: number }).task
}

/** Waits for a task to end well; answers how long it took in all, in milliseconds. */
async function ended(port: number, task: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/b/relief/api/v1/tasks/${task}`, {
      headers: headers(),
    })
    const shown = (await answer.json()) as {
      outcome: string | null
      begun_at: number
      ended_at: number
    }
    if (shown.outcome === 'finished') return shown.ended_at - shown.begun_at
    if (shown.outcome !== null) throw new Error(`The task ${task} ended as ${shown.outcome}.`)
    await new Promise((go) => setTimeout(go, 100))
  }
}
