import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { words } from '../words.ts'

const { count } = tellingIn('zh-Hant')

/** Files that are imported, and background work. */
export const fileRefusals = {
  'file.has_programs': () => ({
    sentence: '活頁簿中帶有程式（巨集）或其他檔案。',
    remedy: '請另存為一般活頁簿（.xlsx），再上傳。',
  }),
  'file.not_its_kind': (v) => ({
    sentence: `檔案內容與副檔名 ${v.ending} 不符。`,
    remedy: '請在原來的程式中另存為活頁簿（.xlsx）或文字，再上傳。',
  }),
  'file.not_utf8': (v) => ({
    sentence: `${faultIn(v.what)}不是 UTF-8 編碼的文字檔：第 ${count(v.line)} 行有無法識別的字元。`,
    remedy: '請將檔案另存為 UTF-8 編碼，然後重新匯入。',
  }),
  'file.too_large': (v) => ({
    sentence: `${faultIn(v.what)}有 ${count(v.bytes)} 位元組，最多只能讀取 ${count(v.limit)} 位元組。`,
    remedy: '請分割檔案，例如依年份，然後依次匯入。',
  }),
  'grants.cell_missing': (v) => ({
    sentence: `這一列缺少「${v.column}」。`,
    remedy: '請填寫該儲存格。',
  }),
  'grants.cell_unfit': (v) => ({
    sentence: `「${v.column}」過長，或含有不可見的控制字元。`,
    remedy: '請縮短或重新輸入該內容，最多 500 個字元。',
  }),
  'grants.columns_missing': (v) => ({
    sentence: `第一列缺少以下欄位：${v.columns.join('、')}。`,
    remedy: '請在第一張工作表的第一列寫上 360Giving 標準的欄位名稱。',
  }),
  'grants.csv_unreadable': (v) => ({
    sentence: `無法讀取 CSV 檔案：${faultIn(v.fault)}。`,
    remedy: '請另存為以逗號分隔的 UTF-8 檔案，含逗號的儲存格要加引號。',
  }),
  'grants.date_with_time': (v) => ({
    sentence: `撥款日期「${v.given}」帶有時刻。`,
    remedy: '請只寫日期，例如 2025-02-28。',
  }),
  'grants.identifier_twice': (v) => ({
    sentence: `編號「${v.identifier}」在第 ${count(v.row)} 列已經出現過。`,
    remedy: '請刪除重複的列，或另給一個編號；每筆撥款只登錄一次。',
  }),
  'import.already': (v) => ({
    sentence: `完全相同的檔案已由第 ${count(v.event)} 號事項匯入。`,
    remedy: '無須再辦理；要匯入其他內容，請選擇另一個檔案。',
  }),
  'import.currency': (v) => ({
    sentence: `基金 ${v.fund} 的幣別是 ${v.held}，科目對照表寫的是 ${v.given}。`,
    remedy: '請選擇該幣別的基金，或更正科目對照表。',
  }),
  'import.problems': ({ problems: [one, ...more] }) => ({
    sentence: `第 ${count(one?.line ?? 0)} 行：${faultIn(one?.sentence ?? '')}${more.length > 0 ? `（另有 ${count(more.length)} 處問題）` : ''}`,
    remedy: '請更正這些行，然後重新匯入；沒有登錄任何內容。',
  }),
  'import.too_long': (v) => ({
    sentence: `檔案含有 ${count(v.entries)} 張傳票，一次最多匯入 ${count(v.most)} 張。`,
    remedy: '請分割檔案，例如依年份。',
  }),
  'mapping.invalid': (v) => ({
    sentence: `科目對照表不正確：${v.faults.map(faultIn).join('；')}。`,
    remedy: '請更正這些地方。',
  }),
  'mapping.unreadable': () => ({
    sentence: '科目對照表不是 JSON 檔案，無法讀取。',
    remedy: '請與說明文件中的範例對照。',
  }),
  'task.book_too_long_here': (v) => ({
    sentence: `帳簿有 ${count(v.events)} 個事項，本伺服器最多只能查驗 ${count(v.most)} 個事項的帳簿。`,
    remedy: '請備份後在自己的電腦上用 care-ledger verify 查驗，那樣也不必信任本伺服器。',
  }),
  'task.ended': (v) => ({
    sentence: `作業 ${v.task} 已經結束：${wordFor(words.task_outcome, v.outcome)}。`,
    remedy: '結果見作業頁面；要再做一次，請另建作業。',
  }),
  'task.of_another': (v) => ({
    sentence: `作業 ${v.task} 由別人發起，並以其名義執行。`,
    remedy: '請由發起人或負責人停止它，或自己另建作業。',
  }),
  'task.other_file': (v) => ({
    sentence: `這不是作業 ${v.task} 開始時所用的檔案。`,
    remedy: '請選擇完全相同的檔案；要匯入另一個檔案，請另建匯入作業。',
  }),
  'task.too_many': (v) => ({
    sentence: `已有 ${count(v.most)} 個作業正在執行或等待，不能再多。`,
    remedy: '請等其中一些結束，或停止一個。',
  }),
  'task.unknown': (v) => ({
    sentence: `本帳簿中沒有作業 ${v.task}。`,
    remedy: '請在作業清單中查詢。',
  }),
  'xlsx.too_large': (v) => ({
    sentence: `活頁簿超過 ${count(v.limit)} ${faultIn(v.of)}。`,
    remedy: '請分割工作表，或刪除表格以外的內容。',
  }),
  'xlsx.unreadable': (v) => ({
    sentence: `無法讀取活頁簿：${faultIn(v.fault)}。`,
    remedy: '請用試算表軟體開啟，不設密碼，重新另存為 .xlsx 檔案。',
  }),
} satisfies SomeRefusalWords
