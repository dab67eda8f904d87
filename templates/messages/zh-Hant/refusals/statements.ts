import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { faultIn } from '../faults.ts'

const { day, count } = tellingIn('zh-Hant')

/** Statements, their papers, keys and seals. */
export const statementRefusals = {
  'file_seal.unreadable': (v) => ({
    sentence: `無法讀取封條：${faultIn(v.why)}。`,
    remedy: '請使用與檔案同時產生的原始封條，或不用封條直接查驗。',
  }),
  'public_key.unreadable': (v) => ({
    sentence: `公鑰無法使用：${faultIn(v.why)}。`,
    remedy: '請使用本帳簿的公鑰，可在「設定」中查看。',
  }),
  'render.busy': (v) => ({
    sentence: `已有 ${count(v.waiting)} 份檔案在等待產生，不能再多。`,
    remedy: '請幾秒鐘後再試。',
  }),
  'render.too_large': (v) => ({
    sentence: `該報告有 ${count(v.lines)} 行，本伺服器最多只能產生 ${count(v.most)} 行的檔案。`,
    remedy: '請下載內容相同的 HTML、CSV 或 JSON，或依較短的期間簽發報告。',
  }),
  'signing_key.known': (v) => ({
    sentence: `本帳簿已有簽章金鑰 ${v.kid}。`,
    remedy: '請使用新的金鑰，或繼續使用現有的金鑰。',
  }),
  'signing_key.missing': (v) => ({
    sentence: `伺服器上沒有帳簿 ${v.book} 的簽章金鑰。`,
    remedy: '請聯絡伺服器管理員，把私鑰放到帳簿旁邊。',
  }),
  'signing_key.unreadable': (v) => ({
    sentence: `簽章金鑰無法使用：${faultIn(v.why)}。`,
    remedy: '請聯絡伺服器管理員檢查簽章金鑰。',
  }),
  'statement.key_missing': (v) => ({
    sentence: `收支報告 ${v.number} 是用簽章金鑰 ${v.kid} 簽發的，伺服器上沒有這把金鑰。`,
    remedy: '請聯絡伺服器管理員，把以前的簽章金鑰與現用的一併保存。',
  }),
  'statement.names_not_allowed': () => ({
    sentence: '完整姓名只供有權查看的人閱讀。',
    remedy: '請使用公開版，或向負責人申請查看姓名的權限。',
  }),
  'statement.not_over': (v) => ({
    sentence: `報告期間到${day(v.to)}才結束，今天是${day(v.today)}。`,
    remedy: '請在期間結束後簽發；預覽可以隨時查看。',
  }),
  'statement.range': (v) => ({
    sentence: `期間的開始日期${day(v.from)}晚於結束日期${day(v.to)}。`,
    remedy: '請填寫不晚於結束日期的開始日期。',
  }),
  'statement.too_large': (v) => ({
    sentence: `報告有 ${count(v.lines)} 行，資料過大，無法作為一份報告儲存。`,
    remedy: '請依較短的期間分別簽發；一份報告大約可容納 4,500 行。',
  }),
  'statement.too_many_lines': (v) => ({
    sentence: `該期間有 ${count(v.lines)} 行，一份報告最多 ${count(v.most)} 行。`,
    remedy: '請依較短的期間分別簽發。',
  }),
  'statement.unknown': (v) => ({
    sentence: `本帳簿中沒有收支報告 ${v.number}。`,
    remedy: '請在收支報告清單中查詢。',
  }),
  'statement_pdf.attachment_missing': (v) => ({
    sentence: `此 PDF 中沒有名為 ${v.name} 的附件。`,
    remedy: '請使用本系統簽發的收支報告 PDF；收據等其他檔案不含報告資料。',
  }),
  'statement_pdf.seal_missing': () => ({
    sentence: '此 PDF 沒有封條，或封條已損壞。',
    remedy: '請使用下載或收到的原始檔案，或請對方重新提供。',
  }),
  'statement_pdf.unreadable': (v) => ({
    sentence: `此檔案不是完整的收支報告 PDF：${faultIn(v.fault)}。`,
    remedy: '請使用下載或收到的原始檔案；用其他軟體列印成 PDF、簽名或另存都會改寫檔案。',
  }),
} satisfies SomeRefusalWords
