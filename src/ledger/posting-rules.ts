/**
 * Every journal entry the system can make, in one table (domain handbook G4, the journal map).
 *
 * A rule's legs are [debit, credit]. A name with `$` is a slot that the command fills: `$money` (bank
 * or cash; goods, where a pledge is kept or an award given in kind), `$income`, `$expense`, `$commitment`, `$netAssets`,
 * `$payable`, `$loan`. The basis is the handbook's: D documented, J this project's judgement, M general
 * knowledge.
 */
import type { AccountRole } from './roles.ts'

export type Slot =
  | '$money'
  | '$income'
  | '$expense'
  | '$commitment'
  | '$netAssets'
  | '$payable'
  | '$loan'

export interface PostingRule {
  readonly legs: readonly (readonly [debit: AccountRole | Slot, credit: AccountRole | Slot])[]
  readonly basis: 'D' | 'J' | 'M'
  /** The line of the journal map, and what makes it so. */
  readonly source: string
}

function rule(
  basis: PostingRule['basis'],
  source: string,
  ...legs: PostingRule['legs']
): PostingRule {
  return { legs, basis, source }
}

export const postingRules = {
  // Contributions.
  'pledge.made': rule('M', 'G4 Donations: a pledge is a memorandum', [
    'pledges_received',
    'memorandum_contra',
  ]),
  'pledge.recognised': rule('D', 'ASC 958: an unconditional promise is income', [
    'pledges_receivable',
    '$income',
  ]),
  'contribution.received': rule('D', 'G4 gift received, purpose known', ['$money', '$income']),
  'contribution.pledge_kept': rule(
    'J',
    'a kept pledge leaves the memorandum',
    ['$money', '$income'],
    ['memorandum_contra', 'pledges_received'],
  ),
  'contribution.receivable_kept': rule('D', 'ASC 958: a kept promise settles the receivable', [
    '$money',
    'pledges_receivable',
  ]),
  'contribution.unidentified': rule('J', 'G4 unidentified credit', [
    '$money',
    'unidentified_receipts',
  ]),
  'contribution.identified': rule('J', 'G4 unidentified credit, identified', [
    'unidentified_receipts',
    '$income',
  ]),
  'contribution.in_kind': rule('D', 'G4 in kind in, at supported value', [
    'relief_goods',
    '$income',
  ]),
  'contribution.conditional': rule('D', 'ASC 958: a conditional gift is a refundable advance', [
    '$money',
    'refundable_advances',
  ]),
  'contribution.condition_met': rule('D', 'ASC 958: the condition is met', [
    'refundable_advances',
    '$income',
  ]),
  'contribution.for_named_person': rule('D', 'G4 donor names the individual: held for others', [
    '$money',
    'custodial_liabilities',
  ]),
  'custodial.paid': rule('D', 'G4 donor names the individual; T2 named list from above: paid on', [
    'custodial_liabilities',
    '$money',
  ]),
  'contribution.refund_owed': rule('D', 'G4 gift to be returned, prior year', [
    'gifts_repaid',
    'refunds_payable',
  ]),
  'contribution.refund_paid': rule('D', 'G4 gift to be returned, paid', [
    'refunds_payable',
    '$money',
  ]),
  'cash.deposited': rule('J', 'G4 cash, then deposit', ['bank', 'cash']),
  'interest.received': rule('D', 'B1: interest follows its fund', ['bank', 'interest_income']),
  'bank_fee.paid': rule('J', 'B2', ['administration', 'bank']),

  // Direct payouts.
  'payout.paid': rule('D', 'G10 and F3: paid at once, to the person or a vendor', [
    '$expense',
    '$money',
  ]),
  'payment.approved': rule('J', 'G2 without a notice: an unconditional duty', [
    '$expense',
    'grants_payable',
  ]),
  'payout.of_request': rule('J', 'G3 and G4 in one: paid singly, without a batch', [
    'grants_payable',
    '$money',
  ]),
  'payout.returned': rule('J', 'G7 for a direct payout: the expense is undone by what came back', [
    '$money',
    '$expense',
  ]),
  'goods.given': rule('D', 'G4 in kind out', ['$expense', 'relief_goods']),

  // Hardship grants.
  'award.on_notice': rule('J', 'G1: budget reserved while the notice runs', [
    'awards_on_notice',
    'memorandum_contra',
  ]),
  'award.approved': rule(
    'J',
    'G2: an unconditional duty',
    ['$expense', 'grants_payable'],
    ['memorandum_contra', 'awards_on_notice'],
  ),
  'award.approved_at_once': rule('J', 'G2 of what no notice had set aside', [
    '$expense',
    'grants_payable',
  ]),
  'award.reservation_freed': rule('J', 'G1 undone: what was set aside is not given', [
    'memorandum_contra',
    'awards_on_notice',
  ]),
  'award.batch_debited': rule('J', 'G3: the bank debits the batch', ['payment_clearing', 'bank']),
  'award.line_confirmed': rule('J', 'G4', ['$payable', 'payment_clearing']),
  'award.line_rejected': rule(
    'J',
    'G5',
    ['bank', 'payment_clearing'],
    ['grants_payable', 'returned_payments'],
  ),
  'award.resent_rejected': rule('J', 'G5 of a line that was sent again: it is owed as returned', [
    'bank',
    'payment_clearing',
  ]),
  'award.bounced': rule('J', 'G7', ['$money', 'returned_payments']),
  'award.cancelled': rule('J', 'G8 same year', ['$payable', '$expense']),
  'award.cancelled_prior_year': rule('D', 'G8 prior year: net assets are adjusted', [
    '$payable',
    '$netAssets',
  ]),
  'award.paid_in_cash': rule('D', 'G10, signed slip', ['$payable', 'cash']),
  'award.given_in_goods': rule('D', 'G10 in kind: bought before, given out against a slip', [
    '$payable',
    'relief_goods',
  ]),
  'clawback.claimed': rule('J', 'G9', ['clawbacks_receivable', '$expense']),
  'clawback.claimed_prior_year': rule('J', 'G9 prior year: net assets are adjusted', [
    'clawbacks_receivable',
    '$netAssets',
  ]),
  'clawback.received': rule('J', 'G9', ['$money', 'clawbacks_receivable']),

  // Between funds: each fund's side balances in itself.
  'transfer.advanced': rule('J', 'F1, the lending fund', ['due_from_funds', '$money']),
  'transfer.advance_received': rule('J', 'F1, the borrowing fund', ['$money', 'due_to_funds']),
  'transfer.repaid': rule('J', 'F1 undone, the borrowing fund', ['due_to_funds', '$money']),
  'transfer.repayment_received': rule('J', 'F1 undone, the lending fund', [
    '$money',
    'due_from_funds',
  ]),
  'transfer.given': rule('J', 'a permanent transfer, the giving fund', ['transfers_out', '$money']),
  'transfer.taken': rule('J', 'a permanent transfer, the taking fund', ['$money', 'transfers_in']),

  // Between levels.
  'level.granted_down': rule('J', 'T1, the upper level', ['grants_to_levels', 'bank']),
  'level.received': rule('J', 'T1, the lower level', ['bank', 'upper_level_grants']),
  'level.returned_up': rule('J', 'T4, the lower level', ['upper_level_grants', 'bank']),
  'level.returned_up_prior_year': rule('J', 'T4, the lower level, prior year', [
    '$netAssets',
    'bank',
  ]),
  'level.return_received': rule('J', 'T4, the upper level', ['bank', 'grants_to_levels']),

  // Commitments.
  'commitment.made': rule('J', 'G2 memo accounts: set aside', ['$commitment', 'memorandum_contra']),
  'commitment.released': rule('J', 'G2 memo accounts: freed', ['memorandum_contra', '$commitment']),

  // Loans.
  'loan.approved': rule('J', 'L1', ['loans_approved', 'memorandum_contra']),
  'loan.paid_out': rule(
    'J',
    'L2: an asset swap',
    ['$loan', 'bank'],
    ['memorandum_contra', 'loans_approved'],
  ),
  'loan.fee_accrued': rule('J', 'L3', ['loan_fees_receivable', 'loan_fees']),
  'loan.fee_repaid': rule('J', 'L4', ['bank', 'loan_fees_receivable']),
  'loan.principal_repaid': rule('J', 'L4', ['bank', '$loan']),
  'loan.overdue': rule('J', 'L6', ['loans_overdue', 'loans_current']),
  'loan.provided_for': rule('D', 'L7', ['impairment', 'loan_allowance']),
  'loan.written_off': rule(
    'J',
    'L8: the claim lives on in the memorandum',
    ['loan_allowance', 'loans_overdue'],
    ['written_off_claims', 'memorandum_contra'],
  ),
  'loan.recovered': rule(
    'J',
    'L9',
    ['bank', 'recovered_write_offs'],
    ['memorandum_contra', 'written_off_claims'],
  ),
  'loan.forgiven': rule('D', 'L10: ASC 958, a contribution made', ['enterprise_grants', '$loan']),
  'subsidy.accepted': rule('D', 'L11: after the borrower paid', [
    'interest_subsidies',
    'subsidies_payable',
  ]),
  'subsidy.paid': rule('D', 'L11', ['subsidies_payable', 'bank']),
  'subsidy.recovered': rule('J', 'L12', ['clawbacks_receivable', 'interest_subsidies']),
  'guarantee.deposited': rule(
    'J',
    'L13',
    ['guarantee_deposits', 'bank'],
    ['guarantees_given', 'memorandum_contra'],
  ),
  'guarantee.loss_expected': rule('J', 'L14', ['impairment', 'guarantee_provision']),
  'guarantee.claim_paid': rule('J', 'L14', ['guarantee_provision', 'guarantee_deposits']),
  'guarantee.recourse': rule('J', 'L15: fully provided', [
    'recourse_receivable',
    'other_allowance',
  ]),
  'guarantee.recourse_received': rule(
    'J',
    'L15: cash is a recovery, and what was fully provided is settled',
    ['bank', 'recovered_write_offs'],
    ['other_allowance', 'recourse_receivable'],
  ),

  // Training vouchers.
  'voucher.issued': rule('J', 'V1: conditional on attending', [
    'vouchers_outstanding',
    'memorandum_contra',
  ]),
  'voucher.issued_as_liability': rule('J', "V1': prepaid, not conditional", [
    'training_vouchers',
    'voucher_liability',
  ]),
  'voucher.advance_paid': rule('D', 'V2', ['prepaid_training', 'bank']),
  'voucher.redeemed': rule('J', 'V3', ['training_vouchers', 'training_payable']),
  'voucher.face_released': rule('J', 'V3, V6: the face leaves the memorandum', [
    'memorandum_contra',
    'vouchers_outstanding',
  ]),
  'voucher.disallowed': rule('J', 'V4 unpaid', ['training_payable', 'training_vouchers']),
  'voucher.disallowed_paid': rule('J', 'V4 paid', ['clawbacks_receivable', 'training_vouchers']),
  'voucher.settled_by_advance': rule('J', 'V5', ['training_payable', 'prepaid_training']),
  'voucher.settled': rule('J', 'V5', ['training_payable', 'bank']),
  'voucher.liability_expired': rule('J', "V6 under V1'", [
    'voucher_liability',
    'training_vouchers',
  ]),

  // Year end, per fund.
  'year.income_closed': rule('D', 'Y1', ['$income', '$netAssets']),
  'year.expense_closed': rule('D', 'Y2', ['net_assets_unrestricted', '$expense']),
  'year.restriction_released': rule('D', 'Y3', ['$netAssets', 'net_assets_unrestricted']),
  'net_assets.designated': rule('D', 'G4 board designates free money', [
    'net_assets_unrestricted',
    'net_assets_designated',
  ]),
} as const satisfies Record<string, PostingRule>

export type PostingKind = keyof typeof postingRules

/** Kinds that no rule makes: they copy legs that stand in the book or in a file. */
export type EntryKind =
  | PostingKind
  | 'contribution.refunded'
  | 'entry.reversed'
  | 'journal.imported'
  | 'transfer.made'
