/** A reader at a page: who they are, in which language they read, and the book before them. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { type Messages, messages } from '../../../templates/messages/messages.ts'
import { noteSeen } from '../../access/last-seen.ts'
import { sessionUnknown } from '../../access/refusals.ts'
import { callerOfSession, type SignedIn, sessionCookie } from '../../access/sessions.ts'
import { ask, type Book, findOrganisation, type Organisation } from '../../book/book.ts'
import type { Caller, Guarded, Query, Registry } from '../../book/registry.ts'
import { mayDo } from '../../book/scope.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { SessionId } from '../../kit/ids.ts'
import { bookPathOf } from '../base.ts'
import type { Offer } from '../offer.ts'
import { getCookie } from './cookies.ts'
import { erasedTold } from './erased-told.ts'
import { languageOf, type PageLanguage, type Theme, themeOf } from './language.ts'

/** What the pages of a book work with. */
export interface Desk {
  readonly book: Book
  readonly offer: Offer
  /** What the book can do and tell. */
  readonly registry: Registry
}

export interface Visit {
  readonly c: Context
  readonly desk: Desk
  readonly caller: Caller
  readonly session: number
  readonly user: SignedIn['user']
  readonly organisation: Organisation
  readonly language: PageLanguage
  readonly theme: Theme
  readonly t: Messages
  /** The accounting day in the organisation's time zone. */
  readonly today: Day
  /** The address of a place in the book, from its path below the book. */
  href(path: string): string
  ask<I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>): z.output<O>
  /** Whether the reader may do a command or ask a query. */
  may(asked: Pick<Guarded, 'may' | 'reach'>): boolean
  /** A field of the address, empty when it is not given. */
  param(name: string): string
}

/** Who is signed in at the browser that asks. */
function signedInAt(c: Context, { store, surroundings }: Book): SignedIn | undefined {
  return callerOfSession(store, getCookie(c, sessionCookie), surroundings.now())
}

/** Whether the reader has not been signed out, or shut out, since the visit began. */
export function isStillSignedIn({ c, desk, session }: Visit): boolean {
  return signedInAt(c, desk.book)?.session === session
}

/** The same after something was waited for, such as the rest of a form. Refuses `session.unknown`. */
export function requireStillSignedIn(visit: Visit): void {
  if (!isStillSignedIn(visit)) throw sessionUnknown({ session: visit.session })
}

/** The reader of a page, or undefined when nobody is signed in. */
export function visitOf(c: Context, desk: Desk): Visit | undefined {
  const { book } = desk
  const now = book.surroundings.now()
  const signedIn = signedInAt(c, book)
  const organisation = signedIn && findOrganisation(book.store)
  if (!signedIn || !organisation) return undefined
  const { caller, session, user } = signedIn
  noteSeen(book.store, session as SessionId, now)
  const language = languageOf(c)
  const place = bookPathOf(c)
  return {
    c,
    desk,
    caller,
    session,
    user,
    organisation,
    language,
    theme: themeOf(c),
    t: messages[language],
    today: dayAt(now, organisation.time_zone),
    href: (path) => place + path,
    ask: (query, input) =>
      erasedTold(book.store, ask(book, query, input, caller), messages[language].personal.erased),
    may: (asked) => mayDo(caller, asked),
    param: (name) => c.req.query(name) ?? '',
  }
}
