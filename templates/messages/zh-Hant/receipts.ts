import type { receipts as english } from '../en/receipts.ts'

export const receipts: typeof english = {
  title: '收據',
  lead: '依基金與年度連續編號。作廢的收據保留編號。',
  empty: '尚無收據',
  empty_lead: '來源已查明的收款，在其頁面上開立收據。',
  none_found: '沒有符合條件的收據。',
  waiting: '未開收據的收款',
  number: '編號',
  issued_on: '開立日期',
  to: '繳款人',
  contribution: '對應收款',
  statutory: '法定收據號碼',
  statutory_number: '法定捐贈收據號碼',
  statutory_hint: '僅在有資格的團體已開立時填寫。本收據只證明基金已收到款項。',
  stands: '有效',
  void: '已作廢',
  pdf: 'PDF',
  pdf_of: (v) => `收據 ${v.receipt} 的 PDF`,
  give: '開立收據',
  give_lead: '使用該基金本年度的下一個編號，金額為截至今天未退款的部分。',
  do_give: '確認開立收據',
}
