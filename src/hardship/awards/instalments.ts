/**
 * Instalments: what of an award is payable. Where one stands follows from the lines of batches it was in; what it is
 * owed as follows with it, so that the ledger's debts and the instalments are two accounts of one thing.
 */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { AwardId, CaseId, FundId, InstalmentId, UnitId } from '../../kit/ids.ts'
import type { Fund } from '../../ledger/funds.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'

export type Instalment = Row<'instalment'>
export type InstalmentForm = Instalment['form']

export const instalmentStates = ['payable', 'in_batch', 'paid', 'returned', 'cancelled'] as const
export type InstalmentState = (typeof instalmentStates)[number]

const byId = prepare((p: { id: InstalmentId }) =>
  build.selectFrom('instalment').selectAll().where('id', '=', p.id),
)
const byAward = prepare((p: { id: AwardId }) =>
  build.selectFrom('instalment').selectAll().where('award_id', '=', p.id).orderBy('number'),
)

/** True in SQL of a line that was neither taken out nor dropped with its batch; `l` is the line. */
const lineStands = `not exists (select 1 from batch_line_removal as x where x.line_id = l.id)
    and not exists (select 1 from batch_drop as d where d.batch_id = l.batch_id)`

/**
 * Where an instalment `i` stands, in SQL. What the bank rejected, or what came back, is owed as returned; cash and
 * goods that were not handed out make no entry and stay payable.
 */
export const stateInSql = `case
  when exists (select 1 from instalment_end as n where n.instalment_id = i.id) then 'cancelled'
  when exists (select 1 from batch_line as l
    left join batch_line_result as r on r.line_id = l.id
    where l.instalment_id = i.id and r.id is null and ${lineStands}) then 'in_batch'
  when exists (select 1 from batch_line as l
    join batch_line_result as r on r.line_id = l.id and r.outcome = 'paid'
    where l.instalment_id = i.id
      and not exists (select 1 from batch_line_bounce as b where b.line_id = l.id)) then 'paid'
  when ${returnedInSql()} then 'returned'
  else 'payable' end`

function returnedInSql(): string {
  return `exists (select 1 from batch_line as l
    left join batch_line_result as r on r.line_id = l.id
    left join batch_line_bounce as b on b.line_id = l.id
    where l.instalment_id = i.id
      and (b.id is not null or (r.outcome = 'rejected' and r.entry_id is not null)))`
}

/** The instalment with an id that stands in the book. */
export function instalmentById(reader: Reader, id: InstalmentId): Instalment {
  const found = first(reader, byId, { id })
  if (!found) throw new Error(`There is no instalment ${id}.`)
  return found
}

/** The instalments of an award that became payable so far, in their order. */
export function instalmentsOf(reader: Reader, id: AwardId): Instalment[] {
  return rows(reader, byAward, { id })
}

/** Where an instalment stands now. */
export function stateOfInstalment(reader: Reader, id: InstalmentId): InstalmentState {
  const found = reader.first(
    `select ${stateInSql} as "state" from instalment as i where i.id = +?`,
    [id],
  )
  if (!found) throw new Error(`There is no instalment ${id}.`)
  return found.state as InstalmentState
}

/** The debt as which the ledger holds an unpaid instalment: it was never sent, or it came back. */
export function debtOf(reader: Reader, id: InstalmentId): 'grants_payable' | 'returned_payments' {
  const found = reader.first(
    `select 1 as "one" from instalment as i where i.id = +? and ${returnedInSql()}`,
    [id],
  )
  return found ? 'returned_payments' : 'grants_payable'
}

/** An instalment that may be put in a batch, with its case. */
export interface PayableInstalment extends Instalment {
  readonly case_id: CaseId
  readonly state: 'payable' | 'returned'
}

const payable = `select i.*, a.case_id as "case_id", c.unit_id as "case_unit_id", ${stateInSql} as "state"
  from instalment as i
  join award as a on a.id = i.award_id
  join hardship_case as c on c.id = a.case_id
  where i.fund_id = +? and i.form = +?
    and not exists (select 1 from instalment_end as n where n.instalment_id = i.id)
  order by i.id`

/** What of a fund waits to be paid in a form, oldest first, as far as the asker reaches. */
export function payableInstalments(
  asker: Scoped,
  { id }: Pick<Fund, 'id'>,
  form: InstalmentForm,
): PayableInstalment[] {
  return payableIn(asker, id, form).filter(
    ({ state }) => state === 'payable' || state === 'returned',
  )
}

function payableIn(asker: Scoped, fund: FundId, form: InstalmentForm): PayableInstalment[] {
  return asker
    .all(payable, [fund, form])
    .filter(({ case_unit_id }) => inScope(asker.scope, case_unit_id as UnitId | null))
    .map(({ case_unit_id: _, ...row }) => row as unknown as PayableInstalment)
}
