import { type Phrases, phraseIn, type Tell } from '../phrases.ts'
import { problems } from './problems.ts'

/** What is wrong in a line of a journal. */
const journal: Phrases = {
  '“{account}” shares its account in the book; it cannot be checked alone.': (v) =>
    `「${v.account}」與其他科目合用帳簿中的一個科目，不能單獨核對。`,
  '{decimal} has more decimals than {currency} has, which is {exponent}.': (v) =>
    `${v.decimal} 的小數位數超過 ${v.currency} 的 ${v.exponent} 位。`,
  '{decimal} {currency} is more than a book holds.': (v) =>
    `${v.decimal} ${v.currency} 超過帳簿可容納的最大金額。`,
  '{number} can mean {one} or {other}.': (v) => `${v.number} 可以理解為 ${v.one} 或 ${v.other}。`,
  'The amount cannot be read: {why}.': (v, tell) => `金額無法讀取：${tell(v.why!)}。`,
  'This line below a directive is not read; only notes, formats and types are.':
    '不讀取指令下的這一行；只讀取備註、格式和類型。',
  'The year must have four digits.': '年份必須是四位數字。',
  'The decimal mark is a point or a comma.': '小數點符號只能是點或逗號。',
  'The code in parentheses does not end.': '括號中的代號沒有結束。',
  'A posting with a date of its own is not read; an entry has one day.':
    '不讀取另有日期的分錄；一張傳票只有一個日期。',
  'The date has no year, and no line Y before it gives one.':
    '日期沒有年份，前面也沒有用 Y 行給出年份。',
  'The line does not begin with a day of the calendar, such as 2012-08-20.':
    '這一行不是以有效日期開頭，例如 2012-08-20。',
  'A price (@), which exchanges one currency for another, is not read.':
    '不讀取把一種貨幣兌換為另一種貨幣的價格（@）。',
  'An amount expression or a lot is not read.': '不讀取金額算式或批次。',
  'An amount set by a balance (= alone) is not read.': '不讀取由餘額推出的金額（單獨的 =）。',
  'A balance that includes accounts below is not read.': '不讀取包含下級科目的餘額。',
  'A virtual posting, whose account stands in brackets, is not read.':
    '不讀取科目寫在括號里的虛擬分錄。',
  'The line does not begin with the name of an account.': '這一行不是以科目名稱開頭。',
  'Two spaces or a tab must stand between the account and what follows it.':
    '科目與其後的內容之間必須有兩個空格或一個定位字元。',
  'Reading stopped here after {count} problems.': (v) => `已發現 ${v.count} 處問題，讀取到此停止。`,
  'No line “end {word}” ends this; all after it was comment.': (v) =>
    `沒有「end ${v.word}」一行結束它，後面的內容都成了註解。`,
  'An indented line must stand directly below a transaction or a directive.':
    '縮排的行必須緊接在一筆交易或一條指令之下。',
  'The transaction of line {line} has more than {most} postings.': (v) =>
    `第 ${v.line} 行的交易超過 ${v.most} 個分錄。`,
  'The transaction has no postings.': '這筆交易沒有分錄。',
  'More than one posting of the transaction has no amount (lines {lines}).': (v) =>
    `這筆交易有不止一個分錄沒有金額（第 ${v.lines} 行）。`,
  'The line has {length} characters; at most {most} are read.': (v) =>
    `這一行有 ${v.length} 個字元，最多讀取 ${v.most} 個。`,
  'The line holds a control character.': '這一行含有控制字元。',
  'An automated transaction (=) is not read.': '不讀取自動交易（=）。',
  'A periodic transaction (~) is not read.': '不讀取定期交易（~）。',
  'An included file is not read; import each file by itself.':
    '不讀取引用的檔案；請分別匯入每個檔案。',
  'An alias is not read; write the accounts in full.': '不讀取別名；請寫出完整的科目名稱。',
  'The line is neither a transaction nor a directive that is read here.':
    '這一行既不是交易，也不是可以讀取的指令。',
  'The transaction is in {names}; an entry has one currency.': (v) =>
    `這筆交易用了 ${v.names}；一張傳票只有一種貨幣。`,
  "The transaction is in {currency}; the mapping's fund is kept in {held}.": (v) =>
    `這筆交易的幣別是 ${v.currency}，科目對照表所指基金的幣別是 ${v.held}。`,
  '“{commodity}” is no currency that can be told; write its ISO 4217 code.': (v) =>
    `無法判斷「${v.commodity}」是哪種貨幣；請寫三個字母的幣別代號。`,
  'The postings add up to {difference} {currency}, not to nothing.': (v) =>
    `借貸不平，差額為 ${v.difference} ${v.currency}。`,
  'The postings of an account add up to more than a book holds.':
    '一個科目的合計超過帳簿可容納的最大金額。',
  'The balance of “{account}” would pass the most a book holds.': (v) =>
    `「${v.account}」的餘額會超過帳簿可容納的最大金額。`,
  'The mapping has no account for “{account}”; add {added}.': (v) =>
    `科目對照表中沒有「${v.account}」；請加上 ${v.added}。`,
  'After this transaction “{account}” would hold {held}, not {expected}.': (v) =>
    `記入這筆交易後，「${v.account}」的餘額是 ${v.held}，不是 ${v.expected}。`,
  'The opening carries forward {sum} in “{name}”, but the book holds {held}.': (v) =>
    `期初結轉「${v.name}」${v.sum}，而帳簿中是 ${v.held}。`,
  'The grant is in {given}; the fund {fund} is kept in {currency}.': (v) =>
    `這筆撥款的幣別是 ${v.given}，基金 ${v.fund} 的幣別是 ${v.currency}。`,
  'The row has no {column}.': (v) => `這一列缺少「${v.column}」。`,
  'The identifier {identifier} stands already in row {row}.': (v) =>
    `編號 ${v.identifier} 在第 ${v.row} 列已經出現過。`,
  'The {column} is longer than {most} characters or holds a control character.': (v) =>
    `「${v.column}」超過 ${v.most} 個字元，或含有控制字元。`,
  'The award date {given} carries a time of day.': (v) => `撥款日期 ${v.given} 帶有時刻。`,
}

