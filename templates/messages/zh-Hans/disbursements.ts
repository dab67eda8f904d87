import type { disbursements as english } from '../en/disbursements.ts'

export const disbursements: typeof english = {
  title: '支出公开表',
  lead: '本期发放情况，供公开使用：点击数字可查看对应的拨款，合计与资金报表一致。',
  period: (v) => `${v.from}至${v.to}`,
  from: '起始日期',
  to: '截止日期',
  fund: '基金',
  unit: '单位',
  all_units: '全部单位',
  whole: '整个组织',
  category: '支出类别',
  programme: '帮扶项目',
  no_case: '无个案',
  payments: '笔数',
  helped: '受助人数',
  paid: '已付',
  returned: '退回',
  net: '净发放',
  goods: '实物',
  empty: '本期没有发放',
  empty_lead: '请选择其他期间、基金或单位。',
}
