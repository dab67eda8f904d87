/** Queries of awards: what was awarded to a case, which awards there are, what waits of them. */
import { z } from 'zod'
import { readDetail, textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { AwardId } from '../../kit/ids.ts'
import { amountText, type Minor, minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { deciders } from '../../policies/deciding.ts'
import {
  type CaseVersion,
  caseById,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  versionOfCase,
} from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import { type Award, awardById, awardOf, endOfAward, ratificationOf } from './awards.ts'
import { claimOut, claimsOfCase } from './claim-queries.ts'
import { approvalsOf, decidingOn, emergencyOthers } from './deciding.ts'
import { endCauses } from './ending.ts'
import { instalmentStates, instalmentsOf, stateOfInstalment } from './instalments.ts'
import { ratifyBy } from './ratifying.ts'
import { reservedFor } from './reserving.ts'

const allCauses = [...endCauses, 'not_ratified'] as const

const ratificationOut = z.object({
  ratified: z.boolean(),
  late: z.boolean(),
  reason: z.string().nullable(),
  sequence: z.number(),
})

const awardOut = z.object({
  amount: amountOut,
  instalments: z.number(),
  total: amountOut,
  approved_on: dayOut,
  first_month: z.string().nullable(),
  minutes_digest: z.string().nullable(),
  /** The salted digest of the person and the rules as they stood, and that text for who reads names. */
  snapshot_digest: z.string(),
  snapshot: z.string().nullable(),
  emergency: z.boolean(),
  /** The last day to ratify an emergency in time; null for what was approved through its steps. */
  ratify_by: dayOut.nullable(),
  ratification: ratificationOut.nullable(),
  end: z
    .object({
      cause: z.enum(allCauses),
      on: dayOut,
      reason: z.string().nullable(),
      sequence: z.number(),
    })
    .nullable(),
  sequence: z.number(),
})

function awardShown(view: View, theCase: HardshipCase, award: Award): z.output<typeof awardOut> {
  const { currency } = fundById(view, theCase.fund_id)
  const end = endOfAward(view, award.id)
  const ratification = ratificationOf(view, award.id)
  const total = minor(award.amount_minor * award.instalments)
  const { readsNames } = view.caller
  return {
    amount: amountText(award.amount_minor, currency),
    instalments: award.instalments,
    total: amountText(total, currency),
    approved_on: award.approved_on,
    first_month: award.first_month,
    minutes_digest: award.minutes_digest,
    snapshot_digest: award.snapshot_digest,
    snapshot: readsNames ? (readDetail(view, award.snapshot_detail_id)?.body ?? null) : null,
    emergency: award.emergency === 1,
    ratify_by: award.emergency === 1 ? ratifyBy(view, theCase, award) : null,
    ratification: ratification
      ? {
          ratified: ratification.ratified === 1,
          late: ratification.late === 1,
          reason: textFor(view, ratification.reason_detail_id),
          sequence: ratification.event_seq,
        }
      : null,
    end: end
      ? {
          cause: end.cause,
          on: end.ended_on,
          reason: textFor(view, end.reason_detail_id),
          sequence: end.event_seq,
        }
      : null,
    sequence: award.event_seq,
  }
}

const instalmentOut = z.object({
  instalment: z.number(),
  number: z.number(),
  due_on: dayOut,
  amount: amountOut,
  state: z.enum(instalmentStates),
  /** The payout that stands; null while it is not paid. */
  payout: z.number().nullable(),
})

const payoutSql = `select r.payout_id as "payout" from batch_line as l
  join batch_line_result as r on r.line_id = l.id and r.outcome = 'paid'
  left join batch_line_bounce as b on b.line_id = l.id
  where l.instalment_id = +? and b.id is null`

function instalmentsShown(view: View, theCase: HardshipCase, id: AwardId) {
  const { currency } = fundById(view, theCase.fund_id)
  return instalmentsOf(view, id).map((one) => ({
    instalment: one.id,
    number: one.number,
    due_on: one.due_on,
    amount: amountText(one.amount_minor, currency),
    state: stateOfInstalment(view, one.id),
    payout: (view.first(payoutSql, [one.id])?.payout ?? null) as number | null,
  }))
}

export const show = query({
  name: 'awards.show',
  summary:
    'Shows how a case is decided, what was awarded to it, and what of that is payable and paid',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/award' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    case: z.number(),
    currency: z.string(),
    /** Who decides on what it asks for, by the tiers of today. */
    decided_by: z.enum(deciders),
    approvals_needed: z.number(),
    /** The events in which it was approved. */
    approvals: z.array(z.number()),
    /** What is set aside for it. */
    reserved: amountOut,
    award: awardOut.nullable(),
    instalments: z.array(instalmentOut),
    claims: z.array(claimOut),
  }),
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    const version: CaseVersion = versionOfCase(view, theCase.id)
    const { currency } = fundById(view, theCase.fund_id)
    const { decidedBy, needed } = decidingOn(view, theCase, version)
    const early = theCase.emergency === 1 && !isAtApproval(view, theCase)
    const award = awardOf(view, theCase.id)
    return {
      case: theCase.id,
      currency,
      decided_by: decidedBy,
      approvals_needed: early ? emergencyOthers(view, theCase) : needed,
      approvals: approvalsOf(view, version).map(({ event_seq }) => event_seq),
      reserved: amountText(reservedFor(view, theCase.id), currency),
      award: award ? awardShown(view, theCase, award) : null,
      instalments: award ? instalmentsShown(view, theCase, award.id) : [],
      claims: claimsOfCase(view, theCase.id),
    }
  },
})

