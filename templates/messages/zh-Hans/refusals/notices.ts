import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { grievances } from '../grievances.ts'
import { notices } from '../notices.ts'
import { objections } from '../objections.ts'

const { count, day } = tellingIn('zh-Hans')

/** 公示、异议和申诉。 */
export const noticeRefusals = {
  'case.notice_missing': (v) => ({
    sentence: `事项 ${v.case} 尚未按现在的金额完成“${wordFor(notices.levels, v.level)}”。`,
    remedy: '请按现在的金额公示，期满后再办理。',
  }),
  'case.notice_open': (v) => ({
    sentence: `事项 ${v.case} 的公示 ${v.notice} 尚未撤下。`,
    remedy: '请等公示期满后撤下。',
  }),
  'case.objection_open': (v) => ({
    sentence: `对事项 ${v.case} 的异议 ${v.objection} 尚未处理。`,
    remedy: '请先由没有利害关系的人处理异议。',
  }),
  'case.on_notice': (v) => ({
    sentence: `事项 ${v.case} 已在公示 ${v.notice} 中。`,
    remedy: '请等该公示期满，或说明理由作废该公示。',
  }),
  'grievance.decided': (v) => ({
    sentence: `申诉 ${v.grievance} 已有结果：${wordFor(grievances.outcomes, v.outcome)}。`,
    remedy: '已作出的处理不变；有新情况的，另行登记。',
  }),
  'grievance.nothing_to_appeal': (v) => ({
    sentence: `事项 ${v.case} 的状态是“${wordFor(cases.states, v.state)}”；复核只针对不予批准的决定。`,
    remedy: '请作为申诉登记。',
  }),
  'grievance.open': (v) => ({
    sentence: `事项 ${v.case} 的复核申请 ${v.grievance} 尚未处理。`,
    remedy: '请把新情况补充到该申请，或等待其处理。',
  }),
  'grievance.own_part': (v) => ({
    sentence: `您参与过事项 ${v.case} 的办理，不能处理对它的申诉。`,
    remedy: '由没有参与该事项的人处理，任何角色都不例外。',
  }),
  'grievance.step': (v) => ({
    sentence: `重新办理的步骤应在 0 到 ${count(v.most)} 之间，${count(v.step)} 不在其中。`,
    remedy: '请选择审批之前的步骤。',
  }),
  'grievance.unknown': (v) => ({
    sentence: `本账簿中没有申诉 ${v.grievance}。`,
    remedy: '请在申诉列表中查找。',
  }),
  'notice.ended': (v) => ({
    sentence: `公示 ${v.notice} 已于${day(v.ended_on)}结束。`,
    remedy: '请查看公示台账；之后的意见按申诉办理。',
  }),
  'notice.no_stage': (v) => ({
    sentence: `${v.unit}的公示规定没有“${wordFor(notices.levels, v.level)}”。`,
    remedy: '请先在公示规定中写明该级公示的期限。',
  }),
  'notice.several_units': () => ({
    sentence: '这些事项所属的单位，没有您权限所及的共同上级。',
    remedy: '请按单位分别公示，或由权限覆盖全部单位的人发布。',
  }),
  'notice.still_up': (v) => ({
    sentence: `公示 ${v.notice} 到${day(v.last_on)}结束时才期满。`,
    remedy: '请在期满后撤下；内容有误的，说明理由作废。',
  }),
  'notice.two_currencies': (v) => ({
    sentence: `这些事项使用不同币种：${v.currencies.join('、')}。`,
    remedy: '请按币种分别公示。',
  }),
  'notice.two_levels': (v) => ({
    sentence: `${v.cases.join('、')} 等事项中，有的等待本单位公示，有的等待上级公示。`,
    remedy: '请选择哪一级公示，两级分别发布。',
  }),
  'notice.unknown': (v) => ({
    sentence: `本账簿中没有公示 ${v.notice}。`,
    remedy: '请在公示台账中查找。',
  }),
  'objection.decided': (v) => ({
    sentence: `异议 ${v.objection} 已有结果：${wordFor(objections.outcomes, v.outcome)}。`,
    remedy: '已作出的处理不变；不服的可以申诉或申请复核。',
  }),
  'objection.needs_name': () => ({
    sentence: '提出异议应以真实姓名反映，或要求保密。',
    remedy: '请填写姓名，或选择保密。',
  }),
  'objection.not_confidential': (v) => ({
    sentence: `异议 ${v.objection} 是实名提出的，提出人已显示在其页面上。`,
    remedy: '请打开该异议的页面。',
  }),
  'objection.not_on_notice': (v) => ({
    sentence: `公示 ${v.notice} 中没有序号 ${v.serial}。`,
    remedy: '请按公示上的序号填写，或对整个名单提出异议。',
  }),
  'objection.outside_time': (v) => ({
    sentence: `对该公示的异议应在${day(v.from)}至${day(v.to)}收到，${day(v.given)}不在此期间。`,
    remedy: '请填写收到的日期；之后收到的按申诉办理。',
  }),
  'objection.too_many': (v) => ({
    sentence: `公示 ${v.notice} 已有 ${count(v.most)} 项异议尚未处理。`,
    remedy: '请按公示所列的电话或地址反映。',
  }),
  'objection.unknown': (v) => ({
    sentence: `本账簿中没有异议 ${v.objection}。`,
    remedy: '请在相应公示的页面查找。',
  }),
} satisfies SomeRefusalWords
