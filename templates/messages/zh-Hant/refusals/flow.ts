import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { casework } from '../casework.ts'

const { day } = tellingIn('zh-Hant')
const known: Readonly<Record<string, string>> = casework.check_name_known
const listed = (names: readonly string[]) => names.map((name) => known[name] ?? name).join('、')

/** 個案辦理的各個步驟。 */
export const flowRefusals = {
  'case.check_failed': (v) => ({
    sentence: `個案 ${v.case} 未通過：${listed(v.checks)}。`,
    remedy: '請按該項規定不予受理；審批人可以說明理由後豁免。',
  }),
  'case.check_unknown': (v) => ({
    sentence: `個案 ${v.case} 的流程沒有「${v.check}」這項審查，只有：${listed(v.checks)}。`,
    remedy: '請從中選擇。',
  }),
  'case.checks_open': (v) => ({
    sentence: `個案 ${v.case} 還沒有登錄結果：${listed(v.checks)}。`,
    remedy: '請先登錄每項審查的結果。',
  }),
  'case.not_from_above': (v) => ({
    sentence: `個案 ${v.case} 屬於${v.unit}，您的角色不在其上級。`,
    remedy: '請由上級或整個組織的人員審核。',
  }),
  'case.step_not_earlier': (v) => ({
    sentence: `個案 ${v.case} 現在是第 ${v.at} 步，只能退回到更早的步驟，不能到第 ${v.step} 步。`,
    remedy: '請選擇更早的步驟。',
  }),
  'case.visit_in_future': (v) => ({
    sentence: `訪視日期寫的是${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '請填寫實際訪視的日期。',
  }),
  'case.visit_needed': (v) => ({
    sentence: `個案 ${v.case} 涉及負責人員的親屬，還沒有人到家庭訪視。`,
    remedy: '請到家庭訪視並登錄所見；涉及負責人員親屬的，一律訪視。',
  }),
  'case.waiver_needs_approver': (v) => ({
    sentence: `「${known[v.check] ?? v.check}」只能由審批人豁免，您沒有這個角色。`,
    remedy: '請由審批人豁免，或登錄是否通過。',
  }),
  'case.waiver_needs_reason': (v) => ({
    sentence: `豁免「${known[v.check] ?? v.check}」須說明理由，這裡沒有寫。`,
    remedy: '請寫明為何豁免。',
  }),
} satisfies SomeRefusalWords
