/** Pages of payment requests: entered by one, approved by others, paid by somebody who did not approve. */
import type { Hono } from 'hono'
import {
  RequestPage,
  type RequestPageView,
  RequestsPage,
  type RequestView,
} from '../../../templates/pages/requests.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import type { AnyCommand } from '../../book/registry.ts'
import { agree, approve, decline, withdraw } from '../../funds/deciding-requests.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { payRequest } from '../../funds/paying-requests.ts'
import { list, requestStates, show } from '../../funds/payment-request-queries.ts'
import { request as enter } from '../../funds/payment-requests.ts'
import { list as listInterests } from '../../people/interest-commands.ts'
import { doneOn } from './done.ts'
import { entryLink } from './entry-posted.ts'
import { amountWords } from './field-views.ts'
import type { FieldSpec } from './fields.ts'
import { type FormSpec, mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { listed, listView } from './listing.ts'
import { paymentFields, paymentNote } from './payment-fields.ts'
import { recordedBy } from './recorded-by.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

const reasonField: FieldSpec = {
  name: 'reason',
  kind: 'long_text',
  label: (t) => t.requests.reason,
  hint: (t) => t.requests.reason_hint,
}

/** Mounts the pages of payment requests. */
export function mountRequests(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/payment-requests', listPage)
  mountForm(app, desk, {
    path: '/payment-requests/new',
    command: enter,
    place: 'requests',
    title: (t) => t.requests.enter,
    lead: (t) => t.requests.enter_lead,
    fields: [
      ...paymentFields,
      paymentNote,
      {
        name: 'emergency',
        kind: 'long_text',
        label: (t) => t.requests.emergency,
        hint: (t) => t.requests.emergency_hint,
        optional: true,
      },
    ],
    begin: () => ({ form: 'bank' }),
    button: (t) => t.requests.do_enter,
    done: ({ request }) => `/payment-requests/${request}?done=entered`,
  })
  mountForm(app, desk, { ...acting('approval', 'approve'), command: approve })
  mountForm(app, desk, { ...acting('agreement', 'agree'), command: agree })
  mountForm(app, desk, { ...acting('declination', 'decline', reasonField), command: decline })
  mountForm(app, desk, { ...acting('withdrawal', 'withdraw', reasonField), command: withdraw })
  mountForm(app, desk, {
    ...acting('payment', 'pay', {
      name: 'paid_on',
      kind: 'day',
      label: (t) => t.payouts.paid_on,
      leaveEmpty: true,
    }),
    command: payRequest,
  })
  mountPage(app, desk, '/payment-requests/:request{[0-9]+}', onePage)
}

interface ActForm
  extends Pick<FormSpec<AnyCommand>, 'path' | 'place' | 'title' | 'fields' | 'button' | 'done'> {
  readonly lead: NonNullable<FormSpec<AnyCommand>['lead']>
}

/** What the forms of acts on one request have in common. */
function acting(
  path: string,
  act: 'approve' | 'agree' | 'decline' | 'withdraw' | 'pay',
  ...fields: readonly FieldSpec[]
): ActForm {
  const request = (visit: Visit) => Number(visit.c.req.param('request'))
  return {
    path: `/payment-requests/:request/${path}`,
    place: 'requests',
    title: (t, visit) => t.requests[`${act}_title`]({ request: request(visit) }),
    lead: (t) => t.requests[`${act}_lead`],
    fields,
    button: (t) => t.requests[`do_${act}`],
    done: (_, { visit }) => `/payment-requests/${request(visit)}?done=${act}`,
  }
}

type RequestRow = ReturnType<typeof requestAsked>

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['fund', 'state', 'emergency'])
  const rows = found.found?.requests ?? []
  const body = RequestsPage({
    t,
    language,
    list: listView(
      found,
      rows.map((row) => requestView(visit, row)),
    ),
    funds: visit.ask(listFunds, {}).funds.map(({ fund, name }) => ({ value: fund, label: name })),
    states: requestStates.map((value) => ({ value, label: t.requests.states[value] })),
    enter: visit.may(enter) ? visit.href('/payment-requests/new') : null,
    interests: visit.may(listInterests) ? visit.href('/interests') : null,
  })
  return { title: t.requests.title, body, place: 'requests' }
}

const stateKinds = {
  to_approve: 'waiting',
  to_pay: 'waiting',
  paid: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  cancelled: 'stopped',
} as const

type ListRow = Pick<
  RequestRow,
  | 'request'
  | 'fund'
  | 'payee'
  | 'beneficiary'
  | 'category'
  | 'form'
  | 'amount'
  | 'currency'
  | 'state'
  | 'emergency'
  | 'approvals'
  | 'needed'
