import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { cases } from '../cases.ts'

const { day } = tellingIn('zh-Hans')
const state = (code: string) => (cases.states as Readonly<Record<string, string>>)[code] ?? code
const listed = (refs: readonly (string | number)[]) => refs.join('、')

/** 评议会议与发放后跟踪。 */
export const sittingRefusals = {
  'ballot.amount': (v) => ({
    sentence: `个案 ${v.case} 填写了金额，但它不在提请同意之列。`,
    remedy: '只为提请同意的个案填写金额。',
  }),
  'ballot.conditions': () => ({
    sentence: '只有同意帮扶时才附条件。',
    remedy: '请删去所附条件。',
  }),
  'ballot.no_quorum': (v) => ({
    sentence: `对 ${listed(v.cases)} 有表决权的${v.members}名委员中到会${v.present}名，不足法定人数。`,
    remedy: '等更多委员到会，或者提交上级评议。',
  }),
  'ballot.recused': (v) => ({
    sentence: `用户 ${v.user} 与个案 ${v.case} 有利害关系，应当回避，不参加表决。`,
    remedy: '请不要填写其表决。任何角色都不例外。',
  }),
  'ballot.rule': ({ proposal }) => ({
    sentence:
      proposal === 'refuse'
        ? '不予帮扶须写明依据的规定和告知申请人的说明。'
        : '只有不予帮扶时才填写依据的规定。',
    remedy: '不予帮扶时选择依据并写明说明，其他提议不填写。',
  }),
  'ballot.split': (v) => ({
    sentence: `有委员须对 ${listed(v.cases)} 回避而对其余个案不必回避，这些个案应分开表决。`,
    remedy: '请分别表决，或者要求自动分开。',
  }),
  'ballot.voter': (v) => ({
    sentence: `用户 ${v.user} 不是到会的委员。`,
    remedy: '请先登记到会情况；列席监督的人没有表决权。',
  }),
  'ballot.votes_missing': (v) => ({
    sentence: `逐人登记表决时，缺少用户 ${listed(v.users)} 的表决。`,
    remedy: '请登记每一名到会委员的表决，或者都不登记，即全体同意。',
  }),
  'call_back.unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.call_back} 号抽查回访。`,
    remedy: '请在该次抽样的页面上查找。',
  }),
  'call_back_draw.done': (v) => ({
    sentence: `第 ${v.draw} 次抽样已经完成，种子已经公布。`,
    remedy: '请登记被抽中的人的答复。',
  }),
  'call_back_draw.nobody': (v) => ({
    sentence: `${day(v.from)}至${day(v.to)}没有个案发放，无人可抽。`,
    remedy: '请选择其他期间或其他组织。',
  }),
  'call_back_draw.not_over': (v) => ({
    sentence: `该期间到${day(v.to)}为止，今天是${day(v.today)}。`,
    remedy: '请在期间结束、全部发放都已知晓之后再抽。',
  }),
  'call_back_draw.range': (v) => ({
    sentence: `${day(v.from)}至${day(v.to)}之间没有日期。`,
    remedy: '开始日期不能晚于结束日期。',
  }),
  'call_back_draw.unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.draw} 次抽样。`,
    remedy: '请在抽查回访的列表中查找。',
  }),
  'case.before_another_sitting': (v) => ({
    sentence: `个案 ${v.case} 已在第 ${v.sitting} 次会议上表决，而该会议尚未结束。`,
    remedy: '请先结束那次会议，或者在那次会议上决定。',
  }),
  'case.not_to_ratify': (v) => ({
    sentence: `个案 ${v.case} 已紧急发放，只能追认或不予追认。`,
    remedy: '请按已发放的金额提请同意，或者提请不予同意。',
  }),
  'case.outside_sitting': (v) => ({
    sentence: `个案 ${v.case} 所属组织不由第 ${v.sitting} 次会议决定。`,
    remedy: '请提交其所属组织或上级的委员会。',
  }),
  'delivery.came_back': (v) => ({
    sentence: `付款 ${v.payout} 已退回，没有人收到。`,
    remedy: '重新发放之后再确认。',
  }),
  'delivery.confirmed': (v) => ({
    sentence: `付款 ${v.payout} 已经确认过。`,
    remedy: '请查看其个案。此后了解到的情况登记为抽查回访或投诉。',
  }),
  'delivery.day': (v) => ({
    sentence: `该款于${day(v.paid_on)}支付，今天是${day(v.today)}，${day(v.day)}不在其间。`,
    remedy: '请填写询问本人的日期。',
  }),
  'delivery.own_hand': (v) => ({
    sentence: `付款 ${v.payout} 由您提出、批准、制单、放款或者发放，是否收到应由他人询问。`,
    remedy: '请由没有参与的人询问。任何角色都不例外。',
  }),
  'delivery.unknown': (v) => ({
    sentence: `本账簿中没有个案付款 ${v.payout}。`,
    remedy: '请在收款确认的列表中查找。',
  }),
  'revisit.day': (v) => ({
    sentence:
      v.next_on === null
        ? `走访日期为${day(v.visited_on)}，今天是${day(v.today)}。`
        : `下次走访日期为${day(v.next_on)}，今天是${day(v.today)}。`,
    remedy: '走访日期不能晚于今天，下次走访日期须在今天之后。',
  }),
  'revisit.not_paid': (v) => ({
    sentence: `个案 ${v.case} 的状态为“${state(v.state)}”，帮扶之后才有回访。`,
    remedy: '决定之前的走访请登记为入户走访。',
  }),
  'sitting.closed': (v) => ({
    sentence: `第 ${v.sitting} 次会议已经结束，会议纪要已经固定。`,
    remedy: '请另行召集会议，可以再次提请表决。',
  }),
  'sitting.day': (v) => ({
    sentence: `会议日期为${day(v.held_on)}，今天是${day(v.today)}。`,
    remedy: '请在会议当天或之后登记到会和表决。',
  }),
  'sitting.nobody': ({ unit }) => ({
    sentence: `${unit === null ? '整个组织' : `组织 ${unit} 及其上级`}没有评议委员，无法开会。`,
    remedy: '请先把评议委员的角色授予有关人员。',
  }),
  'sitting.not_member': (v) => ({
    sentence: `用户 ${v.user} 不是该委员会的成员。`,
    remedy: '请选择在该组织或其上级担任评议委员的人。',
  }),
  'sitting.not_supervisor': (v) => ({
    sentence: `用户 ${v.user} 不能列席监督该委员会。`,
    remedy: '规定允许列席监督时，可以选择该组织或其上级的审计人员。',
  }),
  'sitting.part_twice': (v) => ({
    sentence: `用户 ${listed(v.users)} 既登记为到会又登记为请假。`,
    remedy: '请只选一项。',
  }),
  'sitting.recused_voted': (v) => ({
    sentence: `用户 ${v.user} 在得知其利害关系之前参加了对个案 ${v.case} 的表决。`,
    remedy: '请由其他委员对该个案重新表决，然后结束会议。',
  }),
  'sitting.same_person': (v) => ({
    sentence: `用户 ${v.user} 与用户 ${v.other} 是同一个人，只有一票。`,
    remedy: '请只选其中一个。',
  }),
  'sitting.unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.sitting} 次会议。`,
    remedy: '请在会议列表中查找。',
  }),
} satisfies SomeRefusalWords
