/** Commands and queries of funds themselves. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { amountOut, codeField, nameField, reasonField } from '../book/fields.ts'
import { type Act, anyRole, command, query } from '../book/registry.ts'
import { amountText, exponentOf, type Minor } from '../kit/money.ts'
import { type Fund, findFund, fundWithCode, listFunds } from '../ledger/funds.ts'
import { fundExists } from '../ledger/refusals.ts'
import { insert, nextId } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
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
})

function fundShown(reader: Reader, fund: Fund): z.output<typeof fundOut> {
  const held = availabilityOf(reader, fund)
  const text = (amount: Minor) => amountText(amount, fund.currency)
  return {
    fund: fund.code,
    name: fund.name,
    restriction: fund.restriction,
    purpose: fund.purpose,
    currency: fund.currency,
    unit: fund.unit,
    policy: policyOf(reader, fund),
    money: text(held.moneyMinor),
    payables: text(held.payablesMinor),
    commitments: text(held.commitmentsMinor),
    preserved: text(held.preservedMinor),
    available: text(held.availableMinor),
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
  route: { method: 'POST', path: '/funds' },
  input: z.strictObject({
    fund: codeField,
    name: nameField,
    restriction: z.enum(restrictions),
    purpose: reasonField,
    currency: z.string().max(10).optional(),
    unit: nameField.nullable().default(null),
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
      unit: input.unit,
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
  route: { method: 'POST', path: '/funds/{fund}/policies' },
  input: z.strictObject({ fund: codeField, policy: policyField }),
  output: z.object({ fund: z.string() }),
  subject: ({ fund }) => `fund/${fund}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    setPolicy(act, fund, input.policy)
    return { fund: fund.code }
  },
})

export const list = query({
  name: 'funds.list',
  summary: 'Lists the funds with what each holds, owes, has promised and may still give',
  may: anyRole,
  route: { method: 'GET', path: '/funds' },
  input: z.strictObject({}),
  output: z.object({ funds: z.array(fundOut) }),
  run: (view) => ({ funds: listFunds(view).map((fund) => fundShown(view, fund)) }),
})

export const show = query({
  name: 'funds.show',
  summary: 'Shows a fund with what it holds, owes, has promised and may still give',
  may: anyRole,
  route: { method: 'GET', path: '/funds/{fund}' },
  input: z.strictObject({ fund: codeField }),
  output: fundOut,
  run: (view, input) => fundShown(view, fundWithCode(view, input.fund)),
})
