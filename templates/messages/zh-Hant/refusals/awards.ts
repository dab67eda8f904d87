import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { awards } from '../awards.ts'
import { capText } from '../cap-text.ts'

const { money, month, day } = tellingIn('zh-Hant')
const counted = (all: readonly string[]) => (all.length === 0 ? '無' : all.join('、'))
const allowed = '或請上級人員准許本個案超限，並寫明理由。'

/** 核准、限額、扶助款、追回。 */
export const awardRefusals = {
  'allowance.month_ahead': (v) => ({
    sentence: `${month(v.month)}尚未開始，現在是${month(v.now)}。`,
    remedy: '月份開始之後，當月的定期補助才成為應付款。',
  }),
  'award.all_paid': (v) => ({
    sentence: `個案 ${v.case} 的扶助款已全部發放，沒有可終止的部分。`,
    remedy: '不應發放的款項，請辦理追回。',
  }),
  'award.ended': (v) => ({
    sentence: `個案 ${v.case} 的扶助已經終止：${wordFor(awards.end_causes, v.cause)}。`,
    remedy: '已發放的可以追回；新的困難請另立個案。',
  }),
  'award.in_batch': (v) => ({
    sentence: `個案 ${v.case} 有一期在批次 ${v.batch} 中，結果未明。`,
    remedy: '請先從批次中取出，或登記銀行結果，再終止扶助。',
  }),
  'award.no_emergency': (v) => ({
    sentence: `個案 ${v.case} 是按流程核准的，不需要追認。`,
    remedy: '只有緊急發放的才需要追認。',
  }),
  'award.none': (v) => ({
    sentence: `個案 ${v.case} 尚未批准任何扶助。`,
    remedy: '請查看個案進展到哪一步。',
  }),
  'award.not_as_decided': (v) => ({
    sentence: `${day(v.on)}委員會對個案 ${v.case} 的緊急發放${v.decided === 'ratified' ? '予以追認' : '不予追認'}。`,
    remedy: '請按委員會的決定登記。',
  }),
  'award.ratified': (v) => ({
    sentence: `個案 ${v.case} 的緊急發放是否追認，已有決定。`,
    remedy: '只決定一次。',
  }),
  'award.reason_needed': (v) => ({
    sentence: `沒有說明為何不追認個案 ${v.case} 的緊急發放。`,
    remedy: '請寫明理由：已發放的款項據此追回。',
  }),
  'cap.below_least': (v) => ({
    sentence: `${capText(v)}：不低於${money(v.least, v.currency)}。個案 ${v.case} 申請${money(v.amount, v.currency)}。`,
    remedy: `請提高到這一金額。${allowed}`,
  }),
  'cap.exceeded': (v) => ({
    sentence: `${capText(v)}：最多${money(v.limit, v.currency)}。已用${money(v.used, v.currency)}（${counted(v.counted)}），尚餘${money(v.left, v.currency)}，而個案 ${v.case} 申請${money(v.amount, v.currency)}。`,
    remedy: `請按餘額提出。${allowed}`,
  }),
  'cap.not_above': (v) => ({
    sentence: `超限須由所屬單位之上的人員准許；您的角色不在個案 ${v.case} 所屬單位之上。`,
    remedy: '請上級單位或全組織的核准人、所有者辦理。',
  }),
  'cap.not_passed': (v) => ({
    sentence: `個案 ${v.case} 沒有超過任何限額。`,
    remedy: '不需要准許，照常核准即可。',
  }),
  'cap.standard_missing': (v) => ({
    sentence: `${capText(v)}：為「${v.standard}」的倍數，而當日沒有以 ${v.currency} 計的這一標準。`,
    remedy: '請先在參照標準制度中寫明。',
  }),
  'cap.too_often': (v) => ({
    sentence: `${capText(v)}：最多 ${v.most} 次。已給予 ${v.times} 次（${counted(v.counted)}），個案 ${v.case} 沒有餘次。`,
    remedy: `請待期間屆滿。${allowed}`,
  }),
  'cap_request.approver': (v) => ({
    sentence: `個案 ${v.case} 是您核准的；核准的人不得准許其超限。`,
    remedy: '請上級其他人員決定。',
  }),
  'cap_request.decided': (v) => ({
    sentence: `第 ${v.request} 號超限申請已有決定。`,
    remedy: '個案修改過的，可以重新申請。',
  }),
  'cap_request.own': (v) => ({
    sentence: `第 ${v.request} 號超限申請是您提出的；提出的人不得准許。`,
    remedy: '請上級其他人員決定。任何角色都不例外。',
  }),
  'cap_request.unknown': (v) => ({
    sentence: `帳簿中沒有第 ${v.request} 號超限申請。`,
    remedy: '請在個案中查找。',
  }),
  'cap_request.waits': (v) => ({
    sentence: `個案 ${v.case} 的第 ${v.request} 號超限申請還在等待決定。`,
    remedy: '請等待該決定。',
  }),
  'case.approved_already': (v) => ({
    sentence: `您已經核准過個案 ${v.case}；每人只計一次。`,
    remedy: '下一個核准須由其他人作出。',
  }),
  'case.decision_differs': (v) => ({
    sentence: `委員會通過的個案 ${v.case} 合計${money(v.decided, v.currency)}，現在申請的是${money(v.asked, v.currency)}。`,
    remedy: '請按通過的金額提出，或由委員會重新表決。',
  }),
  'case.emergency_never': (v) => ({
    sentence: `個案 ${v.case} 的流程沒有緊急發放。`,
    remedy: '請按步驟辦理。',
  }),
  'case.let_pass_cap': (v) => ({
    sentence: `是您准許個案 ${v.case} 超限的；准許的人不得核准。`,
    remedy: '請由其他人核准。',
  }),
  'case.needs_higher': (v) => ({
    sentence: `個案 ${v.case} 的${money(v.amount, v.currency)}由上級決定，而您的角色不在其所屬單位之上。`,
    remedy: '請上級單位或全組織的核准人核准。',
  }),
  'case.no_decision': (v) => ({
    sentence: `沒有一次已結束的委員會會議通過個案 ${v.case}。`,
    remedy: '請由委員會表決並結束會議，再核准。',
  }),
  'case.no_emergency': (v) => ({
    sentence: `個案 ${v.case} 登記時不是緊急個案。`,
    remedy: '請按步驟辦理；是否緊急在登記時說明。',
  }),
  'clawback.bar_in_past': (v) => ({
    sentence: `停止扶助的截止日${day(v.until)}早於今天${day(v.today)}。`,
    remedy: '請寫較晚的日期，或不寫。',
  }),
  'clawback.bounced': (v) => ({
    sentence: `付款 ${v.payout} 已被銀行退回。`,
    remedy: '該款仍為應付；不再發放的，請終止扶助。',
  }),
  'clawback.not_of_case': (v) => ({
    sentence: `付款 ${v.payout} 不是按個案發放的。`,
    remedy: '直接付款退回的，請在該付款處登記。',
  }),
  'clawback.received_too_much': (v) => ({
    sentence: `${money(v.amount, v.currency)}多於第 ${v.clawback} 號追回尚未收到的${money(v.left, v.currency)}。`,
    remedy: '最多登記未收到的金額；多出的按捐款登記。',
  }),
  'clawback.too_large': (v) => ({
    sentence: `${money(v.amount, v.currency)}多於付款 ${v.payout} 尚未追回的${money(v.left, v.currency)}。`,
    remedy: '最多追回餘下的金額。',
  }),
  'clawback.unknown': (v) => ({
    sentence: `帳簿中沒有第 ${v.clawback} 號追回。`,
    remedy: '請在追回清單中查找。',
  }),
} satisfies SomeRefusalWords