/** An emergency that has come to its approval all the same is decided as any case. */
function isAtApproval(view: View, { id }: HardshipCase): boolean {
  return standingOf(view, id).step_kind === 'approve'
}

export const awardStates = ['running', 'to_ratify', 'ended', 'paid'] as const
type AwardState = (typeof awardStates)[number]

const ended = 'exists (select 1 from award_end as e where e.award_id = t.id)'
const caseState = '(select s.state from case_state as s where s.case_id = t.case_id)'
const stateSql: Readonly<Record<AwardState, string>> = {
  running: `${caseState} = 'awarded' and not ${ended}`,
  to_ratify:
    't.emergency = 1 and not exists (select 1 from award_ratification as r where r.award_id = t.id)',
  ended,
  paid: `${caseState} = 'paid' and not ${ended}`,
}

const listedOut = z.object({
  case: z.number(),
  reference: z.string(),
  beneficiary: personOut,
  currency: z.string(),
  amount: amountOut,
  instalments: z.number(),
  /** How many of them are paid, and what they come to. */
  paid: z.number(),
  paid_amount: amountOut,
  approved_on: dayOut,
  emergency: z.boolean(),
  ratify_by: dayOut.nullable(),
  state: z.enum(awardStates),
  sequence: z.number(),
})

function listedShown(view: View, award: Award): z.output<typeof listedOut> {
  const theCase = caseById(view, award.case_id)
  const { currency } = fundById(view, theCase.fund_id)
  const paid = instalmentsOf(view, award.id).filter(
    ({ id }) => stateOfInstalment(view, id) === 'paid',
  ).length
  const text = (amount: number) => amountText(amount as Minor, currency)
  const waits = award.emergency === 1 && !ratificationOf(view, award.id)
  const state = view.first('select state from case_state where case_id = +?', [theCase.id])!.state
  const settled = state === 'paid' ? 'paid' : 'running'
  return {
    case: theCase.id,
    reference: caseRef(theCase.id),
    beneficiary: personShown(view, theCase.beneficiary_id),
    currency,
    amount: text(award.amount_minor),
    instalments: award.instalments,
    paid,
    paid_amount: text(award.amount_minor * paid),
    approved_on: award.approved_on,
    emergency: award.emergency === 1,
    ratify_by: award.emergency === 1 ? ratifyBy(view, theCase, award) : null,
    state: waits ? 'to_ratify' : endOfAward(view, award.id) ? 'ended' : settled,
    sequence: award.event_seq,
  }
}

export const list = query({
  name: 'awards.list',
  summary: 'Lists awards, newest first: running, to be ratified, ended before their time, paid',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/awards' },
  input: z.strictObject({
    state: z.enum(awardStates).optional(),
    kind: z.enum(['single', 'allowance', 'emergency']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ awards: z.array(listedOut), ...pageOut }),
  run: (view, { state, kind, cursor, limit }) => {
    const kinds = {
      single: 't.instalments = 1',
      allowance: 't.instalments > 1',
      emergency: 't.emergency = 1',
    }
    const also = [
      ...(state === undefined ? [] : [{ sql: stateSql[state], values: [] }]),
      ...(kind === undefined ? [] : [{ sql: kinds[kind], values: [] }]),
    ]
    const within =
      view.scope === 'all'
        ? null
        : {
            sql: `(select c.unit_id from hardship_case as c where c.id = t.case_id)
              in (select value from json_each(+?))`,
            values: [scopeList(view.scope)],
          }
    const listing = { table: 'award', key: null, descending: true, seek: [], also, within } as const
    const { ids, ...page } = pageOf(view, listing, { cursor, limit })
    return { awards: ids.map((id) => listedShown(view, awardById(view, id as AwardId))), ...page }
  },
})
