/**
 * The roles an account may play. Posting rules speak of roles; a chart gives each role its code and its
 * names. The list follows domain handbook G3.
 */

export type AccountClass =
  | 'asset'
  | 'liability'
  | 'net_assets'
  | 'income'
  | 'expense'
  | 'memorandum'

/** What an account holds for a fund: money, a debt out of that money, or a promise on it. */
export type Holding = 'money' | 'payable' | 'commitment'

interface Nature {
  readonly class: AccountClass
  readonly holding: Holding | null
  /** 1: the debit balance stays at or above zero; -1: the credit balance does; 0: either. */
  readonly floor: -1 | 0 | 1
}

const money: Nature = { class: 'asset', holding: 'money', floor: 1 }
const asset: Nature = { class: 'asset', holding: null, floor: 1 }
const contraAsset: Nature = { class: 'asset', holding: null, floor: -1 }
const payable: Nature = { class: 'liability', holding: 'payable', floor: -1 }
const netAssets: Nature = { class: 'net_assets', holding: null, floor: 0 }
const income: Nature = { class: 'income', holding: null, floor: 0 }
const expense: Nature = { class: 'expense', holding: null, floor: 0 }
const commitment: Nature = { class: 'memorandum', holding: 'commitment', floor: 1 }
const memorandum: Nature = { class: 'memorandum', holding: null, floor: 1 }

export const accountRoles = {
  bank: money,
  cash: money,
  payment_clearing: money,
  guarantee_deposits: asset,
  pledges_receivable: asset,
  due_from_funds: asset,
  due_from_levels: asset,
  clawbacks_receivable: asset,
  recourse_receivable: asset,
  subsidies_receivable: asset,
  loan_fees_receivable: asset,
  loans_current: asset,
  loans_overdue: asset,
  loans_entrusted: asset,
  loan_allowance: contraAsset,
  other_allowance: contraAsset,
  prepaid_training: asset,
  relief_goods: asset,
  custodial_assets: asset,
  training_payable: payable,
  refundable_advances: payable,
  grants_payable: payable,
  returned_payments: payable,
  due_to_funds: payable,
  due_to_levels: payable,
  subsidies_payable: payable,
  unidentified_receipts: payable,
  refunds_payable: payable,
  guarantee_provision: payable,
  voucher_liability: payable,
  custodial_liabilities: payable,
  member_savings: payable,
  net_assets_unrestricted: netAssets,
  net_assets_designated: netAssets,
  net_assets_purpose: netAssets,
  net_assets_time: netAssets,
  net_assets_principal: netAssets,
  contributions_restricted: income,
  contributions_unrestricted: income,
  member_dues: income,
  public_grants: income,
  upper_level_grants: income,
  loan_fees: income,
  interest_income: income,
  recovered_write_offs: income,
  transfers_in: income,
  care_grants: expense,
  comfort_visits: expense,
  bereavement_grants: expense,
  enterprise_grants: expense,
  interest_subsidies: expense,
  training_vouchers: expense,
  grants_to_levels: expense,
  pairing_projects: expense,
  administration: expense,
  impairment: expense,
  gifts_repaid: expense,
  fundraising: expense,
  transfers_out: expense,
  vouchers_outstanding: commitment,
  awards_on_notice: commitment,
  loans_approved: commitment,
  pledges_received: memorandum,
  guarantees_given: memorandum,
  written_off_claims: memorandum,
  memorandum_contra: { class: 'memorandum', holding: null, floor: -1 },
} as const satisfies Record<string, Nature>

export type AccountRole = keyof typeof accountRoles

/** What money of a fund may be paid out for directly: the expense a payout is booked to. */
export const payoutCategories = [
  'care_grants',
  'comfort_visits',
  'bereavement_grants',
  'enterprise_grants',
  'interest_subsidies',
  'training_vouchers',
  'grants_to_levels',
  'pairing_projects',
  'administration',
  'fundraising',
] as const satisfies readonly AccountRole[]
export type PayoutCategory = (typeof payoutCategories)[number]

/** Memorandum accounts on which money may be set aside. */
export const commitmentRoles = [
  'vouchers_outstanding',
  'awards_on_notice',
  'loans_approved',
] as const satisfies readonly AccountRole[]
export type CommitmentRole = (typeof commitmentRoles)[number]
