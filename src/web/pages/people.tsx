/** Pages of persons and bodies: the list, and the form that adds one. */
import type { Hono } from 'hono'
import { AlreadyThere } from '../../../templates/pages/duplicates.tsx'
import { PeoplePage } from '../../../templates/pages/people.tsx'
import { register } from '../../people/commands.ts'
import { possibleDuplicates } from '../../people/duplicate-commands.ts'
import { partyKinds } from '../../people/parties.ts'
import { list } from '../../people/queries.ts'
import { partyRoles } from '../../people/roles.ts'
import { nameKey } from '../../people/words.ts'
import { beginPeopleCheck } from '../../tasks/commands.ts'
import { toWhomItIs } from './duplicates.tsx'
import type { Asked } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { hasUnits, peopleTabs, placeOptions, unitNames, unitOptions } from './people-tabs.ts'
import { personPage } from './person.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of people. */
export function mountPeople(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/people', listPage)
  mountForm(app, desk, {
    path: '/people/new',
    command: register,
    place: 'people',
    title: (t) => t.people.register,
    lead: (t) => t.people.register_lead,
    fields: [
      {
        name: 'kind',
        kind: 'radios',
        label: (t) => t.people.kind,
        options: ({ t }) =>
          partyKinds.map((value) => ({ value, label: t.words.party_kind[value] })),
      },
      {
        name: 'name',
        kind: 'text',
        label: (t) => t.people.name,
        hint: (t) => t.people.name_hint,
      },
      {
        name: 'unit',
        kind: 'select',
        optional: true,
        label: (t) => t.people.unit,
        hint: (t) => t.people.unit_choose,
        options: ({ visit }) => placeOptions(visit, register),
        when: hasUnits,
      },
    ],
    begin: () => ({ kind: 'person' }),
    button: (t) => t.people.do_register,
    // No money moves, and what is added stands in nobody's way; unless somebody of that name is there.
    checked: (asked) => namesakesOf(asked).length > 0,
    beside: (asked, on) => (on === 'answers' ? alreadyThere(asked) : null),
    done: ({ party }) => `/people/${party}?done=register`,
  })
  mountPage(
    app,
    desk,
    '/people/:party{P-[0-9]+}',
    (visit) => toWhomItIs(visit) ?? personPage(visit),
  )
}

/** As many of one name as are told. */
const mostNamesakes = 10

/** Who of the same kind stands in the book under the name that was typed, in any form of its characters. */
function namesakesOf({ visit, values }: Asked) {
  const { name = '', kind } = values
  if (name.trim() === '' || name.length > 100) return []
  const among = partyKinds.find((one) => one === kind)
  const { parties } = visit.ask(list, {
    q: name.trim(),
    limit: mostNamesakes,
    ...(among === undefined ? {} : { kind: among }),
  })
  return parties.filter((party) => nameKey(party.name) === nameKey(name))
}

/** That there is somebody of this name already, before another is added. */
function alreadyThere(asked: Asked) {
  const { visit, t } = asked
  const people = namesakesOf(asked).map(({ party, name }) => ({
    href: visit.href(`/people/${party}`),
    label: `${name} · ${party}`,
  }))
  return AlreadyThere({ t, language: visit.language, people })
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['q', 'kind', 'role', 'unit', 'order'])
  const rows = found.found?.parties ?? []
  const names = unitNames(visit)
  const ascending = found.values.order !== 'descending'
  const body = PeoplePage({
    t,
    language,
    list: listView(
      found,
      rows.map(({ party, name, kind, unit }) => ({
        href: visit.href(`/people/${party}`),
        party,
        name,
        kind: t.words.party_kind[kind],
        unit: unit === null ? null : (names.get(unit) ?? unit),
      })),
    ),
    sort: {
      href: found.href({ order: ascending ? 'descending' : null }),
      now: ascending ? 'ascending' : 'descending',
    },
    kinds: partyKinds.map((value) => ({ value, label: t.words.party_kind[value] })),
    roles: partyRoles.map((value) => ({ value, label: t.words.party_role[value] })),
    units: unitOptions(visit),
    tabs: peopleTabs(visit, 'people'),
    masked: !visit.caller.readsNames,
    register: visit.may(register) ? visit.href('/people/new') : null,
    links: [
      { asks: possibleDuplicates, path: '/people/duplicates', label: t.duplicates.title },
      { asks: beginPeopleCheck, path: '/imports/people', label: t.peopleImport.title },
    ]
      .filter(({ asks }) => visit.may(asks))
      .map(({ path, label }) => ({ href: visit.href(path), label })),
  })
  return { title: t.people.title, body, place: 'people' }
}
