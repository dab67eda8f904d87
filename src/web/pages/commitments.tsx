/** Pages of commitments: the list, one with what was released of it, the forms that make and release one. */
import type { Hono } from 'hono'
import {
  CommitmentPage,
  CommitmentsPage,
  type CommitmentView,
} from '../../../templates/pages/commitments.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { commitmentStates, list, show } from '../../funds/commitment-queries.ts'
import { make, release } from '../../funds/commitments.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { reverse } from '../../funds/reversals.ts'
import { commitmentRoles } from '../../ledger/roles.ts'
import { doneOn } from './done.ts'
import { entryLink, entryViewIfMay } from './entry-posted.ts'
import { amountWords } from './field-views.ts'
import { currencyOfFund, type FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { listed, listView } from './listing.ts'
import { recordedBy, reversalMilestone } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

const makeFields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.commitments.fund },
  {
    name: 'kind',
    kind: 'radios',
    label: (t) => t.commitments.kind,
    options: ({ t }) =>
      commitmentRoles.map((value) => ({ value, label: t.words.commitment_kind[value] })),
  },
  { name: 'amount', kind: 'money', label: (t) => t.commitments.amount, currency: currencyOfFund() },
  { name: 'made_on', kind: 'day', label: (t) => t.commitments.made_on, leaveEmpty: true },
]

const releaseFields: readonly FieldSpec[] = [
  {
    name: 'amount',
    kind: 'money',
    label: (t) => t.commitments.amount,
    hint: (t, visit) => {
      const { left, currency } = commitmentAsked(visit)
      return t.commitments.release_hint({ left: formatMoney(visit.language, left, currency) })
    },
    optional: true,
    currency: ({ visit }) => commitmentAsked(visit).currency,
  },
  { name: 'released_on', kind: 'day', label: (t) => t.commitments.released_on, leaveEmpty: true },
]

/** Mounts the pages of commitments. */
export function mountCommitments(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/commitments', listPage)
  mountForm(app, desk, {
    path: '/commitments/new',
    command: make,
    place: 'funds',
    title: (t) => t.commitments.make,
    lead: (t) => t.commitments.make_lead,
    fields: makeFields,
    button: (t) => t.commitments.do_make,
    done: ({ commitment }) => `/commitments/${commitment}?done=make`,
  })
  mountForm(app, desk, {
    path: '/commitments/:commitment/release',
    command: release,
    place: 'funds',
    title: (t) => t.commitments.release,
    lead: (t) => t.commitments.release_lead,
    fields: releaseFields,
    button: (t) => t.commitments.do_release,
    done: ({ commitment }) => `/commitments/${commitment}?done=release`,
  })
  mountPage(app, desk, '/commitments/:commitment{[0-9]+}', onePage)
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['fund', 'kind', 'state'])
  const rows = found.found?.commitments ?? []
  const fund = found.values.fund
  const body = CommitmentsPage({
    t,
    language,
    breadcrumbs: [{ href: visit.href('/funds'), label: t.funds.title }],
    list: listView(
      found,
      rows.map((row) => commitmentView(visit, row)),
    ),
    funds: visit
      .ask(listFunds, { state: 'all' })
      .funds.map(({ fund: code, name }) => ({ value: code, label: name })),
    kinds: commitmentRoles.map((value) => ({ value, label: t.words.commitment_kind[value] })),
    states: commitmentStates.map((value) => ({ value, label: t.commitments.states[value] })),
    make: visit.may(make)
      ? visit.href(fund ? `/commitments/new?fund=${encodeURIComponent(fund)}` : '/commitments/new')
      : null,
  })
  return { title: t.commitments.title, body, place: 'funds' }
}

type CommitmentRow = ReturnType<typeof commitmentAsked>

function commitmentAsked(visit: Visit) {
  return visit.ask(show, { commitment: Number(visit.c.req.param('commitment')) })
}

function commitmentView(
  visit: Visit,
  row: Omit<CommitmentRow, 'sequence' | 'releases'>,
): CommitmentView {
  const { t } = visit
  return {
    href: visit.href(`/commitments/${row.commitment}`),
    label: t.commitments.one(row),
    day: row.made_on,
    fund: fundLink(visit, row.fund),
    kind: t.words.commitment_kind[row.kind],
    amount: row.amount,
    left: row.left,
    currency: row.currency,
    state: stateOf(visit, row),
  }
}

function stateOf(
  { t }: Visit,
  { reversed_by, left, amount }: Pick<CommitmentRow, 'reversed_by' | 'left' | 'amount'>,
): CommitmentView['state'] {
  const { states } = t.commitments
  if (reversed_by !== null) return { kind: 'reversed', word: states.reversed }
  if (!/[1-9]/.test(left)) return { kind: 'done', word: states.released }
  if (left !== amount) return { kind: 'active', word: t.commitments.part_released }
  return { kind: 'active', word: states.open }
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = commitmentAsked(visit)
  const stands = row.reversed_by === null
  const done = { make: t.commitments.made, release: t.commitments.released_done }
  const body = CommitmentPage({
    t,
    language,
    commitment: commitmentView(visit, row),
    breadcrumbs: [
      { href: visit.href('/funds'), label: t.funds.title },
      { href: visit.href('/commitments'), label: t.commitments.title },
    ],
    words: amountWords(row.amount, row.currency, language) ?? '',
    entry: entryViewIfMay(visit, row.entry),
    entryLink: entryLink(visit, row.entry),
    path: pathOf(visit, row),
    done: doneOn(visit, done),
    release:
      /[1-9]/.test(row.left) && visit.may(release)
        ? visit.href(`/commitments/${row.commitment}/release`)
        : null,
    reverse: stands && visit.may(reverse) ? visit.href(`/entries/${row.entry}/reversal`) : null,
  })
  return { title: t.commitments.one(row), body, place: 'funds' }
}

function pathOf(visit: Visit, row: CommitmentRow): MilestoneView[] {
  const { t, language } = visit
  const released = row.releases.map((one) => ({
    title: t.commitments.states.released,
    state: one.reversed_by === null ? ('done' as const) : ('stopped' as const),
    ...recordedBy(visit, one.sequence),
    detail: formatMoney(language, one.amount, row.currency),
  }))
  const reversed = row.reversed_by === null ? [] : [reversalMilestone(visit, row.reversed_by)]
  return [
    { title: t.commitments.made, state: 'done', ...recordedBy(visit, row.sequence) },
    ...released,
    ...reversed,
  ]
}
