/** A book behind its interface: the app with everything a host offers, in this process. */
import { create as createToken, tokenHash } from '../../src/access/tokens.ts'
import { createApp, type Offer } from '../../src/app.ts'
import { chainHead } from '../../src/book/events.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { type Role, roles } from '../../src/book/registry.ts'
import { hex } from '../../src/kit/digest.ts'
import { nodeOutward } from '../../src/node/outward.ts'
import { drawPaper } from '../../src/statements/draw.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import type { Background } from '../../src/tasks/work.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests, type TestBook, type TestBookOptions } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'
import { paperFaces } from '../statements/paper.ts'
import { runnerFor } from '../tasks/tasks-for-tests.ts'

export const base = '/b/relief/api/v1'

export interface Line {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly [field: string]: unknown
}

export interface Call {
  /** Whose token is sent; the owner's unless said otherwise, none for `stranger`. */
  readonly as?: Role | `names_${Role}` | 'reader' | 'stranger'
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: string
  /** Sent as JSON; a text, bytes or a stream is sent as it is. */
  readonly body?: unknown
}

export interface Site {
  readonly t: TestBook
  readonly log: Line[]
  /** Calls a path below the book's interface. */
  call(request: string, call?: Call): Promise<Response>
  /** Calls and answers the status with the body read as JSON. */
  json(request: string, call?: Call): Promise<{ status: number; body: Record<string, unknown> }>
  /** Calls, expects a refusal, and asserts that the book is the same as before, to the last row. */
  refused(request: string, call?: Call): Promise<Record<string, unknown>>
  fetch(request: Request): Response | Promise<Response>
  /** What the app answers to, as Hono has it: one for each method and path. */
  routes(): ReturnType<typeof createApp>['routes']
  head(): string
}

export const roleTokens: readonly Role[] = roles

/** A token's secret for tests: not random, so that logs can be searched for it. */
export function secretOf(who: string): string {
  return `clt_${who.padEnd(43, '0')}`
}

/** Opens a site: the book `relief` with the fund `care` holding 1,000.00, and a token for each role. */
export async function siteForTests(
  options: TestBookOptions & {
    readonly offer?: Partial<Offer>
    readonly background?: Partial<Background>
    /** Leaves the fund without an entry. */
    readonly unused?: boolean
  } = {},
): Promise<Site> {
  const t = bookForTests({ inMemory: true, ...options })
  openFund(t, 'care')
  if (!options.unused) receive(t, 'care', '1000.00')
  for (const role of roleTokens) addToken(t, role, { role })
  addToken(t, 'reader', { role: 'auditor', reads_names: true })
  const log: Line[] = []
  const app = createApp(t.book, { ...offerFor(t, log, options.background), ...options.offer })
  const fetch = (request: Request) => app.fetch(request)
  let keys = 0

  async function call(request: string, given: Call = {}): Promise<Response> {
    const [method = 'GET', path = ''] = request.split(' ')
    keys += 1
    const headers = new Headers()
    if (given.as !== 'stranger') {
      headers.set('authorization', `Bearer ${secretOf(given.as ?? 'owner')}`)
    }
    const raw = isRaw(given.body)
    const body = raw || given.body === undefined ? given.body : JSON.stringify(given.body)
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (typeof body === 'string') headers.set('content-length', String(Buffer.byteLength(body)))
    if (method === 'POST')
      headers.set('idempotency-key', given.key ?? `http-key-${100_000_000 + keys}`)
    for (const [name, value] of Object.entries(given.headers ?? {})) {
      if (value === '') headers.delete(name)
      else headers.set(name, value)
    }
    const init = { method, headers, body: (body as BodyInit) ?? null, duplex: 'half' }
    return fetch(new Request(`http://localhost${base}${path}`, init as RequestInit))
  }

  async function json(request: string, given?: Call) {
    const response = await call(request, given)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  return {
    t,
    log,
    call,
    json,
    fetch,
    routes: () => app.routes,
    head: () => hex(chainHead(t.book.store).hash),
    refused: async (request, given) => {
      const before = dump(t.book.store)
      const response = await call(request, given)
      const body = (await response.json()) as Record<string, unknown>
      if (response.status < 400) throw new Error(`${request} was done: ${JSON.stringify(body)}`)
      if (dump(t.book.store) !== before) throw new Error(`${body.code} left a trace`)
      return body
    },
  }
}

/** Makes a token whose secret is `secretOf(who)`. */
export function addToken(
  t: TestBook,
  who: string,
  given: { role: Role; unit?: string; reads_names?: boolean; expires_at?: number },
): number {
  const hash = hex(tokenHash(secretOf(who)))
  const expires_at = Date.parse('2030-01-01T00:00:00Z')
  return t.does(createToken, { hash, expires_at, longer: true, label: who, ...given }).output.token
}

/** What a host offers, in this process; its log is written to `log`. */
export function offerFor(t: TestBook, log: Line[], background: Partial<Background> = {}): Offer {
  const write = (level: Line['level']) => (fields: object, message: string) => {
    log.push({ ...fields, level, message })
  }
  const tasks = runnerFor(t.book, { submit: groupCommit(t.book), background })
  return {
    submit: tasks.submit,
    tasks,
    signer: async () => signerFrom(await newSigningKey((bytes) => new Uint8Array(bytes).fill(7))),
    renderPdf: (job, sign) => drawPaper(job, faces(), sign),
    health: () => ({ books: [{ opens: true, sequence: 1 }], free_disk_bytes: null }),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: () => t.now(),
    outward: nodeOutward(false),
  }
}

let parsed: ReturnType<typeof paperFaces> | undefined

function faces() {
  parsed ??= paperFaces()
  return parsed
}

function isRaw(body: unknown): boolean {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
}
