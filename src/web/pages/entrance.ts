/** The ways into a book, and what they look like where there is none: a stranger sees no difference. */
import type { Hono } from 'hono'
import type { Book } from '../../book/book.ts'
import type { Offer } from '../offer.ts'
import type { FoundingOffer } from '../start-offer.ts'
import { mountAct, toSignIn } from './frame.tsx'
import { mountPreferences } from './preferences.ts'
import { pageUnknown } from './refusals.ts'
import { sameOrigin } from './same-origin.ts'
import { mountPassword, mountSignIn } from './sign-in.tsx'
import { guardOf } from './sign-in-guard.ts'
import { mountStart } from './start.tsx'
import { mountStartOwner } from './start-owner.tsx'
import type { Desk, Visit } from './visit.ts'
import type { Porch } from './visitor.tsx'

/** Mounts signing in and out, start links and invitations, and a password of one's own. */
export function mountEntrance(app: Hono, book: Book, offer: Offer): void {
  const { log, now, submit } = offer
  const porch: Porch = { log, now, random: book.surroundings.random }
  const door = { book, submit }
  const guard = guardOf(porch, door)
  mountSignIn(app, porch, guard, door)
  mountStartOwner(app, porch, door, offer.start)
  mountPassword(app, { book, offer }, guard)
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
  for (const path of ['', anyPage]) mountAct(app, desk, 'post', path, nowhere)
}

/** Mounts the same where there is no book, with the page that makes one where the host offers that. */
export function mountStrangersEntrance(
  app: Hono,
  porch: Porch,
  founding: FoundingOffer | undefined,
): void {
  app.use('/b/:book/*', sameOrigin)
  mountPreferences(app)
  mountSignIn(app, porch, guardOf(porch))
  mountStart(app, porch, founding)
  for (const path of ['/b/:book', `/b/:book${anyPage}`]) app.on(['GET', 'POST'], path, toSignIn)
}
