import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { agreements } from '../agreements.ts'
import { interests } from '../interests.ts'
import { peopleWords } from '../people-words.ts'

const { day } = tellingIn('zh-Hans')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一家庭' }

/** 结对共建协议与履约差异表。 */
export const agreementRefusals = {
  'agreement.commitment_unknown': (v) => ({
    sentence: `本账簿中没有协议承诺事项 ${v.commitment}。`,
    remedy: '请在其协议的页面上查找。',
  }),
  'agreement.contribution_counted': (v) => ({
    sentence: `收款 ${v.contribution} 已计入协议 ${v.agreement}。`,
    remedy: '一笔资金只能履行一项承诺；登记有误的，请先撤回该履行记录。',
  }),
  'agreement.contribution_other': (v) => ({
    sentence: `收款 ${v.contribution} 不是承诺方以协议币种转入的资金，或者余额不足。`,
    remedy: '请填写履行此项承诺的收款编号，金额不得超过其余额。',
  }),
  'agreement.days': (v) => ({
    sentence: `协议截止于${day(v.until)}，早于起始的${day(v.from)}。`,
    remedy: '截止日期不得早于起始日期。',
  }),
  'agreement.due': (v) => ({
    sentence: `承诺期限为${day(v.due)}，早于协议起始的${day(v.from)}。`,
    remedy: '请填写协议起始之后的日期。',
  }),
  'agreement.ended': (v) => ({
    sentence: `协议 ${v.agreement} 已于${day(v.on)}终止。`,
    remedy: '双方继续合作的，请另订协议。',
  }),
  'agreement.evidence_day': (v) => ({
    sentence: `协议自${day(v.from)}起，今天是${day(v.today)}；${day(v.day)}不在其间。`,
    remedy: '请填写实际履行的日期。',
  }),
  'agreement.evidence_taken_back': (v) => ({
    sentence: `履行记录 ${v.evidence} 已撤回。`,
    remedy: '请查看其协议的页面。',
  }),
  'agreement.evidence_unknown': (v) => ({
    sentence: `本账簿中没有协议履行记录 ${v.evidence}。`,
    remedy: '请在其协议的页面上查找。',
  }),
  'agreement.helper_ended': (v) => ({
    sentence: `帮扶方 ${v.helper} 已退出，不能再作承诺。`,
    remedy: '请选择其他帮扶方，或重新启用该帮扶方。',
  }),
  'agreement.interest': (v) => ({
    sentence: `您与协议 ${v.agreement} 有利害关系：${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}。`,
    remedy: '请由与双方都没有利害关系的人办理；任何角色都不例外。',
  }),
  'agreement.kind_unknown': (v) => ({
    sentence: `结对帮扶规定中没有协议类型 ${v.kind}。`,
    remedy: '请选择已有类型，或先在规定中增加。',
  }),
  'agreement.measure': (v) => ({
    sentence: `“${wordFor(agreements.promise_kinds, v.kind)}”只按${v.wanted === 'amount' ? '金额' : '数量'}承诺和履行。`,
    remedy: v.wanted === 'amount' ? '请只填金额。' : '请只填数量（整数）。',
  }),
  'agreement.needs_bodies': (v) => ({
    sentence: `协议在两个单位之间签订，${v.party} 是个人。`,
    remedy: '个人请建立结对；或填写其所在单位。',
  }),
  'agreement.not_signed': (v) => ({
    sentence: `协议 ${v.agreement} 的此项内容双方尚未签署，没有约束力。`,
    remedy: '请双方签署其所在的版本。',
  }),
  'agreement.promises_nothing': (v) => ({
    sentence: `协议 ${v.agreement} 还没有承诺事项。`,
    remedy: '签署之前，请先填写承诺事项和期限。',
  }),
  'agreement.released': (v) => ({
    sentence: `承诺事项 ${v.commitment} 已免除。`,
    remedy: '改作其他承诺的，请在新版本中另行填写。',
  }),
  'agreement.same_party': (v) => ({
    sentence: `${v.party} 不能同时是协议的双方。`,
    remedy: '请填写受帮扶的单位，不能与帮扶方相同。',
  }),
  'agreement.signed_already': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)}已签署协议 ${v.agreement} 的这一版本。`,
    remedy: '请查看协议页面；该方无须再签。',
  }),
  'agreement.unknown': (v) => ({
    sentence: `本账簿中没有协议 ${v.agreement}。`,
    remedy: '请在协议列表中查找。',
  }),
  'agreement.version_changed': (v) => ({
    sentence: `协议 ${v.agreement} 的第 ${v.version} 版不是最新版本。`,
    remedy: '请阅读并签署最新版本。',
  }),
  'agreement.version_signed': (v) => ({
    sentence: `协议 ${v.agreement} 的第 ${v.version} 版已有一方签署，不能再补充。`,
    remedy: '请先拟定新版本，补充完毕后由双方签署。',
  }),
  'variance.answered': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)}对 ${v.statement} 的签署情况已登记。`,
    remedy: '已登记的不变；之后的变化请编制新的差异表。',
  }),
  'variance.day': (v) => ({
    sentence: `协议自${day(v.from)}起，今天是${day(v.today)}；${day(v.day)}不在其间。`,
    remedy: '请填写协议起始至今天之间的日期。',
  }),
  'variance.newer': (v) => ({
    sentence: `${v.statement} 已被 ${v.newer} 取代。`,
    remedy: '请签署最新的差异表。',
  }),
  'variance.own_hand': (v) => ({
    sentence: `${v.statement} 中的履行或免除是您登记的，因此不能由您登记任何一方的签署。`,
    remedy: '请由没有登记过其中内容的人办理；任何角色都不例外。',
  }),
  'variance.reason_missing': () => ({
    sentence: '不签署的一方须说明理由。',
    remedy: '请写明对哪些内容有异议。',
  }),
  'variance.same': (v) => ({
    sentence: `${v.statement} 的内容与此完全相同。`,
    remedy: '请签署已有的差异表；有变化后再编制。',
  }),
  'variance.signed_before': (v) => ({
    sentence: `差异表反映截至${day(v.to)}的情况，不可能在${day(v.day)}签署。`,
    remedy: '请填写该方实际签署或答复的日期。',
  }),
  'variance.unknown': (v) => ({
    sentence: `本账簿中没有履约差异表 ${v.statement}。`,
    remedy: '请在其协议的页面上查找。',
  }),
} satisfies SomeRefusalWords
