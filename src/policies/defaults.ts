/**
 * What holds where an organisation has said nothing: neutral, and no stricter than the house itself. The masks
 * are the house style of the handbook (A7), since the careful choice is the default.
 */
import { neutralCauses } from './causes.ts'
import type { PolicyBodies } from './kinds.ts'
import { neutralPairing } from './pairing.ts'
import { neutralPayments } from './payments.ts'
import type { Masks } from './people-data.ts'
import { neutralVisiting } from './visiting.ts'
import { neutralWorkflows } from './workflows.ts'

const shown = {
  internal: 'full',
  notice: 'full',
  slip: 'full',
  statement: 'full',
  export: 'full',
} as const
const inside = {
  internal: 'full',
  notice: 'omit',
  slip: 'omit',
  statement: 'omit',
  export: 'omit',
} as const

export const houseMasks: Masks = {
  name: { ...shown, notice: 'masked_name', statement: 'masked_name', export: 'masked_name' },
  identity_number: { ...inside, slip: 'first_three_last_four' },
  bank_account: { ...inside, slip: 'last_four' },
  phone: inside,
  email: inside,
  address: { ...inside, notice: 'area' },
  birth_date: inside,
  illness: { ...inside, notice: 'category' },
  disability: { ...inside, notice: 'category' },
  income: inside,
  family: inside,
  amount: shown,
  unit: shown,
  category: shown,
  unnamed_below_years: 14,
}

export const neutralPolicies: PolicyBodies = {
  duties: {
    not_the_same: ['entered_approved', 'approved_paid'],
    incompatible_roles: [],
    approval_above: null,
    approvals: [],
    emergency_allowed: false,
    emergency_limit: null,
    emergency_others: 2,
  },
  committee: {
    quorum_share: '1/2',
    quorum_members: null,
    majority_share: '1/2',
    majority_over: 'more_than',
    majority_of: 'present',
    supervisors_attend: false,
  },
  tiers: { tiers: [] },
  workflows: neutralWorkflows,
  causes: neutralCauses,
  notice: { stages: [] },
  caps: { caps: [] },
  standards: { standards: [] },
  payments: neutralPayments,
  pairing: neutralPairing,
  visiting: neutralVisiting,
  calendar: { weekend: [6, 7], holidays: [], make_up_days: [] },
  masks: houseMasks,
  retention: {
    beneficiary_years: null,
    refused_applicant_years: null,
    payee_years: null,
    donor_years: null,
    member_years: null,
    helper_years: null,
    vendor_years: null,
    training_provider_years: null,
  },
  sign_in: { session_hours: 8, idle_minutes: 60, second_factor_roles: [] },
}
