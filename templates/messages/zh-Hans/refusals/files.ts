import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { words } from '../words.ts'

const { count } = tellingIn('zh-Hans')

/** Files that are imported, and background work. */
export const fileRefusals = {
  'file.has_programs': () => ({
    sentence: '工作簿中带有程序（宏）或其他文件。',
    remedy: '请另存为普通工作簿（.xlsx），再上传。',
  }),
  'file.not_its_kind': (v) => ({
    sentence: `文件内容与扩展名 ${v.ending} 不符。`,
    remedy: '请在原来的程序中另存为工作簿（.xlsx）或文本，再上传。',
  }),
  'file.not_utf8': (v) => ({
    sentence: `${faultIn(v.what)}不是 UTF-8 编码的文本：第 ${count(v.line)} 行有无法识别的字符。`,
    remedy: '请将文件另存为 UTF-8 编码，然后重新导入。',
  }),
  'file.too_large': (v) => ({
    sentence: `${faultIn(v.what)}有 ${count(v.bytes)} 字节，最多只能读取 ${count(v.limit)} 字节。`,
    remedy: '请拆分文件，例如按年份，然后依次导入。',
  }),
  'grants.cell_missing': (v) => ({
    sentence: `这一行缺少“${v.column}”。`,
    remedy: '请填写该单元格。',
  }),
  'grants.cell_unfit': (v) => ({
    sentence: `“${v.column}”过长，或含有不可见的控制字符。`,
    remedy: '请缩短或重新输入该内容，最多 500 个字符。',
  }),
  'grants.columns_missing': (v) => ({
    sentence: `第一行缺少以下列：${v.columns.join('、')}。`,
    remedy: '请在第一张工作表的第一行写上 360Giving 标准的列名。',
  }),
  'grants.csv_unreadable': (v) => ({
    sentence: `无法读取 CSV 文件：${faultIn(v.fault)}。`,
    remedy: '请另存为以逗号分隔的 UTF-8 文件，含逗号的单元格要加引号。',
  }),
  'grants.date_with_time': (v) => ({
    sentence: `拨款日期“${v.given}”带有时刻。`,
    remedy: '请只写日期，例如 2025-02-28。',
  }),
  'grants.identifier_twice': (v) => ({
    sentence: `编号“${v.identifier}”在第 ${count(v.row)} 行已经出现过。`,
    remedy: '请删除重复的行，或另给一个编号；每笔拨款只登记一次。',
  }),
  'import.already': (v) => ({
    sentence: `完全相同的文件已由第 ${count(v.event)} 号事项导入。`,
    remedy: '无须再办理；要导入其他内容，请选择另一个文件。',
  }),
  'import.currency': (v) => ({
    sentence: `基金 ${v.fund} 的币种是 ${v.held}，科目对照表写的是 ${v.given}。`,
    remedy: '请选择该币种的基金，或更正科目对照表。',
  }),
  'import.problems': ({ problems: [one, ...more] }) => ({
    sentence: `第 ${count(one?.line ?? 0)} 行：${faultIn(one?.sentence ?? '')}${more.length > 0 ? `（另有 ${count(more.length)} 处问题）` : ''}`,
    remedy: '请更正这些行，然后重新导入；没有登记任何内容。',
  }),
  'import.too_long': (v) => ({
    sentence: `文件含有 ${count(v.entries)} 张凭证，一次最多导入 ${count(v.most)} 张。`,
    remedy: '请拆分文件，例如按年份。',
  }),
  'mapping.invalid': (v) => ({
    sentence: `科目对照表不正确：${v.faults.map(faultIn).join('；')}。`,
    remedy: '请更正这些地方。',
  }),
  'mapping.unreadable': () => ({
    sentence: '科目对照表不是 JSON 文件，无法读取。',
    remedy: '请与说明文档中的示例对照。',
  }),
  'task.book_too_long_here': (v) => ({
    sentence: `账簿有 ${count(v.events)} 个事项，本服务器最多只能核验 ${count(v.most)} 个事项的账簿。`,
    remedy: '请备份后在自己的计算机上用 care-ledger verify 核验，那样也不必信任本服务器。',
  }),
  'task.ended': (v) => ({
    sentence: `任务 ${v.task} 已经结束：${wordFor(words.task_outcome, v.outcome)}。`,
    remedy: '结果见任务页面；要再做一次，请新建任务。',
  }),
  'task.of_another': (v) => ({
    sentence: `任务 ${v.task} 由别人发起，并以其名义执行。`,
    remedy: '请由发起人或负责人停止它，或自己新建任务。',
  }),
  'task.other_file': (v) => ({
    sentence: `这不是任务 ${v.task} 开始时所用的文件。`,
    remedy: '请选择完全相同的文件；要导入另一个文件，请新建导入任务。',
  }),
  'task.too_many': (v) => ({
    sentence: `已有 ${count(v.most)} 个任务正在执行或等待，不能再多。`,
    remedy: '请等其中一些结束，或停止一个。',
  }),
  'task.unknown': (v) => ({
    sentence: `本账簿中没有任务 ${v.task}。`,
    remedy: '请在任务列表中查找。',
  }),
  'xlsx.too_large': (v) => ({
    sentence: `工作簿超过 ${count(v.limit)} ${faultIn(v.of)}。`,
    remedy: '请拆分工作表，或删除表格以外的内容。',
  }),
  'xlsx.unreadable': (v) => ({
    sentence: `无法读取工作簿：${faultIn(v.fault)}。`,
    remedy: '请用电子表格软件打开，不设密码，重新另存为 .xlsx 文件。',
  }),
} satisfies SomeRefusalWords
