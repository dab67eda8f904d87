/** Looks through everything that a book tells: interface, files, pages, own pages, rows. */
import { perform } from '../../src/book/book.ts'
import type { Caller } from '../../src/book/registry.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { registry } from '../../src/registry.ts'
import { type Operation, operationsOf } from '../../src/web/operations.ts'
import { pagesOf } from '../statements/paper.ts'
import type { Pages, Reader } from '../web/pages/pages-for-tests.ts'
import type { Call } from '../web/site.ts'
import type { Marked, OwnCode } from './own/scene.ts'

/** How somebody could be reached, and who they are in full. */
export type MarkKind = 'name' | 'phone' | 'address'

/** A mark as it is looked for, and what it is of. */
export type Pattern = readonly [mark: string, pattern: RegExp]

/** The marks of some people, however their figures are grouped and their words are kept apart. */
export function patternsOf(people: readonly Marked[], kinds: readonly MarkKind[]): Pattern[] {
  return people.flatMap((one) =>
    kinds.map((kind): Pattern => {
      const [parts, between] =
        kind === 'phone'
          ? [[...one[kind]], '[\\s().-]*']
          : [one[kind].split(' '), '(?:\\s|[+]|%20)+']
      return [
        `${kind} of ${one.name}`,
        new RegExp((parts as string[]).join(between as string), 'i'),
      ]
    }),
  )
}

/** What of some marks a text holds, and where it was read. */
export function marksIn(where: string, text: string, patterns: readonly Pattern[]): string[] {
  return patterns.flatMap(([mark, pattern]) => (pattern.test(text) ? [`${where}: ${mark}`] : []))
}

const plain = /^(?:text\/|application\/(?:json|problem\+json|xml))/

/** The text of an answer with its heads: of a PDF what its pages show and what its file holds. */
export async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  const heads = JSON.stringify([...answer.headers])
  const raw = Buffer.from(bytes).toString(plain.test(type) ? 'utf8' : 'latin1')
  if (!type.startsWith('application/pdf')) return `${heads}\n${raw}`
  const pages = await pagesOf(bytes)
  return [heads, raw, ...pages.map(({ text }) => text)].join('\n')
}

/** Values for the fields of questions by their names; others take the example of the interface. */
export type Values = Readonly<Record<string, readonly string[]>>

const operations = operationsOf(registry)

function valueFor(values: Values, name: string, example: unknown, at: number): string {
  const known = values[name]
  return known === undefined ? String(example) : known[at % known.length]!
}

/** The ways in which a question is asked: with what it needs alone, with one field more each, or with all of them. */
function requestsOf(operation: Operation, values: Values, one: 'each' | 'all'): Set<string> {
  const optional = operation.fields.flatMap(({ name, place, required }) =>
    place === 'query' && !required && values[name] ? [name] : [],
  )
  const ways = [[], ...(one === 'each' ? optional.map((name) => [name]) : []), optional]
  return new Set(
    [0, 1].flatMap((at) => ways.map((asked) => requestOf(operation, values, at, asked))),
  )
}

function requestOf(
  operation: Operation,
  values: Values,
  at: number,
  asked: readonly string[],
): string {
  let path = operation.path
  const query = new URLSearchParams()
  for (const { name, place, example, required } of operation.fields) {
    const value = valueFor(values, name, example, at)
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value))
    else if (required || asked.includes(name)) query.set(name, value)
  }
  return `${operation.method} ${path}${query.size > 0 ? `?${query}` : ''}`
}

export interface Swept {
  /** Where a mark was found. */
  readonly found: string[]
  /** What answered at all. */
  readonly answered: Set<string>
}

/** Asks every question and for every file of the interface, also amiss, so that refusals are read as well. */
export async function sweepInterface(
  site: Pages,
  as: NonNullable<Call['as']>,
  values: Values,
  patterns: readonly Pattern[],
  one: 'each' | 'all' = 'all',
): Promise<Swept> {
  const swept: Swept = { found: [], answered: new Set() }
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    for (const request of requestsOf(operation, values, one)) {
      const answer = await site.call(request, { as })
      if (answer.ok) swept.answered.add(operation.name)
      swept.found.push(...marksIn(`${as} ${request}`, await textOf(answer), patterns))
    }
  }
  return swept
}

