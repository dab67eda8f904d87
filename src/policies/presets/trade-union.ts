/** A union branch's hardship fund, by published measures of unions (handbook A4 to A6). */
import type { Preset } from '../presets.ts'
import {
  approve,
  causesOf,
  checksOf,
  deliberate,
  exclusionsOfUnion,
  homeVisit,
  notice,
  pay,
  revisitIn,
  verify,
  workflow,
} from './casework.ts'
import { visitingOfUnion } from './pairing.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

export const tradeUnion: Preset = {
  duties: {
    not_the_same: ['entered_approved', 'approved_paid', 'entered_paid'],
    incompatible_roles: [
      { one: 'fund_administrator', other: 'approver' },
      // The union's own audit committee stands apart from those whom it examines (A10).
      { one: 'fund_administrator', other: 'auditor' },
      { one: 'approver', other: 'auditor' },
    ],
    // Small help is paid at once; above that two see it (A4; US$500 is the least help of one in F3).
    approval_above: { CNY: '1000.00', USD: '500.00', EUR: '500.00', GBP: '500.00' },
    approvals: [],
    emergency_allowed: true,
    emergency_limit: { CNY: '2000.00', USD: '250.00' },
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
  tiers: {
    tiers: [
      { currency: 'CNY', above: '0.00', decided_by: 'approver' },
      { currency: 'CNY', above: '2000.00', decided_by: 'committee' },
      // US$250 with a majority of all officers (F3).
      { currency: 'USD', above: '0.00', decided_by: 'all_officers' },
    ],
  },
  // Apply, verify, notice, approve, file (A5); the file of the household comes first, and somebody goes there.
  workflows: {
    workflows: [
      workflow(
        'one-off',
        'One-off help',
        [verify, homeVisit, deliberate, notice, approve, pay, revisitIn(6)],
        { emergency: true },
      ),
      workflow('festival', 'Festival visits', [verify, notice, approve, pay]),
      workflow('medical', 'Medical grant', [
        verify,
        homeVisit,
        checksOf(exclusionsOfUnion),
        deliberate,
        notice,
        approve,
        pay,
        revisitIn(6),
      ]),
      workflow('schooling', 'Schooling grant', [
        verify,
        checksOf(exclusionsOfUnion),
        deliberate,
        notice,
        approve,
        pay,
      ]),
      workflow('allowance', 'Monthly allowance', [
        verify,
        homeVisit,
        checksOf(exclusionsOfUnion),
        deliberate,
        notice,
        approve,
        pay,
        revisitIn(12),
      ]),
    ],
  },
  causes: causesOf('pov', 'ill', 'han', 'dis', 'acc', 'mar', 'ber', 'sch', 'eld'),
  notice: { stages: [{ level: 'unit', days: 5, counted_in: 'working_days' }] },
  caps: {
    caps: [
      {
        ...none,
        help: 'living',
        scope: 'household',
        window: 'calendar_year',
        currency: 'CNY',
        value: {
          kind: 'multiple_of_standard',
          standard: 'Local subsistence allowance a year',
          times: '1',
        },
      },
      {
        ...none,
        help: 'medical',
        scope: 'household',
        window: 'calendar_year',
        currency: 'CNY',
        value: { kind: 'share_of_document', percent: '100' },
      },
      {
        ...none,
        help: 'schooling',
        scope: 'person',
        window: 'calendar_year',
        currency: 'CNY',
        value: {
          kind: 'multiple_of_standard',
          standard: 'Basic living costs a month',
          times: '10',
        },
      },
      {
        ...none,
        help: 'any',
        scope: 'person',
        window: 'rolling_months',
        window_months: 12,
        currency: 'USD',
        value: { kind: 'fixed', amount: '1000.00' },
      },
    ],
  },
  visiting: visitingOfUnion,
  retention: {
    beneficiary_years: 15,
    refused_applicant_years: 3,
    payee_years: 15,
    donor_years: 15,
    member_years: null,
    helper_years: 10,
    vendor_years: 10,
    training_provider_years: 10,
  },
  sign_in: { session_hours: 10, idle_minutes: 60, second_factor_roles: [] },
}
