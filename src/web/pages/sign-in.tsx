/** Signing in and out, and a password of one's own. */
import type { Context, Hono } from 'hono'
import { PasswordPage } from '../../../templates/pages/password.tsx'
import { SignInPage } from '../../../templates/pages/sign-in.tsx'
import { deviceCookie } from '../../access/devices.ts'
import { hashPassword, isPassword, requireGoodPassword } from '../../access/passwords.ts'
import { callerOfSession, end, sessionCookie } from '../../access/sessions.ts'
import { signedInBy } from '../../access/sign-in.ts'
import type { Throttle } from '../../access/throttle.ts'
import { forgetTurn } from '../../access/turn.ts'
import { changePassword, passwordHashOf } from '../../access/users.ts'
import type { UserId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Reader } from '../../store/store.ts'
import { bookPathOf } from '../base.ts'
import { refusalOf } from '../problem.ts'
import { deleteCookie, getCookie } from './cookies.ts'
import { readForm, readFormOf } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import type { DoorGuard } from './sign-in-guard.ts'
import type { Desk, Visit } from './visit.ts'
import {
  cookieAttributes,
  type Door,
  freshKey,
  logged,
  type Porch,
  signIn,
  visitorOf,
  visitorResponse,
  withCookies,
} from './visitor.tsx'
import { waysInOf } from './ways-in.ts'

const signInPath = '/b/:book/sign-in'

/** Mounts signing in where there is a book, and where there is none: a stranger sees no difference. */
export function mountSignIn(app: Hono, porch: Porch, guard: DoorGuard, door?: Door): void {
  app.get(signInPath, (c) => asking(c))
  app.post(
    signInPath,
    sameOrigin,
    logged(porch, '/sign-in', (c) => signingIn(c, porch, guard, door)),
  )
  app.post(
    '/b/:book/sign-out',
    sameOrigin,
    logged(porch, '/sign-out', (c) => signingOut(c, door)),
  )
}

interface SignInState {
  readonly login?: string
  readonly refusal?: Refusal
  readonly next?: string
}

/** The page for signing in, with what was typed and what was wrong with it. */
export function asking(
  c: Context,
  { login = '', refusal, next = c.req.query('next') ?? '' }: SignInState = {},
): Response {
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const ways = waysInOf(c, next)
  const body = SignInPage({
    t,
    language,
    action: `${bookPathOf(c)}/sign-in`,
    login,
    next,
    told: refusal ? told(refusal, t) : null,
    ways,
  })
  const scripts = ways.passkey ? ({ scripts: 'passkeys' } as const) : {}
  const status = refusal?.status ?? 200
  return visitorResponse(visitor, { title: t.access.sign_in, body, status, ...scripts })
}

async function signingIn(
  c: Context,
  porch: Porch,
  guard: DoorGuard,
  door: Door | undefined,
): Promise<Response> {
  const { login = '', password = '', next = '' } = await readForm(c.req.raw)
  const code = c.req.param('book')!
  try {
    const now = door?.book.surroundings.now() ?? porch.now()
    const device = getCookie(c, deviceCookie)
    const caller = await signedInBy(door?.book.store, guard, { login, password, device }, now)
    return await signIn(c, { door: door!, caller, code, to: pathWithin(code, next) })
  } catch (error) {
    const refusal = refusalOf(error, porch.log, porch.random)
    return asking(c, { login, refusal, next })
  }
}

/** The page to go on to after signing in: `next` when it is one of this book's, else the book's first. */
export function pathWithin(code: string, next: string): string {
  const home = `/b/${code}`
  const here = 'http://here.invalid'
  // What a browser would read in another way than this parser is not taken at all.
  if (!/^\/b\/[\x21-\x7e]*$/.test(next) || next.includes('\\') || !URL.canParse(next, here)) {
    return home
  }
  const { origin, pathname, search } = new URL(next, here)
  const within = pathname === home || pathname.startsWith(`${home}/`)
  const entrance = /^\/b\/[^/]+\/(?:sign-in(?:\/.*)?|sign-out|start\/.*)$/.test(pathname)
  return origin === here && within && !entrance ? pathname + search : home
}

