/**
 * A book of a million entries: balances on both axes, registers, a month's statement, opening, and the
 * memory of a server that answers all of this over HTTP.
 */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ask, type Book } from '../../src/book/book.ts'
import { chainHead } from '../../src/book/events.ts'
import { addDays, type Day, day } from '../../src/kit/day.ts'
import type { EventSeq } from '../../src/kit/ids.ts'
import { accountInRole } from '../../src/ledger/accounts.ts'
import { fundByCode } from '../../src/ledger/funds.ts'
import { trialBalance } from '../../src/ledger/queries.ts'
import { type RegisterPage, registerPage } from '../../src/ledger/register.ts'
import { hostCaller, openBook } from '../../src/node.ts'
import { buildStatement } from '../../src/statements/build.ts'
import { benchToken } from './bench-book.ts'
import { startClient, startServer } from './children.ts'
import { grownAccounts, grownBook, grownEntries } from './grown.ts'
import { type Bench, byTurns, type Figure, median, settle, timed } from './measure.ts'

const rounds = 15
const code = 'grown'
const fundCode = 'fund-1'
const lastDay = day('2026-03-30')
const spanDays = 1_095
const pageRows = 100
const largestMib = 300
const sampleMs = 100
const httpMs = 3_000

/** Milliseconds that each may take. */
const targets = { balance: 5, bothAxes: 50, page: 2, statement: 50, opening: 200 }

export const million: Bench = {
  name: 'million',
  run: async (log) => {
    const folder = await grownBook('million', log)
    const path = join(folder, `${code}.db`)
    const opened = openBook(path, { mustExist: true })
    const limits = limitsOf(path)
    const figures = [
      ...(await balanceFigures(opened.book, limits)),
      ...(await registerFigures(opened.book, limits)),
      await statementFigure(opened.book, limits),
    ]
    opened.close()
    limits.close()
    figures.push(await openingFigure(path), await memoryFigure(folder, log))
    return figures
  },
}

interface Limits {
  readonly aggregate: () => number
  readonly kept: () => number
  readonly page: () => number
  readonly month: () => number
  readonly close: () => void
}

/** Raw selects on the same file: what SQLite alone takes for the rows that an answer is made of. */
function limitsOf(path: string): Limits {
  const raw = new Sqlite(path, { readonly: true })
  const aggregate =
    raw.prepare(`select fund_id, debit_account_id, credit_account_id, sum(amount_minor)
    from posting group by 1, 2, 3`)
  const kept = raw.prepare('select fund_id, account_id, balance_minor from balance')
  const page = raw.prepare('select * from posting order by id desc limit ?')
  const month = raw.prepare(
    'select * from posting where id > (select max(id) from posting) - ? and fund_id = 1',
  )
  return {
    aggregate: () => timed(() => aggregate.all()),
    kept: () => timed(() => kept.all()),
    page: () => timed(() => page.all(pageRows)),
    month: () => timed(() => month.all(Math.round((grownEntries * 31) / spanDays))),
    close: () => raw.close(),
  }
}

function limited(
  name: string,
  measured: number,
  limit: number,
  given: { readonly limitName: string; readonly target: number },
): Figure {
  const { limitName, target } = given
  const figure = { name, measured, unit: 'ms', limit, limitName, ratio: measured / limit }
  return { ...figure, target: `< ${target} ms`, ok: measured < target }
}

async function balanceFigures(book: Book, limits: Limits): Promise<Figure[]> {
  const asked = (input: object) => () => timed(() => ask(book, trialBalance, input, hostCaller))
  const days = [7, 190, 555, 920, 1_090].map((back) => addDays(lastDay, -back))
  const sequences = [0.001, 0.25, 0.5, 0.75, 0.999].map((share) => sequenceAt(book, share))
  const whole = `trial balance of ${grownAccounts} accounts`
  const found = await byTurns(rounds, {
    kept: limits.kept,
    now: asked({}),
    past: () => median(days.map((as_of) => asked({ as_of })())),
    worstPast: () => Math.max(...days.map((as_of) => asked({ as_of })())),
  })
  const slow = await byTurns(3, { aggregate: limits.aggregate })
  const keptRows = { limitName: 'raw select of kept balances', target: targets.balance }
  const figures = [
    limited(`${whole}, now`, found.now, found.kept, keptRows),
    limited(`${whole}, as of a day`, found.past, found.kept, keptRows),
    limited(`${whole}, as of the worst of ${days.length}`, found.worstPast, found.kept, keptRows),
  ]
  const grid = sequences.flatMap((known_at) =>
    [null, ...days].map((as_of) => ({ known_at, ...(as_of === null ? {} : { as_of }) })),
  )
  const both = await byTurns(3, {
    median: () => median(grid.map((input) => asked(input)())),
    worst: () => Math.max(...grid.map((input) => asked(input)())),
  })
  const full = { limitName: 'raw aggregate of all postings', target: targets.bothAxes }
  return [
    ...figures,
    limited('on both axes at once, median', both.median, slow.aggregate, full),
    limited(`on both axes at once, worst of ${grid.length}`, both.worst, slow.aggregate, full),
  ]
}

