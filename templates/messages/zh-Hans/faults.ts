import { type Phrases, phraseIn, type Tell } from '../phrases.ts'
import { problems } from './problems.ts'

/** What is wrong in a line of a journal. */
const journal: Phrases = {
  '“{account}” shares its account in the book; it cannot be checked alone.': (v) =>
    `“${v.account}”与其他科目合用账簿中的一个科目，不能单独核对。`,
  '{decimal} has more decimals than {currency} has, which is {exponent}.': (v) =>
    `${v.decimal} 的小数位数超过 ${v.currency} 的 ${v.exponent} 位。`,
  '{decimal} {currency} is more than a book holds.': (v) =>
    `${v.decimal} ${v.currency} 超过账簿可容纳的最大金额。`,
  '{number} can mean {one} or {other}.': (v) => `${v.number} 可以理解为 ${v.one} 或 ${v.other}。`,
  'The amount cannot be read: {why}.': (v, tell) => `金额无法读取：${tell(v.why!)}。`,
  'This line below a directive is not read; only notes, formats and types are.':
    '不读取指令下的这一行；只读取备注、格式和类型。',
  'The year must have four digits.': '年份必须是四位数字。',
  'The decimal mark is a point or a comma.': '小数点符号只能是点或逗号。',
  'The code in parentheses does not end.': '括号中的代码没有结束。',
  'A posting with a date of its own is not read; an entry has one day.':
    '不读取另有日期的分录行；一张凭证只有一个日期。',
  'The date has no year, and no line Y before it gives one.':
    '日期没有年份，前面也没有用 Y 行给出年份。',
  'The line does not begin with a day of the calendar, such as 2012-08-20.':
    '这一行不是以有效日期开头，例如 2012-08-20。',
  'A price (@), which exchanges one currency for another, is not read.':
    '不读取把一种货币兑换为另一种货币的价格（@）。',
  'An amount expression or a lot is not read.': '不读取金额算式或批次。',
  'An amount set by a balance (= alone) is not read.': '不读取由余额推出的金额（单独的 =）。',
  'A balance that includes accounts below is not read.': '不读取包含下级科目的余额。',
  'A virtual posting, whose account stands in brackets, is not read.':
    '不读取科目写在括号里的虚拟分录行。',
  'The line does not begin with the name of an account.': '这一行不是以科目名称开头。',
  'Two spaces or a tab must stand between the account and what follows it.':
    '科目与其后的内容之间必须有两个空格或一个制表符。',
  'Reading stopped here after {count} problems.': (v) => `已发现 ${v.count} 处问题，读取到此停止。`,
  'No line “end {word}” ends this; all after it was comment.': (v) =>
    `没有“end ${v.word}”一行结束它，后面的内容都成了注释。`,
  'An indented line must stand directly below a transaction or a directive.':
    '缩进的行必须紧接在一笔交易或一条指令之下。',
  'The transaction of line {line} has more than {most} postings.': (v) =>
    `第 ${v.line} 行的交易超过 ${v.most} 个分录行。`,
  'The transaction has no postings.': '这笔交易没有分录行。',
  'More than one posting of the transaction has no amount (lines {lines}).': (v) =>
    `这笔交易有不止一个分录行没有金额（第 ${v.lines} 行）。`,
  'The line has {length} characters; at most {most} are read.': (v) =>
    `这一行有 ${v.length} 个字符，最多读取 ${v.most} 个。`,
  'The line holds a control character.': '这一行含有控制字符。',
  'An automated transaction (=) is not read.': '不读取自动交易（=）。',
  'A periodic transaction (~) is not read.': '不读取定期交易（~）。',
  'An included file is not read; import each file by itself.':
    '不读取引用的文件；请分别导入每个文件。',
  'An alias is not read; write the accounts in full.': '不读取别名；请写出完整的科目名称。',
  'The line is neither a transaction nor a directive that is read here.':
    '这一行既不是交易，也不是可以读取的指令。',
  'The transaction is in {names}; an entry has one currency.': (v) =>
    `这笔交易用了 ${v.names}；一张凭证只有一种货币。`,
  "The transaction is in {currency}; the mapping's fund is kept in {held}.": (v) =>
    `这笔交易的币种是 ${v.currency}，科目对照表所指基金的币种是 ${v.held}。`,
  '“{commodity}” is no currency that can be told; write its ISO 4217 code.': (v) =>
    `无法判断“${v.commodity}”是哪种货币；请写三个字母的币种代码。`,
  'The postings add up to {difference} {currency}, not to nothing.': (v) =>
    `借贷不平，差额为 ${v.difference} ${v.currency}。`,
  'The postings of an account add up to more than a book holds.':
    '一个科目的合计超过账簿可容纳的最大金额。',
  'The balance of “{account}” would pass the most a book holds.': (v) =>
    `“${v.account}”的余额会超过账簿可容纳的最大金额。`,
  'The mapping has no account for “{account}”; add {added}.': (v) =>
    `科目对照表中没有“${v.account}”；请加上 ${v.added}。`,
  'After this transaction “{account}” would hold {held}, not {expected}.': (v) =>
    `记入这笔交易后，“${v.account}”的余额是 ${v.held}，不是 ${v.expected}。`,
  'The opening carries forward {sum} in “{name}”, but the book holds {held}.': (v) =>
    `期初结转“${v.name}”${v.sum}，而账簿中是 ${v.held}。`,
  'The grant is in {given}; the fund {fund} is kept in {currency}.': (v) =>
    `这笔拨款的币种是 ${v.given}，基金 ${v.fund} 的币种是 ${v.currency}。`,
  'The row has no {column}.': (v) => `这一行缺少“${v.column}”。`,
  'The identifier {identifier} stands already in row {row}.': (v) =>
    `编号 ${v.identifier} 在第 ${v.row} 行已经出现过。`,
  'The {column} is longer than {most} characters or holds a control character.': (v) =>
    `“${v.column}”超过 ${v.most} 个字符，或含有控制字符。`,
  'The award date {given} carries a time of day.': (v) => `拨款日期 ${v.given} 带有时刻。`,
}

