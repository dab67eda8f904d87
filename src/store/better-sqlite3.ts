/** The store on Node: one SQLite file through better-sqlite3. */
import type { Database as Connection, Statement } from 'better-sqlite3'
import { emptyMemory, type Memory } from './memory.ts'
import { connect, type OpenOptions, translated } from './sqlite-connection.ts'
import {
  requireNoSnapshot,
  requireNoWalk,
  requireSynchronous,
  type SqlRow,
  type SqlValue,
  type Store,
} from './store.ts'

/** Prepared statements kept at once: the house has a few hundred, and filters composed on the fly. */
const statementLimit = 1_000

/**
 * Opens a book's file (WAL, `synchronous=FULL`, foreign keys on). Refuses a path where no database can be,
 * a file that is none or is damaged, and one that may not be written although that was asked. Whether
 * the database is a book of ours is for `migrate` or `requireCurrent` to say.
 */
export function openSqlite(path: string, options: OpenOptions = {}): Store {
  return storeOn(connect(path, options))
}

/** What the verbs of one connection share. */
interface Session {
  readonly connection: Connection
  readonly statement: (sql: string) => Statement
  readonly memory: Memory
  depth: number
  walks: number
  snapshots: number
  /**
   * Why SQLite undid the whole transaction while its body still ran (a full disk, an I/O error). What the
   * body then wrote would be kept statement by statement, so each later verb is refused with this cause.
   */
  undone: { readonly cause: unknown } | undefined
}

/** The seam over an open connection. */
export function storeOn(connection: Connection): Store {
  const session: Session = {
    connection,
    statement: statementsOf(connection),
    memory: emptyMemory(),
    depth: 0,
    walks: 0,
    snapshots: 0,
    undone: undefined,
  }
  const first: Store['first'] = (sql, values) => {
    if (session.undone) throw session.undone.cause
    try {
      return session.statement(sql).get(...values) as SqlRow | undefined
    } catch (error) {
      throw failure(session, error)
    }
  }
  return {
    all: (sql, values) => {
      if (session.undone) throw session.undone.cause
      try {
        return session.statement(sql).all(...values) as SqlRow[]
      } catch (error) {
        throw failure(session, error)
      }
    },
    first,
    steady: (sql, values) =>
      session.depth === 0 ? first(sql, values) : session.memory.recall(sql, values, first),
    each: (sql, values) => walk(session, sql, values),
    run: (sql, values) => {
      requireMayWrite(session)
      session.memory.writing(sql)
      try {
        session.statement(sql).run(...values)
      } catch (error) {
        throw failure(session, error)
      }
    },
    script: (sql) => {
      requireMayWrite(session)
      session.memory.forget()
      try {
        connection.exec(sql)
      } catch (error) {
        throw failure(session, error)
      }
    },
    transaction: transactionOn(session) as Store['transaction'],
    snapshot: snapshotOn(session),
    close: () => {
      connection.close()
    },
  }
}

function statementsOf(connection: Connection): (sql: string) => Statement {
  const statements = new Map<string, Statement>()
  return (sql) => {
    let made = statements.get(sql)
    if (!made) {
      if (statements.size >= statementLimit) statements.clear()
      made = connection.prepare(sql)
      statements.set(sql, made)
    }
    return made
  }
}

function failure(session: Session, error: unknown): unknown {
  const { connection } = session
  const cause = translated(error, connection.name)
  if (session.depth > 0 && !session.undone && !connection.inTransaction) session.undone = { cause }
  return cause
}

function requireMayWrite(session: Session): void {
  if (session.undone) throw session.undone.cause
  requireNoWalk(session.walks)
  requireNoSnapshot(session.snapshots)
}

/** Starts at the first step, so that a walk nobody begins holds nothing open. */
function* walk(session: Session, sql: string, values: readonly SqlValue[]): Generator<SqlRow> {
  if (session.undone) throw session.undone.cause
  session.walks += 1
  try {
    yield* session.connection.prepare(sql).iterate(...values) as IterableIterator<SqlRow>
  } catch (error) {
    throw failure(session, error)
  } finally {
    session.walks -= 1
  }
}

function transactionOn(session: Session) {
  const { connection } = session
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const savepoint = connection.prepare('savepoint step')
  const release = connection.prepare('release step')
  const undo = connection.prepare('rollback to step')
  const version = connection.prepare<[], number>('pragma data_version').pluck()

  function open(): void {
    requireMayWrite(session)
    try {
      ;(session.depth > 0 ? savepoint : begin).run()
    } catch (error) {
      throw failure(session, error)
    }
    session.depth += 1
  }

  function close(): void {
    if (session.undone) throw session.undone.cause
    ;(session.depth > 1 ? release : commit).run()
  }

  /** SQLite may have undone everything already; then there is nothing left to roll back. */
  function abandon(): void {
    session.memory.forget()
    if (!connection.inTransaction) return
    if (session.depth > 1) {
      undo.run()
      release.run()
    } else rollback.run()
  }

  return <T>(body: () => T): T => {
    open()
    try {
      if (session.depth === 1) session.memory.begun(version.get()!)
      const result = requireSynchronous(body())
      close()
      return result
    } catch (error) {
      const cause = failure(session, error)
      abandon()
      throw cause
    } finally {
      session.depth -= 1
      if (session.depth === 0) session.undone = undefined
    }
  }
}

function snapshotOn(session: Session): Store['snapshot'] {
  const { connection } = session
  const begin = connection.prepare('begin')
  // Nothing was written, so there is nothing to commit; and on a damaged file a commit may fail.
  const end = connection.prepare('rollback')
  return (body) => {
    const outermost = !connection.inTransaction
    if (outermost) {
      try {
        begin.run()
      } catch (error) {
        throw failure(session, error)
      }
    }
    session.snapshots += 1
    try {
      return requireSynchronous(body())
    } finally {
      session.snapshots -= 1
      if (outermost && connection.inTransaction) end.run()
    }
  }
}
