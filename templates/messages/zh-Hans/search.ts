/** 搜索全部内容。 */
import type { search as english } from '../en/search.ts'

export const search: typeof english = {
  title: '搜索',
  found: (v) => `“${v.q}”的搜索结果`,
  more: '还有更多结果没有显示。请输入更完整的名称或编号。',
  none: (v) => `没有找到“${v.q}”`,
  none_lead: '请试试名称的一部分，或单据上的编号。',
  what: '可以搜索的内容',
  can: {
    people: '人员与单位：姓名或名称的一部分，或编号如 P-000012',
    people_masked: '人员：编号如 P-000012。您看不到姓名，因此也不能按姓名搜索。',
    numbers: '收款、支出、捐赠承诺、调拨、凭证：它们的号码，例如 12',
    cases: '帮扶个案和困难档案：编号，例如 C-000012 或 F-000012',
    pairing: '帮扶人、帮扶需求、结对和协议：编号，例如 HE-000012 或 PA-000012',
    papers: '收据和收支报告：编号的开头，例如 R-CARE-2026 或 CARE-2026',
    funds: '基金：代码或名称的一部分',
    accounts: '科目：编码的开头，例如 11，或名称的一部分',
  },
}
