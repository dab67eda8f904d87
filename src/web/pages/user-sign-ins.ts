/** What an owner does about how somebody else signs in: out everywhere at once, a lost second factor reset. */
import type { Hono } from 'hono'
import { actorIn } from '../../../templates/messages/audit-words.ts'
import type { LinkView } from '../../../templates/parts/content.ts'
import { reset } from '../../access/second-factors.ts'
import { endAll } from '../../access/session-list.ts'
import { list, userActor } from '../../access/users.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts both forms; they ask who it is once more. */
export function mountUserSignIns(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/settings/users/:user{[0-9]+}/sign-out',
    command: endAll,
    place: 'settings',
    title: (t, visit) => t.signing_in.user_sign_out_title({ name: nameOf(visit) }),
    lead: (t) => t.signing_in.user_sign_out_lead,
    fields: [],
    checked: false,
    fresh: true,
    button: (t) => t.signing_in.user_sign_out,
    done: () => '/settings?done=user_signed_out#users',
  })
  mountForm(app, desk, {
    path: '/settings/users/:user{[0-9]+}/second-factor',
    command: reset,
    place: 'settings',
    title: (t, visit) => t.signing_in.user_reset_title({ name: nameOf(visit) }),
    lead: (t) => t.signing_in.user_reset_lead,
    fields: [],
    checked: false,
    fresh: true,
    button: (t) => t.signing_in.user_reset,
    done: () => '/settings?done=user_reset#users',
  })
}

/** What an owner may do about how somebody else signs in. */
export function signInActs(visit: Visit, user: number): LinkView[] {
  const { t, href } = visit
  if (user === visit.user.id) return []
  const at = (act: string) => href(`/settings/users/${user}/${act}`)
  const { user_sign_out, user_reset } = t.signing_in
  return [
    ...(visit.may(endAll) ? [{ href: at('sign-out'), label: user_sign_out }] : []),
    ...(visit.may(reset) ? [{ href: at('second-factor'), label: user_reset }] : []),
  ]
}

function nameOf(visit: Visit): string {
  const user = Number(visit.c.req.param('user'))
  const found = visit.ask(list, {}).users.find((one) => one.user === user)
  return found?.name ?? actorIn(visit.t, userActor(user))
}
