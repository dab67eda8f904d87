/** Pages of persons and bodies: the list, one with what they gave and were paid, the form that adds one. */
import type { Hono } from 'hono'
import { PeoplePage, type PersonView } from '../../../templates/pages/people.tsx'
import { type DealingsView, PersonPage } from '../../../templates/pages/person.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { receive } from '../../funds/contributions.ts'
import { dealings } from '../../funds/dealings.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { pay } from '../../funds/payouts.ts'
import { list as listPledges } from '../../funds/pledge-queries.ts'
import { register } from '../../people/commands.ts'
import { partyKinds } from '../../people/parties.ts'
import { list, show } from '../../people/queries.ts'
import { contributionView, pledgeView } from './contribution-views.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { listed, listView } from './listing.ts'
import { payoutView } from './payouts.tsx'
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
    ],
    begin: () => ({ kind: 'person' }),
    button: (t) => t.people.do_register,
    // No money moves, and what is added stands in nobody's way.
    checked: false,
    done: ({ party }) => `/people/${party}?done=register`,
  })
  mountPage(app, desk, '/people/:party{P-[0-9]+}', onePage)
}

type PartyRow = ReturnType<typeof show.run>

function personView({ t, href }: Visit, { party, name, kind }: PartyRow): PersonView {
  return { href: href(`/people/${party}`), party, name, kind: t.words.party_kind[kind] }
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['q', 'kind', 'order'])
  const rows = found.found?.parties ?? []
  const ascending = found.values.order !== 'descending'
  const body = PeoplePage({
    t,
    language,
    list: listView(
      found,
      rows.map((row) => personView(visit, row)),
    ),
    sort: {
      href: found.href({ order: ascending ? 'descending' : null }),
      now: ascending ? 'ascending' : 'descending',
    },
    kinds: partyKinds.map((value) => ({ value, label: t.words.party_kind[value] })),
    masked: !visit.caller.readsNames,
    register: visit.may(register) ? visit.href('/people/new') : null,
  })
  return { title: t.people.title, body, place: 'people' }
}

/** The newest acts of each kind that a person's page shows. */
const newest = 20

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = visit.ask(show, { party: visit.c.req.param('party')! })
  const { party } = row
  const { contributions } = visit.ask(listContributions, { party, limit: newest })
  const { pledges } = visit.ask(listPledges, { party, limit: newest })
  const { payouts } = visit.ask(listPayouts, { party, limit: newest })
  const all = (noun: string) => visit.href(`/${noun}?q=${party}`)
  const body = PersonPage({
    t,
    language,
    person: personView(visit, row),
    breadcrumbs: [{ href: visit.href('/people'), label: t.people.title }],
    done: visit.param('done') === 'register' ? t.people.registered : undefined,
    dealings: dealingsOf(visit, party),
    gave: {
      rows: contributions.map((one) => contributionView(visit, one)),
      all: all('contributions'),
    },
    pledges: { rows: pledges.map((one) => pledgeView(visit, one)), all: all('pledges') },
    received: { rows: payouts.map((one) => payoutView(visit, one)), all: all('payouts') },
    acts: actsWith(visit, row),
  })
  return { title: row.name, body, place: 'people' }
}

function dealingsOf(visit: Visit, party: string): DealingsView[] {
  const { funds } = visit.ask(dealings, { party })
  return funds.map(({ fund, currency, given, helped, paid_for_others }) => {
    const list = (noun: string) => visit.href(`/${noun}?q=${party}&fund=${fund}`)
    return {
      fund: fundLink(visit, fund),
      currency,
      given: { href: list('contributions'), amount: given },
      helped: { href: list('payouts'), amount: helped },
      paid: { href: list('payouts'), amount: paid_for_others },
    }
  })
}

function actsWith(visit: Visit, { party, name }: PartyRow): LinkView[] {
  const { t } = visit
  const who = encodeURIComponent(`${party} · ${name}`)
  const acts = [
    visit.may(receive)
      ? { href: visit.href(`/contributions/new?party=${who}`), label: t.contributions.record }
      : null,
    visit.may(pay)
      ? { href: visit.href(`/payouts/new?payee=${who}`), label: t.payouts.record }
      : null,
  ]
  return acts.filter((act) => act !== null)
}
