/** Signing in with a passkey, and the passkeys of a reader among their settings. */
import type { Context, Hono } from 'hono'
import { PasskeysPage } from '../../../templates/pages/passkeys.tsx'
import { type Challenges, challengeCookie, openChallenges } from '../../access/challenges.ts'
import { askForPasskey, askForSignIn, madePasskey } from '../../access/passkey-answers.ts'
import { passkeyQuestionOver } from '../../access/passkey-refusals.ts'
import * as passkeys from '../../access/passkeys.ts'
import { isFresh } from '../../access/session-proofs.ts'
import { base64url } from '../../kit/bytes.ts'
import type { UserId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { refusalOf } from '../problem.ts'
import { deleteCookie, getCookie } from './cookies.ts'
import { doneOn } from './done.ts'
import { readForm, readFormOf } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { provingFirst } from './fresh.ts'
import { passkeySite, passkeysHere } from './origin.ts'
import { passkeyShown, put } from './passkey-shown.ts'
import { inOne, told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import { asking, pathWithin } from './sign-in.tsx'
import type { Desk, Visit } from './visit.ts'
import {
  cookieAttributes,
  type Door,
  enter,
  freshKey,
  logged,
  newSession,
  type Porch,
} from './visitor.tsx'

const signInPath = '/b/:book/sign-in/passkey'

/** What signing in by passkey works with. */
interface Gate {
  readonly porch: Porch
  /** None where there is no book: a stranger sees no difference. */
  readonly door: Door | undefined
  /** The origin that the host was told. */
  readonly origin: string | undefined
  readonly challenges: Challenges
}

/** Mounts signing in with a passkey, where there is a book and where there is none. */
export function mountPasskeySignIn(
  app: Hono,
  porch: Porch,
  { door, origin }: { readonly door?: Door; readonly origin?: string | undefined },
): void {
  const now = door?.book.surroundings.now ?? porch.now
  const gate: Gate = { porch, door, origin, challenges: openChallenges(now, porch.random) }
  app.post(
    `${signInPath}/question`,
    sameOrigin,
    logged(porch, '/sign-in/passkey/question', (c) => questionFor(c, gate)),
  )
  app.post(
    signInPath,
    sameOrigin,
    logged(porch, '/sign-in/passkey', (c) => signingIn(c, gate)),
  )
}

const signInPurpose = (c: Context) => `sign in to ${c.req.param('book')}`

async function questionFor(c: Context, { challenges, origin }: Gate): Promise<Response> {
  const site = passkeySite(c, origin)
  const { cookie, bytes } = challenges.make(signInPurpose(c))
  return put(c, await askForSignIn(site, bytes), cookie)
}

async function signingIn(c: Context, gate: Gate): Promise<Response> {
  const { credential = '', next = '' } = await readForm(c.req.raw)
  try {
    return await signedIn(c, gate, { credential, next })
  } catch (error) {
    const refusal = refusalOf(error, gate.porch.log, gate.porch.random)
    return asking(c, { refusal, next })
  }
}

interface Sent {
  readonly credential: string
  readonly next: string
}

async function signedIn(c: Context, gate: Gate, { credential, next }: Sent): Promise<Response> {
  const purpose = signInPurpose(c)
  const { door, caller, shown } = await passkeyShown(c, { ...gate, purpose, credential })
  const made = newSession(c, door, caller)
  const input = { ...shown, ...made.input }
  const key = freshKey(door.book.surroundings.random)
  const { output } = await door.submit({ command: passkeys.signIn, input, key, caller })
  const code = c.req.param('book')!
  deleteCookie(c, challengeCookie, cookieAttributes(c, code))
  return enter(c, { door, code, made, output }, redirect(pathWithin(code, next)))
}

const place = '/settings/passkeys'

/** Mounts the page of a reader's own passkeys. */
export function mountPasskeys(app: Hono, desk: Desk): void {
  const { now, random } = desk.book.surroundings
  const challenges = openChallenges(now, random)
  mountAct(app, desk, 'get', place, (visit) => page(visit))
  mountAct(app, desk, 'post', `${place}/question`, (visit) => questionOf(visit, challenges))
  mountAct(app, desk, 'post', place, async (visit) => {
    const sent = await readFormOf(visit)
    return provingFirst(visit, place) ?? adding(visit, challenges, sent)
  })
  mountAct(app, desk, 'post', `${place}/:passkey{[0-9]+}/removal`, async (visit) => {
    const { key = '' } = await readFormOf(visit)
    return provingFirst(visit, place) ?? removing(visit, key)
  })
}

const addPurpose = ({ session }: Visit) => `new passkey in session ${session}`

interface State {
  readonly label?: string
  readonly problem?: { readonly field?: string; readonly message: string }
  readonly status?: number
}

function page(visit: Visit, { label = '', problem, status }: State = {}): Answer {
  const { t, language, desk, organisation, href, user, session, c } = visit
  const { store, surroundings } = desk.book
  const instant = (at: number) => new Date(at).toISOString()
  const key = () => freshKey(surroundings.random)
  const here = passkeysHere(c, desk.offer.origin)
  const body = PasskeysPage({
    t,
    language,
    timeZone: organisation.time_zone,
    done: doneOn(visit, { added: t.passkeys.added, removed: t.passkeys.removed }),
    problems: problem ? [problem] : [],
    passkeys: passkeys.passkeysOf(store, user.id as UserId).map((own) => ({
      label: own.label,
      made: instant(own.made_at),
      used: own.used_at === null ? null : instant(own.used_at),
      synced: own.synced,
      elsewhere: 'rpId' in here && here.rpId === own.rp_id ? null : own.rp_id,
      remove: { action: href(`${place}/${own.passkey}/removal`), key: key() },
    })),
    add: { action: href(place), question: href(`${place}/question`), key: key(), label },
    notHere: here instanceof Refusal ? inOne(told(here, t)) : null,
    prove: isFresh(store, session, surroundings.now())
      ? null
      : href(`/settings/sign-in/again?next=${encodeURIComponent(href(place))}`),
  })
  const shown = { title: t.passkeys.title, body, place: 'settings', scripts: 'passkeys' } as const
  return { ...shown, status: status ?? 200 }
}

async function questionOf(visit: Visit, challenges: Challenges): Promise<Answer> {
  const { c, desk, user, organisation } = visit
  const first = provingFirst(visit, place)
  if (first) return first
  const { store } = desk.book
  const { cookie, bytes, companion } = challenges.make(addPurpose(visit))
  const question = await askForPasskey(passkeySite(c, desk.offer.origin), bytes, {
    organisation: organisation.name,
    login: user.login,
    name: user.name,
    handle: passkeys.userHandle(store, user.id as UserId) ?? companion,
    has: passkeys.passkeysOf(store, user.id as UserId).map(({ credential }) => credential),
  })
  return put(c, question, cookie)
}

type Fields = Readonly<Record<string, string>>

async function adding(visit: Visit, challenges: Challenges, sent: Fields): Promise<Answer> {
  const { c, desk, user, caller, t } = visit
  const { store, surroundings } = desk.book
  const label = (sent.label ?? '').trim()
  if (label === '') {
    return page(visit, { problem: { field: 'label', message: t.passkeys.unnamed }, status: 422 })
  }
  try {
    const challenge = challenges.take(addPurpose(visit), getCookie(c, challengeCookie))
    if (!challenge) throw passkeyQuestionOver({})
    const site = passkeySite(c, desk.offer.origin)
    const made = await madePasskey(site, challenge.bytes, sent.credential ?? '')
    const handle = passkeys.userHandle(store, user.id as UserId) ?? challenge.companion
    const input = {
      rp_id: site.rpId,
      credential: base64url(made.credential),
      public_key: base64url(made.publicKey),
      counter: made.counter,
      synced: made.synced,
      handle: base64url(handle),
      label,
    }
    const key = sent.key || freshKey(surroundings.random)
    await desk.offer.submit({ command: passkeys.add, input, key, caller })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = inOne(told(error, t))
    return page(visit, { label, problem: { message }, status: error.status })
  }
  return redirect(visit.href(`${place}?done=added`))
}

async function removing(visit: Visit, sentKey: string): Promise<Answer> {
  const { c, desk, caller } = visit
  const key = sentKey || freshKey(desk.book.surroundings.random)
  const input = { passkey: Number(c.req.param('passkey')) }
  await desk.offer.submit({ command: passkeys.remove, input, key, caller })
  return redirect(visit.href(`${place}?done=removed`))
}
