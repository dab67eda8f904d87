import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { interests } from '../interests.ts'
import { peopleWords } from '../people-words.ts'
import { requests } from '../requests.ts'
import { shell } from '../shell.ts'

const { money } = tellingIn('zh-Hant')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一家庭' }

/** Duties kept apart, and interests. */
export const dutyRefusals = {
  'duties.approved_by_oneself': (v) => ({
    sentence: `付款申請 ${v.request} 是您核准的；核准的人不得付款。`,
    remedy: '請由其他可以付款的人辦理。任何角色都不例外。',
  }),
  'duties.decided_already': (v) => ({
    sentence: `您已經核准過付款申請 ${v.request}；每人只計一次。`,
    remedy: '下一個核准須由其他人作出。',
  }),
  'duties.emergency_not_allowed': () => ({
    sentence: '這裡的職責分離制度不允許緊急付款。',
    remedy: '請提出普通付款申請，或先修改制度。',
  }),
  'duties.emergency_too_large': (v) => ({
    sentence: `緊急付款最多 ${money(v.limit, v.currency)}；這一筆是 ${money(v.amount, v.currency)}。`,
    remedy: '請先付限額以內的金額，其餘另行提出普通申請。',
  }),
  'duties.entered_by_oneself': (v) => ({
    sentence: `付款申請 ${v.request} 是您自己提出的；提出的人不得核准。`,
    remedy: '請由其他可以核准的人決定。任何角色都不例外。',
  }),
  'duties.interest': (v) => ({
    sentence: `您與付款申請 ${v.request} 有利害關係（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}），因此不參與決定。`,
    remedy: '請由沒有利害關係的人決定。登記的關係有誤時，請先更正。',
  }),
  'duties.payer_entered': (v) => ({
    sentence: `付款申請 ${v.request} 是您提出的；按照職責分離制度，提出的人不得付款。`,
    remedy: '請由其他可以付款的人辦理，或先修改制度。',
  }),
  'entry.of_payment_request': (v) => ({
    sentence: `分錄 ${v.entry} 使付款申請 ${v.request} 成為應付款。`,
    remedy: '請取消該申請，分錄隨之沖銷。',
  }),
  'grant.incompatible': (v) => ({
    sentence: `該使用者已有「${wordFor(shell.role, v.held)}」角色，按照職責分離制度不得兼任「${wordFor(shell.role, v.role)}」。`,
    remedy: '請先收回原有角色，或把這一角色授予他人。',
  }),
  'interest.held': (v) => ({
    sentence: `與 ${v.party} 的這類利害關係已經申報（${wordFor(interests.kinds, v.kind)}）。`,
    remedy: '如需改寫，請先終止原來的申報。',
  }),
  'interest.nobody': () => ({
    sentence: '利害關係由使用者本人申報。',
    remedy: '請登入後申報自己的利害關係。',
  }),
  'interest.unknown': (v) => ({
    sentence: `沒有第 ${v.interest} 號有效的利害關係申報。`,
    remedy: '請在利害關係登記中查找。',
  }),
  'payment_request.approved': (v) => ({
    sentence: `付款申請 ${v.request} 所需的核准已經齊全。`,
    remedy: '現在可以付款，或說明理由取消。',
  }),
  'payment_request.ended': (v) => ({
    sentence: `付款申請 ${v.request} ${wordFor(requests.states, v.act)}。`,
    remedy: '如仍需付款，請重新提出申請。',
  }),
  'payment_request.is_an_emergency': (v) => ({
    sentence: `付款申請 ${v.request} 是按緊急情況提出的。`,
    remedy: '請按緊急付款表示同意；所需人數由制度規定。',
  }),
  'payment_request.not_an_emergency': (v) => ({
    sentence: `付款申請 ${v.request} 不是按緊急情況提出的。`,
    remedy: '請按普通程序核准。',
  }),
  'payment_request.not_approved': (v) => ({
    sentence: `付款申請 ${v.request} 需要 ${v.needed} 人核准，現有 ${v.approvals} 人。`,
    remedy: '請可以核准的人辦理；他們的待辦事項中列有此項。',
  }),
  'payment_request.of_another': (v) => ({
    sentence: `付款申請 ${v.request} 是由他人提出的。`,
    remedy: '由提出人撤回，或由可以核准的人不予核准。',
  }),
  'payment_request.paid': (v) => ({
    sentence: `付款申請 ${v.request} 已作為撥付 ${v.payout} 付款。`,
    remedy: '請查看該筆撥付；退回的款項在那裡登記。',
  }),
  'payment_request.unknown': (v) => ({
    sentence: `本帳簿中沒有付款申請 ${v.request}。`,
    remedy: '請在付款申請清單中查找。',
  }),
  'payout.interest': (v) => ({
    sentence: `您與這筆付款所涉的人有利害關係（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}），因此不得獨自辦理。`,
    remedy: '請提出付款申請由他人決定，或請其他人登記付款。',
  }),
  'payout.needs_request': (v) => ({
    sentence: `連同此人當天已得的款項，共 ${money(v.amount, v.currency)}；超過 ${money(v.above, v.currency)} 須先由他人核准。`,
    remedy: '請提出付款申請，核准後從那裡付款。',
  }),
  'user_person.no_user': (v) => ({
    sentence: `本帳簿中沒有可以登入的使用者 ${v.user}。`,
    remedy: '請在使用者清單中查找。',
  }),
  'user_person.of_oneself': (v) => ({
    sentence: `您本人就是使用者 ${v.user}；已經登記的本人身分須由他人更改。`,
    remedy: '請由另一位負責人更改：它決定您不得參與哪些決定。',
  }),
  'user_person.of_another': (v) => ({
    sentence: `${v.party} 已登記為使用者 ${v.user} 對應的人員。`,
    remedy: '請再核對；一個人只對應一個使用者。',
  }),
} satisfies SomeRefusalWords
