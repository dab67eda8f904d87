/** A link into a book that is there: it makes its first owner, or uses an invitation. */

import type { Context, Hono } from 'hono'
import { GonePage, OwnerPage } from '../../../templates/pages/start.tsx'
import {
  accept,
  callerOfInvitation,
  invitationHash,
  invitationWith,
} from '../../access/invitations.ts'
import { hashPassword } from '../../access/passwords.ts'
import { invitationInvalid } from '../../access/refusals.ts'
import type { StartLink } from '../../access/start-link.ts'
import * as users from '../../access/users.ts'
import { findOrganisation } from '../../book/book.ts'
import { type Caller, throughout } from '../../book/registry.ts'
import { hex } from '../../kit/digest.ts'
import { bookPathOf } from '../base.ts'
import { refusalOf } from '../problem.ts'
import { readForm } from './form-body.ts'
import { told } from './refused.ts'
import { rolesTold } from './roles-told.ts'
import { sameOrigin } from './same-origin.ts'
import {
  type FormProblem,
  ownerFields,
  problemAt,
  problemsOfOwner,
  problemsOfPassword,
  type StartValues,
  valuesOf,
} from './start-form.ts'
import {
  type Door,
  freshKey,
  logged,
  type Porch,
  signIn,
  type Visitor,
  visitorOf,
  visitorResponse,
} from './visitor.tsx'
import { waysInOf } from './ways-in.ts'

const path = '/b/:book/start/:secret'

/** Whoever holds the host's link acts as the host. */
const host: Caller = { actor: 'host', grants: throughout('owner'), readsNames: true }

/** What a secret is to a book. */
type Entrance =
  | { readonly by: 'host' }
  | { readonly by: 'invitation'; readonly caller: Caller }
  /** A new password of a user. */
  | { readonly by: 'renewal'; readonly login: string; readonly caller: Caller }

/** Mounts where start links and invitations into a book lead. */
export function mountStartOwner(
  app: Hono,
  porch: Porch,
  door: Door,
  link: StartLink | undefined,
): void {
  app.get(
    path,
    logged(porch, path, (c) => asking(c, porch, door, link)),
  )
  app.post(
    path,
    sameOrigin,
    logged(porch, path, (c) => entering(c, porch, door, link)),
  )
}

/** The key that a form carries; a form without one is of nobody else's making. */
export function keyOf(sent: Readonly<Record<string, string>>, porch: Porch): string {
  return /^[\x21-\x7e]{16,100}$/.test(sent.key ?? '') ? sent.key! : freshKey(porch.random)
}

/** What is told whoever comes with a link that opens nothing; of which kind it was, nobody learns. */
export function gone(visitor: Visitor): Response {
  const { c, t, language } = visitor
  const place = bookPathOf(c)
  const body = GonePage({ t, language, signIn: place && `${place}/sign-in` })
  return visitorResponse(visitor, { title: t.start.gone_title, body, status: 404 })
}

function entranceOf(c: Context, door: Door, link: StartLink | undefined): Entrance | undefined {
  const secret = c.req.param('secret')!
  if (link?.opens(secret)) return { by: 'host' }
  const { store, surroundings } = door.book
  const invitation = invitationWith(store, secret, surroundings.now())
  return invitation && entranceBy(secret, door, invitation)
}

function entranceBy(
  secret: string,
  { book }: Door,
  { user }: { readonly user: users.User['id'] | null },
): Entrance | undefined {
  const caller = callerOfInvitation(book.store, secret)
  if (!caller) return undefined
  if (user === null) return { by: 'invitation', caller }
  return { by: 'renewal', login: users.loginTextOf(book.store, user), caller }
}

interface State {
  readonly entrance: Entrance
  readonly values: StartValues
  readonly key: string
  readonly problems: readonly FormProblem[]
  readonly status?: number
}

function asking(c: Context, porch: Porch, door: Door, link: StartLink | undefined): Response {
  const visitor = visitorOf(c)
  const entrance = entranceOf(c, door, link)
  if (!entrance) return gone(visitor)
  return form(visitor, door, { entrance, values: {}, key: freshKey(porch.random), problems: [] })
}

