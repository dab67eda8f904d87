/** Pages of pledges: the list, one with what keeps it, the form that records one. */
import type { Hono } from 'hono'
import { PledgePage, PledgesPage } from '../../../templates/pages/pledges.tsx'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { pledge as makePledge, receive } from '../../funds/contributions.ts'
import { list, pledgeStates, show } from '../../funds/pledge-queries.ts'
import { reverse } from '../../funds/reversals.ts'
import { sourceOptions } from './contribution-forms.tsx'
import {
  contributionTabs,
  contributionView,
  fundOptions,
  pledgeView,
} from './contribution-views.ts'
import { entryLink, entryView } from './entry-posted.ts'
import { currencyOfFund, type FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { recordedBy, reversalMilestone } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

const fields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.contributions.fund },
  {
    name: 'source',
    kind: 'radios',
    label: (t) => t.contributions.source,
    options: ({ t }) => sourceOptions(t, false),
  },
  {
    name: 'party',
    kind: 'person',
    label: (t) => t.pledges.by,
    newKind: 'person',
    newKinds: ['person', 'organisation', 'public_body', 'upper_level'],
  },
  { name: 'amount', kind: 'money', label: (t) => t.pledges.promised, currency: currencyOfFund() },
  { name: 'made_on', kind: 'day', label: (t) => t.pledges.made_on, leaveEmpty: true },
]

/** Mounts the pages of pledges. */
export function mountPledges(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pledges', listPage)
  mountForm(app, desk, {
    path: '/pledges/new',
    command: makePledge,
    place: 'contributions',
    title: (t) => t.pledges.record,
    lead: (t) => t.pledges.record_lead,
    fields,
    button: (t) => t.pledges.do_record,
    done: ({ pledge }) => `/pledges/${pledge}?done=make`,
  })
  mountPage(app, desk, '/pledges/:pledge{[0-9]+}', onePage)
}

const filters = ['q', 'fund', 'state'] as const

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, filters)
  const rows = found.found?.pledges ?? []
  const body = PledgesPage({
    t,
    language,
    tabs: contributionTabs(visit, 'pledges'),
    list: listView(
      found,
      rows.map((row) => pledgeView(visit, row)),
    ),
    funds: fundOptions(visit),
    states: pledgeStates.map((value) => ({ value, label: t.pledges.states[value] })),
    record: visit.may(makePledge) ? visit.href('/pledges/new') : null,
  })
  return { title: t.pledges.title, body, place: 'contributions' }
}

/** More contributions than keep one pledge. */
const mostKeeping = 500

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = visit.ask(show, { pledge: Number(visit.c.req.param('pledge')) })
  const { pledge } = row
  const { contributions } = visit.ask(listContributions, { pledge, limit: mostKeeping })
  const stands = row.reversed_by === null
  const body = PledgePage({
    t,
    language,
    pledge: pledgeView(visit, row),
    breadcrumbs: [
      { href: visit.href('/contributions'), label: t.contributions.title },
      { href: visit.href('/pledges'), label: t.pledges.title },
    ],
    entry: entryView(visit, row.entry),
    entryLink: entryLink(visit, row.entry),
    keptBy: contributions.map((one) => contributionView(visit, one)),
    path: [
      {
        title: t.words.entry_kind['pledge.made'],
        state: 'done',
        ...recordedBy(visit, row.sequence),
      },
      ...(row.reversed_by === null ? [] : [reversalMilestone(visit, row.reversed_by)]),
    ],
    done: visit.param('done') === 'make' ? t.pledges.recorded : undefined,
    keep:
      /[1-9]/.test(row.left) && visit.may(receive)
        ? visit.href(`/contributions/new?pledge=${pledge}`)
        : null,
    reverse: stands && visit.may(reverse) ? visit.href(`/entries/${row.entry}/reversal`) : null,
  })
  return { title: t.pledges.one(row), body, place: 'contributions' }
}
