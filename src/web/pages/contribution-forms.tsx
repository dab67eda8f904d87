/** The forms of contributions: received, identified, refunded, a receipt given. */
import type { Hono } from 'hono'
import type { Messages } from '../../../templates/messages/messages.ts'
import { ContributionAbout } from '../../../templates/pages/contribution.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import { knownSources } from '../../funds/contribution-facts.ts'
import { show } from '../../funds/contribution-queries.ts'
import { identify, receive, refund } from '../../funds/contributions.ts'
import { list as listPledges, show as showPledge } from '../../funds/pledge-queries.ts'
import { give } from '../../funds/receipts.ts'
import { show as showParty } from '../../people/queries.ts'
import { contributionFacts } from './contribution-views.ts'
import { currencyOfFund, type FieldSpec, type Option, type Values } from './fields.ts'
import { type FormSpec, mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

const partyKinds = ['person', 'organisation', 'public_body', 'upper_level'] as const

/** Sources as choices; `unidentified` among them where it can be one. */
export function sourceOptions({ source }: Messages, unidentified: boolean): Option[] {
  const all = unidentified ? ([...knownSources, 'unidentified'] as const) : knownSources
  return all.map((value) => ({ value, label: source[value] }))
}

const source: FieldSpec = {
  name: 'source',
  kind: 'radios',
  label: (t) => t.contributions.source,
  options: ({ t }) => sourceOptions(t, false),
}

/** What a giver is who is new to the book, by the source that was chosen. */
const kindOfSource = {
  member: 'person',
  organisation: 'organisation',
  public_money: 'public_body',
  upper_level: 'upper_level',
} as const

/** Who gives: asked in the same way wherever it is asked. */
const giver = {
  name: 'party',
  kind: 'person',
  label: (t: Messages) => t.contributions.from,
  newKind: 'person',
  newKinds: partyKinds,
  kindBy: ({ source: given }) => kindOfSource[given as keyof typeof kindOfSource],
} as const satisfies FieldSpec

/** More pledges than anybody chooses from; others are kept from their own pages. */
const mostPledges = 100

const receiveFields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.contributions.fund },
  { ...source, options: ({ t }) => sourceOptions(t, true) } as FieldSpec,
  { ...giver, hint: (t) => t.contributions.from_hint, optional: true },
  {
    name: 'amount',
    kind: 'money',
    label: (t) => t.contributions.amount,
    currency: currencyOfFund(),
  },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.contributions.form,
    options: ({ t }) => [
      { value: 'bank', label: t.words.form.bank },
      { value: 'cash', label: t.words.form.cash },
      { value: 'in_kind', label: t.words.form.in_kind, hint: t.contributions.in_kind_hint },
    ],
  },
  { name: 'received_on', kind: 'day', label: (t) => t.contributions.received_on, leaveEmpty: true },
  {
    name: 'earmark',
    kind: 'long_text',
    label: (t) => t.contributions.earmark,
    hint: (t) => t.contributions.earmark_hint,
    optional: true,
  },
  {
    name: 'pledge',
    kind: 'select',
    label: (t) => t.contributions.pledge,
    optional: true,
    options: ({ visit }) => openPledges(visit),
  },
]

function openPledges(visit: Visit): Option[] {
  const { t, language } = visit
  const { pledges } = visit.ask(listPledges, { state: 'open', limit: mostPledges })
  return pledges.map(({ pledge, party, left, currency, fund }) => ({
    value: String(pledge),
    label: t.contributions.pledge_option({
      pledge,
      name: party.name,
      left: formatMoney(language, left, currency),
      fund,
    }),
  }))
}

const sourceOfKind = {
  person: 'member',
  organisation: 'organisation',
  vendor: 'organisation',
  training_provider: 'organisation',
  public_body: 'public_money',
  upper_level: 'upper_level',
} as const

/** What the form begins with: what keeps a pledge is given by whoever made it, to its fund. */
function beginReceiving(visit: Visit): Values {
  const number = visit.param('pledge')
  if (!/^\d{1,15}$/.test(number)) return { form: 'bank' }
  const { fund, party, left } = visit.ask(showPledge, { pledge: Number(number) })
  const { kind } = visit.ask(showParty, { party: party.party })
  const given = `${party.party} · ${party.name}`
  return { form: 'bank', fund, party: given, amount: left, source: sourceOfKind[kind] }
}

function contributionAsked(visit: Visit) {
  return visit.ask(show, { contribution: Number(visit.c.req.param('contribution')) })
}

/** What the forms on one contribution have in common. */
const onOne = {
  place: 'contributions',
  about: (visit: Visit) => {
    const { t, language } = visit
    const contribution = contributionFacts(visit, contributionAsked(visit))
    return ContributionAbout({ t, language, contribution })
  },
} as const satisfies Partial<FormSpec<never>>

/** Mounts the forms of contributions. */
export function mountContributionForms(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/contributions/new',
    command: receive,
    place: 'contributions',
    title: (t) => t.contributions.record,
    lead: (t) => t.contributions.record_lead,
    fields: receiveFields,
    begin: beginReceiving,
    button: (t) => t.contributions.do_record,
    done: ({ contribution }) => `/contributions/${contribution}?done=receive`,
  })
  mountForm(app, desk, {
    ...onOne,
    path: '/contributions/:contribution/identification',
    command: identify,
    title: (t) => t.contributions.identify,
    lead: (t) => t.contributions.identify_lead,
    fields: [
      source,
      giver,
      {
        name: 'identified_on',
        kind: 'day',
        label: (t) => t.contributions.identified_on,
        leaveEmpty: true,
      },
    ],
    button: (t) => t.contributions.do_identify,
    done: ({ contribution }) => `/contributions/${contribution}?done=identify`,
  })
  mountRefund(app, desk)
  mountForm(app, desk, {
    ...onOne,
    path: '/contributions/:contribution/receipt',
    command: give,
    title: (t) => t.receipts.give,
    lead: (t) => t.receipts.give_lead,
    fields: [
      {
        name: 'statutory_number',
        kind: 'text',
        label: (t) => t.receipts.statutory_number,
        hint: (t) => t.receipts.statutory_hint,
        optional: true,
      },
    ],
    button: (t) => t.receipts.do_give,
    done: ({ contribution }) => `/contributions/${contribution}?done=receipt`,
  })
}

function mountRefund(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    ...onOne,
    path: '/contributions/:contribution/refund',
    command: refund,
    title: (t) => t.contributions.refund,
    lead: (t) => t.contributions.refund_lead,
    fields: [
      {
        name: 'amount',
        kind: 'money',
        label: (t) => t.contributions.amount,
        hint: (t) => t.contributions.refund_all,
        optional: true,
        currency: ({ visit }) => contributionAsked(visit).currency,
      },
      {
        name: 'refunded_on',
        kind: 'day',
        label: (t) => t.contributions.refunded_on,
        leaveEmpty: true,
      },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.contributions.reason,
        hint: (t) => t.contributions.reason_hint,
      },
    ],
    button: (t) => t.contributions.do_refund,
    done: ({ contribution }) => `/contributions/${contribution}?done=refund`,
  })
}
