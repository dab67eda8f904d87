/** The ways into a book, and what they look like where there is none: a stranger sees no difference. */
import type { Hono } from 'hono'
import { providersOf } from '../../access/providers.ts'
import type { Book } from '../../book/book.ts'
import { Refusal } from '../../kit/refusal.ts'
import { bookPathOf } from '../base.ts'
import type { Offer } from '../offer.ts'
import type { FoundingOffer } from '../start-offer.ts'
import { gangwayOf, mountProviderSignIn } from './accounts.tsx'
import { mountAgain } from './again.tsx'
import { mountApply } from './apply.tsx'
import { mountAct, toSignIn } from './frame.tsx'
import { passkeysHere } from './origin.ts'
import { mountAccounts } from './own-accounts.tsx'
import { mountPasskeySignIn, mountPasskeys } from './passkeys.tsx'
import { mountPreferences } from './preferences.ts'
import { pageUnknown } from './refusals.ts'
import { mountNoSecondStep, mountSecondStep } from './second-step.tsx'
import { mountPassword, mountSignIn } from './sign-in.tsx'
import { guardOf } from './sign-in-guard.ts'
import { mountSigningIn } from './signing-in.tsx'
import { mountStart } from './start.tsx'
import { mountStartOwner } from './start-owner.tsx'
import { mountTogether } from './together.tsx'
import { mountUserSignIns } from './user-sign-ins.ts'
import type { Desk, Visit } from './visit.ts'
import type { Porch } from './visitor.tsx'
import { type WaysIn, withWaysIn } from './ways-in.ts'

/** Mounts signing in and out, start links and invitations, and what of signing in is one's own. */
export function mountEntrance(app: Hono, desk: Desk): void {
  const { book, offer } = desk
  const { log, now, submit, origin } = offer
  const porch: Porch = { log, now, random: book.surroundings.random }
  const door = { book, submit }
  const guard = guardOf(porch, door)
  const gangway = gangwayOf(porch, desk)
  app.use('/b/:book/sign-in/*', withWaysIn(waysBy(origin, gangway && book)))
  if (gangway) app.use('/b/:book/start/:secret', withWaysIn(joiningBy(book)))
  mountPasskeySignIn(app, porch, { door, origin })
  mountPasskeys(app, desk)
  if (gangway) mountProviderSignIn(app, gangway)
  mountAccounts(app, desk, gangway)
  mountSignIn(app, porch, guard, door)
  mountStartOwner(app, porch, door, offer.start)
  mountApply(app, porch, offer.addressOf, door)
  mountTogether(app, porch, offer.addressOf, door)
  mountSecondStep(app, porch, guard, door)
  mountPassword(app, desk, guard)
  mountAgain(app, desk, guard)
  mountSigningIn(app, desk)
  mountUserSignIns(app, desk)
}

/** A passkey wherever browsers keep them; providers where there is a book and its host can ask them. */
function waysBy(origin: string | undefined, book: Book | undefined): WaysIn {
  return (c, next) => {
    const place = bookPathOf(c)
    const action = `${place}/sign-in/passkey`
    const here = !(passkeysHere(c, origin) instanceof Refusal)
    const query = next === '' ? '' : `?next=${encodeURIComponent(next)}`
    return {
      passkey: here ? { action, question: `${action}/question` } : null,
      providers: (book ? providersOf(book.store) : []).map(({ code, label }) => ({
        href: `${place}/sign-in/with/${code}${query}`,
        label,
      })),
    }
  }
}

/** The providers through which an invitation may be used. */
function joiningBy(book: Book): WaysIn {
  return (c) => ({
    passkey: null,
    providers: providersOf(book.store).map(({ code, label }) => ({
      href: `${c.req.path}/with/${code}`,
      label,
    })),
  })
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
  { log, now, origin, addressOf }: Pick<Offer, 'addressOf' | 'log' | 'now' | 'origin'>,
  random: Porch['random'],
  founding: FoundingOffer | undefined,
): void {
  const porch: Porch = { log, now, random }
  mountPreferences(app)
  app.use('/b/:book/sign-in/*', withWaysIn(waysBy(origin, undefined)))
  mountPasskeySignIn(app, porch, { origin })
  mountSignIn(app, porch, guardOf(porch))
  mountNoSecondStep(app)
  mountApply(app, porch, addressOf)
  mountTogether(app, porch, addressOf)
  mountStart(app, porch, founding)
  for (const path of ['/b/:book', `/b/:book${anyPage}`]) app.on(['GET', 'POST'], path, toSignIn)
}
