/** The register of interests, and which person of the registers a user is. */
import type { Hono } from 'hono'
import { InterestsPage, type InterestView } from '../../../templates/pages/interests.tsx'
import { userActor } from '../../access/users.ts'
import { declare, end, list, setPerson } from '../../people/interest-commands.ts'
import { interestKinds } from '../../people/interests.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { actorName, actorNames, recordedBy } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of interests. */
export function mountInterests(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/interests', listPage)
  mountForm(app, desk, {
    path: '/interests/new',
    command: declare,
    place: 'settings',
    title: (t) => t.interests.declare,
    lead: (t) => t.interests.declare_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.interests.party,
        newKind: 'person',
        newKinds: [],
      },
      {
        name: 'kind',
        kind: 'radios',
        label: (t) => t.interests.kind,
        options: ({ t }) =>
          interestKinds.map((value) => ({ value, label: t.interests.kinds[value] })),
      },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.interests.note,
        hint: (t) => t.interests.note_hint,
        optional: true,
      },
    ],
    checked: false,
    button: (t) => t.interests.do_declare,
    done: () => '/interests?done=declared',
  })
  mountForm(app, desk, {
    path: '/interests/:interest/end',
    command: end,
    place: 'settings',
    title: (t) => t.interests.end_title,
    lead: (t) => t.interests.end_lead,
    fields: [],
    checked: false,
    button: (t) => t.interests.do_end,
    done: () => '/interests?done=ended',
  })
  mountPersonOfUser(app, desk)
}

function mountPersonOfUser(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/settings/users/:user/person',
    command: setPerson,
    place: 'settings',
    title: (t, visit) => t.interests.person_title({ user: nameOfUser(visit) }),
    lead: (t) => t.interests.person_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        newKind: 'person',
        newKinds: [],
        label: (t) => t.interests.person,
        hint: (t) => t.interests.person_hint,
        optional: true,
      },
    ],
    input: ({ party }) => ({ party: party ?? null }),
    checked: false,
    button: (t) => t.interests.do_person,
    done: () => '/settings?done=person#users',
  })
}

function nameOfUser(visit: Visit): string {
  return actorName(visit, userActor(Number(visit.c.req.param('user'))))
}

function listPage(visit: Visit): Page {
  const { t, language, caller } = visit
  const name = actorNames(visit)
  const interests = visit.ask(list, {}).interests.map((row): InterestView => {
    const own = userActor(row.user) === caller.actor
    return {
      user: name(userActor(row.user)),
      party: { href: visit.href(`/people/${row.party}`), label: row.name },
      kind: t.interests.kinds[row.kind],
      note: row.note,
      declared: recordedBy(visit, row.sequence).when,
      ended: row.ended === null ? null : (recordedBy(visit, row.ended).when ?? t.interests.ended),
      end: own && row.ended === null ? visit.href(`/interests/${row.interest}/end`) : null,
    }
  })
  const done = { declared: t.interests.declared, ended: t.interests.has_ended }
  const body = InterestsPage({
    t,
    language,
    breadcrumbs: [{ href: visit.href('/settings'), label: t.shell.settings }],
    interests,
    declare: visit.href('/interests/new'),
    done: doneOn(visit, done),
  })
  return { title: t.interests.title, body, place: 'settings' }
}
