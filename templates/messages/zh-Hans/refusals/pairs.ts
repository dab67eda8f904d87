import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { interests } from '../interests.ts'
import { matching } from '../matching.ts'
import { pairs } from '../pairs.ts'
import { peopleWords } from '../people-words.ts'
import { together } from '../together.ts'

const { day } = tellingIn('zh-Hans')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一户' }

/** 结对。 */
export const pairRefusals = {
  'pair.agreed_already': (v) => ({
    sentence: `结对 ${v.pair} 已登记：${wordFor(pairs.sides, v.side)}同意。`,
    remedy: '这一方无需再办理。',
  }),
  'pair.barred': (v) => ({
    sentence: `帮扶人 ${v.helper} 与帮扶需求 ${v.need} 不能结对：${v.bars.map((bar) => wordFor(matching.bars, bar)).join('、')}。`,
    remedy: '请另选帮扶人；登记有误的，请先更正。',
  }),
  'pair.closing_first': (v) => ({
    sentence: `尚无人以此原因提议结束结对 ${v.pair}：${wordFor(pairs.reasons, v.reason)}。`,
    remedy: '请先写明评估并提议结束，再由另一人批准。',
  }),
  'pair.day_past': (v) => ({
    sentence: `下次复核不能定在${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '请填写明天或之后的日期，或留空。',
  }),
  'pair.ends_before': (v) => ({
    sentence: `约定至${day(v.until)}的结对在开始前就已结束，今天是${day(v.today)}。`,
    remedy: '请填写更晚的日期，或留空。',
  }),
  'pair.interest': (v) => ({
    sentence: `您与此结对有利害关系（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('；')}），应当回避。`,
    remedy: '请由没有利害关系的人办理。登记的关系有误的，请先更正。',
  }),
  'pair.need_served': (v) => ({
    sentence: `帮扶需求 ${v.need} 同时需要 ${v.wanted} 人，已有或已询问足够的人。`,
    remedy: '请将某个结对移交他人，或先增加所需人数。',
  }),
  'pair.not_agreed': (v) => ({
    sentence: `结对 ${v.pair} 缺少同意，或同意已撤回：${wordFor(pairs.sides, v.side)}。`,
    remedy: '请询问本人并登记同意；或移交，或结束。',
  }),
  'pair.not_expired': (v) => ({
    sentence:
      v.until === null
        ? `结对 ${v.pair} 未约定期限，不存在期满。`
        : `结对 ${v.pair} 约定至${day(v.until)}，尚未期满。`,
    remedy: '请选择其他原因，或等到期满。',
  }),
  'pair.not_in_state': (v) => ({
    sentence: `结对 ${v.pair} 的状态为“${wordFor(together.state, v.state)}”，不能“${wordFor(pairs.acts, v.act)}”。`,
    remedy: '请查看其经过，可能他人已先行办理。',
  }),
  'pair.own_closing': (v) => ({
    sentence: `结对 ${v.pair} 的结束由您提议，提议人不能批准。`,
    remedy: '请由其他有权人员办理。任何角色都不能例外。',
  }),
  'pair.reason_missing': (v) => ({
    sentence: `没有说明结对 ${v.pair} 为何结束。`,
    remedy: '请填写原因；只有已提议结束的，原因才是已知的。',
  }),
  'pair.still_observed': (v) => ({
    sentence: `结对 ${v.pair} 跟踪至${day(v.until)}，在此之前无法确定是否稳定。`,
    remedy: '请等到期满；或说明已去世、迁出或本人放弃。',
  }),
  'pair.succeeded': (v) => ({
    sentence: `结对 ${v.pair} 已拟由 ${v.successor} 接替。`,
    remedy: '请等待双方答复，或先撤回该提议。',
  }),
  'pair.unknown': (v) => ({
    sentence: `本账簿中没有结对 ${v.pair}。`,
    remedy: '请在结对列表中查找。',
  }),
} satisfies SomeRefusalWords
