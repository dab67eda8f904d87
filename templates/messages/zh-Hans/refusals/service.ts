import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { service } from '../service.ts'

const { count, day } = tellingIn('zh-Hans')

/** 承诺、岗位和服务时间。 */
export const serviceRefusals = {
  'post_holding.days': (v) => ({
    sentence: `该岗位从${day(v.from)}起认领，不能在${day(v.to)}交还。`,
    remedy: '请填写认领当天或之后的日期。',
  }),
  'post_holding.ended': (v) => ({
    sentence: `岗位认领 ${v.holding} 已于${day(v.to)}结束。`,
    remedy: '如需继续，请从之后的日期重新认领。',
  }),
  'post_holding.twice': (v) => ({
    sentence: `${v.party} 已认领岗位“${v.post}”。`,
    remedy: '同一人不能同时两次认领同一岗位。',
  }),
  'post_holding.unknown': (v) => ({
    sentence: `本账簿中没有岗位认领 ${v.holding}。`,
    remedy: '请在岗位页面查找。',
  }),
  'service_pledge.days': (v) => ({
    sentence: `该承诺从${day(v.from)}开始，${day(v.due)}早于这一天。`,
    remedy: '请填写开始当天或之后的日期。',
  }),
  'service_pledge.ended': (v) => ({
    sentence: `承诺 ${v.pledge} 的结果已登记：${wordFor(service.outcomes, v.outcome)}。`,
    remedy: '今后的承诺请另行登记。',
  }),
  'service_pledge.own': (v) => ({
    sentence: `承诺 ${v.pledge} 是您自己的，不能由本人说明是否履行。`,
    remedy: '请由他人登记结果；您可以撤回承诺。',
  }),
  'service_pledge.unknown': (v) => ({
    sentence: `本账簿中没有服务承诺 ${v.pledge}。`,
    remedy: '请在承诺列表中查找。',
  }),
  'service_post.closed': (v) => ({
    sentence: `岗位“${v.post}”已关闭。`,
    remedy: '请设立新的岗位，使用新的代码。',
  }),
  'service_post.full': (v) => ({
    sentence: `岗位“${v.post}”名额为 ${count(v.wanted)}，已满。`,
    remedy: '请等有人交还，或另设岗位。',
  }),
  'service_post.held': (v) => ({
    sentence: `岗位“${v.post}”仍由 ${v.parties.join('、')} 在任。`,
    remedy: '请先登记所有在任者交还，再关闭。',
  }),
  'service_post.taken': (v) => ({
    sentence: `已有岗位“${v.post}”。`,
    remedy: '请为新岗位选择另一个代码。',
  }),
  'service_post.unknown': (v) => ({
    sentence: `本账簿中没有岗位“${v.post}”。`,
    remedy: '请在岗位列表中查找。',
  }),
  'service_time.checked': (v) => ({
    sentence: `服务时间 ${v.time} 已核对。`,
    remedy: '请不要选它；核对结果不变。',
  }),
  'service_time.day_full': (v) => ({
    sentence: `${v.party} 在${day(v.day)}的服务时间将达 ${count(v.minutes)} 分钟；一天只有 1440 分钟。`,
    remedy: '请查看当天已登记的记录；单位派出的人员请逐人登记。',
  }),
  'service_time.interest': (v) => ({
    sentence: `您与服务时间 ${v.time} 的服务者有利害关系（${v.interests.join('、')}）。`,
    remedy: '请由没有利害关系的人核对，任何角色都不例外。',
  }),
  'service_time.not_theirs': (v) => ({
    sentence: `${v.to} 不属于 ${v.party}，其时间不能计入。`,
    remedy: '请选择其本人的承诺、岗位或结对，或留空。',
  }),
  'service_time.outside': (v) => ({
    sentence: `服务日期是${day(v.day)}，所用于的事项从${day(v.from)}到${v.to === null ? '现在' : day(v.to)}。`,
    remedy: '请填写期间内的日期，或不选用于何事。',
  }),
  'service_time.own_hand': (v) => ({
    sentence: `服务时间 ${v.time} 是您登记的，不能由您核对。`,
    remedy: '请由他人核对，任何角色都不例外。',
  }),
  'service_time.unknown': (v) => ({
    sentence: `本账簿中没有服务时间 ${v.time}。`,
    remedy: '请在服务时间列表中查找。',
  }),
} satisfies SomeRefusalWords
