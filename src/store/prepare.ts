/**
 * Kysely cold: queries are composed and typed by Kysely's builder, compiled once, and run through the
 * synchronous seam. `prepare` gives the builder placeholders and remembers where each one landed.
 */
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import {
  columns,
  type Database,
  type Row,
  type Table,
  type Witnessed,
  witnessed,
} from '../../db/schema.ts'
import { id } from '../kit/ids.ts'
import type { Reader, SqlRow, SqlValue, Writer } from './store.ts'

/**
 * Writes `+?` for a value, which means the same and hides it from SQLite's planner. A planner built with
 * STAT4 looks at bound values and so prepares a range query anew at every run: a look-up that takes 1.2 µs
 * took 4 to 10 µs.
 */
class StablePlans extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

/** The typed query builder. It builds and compiles; it cannot execute. */
export const build = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new StablePlans(),
  },
})

class Placeholder {
  readonly key: string
  constructor(key: string) {
    this.key = key
  }
}

/** A query compiled once; `P` are its parameters and `R` its rows. */
export interface Prepared<P, R> {
  compiled(): { readonly sql: string; bind(parameters: P): SqlValue[] }
  /** Only a type: the shape of a row. */
  readonly row?: R
}

/**
 * Prepares a query. `compose` is called once, at first use, with placeholders in place of values, so it
 * may not look at them or branch on them.
 */
export function prepare<P extends object, R>(
  compose: (parameters: P) => Compilable<R>,
): Prepared<P, R> {
  let done: { sql: string; bind(parameters: P): SqlValue[] } | undefined
  return {
    compiled() {
      done ??= compile(compose)
      return done
    },
  }
}

function compile<P extends object, R>(compose: (parameters: P) => Compilable<R>) {
  const placeholders = new Proxy({}, { get: (_, key) => new Placeholder(String(key)) }) as P
  const { sql, parameters } = compose(placeholders).compile()
  const keys = parameters.map((value) =>
    value instanceof Placeholder ? (value.key as keyof P) : undefined,
  )
  const fixed = parameters as SqlValue[]
  return {
    sql,
    bind: (given: P) => {
      const values = fixed.slice()
      for (let place = 0; place < keys.length; place += 1) {
        const key = keys[place]
        if (key !== undefined) values[place] = bound(given[key], key)
      }
      return values
    },
  }
}

/** Both hosts would take a missing value for NULL without a word. */
function bound(value: unknown, name: PropertyKey): SqlValue {
  if (value === undefined) throw new Error(`No value is given for ${String(name)}.`)
  return value as SqlValue
}

/** All rows of a prepared query. */
export function rows<P, R>(reader: Reader, query: Prepared<P, R>, parameters: P): R[] {
  const { sql, bind } = query.compiled()
  return reader.all(sql, bind(parameters)) as R[]
}

/** The rows of a prepared query one by one. */
export function each<P, R>(reader: Reader, query: Prepared<P, R>, parameters: P): Iterable<R> {
  const { sql, bind } = query.compiled()
  return reader.each(sql, bind(parameters)) as Iterable<R>
}

/** The first row of a prepared query, or undefined. */
export function first<P, R>(reader: Reader, query: Prepared<P, R>, parameters: P): R | undefined {
  const { sql, bind } = query.compiled()
  return reader.first(sql, bind(parameters)) as R | undefined
}

/** The same for tables that seldom change, whose rows a host may remember; not to be altered. */
export function steady<P, R>(reader: Reader, query: Prepared<P, R>, parameters: P): R | undefined {
  const { sql, bind } = query.compiled()
  return reader.steady(sql, bind(parameters)) as R | undefined
}

/** Runs a prepared statement that writes. */
export function write<P, R>(writer: Writer, query: Prepared<P, R>, parameters: P): void {
  const { sql, bind } = query.compiled()
  writer.run(sql, bind(parameters))
}

/** The kind of number that the rows of each table have; a table without any is left out. */
type Ids = {
  [T in Table as Row<T> extends { id: number } ? T : never]: Row<T> extends { id: infer I }
    ? I & number
    : never
}
type Numbered = keyof Ids

const highest = new Map<Numbered, string>()

/**
 * The number of the next row of a table: one above the highest. Only a writer may ask, since it holds
 * until its transaction ends and no longer.
 */
export function nextId<T extends Numbered>(writer: Writer, table: T): Ids[T] {
  let sql = highest.get(table)
  if (sql === undefined) {
    sql = `select max("id") as "id" from "${table}"`
    highest.set(table, sql)
  }
  return id(Number(writer.first(sql, [])!.id) + 1) as number as Ids[T]
}

const inserts = new Map<Table, { sql: string; names: string[]; witnessed: boolean }>()

function insertOf(table: Table) {
  let made = inserts.get(table)
  if (!made) {
    const names = Object.keys(columns[table])
    const marks = names.map(() => '?').join(', ')
    made = {
      names,
      sql: `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${marks})`,
      witnessed: (witnessed as readonly Table[]).includes(table),
    }
    inserts.set(table, made)
  }
  return made
}

/** Writes one row. If its table is witnessed, the row becomes part of the current event's digest. */
export function insert<T extends Table>(writer: Writer, table: T, row: Row<T>): void {
  const { sql, names, witnessed: covered } = insertOf(table)
  const values: SqlValue[] = []
  for (const name of names) values.push(bound((row as SqlRow)[name], name))
  writer.run(sql, values)
  if (covered) writer.witness(table as Witnessed, values)
}
