import type { receipts as english } from '../en/receipts.ts'

export const receipts: typeof english = {
  title: '收据',
  lead: '按基金和年度连续编号。作废的收据保留编号。',
  empty: '还没有收据',
  empty_lead: '来源已查明的收款，在其页面上开具收据。',
  none_found: '没有符合条件的收据。',
  waiting: '未开收据的收款',
  number: '编号',
  issued_on: '开具日期',
  to: '交款人',
  contribution: '对应收款',
  statutory: '法定票据号',
  statutory_number: '公益事业捐赠统一票据号码',
  statutory_hint: '仅在有资格的单位已开具时填写。本收据只证明基金已收到款项。',
  stands: '有效',
  void: '已作废',
  pdf: 'PDF',
  pdf_of: (v) => `收据 ${v.receipt} 的 PDF`,
  give: '开具收据',
  give_lead: '使用该基金本年度的下一个编号，金额为截至今天未退款的部分。',
  do_give: '确认开具收据',
}
