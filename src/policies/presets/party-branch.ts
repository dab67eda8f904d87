/** A party branch's care fund, by published measures of party committees (handbook A1 to A7). */
import { neutralPayments } from '../payments.ts'
import type { Preset } from '../presets.ts'
import {
  approve,
  causesOf,
  checksOf,
  deliberate,
  exclusionsOfParty,
  homeVisit,
  notice,
  pay,
  review,
  revisitIn,
  verify,
  workflow,
} from './casework.ts'
import { pairingOfParty, visitingOfParty } from './pairing.ts'

const none = { window_months: null, least: null, most: null, times_most: null } as const

export const partyBranch: Preset = {
  duties: {
    // The one who keeps the books and the one who keeps the money are different people (A1, A10).
    not_the_same: ['entered_approved', 'approved_paid', 'entered_paid'],
    incompatible_roles: [
      { one: 'fund_administrator', other: 'approver' },
      { one: 'fund_administrator', other: 'auditor' },
      { one: 'approver', other: 'auditor' },
    ],
    // To use or allot dues needs a decision taken together (A1): no payout without one.
    approval_above: { CNY: '0.00' },
    // Above ¥1,000 a higher body decides as well (A4, an organ's party committee).
    approvals: [
      { currency: 'CNY', above: '0.00', approvals: 1 },
      { currency: 'CNY', above: '1000.00', approvals: 2 },
    ],
    emergency_allowed: true,
    emergency_limit: { CNY: '1000.00' },
    emergency_others: 2,
  },
  committee: {
    quorum_share: '2/3',
    quorum_members: null,
    majority_share: '1/2',
    majority_over: 'more_than',
    majority_of: 'members',
    // A supervising group stands beside the leading one (A2).
    supervisors_attend: true,
  },
  tiers: {
    tiers: [
      { currency: 'CNY', above: '0.00', decided_by: 'committee' },
      { currency: 'CNY', above: '1000.00', decided_by: 'higher_body' },
    ],
  },
  // The member applies; the branch verifies and deliberates, the committee above reviews, other bodies check; then the
  // notice, the approval, the payment and a visit after it (A5).
  workflows: {
    workflows: [
      workflow(
        'one-off',
        'One-off help',
        [
          verify,
          deliberate,
          review,
          checksOf(exclusionsOfParty),
          notice,
          approve,
          pay,
          revisitIn(6),
        ],
        { emergency: true },
      ),
      // A list of hundreds, given in person before a festival (A5, section 0.4).
      workflow('festival', 'Festival visits', [verify, deliberate, notice, approve, pay]),
      // Here the notice stands before the review above, as some measures have it (A5).
      workflow('allowance', 'Monthly allowance', [
        verify,
        homeVisit,
        deliberate,
        notice,
        review,
        checksOf(exclusionsOfParty),
        approve,
        pay,
        revisitIn(12),
      ]),
      workflow('medical', 'Medical grant', [
        verify,
        homeVisit,
        deliberate,
        review,
        checksOf(exclusionsOfParty),
        notice,
        approve,
        pay,
        revisitIn(6),
      ]),
      workflow(
        'disaster',
        'Disaster relief',
        [verify, homeVisit, deliberate, notice, approve, pay, revisitIn(6)],
        { emergency: true },
      ),
    ],
  },
  causes: causesOf(
    'eld',
    'pov',
    'ill',
    'dis',
    'acc',
    'mar',
    'cad',
    'hon',
    'han',
    'flw',
    'ber',
    'sch',
  ),
  // The same help twice and help to one's own are what cases are about (A9): both are looked at before paying.
  payments: { ...neutralPayments, unusual_percent: 200 },
  // Five working days is the length that most measures name (A6).
  notice: { stages: [{ level: 'unit', days: 5, counted_in: 'working_days' }] },
  caps: {
    caps: [
      {
        ...none,
        help: 'one_off',
        scope: 'person',
        window: 'calendar_year',
        currency: 'CNY',
        value: { kind: 'fixed', amount: '1000.00' },
        times_most: 1,
      },
      {
        ...none,
        help: 'severe_loss',
        scope: 'event',
        window: 'per_event',
        currency: 'CNY',
        value: { kind: 'fixed', amount: '10000.00' },
        times_most: 1,
      },
      {
        ...none,
        help: 'allowance',
        scope: 'person',
        window: 'rolling_months',
        window_months: 1,
        currency: 'CNY',
        value: { kind: 'fixed', amount: '50.00' },
        times_most: 1,
      },
      {
        ...none,
        help: 'visit',
        scope: 'person',
        window: 'per_event',
        currency: 'CNY',
        value: { kind: 'none' },
        least: '200.00',
        most: '500.00',
      },
    ],
  },
  pairing: pairingOfParty,
  visiting: visitingOfParty,
  retention: {
    beneficiary_years: 30,
    refused_applicant_years: 3,
    payee_years: 30,
    donor_years: 30,
    member_years: null,
    helper_years: 10,
    vendor_years: 10,
    training_provider_years: 10,
  },
  sign_in: { session_hours: 10, idle_minutes: 60, second_factor_roles: [] },
}
