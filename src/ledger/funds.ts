/** Funds as the ledger knows them: the dimension of every posting. */
import type { Row } from '../../db/schema.ts'
import type { Condition } from '../book/paging.ts'
import { inScope, type Scoped } from '../book/scope.ts'
import type { FundId } from '../kit/ids.ts'
import { build, prepare, rows, steady } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { fundClosed, fundUnknown } from './refusals.ts'

export type Fund = Row<'fund'>

const byCode = prepare((p: { code: string }) =>
  build.selectFrom('fund').selectAll().where('code', '=', p.code),
)
const byId = prepare((p: { id: FundId }) =>
  build.selectFrom('fund').selectAll().where('id', '=', p.id),
)
const all = prepare<Record<never, never>, Fund>(() =>
  build.selectFrom('fund').selectAll().orderBy('code'),
)

/** The fund with a code, or undefined. */
export function findFund(reader: Reader, code: string): Fund | undefined {
  return steady(reader, byCode, { code })
}

/** The fund with a code, as far as this caller reaches. Refuses `fund.unknown`. */
export function fundWithCode(asker: Scoped, code: string): Fund {
  const found = fundByCode(asker, code)
  if (!inScope(asker.scope, found.unit_id)) throw fundUnknown({ fund: code })
  return found
}

/** The same wherever it belongs: for whoever holds the book itself. Refuses `fund.unknown`. */
export function fundByCode(reader: Reader, code: string): Fund {
  const found = findFund(reader, code)
  if (!found) throw fundUnknown({ fund: code })
  return found
}

/** The fund with an id that stands in the book. */
export function fundById(reader: Reader, fundId: FundId): Fund {
  const found = steady(reader, byId, { id: fundId })
  if (!found) throw fundUnknown({ fund: String(fundId) })
  return found
}

const closing = prepare((p: { fundId: FundId }) =>
  build.selectFrom('fund_closing').selectAll().where('fund_id', '=', p.fundId),
)

/** The closing of a fund, or undefined while it is open. */
export function closingOf(reader: Reader, fundId: FundId): Row<'fund_closing'> | undefined {
  return steady(reader, closing, { fundId })
}

/** Refuses `fund.closed`. */
export function requireOpenFund(reader: Reader, fund: Fund): void {
  if (closingOf(reader, fund.id)) throw fundClosed({ fund: fund.code })
}

/** Every fund of the book, by code. */
export function allFunds(reader: Reader): Fund[] {
  return rows(reader, all, {})
}

/** The funds that exist for this caller, by code. */
export function listFunds(asker: Scoped): Fund[] {
  return allFunds(asker).filter(({ unit_id }) => inScope(asker.scope, unit_id))
}

/** Whether what lies in a fund exists for this caller. */
export function reachesFund(asker: Scoped, fundId: FundId): boolean {
  return asker.scope === 'all' || inScope(asker.scope, fundById(asker, fundId).unit_id)
}

/**
 * The same as a condition on the rows of a list; null where everything is reached, so that the plans of
 * those who reach it stay as they are. `sql` has `@` where the list of the funds belongs.
 */
export function fundsReached(asker: Scoped, sql: string): Condition | null {
  if (asker.scope === 'all') return null
  const those = JSON.stringify(listFunds(asker).map(({ id }) => id))
  const lists = sql.split('@').length - 1
  return {
    sql: `(${sql.replaceAll('@', '(select value from json_each(+?))')})`,
    values: Array.from({ length: lists }, () => those),
  }
}
