/** Closing a fund for good: what it was stays on record, and it takes no entry any more. */
import { z } from 'zod'
import { keepDetail } from '../book/details.ts'
import { codeField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { FundId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { type Fund, fundWithCode, requireOpenFund } from '../ledger/funds.ts'
import { build, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { fundStillHolds } from './refusals.ts'

/** What stands in the balance sheet, or is promised: income and expenses of a fund that ends may stay. */
const holdings = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('balance as b')
    .innerJoin('account as a', 'a.id', 'b.account_id')
    .select(['a.code', 'a.name', 'b.balance_minor'])
    .where('b.fund_id', '=', p.fundId)
    .where('b.balance_minor', '<>', 0 as never)
    .where('a.class', 'in', ['asset', 'liability', 'memorandum'])
    .where((e) => e.or([e('a.role', 'is', null), e('a.role', '<>', 'memorandum_contra')]))
    .orderBy('a.code'),
)

/** Refuses `fund.still_holds`. */
function requireNothingHeld(reader: Reader, fund: Fund): void {
  const held = rows(reader, holdings, { fundId: fund.id })
  if (held.length === 0) return
  throw fundStillHolds({
    fund: fund.code,
    held: held.map(({ code, name, balance_minor }) => ({
      account: `${name} (${code})`,
      amount: amountText(balance_minor, fund.currency),
    })),
    currency: fund.currency,
  })
}

export const close = command({
  name: 'funds.close',
  summary: 'Closes a fund for good, once it holds, owes and promises nothing',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/closing' },
  input: z.strictObject({ fund: codeField, reason: reasonField }),
  output: z.object({ fund: z.string() }),
  subject: ({ fund }) => `fund/${fund}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    requireOpenFund(act, fund)
    requireNothingHeld(act, fund)
    insert(act, 'fund_closing', {
      id: nextId(act, 'fund_closing'),
      fund_id: fund.id,
      reason_detail_id: keepDetail(act, 'closing_reason', input.reason),
      event_seq: act.seq,
    })
    return { fund: fund.code }
  },
})
