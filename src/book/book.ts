/** The door: `perform` for every change, `ask` for every question (design section 5). */
import type { z } from 'zod'
import { type Day, dayAt } from '../kit/day.ts'
import { sameBytes, sha256Hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { build, first, insert, prepare, steady } from '../store/prepare.ts'
import type { Reader, Store } from '../store/store.ts'
import { appendEvent, chainHead, erasedKey, RowLog } from './events.ts'
import {
  type InputIssue,
  inputInvalid,
  keyInvalid,
  keyMissing,
  keyReused,
  notAmongCommands,
  notSetUp,
  readsOnly,
} from './refusals.ts'
import type { Act, AnyPageCommand, Caller, PageCommand, Query, Surroundings } from './registry.ts'
import { digestsOf } from './request-digest.ts'
import { type Scope, scopeFor } from './scope.ts'

export interface Book {
  readonly store: Store
  readonly surroundings: Surroundings
}

export interface Request<C extends AnyPageCommand = AnyPageCommand> {
  readonly command: C
  readonly input: unknown
  /** Made by the sender for this one act. */
  readonly key: string | undefined
  readonly caller: Caller
  /** The same path, rolled back: says what would happen. */
  readonly dryRun?: boolean
}

export interface Answer<T = unknown> {
  readonly output: T
  readonly seq: EventSeq
  /** True when the key had been seen and this is the first answer again. */
  readonly replayed: boolean
  readonly dryRun: boolean
}

export interface Organisation {
  readonly id: number
  readonly book: string
  readonly name: string
  readonly time_zone: string
  readonly currency: string
  readonly chart: string
  readonly chart_version: number
}

const inForce = prepare<Record<never, never>, Organisation>(() =>
  build.selectFrom('organisation').selectAll().orderBy('id', 'desc').limit(1),
)

/** The organisation's particulars in force, or undefined before it is set up. */
export function findOrganisation(reader: Reader): Organisation | undefined {
  return steady(reader, inForce, {})
}

/** The organisation's particulars in force. Refuses `book.not_set_up`. */
export function organisationOf(reader: Reader): Organisation {
  const found = findOrganisation(reader)
  if (!found) throw notSetUp({})
  return found
}

const seen = prepare((p: { key: string }) =>
  build.selectFrom('request').selectAll().where('key', '=', p.key),
)

class DryRun extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('dry run')
    this.answer = answer
  }
}

/**
 * Does one command in one transaction: parse, seen key, permission, run, event. Refuses what the
 * command refuses, and `input.invalid`, `idempotency_key.*`, `access.*`.
 */
export function perform<I extends z.ZodType, O extends z.ZodType>(
  book: Book,
  request: Request<PageCommand<I, O>>,
): Answer<z.output<O>> {
  const parsed = parsedRequest(book, request)
  try {
    return book.store.transaction(() => inTransaction(book, request, parsed, new RowLog()) as never)
  } catch (error) {
    if (error instanceof DryRun) return error.answer as Answer<z.output<O>>
    throw error
  }
}

/**
 * What would be: performs the command, lets `look` ask the book as it would then stand, and takes all of it
 * back. Refuses what `perform` refuses.
 */
