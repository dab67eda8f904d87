/** General mutual aid among members: few people, short ways, and still nobody alone (handbook F3). */
import type { Preset } from '../presets.ts'
import {
  approve,
  checksOf,
  deliberate,
  exclusionsOfMembers,
  pay,
  revisitIn,
  verify,
  workflow,
} from './casework.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

export const mutualAid: Preset = {
  duties: {
    not_the_same: ['entered_approved', 'approved_paid'],
    incompatible_roles: [{ one: 'fund_administrator', other: 'auditor' }],
    approval_above: { USD: '250.00', EUR: '250.00', GBP: '250.00', CNY: '1000.00' },
    approvals: [],
    emergency_allowed: true,
    emergency_limit: { USD: '250.00', EUR: '250.00', GBP: '250.00', CNY: '1000.00' },
    emergency_others: 2,
  },
  workflows: {
    workflows: [
      workflow('one-off', 'One-off help', [verify, deliberate, approve, pay], { emergency: true }),
      workflow('allowance', 'Monthly allowance', [
        verify,
        checksOf(exclusionsOfMembers),
        deliberate,
        approve,
        pay,
        revisitIn(6),
      ]),
      workflow('medical', 'Medical grant', [verify, deliberate, approve, pay]),
      workflow('bereavement', 'Bereavement', [verify, approve, pay]),
    ],
  },
  caps: {
    caps: [
      {
        ...none,
        help: 'any',
        scope: 'household',
        window: 'rolling_months',
        window_months: 12,
        currency: 'USD',
        value: { kind: 'fixed', amount: '1000.00' },
      },
    ],
  },
  sign_in: { session_hours: 12, idle_minutes: 120, second_factor_roles: [] },
}