async function signingOut(c: Context, door: Door | undefined): Promise<Response> {
  const code = c.req.param('book')!
  const secret = getCookie(c, sessionCookie)
  if (door) {
    const { book, submit } = door
    const signedIn = callerOfSession(book.store, secret, book.surroundings.now())
    if (signedIn) {
      const { session, caller } = signedIn
      const key = freshKey(book.surroundings.random)
      // Signed out in two windows at once, the second finds it done.
      await submit({ command: end, input: { session }, key, caller }).catch(done)
      forgetTurn(book.store)
    }
  }
  deleteCookie(c, sessionCookie, cookieAttributes(c, code))
  return withCookies(c, redirect(`/b/${code}/sign-in`))
}

function done(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}

interface PasswordProblem {
  readonly field: 'current' | 'password' | 'again'
  readonly message: string
}

/** Mounts the page on which a signed-in reader changes their password. */
export function mountPassword(app: Hono, desk: Desk, { throttle }: DoorGuard): void {
  const path = '/settings/password'
  mountAct(app, desk, 'get', path, (visit) =>
    changing(visit, freshKey(desk.book.surroundings.random), []),
  )
  mountAct(app, desk, 'post', path, async (visit) => {
    const sent = await readFormOf(visit)
    const key = sent.key || freshKey(desk.book.surroundings.random)
    const problems = unfitIn(visit, sent)
    if (problems.length > 0) return changing(visit, key, problems)
    return changed(visit, throttle, key, sent)
  })
}

function changing(visit: Visit, key: string, problems: readonly PasswordProblem[]): Answer {
  const { t, language } = visit
  const body = PasswordPage({
    t,
    language,
    action: visit.href('/settings/password'),
    key,
    login: visit.user.login,
    changed: visit.param('changed') === 'yes',
    problems,
  })
  const status = problems.length > 0 ? 422 : 200
  return { title: t.access.change_password, body, place: 'settings', status }
}

type Sent = Readonly<Record<string, string>>

/** What is wrong with a form before any password is looked at. */
function unfitIn(visit: Visit, { current = '', password = '', again = '' }: Sent) {
  const { t, user } = visit
  const problems: PasswordProblem[] = []
  const wrong = (field: PasswordProblem['field'], message: string) => {
    problems.push({ field, message })
  }
  if (current === '') wrong('current', t.access.password_missing)
  const unfit = refusalIn(() => requireGoodPassword(password, user.login))
  if (password === '') wrong('password', t.access.password_missing)
  else if (unfit) wrong('password', sentenceOf(unfit, t))
  else if (again !== password) wrong('again', t.access.again_differs)
  return problems
}

async function knows(reader: Reader, user: number, password: string): Promise<true | undefined> {
  const right = await isPassword(password, passwordHashOf(reader, user as UserId))
  return right || undefined
}

/** The refusal that a check ends in, if it does. */
export function refusalIn(check: () => void): Refusal | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** A refusal and its way out as one text beside a field. */
export function sentenceOf(refusal: Refusal, t: Visit['t']): string {
  return inOne(told(refusal, t))
}

async function changed(
  visit: Visit,
  throttle: Throttle,
  key: string,
  { current = '', password = '' }: Sent,
): Promise<Answer> {
  const { c, t, caller, desk, user } = visit
  const { book, offer } = desk
  const now = book.surroundings.now()
  const hash = await hashPassword(password, key)
  const end = redirect(visit.href('/settings/password?changed=yes'))
  // The same form again: the password now is the new one already.
  if (passwordHashOf(book.store, user.id as UserId) === hash) return end
  // In the session in which it is typed: who guesses elsewhere locks nobody out here.
  const lane = { name: `session ${visit.session}`, known: true }
  try {
    const right = await throttle.attempt(lane, () => knows(book.store, user.id, current))
    if (!right) return changing(visit, key, [{ field: 'current', message: t.access.current_wrong }])
    const session = callerOfSession(book.store, getCookie(c, sessionCookie), now)?.session ?? null
    const input = { password: hash, session }
    await offer.submit({ command: changePassword, input, key, caller })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return changing(visit, key, [{ field: 'current', message: sentenceOf(error, t) }])
  }
  forgetTurn(book.store)
  return end
}
