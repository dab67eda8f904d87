import type { words as english } from '../en/words.ts'
import { acts } from './acts.ts'
import { dataWords } from './data-words.ts'
import { entryKinds } from './entry-kinds.ts'
import { papers } from './papers.ts'
import { peopleWords } from './people-words.ts'

/** Terms of accounting in Taiwan and Hong Kong (傳票, 沖銷, 試算表, 受限). */
export const words: typeof english = {
  ...acts,
  ...peopleWords,
  ...dataWords,
  entry_kind: entryKinds,
  payout_category: {
    care_grants: '急難救助',
    comfort_visits: '探訪慰問',
    bereavement_grants: '因公殉職家屬撫卹',
    enterprise_grants: '創業補助及獎勵',
    interest_subsidies: '貸款利息補貼',
    training_vouchers: '培訓券',
    grants_to_levels: '撥付下級',
    pairing_projects: '配對互助專案',
    administration: '日常管理費用',
    fundraising: '募款費用',
  },
  form: {
    bank: '銀行',
    cash: '現金',
    in_kind: '實物',
    goods: '物資',
  },
  party_kind: {
    person: '個人',
    organisation: '團體或企業',
    public_body: '政府機關',
    upper_level: '上級單位',
    vendor: '廠商',
    training_provider: '培訓機構',
  },
  account_class: {
    asset: '資產',
    liability: '負債',
    net_assets: '淨資產',
    income: '收入',
    expense: '費用',
    memorandum: '備查科目',
  },
  commitment_kind: {
    vouchers_outstanding: '培訓券已發未兌',
    awards_on_notice: '公示中擬撥付',
    loans_approved: '已核准未撥貸款',
  },
  transfer_terms: {
    advance: '代墊',
    repayment: '歸還代墊款',
    permanent: '無償轉撥',
  },
  transfer_terms_hint: {
    advance: '借給另一基金，日後歸還',
    repayment: '歸還積欠另一基金的款項，可全部或部分歸還',
    permanent: '款項歸另一基金所有，不再歸還',
  },
  period_state: {
    open: '未結帳',
    closed: '已結帳',
    reopening_requested: '已申請重新開帳',
  },
  edition: {
    masked: papers.statement.masked,
    named: papers.statement.named,
  },
  chart: {
    general: '通用會計科目表',
    'asc-958': '美國非營利組織會計準則（ASC 958）',
    'china-npo': '中國大陸民間非營利組織會計制度（2004 年）',
  },
  task_outcome: {
    finished: '已完成',
    stopped: '已停止',
    failed: '失敗',
  },
  term: {
    debit: '借方',
    credit: '貸方',
    entry: '傳票',
    reversal: '沖銷',
    account: '會計科目',
    account_code: '科目代號',
    balance: '餘額',
    opening_balance: '期初餘額',
    closing_balance: '期末餘額',
    trial_balance: '試算表',
    journal: '日記簿',
    register: '明細帳',
    chart_of_accounts: '會計科目表',
    net_assets: '淨資產',
    restricted: '受限',
    unrestricted: '未受限',
  },
}
