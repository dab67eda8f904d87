/** Steps that tests of awards take: policies, a case at its approval, an award paid by a batch. */
import { put } from '../../../src/access/policies.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { recordBounce } from '../../../src/hardship/batches/bounces.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { status } from '../../../src/people/commands.ts'
import type { PolicyKind } from '../../../src/policies/kinds.ts'
import { type PaidBook, paidBook } from '../batches/scene.ts'
import type { HardshipOptions } from '../hardship-for-tests.ts'

type Given = Parameters<PaidBook['submitCase']>[0]

export interface AwardBook extends PaidBook {
  /** Puts a policy in force for the whole organisation, or for a unit. */
  policy(kind: PolicyKind, body: object, unit?: string): void
  /** Puts caps in force, each on all help in CNY unless told otherwise. */
  caps(...caps: readonly object[]): void
  /** A case that waits to be approved. */
  waiting(given?: Given): number
  /** A case that was approved. */
  award(given?: Given): number
  /** Pays what is payable by bank, each line confirmed; answers the payouts. */
  pay(): number[]
  /** The bank brings back what the first line of a batch paid. */
  bounce(batch: string): void
  died(party: string): void
  /** What a cell of the book says. */
  ask(sql: string, ...values: readonly (string | number)[]): unknown
  /** The entries on cases since the last call: kind, legs, amounts. */
  entries(): string
}

/** A book in which cases are approved, with a clock that entries are told by. */
export function awardBook(options: HardshipOptions = {}): AwardBook {
  const b = paidBook(options)
  const { t, as } = b
  const ask: AwardBook['ask'] = (sql, ...values) =>
    Object.values(t.book.store.first(sql, values) ?? { none: undefined })[0]
  const waiting: AwardBook['waiting'] = (given = {}) => {
    const id = b.submitCase(given)
    t.does(verify, { cases: [id] }, as.approver)
    return id
  }
  const award: AwardBook['award'] = (given = {}) => {
    const id = waiting(given)
    t.does(approve, { cases: [id] }, as.approver)
    return id
  }
  const pay = () => {
    const batch = b.released()
    const lines = Number(ask('select lines from batch_release order by id desc limit 1'))
    return Array.from({ length: lines }, (_, at) => {
      const line = { batch, line: at + 1, outcome: 'paid' } as const
      t.does(recordResult, line, as.administrator)
      return Number(ask('select max(id) from payout'))
    })
  }
  const sql = `select e.id, e.kind, e.effective_on, d.code as debit, c.code as credit, p.amount_minor as amount
    from entry as e join posting as p on p.entry_id = e.id
    join account as d on d.id = p.debit_account_id join account as c on c.id = p.credit_account_id
    where e.id > ? and (e.kind like 'award.%' or e.kind like 'clawback.%') order by p.id`
  let seen = 0
  const entries = () => {
    const found = t.book.store.all(sql, [seen])
    seen = Number(found.at(-1)?.id ?? seen)
    return found
      .map((row) => `${row.effective_on} ${row.kind}: ${row.debit} to ${row.credit}, ${row.amount}`)
      .join('\n')
  }
  const none = { window_months: null, least: null, most: null, times_most: null, currency: 'CNY' }
  const policy: AwardBook['policy'] = (kind, body, unit) => {
    const where = unit === undefined ? {} : { unit }
    t.does(put, { kind, body: body as never, ...where })
  }
  return {
    ...b,
    ask,
    waiting,
    award,
    pay,
    entries,
    policy,
    caps: (...caps) =>
      policy('caps', { caps: caps.map((cap) => ({ ...none, help: 'any', ...cap })) }),
    bounce: (batch) => {
      t.does(recordBounce, { batch, line: 1 }, as.administrator)
    },
    died: (party) => {
      t.does(status, { party, status: 'died' } as never)
    },
  }
}
