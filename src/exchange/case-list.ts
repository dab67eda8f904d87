/** A list of cases as people keep it in a spreadsheet. */
import { emptyList, type ListColumns, type ListedRow, readList } from './list-columns.ts'

export const listColumns = ['party', 'amount', 'cause', 'cause_text', 'grade', 'payee'] as const
export type ListColumn = (typeof listColumns)[number]

type Language = 'en' | 'zh-Hans' | 'zh-Hant'

const headings: Readonly<Record<ListColumn, Readonly<Record<Language, readonly string[]>>>> = {
  party: {
    en: ['Person', 'Name', 'Reference', 'Beneficiary'],
    'zh-Hans': ['帮扶对象', '姓名', '人员编号', '慰问对象', '受助人'],
    'zh-Hant': ['扶助對象', '姓名', '人員編號', '慰問對象', '受助人'],
  },
  amount: {
    en: ['Amount'],
    'zh-Hans': ['金额', '金额（元）', '金额(元)', '补助金额', '慰问金额', '发放金额'],
    'zh-Hant': ['金額', '金額（元）', '金額(元)', '補助金額', '慰問金額', '發放金額'],
  },
  cause: {
    en: ['Cause'],
    'zh-Hans': ['困难原因', '困难类型', '致困原因', '帮扶类别'],
    'zh-Hant': ['困難原因', '困難類型', '致困原因', '扶助類別'],
  },
  cause_text: {
    en: ['In a few words', 'Remarks'],
    'zh-Hans': ['简要说明', '主要困难', '备注'],
    'zh-Hant': ['簡要說明', '主要困難', '備註'],
  },
  grade: { en: ['Grade'], 'zh-Hans': ['困难程度'], 'zh-Hant': ['困難程度'] },
  payee: { en: ['Paid to', 'Payee'], 'zh-Hans': ['收款人'], 'zh-Hant': ['收款人'] },
}

const columns: ListColumns<ListColumn> = { headings, needed: ['party', 'amount'] }

/** A row of the file; the headings are row 1. */
export type ListRow = ListedRow<ListColumn>

/** Reads a list of cases. Refuses what `readList` refuses. */
export function readCaseList(bytes: Uint8Array, mostRows: number): Promise<ListRow[]> {
  return readList(bytes, columns, mostRows)
}

/** An empty file with the headings of a language, as CSV that spreadsheets read. */
export function emptyCaseList(language: Language): Uint8Array<ArrayBuffer> {
  return emptyList(columns, language)
}
