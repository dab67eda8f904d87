/** The pages of a book as a signed-in reader has them, without a browser. */
import { open as openSession, sessionCookie, sessionHash } from '../../../src/access/sessions.ts'
import { create as createUser } from '../../../src/access/users.ts'
import type { Caller, Role } from '../../../src/book/registry.ts'
import { base64url } from '../../../src/kit/bytes.ts'
import { hex } from '../../../src/kit/digest.ts'
import { unitWithCode } from '../../../src/people/units.ts'
import { type Site, siteForTests } from '../site.ts'

export interface Reader {
  readonly role?: Role
  /** The unit where the role is held; the whole organisation unless said. */
  readonly unit?: string
  readonly readsNames?: boolean
  readonly language?: 'en' | 'zh-Hans' | 'zh-Hant'
}

export interface Pages extends Site {
  /** The page at a path below the book, as this reader has it. */
  get(path: string, reader?: Reader): Promise<Shown>
  /** Sends a form of a page. */
  send(path: string, fields: Readonly<Record<string, string>>, reader?: Reader): Promise<Shown>
  /** Sends a form with files. */
  upload(path: string, form: FormData, reader?: Reader): Promise<Shown>
  /** Sends what no form of ours would. */
  sendRaw(path: string, body: BodyInit, type: string, reader?: Reader): Promise<Shown>
  /** The cookies of a reader, for a request that no page of ours would send. */
  cookie(reader?: Reader): string
  /** The answer as it comes, for what does not end by itself. */
  open(path: string, reader?: Reader): Promise<Response>
}

export interface Shown {
  readonly status: number
  readonly html: string
  /** Where a redirect leads. */
  readonly location: string | null
  readonly headers: Headers
}

/** Any hash will do: nobody signs in by password here. */
const passwordHash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Opens a site with a session for each kind of reader that a test asks for. */
export async function pagesForTests(
  options: Parameters<typeof siteForTests>[0] = {},
): Promise<Pages> {
  const site = await siteForTests(options)
  const secrets = new Map<string, string>()

  function secretFor({ role = 'owner', unit, readsNames = true }: Reader): string {
    const kind = [role, readsNames, ...(unit === undefined ? [] : [unit])].join('-')
    const known = secrets.get(kind)
    if (known) return known
    const secret = base64url(new Uint8Array(32).fill(secrets.size + 1))
    const { t } = site
    const { user } = t.does(createUser, {
      login: kind.replaceAll('_', '-'),
      name: `Reader ${kind}`,
      role,
      unit: unit ?? null,
      reads_names: readsNames,
      password: passwordHash,
    }).output
    const held = unit === undefined ? null : unitWithCode({ ...t.book.store, scope: 'all' }, unit)
    const grants = [{ role, unit: held?.id ?? null }]
    const caller: Caller = { actor: `user:${user}`, grants, readsNames }
    t.does(openSession, { hash: hex(sessionHash(secret)) }, caller)
    secrets.set(kind, secret)
    return secret
  }

  async function asked(request: Request): Promise<Shown> {
    const answer = await site.fetch(request)
    const { status, headers } = answer
    return { status, headers, html: await answer.text(), location: headers.get('location') }
  }

  function headersFor(reader: Reader): Headers {
    const cookie = `${sessionCookie}=${secretFor(reader)}; language=${reader.language ?? 'en'}`
    return new Headers({ cookie })
  }

  const at = (path: string) => `http://localhost/b/relief${path}`
  return {
    ...site,
    get: (path, reader = {}) => asked(new Request(at(path), { headers: headersFor(reader) })),
    send: (path, fields, reader = {}) => {
      const headers = headersFor(reader)
      headers.set('origin', 'http://localhost')
      headers.set('content-type', 'application/x-www-form-urlencoded')
      const body = new URLSearchParams(fields).toString()
      return asked(new Request(at(path), { method: 'POST', headers, body }))
    },
    upload: async (path, form, reader = {}) => {
      const headers = headersFor(reader)
      headers.set('origin', 'http://localhost')
      const sent = new Response(form)
      headers.set('content-type', sent.headers.get('content-type')!)
      const body = await sent.arrayBuffer()
      return asked(new Request(at(path), { method: 'POST', headers, body }))
    },
    sendRaw: (path, body, type, reader = {}) => {
      const headers = headersFor(reader)
      headers.set('origin', 'http://localhost')
      headers.set('content-type', type)
      const init = { method: 'POST', headers, body, duplex: 'half' }
      return asked(new Request(at(path), init as RequestInit))
    },
    cookie: (reader = {}) => headersFor(reader).get('cookie')!,
    open: async (path, reader = {}) =>
      site.fetch(new Request(at(path), { headers: headersFor(reader) })),
  }
}

/** The form of a page as its fields with their values, for sending on. */
export function formIn(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'))
  const inputs = [...main.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, unescaped(value!)]))
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return text.replace(/&(#?\w+);/g, (_, name: string) => entities[name]!)
}
