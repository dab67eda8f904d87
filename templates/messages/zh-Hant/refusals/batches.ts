import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { batches } from '../batches.ts'
import { cases } from '../cases.ts'
import { words } from '../words.ts'

const { day } = tellingIn('zh-Hant')
const word = (code: string) => wordFor(batches.stands, code)
const state = (code: string) => wordFor(cases.states, code)
const form = (code: string) => wordFor(words.form, code)
const checks = (codes: readonly string[]) =>
  codes.map((code) => wordFor(batches.checks, code)).join('、')

/** 發放批次。 */
export const batchRefusals = {
  'bank_result.amount_differs': (v) => ({
    sentence: `銀行所列金額為 ${v.amount}，該列應為 ${v.due} ${v.currency}。`,
    remedy: '請向銀行查詢實付金額；查清之前該列等待結果。',
  }),
  'bank_result.differs': (v) => ({
    sentence: `該列此前為「${word(v.before)}」，銀行現稱「${word(v.now)}」。`,
    remedy: '已付款項日後退回的，請登記退回；否則請向銀行查詢。',
  }),
  'bank_result.name_differs': (v) => ({
    sentence: `銀行所列戶名與第 ${v.line} 列的收款人不符。`,
    remedy: '請向銀行查詢付給了誰；查清之前該列等待結果。',
  }),
  'bank_result.reference_unknown': (v) => ({
    sentence: `已放行的批次中沒有編號為 ${v.reference} 的明細。`,
    remedy: '請核對該檔案是否屬於本單位、是否屬於已放行的批次。',
  }),
  'batch.approved_by_oneself': (v) => ({
    sentence: `您核准過批次 ${v.batch} 中的個案 ${v.case}；核准人不得放行付款。`,
    remedy: '請由其他人放行，或將該個案移出批次。',
  }),
  'batch.by_bank': (v) => ({
    sentence: `批次 ${v.batch} 由銀行發放，無需簽收。`,
    remedy: '請登記銀行的處理結果。',
  }),
  'batch.entered_by_oneself': (v) => ({
    sentence: `批次 ${v.batch} 中的個案 ${v.case} 由您登錄；按職責分離辦法，登錄人不得付款。`,
    remedy: '請由其他人放行，或先修訂該辦法。',
  }),
  'batch.instalment_not_payable': (v) => ({
    sentence: `第 ${v.instalment} 號應付款不能以此方式從該基金支付：已付、已在批次中、已取消、尚未到期或不存在。`,
    remedy: '請去掉它，或查看其個案。',
  }),
  'batch.last_line': (v) => ({
    sentence: `這是批次 ${v.batch} 的最後一列。`,
    remedy: '請作廢整個批次。',
  }),
  'batch.line_not_payable': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列不再應付：個案 ${v.case} 的狀態為「${state(v.state)}」。`,
    remedy: '請將該列移出批次。',
  }),
  'batch.lines_open': (v) => ({
    sentence: `批次 ${v.batch} 還有 ${v.open} 列沒有結果。`,
    remedy: '請登記其結果；銀行始終未付的，登記為失敗。',
  }),
  'batch.needs_signature': (v) => ({
    sentence: `批次 ${v.batch} 以現金或物資發放，須由領取人簽收。`,
    remedy: '請登記該列的簽收單；無人領取的，登記為失敗。',
  }),
  'batch.not_prepared': (v) => ({
    sentence: `批次 ${v.batch} 的狀態為「${word(v.state)}」，只有編製中的批次可以更改。`,
    remedy: '已放行的按原樣辦理；退回的款項用新批次重新發放。',
  }),
  'batch.not_released': (v) => ({
    sentence: `批次 ${v.batch} 的狀態為「${word(v.state)}」。`,
    remedy: '只有已放行而未結清的批次可以結清。',
  }),
  'batch.nothing_payable': (v) => ({
    sentence: `所選範圍內沒有可從基金 ${v.fund} 以「${form(v.form)}」支付的款項。`,
    remedy: '請查看應付款項；個案須先獲核准，每筆應付款同時只能在一個批次中。',
  }),
  'batch.own_release': (v) => ({
    sentence: `批次 ${v.batch} 由您編製；編製人不得放行。`,
    remedy: '請由其他有權放行的人辦理；任何角色都不例外。',
  }),
  'batch.pay_on_past': (v) => ({
    sentence: `不能在 ${day(v.pay_on)}付款，今天是 ${day(v.today)}。`,
    remedy: '請選擇今天或以後的日期。',
  }),
  'batch.red_findings': (v) => ({
    sentence: `批次 ${v.batch} 有 ${v.lines} 列查出紅色問題（${checks(v.checks)}）；按支付核查辦法不得放行。`,
    remedy: '請移出這些列或先解決問題，或先修訂該辦法。',
  }),
  'batch.unknown': (v) => ({
    sentence: `本帳簿中沒有批次 ${v.batch}。`,
    remedy: '請在批次清單中查找。',
  }),
  'batch_line.before_release': (v) => ({
    sentence: `${day(v.day)}早於批次放行日 ${day(v.released)}。`,
    remedy: '請填寫銀行或簽收單上的日期。',
  }),
  'batch_line.bounced': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列已登記退回。`,
    remedy: '無需再做；可用新批次重新發放。',
  }),
  'batch_line.claimed': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列所付款項已在追回。`,
    remedy: '收回的款項請登記在該追回事項下。',
  }),
  'batch_line.has_result': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列已有結果：${word(v.outcome)}。`,
    remedy: '已付款項日後退回的，請登記退回。',
  }),
  'batch_line.not_paid': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列沒有付出，因而談不上退回。`,
    remedy: '請登記其結果：銀行未付的登記為失敗。',
  }),
  'batch_line.not_released': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列沒有發出付款：批次狀態為「${word(v.state)}」。`,
    remedy: '請先放行該批次。',
  }),
  'batch_line.own_receipt': (v) => ({
    sentence: `第 ${v.line} 列：發放人不得自己領取。`,
    remedy: '請由其他人發放並登記簽收。',
  }),
  'batch_line.receiver_not_kin': (v) => ({
    sentence: `第 ${v.line} 列：${v.receiver} 不是 ${v.payee} 的親屬，也不與其同戶。`,
    remedy: '請由本人或有授權的親屬領取；或先登記親屬關係。',
  }),
  'batch_line.removed': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 列已移出。`,
    remedy: '請查看該應付款現在所在的批次。',
  }),
  'batch_line.unknown': (v) => ({
    sentence: `批次 ${v.batch} 沒有第 ${v.line} 列。`,
    remedy: '請在該批次的頁面上查找。',
  }),
} satisfies SomeRefusalWords
