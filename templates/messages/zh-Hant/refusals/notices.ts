import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { grievances } from '../grievances.ts'
import { notices } from '../notices.ts'
import { objections } from '../objections.ts'

const { count, day } = tellingIn('zh-Hant')

/** 公示、異議和申訴。 */
export const noticeRefusals = {
  'case.notice_missing': (v) => ({
    sentence: `案件 ${v.case} 尚未按現在的金額完成「${wordFor(notices.levels, v.level)}」。`,
    remedy: '請按現在的金額公示，期滿後再辦理。',
  }),
  'case.notice_open': (v) => ({
    sentence: `案件 ${v.case} 的公示 ${v.notice} 尚未撤下。`,
    remedy: '請等公示期滿後撤下。',
  }),
  'case.objection_open': (v) => ({
    sentence: `對案件 ${v.case} 的異議 ${v.objection} 尚未處理。`,
    remedy: '請先由沒有利害關係的人處理異議。',
  }),
  'case.on_notice': (v) => ({
    sentence: `案件 ${v.case} 已在公示 ${v.notice} 中。`,
    remedy: '請等該公示期滿，或說明理由作廢該公示。',
  }),
  'grievance.decided': (v) => ({
    sentence: `申訴 ${v.grievance} 已有結果：${wordFor(grievances.outcomes, v.outcome)}。`,
    remedy: '已作出的處理不變；有新情況者，另行登錄。',
  }),
  'grievance.nothing_to_appeal': (v) => ({
    sentence: `案件 ${v.case} 的狀態是「${wordFor(cases.states, v.state)}」；複審只針對不予核准的決定。`,
    remedy: '請作為申訴登錄。',
  }),
  'grievance.open': (v) => ({
    sentence: `案件 ${v.case} 的複審申請 ${v.grievance} 尚未處理。`,
    remedy: '請把新情況補充到該申請，或等待其處理。',
  }),
  'grievance.own_part': (v) => ({
    sentence: `您參與過案件 ${v.case} 的辦理，不能處理對它的申訴。`,
    remedy: '由沒有參與該案件的人處理，任何角色都不例外。',
  }),
  'grievance.step': (v) => ({
    sentence: `重新辦理的步驟應在 0 到 ${count(v.most)} 之間，${count(v.step)} 不在其中。`,
    remedy: '請選擇核准之前的步驟。',
  }),
  'grievance.unknown': (v) => ({
    sentence: `本帳簿中沒有申訴 ${v.grievance}。`,
    remedy: '請在申訴清單中查找。',
  }),
  'notice.ended': (v) => ({
    sentence: `公示 ${v.notice} 已於${day(v.ended_on)}結束。`,
    remedy: '請查看公示臺帳；之後的意見按申訴辦理。',
  }),
  'notice.no_stage': (v) => ({
    sentence: `${v.unit}的公示規定沒有「${wordFor(notices.levels, v.level)}」。`,
    remedy: '請先在公示規定中寫明該級公示的期限。',
  }),
  'notice.several_units': () => ({
    sentence: '這些案件所屬的單位，沒有您權限所及的共同上級。',
    remedy: '請按單位分別公示，或由權限涵蓋全部單位的人發布。',
  }),
  'notice.still_up': (v) => ({
    sentence: `公示 ${v.notice} 到${day(v.last_on)}結束時才期滿。`,
    remedy: '請在期滿後撤下；內容有誤者，說明理由作廢。',
  }),
  'notice.two_currencies': (v) => ({
    sentence: `這些案件使用不同幣別：${v.currencies.join('、')}。`,
    remedy: '請按幣別分別公示。',
  }),
  'notice.two_levels': (v) => ({
    sentence: `${v.cases.join('、')} 等案件中，有的等待本單位公示，有的等待上級公示。`,
    remedy: '請選擇哪一級公示，兩級分別發布。',
  }),
  'notice.unknown': (v) => ({
    sentence: `本帳簿中沒有公示 ${v.notice}。`,
    remedy: '請在公示臺帳中查找。',
  }),
  'objection.decided': (v) => ({
    sentence: `異議 ${v.objection} 已有結果：${wordFor(objections.outcomes, v.outcome)}。`,
    remedy: '已作出的處理不變；不服者可以申訴或申請複審。',
  }),
  'objection.needs_name': () => ({
    sentence: '提出異議應以真實姓名反映，或要求保密。',
    remedy: '請填寫姓名，或選擇保密。',
  }),
  'objection.not_confidential': (v) => ({
    sentence: `異議 ${v.objection} 是具名提出的，提出人已顯示在其頁面上。`,
    remedy: '請打開該異議的頁面。',
  }),
  'objection.not_on_notice': (v) => ({
    sentence: `公示 ${v.notice} 中沒有序號 ${v.serial}。`,
    remedy: '請按公示上的序號填寫，或對整個名單提出異議。',
  }),
  'objection.outside_time': (v) => ({
    sentence: `對該公示的異議應在${day(v.from)}至${day(v.to)}收到，${day(v.given)}不在此期間。`,
    remedy: '請填寫收到的日期；之後收到的按申訴辦理。',
  }),
  'objection.too_many': (v) => ({
    sentence: `公示 ${v.notice} 已有 ${count(v.most)} 項異議尚未處理。`,
    remedy: '請按公示所列的電話或地址反映。',
  }),
  'objection.unknown': (v) => ({
    sentence: `本帳簿中沒有異議 ${v.objection}。`,
    remedy: '請在相應公示的頁面查找。',
  }),
} satisfies SomeRefusalWords
