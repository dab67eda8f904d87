/** What is payable: instalments that are due and in no batch, those that came back too. */
import { inScope, type Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId, FundId, InstalmentId, PartyId, RoundId, UnitId } from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import { stateInSql } from '../awards/instalments.ts'
import type { BatchForm } from './rows.ts'

/** An instalment that can go into a batch. */
export interface Payable {
  readonly instalment_id: InstalmentId
  readonly case_id: CaseId
  readonly unit_id: UnitId | null
  readonly round_id: RoundId | null
  readonly fund_id: FundId
  readonly form: BatchForm
  readonly payee_id: PartyId
  readonly beneficiary_id: PartyId
  readonly amount_minor: Minor
  readonly due_on: Day
  /** `returned`: it was sent before, and came back or was rejected. */
  readonly state: 'payable' | 'returned'
}

const payableSql = `select i.id as "instalment_id", a.case_id as "case_id", c.unit_id as "unit_id",
    c.round_id as "round_id", i.fund_id as "fund_id", i.form as "form",
    i.payee_id as "payee_id", i.beneficiary_id as "beneficiary_id", i.amount_minor as "amount_minor", i.due_on as "due_on", ${stateInSql} as "state"
  from instalment as i
  join award as a on a.id = i.award_id
  join hardship_case as c on c.id = a.case_id
  join case_state as s on s.case_id = c.id
  where s.state = 'awarded' and i.due_on <= +?`

/** What is asked for of what is payable. */
export interface PayableAsked {
  readonly upTo: Day
  readonly fund?: FundId | undefined
  readonly form?: BatchForm | undefined
  readonly round?: RoundId | undefined
  readonly instalments?: readonly number[] | undefined
}

/** What is payable up to a day as far as this caller reaches, in the order of due days. */
export function payableOf(asker: Scoped, asked: PayableAsked): Payable[] {
  const { upTo, fund, form, round, instalments } = asked
  const conditions: [string, string | number][] = []
  if (fund !== undefined) conditions.push(['i.fund_id = +?', fund])
  if (form !== undefined) conditions.push(['i.form = +?', form])
  if (round !== undefined) conditions.push(['c.round_id = +?', round])
  if (instalments !== undefined) {
    const list = JSON.stringify(instalments)
    conditions.push(['i.id in (select value from json_each(+?))', list])
  }
  const also = conditions.map(([sql]) => ` and ${sql}`).join('')
  const values = [upTo, ...conditions.map(([, value]) => value)]
  const found = asker.all(
    `select * from (${payableSql}${also}) where "state" in ('payable', 'returned')
     order by "due_on", "instalment_id"`,
    values,
  )
  return (found as unknown as Payable[]).filter(({ unit_id }) => inScope(asker.scope, unit_id))
}