>

function requestView(visit: Visit, row: ListRow): RequestView {
  const { t } = visit
  const person = ({ party, name }: RequestRow['payee']) => ({
    href: visit.href(`/people/${party}`),
    name,
  })
  return {
    href: visit.href(`/payment-requests/${row.request}`),
    request: row.request,
    fund: fundLink(visit, row.fund),
    payee: person(row.payee),
    beneficiary: row.beneficiary.party === row.payee.party ? null : person(row.beneficiary),
    category: t.words.payout_category[row.category],
    form: t.words.form[row.form],
    amount: row.amount,
    currency: row.currency,
    state: { kind: stateKinds[row.state], word: t.requests.states[row.state] },
    emergency: row.emergency,
    approvals: t.requests.approvals_of(row),
  }
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = requestAsked(visit)
  const { requests } = t
  const title = requests.one(row)
  const body = RequestPage({
    t,
    language,
    request: requestView(visit, row),
    breadcrumbs: [{ href: visit.href('/payment-requests'), label: requests.title }],
    words: amountWords(row.amount, row.currency, language) ?? '',
    note: row.note,
    emergencyReason: row.emergency ? (row.emergency_reason ?? '') : null,
    policy:
      row.policy === null
        ? null
        : {
            href: visit.href(`/settings/policies/versions/${row.policy}`),
            label: requests.policy_version({ version: row.policy }),
          },
    path: pathOf(visit, row),
    barred: row.barred && toldOf(row.barred, t),
    done: doneOn(visit, {
      entered: requests.entered,
      approve: requests.approved,
      agree: requests.approved,
      decline: requests.declined,
      withdraw: requests.withdrawn,
      pay: requests.paid,
    }),
    acts: actsOn(visit, row),
    payout:
      row.payout === null
        ? null
        : {
            href: visit.href(`/payouts/${row.payout}`),
            label: requests.payout({ payout: row.payout }),
          },
    entry: row.entry === null ? null : entryLink(visit, row.entry),
  })
  return { title, body, place: 'requests' }
}

function actsOn({ t, href }: Visit, row: RequestRow): RequestPageView['acts'] {
  const { requests } = t
  const at = (path: string, label: string) => ({
    href: href(`/payment-requests/${row.request}/${path}`),
    label,
  })
  const approving = row.emergency
    ? at('agreement', requests.agree)
    : at('approval', requests.approve)
  return [
    ...(row.may.approve ? [approving] : []),
    ...(row.may.pay ? [at('payment', requests.pay)] : []),
    ...(row.may.decline ? [at('declination', requests.decline)] : []),
    ...(row.may.withdraw ? [at('withdrawal', requests.withdraw)] : []),
  ]
}

function pathOf(visit: Visit, row: RequestRow): MilestoneView[] {
  const { requests } = visit.t
  const decided = row.approved.map(({ sequence }, place): MilestoneView => {
    const count = { count: place + 1, needed: row.needed }
    const title = row.emergency ? requests.agreed_by(count) : requests.approved_by(count)
    return { title, state: 'done', ...recordedBy(visit, sequence) }
  })
  return [
    { title: requests.entered_by, state: 'done', ...recordedBy(visit, row.sequence) },
    ...decided,
    ...whatNext(visit, row),
  ]
}

function whatNext(visit: Visit, row: RequestRow): MilestoneView[] {
  const { requests } = visit.t
  if (row.ended) {
    const title = requests.states[row.state]
    const { reason, sequence } = row.ended
    return [
      { title, state: 'stopped', ...recordedBy(visit, sequence), detail: reason ?? undefined },
    ]
  }
  if (row.paid) {
    return [{ title: requests.paid, state: 'done', ...recordedBy(visit, row.paid.sequence) }]
  }
  const left = row.needed - row.approvals
  const pay = {
    title: requests.waits_for_payment,
    state: 'coming',
    detail: requests.who_pays({ roles: rolesOf(visit, payRequest) }),
  } as const
  if (left === 0) return [{ ...pay, state: 'current' }]
  const roles = rolesOf(visit, row.emergency ? agree : approve)
  return [
    { title: requests.waits({ left }), state: 'current', detail: requests.who_approves({ roles }) },
    pay,
  ]
}

/** The roles whose turn it is. */
function rolesOf({ t }: Visit, { may }: AnyCommand): string {
  return may.map((role) => t.shell.role[role]).join(' · ')
}

function requestAsked(visit: Visit) {
  return visit.ask(show, { request: Number(visit.c.req.param('request')) })
}