/** What keeps a text from being an amount. */
const amounts: Phrases = {
  'it is {length} characters long': (v) => `有 ${v.length} 个字符，过长`,
  'there is a space around it': '前后有空格',
  'its digits are full-width': '用了全角数字',
  'a comma can mean thousands or decimals': '逗号可能表示千位，也可能表示小数',
  'it is in scientific form': '用了科学计数法',
  'there must be digits on both sides of the point': '小数点两边都要有数字',
  'it is not made of digits and one point': '只能由数字和一个小数点组成',
  'the cell is no number': '单元格不是数字',
  'write a number with one currency, such as $1,000.00 or 20.00 USD':
    '请写带一种货币的数字，例如 $1,000.00 或 20.00 USD',
  'it has two signs': '有两个正负号',
  'it has two currencies': '有两种货币',
  'its separators are out of place': '分隔符的位置不对',
}

/** Why something cannot be done or read. */
const reasons: Phrases = {
  'already identified': '的来源已经查明',
  refunded: '已经退款',
  fund: '基金',
  party: '付款人',
  login: '登录名',
  name: '姓名',
  password: '密码',
  'it is not yet known whose it is': '来源尚未查明',
  'it has the receipt {number}': (v) => `已经开具收据 ${v.number}`,
  'all of it was given back': '已全部退还',
  journal: '日记账',
  mapping: '科目对照表',
  workbook: '工作簿',
  'CSV file': 'CSV 文件',
  bytes: '字节',
  rows: '行',
  columns: '列',
  'it has more than {count} rows': (v) => `超过 ${v.count} 行`,
  'it has more than {count} columns': (v) => `超过 ${v.count} 列`,
  'file of people': '人员名册文件',
  'it is neither a workbook nor text': '既不是工作簿，也不是文本',
  'it is no workbook': '不是工作簿',
  'it is not a ZIP archive': '不是 ZIP 压缩文件',
  'it has {count} parts': (v) => `有 ${v.count} 个部分`,
  'two of its parts have one name': '有两个部分同名',
  'it is encrypted': '已加密',
  'it is in the 64-bit form': '是 64 位格式',
  'a cell has no proper address': '有单元格的地址不正确',
  'the whole': '整个文件',
  'and {count} more': (v) => `另有 ${v.count} 处`,
  '{place}: {problem}': (v, tell) =>
    `${tell(v.place!)}：${tell(v.problem!).replace(/[。.]$/u, '')}`,
  'no space around the name': '名称前后不能有空格',
  'name the account above': '请写出上级科目',
  'a * stands only last, after a :': '* 只能放在最后，跟在 : 之后',
  'not a role that money is booked to': '不是可以记账的用途',
  'letters, digits, points and hyphens, at most 40': '只能用字母、数字、点和连字符，最多 40 个',
  'not an ISO 4217 currency': '不是可用的币种代码',
  'give a role or a class, one of the two': '用途与类别请只填其中一项',
  '{match} stands twice': (v) => `${v.match} 出现两次`,
  '{first} and {other} disagree about {what}': (v) =>
    `${v.first} 与 ${v.other} 对 ${v.what} 的写法不一致`,
  'the code {code} is given to two accounts': (v) => `代码 ${v.code} 给了两个科目`,
  'it defines a document type, which no bank’s file does': '文件定义了文档类型，银行的文件不会如此',
  'it is XML, and no status report (pain.002)': '文件是 XML，但不是状态报告（pain.002）',
  'it does not say on which day it was made': '文件没有写明生成日期',
  'file of results': '回盘文件',
  'The transfer has no end-to-end identification.': '该笔没有端到端标识。',
  'it has more than {most} transfers': (v) => `文件超过 ${v.most} 笔`,
  'it is not JSON': '不是 JSON',
  'it is not a seal of Care Ledger': '不是本系统的封签',
  'it is not in canonical form': '不是规范格式',
  'it is no Ed25519 private JWK ({fields})': (v) => `不是 Ed25519 私钥（${v.fields}）`,
  'it is no Ed25519 public JWK': '不是 Ed25519 公钥（JWK）',
  'its public half x does not belong to its private half d': '公钥部分与私钥部分不相符',
  'its private half d is not 32 bytes': '私钥部分不是 32 字节',
  'it is empty': '文件是空的',
  'it holds the tables {names}': (v) => `其中的数据表是 ${v.names}`,
  'it is a folder': '这是一个文件夹',
  'its folder does not exist': '所在的文件夹不存在',
  'the system refuses it ({code})': (v) => `系统拒绝访问（${v.code}）`,
  'it cannot be read as JSON': '不是 JSON',
  'it is not UTF-8': '不是 UTF-8 编码',
  'it broke off': '传输中断',
  'it holds another kind of value': '含有其他类型的内容',
  'a text holds half a character': '文字中有残缺的字符',
  'a key holds half a character': '文字中有残缺的字符',
  'a number is too large': '有数字过大',
  'it nests deeper than {most}': (v) => `嵌套超过 ${v.most} 层`,
  'it does not begin as a PDF': '开头不是 PDF',
  'its end is missing': '缺少结尾',
  'its trailer is missing': '缺少结尾',
}

export const faults: Phrases = { ...problems, ...journal, ...amounts, ...reasons }

/** What is wrong with a field, a line or a file. */
export const faultIn: Tell = (text) => phraseIn(faults, text) ?? text
