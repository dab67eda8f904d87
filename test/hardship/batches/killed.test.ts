/**
 * The server is killed at random while the results of a batch come in, and started again: in the end every line is paid
 * once. A dozen times here; KILLS=200 for the whole of it (some minutes).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { create as createToken, tokenHash } from '../../../src/access/tokens.ts'
import { open } from '../../../src/funds/funds.ts'
import { clearingOf, close } from '../../../src/hardship/batches/closing.ts'
import { batchWithNumber, endToEndId, standingLines } from '../../../src/hardship/batches/rows.ts'
import { hex } from '../../../src/kit/digest.ts'
import { bookPath, createBook, openBook } from '../../../src/node.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type Running, startServer } from '../../web/hosting.ts'
import { secretOf } from '../../web/site.ts'
import { acts, awardedCounty, releasedBatch } from './county.ts'

const kills = Number(process.env.KILLS ?? 12)
const lines = kills >= 200 ? 1_000 : 5 * kills
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

/** Mulberry32: small, and the same for the same seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Sent {
  readonly path: string
  readonly body: object
  readonly key: string
}

async function sends(origin: string, { path, body, key }: Sent): Promise<number> {
  const answer = await fetch(`${origin}/b/relief/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secretOf('owner')}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** What the bank says, in the order in which it comes: one line, a handful, or lines that came before once more. */
class Bank {
  readonly #batch: string
  readonly #today: string
  readonly #random: () => number
  #next = 1
  #keys = 0
  /** Sent and not answered: sent again with its key, as a form is, or as another file. */
  #open: Sent | null = null

  constructor(batch: string, today: string, random: () => number) {
    this.#batch = batch
    this.#today = today
    this.#random = random
  }

  get done(): boolean {
    return this.#next > lines && this.#open === null
  }

  next(): Sent {
    const open = this.#open
    if (open !== null) return this.#random() < 0.7 ? open : { ...open, key: this.#key() }
    const count = 1 + Math.floor(this.#random() * 3)
    const again = this.#random() < 0.2 ? Math.min(this.#next - 1, 2) : 0
    const from = this.#next - again
    const to = Math.min(lines, this.#next + count - 1)
    this.#next = Math.max(this.#next, to + 1)
    const single = from === to
    const on = this.#today
    this.#open = single
      ? {
          path: `/batches/${this.#batch}/lines/${from}/result`,
          body: { outcome: 'paid', on },
          key: this.#key(),
        }
      : { path: '/bank-results', body: { rows: this.#rows(from, to) }, key: this.#key() }
    return this.#open
  }

  answered(): void {
    this.#open = null
  }

  #key(): string {
    this.#keys += 1
    return `bank-${String(this.#keys).padStart(20, '0')}`
  }

  #rows(from: number, to: number) {
    return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => ({
      end_to_end_id: endToEndId(this.#batch, Math.min(lines, from + at)),
      outcome: 'paid',
      on: this.#today,
      amount: '500.00',
    }))
  }
}

/** When a server dies: so many milliseconds after it began to serve, or after its first answer. */
interface Death {
  readonly afterMs: number
  readonly answered: boolean
}

/** A fifth die before they have answered anything, the others in the midst of it. */
function deathBy(random: () => number): Death {
  const answered = random() > 0.2
  return { answered, afterMs: random() * (answered ? 100 : 150) }
}

/** One life of the server: it is sent what the bank says until it dies. Answers how often it answered. */
async function life(server: Running, bank: Bank, death: Death | null): Promise<number> {
  let dead = false
  let taken = 0
  const kill = () => {
    dead = true
    server.process.kill('SIGKILL')
  }
  let timer = death?.answered === false ? setTimeout(kill, death.afterMs) : undefined
  while (!dead && !bank.done) {
    try {
      const status = await sends(server.origin, bank.next())
      // 409: the line had its result, from the request that nobody answered.
      expect([200, 201, 409]).toContain(status)
      bank.answered()
      taken += 1
      if (death) timer ??= setTimeout(kill, death.afterMs)
    } catch (error) {
      if (!dead) throw error
    }
  }
  clearTimeout(timer)
  if (death === null) server.process.kill('SIGTERM')
  else if (!dead) kill()
  await server.exited
  return taken
}

it(`[P1] a server killed ${kills} times in a batch of ${lines} pays every line once`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-killed-'))
  const random = randomFrom(seed)
  try {
    const organisation = { name: 'Riverside', time_zone: 'Asia/Shanghai', currency: 'CNY' }
    const made = await createBook({ folder, code: 'relief', organisation })
    const hash = hex(tokenHash(secretOf('owner')))
    const expires_at = Date.now() + 3_600_000
    acts(made.book, createToken, { hash, role: 'owner', expires_at, label: 'bank' })
    acts(made.book, open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Need' })
    awardedCounty(made.book, lines)
    const batch = releasedBatch(made.book)
    const today = made.book.store.first('select released_on as day from batch_release', [])!.day
    made.close()
    const bank = new Bank(batch, String(today), random)
    const started = performance.now()
    const taken: number[] = []
    for (let one = 0; one < kills; one += 1) {
      taken.push(await life(await startServer(folder), bank, deathBy(random)))
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    taken.push(await life(await startServer(folder), bank, null))
    console.log(
      `seed ${seed}: ${kills} kills in ${seconds} s, ${taken.slice(0, -1).reduce((a, b) => a + b, 0)} requests answered before them, ${taken.at(-1)} after`,
    )
    const { book, close: shut } = openBook(bookPath(folder, 'relief'))
    const row = batchWithNumber({ ...book.store, scope: 'all' }, batch)
    expect(standingLines(book.store, row).every(({ outcome }) => outcome === 'paid')).toBe(true)
    const count = (sql: string) => Number(book.store.first(sql, [])!.n)
    expect(count('select count(*) as n from payout')).toBe(lines)
    expect(count('select count(distinct beneficiary_id) as n from payout')).toBe(lines)
    expect(count("select count(*) as n from case_state where state = 'paid'")).toBe(lines)
    expect(clearingOf(book.store, row)).toBe(0)
    acts(book, close, { batch })
    expect(verifyBook(book.store).passed).toBe(true)
    shut()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 1_800_000)
