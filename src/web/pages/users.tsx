/** Users: one with the roles given to them, the forms that give and take roles, and invitations. */
import type { Hono } from 'hono'
import { actorIn } from '../../../templates/messages/audit-words.ts'
import type { PermissionGroupView, PermissionView } from '../../../templates/pages/permissions.tsx'
import { type GrantView, InvitedPage, UserPage } from '../../../templates/pages/user.tsx'
import { Instant } from '../../../templates/parts/time.tsx'
import { end as endGrant, give } from '../../access/grants.ts'
import { invitationHash, invitationSecret, make } from '../../access/invitations.ts'
import { userUnknown } from '../../access/refusals.ts'
import { end as endUser, list, userActor } from '../../access/users.ts'
import { type Role, roles } from '../../book/registry.ts'
import { mayDo } from '../../book/scope.ts'
import { hex } from '../../kit/digest.ts'
import { setPerson } from '../../people/interest-commands.ts'
import { doneOn } from './done.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { originOf } from './origin.ts'
import { hasUnits, unitNames, unitOptions } from './people-tabs.ts'
import { permissionGroups } from './permissions.tsx'
import { grantsTold } from './roles-told.ts'
import { signInActs } from './user-sign-ins.ts'
import type { Desk, Visit } from './visit.ts'

/** How long the link of an invitation may work, in days. */
const lifetimes = ['1', '7', '30'] as const
const dayMs = 86_400_000

/** Whether the reader gives roles in the whole organisation, and not in units of it alone. */
function givesEverywhere({ caller }: Visit): boolean {
  return mayDo(caller, { ...give, reach: 'organisation' })
}

/** A role and where it is held: in one of the units that the reader reaches. */
const grantFields: readonly FieldSpec[] = [
  {
    name: 'role',
    kind: 'radios',
    label: (t) => t.settings.role,
    options: ({ t }) =>
      roles.map((value) => ({
        value,
        label: t.shell.role[value],
        hint: t.users.role_hint[value],
      })),
  },
  {
    name: 'unit',
    kind: 'select',
    label: (t) => t.users.where,
    options: ({ visit, t }) => [{ value: '', label: t.users.everywhere }, ...unitOptions(visit)],
    optional: true,
    when: (visit) => givesEverywhere(visit) && hasUnits(visit),
  },
  {
    name: 'unit',
    kind: 'select',
    label: (t) => t.users.where,
    options: ({ visit }) => unitOptions(visit),
    when: (visit) => !givesEverywhere(visit),
  },
]

/** Mounts the pages of users. */
export function mountUsers(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/settings/users/:user{[0-9]+}', userPage)
  mountGrants(app, desk)
  mountInvitations(app, desk)
  mountForm(app, desk, {
    path: '/settings/users/:user{[0-9]+}/end',
    command: endUser,
    fresh: true,
    place: 'settings',
    title: (t, visit) => t.users.end_title({ name: userAsked(visit).name }),
    lead: (t) => t.users.end_lead,
    fields: [],
    checked: false,
    button: (t) => t.users.do_end,
    done: () => '/settings?done=user_ended#users',
  })
}

function mountGrants(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/settings/users/:user{[0-9]+}/grants/new',
    command: give,
    fresh: true,
    place: 'settings',
    title: (t, visit) => t.users.give_title({ name: userAsked(visit).name }),
    lead: (t) => t.users.give_lead,
    fields: grantFields,
    input: ({ unit, ...read }) => ({ ...read, unit: unit || null }),
    checked: false,
    button: (t) => t.users.do_give,
    done: ({ user }) => `/settings/users/${user}?done=given`,
  })
  mountForm(app, desk, {
    path: '/settings/users/:user{[0-9]+}/grants/:grant{[0-9]+}/end',
    command: endGrant,
    fresh: true,
    place: 'settings',
    title: (t, visit) => {
      const { name, grants } = userAsked(visit)
      const taken = grants.filter(({ grant }) => String(grant) === visit.c.req.param('grant'))
      return t.users.take_title({ name, role: grantsTold(visit, taken) })
    },
    lead: (t) => t.users.take_lead,
    fields: [],
    checked: false,
    button: (t) => t.users.do_take,
    // It may have been the last one that the reader could see.
    done: ({ user }, { visit }) =>
      visit.ask(list, {}).users.some((one) => one.user === user)
        ? `/settings/users/${user}?done=taken`
        : '/settings?done=role_taken#users',
  })
}

