/** Signing in through a provider: the way there, and what comes of it when somebody is back. */

import type { Context, Hono } from 'hono'
import type { KnownBy } from '../../access/id-tokens.ts'
import {
  identityWith,
  link,
  showedTwoFactors,
  signIn as signInByAccount,
  use,
} from '../../access/identities.ts'
import { callerOfInvitation, invitationHash, invitationWith } from '../../access/invitations.ts'
import { join } from '../../access/joining.ts'
import { loginField } from '../../access/logins.ts'
import { type OpenId, openOpenId } from '../../access/openid.ts'
import {
  beginFlow,
  type Flow,
  flowCookie,
  flowMs,
  flowOf,
  nonceHash,
  type Purpose,
} from '../../access/provider-flow.ts'
import { identityNotLinked, providerAnswerRefused } from '../../access/provider-refusals.ts'
import { askedProvider, type Provider, providersOf } from '../../access/providers.ts'
import { invitationInvalid, sessionUnknown } from '../../access/refusals.ts'
import { callerOfUser, userInForce } from '../../access/users.ts'
import { wantedOf } from '../../access/wanted-factor.ts'
import { hex } from '../../kit/digest.ts'
import { bookPathOf } from '../base.ts'
import { refusalOf } from '../problem.ts'
import { deleteCookie, getCookie, setCookie } from './cookies.ts'
import { redirect, toSignIn } from './frame.tsx'
import { originOf } from './origin.ts'
import { asking, pathWithin } from './sign-in.tsx'
import { type Desk, visitOf } from './visit.ts'
import {
  cookieAttributes,
  enter,
  freshKey,
  logged,
  newSession,
  type Porch,
  signIn,
  withCookies,
} from './visitor.tsx'

/** What going to providers works with. */
export interface Gangway {
  readonly porch: Porch
  readonly desk: Desk
  readonly openId: OpenId
}

/** The way to providers; undefined where the host has none to other servers. */
export function gangwayOf(porch: Porch, desk: Desk): Gangway | undefined {
  const { outward } = desk.offer
  return outward && { porch, desk, openId: openOpenId(outward, desk.book.surroundings.now) }
}

/** Mounts going to a provider for signing in or for joining, and coming back from it for whatever purpose. */
export function mountProviderSignIn(app: Hono, gangway: Gangway): void {
  const { porch } = gangway
  app.get(
    '/b/:book/sign-in/with/:provider',
    logged(porch, '/sign-in/with/:provider', (c) =>
      going(c, gangway, { to: 'sign_in', next: c.req.query('next')?.slice(0, 1_000) ?? '' }),
    ),
  )
  app.get(
    '/b/:book/start/:secret/with/:provider',
    logged(porch, '/start/:secret/with/:provider', (c) =>
      going(c, gangway, { to: 'join', invitation: c.req.param('secret')!.slice(0, 100) }),
    ),
  )
  app.get(
    '/b/:book/sign-in/back/:provider',
    logged(porch, '/sign-in/back/:provider', (c) => comingBack(c, gangway)),
  )
}

/** The address that a provider leads back to. */
export function returnAddress(
  c: Context,
  { offer }: Desk,
  provider: Pick<Provider, 'code'>,
): string {
  const book = bookPathOf(c)
  return `${originOf(c, offer.origin)}${book}/sign-in/back/${provider.code}`
}

function providerIn(c: Context, { desk }: Gangway): Provider | undefined {
  const code = c.req.param('provider')
  return providersOf(desk.book.store).find((provider) => provider.code === code)
}

/** Sends a browser to a provider; a stranger who names none is led to signing in, as from any other page. */
async function going(c: Context, gangway: Gangway, purpose: Purpose): Promise<Response> {
  const provider = providerIn(c, gangway)
  if (!provider) return toSignIn(c)
  try {
    return await sent(c, gangway, provider, purpose)
  } catch (error) {
    const refusal = refusalOf(error, gangway.porch.log, gangway.porch.random)
    return asking(c, { refusal, next: purpose.to === 'sign_in' ? purpose.next : '' })
  }
}

/** Begins a flow in this browser. Refuses `identity_provider.*`. */
export async function sent(
  c: Context,
  { desk, openId }: Gangway,
  provider: Provider,
  purpose: Purpose,
): Promise<Response> {
  const { store, surroundings } = desk.book
  const { random, masterKeys } = surroundings
  const flow = beginFlow({ now: surroundings.now(), random }, provider.provider, purpose)
  const asked = askedProvider({ ...store, masterKeys }, provider)
  const back = returnAddress(c, desk, provider)
  const where = await openId.whereTo(asked, flow, back, purpose.to === 'join')
  setCookie(c, flowCookie, flow.cookie, {
    ...cookieAttributes(c, c.req.param('book')!),
    maxAge: flowMs / 1_000,
  })
  return withCookies(c, redirect(where))
}

