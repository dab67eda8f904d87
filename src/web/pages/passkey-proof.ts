/** Showing once more who one is, by a passkey in place of the password or a code. */
import type { Hono } from 'hono'
import type { PasskeyFormView } from '../../../templates/pages/passkey-form.tsx'
import { browserOf } from '../../access/browsers.ts'
import { openChallenges } from '../../access/challenges.ts'
import { askForSignIn } from '../../access/passkey-answers.ts'
import { passkeyRefused } from '../../access/passkey-refusals.ts'
import { passkeysOf, prove } from '../../access/passkeys.ts'
import type { UserId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { passkeySite, passkeysHere } from './origin.ts'
import { passkeyShown, put } from './passkey-shown.ts'
import { pathWithin } from './sign-in.tsx'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/settings/sign-in/again/passkey'

/** The form for it; null for who has no passkey for this site. */
export function passkeyProof(visit: Visit): PasskeyFormView | null {
  const { c, desk, user, href } = visit
  const here = passkeysHere(c, desk.offer.origin)
  if (here instanceof Refusal) return null
  const own = passkeysOf(desk.book.store, user.id as UserId)
  const any = own.some(({ rp_id }) => rp_id === here.rpId)
  return any ? { action: href(path), question: href(`${path}/question`) } : null
}

/** Mounts it; `again` is the page that asks, with what was wrong. */
export function mountPasskeyProof(
  app: Hono,
  desk: Desk,
  again: (visit: Visit, next: string, refusal: Refusal) => Answer,
): void {
  const { book, offer } = desk
  const challenges = openChallenges(book.surroundings.now, book.surroundings.random)
  const purposeOf = ({ session }: Visit) => `show again in session ${session}`
  const { origin } = offer

  async function proven(visit: Visit, credential: string): Promise<void> {
    const { c, session, caller } = visit
    const door = { book, submit: offer.submit }
    const purpose = purposeOf(visit)
    const shown = await passkeyShown(c, { door, origin, challenges, purpose, credential })
    requireStillSignedIn(visit)
    if (shown.caller.actor !== caller.actor) throw passkeyRefused({})
    const browser = browserOf(c.req.header('user-agent'))
    const input = { ...shown.shown, session, browser }
    const key = freshKey(book.surroundings.random)
    await offer.submit({ command: prove, input, key, caller })
  }

  mountAct(app, desk, 'post', `${path}/question`, async (visit) => {
    const site = passkeySite(visit.c, origin)
    const { cookie, bytes } = challenges.make(purposeOf(visit))
    return put(visit.c, await askForSignIn(site, bytes), cookie)
  })
  mountAct(app, desk, 'post', path, async (visit) => {
    const { credential = '', next = '' } = await readFormOf(visit)
    try {
      await proven(visit, credential)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return again(visit, next, error)
    }
    const code = visit.c.req.param('book')!
    const to = pathWithin(code, next)
    return redirect(to === `/b/${code}` ? visit.href('/settings/sign-in') : to)
  })
}
