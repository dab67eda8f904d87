import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { apply } from '../apply.ts'

const { day } = tellingIn('zh-Hans')

/** 凭申请码提交的申请与材料。 */
export const applicationRefusals = {
  'application.changed': () => ({
    sentence: '核对之后，申请又有改动，可能是在另一台设备上。',
    remedy: '请再核对一遍，然后提交。',
  }),
  'application.incomplete': (v) => ({
    sentence: `还有内容没有填写：${v.missing.map((field) => wordFor(apply.fields, field)).join('、')}。`,
    remedy: '请补充完整，已填写的内容不会丢失。',
  }),
  'application.no_account': (v) => ({
    sentence: `个案 ${v.case} 的申请没有写明本人的账号。`,
    remedy: '请向申请人询问，或在人员信息中登记账号。',
  }),
  'application.none': (v) => ({
    sentence: `个案 ${v.case} 不是凭申请码提交的。`,
    remedy: '请查看由谁录入。',
  }),
  'application.not_sent': () => ({
    sentence: '申请尚未提交。',
    remedy: '请先填写完并提交。',
  }),
  'application.not_taken': () => ({
    sentence: '此申请不能以这种方式受理。',
    remedy: '请询问给您申请码的工作人员；您填写的内容仍然保存。',
  }),
  'application.sent': (v) => ({
    sentence: `申请已经提交，编号 ${v.case}。`,
    remedy: '请查看办理进度；需要补充的内容会在那里说明。',
  }),
  'application_code.ended': (v) => ({
    sentence: `申请码 ${v.code} 已作废。`,
    remedy: '如仍需要，请另行生成。',
  }),
  'application_code.exists': () => ({
    sentence: '已有相同哈希值的申请码。',
    remedy: '请用新的随机字节生成。',
  }),
  'application_code.mistyped': () => ({
    sentence: '申请码不完整：少了、多了或写错了字符。',
    remedy: '请对照单子逐个核对。不分大小写，可不写短横。',
  }),
  'application_code.not_there': (v) => ({
    sentence: `账簿中没有申请码 ${v.code}。`,
    remedy: '请在申请码列表中查找。',
  }),
  'application_code.throttled': (v) => ({
    sentence: `无效的申请码输入过多，请 ${v.minutes} 分钟后再试。`,
    remedy: '请稍候，并对照单子核对申请码。',
  }),
  'application_code.unknown': () => ({
    sentence: '此申请码无效：可能写错、已作废或已过期。',
    remedy: '请向给您申请码的工作人员索取新的单子。',
  }),
  'application_code.until': (v) => ({
    sentence: `申请码自今天（${day(v.today)}）起最长有效 ${v.most_days} 天，不能到 ${day(v.until)}。`,
    remedy: '请选择期限内的日期；随时可以另行生成。',
  }),
  'document.active': (v) => ({
    sentence: `PDF 文件 ${v.name} 打开时会运行程序。`,
    remedy: '请打印成新的 PDF 再提交，或拍照提交。',
  }),
  'document.content': () => ({
    sentence: '材料内容不是 base64。',
    remedy: '请以 base64（RFC 4648）发送文件内容。',
  }),
  'document.empty': (v) => ({
    sentence: `文件 ${v.name} 是空的。`,
    remedy: '请重新选择文件，可能尚未保存。',
  }),
  'document.erased': (v) => ({
    sentence: `材料 ${v.document} 已随本人信息删除。`,
    remedy: '无法恢复；其摘要仍在事件链中。',
  }),
  'document.file': () => ({
    sentence: '没有选择文件。',
    remedy: '请先选择文件或拍照。',
  }),
  'document.kind': (v) => ({
    sentence: `文件 ${v.name} 不是可以接收的 PDF 或图片。`,
    remedy: '请提交 PDF、JPEG、PNG 或 WebP，拍照也可以。',
  }),
  'document.locked': (v) => ({
    sentence: `PDF 文件 ${v.name} 有密码，或其内容无法检查。`,
    remedy: '请打印成新的 PDF 再提交，或拍照提交。',
  }),
  'document.names': (v) => ({
    sentence: `材料 ${v.document} 涉及个人身份，您无权查看。`,
    remedy: '请找可查看姓名的人。',
  }),
  'document.no_amount': (v) => ({
    sentence: `材料 ${v.document}（${wordFor(apply.papers, v.kind)}）没有可核定的金额。`,
    remedy: '请核定发票等材料的金额。',
  }),
  'document.not_its_kind': (v) => ({
    sentence: `文件 ${v.name} 的内容与名称不符，实际为 ${v.kind}。`,
    remedy: '请在原程序中重新保存，或拍照提交。',
  }),
  'document.own_hand': (v) => ({
    sentence: `材料 ${v.document} 由您添加，应由他人核定金额。`,
    remedy: '请另一人核定。',
  }),
  'document.too_large': (v) => ({
    sentence: `文件 ${v.name} 超过 ${v.most_mib} MiB。`,
    remedy: '请降低照片分辨率，或分成几个文件提交。',
  }),
  'document.too_large_inside': (v) => ({
    sentence: `文件 ${v.name} 展开后过大，无法显示。`,
    remedy: '请缩小图片，或打印成新的 PDF。',
  }),
  'document.too_large_together': (v) => ({
    sentence: `一份申请的材料合计不超过 ${v.most_mib} MiB。`,
    remedy: '请先提交最重要的材料；提交申请后还可以补充。',
  }),
  'document.too_many': (v) => ({
    sentence: `一个个案最多 ${v.most} 份材料。`,
    remedy: '请把同类的几页合成一个 PDF。',
  }),
  'document.unknown': (v) => ({
    sentence: `账簿中没有材料 ${v.document}。`,
    remedy: '请在个案中查找。',
  }),
} satisfies SomeRefusalWords
