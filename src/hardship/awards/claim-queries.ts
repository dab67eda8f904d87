/** Queries of claims for money back. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { keepers, query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import type { CaseId, ClawbackId } from '../../kit/ids.ts'
import { amountText, subtractMinor } from '../../kit/money.ts'
import { entryById } from '../../ledger/entries.ts'
import { fundById } from '../../ledger/funds.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import { caseById, caseRef } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import { type Clawback, clawbackCauses, receivedOf } from './clawbacks.ts'

export const claimOut = z.object({
  clawback: z.number(),
  case: z.number(),
  reference: z.string(),
  payout: z.number(),
  payee: personOut,
  currency: z.string(),
  amount: amountOut,
  received: amountOut,
  open: amountOut,
  cause: z.enum([...clawbackCauses, 'not_ratified']),
  reason: z.string().nullable(),
  claimed_on: dayOut,
  barred_until: dayOut.nullable(),
  sequence: z.number(),
})
export type ClaimOut = z.output<typeof claimOut>

const ofCase = prepare((p: { id: CaseId }) =>
  build.selectFrom('clawback').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const byId = prepare((p: { id: ClawbackId }) =>
  build.selectFrom('clawback').selectAll().where('id', '=', p.id),
)
const payeeOf = `select o.payee_id as "payee" from payout as o where o.id = +?`

function claimShown(view: View, claim: Clawback): ClaimOut {
  const theCase = caseById(view, claim.case_id)
  const { currency } = fundById(view, theCase.fund_id)
  const received = receivedOf(view, claim.id)
  const payee = view.first(payeeOf, [claim.payout_id])!.payee as typeof theCase.beneficiary_id
  return {
    clawback: claim.id,
    case: theCase.id,
    reference: caseRef(theCase.id),
    payout: claim.payout_id,
    payee: personShown(view, payee),
    currency,
    amount: amountText(claim.amount_minor, currency),
    received: amountText(received, currency),
    open: amountText(subtractMinor(claim.amount_minor, received), currency),
    cause: claim.cause,
    reason: textFor(view, claim.reason_detail_id),
    claimed_on: entryById(view, claim.entry_id).effective_on,
    barred_until: claim.barred_until_on,
    sequence: claim.event_seq,
  }
}

/** The claims on a case, oldest first. */
export function claimsOfCase(view: View, id: CaseId): ClaimOut[] {
  return rows(view, ofCase, { id }).map((claim) => claimShown(view, claim))
}

const received = `(select coalesce(sum(r.amount_minor), 0) from clawback_receipt as r
    where r.clawback_id = t.id)`

export const list = query({
  name: 'clawbacks.list',
  summary: 'Lists claims for money back, newest first: those still open, or settled',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/clawbacks' },
  input: z.strictObject({
    state: z.enum(['open', 'settled']).optional(),
    /** Only this one. */
    clawback: idField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ clawbacks: z.array(claimOut), ...pageOut }),
  run: (view, { state, clawback, cursor, limit }) => {
    const isOpen = `t.amount_minor > ${received}`
    const asked = { open: isOpen, settled: `not (${isOpen})` }
    const also = [
      ...(state === undefined ? [] : [{ sql: asked[state], values: [] }]),
      ...(clawback === undefined ? [] : [{ sql: 't.id = +?', values: [clawback] }]),
    ]
    const within =
      view.scope === 'all'
        ? null
        : {
            sql: `(select c.unit_id from hardship_case as c where c.id = t.case_id)
              in (select value from json_each(+?))`,
            values: [scopeList(view.scope)],
          }
    const listing = {
      table: 'clawback',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    } as const
    const { ids, ...page } = pageOf(view, listing, { cursor, limit })
    const clawbacks = ids.map((id) =>
      claimShown(view, first(view, byId, { id: id as ClawbackId })!),
    )
    return { clawbacks, ...page }
  },
})
