/** Funds as the ledger knows them: the dimension of every posting. */
import type { Row } from '../../db/schema.ts'
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

/** The fund with a code. Refuses `fund.unknown`. */
export function fundWithCode(reader: Reader, code: string): Fund {
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

/** All funds by code. */
export function listFunds(reader: Reader): Fund[] {
  return rows(reader, all, {})
}
