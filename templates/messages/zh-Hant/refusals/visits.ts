import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { visits } from '../visits.ts'

const { day } = tellingIn('zh-Hant')

/** 走訪、待辦事項和走訪事由。 */
export const visitRefusals = {
  'care_event.day': (v) => ({
    sentence: `不可能發生在${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '請填寫發生的日期。',
  }),
  'care_event.ended': (v) => ({
    sentence: `事由 ${v.care_event} 已撤回。`,
    remedy: '如確有其事，請重新登錄。',
  }),
  'care_event.of_another': (v) => ({
    sentence: `事由 ${v.care_event} 不屬於 ${v.party} 或其家庭。`,
    remedy: '請選擇該戶的事由，或不選。',
  }),
  'care_event.unknown': (v) => ({
    sentence: `本帳簿中沒有走訪事由 ${v.care_event}。`,
    remedy: '請在走訪事由列表中查詢。',
  }),
  'follow_up.day': (v) => ({
    sentence: `待辦期限${day(v.due_on)}早於${day(v.from)}。`,
    remedy: '請填寫之後的日期。',
  }),
  'follow_up.ended': (v) => ({
    sentence: `待辦事項 ${v.follow_up} 已辦結。`,
    remedy: '還要辦的，請另行新增。',
  }),
  'follow_up.unknown': (v) => ({
    sentence: `本帳簿中沒有待辦事項 ${v.follow_up}。`,
    remedy: '請在待辦事項列表中查詢。',
  }),
  'visit.carried_slip': (v) => ({
    sentence: `走訪 ${v.visit} 以簽收單辦結了一筆撥款，不能撤回。`,
    remedy: '款項退回的，請在批次中登錄；其他差錯請新增待辦事項。',
  }),
  'visit.confirmed': (v) => ({
    sentence: `已就走訪 ${v.visit} 詢問過對方。`,
    remedy: '對方的說法有效；之後聽到的，請另行登錄走訪或待辦事項。',
  }),
  'visit.day': (v) => ({
    sentence: `不能登錄${day(v.day)}的走訪，今天是${day(v.today)}。`,
    remedy: '請填寫實際前往的日期。',
  }),
  'visit.help_unclear': (v) => ({
    sentence: `幫助（${wordFor(visits.forms, v.form)}）須寫明內容；款項須註明是基金撥款還是私人餽贈。`,
    remedy: '請選擇交付的撥款，或註明私人餽贈並填寫金額。',
  }),
  'visit.kind_unknown': (v) => ({
    sentence: `結對規則中沒有需求類別 ${v.kind}。`,
    remedy: '請選擇設定中的類別，或先在設定中新增。',
  }),
  'visit.own_hand': (v) => ({
    sentence: `走訪 ${v.visit} 是您前往或登錄的，是否屬實須由他人詢問。`,
    remedy: '由對方在本人頁面上確認，或由他人詢問。任何角色都不例外。',
  }),
  'visit.pair_not_then': (v) => ({
    sentence: `結對 ${v.pair} 在${day(v.day)}並不存在。`,
    remedy: '請填寫結對期間的日期，或不選結對進行登錄。',
  }),
  'visit.payout_handed_over': (v) => ({
    sentence: `撥款 ${v.payout} 已在走訪 ${v.visit} 時交付。`,
    remedy: '一筆撥款只交付一次；如有差錯，請先撤回那次走訪。',
  }),
  'visit.payout_of_another': (v) => ({
    sentence: `撥款 ${v.payout} 不是給 ${v.party} 或其家庭的。`,
    remedy: '請選擇給走訪對象的撥款。',
  }),
  'visit.slip_not_met': () => ({
    sentence: '這次走訪沒有見到人，不可能有人簽收。',
    remedy: '請說明見到了誰，或待有人簽收時再登錄。',
  }),
  'visit.slip_of_another': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行不是給 ${v.party} 或其家庭的。`,
    remedy: '請選擇給走訪對象的那一行。',
  }),
  'visit.taken_back': (v) => ({
    sentence: `走訪 ${v.visit} 已撤回。`,
    remedy: '如確有其事，請重新登錄。',
  }),
  'visit.unknown': (v) => ({
    sentence: `本帳簿中沒有走訪 ${v.visit}。`,
    remedy: '請在走訪紀錄中查詢。',
  }),
  'visit.who_went': () => ({
    sentence: '沒有說明走訪了誰：一個結對，還是一個人或單位。',
    remedy: '請寫明結對或走訪對象，只寫其一。',
  }),
} satisfies SomeRefusalWords