function mountInvitations(app: Hono, desk: Desk): void {
  // From the form being answered to its page of answer; the book has only the hash.
  const secrets = new WeakMap<Asked, string>()
  mountForm(app, desk, {
    path: '/settings/users/invite',
    command: make,
    fresh: true,
    place: 'settings',
    title: (t) => t.users.invite,
    lead: (t) => t.users.invite_lead,
    fields: [
      ...grantFields,
      { name: 'reads_names', kind: 'yes', label: (t) => t.users.reads_names },
      {
        name: 'days',
        kind: 'radios',
        label: (t) => t.users.invite_lasts,
        options: ({ t }) =>
          lifetimes.map((days) => ({
            value: days,
            label: t.users.invite_days({ days: Number(days) }),
          })),
      },
    ],
    begin: () => ({ days: '7' }),
    input: ({ days, unit, ...read }, asked) => {
      const { now, random } = desk.book.surroundings
      const secret = invitationSecret(random)
      secrets.set(asked, secret)
      const lasts = Number(lifetimes.find((one) => one === days) ?? 0) * dayMs
      const hash = hex(invitationHash(secret))
      return { ...read, unit: unit || null, hash, expires_at: now() + lasts }
    },
    checked: false,
    button: (t) => t.users.do_invite,
    done: (_, asked) => invited(asked, secrets.get(asked)!),
  })
}

function invited({ visit, values }: Asked, secret: string): Page {
  const { t, language, organisation, desk } = visit
  const { now } = desk.book.surroundings
  const until = new Date(now() + Number(values.days) * dayMs).toISOString()
  const origin = originOf(visit.c, desk.offer.origin)
  const role = roles.find((one) => one === values.role)!
  const body = InvitedPage({
    t,
    language,
    link: origin + visit.href(`/start/${secret}`),
    role: grantsTold(visit, [{ role, unit: values.unit || null }]),
    until: Instant({ language, instant: until, timeZone: organisation.time_zone }),
    settings: visit.href('/settings#users'),
  })
  return { title: t.users.invited, body, place: 'settings' }
}

/** The user whom the address names. Refuses `user.unknown`. */
function userAsked(visit: Visit) {
  const user = Number(visit.c.req.param('user'))
  const found = visit.ask(list, {}).users.find((one) => one.user === user)
  if (!found) throw userUnknown({ user })
  return { ...found, name: found.name ?? actorIn(visit.t, userActor(user)) }
}

function userPage(visit: Visit): Page {
  const { t, language, href } = visit
  const user = userAsked(visit)
  const at = (path: string) => href(`/settings/users/${user.user}${path}`)
  const acts = !user.ended && visit.may(give)
  const body = UserPage({
    t,
    language,
    name: user.name,
    breadcrumbs: [
      { href: href('/settings'), label: t.shell.settings },
      { href: href('/settings#users'), label: t.settings.users },
    ],
    done: doneOn(visit, { given: t.users.given, taken: t.users.taken }),
    ended: user.ended,
    facts: [
      ...(user.login === null ? [] : [{ term: t.settings.login, detail: user.login }]),
      {
        term: t.settings.names,
        detail: user.reads_names ? t.settings.names_read : t.settings.names_masked,
      },
      ...(visit.may(setPerson)
        ? [
            {
              term: t.interests.person,
              detail: <a href={at('/person')}>{t.interests.person_title({ user: user.name })}</a>,
            },
          ]
        : []),
    ],
    grants: user.grants.map((grant) => ({
      role: t.shell.role[grant.role],
      where: whereOf(visit, grant.unit),
      take: acts && visit.may(endGrant) ? at(`/grants/${grant.grant}/end`) : null,
    })),
    give: acts ? at('/grants/new') : null,
    acts: user.ended ? [] : signInActs(visit, user.user),
    end: !user.ended && visit.may(endUser) ? at('/end') : null,
    may: user.ended ? [] : permissionsBy(visit, [...new Set(user.grants.map(({ role }) => role))]),
  })
  return { title: user.name, body, place: 'settings' }
}

/** What somebody may by their roles, first in units; what everybody may for themselves is left out. */
function permissionsBy(visit: Visit, by: readonly Role[]): PermissionGroupView[] {
  const { oneself, in_units } = visit.t.permissions
  const told = ({ term, note: where = term, acts }: PermissionView) => ({
    term: where === in_units ? '' : where,
    acts,
  })
  return permissionGroups(visit, by)
    .filter(({ title }) => title !== oneself)
    .map(({ title, rows }) => ({
      title,
      rows: rows.map(told).sort((one, other) => one.term.length - other.term.length),
    }))
}

function whereOf(visit: Visit, unit: string | null): GrantView['where'] {
  if (unit === null) return { href: null, label: visit.t.users.everywhere }
  return { href: visit.href(`/units/${unit}`), label: unitNames(visit).get(unit) ?? unit }
}
