/**
 * The JSON interface, generated from the registry: a route for each command and query. It answers only
 * to a token, which is looked at before anything else of a request.
 */
import type { Context, Handler, Hono } from 'hono'
import { noteUse } from '../access/token-use.ts'
import { callerInTurn, tokenInvalid, tokenMissing } from '../access/tokens.ts'
import { forgetTurn } from '../access/turn.ts'
import { type Answer, ask, type Book } from '../book/book.ts'
import { chainHead } from '../book/events.ts'
import { inputInvalid } from '../book/refusals.ts'
import type { AnyCommand, AnyQuery, Caller, Registry } from '../book/registry.ts'
import { requireMay } from '../book/scope.ts'
import { baseOf, honoPath } from './base.ts'
import { readBody } from './body.ts'
import { downloadPath, downloads } from './downloads.ts'
import type { Offer } from './offer.ts'
import { problemAnswer, refusalOf } from './problem.ts'

/** A book, what its host offers, and what it can do and tell. */
interface Served {
  readonly book: Book
  readonly offer: Offer
  readonly registry: Registry
}

/** Mounts every command and query of the registry on an app. */
export function mountApi(app: Hono, { book, offer, registry }: Served): void {
  for (const command of registry.commands) {
    app.post(honoPath(command.route.path), commandRoute(book, offer, command))
  }
  for (const query of registry.queries) {
    app.get(honoPath(query.route.path), queryRoute(book, offer, query))
  }
}

/**
 * The same routes where there is no book: they refuse as a book refuses those it does not know, so that
 * a stranger cannot tell which books exist.
 */
export function mountStrangers(app: Hono, registry: Registry): void {
  const refuse: Handler = (c) => {
    const given = /^bearer\s/i.test(c.req.header('authorization') ?? '')
    return problemAnswer(given ? tokenInvalid({}) : tokenMissing({}), baseOf(c))
  }
  for (const { route } of registry.commands) app.post(honoPath(route.path), refuse)
  for (const download of downloads) app.get(downloadPath(download), refuse)
  for (const { route } of registry.queries) app.get(honoPath(route.path), refuse)
}

/** A guarded request: who asks is known before its work begins. */
export interface Visit {
  readonly c: Context
  readonly caller: Caller
}

/**
 * A route behind the guard: finds who asks, does the work, turns what was thrown into problem details,
 * and writes one line in the log, which names no person.
 */
export function guarded(
  book: Book,
  offer: Offer,
  route: string,
  work: (visit: Visit) => Response | Promise<Response>,
): Handler {
  return async (c) => {
    const started = offer.now()
    let actor = 'stranger'
    let code: string | undefined
    let answer: Response
    try {
      const caller = callerOf(book, c)
      actor = caller.actor
      answer = await work({ c, caller })
      if (answer.status < 400) noteUse(book.store, caller, book.surroundings.now())
    } catch (error) {
      const refusal = refusalOf(error, offer.log, book.surroundings.random)
      code = refusal.code
      answer = problemAnswer(refusal, baseOf(c))
    }
    const ms = Math.round((offer.now() - started) * 10) / 10
    offer.log.info(
      { method: c.req.method, route, status: answer.status, ms, actor, code },
      'answer',
    )
    return answer
  }
}

function callerOf({ store, surroundings }: Book, c: Context): Caller {
  return callerInTurn(store, c.req.header('authorization'), surroundings.now())
}

function commandRoute(book: Book, offer: Offer, command: AnyCommand): Handler {
  const { path } = command.route
  const places = placesIn(path)
  return guarded(book, offer, path, async ({ c, caller: sender }) => {
    requireMay(sender, command)
    const dryRun = dryRunAsked(c)
    const body = await readBody(c.req.raw)
    // However long that was on its way: what the token may is what it may now.
    const caller = callerOf(book, c)
    const input = withPlaces(body, places, (name) => c.req.param(name))
    const key = c.req.header('idempotency-key')
    const answer = await offer.submit({ command, input, key, caller, dryRun })
    forgetTurn(book.store)
    return commandAnswer(answer)
  })
}

/** What a command's sender is told. */
export function commandAnswer(answer: Answer): Response {
  const headers: Record<string, string> = { ...jsonHeaders }
  if (answer.dryRun) headers['preference-applied'] = 'dry-run'
  else headers['care-ledger-sequence'] = String(answer.seq)
  if (answer.replayed) headers['idempotent-replayed'] = 'true'
  const status = answer.replayed || answer.dryRun ? 200 : 201
  return new Response(JSON.stringify(answer.output), { status, headers })
}

function queryRoute(book: Book, offer: Offer, query: AnyQuery): Handler {
  const { path } = query.route
  const places = placesIn(path)
  return guarded(book, offer, path, ({ c, caller }) => {
    requireMay(caller, query)
    const input = withPlaces(queryOf(c.req.raw.url), places, (name) => c.req.param(name))
    return book.store.snapshot(() => {
      const output: unknown = ask(book, query, input, caller)
      const sequence = String(chainHead(book.store).seq)
      return new Response(JSON.stringify(output), {
        headers: { ...jsonHeaders, 'care-ledger-sequence': sequence },
      })
    })
  })
}

const jsonHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/** The names of the fields of the input that stand in a path. */
export function placesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
}

/** Adds what stands in the path. Refuses the same field given otherwise beside it. */
export function withPlaces(
  given: Record<string, unknown>,
  places: readonly string[],
  inPathOf: (name: string) => string | undefined,
): Record<string, unknown> {
  for (const name of places) {
    const inPath = inPathOf(name)!
    if (Object.hasOwn(given, name) && String(given[name]) !== inPath) {
      const problem = `the path says ${inPath}; leave it out of the rest or write the same`
      throw inputInvalid({ issues: [{ field: name, problem }] })
    }
    given[name] = inPath
  }
  return given
}

/** The query string as fields. Refuses a field given twice. */
export function queryOf(url: string): Record<string, string> {
  const mark = url.indexOf('?')
  if (mark < 0) return {}
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(url.slice(mark))) {
    if (fields.has(name)) {
      throw inputInvalid({ issues: [{ field: name, problem: 'it is given twice' }] })
    }
    fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

/**
 * Whether only to say what would happen: `Prefer: dry-run` (RFC 7240) or `?dry_run=true`. Anything else
 * in the query string of a command is refused, so that a slip of the pen does not perform it.
 */
function dryRunAsked(c: Context): boolean {
  const { dry_run: asked = 'false', ...rest } = queryOf(c.req.raw.url)
  const [other] = Object.keys(rest)
  if (other !== undefined) {
    throw inputInvalid({ issues: [{ field: other, problem: 'it belongs into the body' }] })
  }
  if (asked !== 'true' && asked !== 'false') {
    throw inputInvalid({ issues: [{ field: 'dry_run', problem: 'write true or false' }] })
  }
  const preferred = c.req.header('prefer')
  return (
    asked === 'true' || (preferred !== undefined && /(^|[\s,;])dry-run($|[\s,;])/i.test(preferred))
  )
}
