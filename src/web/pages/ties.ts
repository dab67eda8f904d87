/** What people are to one another, as a person's page shows it, and the forms that record it. */
import type { Hono } from 'hono'
import type { RelativeView, TieView } from '../../../templates/pages/person-belonging.tsx'
import { add, end } from '../../people/tie-commands.ts'
import { kin, list } from '../../people/tie-queries.ts'
import { tieRoles } from '../../people/ties.ts'
import { mountForm } from './forms.tsx'
import { aboutParty, partyAbove } from './memberships.ts'
import type { Desk, Visit } from './visit.ts'

/** The ties of a party, those that hold first. */
export function tieViews(visit: Visit, party: string): TieView[] {
  const { t, href } = visit
  const { ties } = visit.ask(list, { party })
  const may = visit.may(end)
  return [...ties]
    .sort((a, b) => Number(a.ended) - Number(b.ended))
    .map(({ tie, role, other, from_on, to_on, ended }) => ({
      role: t.words.tie_role[role],
      other: { href: href(`/people/${other.party}`), label: other.name },
      since: from_on,
      until: to_on,
      over: ended,
      end: may && !ended ? href(`/people/${party}/ties/${tie}/end`) : null,
    }))
}

/** The near relatives of a person today, each with the way to them. */
export function relativeViews(visit: Visit, party: string): RelativeView[] {
  const { t, href } = visit
  const word = (role: (typeof tieRoles)[number]) => t.words.tie_role[role].toLowerCase()
  return visit
    .ask(kin, { party })
    .kin.filter(({ near }) => near)
    .map(({ party: other, name, path }) => ({
      person: { href: href(`/people/${other}`), label: name },
      path: t.ties.path({ steps: path.map(({ role }) => word(role)) }),
    }))
}

/** Mounts the forms of ties. */
export function mountTies(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/people/:party/ties/new',
    command: add,
    place: 'people',
    title: (t) => t.ties.add,
    about: aboutParty,
    fields: [
      {
        name: 'other',
        kind: 'person',
        label: (t) => t.ties.other,
        newKind: 'person',
        newKinds: [],
      },
      {
        name: 'role',
        kind: 'select',
        label: (t) => t.ties.role_ask,
        options: ({ t }) => tieRoles.map((value) => ({ value, label: t.words.tie_role[value] })),
      },
      {
        name: 'from_on',
        kind: 'day',
        optional: true,
        label: (t) => t.ties.since,
        hint: (t) => t.ties.from_hint,
      },
      { name: 'reason', kind: 'long_text', optional: true, label: (t) => t.memberships.reason },
    ],
    button: (t) => t.memberships.do_record,
    checked: false,
    done: (_, { visit }) => `/people/${partyAbove(visit)}?done=tie`,
  })
  mountForm(app, desk, {
    path: '/people/:party/ties/:tie/end',
    command: end,
    place: 'people',
    title: (t) => t.ties.end_title,
    about: aboutParty,
    fields: [
      {
        name: 'cause',
        kind: 'radios',
        label: (t) => t.ties.cause,
        options: ({ t }) => [
          { value: 'over', label: t.ties.cause_over },
          { value: 'mistake', label: t.ties.cause_mistake },
        ],
      },
      { name: 'to_on', kind: 'day', leaveEmpty: true, label: (t) => t.ties.last_day },
      { name: 'reason', kind: 'long_text', optional: true, label: (t) => t.memberships.reason },
    ],
    begin: () => ({ cause: 'over' }),
    button: (t) => t.ties.end,
    checked: false,
    done: (_, { visit }) => `/people/${partyAbove(visit)}?done=tie_end`,
  })
}
