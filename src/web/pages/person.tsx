/** The page of a person or body: where they belong, what they gave and were paid. */

import { type DealingsView, PersonPage } from '../../../templates/pages/person.tsx'
import type { BelongingView } from '../../../templates/pages/person-belonging.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { receive } from '../../funds/contributions.ts'
import { dealings } from '../../funds/dealings.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { list as listPledges } from '../../funds/pledge-queries.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { list as listFiles } from '../../hardship/files/queries.ts'
import { status } from '../../people/commands.ts'
import { show as showFields } from '../../people/data-queries.ts'
import { form as formHousehold } from '../../people/household-commands.ts'
import { show as showHousehold } from '../../people/household-queries.ts'
import { begin, transfer } from '../../people/membership-commands.ts'
import { list as listMemberships } from '../../people/membership-queries.ts'
import { show } from '../../people/queries.ts'
import { add as addTie } from '../../people/tie-commands.ts'
import { askIfMay } from './ask-if.ts'
import { contributionView, pledgeView } from './contribution-views.ts'
import { doneOn } from './done.ts'
import { samenessOf } from './duplicates.tsx'
import type { Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { householdMemberView } from './households.tsx'
import { membershipView } from './memberships.ts'
import { pairingOfParty } from './pairing-part.tsx'
import { payoutView } from './payouts.tsx'
import { hasUnits, unitNames } from './people-tabs.ts'
import { supportOf } from './support.tsx'
import { relativeViews, tieViews } from './ties.ts'
import type { Visit } from './visit.ts'
import { payLink } from './ways-to-pay.ts'

type PartyRow = ReturnType<typeof show.run>

/** The newest acts of each kind that a person's page shows. */
const newest = 20

/** The page of the party that the address names. */
export function personPage(visit: Visit): Page {
  const { t, language } = visit
  const row = visit.ask(show, { party: visit.c.req.param('party')! })
  const { party, name, kind } = row
  const of = { party, limit: newest }
  const gave = askIfMay(visit, listContributions, of)
  const promised = askIfMay(visit, listPledges, of)
  const received = askIfMay(visit, listPayouts, of)
  const all = (noun: string) => visit.href(`/${noun}?q=${party}`)
  const done = {
    register: t.people.registered,
    begin: t.memberships.begun,
    transfer: t.memberships.transferred,
    end: t.memberships.ended,
    status: t.memberships.status_done,
    merge: t.duplicates.merge_done,
    unmerge: t.duplicates.unmerge_done,
    apart: t.duplicates.apart_done,
    tie: t.ties.added,
    tie_end: t.ties.ended,
  }
  const body = PersonPage({
    t,
    language,
    person: {
      href: visit.href(`/people/${party}`),
      party,
      name,
      kind: t.words.party_kind[kind],
      unit: row.unit,
    },
    breadcrumbs: [{ href: visit.href('/people'), label: t.people.title }],
    done: doneOn(visit, done),
    belonging: belongingOf(visit, row),
    dealings: dealingsOf(visit, party),
    gave: gave && {
      rows: gave.contributions.map((one) => contributionView(visit, one)),
      all: all('contributions'),
    },
    pledges: promised && {
      rows: promised.pledges.map((one) => pledgeView(visit, one)),
      all: all('pledges'),
    },
    received: received && {
      rows: received.payouts.map((one) => payoutView(visit, one)),
      all: all('payouts'),
    },
    sameness: samenessOf(visit, party),
    support: supportOf(visit, party),
    pairing: pairingOfParty(visit, party),
    acts: actsWith(visit, row),
  })
  return { title: name, body, place: 'people' }
}

function belongingOf(visit: Visit, row: PartyRow): Omit<BelongingView, 't' | 'language'> {
  const { party, kind, household } = row
  const person = kind === 'person'
  const ties = tieViews(visit, party)
  const memberships = person ? visit.ask(listMemberships, { party, limit: 200 }).memberships : null
  return {
    particulars: particularsOf(visit, row),
    memberships: memberships?.map((one) => membershipView(visit, one)).reverse() ?? null,
    household: household === null ? null : householdView(visit, household),
    ties: person || ties.length > 0 ? ties : null,
    relatives: person ? relativeViews(visit, party) : [],
    links: linksOf(visit, row, memberships !== null && memberships.length > 0),
  }
}

function particularsOf(visit: Visit, { unit, roles, status: now }: PartyRow): DescriptionView[] {
  const { t, language, href } = visit
  const named = unit === null ? undefined : (unitNames(visit).get(unit) ?? unit)
  const registered =
    named === undefined ? t.people.whole : <a href={href(`/units/${unit}`)}>{named}</a>
  const played = roles.map((role) => t.words.party_role[role]).join(' · ')
  const state =
    now && `${t.words.party_status[now.status]} (${formatDay(language, now.from_on, 'long')})`
  return [
    ...(hasUnits(visit) ? [{ term: t.people.registered_in, detail: registered }] : []),
    ...(played === '' ? [] : [{ term: t.people.roles, detail: played }]),
    {
      term: t.people.status,
      detail: state ?? t.words.party_status.active,
      note: now?.note ?? undefined,
    },
  ]
}

function householdView(visit: Visit, household: string) {
  const { members } = visit.ask(showHousehold, { household })
  return {
    link: { href: visit.href(`/households/${household}`), label: household },
    members: members.map((one) => householdMemberView(visit, one)),
  }
}

/** What the reader may record of where somebody belongs. */
function linksOf(visit: Visit, row: PartyRow, isMember: boolean): BelongingView['links'] {
  const { t } = visit
  const { party, name, kind, household } = row
  const person = kind === 'person'
  const at = (path: string, label: string, may: boolean): LinkView[] =>
    may ? [{ href: visit.href(path), label }] : []
  const who = encodeURIComponent(`${party} · ${name}`)
  const alone = person && household === null
  const units = hasUnits(visit)
  return {
    particulars: [
      ...at(`/people/${party}/data`, t.personal.title, visit.may(showFields)),
      ...hardshipOf(visit, party, person),
      ...at(`/people/${party}/status`, t.memberships.status, visit.may(status)),
      ...at(`/households/new?head=${who}`, t.households.form, alone && visit.may(formHousehold)),
    ],
    memberships: [
      ...at(`/people/${party}/memberships/new`, t.memberships.begin, units && visit.may(begin)),
      ...at(`/people/${party}/transfer`, t.memberships.transfer, isMember && visit.may(transfer)),
    ],
    ties: at(`/people/${party}/ties/new`, t.ties.add, visit.may(addTie)),
  }
}

/** The file of their household, and the cases in which they are helped or paid. */
function hardshipOf(visit: Visit, party: string, person: boolean): LinkView[] {
  const { t, href } = visit
  const file = person ? askIfMay(visit, listFiles, { q: party, limit: 1 })?.files[0] : undefined
  const [one] = askIfMay(visit, listCases, { party, limit: 1 })?.cases ?? []
  return [
    ...(file
      ? [
          {
            href: href(`/hardship-files/${file.file}`),
            label: `${t.cases.file} ${file.reference}`,
          },
        ]
      : []),
    ...(one ? [{ href: href(`/cases?party=${party}`), label: t.cases.people_cases }] : []),
  ]
}

function dealingsOf(visit: Visit, party: string): DealingsView[] {
  const funds = askIfMay(visit, dealings, { party })?.funds ?? []
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
    payLink(visit, { payee: `${party} · ${name}` }),
  ]
  return acts.filter((act) => act !== null)
}
