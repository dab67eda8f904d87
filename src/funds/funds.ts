/** Commands and queries of funds themselves. */

import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { textFor } from '../book/details.ts'
import { amountOut, codeField, dayOut, nameField, reasonField } from '../book/fields.ts'
import { type Act, command, deciders, query, type View } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { FundId } from '../kit/ids.ts'
import { amountText, exponentOf, type Minor } from '../kit/money.ts'
import {
  closingOf,
  type Fund,
  findFund,
  fundWithCode,
  listFunds,
  requireOpenFund,
} from '../ledger/funds.ts'
import { fundExists } from '../ledger/refusals.ts'
import { unitById, unitMeant } from '../people/units.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import { availabilityOf, policyField, policyOf, policyText } from './policy.ts'

export const restrictions = [
  'unrestricted',
  'purpose',
  'time',
  'principal_preserved',
  'board_designated',
] as const

const fundOut = z.object({
  fund: z.string(),
  name: z.string(),
  restriction: z.enum(restrictions),
  purpose: z.string(),
  currency: z.string(),
  unit: z.string().nullable(),
  policy: policyField,
  money: amountOut,
  payables: amountOut,
  commitments: amountOut,
  preserved: amountOut,
  available: amountOut,
  closed: z.boolean(),
  closing_reason: z.string().nullable(),
  /** The newest day on which anything of it moved. */
  newest_on: dayOut.nullable(),
  /** Entries ever; a fund without any is empty. */
  entries: z.number(),
})

const lastMoved = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('balance as b')
    .select((e) =>
      e.fn
        .max(
          e
            .selectFrom('balance_day as d')
            .select((f) => f.fn.max('d.day').as('day'))
            .whereRef('d.account_id', '=', 'b.account_id')
            .whereRef('d.fund_id', '=', 'b.fund_id')
            .$asScalar(),
        )
        .as('day'),
    )
    .where('b.fund_id', '=', p.fundId),
)
// Serials of a fund have no gap, so the newest one counts its entries.
const newestSerial = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.max('fund_serial').as('serial'))
    .where('fund_id', '=', p.fundId),
)

function fundShown(view: View, fund: Fund): z.output<typeof fundOut> {
  const held = availabilityOf(view, fund)
  const closing = closingOf(view, fund.id)
  const text = (amount: Minor) => amountText(amount, fund.currency)
  return {
    fund: fund.code,
    name: fund.name,
    restriction: fund.restriction,
    purpose: fund.purpose,
    currency: fund.currency,
    unit: fund.unit_id === null ? null : unitById(view, fund.unit_id).code,
    policy: policyOf(view, fund),
    money: text(held.moneyMinor),
    payables: text(held.payablesMinor),
    commitments: text(held.commitmentsMinor),
    preserved: text(held.preservedMinor),
    available: text(held.availableMinor),
    closed: closing !== undefined,
    closing_reason: closing ? textFor(view, closing.reason_detail_id) : null,
    newest_on: (first(view, lastMoved, { fundId: fund.id })?.day ?? null) as Day | null,
    entries: first(view, newestSerial, { fundId: fund.id })?.serial ?? 0,
  }
}

function setPolicy(act: Act, fund: Fund, policy: z.output<typeof policyField>): void {
  insert(act, 'fund_policy', {
    id: nextId(act, 'fund_policy'),
    fund_id: fund.id,
    policy: policyText(policy, fund.currency),
    event_seq: act.seq,
  })
}

export const open = command({
  name: 'funds.open',
  summary: 'Opens a fund: money kept for a purpose, in one currency',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/funds' },
  input: z.strictObject({
    fund: codeField,
    name: nameField,
    restriction: z.enum(restrictions),
    purpose: reasonField,
    currency: z.string().max(10).optional(),
    /** The code of the unit that keeps it; without one the whole organisation, as far as the caller reaches. */
    unit: codeField.nullable().default(null),
    policy: policyField.prefault({}),
  }),
  output: z.object({ fund: z.string() }),
  subject: ({ fund }) => `fund/${fund}`,
  run: (act, input) => {
    const organisation = organisationOf(act)
    const currency = input.currency ?? organisation.currency
    exponentOf(currency)
    if (findFund(act, input.fund)) throw fundExists({ code: input.fund })
    policyText(input.policy, currency)
    const fund: Fund = {
      id: nextId(act, 'fund'),
      code: input.fund,
      name: input.name,
      restriction: input.restriction,
      purpose: input.purpose,
      currency,
      unit_id: unitMeant(act, input.unit)?.id ?? null,
      event_seq: act.seq,
    }
    insert(act, 'fund', fund)
    setPolicy(act, fund, input.policy)
    return { fund: fund.code }
  },
})

export const changePolicy = command({
  name: 'funds.change_policy',
  summary: 'Puts a new policy of a fund in force; earlier ones stay on record',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/policies' },
  input: z.strictObject({ fund: codeField, policy: policyField }),
  output: z.object({ fund: z.string() }),
  subject: ({ fund }) => `fund/${fund}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    requireOpenFund(act, fund)
    setPolicy(act, fund, input.policy)
    return { fund: fund.code }
  },
})

export const list = query({
  name: 'funds.list',
  summary: 'Lists the funds with what each holds, owes, has promised and may still give',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/funds' },
  input: z.strictObject({ state: z.enum(['open', 'closed', 'all']).default('open') }),
  output: z.object({ funds: z.array(fundOut) }),
  run: (view, { state }) => ({
    funds: listFunds(view)
      .filter(
        ({ id }) => state === 'all' || (closingOf(view, id) !== undefined) === (state === 'closed'),
      )
      .map((fund) => fundShown(view, fund)),
  }),
})

export const show = query({
  name: 'funds.show',
  summary: 'Shows a fund with what it holds, owes, has promised and may still give',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/funds/{fund}' },
  input: z.strictObject({ fund: codeField }),
  output: fundOut,
  run: (view, input) => fundShown(view, fundWithCode(view, input.fund)),
})
