/** What waits for whoever asks, by role: each item is something that this caller may do. */
import { z } from 'zod'
import { anyRole, keepers, query, type View } from '../book/registry.ts'
import { viewAs } from '../book/scope.ts'
import { close as closeFund } from '../funds/closing.ts'
import { list as contributions, firstInState } from '../funds/contribution-queries.ts'
import { identify } from '../funds/contributions.ts'
import { agree } from '../funds/deciding-requests.ts'
import { payRequest } from '../funds/paying-requests.ts'
import { list as requests, show as showRequest } from '../funds/payment-request-queries.ts'
import { give } from '../funds/receipts.ts'
import {
  emptyFunds,
  fundsMovedIn,
  longOpenPledges,
  overdrawnFunds,
  receiptsMissing,
} from '../funds/waiting.ts'
import { close as closeBatch } from '../hardship/batches/closing.ts'
import { prepare as prepareBatch } from '../hardship/batches/preparing.ts'
import { release as releaseBatch } from '../hardship/batches/releasing.ts'
import { recordResult } from '../hardship/batches/results.ts'
import {
  toClose,
  toRelease,
  toSendAgain,
  type WaitingBatch,
  withoutResults,
} from '../hardship/batches/waiting.ts'
import { decide as decideGrievance } from '../hardship/grievances/commands.ts'
import { toDecide as grievancesToDecide } from '../hardship/grievances/queries.ts'
import { decide as decideObjection } from '../hardship/notices/deciding.ts'
import { toDecide as objectionsToDecide } from '../hardship/notices/objection-queries.ts'
import { ranOut } from '../hardship/notices/queries.ts'
import { takeDown } from '../hardship/notices/taking-down.ts'
import { type Month, monthRange } from '../kit/day.ts'
import { close as closeMonth, reopen } from '../ledger/commands.ts'
import { monthsOf, shownPeriod } from '../ledger/period-queries.ts'
import { listPeriods } from '../ledger/periods.ts'
import { issue } from '../statements/commands.ts'
import { list as statements } from '../statements/queries.ts'
import { awardCodes, awardKinds } from './award-steps.ts'
import { caseCodes, caseKinds } from './case-steps.ts'
import { followUpCodes, followUpKinds } from './follow-ups.ts'
import { fewSubjects, item, type Kind, type Waiting, waitingOut } from './items.ts'
import { pairingCodes, pairingKinds } from './pairing-steps.ts'

export const waitingCodes = [
  'reopenings_to_decide',
  'payments_to_approve',
  'payments_to_pay',
  'objections_to_decide',
  'grievances_to_decide',
  ...awardCodes,
  ...caseCodes,
  ...followUpCodes,
  ...pairingCodes,
  'notices_ran_out',
  'batches_to_release',
  'batches_without_results',
  'payments_to_send_again',
  'batches_to_close',
  'funds_overdrawn',
  'contributions_unidentified',
  'contributions_without_receipt',
  'months_to_close',
  'statements_missing',
  'statements_outdated',
  'pledges_long_open',
  'funds_empty',
] as const
export type WaitingCode = (typeof waitingCodes)[number]

const itemOut = z.object({ code: z.enum(waitingCodes), ...waitingOut.shape })

/** Payment requests looked at, newest first. */
const mostRequests = 200
/** Statements looked at, newest first. */
const mostStatements = 200

function unidentified(view: View) {
  const order = { sort: 'newest', order: 'ascending', limit: fewSubjects } as const
  const found = contributions.run(view, { state: 'unidentified', ...order })
  const [oldest] = found.contributions
  const counted = found.totals?.reduce((sum, { count }) => sum + count, 0)
  return item(
    found.contributions.map(({ contribution }) => `contribution/${contribution}`),
    {
      count: counted ?? fewSubjects,
      more: counted === undefined,
      oldest_on: oldest?.received_on ?? null,
    },
  )
}

function withoutReceipt(view: View): Waiting | null {
  const count = receiptsMissing(view)
  if (count === 0) return null
  const first = firstInState(view, 'without_receipt', fewSubjects)
  return {
    count,
    more: false,
    oldest_on: first[0]?.receivedOn ?? null,
    month: null,
    subjects: first.map(({ contribution }) => `contribution/${contribution}`),
  }
}

/** Months from the first entry to now in which the caller may do something, oldest first. */
function monthsWhere(view: View, doing: 'may_close' | 'may_decide') {
  const found = monthsOf(view)
    .filter((month) => shownPeriod(view, month)[doing])
    .reverse()
  const oldest = found[0] ? monthRange(found[0]).to : null
  return item(
    found.map((month) => `period/${month}`),
    { oldest_on: oldest },
  )
}

/** Newest issues in whose period something was recorded since. */
function outdated(view: View) {
  const newest = { issues: 'newest', limit: mostStatements } as const
  const found = statements.run(view, newest).statements.filter((one) => one.recorded_since > 0)
  const oldest = found.map(({ to }) => to).sort()[0] ?? null
  return item(found.map(({ statement }) => `statement/${statement}`).reverse(), {
    oldest_on: oldest,
  })
}

