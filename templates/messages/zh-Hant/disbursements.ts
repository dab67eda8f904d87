import type { disbursements as english } from '../en/disbursements.ts'

export const disbursements: typeof english = {
  title: '支出公開表',
  lead: '本期發放情況，供公開使用：點選數字可檢視對應的撥款，合計與資金報表一致。',
  period: (v) => `${v.from}至${v.to}`,
  from: '起始日期',
  to: '截止日期',
  fund: '基金',
  unit: '單位',
  all_units: '全部單位',
  whole: '整個組織',
  category: '支出類別',
  programme: '扶助方案',
  no_case: '無個案',
  payments: '筆數',
  helped: '受助人數',
  paid: '已付',
  returned: '退回',
  net: '淨發放',
  goods: '實物',
  empty: '本期沒有發放',
  empty_lead: '請選擇其他期間、基金或單位。',
}
