/** The ways into a book, and what they look like where there is none: a stranger sees no difference. */
import type { Hono } from 'hono'
import type { Book } from '../../book/book.ts'
import type { Offer } from '../offer.ts'
import type { FoundingOffer } from '../start-offer.ts'
import { redirect } from './frame.tsx'
import { mountPreferences } from './preferences.ts'
import { mountPassword, mountSignIn } from './sign-in.tsx'
import { mountStart } from './start.tsx'
import { mountStartOwner } from './start-owner.tsx'
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

/** Every path of a book's pages, and none of its interface. */
const pages = ['/b/:book', '/b/:book/:page{(?!api/).*}'] as const

/** Mounts the same where there is no book, with the page that makes one where the host offers that. */
export function mountStrangersEntrance(
  app: Hono,
  porch: Porch,
  founding: FoundingOffer | undefined,
): void {
  mountPreferences(app)
  mountSignIn(app, porch)
  mountStart(app, porch, founding)
  for (const path of pages) {
    app.get(path, (c) => redirect(signInFor(new URL(c.req.url))))
  }
}

/** The page for signing in to a book, and from there back to the page that was asked for. */
export function signInFor({ pathname, search }: URL): string {
  const place = /^\/b\/[^/]+/.exec(pathname)?.[0] ?? ''
  return `${place}/sign-in?next=${encodeURIComponent(pathname + search)}`
}
