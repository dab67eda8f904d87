/**
 * An employer's relief fund: objective need, an independent committee, no notice on a board (IRS Publication
 * 3833; handbook F3).
 */
import { houseMasks } from '../defaults.ts'
import { neutralPayments } from '../payments.ts'
import type { Preset } from '../presets.ts'
import {
  approve,
  checksOf,
  deliberate,
  exclusionsOfEmployer,
  pay,
  verify,
  workflow,
} from './casework.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

export const employerRelief: Preset = {
  duties: {
    not_the_same: ['entered_approved', 'approved_paid', 'entered_paid'],
    incompatible_roles: [
      { one: 'fund_administrator', other: 'approver' },
      { one: 'fund_administrator', other: 'auditor' },
      { one: 'approver', other: 'auditor' },
      { one: 'committee_member', other: 'auditor' },
    ],
    approval_above: { USD: '0.00', CNY: '0.00', EUR: '0.00', GBP: '0.00' },
    approvals: [{ currency: 'USD', above: '2500.00', approvals: 2 }],
    emergency_allowed: true,
    emergency_limit: { USD: '500.00', EUR: '500.00', GBP: '500.00', CNY: '2000.00' },
    emergency_others: 2,
  },
  committee: {
    // A panel of about four; three of them can decide (F3).
    quorum_share: null,
    quorum_members: 3,
    majority_share: '1/2',
    majority_over: 'more_than',
    majority_of: 'members',
    supervisors_attend: false,
  },
  tiers: {
    tiers: [
      { currency: 'USD', above: '0.00', decided_by: 'approver' },
      { currency: 'USD', above: '1000.00', decided_by: 'committee' },
    ],
  },
  // Objective criteria first, then an independent committee (F3); nothing is put on a board.
  workflows: {
    workflows: [
      workflow(
        'one-off',
        'One-off help',
        [verify, checksOf(exclusionsOfEmployer), deliberate, approve, pay],
        { emergency: true },
      ),
      workflow('disaster', 'Disaster relief', [verify, deliberate, approve, pay], {
        emergency: true,
      }),
      workflow('medical', 'Medical grant', [
        verify,
        checksOf(exclusionsOfEmployer),
        deliberate,
        approve,
        pay,
      ]),
      workflow('bereavement', 'Bereavement', [verify, deliberate, approve, pay]),
    ],
  },
  // Four grants of five go to vendors (F3): one who was never paid before is looked at twice.
  payments: {
    ...neutralPayments,
    grades: { ...neutralPayments.grades, new_payee: 'amber', open_duplicate: 'red' },
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
        value: { kind: 'none' },
        times_most: 1,
      },
      {
        ...none,
        help: 'any',
        scope: 'event',
        window: 'per_event',
        currency: 'USD',
        value: { kind: 'none' },
        least: '500.00',
        most: '5000.00',
        times_most: 1,
      },
    ],
  },
  // Nobody's need is put on a board: the notice has neither names nor what an illness is of.
  masks: {
    ...houseMasks,
    name: { ...houseMasks.name, notice: 'omit' },
    address: { ...houseMasks.address, notice: 'omit' },
    illness: { ...houseMasks.illness, notice: 'omit' },
    disability: { ...houseMasks.disability, notice: 'omit' },
  },
  retention: {
    beneficiary_years: 7,
    refused_applicant_years: 3,
    payee_years: 7,
    donor_years: 7,
    member_years: 7,
    helper_years: 7,
    vendor_years: 7,
    training_provider_years: 7,
  },
  sign_in: { session_hours: 8, idle_minutes: 30, second_factor_roles: [] },
}
