import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { interests } from '../interests.ts'
import { peopleWords } from '../people-words.ts'
import { requests } from '../requests.ts'
import { shell } from '../shell.ts'

const { money } = tellingIn('zh-Hans')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一家庭' }

/** Duties kept apart, and interests. */
export const dutyRefusals = {
  'duties.approved_by_oneself': (v) => ({
    sentence: `付款申请 ${v.request} 是您批准的；审批的人不得付款。`,
    remedy: '请由其他可以付款的人办理。任何角色都不例外。',
  }),
  'duties.decided_already': (v) => ({
    sentence: `您已经审批过付款申请 ${v.request}；每人只计一次。`,
    remedy: '下一个审批须由其他人作出。',
  }),
  'duties.emergency_not_allowed': () => ({
    sentence: '这里的职责分离制度不允许紧急付款。',
    remedy: '请提交普通付款申请，或先修改制度。',
  }),
  'duties.emergency_too_large': (v) => ({
    sentence: `紧急付款最多 ${money(v.limit, v.currency)}；这一笔是 ${money(v.amount, v.currency)}。`,
    remedy: '请先付限额以内的金额，其余另行提交普通申请。',
  }),
  'duties.entered_by_oneself': (v) => ({
    sentence: `付款申请 ${v.request} 是您自己提交的；提交的人不得审批。`,
    remedy: '请由其他可以审批的人决定。任何角色都不例外。',
  }),
  'duties.interest': (v) => ({
    sentence: `您与付款申请 ${v.request} 有利害关系（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}），因此不参与决定。`,
    remedy: '请由没有利害关系的人决定。登记的关系有误时，请先更正。',
  }),
  'duties.payer_entered': (v) => ({
    sentence: `付款申请 ${v.request} 是您提交的；按照职责分离制度，提交的人不得付款。`,
    remedy: '请由其他可以付款的人办理，或先修改制度。',
  }),
  'entry.of_payment_request': (v) => ({
    sentence: `凭证 ${v.entry} 使付款申请 ${v.request} 成为应付款。`,
    remedy: '请取消该申请，凭证随之冲销。',
  }),
  'grant.incompatible': (v) => ({
    sentence: `该用户已有“${wordFor(shell.role, v.held)}”角色，按照职责分离制度不得兼任“${wordFor(shell.role, v.role)}”。`,
    remedy: '请先收回原有角色，或把这一角色授予他人。',
  }),
  'interest.held': (v) => ({
    sentence: `与 ${v.party} 的这类利害关系已经申报（${wordFor(interests.kinds, v.kind)}）。`,
    remedy: '如需改写，请先终止原来的申报。',
  }),
  'interest.nobody': () => ({
    sentence: '利害关系由用户本人申报。',
    remedy: '请登录后申报自己的利害关系。',
  }),
  'interest.unknown': (v) => ({
    sentence: `没有第 ${v.interest} 号有效的利害关系申报。`,
    remedy: '请在利害关系登记中查找。',
  }),
  'payment_request.approved': (v) => ({
    sentence: `付款申请 ${v.request} 所需的审批已经齐全。`,
    remedy: '现在可以付款，或说明理由取消。',
  }),
  'payment_request.ended': (v) => ({
    sentence: `付款申请 ${v.request} ${wordFor(requests.states, v.act)}。`,
    remedy: '如仍需付款，请重新提交申请。',
  }),
  'payment_request.is_an_emergency': (v) => ({
    sentence: `付款申请 ${v.request} 是按紧急情况提交的。`,
    remedy: '请按紧急付款表示同意；所需人数由制度规定。',
  }),
  'payment_request.not_an_emergency': (v) => ({
    sentence: `付款申请 ${v.request} 不是按紧急情况提交的。`,
    remedy: '请按普通程序审批。',
  }),
  'payment_request.not_approved': (v) => ({
    sentence: `付款申请 ${v.request} 需要 ${v.needed} 人审批，现有 ${v.approvals} 人。`,
    remedy: '请可以审批的人办理；他们的待办事项中列有此项。',
  }),
  'payment_request.of_another': (v) => ({
    sentence: `付款申请 ${v.request} 是由他人提交的。`,
    remedy: '由提交人撤回，或由可以审批的人不予批准。',
  }),
  'payment_request.paid': (v) => ({
    sentence: `付款申请 ${v.request} 已作为支出 ${v.payout} 付款。`,
    remedy: '请查看该笔支出；退回的款项在那里登记。',
  }),
  'payment_request.unknown': (v) => ({
    sentence: `本账簿中没有付款申请 ${v.request}。`,
    remedy: '请在付款申请列表中查找。',
  }),
  'payout.interest': (v) => ({
    sentence: `您与这笔付款所涉的人有利害关系（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}），因此不得独自办理。`,
    remedy: '请提交付款申请由他人决定，或请其他人登记付款。',
  }),
  'payout.needs_request': (v) => ({
    sentence: `连同此人当天已得的款项，共 ${money(v.amount, v.currency)}；超过 ${money(v.above, v.currency)} 须先由他人审批。`,
    remedy: '请提交付款申请，批准后从那里付款。',
  }),
  'user_person.no_user': (v) => ({
    sentence: `本账簿中没有可以登录的用户 ${v.user}。`,
    remedy: '请在用户列表中查找。',
  }),
  'user_person.of_oneself': (v) => ({
    sentence: `您本人就是用户 ${v.user}；已经登记的本人身份须由他人更改。`,
    remedy: '请由另一位负责人更改：它决定您不得参与哪些决定。',
  }),
  'user_person.of_another': (v) => ({
    sentence: `${v.party} 已登记为用户 ${v.user} 对应的人员。`,
    remedy: '请再核对；一个人只对应一个用户。',
  }),
} satisfies SomeRefusalWords
