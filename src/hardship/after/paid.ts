/** Payouts of cases: which case a payout is of, who had a hand in it, what came back. */
import { principalOf } from '../../book/principals.ts'
import type { Act, View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId, EventSeq, FundId, PartyId, PayoutId, UnitId } from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import { isSamePerson } from '../../people/interests.ts'
import type { Reader, SqlValue } from '../../store/store.ts'
import { caseById, versionsOfCase } from '../cases/rows.ts'
import { deliveryOwnHand, deliveryUnknown } from './refusals.ts'

/** A payout of a case, as it left. */
export interface PaidCase {
  readonly payout: PayoutId
  readonly case_id: CaseId
  readonly fund_id: FundId
  readonly unit_id: UnitId | null
  readonly beneficiary_id: PartyId
  readonly payee_id: PartyId
  readonly amount_minor: Minor
  readonly form: 'bank' | 'cash' | 'goods'
  readonly paid_on: Day
  readonly event_seq: EventSeq
  /** It bounced or was undone. */
  readonly back: 0 | 1
}

/** Payouts of cases in SQL: `p` the payout, `c` its case, `r` its result, `l` its line. */
const fromSql = `from payout as p
  join batch_line_result as r on r.payout_id = p.id
  join batch_line as l on l.id = r.line_id
  join instalment as i on i.id = l.instalment_id
  join award as a on a.id = i.award_id
  join hardship_case as c on c.id = a.case_id`

/** Whether it came back: the line bounced, or the entry was undone. */
const backSql = `(exists (select 1 from batch_line_bounce as b where b.line_id = l.id)
  or exists (select 1 from entry as e where e.reverses = p.entry_id))`

const columnsSql = `p.id as "payout", c.id as "case_id", p.fund_id as "fund_id", c.unit_id as "unit_id",
  p.beneficiary_id as "beneficiary_id", p.payee_id as "payee_id", p.amount_minor as "amount_minor",
  p.form as "form", p.paid_on as "paid_on", p.event_seq as "event_seq", ${backSql} as "back"`

/** Payouts of cases by a condition on `p` and `c`, in the order of their numbers. */
export function paidWhere(
  reader: Reader,
  where: string,
  values: readonly SqlValue[],
  limit?: number,
): PaidCase[] {
  const most = limit === undefined ? '' : ` limit ${limit}`
  const sql = `select ${columnsSql} ${fromSql} where ${where} order by p.id${most}`
  return reader.all(sql, [...values]) as unknown as PaidCase[]
}

/** Those that did not come back. */
export const standsSql = `not ${backSql}`

/** The payout of a case with a number, as far as the caller reaches the case. Refuses `delivery.unknown`. */
export function paidWithId(asker: Act | View, payout: number): PaidCase {
  const [found] = paidWhere(asker, 'p.id = +?', [payout])
  if (!found || !inScope(asker.scope, found.unit_id)) throw deliveryUnknown({ payout })
  return found
}

/** All payouts of a case. */
export function paidOfCase(reader: Reader, id: CaseId): PaidCase[] {
  return paidWhere(reader, 'c.id = +?', [id])
}

const handsSql = `select x.actor as "actor" from case_approval as x where x.case_id = +?
  union select b.actor from batch_line_result as r join batch_line as l on l.id = r.line_id
    join batch as b on b.id = l.batch_id where r.payout_id = +?
  union select e.actor from batch_line_result as r join batch_line as l on l.id = r.line_id
    join batch_release as e on e.batch_id = l.batch_id where r.payout_id = +?
  union select r.actor from batch_line_result as r join batch_line as l on l.id = r.line_id
    join batch as b on b.id = l.batch_id where r.payout_id = +? and b.form <> 'bank'`

/**
 * Everybody who had a hand in a payout: who proposed the case, who approved it, who prepared and released the batch, and
 * of cash and goods who handed them over.
 */
export function handsOn(reader: Reader, { payout, case_id }: PaidCase): string[] {
  const proposed = [
    caseById(reader, case_id).actor,
    ...versionsOfCase(reader, case_id).map(({ actor }) => actor),
  ]
  const others = reader
    .all(handsSql, [case_id, payout, payout, payout])
    .map(({ actor }) => actor as string)
  return [...new Set([...proposed, ...others])]
}

/** Whether whoever asks is one of those. */
export function hadAHand(asker: Act | View, paid: PaidCase): boolean {
  const oneself = principalOf(asker, asker.caller.actor)
  const since = caseById(asker, paid.case_id).event_seq
  return handsOn(asker, paid).some((hand) => isSamePerson(asker, hand, oneself, since))
}

/** Refuses `delivery.own_hand`: whether it arrived is asked by somebody who had no part in it (handbook A9). */
export function requireIndependent(act: Act, paid: PaidCase): void {
  if (hadAHand(act, paid)) throw deliveryOwnHand({ payout: paid.payout })
}
