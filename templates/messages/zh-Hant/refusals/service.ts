import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { service } from '../service.ts'

const { count, day } = tellingIn('zh-Hant')

/** 承諾、崗位和服務時間。 */
export const serviceRefusals = {
  'post_holding.days': (v) => ({
    sentence: `該崗位從${day(v.from)}起認領，不能在${day(v.to)}交還。`,
    remedy: '請填寫認領當天或之後的日期。',
  }),
  'post_holding.ended': (v) => ({
    sentence: `崗位認領 ${v.holding} 已於${day(v.to)}結束。`,
    remedy: '如需繼續，請從之後的日期重新認領。',
  }),
  'post_holding.twice': (v) => ({
    sentence: `${v.party} 已認領崗位「${v.post}」。`,
    remedy: '同一人不能同時兩次認領同一崗位。',
  }),
  'post_holding.unknown': (v) => ({
    sentence: `本帳簿中沒有崗位認領 ${v.holding}。`,
    remedy: '請在崗位頁面查找。',
  }),
  'service_pledge.days': (v) => ({
    sentence: `該承諾從${day(v.from)}開始，${day(v.due)}早於這一天。`,
    remedy: '請填寫開始當天或之後的日期。',
  }),
  'service_pledge.ended': (v) => ({
    sentence: `承諾 ${v.pledge} 的結果已登錄：${wordFor(service.outcomes, v.outcome)}。`,
    remedy: '今後的承諾請另行登錄。',
  }),
  'service_pledge.own': (v) => ({
    sentence: `承諾 ${v.pledge} 是您自己的，不能由本人說明是否履行。`,
    remedy: '請由他人登錄結果；您可以撤回承諾。',
  }),
  'service_pledge.unknown': (v) => ({
    sentence: `本帳簿中沒有服務承諾 ${v.pledge}。`,
    remedy: '請在承諾列表中查找。',
  }),
  'service_post.closed': (v) => ({
    sentence: `崗位「${v.post}」已關閉。`,
    remedy: '請設立新的崗位，使用新的代碼。',
  }),
  'service_post.full': (v) => ({
    sentence: `崗位「${v.post}」名額為 ${count(v.wanted)}，已滿。`,
    remedy: '請等有人交還，或另設崗位。',
  }),
  'service_post.held': (v) => ({
    sentence: `崗位「${v.post}」仍由 ${v.parties.join('、')} 在任。`,
    remedy: '請先登錄所有在任者交還，再關閉。',
  }),
  'service_post.taken': (v) => ({
    sentence: `已有崗位「${v.post}」。`,
    remedy: '請為新崗位選擇另一個代碼。',
  }),
  'service_post.unknown': (v) => ({
    sentence: `本帳簿中沒有崗位「${v.post}」。`,
    remedy: '請在崗位列表中查找。',
  }),
  'service_time.checked': (v) => ({
    sentence: `服務時間 ${v.time} 已核對。`,
    remedy: '請不要選它；核對結果不變。',
  }),
  'service_time.day_full': (v) => ({
    sentence: `${v.party} 在${day(v.day)}的服務時間將達 ${count(v.minutes)} 分鐘；一天只有 1440 分鐘。`,
    remedy: '請查看當天已登錄的記錄；單位派出的人員請逐人登錄。',
  }),
  'service_time.interest': (v) => ({
    sentence: `您與服務時間 ${v.time} 的服務者有利害關係（${v.interests.join('、')}）。`,
    remedy: '請由沒有利害關係的人核對，任何角色都不例外。',
  }),
  'service_time.not_theirs': (v) => ({
    sentence: `${v.to} 不屬於 ${v.party}，其時間不能計入。`,
    remedy: '請選擇其本人的承諾、崗位或結對，或留空。',
  }),
  'service_time.outside': (v) => ({
    sentence: `服務日期是${day(v.day)}，所用於的事項從${day(v.from)}到${v.to === null ? '現在' : day(v.to)}。`,
    remedy: '請填寫期間內的日期，或不選用於何事。',
  }),
  'service_time.own_hand': (v) => ({
    sentence: `服務時間 ${v.time} 是您登錄的，不能由您核對。`,
    remedy: '請由他人核對，任何角色都不例外。',
  }),
  'service_time.unknown': (v) => ({
    sentence: `本帳簿中沒有服務時間 ${v.time}。`,
    remedy: '請在服務時間列表中查找。',
  }),
} satisfies SomeRefusalWords
