/** 搜尋全部內容。 */
import type { search as english } from '../en/search.ts'

export const search: typeof english = {
  title: '搜尋',
  found: (v) => `「${v.q}」的搜尋結果`,
  more: '還有更多結果沒有顯示。請輸入更完整的名稱或編號。',
  none: (v) => `沒有找到「${v.q}」`,
  none_lead: '請試試名稱的一部分，或單據上的編號。',
  what: '可以搜尋的內容',
  can: {
    people: '人員與單位：姓名或名稱的一部分，或編號如 P-000012',
    people_masked: '人員：編號如 P-000012。您看不到姓名，因此也不能按姓名搜尋。',
    numbers: '收款、撥付、捐贈承諾、調撥、傳票：它們的號碼，例如 12',
    cases: '扶助個案和困難檔案：編號，例如 C-000012 或 F-000012',
    pairing: '幫扶人、幫扶需求、結對和協議：編號，例如 HE-000012 或 PA-000012',
    papers: '收據和收支報告：編號的開頭，例如 R-CARE-2026 或 CARE-2026',
    funds: '基金：代碼或名稱的一部分',
    accounts: '科目：代號的開頭，例如 11，或名稱的一部分',
  },
}
