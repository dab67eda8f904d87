/** Commands of the ledger itself: periods and accounts. */
import { z } from 'zod'
import { monthField, nameField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import { addAccount } from './accounts.ts'
import { closePeriod, declineReopening, reopenPeriod, requestReopening } from './periods.ts'

const periodOut = z.object({ month: z.string(), state: z.string() })

export const close = command({
  name: 'periods.close',
  summary: 'Closes a calendar month: it takes no entry any more',
  may: ['owner', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'POST', path: '/periods/{month}/closing' },
  input: z.strictObject({ month: monthField }),
  output: periodOut,
  subject: ({ month }) => `period/${month}`,
  run: (act, { month }) => {
    closePeriod(act, month)
    return { month, state: 'closed' }
  },
})

export const request = command({
  name: 'periods.request_reopening',
  summary: 'Asks, with a reason, for a closed month to be reopened; a second person decides',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'organisation',
  route: { method: 'POST', path: '/periods/{month}/reopening-requests' },
  input: z.strictObject({ month: monthField, reason: reasonField }),
  output: periodOut,
  subject: ({ month }) => `period/${month}`,
  run: (act, { month, reason }) => {
    requestReopening(act, month, reason)
    return { month, state: 'reopening_requested' }
  },
})

export const reopen = command({
  name: 'periods.reopen',
  summary: 'Reopens a month at another person’s request',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'organisation',
  route: { method: 'POST', path: '/periods/{month}/reopenings' },
  input: z.strictObject({ month: monthField }),
  output: periodOut,
  subject: ({ month }) => `period/${month}`,
  run: (act, { month }) => {
    reopenPeriod(act, month)
    return { month, state: 'open' }
  },
})

export const decline = command({
  name: 'periods.decline_reopening',
  summary:
    'Declines, with a reason, to reopen a month at another person’s request; it stays closed',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'organisation',
  route: { method: 'POST', path: '/periods/{month}/reopening-rejections' },
  input: z.strictObject({ month: monthField, reason: reasonField }),
  output: periodOut,
  subject: ({ month }) => `period/${month}`,
  run: (act, { month, reason }) => {
    declineReopening(act, month, reason)
    return { month, state: 'closed' }
  },
})

export const add = command({
  name: 'accounts.add',
  summary: 'Adds an account to the chart',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/accounts' },
  input: z.strictObject({
    code: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9.:_-]{0,99}$/, 'write letters, digits and . : _ -'),
    class: z.enum(['asset', 'liability', 'net_assets', 'income', 'expense']),
    name: nameField,
    name_hans: nameField.nullable().default(null),
    name_hant: nameField.nullable().default(null),
  }),
  output: z.object({ account: z.string() }),
  subject: ({ account }) => `account/${account}`,
  run: (act, input) => {
    const { code } = addAccount(act, {
      code: input.code,
      role: null,
      class: input.class,
      holding: input.class === 'liability' ? 'payable' : null,
      floor: 0,
      name: input.name,
      nameHans: input.name_hans,
      nameHant: input.name_hant,
    })
    return { account: code }
  },
})
