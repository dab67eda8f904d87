/** A co-operative's solidarity fund: its council decides, as councils of foundations do (handbook F3). */
import type { Preset } from '../presets.ts'
import {
  approve,
  checksOf,
  deliberate,
  exclusionsOfMembers,
  homeVisit,
  notice,
  pay,
  revisitIn,
  verify,
  workflow,
} from './casework.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

export const cooperative: Preset = {
  duties: {
    not_the_same: ['entered_approved', 'approved_paid'],
    incompatible_roles: [
      { one: 'fund_administrator', other: 'auditor' },
      { one: 'approver', other: 'auditor' },
    ],
    approval_above: { CNY: '500.00', USD: '100.00', EUR: '100.00', GBP: '100.00' },
    approvals: [],
    emergency_allowed: true,
    emergency_limit: { CNY: '1000.00', USD: '250.00', EUR: '250.00', GBP: '250.00' },
    emergency_others: 2,
  },
  committee: {
    quorum_share: '2/3',
    quorum_members: null,
    majority_share: '1/2',
    majority_over: 'more_than',
    majority_of: 'present',
    supervisors_attend: true,
  },
  workflows: {
    workflows: [
      workflow(
        'one-off',
        'One-off help',
        [verify, checksOf(exclusionsOfMembers), deliberate, notice, approve, pay, revisitIn(6)],
        { emergency: true },
      ),
      workflow('festival', 'Festival visits', [verify, deliberate, approve, pay]),
      workflow('allowance', 'Monthly allowance', [
        verify,
        homeVisit,
        deliberate,
        notice,
        approve,
        pay,
        revisitIn(12),
      ]),
      workflow('medical', 'Medical grant', [
        verify,
        homeVisit,
        checksOf(exclusionsOfMembers),
        deliberate,
        notice,
        approve,
        pay,
      ]),
    ],
  },
  notice: { stages: [{ level: 'unit', days: 7, counted_in: 'calendar_days' }] },
  caps: {
    caps: [
      {
        ...none,
        help: 'any',
        scope: 'household',
        window: 'rolling_months',
        window_months: 24,
        currency: 'CNY',
        value: {
          kind: 'tier_table',
          tiers: [
            { grade: 'special', amount: '2000.00' },
            { grade: 'considerable', amount: '1000.00' },
            { grade: 'general', amount: '500.00' },
          ],
        },
        // Helped in the last two years: normally not again (A3).
        times_most: 1,
      },
      {
        ...none,
        help: 'loan',
        scope: 'person',
        window: 'lifetime',
        currency: 'CNY',
        value: { kind: 'none' },
        // Two subsidised loans, and not a third (A3).
        times_most: 2,
      },
    ],
  },
  retention: {
    beneficiary_years: 10,
    refused_applicant_years: 2,
    payee_years: 10,
    donor_years: 10,
    member_years: null,
    helper_years: 5,
    vendor_years: 10,
    training_provider_years: 10,
  },
  sign_in: { session_hours: 12, idle_minutes: 60, second_factor_roles: [] },
}