/** The event that wrote the posting at this share of all. */
function sequenceAt({ store }: Book, share: number): number {
  const sql = `select event_seq as seq from posting
    where id = (select cast(max(id) * ? as integer) from posting)`
  return Number(store.first(sql, [share])!.seq)
}

async function registerFigures(book: Book, limits: Limits): Promise<Figure[]> {
  const { store } = book
  const accountId = accountInRole(store, 'bank').id
  const of = { accountId, fundId: fundByCode(store, fundCode).id }
  const cursorOn = (back: number) => cursorAt(book, of, addDays(lastDay, -back))
  const paged = (cursor: string | null) => () => {
    let page: RegisterPage | undefined
    const ms = timed(() => {
      page = registerPage(store, of, { limit: pageRows, cursor })
    })
    if (page!.rows.length !== pageRows) throw new Error('The page is not full.')
    return ms
  }
  const [middle, oldest] = [cursorOn(Math.floor(spanDays / 2)), cursorOn(spanDays - 3)]
  const found = await byTurns(rounds, {
    limit: limits.page,
    newest: paged(null),
    middle: paged(middle),
    oldest: paged(oldest),
  })
  const given = { limitName: `raw select of ${pageRows} postings`, target: targets.page }
  return (['newest', 'middle', 'oldest'] as const).map((place) =>
    limited(`${pageRows} register rows, ${place}`, found[place], found.limit, given),
  )
}

/** The cursor of a page that begins on a day: the account's newest posting of that day. */
function cursorAt(book: Book, of: { accountId: number; fundId: number }, on: Day): string {
  const sql = `select last_posting_id as id from balance_day
    where account_id = ? and fund_id = ? and day <= ? order by day desc limit 1`
  return String(book.store.first(sql, [of.accountId, of.fundId, on])!.id)
}

async function statementFigure(book: Book, limits: Limits): Promise<Figure> {
  const { store } = book
  const fund = fundByCode(store, fundCode)
  const known: EventSeq = chainHead(store).seq
  const month = { fund, from: day('2025-12-01'), to: day('2025-12-31'), known }
  const request = { ...month, issue: null, changes: () => null }
  // On one state of the book, as the door asks: alone, each look-up takes and gives back SQLite's locks.
  const built = () => store.snapshot(() => buildStatement(store, request))
  let lines = 0
  const found = await byTurns(rounds, {
    limit: limits.month,
    statement: () =>
      timed(() => {
        lines = built().lines.length
      }),
  })
  const given = { limitName: "raw select of a month's postings", target: targets.statement }
  const name = `a month's statement of ${lines} lines`
  return limited(name, found.statement, found.limit, given)
}

async function openingFigure(path: string): Promise<Figure> {
  const found = await byTurns(rounds, {
    raw: () => timed(() => new Sqlite(path).close()),
    opening: () =>
      timed(() => {
        const { book, close } = openBook(path, { mustExist: true })
        chainHead(book.store)
        close()
      }),
  })
  const given = { limitName: 'raw open and close', target: targets.opening }
  return limited('opening the book', found.opening, found.raw, given)
}

async function memoryFigure(folder: string, log: (line: string) => void): Promise<Figure> {
  const server = await startServer(folder)
  const client = startClient()
  const idle = server.memoryMib()
  let peak = 0
  const sampling = setInterval(() => {
    peak = Math.max(peak, server.memoryMib())
  }, sampleMs)
  const base = `/b/${code}/api/v1`
  const get = (path: string) =>
    client.load({
      port: server.port,
      connections: 16,
      ms: httpMs,
      method: 'GET',
      path: base + path,
      token: benchToken,
    })
  const told = async (what: string, path: string) => {
    settle()
    const { perSecond, p99Ms, failed } = await get(path)
    if (failed > 0) throw new Error(`${what}: ${failed} answers failed.`)
    const rate = `${perSecond.toFixed(0)}/s, p99 ${p99Ms.toFixed(1)} ms`
    log(`${what} over HTTP: ${rate}; ${server.memoryMib().toFixed(0)} MiB`)
  }
  await told('trial balance', '/trial-balance')
  await told('trial balance of a past day', '/trial-balance?as_of=2024-09-30')
  await told('trial balance on both axes', '/trial-balance?as_of=2024-09-30&known_at=300')
  await told('register', `/funds/${fundCode}/registers/1100?limit=100`)
  await told(
    'statement of a month',
    `/funds/${fundCode}/statement-preview.json?from=2025-12-01&to=2025-12-31`,
  )
  clearInterval(sampling)
  await Promise.all([client.stop(), server.stop()])
  return {
    name: 'memory of the server throughout',
    measured: peak,
    unit: 'MiB',
    limit: idle,
    limitName: 'before the first request',
    ratio: peak / idle,
    target: `< ${largestMib} MiB`,
    ok: peak < largestMib,
  }
}
