import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { policies } from '../policies.ts'

const { count, day } = tellingIn('zh-Hant')
const named = (kind: string) => `「${wordFor(policies.kind, kind)}」`

/** 各項規定。 */
export const policyRefusals = {
  'policy.before_today': (v) => ({
    sentence: `${named(v.kind)}已有規定生效，新版本若自${day(v.from)}起生效，會改變已經依其作出的決定；今天是${day(v.today)}。`,
    remedy: '請讓新版本自今天或以後的日子起生效。',
  }),
  'policy.of_organisation': (v) => ({
    sentence: `${named(v.kind)}的規定適用於整個組織，單位 ${v.unit} 不能另作規定。`,
    remedy: '請不要選擇單位。',
  }),
  'policy.unchanged': (v) => ({
    sentence: `${v.kinds.map(named).join('、')}在${day(v.from)}已經是這樣規定的，沒有需要記錄的改變。`,
    remedy: '請修改內容，或另選日期。',
  }),
  'policy.unknown': (v) => ({
    sentence: `帳簿裡沒有規定版本 ${v.version}。`,
    remedy: '請在該規定的歷次版本中查詢。',
  }),
  'working_days.count': (v) => ({
    sentence: `工作日的天數須為 0 至 ${count(v.most)} 的整數，不能是 ${v.given}。`,
    remedy: '請填寫這個範圍內的整數。',
  }),
} satisfies SomeRefusalWords
