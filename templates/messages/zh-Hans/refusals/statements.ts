import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { faultIn } from '../faults.ts'

const { day, count } = tellingIn('zh-Hans')

/** Statements, their papers, keys and seals. */
export const statementRefusals = {
  'file_seal.unreadable': (v) => ({
    sentence: `无法读取封签：${faultIn(v.why)}。`,
    remedy: '请使用与文件同时生成的原始封签，或不用封签直接核验。',
  }),
  'public_key.unreadable': (v) => ({
    sentence: `公钥无法使用：${faultIn(v.why)}。`,
    remedy: '请使用本账簿的公钥，可在“设置”中查看。',
  }),
  'render.busy': (v) => ({
    sentence: `已有 ${count(v.waiting)} 份文件在等待生成，不能再多。`,
    remedy: '请几秒钟后再试。',
  }),
  'render.too_large': (v) => ({
    sentence: `该报告有 ${count(v.lines)} 行，本服务器最多只能生成 ${count(v.most)} 行的文件。`,
    remedy: '请下载内容相同的 HTML、CSV 或 JSON，或按较短的期间签发报告。',
  }),
  'signing_key.known': (v) => ({
    sentence: `本账簿已有签名密钥 ${v.kid}。`,
    remedy: '请使用新的密钥，或继续使用现有的密钥。',
  }),
  'signing_key.missing': (v) => ({
    sentence: `服务器上没有账簿 ${v.book} 的签名密钥。`,
    remedy: '请联系服务器管理员，把私钥放到账簿旁边。',
  }),
  'signing_key.unreadable': (v) => ({
    sentence: `签名密钥无法使用：${faultIn(v.why)}。`,
    remedy: '请联系服务器管理员检查签名密钥。',
  }),
  'statement.key_missing': (v) => ({
    sentence: `收支报告 ${v.number} 是用签名密钥 ${v.kid} 签发的，服务器上没有这把密钥。`,
    remedy: '请联系服务器管理员，把以前的签名密钥与现用的一并保存。',
  }),
  'statement.names_not_allowed': () => ({
    sentence: '完整姓名只供有权查看的人阅读。',
    remedy: '请使用公示版，或向负责人申请查看姓名的权限。',
  }),
  'statement.not_over': (v) => ({
    sentence: `报告期间到${day(v.to)}才结束，今天是${day(v.today)}。`,
    remedy: '请在期间结束后签发；预览可以随时查看。',
  }),
  'statement.range': (v) => ({
    sentence: `期间的开始日期${day(v.from)}晚于结束日期${day(v.to)}。`,
    remedy: '请填写不晚于结束日期的开始日期。',
  }),
  'statement.too_large': (v) => ({
    sentence: `报告有 ${count(v.lines)} 行，数据过大，无法作为一份报告保存。`,
    remedy: '请按较短的期间分别签发；一份报告大约可容纳 4,500 行。',
  }),
  'statement.too_many_lines': (v) => ({
    sentence: `该期间有 ${count(v.lines)} 行，一份报告最多 ${count(v.most)} 行。`,
    remedy: '请按较短的期间分别签发。',
  }),
  'statement.unknown': (v) => ({
    sentence: `本账簿中没有收支报告 ${v.number}。`,
    remedy: '请在收支报告列表中查找。',
  }),
  'statement_pdf.attachment_missing': (v) => ({
    sentence: `此 PDF 中没有名为 ${v.name} 的附件。`,
    remedy: '请使用本系统签发的收支报告 PDF；收据等其他文件不含报告数据。',
  }),
  'statement_pdf.seal_missing': () => ({
    sentence: '此 PDF 没有封签，或封签已损坏。',
    remedy: '请使用下载或收到的原始文件，或请对方重新提供。',
  }),
  'statement_pdf.unreadable': (v) => ({
    sentence: `此文件不是完整的收支报告 PDF：${faultIn(v.fault)}。`,
    remedy: '请使用下载或收到的原始文件；用其他软件打印成 PDF、签名或另存都会改写文件。',
  }),
} satisfies SomeRefusalWords
