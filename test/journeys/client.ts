/** A small client of the HTTP interface, such as a partner would write; journeys are told through it. */
import assert from 'node:assert/strict'
import { sha256Hex } from '../../src/kit/digest.ts'

/** Carries one request to a host; `path` begins at the host's root. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
}

export interface Options {
  /** In place of a fresh idempotency key; null sends none. */
  readonly key?: string | null
  /** In place of the client's own token; null sends none. */
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** Every request that was answered well, as method and path below the interface. */
export const walked = new Set<string>()

/** What a journey reads from an answer: fields by name. */
export type Fields = Readonly<Record<string, unknown>>

export interface Client {
  readonly book: string
  readonly token: string
  /** The instant of the host's clock, in milliseconds. */
  readonly now: () => number
  /** Sends a command. A string is sent as it is. */
  post(path: string, body: object | string, options?: Options): Promise<Answered>
  get(path: string, options?: Options): Promise<Answered>
  /** Sends a command that must be done, and answers its output. */
  does(path: string, body: object): Promise<Fields>
  /** Asks what must be answered, and answers it. */
  asks(path: string): Promise<Fields>
  /** The same book through another token. */
  as(token: string): Client
}

/** A client of one book. Keys count up, so that the same journey sends the same requests anywhere. */
export function clientOf(
  send: Send,
  { book, token, now }: { book: string; token: string; now: () => number },
): Client {
  const counter = { keys: 0 }
  return clientWith(send, { book, token, now, counter })
}

interface Held {
  readonly book: string
  readonly token: string
  readonly now: () => number
  readonly counter: { keys: number }
}

function clientWith(send: Send, held: Held): Client {
  const { book, token: own, now, counter } = held

  async function sent(path: string, init: RequestInit, options: Options): Promise<Answered> {
    const { token = own } = options
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
    const answer = await send(`/b/${book}/api/v1${path}`, { ...init, headers })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    if (answer.ok) walked.add(`${init.method ?? 'GET'} ${path.replace(/\?.*/, '')}`)
    return { status: answer.status, headers: answer.headers, bytes, text }
  }

  const client: Client = {
    book,
    token: own,
    now,
    get: (path, options = {}) => sent(path, {}, options),
    post: (path, body, options = {}) => {
      counter.keys += 1
      const { key = `${book}-journey-${String(counter.keys).padStart(6, '0')}` } = options
      const headers: Record<string, string> = { 'content-type': 'application/json' }
      if (key !== null) headers['idempotency-key'] = key
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return sent(path, { method: 'POST', headers, body: text }, options)
    },
    does: async (path, body) => done(await client.post(path, body), 201),
    asks: async (path) => done(await client.get(path), 200),
    as: (token) => clientWith(send, { ...held, token }),
  }
  return client
}

function done(answer: Answered, status: number): Fields {
  assert.equal(answer.status, status, answer.text)
  return JSON.parse(answer.text) as Fields
}

/** Asserts that a request was refused with a status and a code, in problem details, and answers them. */
export function refused(answer: Answered, status: number, code: string): Fields {
  assert.deepEqual(
    [answer.status, answer.headers.get('content-type'), code],
    [status, 'application/problem+json', (JSON.parse(answer.text) as Fields).code],
    answer.text,
  )
  return JSON.parse(answer.text) as Fields
}

const dayMs = 86_400_000

/** Has a token made for a role, with a secret that is the same on every host. */
export async function tokenFor(
  owner: Client,
  role: string,
  { readsNames = false }: { readsNames?: boolean } = {},
): Promise<Client> {
  const secret = `clt_${owner.book}-${role}-${'x'.repeat(24)}`
  await owner.does('/tokens', newToken(secret, { role, readsNames, now: owner.now() }))
  return owner.as(secret)
}

/** The body that lets a secret use a book for a day. */
export function newToken(
  secret: string,
  { role, readsNames, now }: { role: string; readsNames: boolean; now: number },
) {
  const expires_at = now + dayMs
  return { hash: sha256Hex(secret), role, reads_names: readsNames, expires_at, label: role }
}
