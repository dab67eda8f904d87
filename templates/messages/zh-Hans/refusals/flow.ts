import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { casework } from '../casework.ts'

const { day } = tellingIn('zh-Hans')
const known: Readonly<Record<string, string>> = casework.check_name_known
const listed = (names: readonly string[]) => names.map((name) => known[name] ?? name).join('、')

/** 个案办理的各个步骤。 */
export const flowRefusals = {
  'case.check_failed': (v) => ({
    sentence: `个案 ${v.case} 未通过：${listed(v.checks)}。`,
    remedy: '请按该项规定不予受理；审批人可以说明理由后豁免。',
  }),
  'case.check_unknown': (v) => ({
    sentence: `个案 ${v.case} 的流程没有“${v.check}”这项审查，只有：${listed(v.checks)}。`,
    remedy: '请从中选择。',
  }),
  'case.checks_open': (v) => ({
    sentence: `个案 ${v.case} 还没有登记结果：${listed(v.checks)}。`,
    remedy: '请先登记每项审查的结果。',
  }),
  'case.not_from_above': (v) => ({
    sentence: `个案 ${v.case} 属于${v.unit}，您的角色不在其上级。`,
    remedy: '请由上级或整个组织的人员审核。',
  }),
  'case.step_not_earlier': (v) => ({
    sentence: `个案 ${v.case} 现在是第 ${v.at} 步，只能退回到更早的步骤，不能到第 ${v.step} 步。`,
    remedy: '请选择更早的步骤。',
  }),
  'case.visit_in_future': (v) => ({
    sentence: `走访日期写的是${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '请填写实际走访的日期。',
  }),
  'case.visit_needed': (v) => ({
    sentence: `个案 ${v.case} 涉及负责人员的亲属，还没有人入户走访。`,
    remedy: '请入户走访并登记所见；涉及负责人员亲属的，一律入户。',
  }),
  'case.waiver_needs_approver': (v) => ({
    sentence: `“${known[v.check] ?? v.check}”只能由审批人豁免，您没有这个角色。`,
    remedy: '请由审批人豁免，或登记是否通过。',
  }),
  'case.waiver_needs_reason': (v) => ({
    sentence: `豁免“${known[v.check] ?? v.check}”须说明理由，这里没有写。`,
    remedy: '请写明为何豁免。',
  }),
} satisfies SomeRefusalWords
