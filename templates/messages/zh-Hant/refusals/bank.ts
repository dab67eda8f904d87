import type { SomeRefusalWords } from '../../refusal-words.ts'

/** 給銀行的檔案與銀行回覆檔案。 */
export const bankRefusals = {
  'bank_file.accounts_changed': (v) => ({
    sentence: `批次 ${v.batch} 的這些列在放行後更換了帳號：${v.lines.join('、')}。`,
    remedy: '請將這些列記為未付，另編批次由他人放行後重發。',
  }),
  'bank_file.holds_names': () => ({
    sentence: '銀行檔案含姓名與帳號全文，您無權檢視。',
    remedy: '請由可檢視姓名的人下載。',
  }),
  'bank_file.line_without_account': (v) => ({
    sentence: `第 ${v.line} 列的 ${v.party} 沒有登記銀行帳號。`,
    remedy: '請先登記帳號；或將該列退回，改發現金。',
  }),
  'bank_file.no_paying_account': (v) => ({
    sentence: `尚未填寫基金「${v.fund}」的付款帳戶。`,
    remedy: '請在基金頁面填寫後再下載。',
  }),
  'bank_file.not_in_encoding': (v) => ({
    sentence: `第 ${v.line} 列的「${v.column}」含有 ${v.encoding} 編碼沒有的字。`,
    remedy: '請為此帳戶選用 UTF-8 或 GB 18030；或請銀行人工處理該列。',
  }),
  'bank_file.not_released': (v) => ({
    sentence: `批次 ${v.batch} 不是已覆核放行的銀行發放批次。`,
    remedy: '請先放行；現金與實物使用簽領表。',
  }),
  'bank_results.cell_unclear': (v) => ({
    sentence: `無法識別 ${v.column} 欄的「${v.given}」。`,
    remedy: '請更正儲存格；結果為成功、失敗或處理中。',
  }),
  'bank_results.columns_missing': (v) => ({
    sentence: `首列缺少這些欄：${v.columns.join('、')}。`,
    remedy: '請提供「流水號」與「處理結果」兩欄；金額、日期、失敗原因有則讀取。',
  }),
  'bank_results.unreadable': (v) => ({
    sentence: `回覆檔案無法讀取：${v.fault}。`,
    remedy: '請另存為活頁簿（.xlsx）、CSV 或銀行的 XML（pain.002）後重新上傳。',
  }),
  'disbursements.backwards': (v) => ({
    sentence: `從 ${v.from} 到 ${v.to} 的期間，終止日早於起始日。`,
    remedy: '請填寫起始日，以及不早於它的終止日。',
  }),
} satisfies SomeRefusalWords