/** Rehearses every command with what examples and values give; reads what is answered or refused. */
export function sweepCommands(
  { t }: Pages,
  caller: Caller,
  values: Values,
  patterns: readonly Pattern[],
): string[] {
  return operations
    .filter(({ writes }) => writes)
    .flatMap((operation, at) => {
      const command = registry.commands.find(({ name }) => name === operation.name)!
      const input = Object.fromEntries(
        operation.fields.flatMap(({ name, example, required }) => {
          const text = values[name]?.[0]
          const value = text === undefined ? example : /^\d+$/.test(text) ? Number(text) : text
          return required || text !== undefined ? [[name, value]] : []
        }),
      )
      const key = `privacy-sweep-${String(at).padStart(6, '0')}`
      const where = `${caller.actor} ${command.name}`
      try {
        const { output } = perform(t.book, { command, input, key, caller, dryRun: true })
        return marksIn(where, JSON.stringify(output), patterns)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { message, remedy } = error
        return marksIn(where, `${message} ${remedy} ${JSON.stringify(error.values)}`, patterns)
      }
    })
}

/** Addresses that the pages of a book lead to, without what only turns a list or says what was done. */
function linksIn(html: string): string[] {
  const all = [...html.matchAll(/(?:href|src|action)="(\/b\/relief(?:\/[^"#]*)?)/g)]
  return all.map(([, href]) => href!.replaceAll('&amp;', '&'))
}

/** An address without the values of its query: a list is read once with each set of filters. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  return [pathname, ...[...searchParams.keys()].sort()].join(' ')
}

/** So many pages are more than a small book has; more would be a walk in circles. */
const mostPages = 1_500

/** Follows every link from some pages on, and answers where marks were found. */
export async function walk(
  get: (address: string) => Promise<Response>,
  from: readonly string[],
  patterns: readonly Pattern[],
  who: string,
): Promise<{ readonly found: string[]; readonly pages: Set<string> }> {
  const found: string[] = []
  const pages = new Set<string>()
  const waiting = [...from]
  while (waiting.length > 0 && pages.size < mostPages) {
    const address = waiting.pop()!
    const shape = shapeOf(address)
    if (pages.has(shape) || /\/(?:sign-out|events|progress)\b|\/assets\//.test(address)) continue
    pages.add(shape)
    const answer = await get(address)
    const text = await textOf(answer)
    found.push(...marksIn(`${who} ${address}`, text, patterns))
    if ((answer.headers.get('content-type') ?? '').startsWith('text/html')) {
      waiting.push(...linksIn(text))
    }
    const to = answer.headers.get('location')
    if (to?.startsWith('/b/relief')) waiting.push(to)
  }
  return { found, pages }
}

/** Walks the pages of the book as somebody who has signed in. */
export function walkAs(
  site: Pages,
  reader: Reader,
  patterns: readonly Pattern[],
  from: readonly string[],
) {
  const who = [reader.role ?? 'owner', reader.readsNames === false ? 'without names' : '']
    .join(' ')
    .trim()
  const get = async (address: string) => site.open(address.replace(/^\/b\/relief/, ''), reader)
  return walk(get, from, patterns, who)
}

/** Walks own pages with a code, from the sheet to wherever they lead. */
export async function walkOwn(
  site: Pages,
  { typed, caller }: OwnCode,
  patterns: readonly Pattern[],
  before: readonly string[] = [],
) {
  const own = ownBrowser(site)
  await own.send('/together', { code: typed })
  for (const path of before) await own.send(path, {})
  const get = (address: string) => own.get(address.replace(/^\/b\/relief/, ''))
  const from = ['/b/relief/together', '/b/relief/together/pairs']
  return walk(get, from, patterns, caller().actor)
}

let keys = 0

/** A browser that keeps the cookie of a code. */
export function ownBrowser(site: Pages) {
  let cookie = ''
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ cookie, origin: 'http://localhost' })
    const answer = await site.fetch(
      new Request(`http://localhost/b/relief${path}`, { ...init, headers }),
    )
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('pairing='))
    if (set) cookie = set.split(';')[0]!
    return answer
  }
  return {
    get: (path: string) => ask(path),
    send: (path: string, fields: Readonly<Record<string, string>>) => {
      keys += 1
      const key = `privacy-own-${String(keys).padStart(8, '0')}`
      return ask(path, { method: 'POST', body: new URLSearchParams({ key, ...fields }) })
    },
  }
}
