import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { awards } from '../awards.ts'
import { capText } from '../cap-text.ts'

const { money, month, day } = tellingIn('zh-Hans')
const counted = (all: readonly string[]) => (all.length === 0 ? '无' : all.join('、'))
const allowed = '或请上级人员准许本个案超限，并写明理由。'

/** 审批、限额、帮扶款、追回。 */
export const awardRefusals = {
  'allowance.month_ahead': (v) => ({
    sentence: `${month(v.month)}尚未开始，现在是${month(v.now)}。`,
    remedy: '月份开始之后，当月的定期补助才成为应付款。',
  }),
  'award.all_paid': (v) => ({
    sentence: `个案 ${v.case} 的帮扶款已全部发放，没有可终止的部分。`,
    remedy: '不应发放的款项，请办理追回。',
  }),
  'award.ended': (v) => ({
    sentence: `个案 ${v.case} 的帮扶已经终止：${wordFor(awards.end_causes, v.cause)}。`,
    remedy: '已发放的可以追回；新的困难请另立个案。',
  }),
  'award.in_batch': (v) => ({
    sentence: `个案 ${v.case} 有一期在批次 ${v.batch} 中，结果未明。`,
    remedy: '请先从批次中取出，或登记银行结果，再终止帮扶。',
  }),
  'award.no_emergency': (v) => ({
    sentence: `个案 ${v.case} 是按流程审批的，不需要追认。`,
    remedy: '只有紧急发放的才需要追认。',
  }),
  'award.none': (v) => ({
    sentence: `个案 ${v.case} 尚未批准任何帮扶。`,
    remedy: '请查看个案进展到哪一步。',
  }),
  'award.not_as_decided': (v) => ({
    sentence: `${day(v.on)}委员会对个案 ${v.case} 的紧急发放${v.decided === 'ratified' ? '予以追认' : '不予追认'}。`,
    remedy: '请按委员会的决定登记。',
  }),
  'award.ratified': (v) => ({
    sentence: `个案 ${v.case} 的紧急发放是否追认，已有决定。`,
    remedy: '只决定一次。',
  }),
  'award.reason_needed': (v) => ({
    sentence: `没有说明为何不追认个案 ${v.case} 的紧急发放。`,
    remedy: '请写明理由：已发放的款项据此追回。',
  }),
  'cap.below_least': (v) => ({
    sentence: `${capText(v)}：不低于${money(v.least, v.currency)}。个案 ${v.case} 申请${money(v.amount, v.currency)}。`,
    remedy: `请提高到这一金额。${allowed}`,
  }),
  'cap.exceeded': (v) => ({
    sentence: `${capText(v)}：最多${money(v.limit, v.currency)}。已用${money(v.used, v.currency)}（${counted(v.counted)}），尚余${money(v.left, v.currency)}，而个案 ${v.case} 申请${money(v.amount, v.currency)}。`,
    remedy: `请按余额提出。${allowed}`,
  }),
  'cap.not_above': (v) => ({
    sentence: `超限须由所属单位之上的人员准许；您的角色不在个案 ${v.case} 所属单位之上。`,
    remedy: '请上级单位或全组织的审批人、所有者办理。',
  }),
  'cap.not_passed': (v) => ({
    sentence: `个案 ${v.case} 没有超过任何限额。`,
    remedy: '不需要准许，照常审批即可。',
  }),
  'cap.standard_missing': (v) => ({
    sentence: `${capText(v)}：为“${v.standard}”的倍数，而当日没有以 ${v.currency} 计的这一标准。`,
    remedy: '请先在参照标准制度中写明。',
  }),
  'cap.too_often': (v) => ({
    sentence: `${capText(v)}：最多 ${v.most} 次。已给予 ${v.times} 次（${counted(v.counted)}），个案 ${v.case} 没有余次。`,
    remedy: `请待期间届满。${allowed}`,
  }),
  'cap_request.approver': (v) => ({
    sentence: `个案 ${v.case} 是您审批的；审批的人不得准许其超限。`,
    remedy: '请上级其他人员决定。',
  }),
  'cap_request.decided': (v) => ({
    sentence: `第 ${v.request} 号超限申请已有决定。`,
    remedy: '个案修改过的，可以重新申请。',
  }),
  'cap_request.own': (v) => ({
    sentence: `第 ${v.request} 号超限申请是您提出的；提出的人不得准许。`,
    remedy: '请上级其他人员决定。任何角色都不例外。',
  }),
  'cap_request.unknown': (v) => ({
    sentence: `账簿中没有第 ${v.request} 号超限申请。`,
    remedy: '请在个案中查找。',
  }),
  'cap_request.waits': (v) => ({
    sentence: `个案 ${v.case} 的第 ${v.request} 号超限申请还在等待决定。`,
    remedy: '请等待该决定。',
  }),
  'case.approved_already': (v) => ({
    sentence: `您已经审批过个案 ${v.case}；每人只计一次。`,
    remedy: '下一个审批须由其他人作出。',
  }),
  'case.decision_differs': (v) => ({
    sentence: `委员会通过的个案 ${v.case} 合计${money(v.decided, v.currency)}，现在申请的是${money(v.asked, v.currency)}。`,
    remedy: '请按通过的金额提出，或由委员会重新表决。',
  }),
  'case.emergency_never': (v) => ({
    sentence: `个案 ${v.case} 的流程没有紧急发放。`,
    remedy: '请按步骤办理。',
  }),
  'case.let_pass_cap': (v) => ({
    sentence: `是您准许个案 ${v.case} 超限的；准许的人不得审批。`,
    remedy: '请由其他人审批。',
  }),
  'case.needs_higher': (v) => ({
    sentence: `个案 ${v.case} 的${money(v.amount, v.currency)}由上级决定，而您的角色不在其所属单位之上。`,
    remedy: '请上级单位或全组织的审批人审批。',
  }),
  'case.no_decision': (v) => ({
    sentence: `没有一次已结束的委员会会议通过个案 ${v.case}。`,
    remedy: '请由委员会表决并结束会议，再审批。',
  }),
  'case.no_emergency': (v) => ({
    sentence: `个案 ${v.case} 登记时不是紧急个案。`,
    remedy: '请按步骤办理；是否紧急在登记时说明。',
  }),
  'clawback.bar_in_past': (v) => ({
    sentence: `停止帮扶的截止日${day(v.until)}早于今天${day(v.today)}。`,
    remedy: '请写较晚的日期，或不写。',
  }),
  'clawback.bounced': (v) => ({
    sentence: `付款 ${v.payout} 已被银行退回。`,
    remedy: '该款仍为应付；不再发放的，请终止帮扶。',
  }),
  'clawback.not_of_case': (v) => ({
    sentence: `付款 ${v.payout} 不是按个案发放的。`,
    remedy: '直接付款退回的，请在该付款处登记。',
  }),
  'clawback.received_too_much': (v) => ({
    sentence: `${money(v.amount, v.currency)}多于第 ${v.clawback} 号追回尚未收到的${money(v.left, v.currency)}。`,
    remedy: '最多登记未收到的金额；多出的按捐款登记。',
  }),
  'clawback.too_large': (v) => ({
    sentence: `${money(v.amount, v.currency)}多于付款 ${v.payout} 尚未追回的${money(v.left, v.currency)}。`,
    remedy: '最多追回余下的金额。',
  }),
  'clawback.unknown': (v) => ({
    sentence: `账簿中没有第 ${v.clawback} 号追回。`,
    remedy: '请在追回清单中查找。',
  }),
} satisfies SomeRefusalWords
