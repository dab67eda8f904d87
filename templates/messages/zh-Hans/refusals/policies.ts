import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { policies } from '../policies.ts'

const { count, day } = tellingIn('zh-Hans')
const named = (kind: string) => `“${wordFor(policies.kind, kind)}”`

/** 各项规定。 */
export const policyRefusals = {
  'policy.before_today': (v) => ({
    sentence: `${named(v.kind)}已有规定生效，新版本若自${day(v.from)}起生效，会改变已经依其作出的决定；今天是${day(v.today)}。`,
    remedy: '请让新版本自今天或以后的日子起生效。',
  }),
  'policy.of_organisation': (v) => ({
    sentence: `${named(v.kind)}的规定适用于整个组织，单位 ${v.unit} 不能另作规定。`,
    remedy: '请不要选择单位。',
  }),
  'policy.unchanged': (v) => ({
    sentence: `${v.kinds.map(named).join('、')}在${day(v.from)}已经是这样规定的，没有需要记录的改变。`,
    remedy: '请修改内容，或另选日期。',
  }),
  'policy.unknown': (v) => ({
    sentence: `账簿里没有规定版本 ${v.version}。`,
    remedy: '请在该规定的历次版本中查找。',
  }),
  'working_days.count': (v) => ({
    sentence: `工作日的天数须为 0 至 ${count(v.most)} 的整数，不能是 ${v.given}。`,
    remedy: '请填写这个范围内的整数。',
  }),
} satisfies SomeRefusalWords
