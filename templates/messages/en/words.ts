import { acts } from './acts.ts'
import { dataWords } from './data-words.ts'
import { entryKinds } from './entry-kinds.ts'
import { papers } from './papers.ts'
import { peopleWords } from './people-words.ts'

/**
 * The domain's enumerations, each code once. Sources, restrictions and methods of payment stand in
 * papers.ts, roles in shell.ts, and the states by which lists are filtered beside their nouns.
 */
export const words = {
  ...acts,
  ...peopleWords,
  ...dataWords,
  entry_kind: entryKinds,
  payout_category: {
    care_grants: 'Hardship grants',
    comfort_visits: 'Comfort visits',
    bereavement_grants: 'Bereavement grants',
    enterprise_grants: 'Entrepreneurship grants',
    interest_subsidies: 'Interest subsidies',
    training_vouchers: 'Training vouchers',
    grants_to_levels: 'Allotments to other levels',
    pairing_projects: 'Pairing projects',
    administration: 'Administration',
    fundraising: 'Fundraising',
  },
  form: {
    bank: 'Bank',
    cash: 'Cash',
    in_kind: 'In kind',
    goods: 'Goods',
  },
  party_kind: {
    person: 'Person',
    organisation: 'Organisation or enterprise',
    public_body: 'Public body',
    upper_level: 'Upper level',
    vendor: 'Vendor',
    training_provider: 'Training provider',
  },
  account_class: {
    asset: 'Assets',
    liability: 'Liabilities',
    net_assets: 'Net assets',
    income: 'Income',
    expense: 'Expenses',
    memorandum: 'Memorandum accounts',
  },
  commitment_kind: {
    vouchers_outstanding: 'Training vouchers issued, not redeemed',
    awards_on_notice: 'Awards on public notice',
    loans_approved: 'Loans approved, not paid out',
  },
  transfer_terms: {
    advance: 'Advance',
    repayment: 'Repayment of an advance',
    permanent: 'Transfer for good',
  },
  transfer_terms_hint: {
    advance: 'The other fund owes it and repays it later',
    repayment: 'What one fund owes the other goes back, in whole or part',
    permanent: 'The money stays with the other fund and is not repaid',
  },
  period_state: {
    open: 'Open',
    closed: 'Closed',
    reopening_requested: 'Reopening asked for',
  },
  /** Why an import leaves a transaction or an account out. */
  edition: {
    masked: papers.statement.masked,
    named: papers.statement.named,
  },
  chart: {
    general: 'General chart',
    'asc-958': 'US not-for-profit (ASC 958)',
    'china-npo': 'China, private non-profit organisations (2004 system)',
  },
  /** What is checked when a book or a statement is verified. */
  task_outcome: {
    finished: 'Finished',
    stopped: 'Stopped',
    failed: 'Failed',
  },
  /** Terms of bookkeeping, for headings. */
  term: {
    debit: 'Debit',
    credit: 'Credit',
    entry: 'Journal entry',
    reversal: 'Reversal',
    account: 'Account',
    account_code: 'Account code',
    balance: 'Balance',
    opening_balance: 'Opening balance',
    closing_balance: 'Closing balance',
    trial_balance: 'Trial balance',
    journal: 'Journal',
    register: 'Register',
    chart_of_accounts: 'Chart of accounts',
    net_assets: 'Net assets',
    restricted: 'With donor restrictions',
    unrestricted: 'Without donor restrictions',
  },
}