export function rehearse<T>(book: Book, request: Request, look: (answer: Answer) => T): T {
  const parsed = parsedRequest(book, request)
  const found: T[] = []
  try {
    book.store.transaction((): undefined => {
      const answer = inTransaction(book, { ...request, dryRun: false }, parsed, new RowLog())
      found.push(look(answer))
      throw new DryRun(answer)
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  return found[0]!
}

/** A command failed within a transaction that others share, when it had already written something. */
export class HalfDone extends Error {
  constructor(cause: unknown) {
    super('A command failed after its first write.', { cause })
  }
}

/**
 * The same within a transaction that is open already, without a savepoint: the 6 µs that one costs are
 * a tenth of a posting, and a command refuses before it writes. One that fails later throws `HalfDone`:
 * then whoever opened the transaction must undo all of it. Not for dry runs, which write and are undone.
 */
export function performWithin(book: Book, request: Request): Answer {
  const parsed = parsedRequest(book, request)
  const rows = new RowLog()
  try {
    return inTransaction(book, request, parsed, rows)
  } catch (error) {
    throw rows.empty ? error : new HalfDone(error)
  }
}

function parsedRequest(book: Book, request: Request): Parsed {
  const input = parse(request.command.input, request.input)
  const key = requireKey(request.key)
  return { input, key, digests: digestsOf(request, key, book.surroundings.masterKeys) }
}

interface Parsed {
  readonly input: unknown
  readonly key: string
  readonly digests: readonly Uint8Array[]
}

function inTransaction(
  book: Book,
  request: Request,
  { input, key, digests }: Parsed,
  rows: RowLog,
): Answer {
  const { command, caller } = request
  const earlier = first(book.store, seen, { key })
  if (earlier) {
    if (!digests.some((digest) => sameBytes(earlier.input_digest, digest))) {
      throw keyReused({ key, command: earlier.command })
    }
    const output: unknown = JSON.parse(earlier.answer)
    return { output, seq: earlier.event_seq, replayed: true, dryRun: false }
  }
  const forgotten = first(book.store, seen, { key: erasedKey + sha256Hex(key) })
  if (forgotten) throw keyReused({ key, command: forgotten.command })
  if (caller.readsOnly) throw readsOnly({ name: command.name })
  if (caller.only?.includes(command.name) === false) {
    throw notAmongCommands({ name: command.name, only: caller.only })
  }
  const scope = scopeFor(book.store, caller, command)
  const head = chainHead(book.store)
  const act = actOn(book, { caller, scope }, (head.seq + 1) as EventSeq, rows)
  const output: unknown = command.run(act, input)
  const { seq, at } = act
  insert(act, 'request', {
    key,
    command: command.name,
    input_digest: digests[0]!,
    answer: JSON.stringify(output),
    event_seq: seq,
  })
  const subject: string = command.subject(output)
  appendEvent(act, head, { seq, at, actor: caller.actor, command: command.name, subject }, rows)
  const answer = { output, seq, replayed: false, dryRun: request.dryRun ?? false }
  if (request.dryRun) throw new DryRun(answer)
  return answer
}

function actOn(
  book: Book,
  { caller, scope }: { readonly caller: Caller; readonly scope: Scope },
  seq: EventSeq,
  rows: RowLog,
): Act {
  const { store, surroundings } = book
  const at = surroundings.now()
  let today: Day | undefined
  // Asked of the host once an act: it looks each time whether their file has changed.
  let masterKeys: Surroundings['masterKeys']
  return {
    all: store.all,
    first: store.first,
    steady: store.steady,
    each: store.each,
    run: (sql, values) => {
      rows.empty = false
      store.run(sql, values)
    },
    witness: (table, values) => rows.add(table, values),
    random: surroundings.random,
    seq,
    at,
    caller,
    scope,
    get masterKeys() {
      masterKeys ??= surroundings.masterKeys
      return masterKeys
    },
    get today() {
      today ??= dayAt(at, findOrganisation(store)?.time_zone ?? 'UTC')
      return today
    },
  }
}

/** Answers one question on one state of the book. Refuses `input.invalid`, `access.*`. */
export function ask<I extends z.ZodType, O extends z.ZodType>(
  book: Book,
  query: Query<I, O>,
  given: unknown,
  caller: Caller,
): z.output<O> {
  const input = parse(query.input, given)
  const { store, surroundings } = book
  const at = surroundings.now()
  let masterKeys: Surroundings['masterKeys']
  return store.snapshot(() => {
    const scope = scopeFor(store, caller, query)
    return query.run(
      {
        all: store.all,
        first: store.first,
        steady: store.steady,
        each: store.each,
        at,
        caller,
        scope,
        get masterKeys() {
          masterKeys ??= surroundings.masterKeys
          return masterKeys
        },
        get today() {
          return dayAt(at, findOrganisation(store)?.time_zone ?? 'UTC')
        },
      },
      input,
    )
  })
}

function requireKey(key: string | undefined): string {
  if (key === undefined) throw keyMissing({})
  const sound = /^[\x21-\x7e]{16,200}$/.test(key) && !key.startsWith(erasedKey)
  if (!sound) throw keyInvalid({ key: key.slice(0, 200) })
  return key
}

function parse<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issues: InputIssue[] = parsed.error.issues.slice(0, 20).map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.message,
  }))
  throw inputInvalid({ issues })
}