async function comingBack(c: Context, gangway: Gangway): Promise<Response> {
  const provider = providerIn(c, gangway)
  if (!provider) return toSignIn(c)
  const { porch, desk } = gangway
  const flow = flowOf(getCookie(c, flowCookie), desk.book.surroundings.now())
  deleteCookie(c, flowCookie, cookieAttributes(c, c.req.param('book')!))
  const next = flow?.purpose.to === 'sign_in' ? flow.purpose.next : ''
  try {
    if (flow?.provider !== provider.provider) {
      throw providerAnswerRefused({ provider: provider.label, fault: 'state' })
    }
    const known = await whoCame(c, gangway, provider, flow)
    return await entered(c, gangway, { provider, flow, known })
  } catch (error) {
    const refusal = refusalOf(error, porch.log, porch.random)
    return withCookies(c, asking(c, { refusal, next }))
  }
}

function whoCame(
  c: Context,
  { desk, openId }: Gangway,
  provider: Provider,
  flow: Flow,
): Promise<KnownBy> {
  const { store, surroundings } = desk.book
  const asked = askedProvider({ ...store, masterKeys: surroundings.masterKeys }, provider)
  return openId.whoCame(asked, flow, new URL(c.req.url), returnAddress(c, desk, provider))
}

interface Return {
  readonly provider: Provider
  readonly flow: Flow
  readonly known: KnownBy
}

function entered(c: Context, gangway: Gangway, back: Return): Promise<Response> {
  const { purpose } = back.flow
  if (purpose.to === 'link') return linked(c, gangway, back, purpose.session)
  if (purpose.to === 'join') return joined(c, gangway, back, purpose.invitation)
  return signedIn(c, gangway, back, purpose.next)
}

async function signedIn(
  c: Context,
  { desk }: Gangway,
  { provider, flow, known }: Return,
  next: string,
): Promise<Response> {
  const { book, offer } = desk
  const { store, surroundings } = book
  const found = identityWith(store, known)
  if (!found) throw identityNotLinked({ provider: provider.label })
  const caller = callerOfUser(store, userInForce(store, found.user))
  const code = c.req.param('book')!
  const door = { book, submit: offer.submit }
  const { acr, amr } = known
  const used = { identity: found.identity, nonce_hash: hex(nonceHash(flow.nonce)), acr, amr }
  const key = freshKey(surroundings.random)
  const to = pathWithin(code, next)
  const wanted = wantedOf(store, found.user, surroundings.now())
  if (wanted !== 'nothing' && !showedTwoFactors(known)) {
    await door.submit({ command: use, input: used, key, caller })
    return signIn(c, { door, caller, code, to, way: 'provider' })
  }
  const made = newSession(c, door, caller)
  const input = { ...used, ...made.input }
  const { output } = await door.submit({ command: signInByAccount, input, key, caller })
  return enter(c, { door, code, made, output }, redirect(to))
}

/** For whoever is signed in still, in the session in which it was begun. */
async function linked(
  c: Context,
  { desk }: Gangway,
  { known }: Return,
  session: number,
): Promise<Response> {
  const visit = visitOf(c, desk)
  if (visit?.session !== session) throw sessionUnknown({ session })
  const { issuer, subject } = known
  const key = freshKey(desk.book.surroundings.random)
  const { caller } = visit
  await desk.offer.submit({ command: link, input: { issuer, subject }, key, caller })
  return withCookies(c, redirect(visit.href('/settings/accounts?done=linked')))
}

async function joined(
  c: Context,
  gangway: Gangway,
  back: Return,
  secret: string,
): Promise<Response> {
  const { book, offer } = gangway.desk
  const { provider, known } = back
  const { now, random } = book.surroundings
  const invitation = invitationWith(book.store, secret, now())
  const caller = callerOfInvitation(book.store, secret)
  if (!invitation || !caller) throw invitationInvalid({})
  const given = [known.login, known.login?.split('@')[0], provider.code]
  const logins = given.filter((login) => login && loginField.safeParse(login).success)
  const { issuer, subject } = known
  const name = known.name ?? known.login ?? provider.label
  const input = { hash: hex(invitationHash(secret)), issuer, subject, logins, name }
  await offer.submit({ command: join, input, key: freshKey(random), caller })
  return signedIn(c, gangway, back, '')
}