function form(visitor: Visitor, door: Door, state: State): Response {
  const { c, t, language } = visitor
  const { entrance, values, key, problems, status } = state
  const organisation = findOrganisation(door.book.store)?.name ?? ''
  const words = {
    host: { title: t.start.owner_title, lead: t.start.owner_page_lead({ organisation }) },
    renewal: { title: t.start.renew_title, lead: t.start.renew_lead({ organisation }) },
    invitation: {
      title: t.start.invited_title,
      lead: t.start.invited_lead({
        organisation,
        role: entrance.by === 'invitation' ? rolesTold(t, entrance.caller) : '',
      }),
    },
  }[entrance.by]
  const body = OwnerPage({
    t,
    language,
    action: new URL(c.req.url).pathname,
    key,
    ...words,
    values,
    problems,
    knownLogin: entrance.by === 'renewal' ? entrance.login : null,
    joins: entrance.by === 'invitation' ? waysInOf(c, '').providers : [],
  })
  return visitorResponse(visitor, { title: words.title, body, organisation, status: status ?? 200 })
}

async function entering(
  c: Context,
  porch: Porch,
  door: Door,
  link: StartLink | undefined,
): Promise<Response> {
  const visitor = visitorOf(c)
  const { t } = visitor
  const sent = await readForm(c.req.raw)
  const key = keyOf(sent, porch)
  const secret = c.req.param('secret')!
  const byHost = link?.claim(secret, key) ?? false
  const entrance = byHost ? ({ by: 'host' } as const) : usedOr(c, door, link)
  if (!entrance) return gone(visitor)
  const values = valuesOf(sent, ownerFields)
  const renewal = entrance.by === 'renewal'
  const named = renewal ? { login: entrance.login } : values
  const problems = [
    ...(renewal ? [] : problemsOfOwner(values, t)),
    ...problemsOfPassword(named, sent, t),
  ]
  const again = (found: readonly FormProblem[], status: number) => {
    if (byHost) link?.release(key)
    return form(visitor, door, { entrance, values, key, problems: found, status })
  }
  if (problems.length > 0) return again(problems, 422)
  try {
    const user = await made(door, entrance, { secret, key, values, password: sent.password! })
    const caller = users.callerOfUser(door.book.store, users.userInForce(door.book.store, user))
    const code = c.req.param('book')!
    return await signIn(c, { door, caller, code, to: `/b/${code}`, way: 'link' })
  } catch (error) {
    const refusal = refusalOf(error, porch.log, porch.random)
    if (refusal.code === invitationInvalid.code) return gone(visitor)
    return again([problemAt(refusal, told(refusal, t), t)], refusal.status)
  }
}

/** The entrance of a secret; also of an invitation that was used, since the same form may come again. */
function usedOr(c: Context, door: Door, link: StartLink | undefined): Entrance | undefined {
  const entrance = entranceOf(c, door, link)
  if (entrance && entrance.by !== 'host') return entrance
  const caller = callerOfInvitation(door.book.store, c.req.param('secret')!)
  return caller && { by: 'invitation', caller }
}

interface Given {
  readonly secret: string
  readonly key: string
  readonly values: StartValues
  readonly password: string
}

/**
 * Makes the user, or renews a password, and answers whose. The same form may come again, but for as long as its
 * password is in force: later it would be a way in past the new one. Refuses `invitation.invalid`.
 */
async function made(door: Door, entrance: Entrance, given: Given): Promise<number> {
  const password = await hashPassword(given.password, given.key)
  const user = await userOf(door, entrance, given, password)
  const { store } = door.book
  if (users.passwordHashOf(store, user as users.User['id']) !== password) {
    throw invitationInvalid({})
  }
  return user
}

async function userOf(
  door: Door,
  entrance: Entrance,
  { secret, key, values }: Given,
  password: string,
): Promise<number> {
  const { login = '', owner_name: name = '' } = values
  if (entrance.by === 'host') {
    const input = { login, name, role: 'owner', reads_names: true, password }
    const request = { command: users.create, input, key: `first-owner-${key}`, caller: host }
    return ((await door.submit(request)).output as { user: number }).user
  }
  const hash = hex(invitationHash(secret))
  const input = entrance.by === 'renewal' ? { hash, password } : { hash, login, name, password }
  const request = { command: accept, input, key, caller: entrance.caller }
  return ((await door.submit(request)).output as { user: number }).user
}
