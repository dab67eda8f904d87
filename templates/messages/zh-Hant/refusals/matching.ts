import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { matching } from '../matching.ts'

const { count } = tellingIn('zh-Hant')

/** 配對和配對建議。 */
export const matchRefusals = {
  'match.run_unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.run} 次配對。`,
    remedy: '請在配對清單中查找。',
  }),
  'match.not_candidate': (v) => ({
    sentence: `幫扶人 ${v.helper} 不在第 ${v.run} 次配對為需求 ${v.need} 選出的人選中。`,
    remedy: '請從人選中選擇，或手動提議結對，或重新配對。',
  }),
  'match.not_suggested': (v) => ({
    sentence: `第 ${v.run} 次配對沒有建議由 ${v.helper} 幫扶需求 ${v.need}。`,
    remedy: '請選擇該次配對的建議。',
  }),
  'match.need_not_in_run': (v) => ({
    sentence: `需求 ${v.need} 沒有參加第 ${v.run} 次配對。`,
    remedy: '該需求當時未開放、後來才登記或已有幫扶人；請重新配對。',
  }),
  'match.suggestion_stale': (v) => ({
    sentence: `幫扶人 ${v.helper} 不再適合需求 ${v.need}：${v.rules.map((rule) => wordFor(matching.bars, rule)).join('、')}。`,
    remedy: '請選擇其他人選，或重新配對。',
  }),
  'match.already_rejected': (v) => ({
    sentence: `幫扶人 ${v.helper} 與需求 ${v.need} 已登記為不宜結對。`,
    remedy: '無需再做；如要恢復，請撤回該登記。',
  }),
  'match.rejection_unknown': (v) => ({
    sentence: `本帳簿中沒有不宜結對登記 ${v.rejection}。`,
    remedy: '請在不宜結對清單中查找。',
  }),
  'match.rejection_ended': (v) => ({
    sentence: `不宜結對登記 ${v.rejection} 已經撤回。`,
    remedy: '無需再做。',
  }),
  'match.too_large': (v) => ({
    sentence: `${count(v.needs)} 項需求和 ${count(v.helpers)} 位幫扶人超過了一次可比較的 ${count(v.most)}。`,
    remedy: '請限定一個單位，或在配對頁面上比較。',
  }),
} satisfies SomeRefusalWords
