/** A visitor at a page before anybody has signed in: the page for signing in, the first start. */
import type { Context, Handler } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { Shell } from '../../../templates/parts/shell.tsx'
import {
  open as openSession,
  sessionCookie,
  sessionHash,
  sessionMs,
  sessionSecret,
} from '../../access/sessions.ts'
import { forgetTurn } from '../../access/turn.ts'
import type { Book } from '../../book/book.ts'
import type { Caller, Surroundings } from '../../book/registry.ts'
import { base64url } from '../../kit/bytes.ts'
import { hex } from '../../kit/digest.ts'
import type { Offer } from '../offer.ts'
import { refusalOf } from '../problem.ts'
import { assetsOf } from './assets.ts'
import { htmlResponse, redirect } from './frame.tsx'
import { languageOf, type PageLanguage, themeOf } from './language.ts'

/** What the pages before signing in work with. */
export interface Porch {
  readonly log: Offer['log']
  /** For durations and the throttle: milliseconds since the epoch. */
  readonly now: () => number
  readonly random: Surroundings['random']
}

export interface Visitor {
  readonly c: Context
  readonly language: PageLanguage
  readonly t: Messages
}

/** Whoever asks for a page, in their language. */
export function visitorOf(c: Context): Visitor {
  const language = languageOf(c)
  return { c, language, t: messages[language] }
}

export interface VisitorPage {
  readonly title: string
  readonly body: Child
  readonly status?: number
  /** Whose book it is, where a link says that much. */
  readonly organisation?: string | undefined
}

/** Makes a page without navigation out of its parts. */
export function visitorResponse({ c, language, t }: Visitor, page: VisitorPage): Response {
  const { pathname, search } = new URL(c.req.url)
  const place = /^\/b\/[^/]+/.exec(pathname)?.[0] ?? ''
  const organisation = page.organisation ?? t.shell.product
  const shell = Shell({
    t,
    language,
    theme: themeOf(c),
    title: t.shell.title({ page: page.title, organisation }),
    assets: assetsOf(c),
    organisation,
    // Where nothing is said of whose book it is, the product's name stands once.
    bookName: page.organisation === undefined ? '' : undefined,
    home: place || '/',
    navigation: [],
    preferences: { action: `${place}/preferences`, back: pathname + search },
    children: page.body,
  })
  return htmlResponse(shell, language, page.status ?? 200)
}

/** Random bytes of a form's key: it is guessed by nobody and made twice by none. */
const keyBytes = 18

/** A key for a form, or for an act that no form names. */
export function freshKey(random: Surroundings['random']): string {
  return base64url(random(keyBytes))
}

/** Whether a request came by https, to this process or to the proxy before it. */
export function cameByHttps(c: Context): boolean {
  const forwarded = c.req.header('x-forwarded-proto')?.split(',')[0]?.trim()
  return forwarded === 'https' || new URL(c.req.url).protocol === 'https:'
}

/** The attributes of a session's cookie: for this book alone, and for no script. */
export function cookieAttributes(c: Context, code: string) {
  return {
    path: `/b/${code}`,
    httpOnly: true,
    sameSite: 'Lax',
    secure: cameByHttps(c),
  } as const
}

/** A book's door, as far as signing in needs it. */
export interface Door {
  readonly book: Book
  readonly submit: Offer['submit']
}

export interface Arrival {
  readonly door: Door
  readonly caller: Caller
  readonly code: string
  /** The path of the page to go on to. */
  readonly to: string
}

/** Opens a session for whoever has shown who they are, and sends them on. */
export async function signIn(c: Context, { door, caller, code, to }: Arrival): Promise<Response> {
  const { book, submit } = door
  const { random } = book.surroundings
  const secret = sessionSecret(random)
  const input = { hash: hex(sessionHash(secret)) }
  await submit({ command: openSession, input, key: freshKey(random), caller })
  forgetTurn(book.store)
  setCookie(c, sessionCookie, secret, {
    ...cookieAttributes(c, code),
    maxAge: Math.floor(sessionMs / 1_000),
  })
  return withCookies(c, redirect(to))
}

/** An answer with the cookies that were set for it. */
export function withCookies(c: Context, answer: Response): Response {
  for (const cookie of c.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

/** One line in the log for each answer, which names no person and no secret. */
export function logged(
  porch: Porch,
  route: string,
  work: (c: Context) => Response | Promise<Response>,
): Handler {
  return async (c) => {
    const started = porch.now()
    const line = (fields: object) => {
      const ms = Math.round((porch.now() - started) * 10) / 10
      porch.log.info({ method: c.req.method, route, ...fields, ms, actor: 'stranger' }, 'page')
    }
    try {
      const answer = await work(c)
      line({ status: answer.status })
      return answer
    } catch (error) {
      const refusal = refusalOf(error, porch.log, porch.random)
      line({ status: refusal.status, code: refusal.code })
      throw refusal
    }
  }
}