/** What keeps a text from being an amount. */
const amounts: Phrases = {
  'it is {length} characters long': (v) => `有 ${v.length} 個字元，過長`,
  'there is a space around it': '前後有空格',
  'its digits are full-width': '用了全形數字',
  'a comma can mean thousands or decimals': '逗號可能表示千位，也可能表示小數',
  'it is in scientific form': '用了科學記號',
  'there must be digits on both sides of the point': '小數點兩邊都要有數字',
  'it is not made of digits and one point': '只能由數字和一個小數點組成',
  'the cell is no number': '儲存格不是數字',
  'write a number with one currency, such as $1,000.00 or 20.00 USD':
    '請寫帶一種貨幣的數字，例如 $1,000.00 或 20.00 USD',
  'it has two signs': '有兩個正負號',
  'it has two currencies': '有兩種貨幣',
  'its separators are out of place': '分隔符號的位置不對',
}

/** Why something cannot be done or read. */
const reasons: Phrases = {
  'already identified': '的來源已經查明',
  refunded: '已經退款',
  fund: '基金',
  party: '付款人',
  login: '登入名稱',
  name: '姓名',
  password: '密碼',
  'it is not yet known whose it is': '來源尚未查明',
  'it has the receipt {number}': (v) => `已經開立收據 ${v.number}`,
  'all of it was given back': '已全部退還',
  journal: '日記簿',
  mapping: '科目對照表',
  workbook: '活頁簿',
  'CSV file': 'CSV 檔案',
  bytes: '位元組',
  rows: '列',
  columns: '欄',
  'it has more than {count} rows': (v) => `超過 ${v.count} 列`,
  'it has more than {count} columns': (v) => `超過 ${v.count} 欄`,
  'file of people': '人員名冊檔案',
  'it is neither a workbook nor text': '既不是活頁簿，也不是文字檔',
  'it is no workbook': '不是活頁簿',
  'it is not a ZIP archive': '不是 ZIP 壓縮檔',
  'it has {count} parts': (v) => `有 ${v.count} 個部分`,
  'two of its parts have one name': '有兩個部分同名',
  'it is encrypted': '已加密',
  'it is in the 64-bit form': '是 64 位元格式',
  'a cell has no proper address': '有儲存格的位址不正確',
  'the whole': '整個檔案',
  'and {count} more': (v) => `另有 ${v.count} 處`,
  '{place}: {problem}': (v, tell) =>
    `${tell(v.place!)}：${tell(v.problem!).replace(/[。.]$/u, '')}`,
  'no space around the name': '名稱前後不能有空格',
  'name the account above': '請寫出上級科目',
  'a * stands only last, after a :': '* 只能放在最後，跟在 : 之後',
  'not a role that money is booked to': '不是可以記帳的用途',
  'letters, digits, points and hyphens, at most 40': '只能用字母、數字、點和連字號，最多 40 個',
  'not an ISO 4217 currency': '不是可用的幣別代號',
  'give a role or a class, one of the two': '用途與類別請只填其中一項',
  '{match} stands twice': (v) => `${v.match} 出現兩次`,
  '{first} and {other} disagree about {what}': (v) =>
    `${v.first} 與 ${v.other} 對 ${v.what} 的寫法不一致`,
  'the code {code} is given to two accounts': (v) => `代號 ${v.code} 給了兩個科目`,
  'it defines a document type, which no bank’s file does': '檔案定義了文件類型，銀行的檔案不會如此',
  'it is XML, and no status report (pain.002)': '檔案是 XML，但不是狀態報告（pain.002）',
  'it does not say on which day it was made': '檔案沒有寫明產生日期',
  'file of results': '回覆檔案',
  'The transfer has no end-to-end identification.': '該筆沒有端對端識別碼。',
  'it has more than {most} transfers': (v) => `檔案超過 ${v.most} 筆`,
  'it is not JSON': '不是 JSON',
  'it is not a seal of Care Ledger': '不是本系統的封條',
  'it is not in canonical form': '不是標準格式',
  'it is no Ed25519 private JWK ({fields})': (v) => `不是 Ed25519 私鑰（${v.fields}）`,
  'it is no Ed25519 public JWK': '不是 Ed25519 公鑰（JWK）',
  'its public half x does not belong to its private half d': '公鑰部分與私鑰部分不相符',
  'its private half d is not 32 bytes': '私鑰部分不是 32 位元組',
  'it is empty': '檔案是空的',
  'it holds the tables {names}': (v) => `其中的資料表是 ${v.names}`,
  'it is a folder': '這是一個資料夾',
  'its folder does not exist': '所在的資料夾不存在',
  'the system refuses it ({code})': (v) => `系統拒絕存取（${v.code}）`,
  'it cannot be read as JSON': '不是 JSON',
  'it is not UTF-8': '不是 UTF-8 編碼',
  'it broke off': '傳輸中斷',
  'it holds another kind of value': '含有其他類型的內容',
  'a text holds half a character': '文字中有殘缺的字元',
  'a key holds half a character': '文字中有殘缺的字元',
  'a number is too large': '有數字過大',
  'it nests deeper than {most}': (v) => `巢狀超過 ${v.most} 層`,
  'it does not begin as a PDF': '開頭不是 PDF',
  'its end is missing': '缺少結尾',
  'its trailer is missing': '缺少結尾',
}

export const faults: Phrases = { ...problems, ...journal, ...amounts, ...reasons }

/** What is wrong with a field, a line or a file. */
export const faultIn: Tell = (text) => phraseIn(faults, text) ?? text
