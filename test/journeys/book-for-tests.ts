/** A book for tests: real SQLite in a temporary file, a clock that the test turns. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { setUp } from '../../src/access/organisation.ts'
import { type Answer, ask, type Book, perform } from '../../src/book/book.ts'
import {
  type AnyCommand,
  type AnyQuery,
  type Caller,
  type PageCommand,
  type Query,
  type Role,
  throughout,
} from '../../src/book/registry.ts'
import { type MasterKeys, masterKeysOf } from '../../src/kit/master-keys.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'
import { dump } from './dump.ts'

/** Who asks in a test, where it is not the owner; `role` is one in the whole organisation. */
export type As = Partial<Caller> & { readonly role?: Role }

/** The caller that a test means. */
export function callerAs({ role, ...given }: As): Caller {
  return { ...owner, ...(role === undefined ? {} : { grants: throughout(role) }), ...given }
}

export interface TestBook {
  readonly book: Book
  readonly path: string
  /** Sets the clock, as an ISO instant. */
  at(instant: string): void
  /** Performs with a fresh key, as the owner unless said otherwise. */
  does<I extends z.ZodType, O extends z.ZodType>(
    command: PageCommand<I, O>,
    input: z.input<I>,
    as?: As & { key?: string; dryRun?: boolean },
  ): Answer<z.output<O>>
  asks<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
    as?: As,
  ): z.output<O>
  /** The refusal that a command meets; fails when it is done, or when a refusal leaves a trace. */
  refuses<I extends z.ZodType, O extends z.ZodType>(
    command: PageCommand<I, O>,
    input: z.input<I>,
    as?: As & { key?: string },
  ): Refusal
  /** The instant of the clock, in milliseconds. */
  now(): number
  close(): void
}

export type { AnyCommand, AnyQuery }

export interface TestBookOptions {
  readonly setUp?: boolean
  readonly chart?: 'general' | 'asc-958' | 'china-npo'
  readonly currency?: string
  readonly timeZone?: string
  /** The clock's first instant. */
  readonly at?: string
  /** Keeps the book in memory: for many small books one after another. */
  readonly inMemory?: boolean
  /** Master keys of the host; null for a host without any. A key of tests otherwise. */
  readonly masterKeys?: MasterKeys | null
}

/** A master key that every book for tests lies under. */
export const masterKeysOfTests = masterKeysOf([new Uint8Array(32).fill(7)])

const owner: Caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: true }

/** Makes a book that is set up (organisation `relief`, CNY, Asia/Shanghai) unless told not to. */
export function bookForTests(options: TestBookOptions = {}): TestBook {
  const folder = options.inMemory ? undefined : mkdtempSync(join(tmpdir(), 'care-ledger-'))
  const path = folder === undefined ? ':memory:' : join(folder, 'relief.db')
  const store = openSqlite(path)
  migrate(store)
  let now = Date.parse(options.at ?? '2026-03-31T02:00:00Z')
  let keys = 0
  let randomness = 0
  const book: Book = {
    store,
    surroundings: {
      now: () => now,
      masterKeys:
        options.masterKeys === null ? undefined : (options.masterKeys ?? masterKeysOfTests),
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
        caller: callerAs(caller),
        dryRun: dryRun ?? false,
      })
    },
    asks: (query, input, as = {}) => ask(book, query, input, callerAs(as)),
    refuses: (command, input, as = {}) => {
      const before = dump(store)
      try {
        made.does(command, input, as)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        assert.equal(dump(store), before, `${error.code} left a trace`)
        return error
      }
      throw new Error(`${command.name} was done, not refused.`)
    },
    now: () => now,
    close: () => {
      store.close()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
  if (options.setUp !== false) {
    made.does(setUp, {
      book: 'relief',
      name: 'Riverside Mutual Aid',
      time_zone: options.timeZone ?? 'Asia/Shanghai',
      currency: options.currency ?? 'CNY',
      chart: options.chart ?? 'general',
    })
  }
  return made
}