function lastClosed(view: View): Month | undefined {
  return listPeriods(view).find(({ state }) => state === 'closed')?.month
}

/** Funds in which something moved in the last closed month, and no statement covers it. */
function missing(view: View) {
  const month = lastClosed(view)
  if (month === undefined) return null
  const range = monthRange(month)
  const found = fundsMovedIn(view, range).filter(({ code: fund }) => {
    const touching = { fund, issues: 'newest', limit: mostStatements, ...range } as const
    return !statements
      .run(view, touching)
      .statements.some(({ from, to }) => from <= range.from && to >= range.to)
  })
  return item(
    found.map(({ code }) => `fund/${code}`),
    { month, oldest_on: range.to },
  )
}

function ofBatches(found: readonly WaitingBatch[]) {
  return item(
    found.map(({ batch }) => `batch/${batch}`),
    { oldest_on: found[0]?.since ?? null },
  )
}

/** Payments that came back or were rejected: they are put together by fund and form. */
function sendAgain(view: View): Waiting | null {
  const { count, since } = toSendAgain(view)
  if (count === 0) return null
  return { count, more: false, oldest_on: since, month: null, subjects: ['batch/new'] }
}

function longOpen(view: View) {
  const found = longOpenPledges(view)
  return item(
    found.map(({ id }) => `pledge/${id}`),
    { oldest_on: found[0]?.madeOn ?? null },
  )
}

/** Payment requests in a state on which this caller may act, newest first. */
function requestsIn(view: View, state: 'to_approve' | 'to_pay', doing: 'approve' | 'pay') {
  const found = requests
    .run(view, { state, limit: mostRequests })
    .requests.filter(({ request }) => showRequest.run(view, { request }).may[doing])
  return item(found.map(({ request }) => `payment_request/${request}`))
}

const kinds: Readonly<Record<WaitingCode, Kind>> = {
  reopenings_to_decide: { by: reopen, find: (view) => monthsWhere(view, 'may_decide') },
  payments_to_approve: {
    by: { name: 'work.waiting', may: agree.may, reach: 'units' },
    find: (view) => requestsIn(view, 'to_approve', 'approve'),
  },
  payments_to_pay: { by: payRequest, find: (view) => requestsIn(view, 'to_pay', 'pay') },
  objections_to_decide: {
    by: decideObjection,
    find: (view) => {
      const found = objectionsToDecide(view)
      return item(
        found.map(({ id }) => `objection/${id}`),
        { oldest_on: found[0]?.received_on ?? null },
      )
    },
  },
  grievances_to_decide: {
    by: decideGrievance,
    find: (view) => {
      const found = grievancesToDecide(view)
      return item(
        found.map(({ id }) => `grievance/${id}`),
        { oldest_on: found[0]?.received_on ?? null },
      )
    },
  },
  ...awardKinds,
  ...caseKinds,
  ...followUpKinds,
  ...pairingKinds,
  notices_ran_out: {
    by: takeDown,
    find: (view) => {
      const found = ranOut(view)
      return item(
        found.map(({ id }) => `notice/${id}`),
        { oldest_on: found[0]?.last_on ?? null },
      )
    },
  },
  batches_to_release: { by: releaseBatch, find: (view) => ofBatches(toRelease(view)) },
  batches_without_results: {
    by: recordResult,
    find: (view) => ofBatches(withoutResults(view)),
  },
  payments_to_send_again: { by: prepareBatch, find: sendAgain },
  batches_to_close: { by: closeBatch, find: (view) => ofBatches(toClose(view)) },
  funds_overdrawn: {
    by: { name: 'work.waiting', may: keepers, reach: 'units' },
    find: (view) => item(overdrawnFunds(view).map(({ code }) => `fund/${code}`)),
  },
  contributions_unidentified: { by: identify, find: unidentified },
  contributions_without_receipt: { by: give, find: withoutReceipt },
  months_to_close: { by: closeMonth, find: (view) => monthsWhere(view, 'may_close') },
  statements_missing: { by: issue, find: missing },
  statements_outdated: { by: issue, find: outdated },
  pledges_long_open: { by: identify, find: longOpen },
  funds_empty: {
    by: closeFund,
    find: (view) => item(emptyFunds(view).map(({ code }) => `fund/${code}`)),
  },
}

export const waiting = query({
  name: 'work.waiting',
  summary:
    'What waits for the caller, by role: what is to be decided, identified, closed or issued',
  may: anyRole,
  reach: 'units',
  route: { method: 'GET', path: '/work/waiting' },
  input: z.strictObject({}),
  output: z.object({ items: z.array(itemOut) }),
  run: (view) => ({
    items: waitingCodes.flatMap((code) => {
      const { by, find } = kinds[code]
      const seen = viewAs(view, by)
      const found = seen && find(seen)
      return found ? [{ code, ...found }] : []
    }),
  }),
})
