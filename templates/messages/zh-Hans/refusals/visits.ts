import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { visits } from '../visits.ts'

const { day } = tellingIn('zh-Hans')

/** 走访、待办事项和走访事由。 */
export const visitRefusals = {
  'care_event.day': (v) => ({
    sentence: `不可能发生在${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '请填写发生的日期。',
  }),
  'care_event.ended': (v) => ({
    sentence: `事由 ${v.care_event} 已撤回。`,
    remedy: '如确有其事，请重新登记。',
  }),
  'care_event.of_another': (v) => ({
    sentence: `事由 ${v.care_event} 不属于 ${v.party} 或其家庭。`,
    remedy: '请选择该户的事由，或不选。',
  }),
  'care_event.unknown': (v) => ({
    sentence: `本账簿中没有走访事由 ${v.care_event}。`,
    remedy: '请在走访事由列表中查找。',
  }),
  'follow_up.day': (v) => ({
    sentence: `待办期限${day(v.due_on)}早于${day(v.from)}。`,
    remedy: '请填写之后的日期。',
  }),
  'follow_up.ended': (v) => ({
    sentence: `待办事项 ${v.follow_up} 已办结。`,
    remedy: '还要办的，请另行添加。',
  }),
  'follow_up.unknown': (v) => ({
    sentence: `本账簿中没有待办事项 ${v.follow_up}。`,
    remedy: '请在待办事项列表中查找。',
  }),
  'visit.carried_slip': (v) => ({
    sentence: `走访 ${v.visit} 以签收单办结了一笔拨款，不能撤回。`,
    remedy: '款项退回的，请在批次中登记；其他差错请添加待办事项。',
  }),
  'visit.confirmed': (v) => ({
    sentence: `已就走访 ${v.visit} 询问过对方。`,
    remedy: '对方的说法有效；之后听到的，请另行登记走访或待办事项。',
  }),
  'visit.day': (v) => ({
    sentence: `不能登记${day(v.day)}的走访，今天是${day(v.today)}。`,
    remedy: '请填写实际前去的日期。',
  }),
  'visit.help_unclear': (v) => ({
    sentence: `帮助（${wordFor(visits.forms, v.form)}）须写明内容；款项须注明是基金拨款还是私人馈赠。`,
    remedy: '请选择交付的拨款，或注明私人馈赠并填写金额。',
  }),
  'visit.kind_unknown': (v) => ({
    sentence: `结对规则中没有需求类别 ${v.kind}。`,
    remedy: '请选择设置中的类别，或先在设置中添加。',
  }),
  'visit.own_hand': (v) => ({
    sentence: `走访 ${v.visit} 是您前去或登记的，是否属实须由他人询问。`,
    remedy: '由对方在本人页面上确认，或由他人询问。任何角色都不例外。',
  }),
  'visit.pair_not_then': (v) => ({
    sentence: `结对 ${v.pair} 在${day(v.day)}并不存在。`,
    remedy: '请填写结对期间的日期，或不选结对进行登记。',
  }),
  'visit.payout_handed_over': (v) => ({
    sentence: `拨款 ${v.payout} 已在走访 ${v.visit} 时交付。`,
    remedy: '一笔拨款只交付一次；如有差错，请先撤回那次走访。',
  }),
  'visit.payout_of_another': (v) => ({
    sentence: `拨款 ${v.payout} 不是给 ${v.party} 或其家庭的。`,
    remedy: '请选择给走访对象的拨款。',
  }),
  'visit.slip_not_met': () => ({
    sentence: '这次走访没有见到人，不可能有人签收。',
    remedy: '请说明见到了谁，或待有人签收时再登记。',
  }),
  'visit.slip_of_another': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行不是给 ${v.party} 或其家庭的。`,
    remedy: '请选择给走访对象的那一行。',
  }),
  'visit.taken_back': (v) => ({
    sentence: `走访 ${v.visit} 已撤回。`,
    remedy: '如确有其事，请重新登记。',
  }),
  'visit.unknown': (v) => ({
    sentence: `本账簿中没有走访 ${v.visit}。`,
    remedy: '请在走访记录中查找。',
  }),
  'visit.who_went': () => ({
    sentence: '没有说明走访了谁：一个结对，还是一个人或单位。',
    remedy: '请写明结对或走访对象，只写其一。',
  }),
} satisfies SomeRefusalWords
