/** A visitor at a page before anybody has signed in: the page for signing in, the first start. */
import type { Context, Handler } from 'hono'
import type { Child } from 'hono/jsx'
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { Shell } from '../../../templates/parts/shell.tsx'
import { browserOf } from '../../access/browsers.ts'
import { deviceCookie, deviceHash, deviceMs, deviceOf, deviceSecret } from '../../access/devices.ts'
import {
  begin as beginHalf,
  halfSignInCookie,
  halfSignInHash,
  halfSignInMs,
  halfSignInSecret,
} from '../../access/half-sign-ins.ts'
import {
  open as openSession,
  sessionCookie,
  sessionHash,
  sessionSecret,
} from '../../access/sessions.ts'
import { forgetTurn } from '../../access/turn.ts'
import { userOfCaller } from '../../access/users.ts'
import { wantedOf } from '../../access/wanted-factor.ts'
import type { Book } from '../../book/book.ts'
import type { Caller, Surroundings } from '../../book/registry.ts'
import { base64url } from '../../kit/bytes.ts'
import { hex } from '../../kit/digest.ts'
import { bookPathOf } from '../base.ts'
import type { Offer } from '../offer.ts'
import { refusalOf } from '../problem.ts'
import { cameByHttps } from '../secure-headers.ts'
import { assetsOf, type MoreScripts } from './assets.ts'
import { deleteCookie, getCookie, setCookie } from './cookies.ts'
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
  readonly scripts?: MoreScripts
}

/** Makes a page without navigation out of its parts. */
export function visitorResponse({ c, language, t }: Visitor, page: VisitorPage): Response {
  const { pathname, search } = new URL(c.req.url)
  const place = bookPathOf(c)
  const organisation = page.organisation ?? t.shell.product
  const shell = Shell({
    t,
    language,
    theme: themeOf(c),
    title: t.shell.title({ page: page.title, organisation }),
    assets: assetsOf(c, page.scripts),
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

/** The attributes of a session's cookie: for this book alone, and for no script. */
export function cookieAttributes(c: Context, code: string) {
  return {
    path: `/b/${code}`,
    httpOnly: true,
    sameSite: 'Lax',
    secure: cameByHttps(c.req.raw),
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
  /** How they have shown who they are; after a passkey nothing more is asked. */
  readonly way?: 'password' | 'link' | 'passkey' | 'provider'
}

/**
 * Sends on whoever has shown who they are: into the book, or to their second factor. Each step has a secret of its
 * own, made for it, so that none that somebody else may know is ever raised to more.
 */
export async function signIn(c: Context, arrival: Arrival): Promise<Response> {
  const { door, caller, to, way = 'password' } = arrival
  const { book, submit } = door
  const user = userOfCaller(caller)
  const whole = way === 'passkey'
  const wanted = whole ? 'nothing' : wantedOf(book.store, user, book.surroundings.now())
  if (wanted !== 'nothing') return halfSignIn(c, arrival, wanted)
  const made = newSession(c, door, caller)
  const input = { ...made.input, way }
  const key = freshKey(book.surroundings.random)
  const { output } = await submit({ command: openSession, input, key, caller })
  return enter(c, { ...arrival, made, output }, redirect(to))
}

async function halfSignIn(
  c: Context,
  { door, caller, code, to }: Arrival,
  wanted: 'factor' | 'enrolment',
): Promise<Response> {
  const { book, submit } = door
  const { random } = book.surroundings
  const secret = halfSignInSecret(random)
  const input = { hash: hex(halfSignInHash(secret)) }
  await submit({ command: beginHalf, input, key: freshKey(random), caller })
  setCookie(c, halfSignInCookie, secret, {
    ...halfCookieAttributes(c, code),
    maxAge: halfSignInMs / 1_000,
  })
  const page = wanted === 'factor' ? 'code' : 'enrol'
  const next = to === `/b/${code}` ? '' : `?next=${encodeURIComponent(to)}`
  return withCookies(c, redirect(`/b/${code}/sign-in/${page}${next}`))
}

/** The cookie of a half sign-in goes to its own pages alone. */
export function halfCookieAttributes(c: Context, code: string) {
  return { ...cookieAttributes(c, code), path: `/b/${code}/sign-in` }
}

export interface NewSession {
  /** What the command that opens it is given. */
  readonly input: {
    readonly hash: string
    readonly browser: string
    readonly device: string | null
  }
  readonly secret: string
  /** The secret of a browser that is new to its user. */
  readonly device: string | null
}

/** The secrets of a new session; the browser gets one of its own where its user has not signed in in it. */
export function newSession(c: Context, { book }: Door, caller: Caller): NewSession {
  const { now, random } = book.surroundings
  const secret = sessionSecret(random)
  const given = getCookie(c, deviceCookie)
  const known = deviceOf(book.store, given, userOfCaller(caller), now())
  const device = known === undefined ? deviceSecret(random) : null
  return {
    input: {
      hash: hex(sessionHash(secret)),
      browser: browserOf(c.req.header('user-agent')),
      device: device === null ? null : hex(deviceHash(device)),
    },
    secret,
    device,
  }
}

interface Entered {
  readonly door: Door
  readonly code: string
  readonly made: NewSession
  /** Of the command that opened the session. */
  readonly output: unknown
}

/** Gives the browser its new session, and takes the half sign-in from it. */
export function enter(c: Context, entered: Entered, answer: Response): Response {
  const { door, code, made, output } = entered
  const { book } = door
  const { expires_at } = output as { expires_at: number }
  forgetTurn(book.store)
  const attributes = cookieAttributes(c, code)
  const maxAge = Math.floor((expires_at - book.surroundings.now()) / 1_000)
  setCookie(c, sessionCookie, made.secret, { ...attributes, maxAge })
  if (made.device !== null) {
    setCookie(c, deviceCookie, made.device, { ...attributes, maxAge: deviceMs / 1_000 })
  }
  if (getCookie(c, halfSignInCookie) !== undefined) {
    deleteCookie(c, halfSignInCookie, halfCookieAttributes(c, code))
  }
  return withCookies(c, answer)
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
