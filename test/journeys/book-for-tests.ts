/** A book for tests: real SQLite in a temporary file, a clock that the test turns. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { setUp } from '../../src/access/organisation.ts'
import { type Answer, ask, type Book, perform } from '../../src/book/book.ts'
import type { AnyCommand, AnyQuery, Caller, Command, Query, Role } from '../../src/book/registry.ts'
import { registry } from '../../src/registry.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'

export interface TestBook {
  readonly book: Book
  readonly path: string
  /** Sets the clock, as an ISO instant. */
  at(instant: string): void
  /** Performs with a fresh key, as the owner unless said otherwise. */
  does<I extends z.ZodType, O extends z.ZodType>(
    command: Command<I, O>,
    input: z.input<I>,
    as?: Partial<Caller> & { key?: string; dryRun?: boolean },
  ): Answer<z.output<O>>
  asks<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
    as?: Partial<Caller>,
  ): z.output<O>
  close(): void
}

export type { AnyCommand, AnyQuery }

const owner: Caller = { actor: 'test:owner', role: 'owner' as Role, readsNames: true }

/** Makes a book that is set up (organisation `relief`, CNY, Asia/Shanghai) unless told not to. */
export function bookForTests(
  options: { setUp?: boolean; chart?: 'general' | 'asc-958' | 'china-npo'; currency?: string } = {},
): TestBook {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-'))
  const path = join(folder, 'relief.db')
  const store = openSqlite(path)
  migrate(store)
  let now = Date.parse('2026-03-31T02:00:00Z')
  let keys = 0
  let randomness = 0
  const book: Book = {
    store,
    registry,
    surroundings: {
      now: () => now,
      random: (bytes) =>
        Uint8Array.from({ length: bytes }, () => (randomness = (randomness * 73 + 41) % 251)),
    },
  }
  const made: TestBook = {
    book,
    path,
    at: (instant) => {
      now = Date.parse(instant)
    },
    does: (command, input, as = {}) => {
      const { key, dryRun, ...caller } = as
      keys += 1
      return perform(book, {
        command,
        input,
        key: key ?? `test-key-${String(keys).padStart(12, '0')}`,
        caller: { ...owner, ...caller },
        dryRun: dryRun ?? false,
      })
    },
    asks: (query, input, as = {}) => ask(book, query, input, { ...owner, ...as }),
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  if (options.setUp !== false) {
    made.does(setUp, {
      book: 'relief',
      name: 'Riverside Mutual Aid',
      time_zone: 'Asia/Shanghai',
      currency: options.currency ?? 'CNY',
      chart: options.chart ?? 'general',
    })
  }
  return made
}
