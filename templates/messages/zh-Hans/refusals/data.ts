import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { dataWords } from '../data-words.ts'

const { count, day } = tellingIn('zh-Hans')

/** 加密信息、同意、查看和删除。 */
export const dataRefusals = {
  'consent.given': (v) => ({
    sentence: `${v.party} 已于${day(v.on)}同意“${wordFor(dataWords.consent_purpose, v.purpose)}”。`,
    remedy: '无需再次登记；如要换用另一份材料，请先登记撤回。',
  }),
  'consent.ended': (v) => ({
    sentence: `同意 ${count(v.consent)} 已于${day(v.on)}撤回。`,
    remedy: '无需再次操作。',
  }),
  'consent.ends_too_soon': (v) => ({
    sentence: `同意于${day(v.from)}作出，不能在此之前（${day(v.to)}）撤回。`,
    remedy: '请填写撤回的日期。',
  }),
  'consent.in_future': (v) => ({
    sentence: `${day(v.day)}晚于今天（${day(v.today)}）。`,
    remedy: '请填写表示同意或撤回的日期。',
  }),
  'consent.unknown': (v) => ({
    sentence: `本账簿中没有编号为 ${v.consent} 的同意。`,
    remedy: '请在此人的页面上查找。',
  }),
  'erasure.asked': (v) => ({
    sentence: `${v.party} 的删除申请 ${v.request} 已经提出。`,
    remedy: '请由另一人确认。',
  }),
  'erasure.by_another': (v) => ({
    sentence: `提出删除申请 ${v.request} 的人不能自己确认：删除须由两人办理。`,
    remedy: '请由另一位负责人确认。',
  }),
  'erasure.held': (v) => ({
    sentence: `${v.party} 还有未办结的事项，不能删除：${v.holds.map(({ kind, of }) => `${wordFor(dataWords.erasure_hold, kind)} ${of}`).join('、')}。`,
    remedy: '请先付款或驳回付款申请、了结认捐、决定是否重新开启月份、停用用户，再提出申请。',
  }),
  'erasure.merged': (v) => ({
    sentence: `${v.party} 已合并到 ${v.kept}，两者一并删除。`,
    remedy: '请对保留的一条提出申请，或先撤销合并。',
  }),
  'erasure.merged_since': (v) => ({
    sentence: `删除申请 ${v.request} 提出之后，${v.parties.join('、')} 被并入该登记，会一同被删除。`,
    remedy: '请撤回申请后重新提出，或先撤销合并。',
  }),
  'erasure.unknown': (v) => ({
    sentence: `本账簿中没有待确认的删除申请 ${v.request}。`,
    remedy: '请在删除记录中查找。',
  }),
  'erasure_log.unreadable': () => ({
    sentence: `账簿旁的删除记录文件无法读取。`,
    remedy: '请联系服务器管理员。',
  }),
  'party.erased': (v) => ({
    sentence: `${v.party} 的个人信息已删除；账簿只保留编号、金额和摘要。`,
    remedy: '如此人再来办理，请作为新的人员登记。',
  }),
  'sealed_field.empty': (v) => ({
    sentence: `${v.party} 没有登记“${wordFor(dataWords.data_field, v.field)}”。`,
    remedy: '无需操作。',
  }),
  'sealed_field.of_kinds': (v) => ({
    sentence: `${v.party} 不能登记“${wordFor(dataWords.data_field, v.field)}”：个人有证件和出生日期，单位有代码。`,
    remedy: '请选择其他项目。',
  }),
  'sealed_field.too_long': (v) => ({
    sentence: `“${wordFor(dataWords.data_field, v.field)}”超过 ${count(v.most)} 个字符。`,
    remedy: '请只填写号码或住址本身。',
  }),
  'unsealing.names_needed': () => ({
    sentence: `不能查看姓名的人，也不能查看号码和住址。`,
    remedy: '请由可以查看姓名的人办理。',
  }),
  'unsealing.nothing': (v) => ({
    sentence: `${v.party} 没有登记：${v.fields.map((one) => wordFor(dataWords.data_field, one)).join('、')}。`,
    remedy: '请在此人的页面上查看已登记的项目。',
  }),
  'unsealing.over': (v) => ({
    sentence: `查看 ${v.unsealing} 的 ${count(v.minutes)} 分钟已过。`,
    remedy: '如需再看，请再次说明理由。',
  }),
  'unsealing.unknown': (v) => ({
    sentence: `没有您可以查看的第 ${v.unsealing} 号记录。`,
    remedy: '请选择人员并说明理由，再行查看。',
  }),
} satisfies SomeRefusalWords
