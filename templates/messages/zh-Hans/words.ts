import type { words as english } from '../en/words.ts'
import { acts } from './acts.ts'
import { dataWords } from './data-words.ts'
import { entryKinds } from './entry-kinds.ts'
import { papers } from './papers.ts'
import { peopleWords } from './people-words.ts'

/** Terms of 民间非营利组织会计制度 and 会计基础工作规范. */
export const words: typeof english = {
  ...acts,
  ...peopleWords,
  ...dataWords,
  entry_kind: entryKinds,
  payout_category: {
    care_grants: '困难帮扶',
    comfort_visits: '走访慰问',
    bereavement_grants: '因公殉职、牺牲家属补助',
    enterprise_grants: '创业补助和奖励',
    interest_subsidies: '贷款贴息',
    training_vouchers: '培训券',
    grants_to_levels: '拨付下级',
    pairing_projects: '结对帮扶项目',
    administration: '日常管理费用',
    fundraising: '筹资费用',
  },
  form: {
    bank: '银行',
    cash: '现金',
    in_kind: '实物',
    goods: '物资',
  },
  party_kind: {
    person: '个人',
    organisation: '单位或企业',
    public_body: '政府部门',
    upper_level: '上级单位',
    vendor: '供应单位',
    training_provider: '培训机构',
  },
  account_class: {
    asset: '资产',
    liability: '负债',
    net_assets: '净资产',
    income: '收入',
    expense: '费用',
    memorandum: '备查科目',
  },
  commitment_kind: {
    vouchers_outstanding: '培训券已发未兑',
    awards_on_notice: '公示中拟付',
    loans_approved: '已批未放借款',
  },
  transfer_terms: {
    advance: '暂借',
    repayment: '归还暂借款',
    permanent: '无偿划转',
  },
  transfer_terms_hint: {
    advance: '借给另一基金，日后归还',
    repayment: '归还欠另一基金的款项，可全部或部分归还',
    permanent: '款项归另一基金所有，不再归还',
  },
  period_state: {
    open: '未结账',
    closed: '已结账',
    reopening_requested: '已申请重新开账',
  },
  edition: {
    masked: papers.statement.masked,
    named: papers.statement.named,
  },
  chart: {
    general: '通用会计科目表',
    'asc-958': '美国非营利组织会计准则（ASC 958）',
    'china-npo': '民间非营利组织会计制度（2004 年）',
  },
  task_outcome: {
    finished: '已完成',
    stopped: '已停止',
    failed: '失败',
  },
  term: {
    debit: '借方',
    credit: '贷方',
    entry: '记账凭证',
    reversal: '冲销',
    account: '会计科目',
    account_code: '科目代码',
    balance: '余额',
    opening_balance: '期初余额',
    closing_balance: '期末余额',
    trial_balance: '试算平衡表',
    journal: '日记账',
    register: '明细账',
    chart_of_accounts: '会计科目表',
    net_assets: '净资产',
    restricted: '限定性',
    unrestricted: '非限定性',
  },
}
