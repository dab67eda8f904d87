import type { SomeRefusalWords } from '../../refusal-words.ts'

/** 给银行的文件与银行回盘文件。 */
export const bankRefusals = {
  'bank_file.accounts_changed': (v) => ({
    sentence: `批次 ${v.batch} 的这些行在放行后更换了账号：${v.lines.join('、')}。`,
    remedy: '请将这些行记为未付，另编批次由他人放行后重发。',
  }),
  'bank_file.holds_names': () => ({
    sentence: '银行文件含姓名和账号全文，您无权查看。',
    remedy: '请由可查看姓名的人下载。',
  }),
  'bank_file.line_without_account': (v) => ({
    sentence: `第 ${v.line} 行的 ${v.party} 没有登记银行账号。`,
    remedy: '请先登记账号；或将该行退回，改发现金。',
  }),
  'bank_file.no_paying_account': (v) => ({
    sentence: `尚未填写基金“${v.fund}”的付款账户。`,
    remedy: '请在基金页面填写后再下载。',
  }),
  'bank_file.not_in_encoding': (v) => ({
    sentence: `第 ${v.line} 行的“${v.column}”含有 ${v.encoding} 编码没有的字。`,
    remedy: '请为此账户选用 UTF-8 或 GB 18030；或请银行人工处理该行。',
  }),
  'bank_file.not_released': (v) => ({
    sentence: `批次 ${v.batch} 不是已复核放行的银行发放批次。`,
    remedy: '请先放行；现金和实物使用签领表。',
  }),
  'bank_results.cell_unclear': (v) => ({
    sentence: `无法识别 ${v.column} 列的“${v.given}”。`,
    remedy: '请更正单元格；结果为成功、失败或处理中。',
  }),
  'bank_results.columns_missing': (v) => ({
    sentence: `首行缺少这些列：${v.columns.join('、')}。`,
    remedy: '请提供“流水号”和“处理结果”两列；金额、日期、失败原因有则读取。',
  }),
  'bank_results.unreadable': (v) => ({
    sentence: `回盘文件无法读取：${v.fault}。`,
    remedy: '请另存为工作簿（.xlsx）、CSV 或银行的 XML（pain.002）后重新上传。',
  }),
  'disbursements.backwards': (v) => ({
    sentence: `从 ${v.from} 到 ${v.to} 的期间，终止日早于起始日。`,
    remedy: '请填写起始日，以及不早于它的终止日。',
  }),
} satisfies SomeRefusalWords
