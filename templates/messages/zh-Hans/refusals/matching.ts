import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { matching } from '../matching.ts'

const { count } = tellingIn('zh-Hans')

/** 匹配和匹配建议。 */
export const matchRefusals = {
  'match.run_unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.run} 次匹配。`,
    remedy: '请在匹配列表中查找。',
  }),
  'match.not_candidate': (v) => ({
    sentence: `帮扶人 ${v.helper} 不在第 ${v.run} 次匹配为需求 ${v.need} 选出的人选中。`,
    remedy: '请从人选中选择，或手工提议结对，或重新匹配。',
  }),
  'match.not_suggested': (v) => ({
    sentence: `第 ${v.run} 次匹配没有建议由 ${v.helper} 帮扶需求 ${v.need}。`,
    remedy: '请选择该次匹配的建议。',
  }),
  'match.need_not_in_run': (v) => ({
    sentence: `需求 ${v.need} 没有参加第 ${v.run} 次匹配。`,
    remedy: '该需求当时未开放、后来才登记或已有帮扶人；请重新匹配。',
  }),
  'match.suggestion_stale': (v) => ({
    sentence: `帮扶人 ${v.helper} 不再适合需求 ${v.need}：${v.rules.map((rule) => wordFor(matching.bars, rule)).join('、')}。`,
    remedy: '请选择其他人选，或重新匹配。',
  }),
  'match.already_rejected': (v) => ({
    sentence: `帮扶人 ${v.helper} 与需求 ${v.need} 已登记为不宜结对。`,
    remedy: '无需再做；如要恢复，请撤回该登记。',
  }),
  'match.rejection_unknown': (v) => ({
    sentence: `本账簿中没有不宜结对登记 ${v.rejection}。`,
    remedy: '请在不宜结对列表中查找。',
  }),
  'match.rejection_ended': (v) => ({
    sentence: `不宜结对登记 ${v.rejection} 已经撤回。`,
    remedy: '无需再做。',
  }),
  'match.too_large': (v) => ({
    sentence: `${count(v.needs)} 项需求和 ${count(v.helpers)} 位帮扶人超过了一次可比较的 ${count(v.most)}。`,
    remedy: '请限定一个单位，或在匹配页面上比较。',
  }),
} satisfies SomeRefusalWords
