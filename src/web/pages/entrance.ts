/** The ways into a book, and what they look like where there is none: a stranger sees no difference. */
import type { Context, Hono } from 'hono'
import type { Book } from '../../book/book.ts'
import type { Offer } from '../offer.ts'
import type { FoundingOffer } from '../start-offer.ts'
import { mountAct, redirect } from './frame.tsx'
import { mountPreferences } from './preferences.ts'
import { pageUnknown } from './refusals.ts'
import { sameOrigin } from './same-origin.ts'
import { mountPassword, mountSignIn } from './sign-in.tsx'
import { mountStart } from './start.tsx'
import { mountStartOwner } from './start-owner.tsx'
import { type Desk, placeOf, type Visit } from './visit.ts'
import type { Porch } from './visitor.tsx'

/** Mounts signing in and out, start links and invitations, and a password of one's own. */
export function mountEntrance(app: Hono, book: Book, offer: Offer): void {
  const { log, now, submit } = offer
  const porch: Porch = { log, now, random: book.surroundings.random }
  const door = { book, submit }
  mountSignIn(app, porch, door)
  mountStartOwner(app, porch, door, offer.start)
  mountPassword(app, { book, offer })
}

/** Every path below a book that is none of its interface. */
const anyPage = '/:page{(?!api/).+}'

/**
 * Mounts, after all pages, what is none: its readers are told so, and a stranger is led to signing in as from
 * any other page.
 */
export function mountNowhere(app: Hono, desk: Desk): void {
  const nowhere = ({ c }: Visit): never => {
    throw pageUnknown({ path: c.req.path })
  }
  mountAct(app, desk, 'get', anyPage, nowhere)
  mountAct(app, desk, 'post', anyPage, nowhere)
}

/** Mounts the same where there is no book, with the page that makes one where the host offers that. */
export function mountStrangersEntrance(
  app: Hono,
  porch: Porch,
  founding: FoundingOffer | undefined,
): void {
  mountPreferences(app)
  mountSignIn(app, porch)
  mountStart(app, porch, founding)
  for (const path of ['/b/:book', `/b/:book${anyPage}`]) {
    app.get(path, (c) => redirect(signInFor(c)))
    app.post(path, sameOrigin, (c) => redirect(signInFor(c)))
  }
}

/** The page for signing in to a book, and from there back to the page that was asked for. */
function signInFor(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  const next = c.req.method === 'POST' ? '' : `?next=${encodeURIComponent(pathname + search)}`
  return `${placeOf(c)}/sign-in${next}`
}
