import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { peopleWords } from '../people-words.ts'

const { count, day } = tellingIn('zh-Hans')

/** 单位、组织关系、家庭和人员关系。 */
export const peopleRefusals = {
  'household.everybody': (v) => ({
    sentence: `${v.household} 中还有人没有填写：${v.missing.join('、')}。`,
    remedy: '请为这一家庭的每个人填写与户主的关系。',
  }),
  'household.head_stays': (v) => ({
    sentence: `${v.party} 是 ${v.household} 的户主，家里还有其他人。`,
    remedy: '请先重新登记家庭关系，写明新的户主。',
  }),
  'household.lives_there': (v) => ({
    sentence: `${v.party} 已经是 ${v.household} 的成员。`,
    remedy: '请另选一人，或重新登记家庭关系。',
  }),
  'household.not_in_order': (v) => ({
    sentence: `${v.party} 自${day(v.from)}起的家庭情况已经登记。`,
    remedy: '请填写更晚的日期，或先更正登记有误的部分。',
  }),
  'household.not_living_there': (v) => ({
    sentence: `${v.party} 在${day(v.day)}不是 ${v.household} 的成员。`,
    remedy: '请选择这一家庭的成员，并填写其仍在家庭中的日期。',
  }),
  'household.one_head': (v) => ({
    sentence: `一个家庭应有一名户主，这里有 ${count(v.heads)} 名。`,
    remedy: '请选定一名户主，并为其他人填写与户主的关系。',
  }),
  'household.unknown': (v) => ({
    sentence: `本账簿中没有编号为“${v.household}”的家庭。`,
    remedy: '请在家庭名单中查找。',
  }),
  'membership.ended': (v) => ({
    sentence: `这一组织关系已于${day(v.on)}结束。`,
    remedy: '请查看此人的组织关系。',
  }),
  'membership.ends_later': (v) => ({
    sentence: `这一组织关系到${day(v.until)}就会结束，早于${day(v.to)}。`,
    remedy: '之后的时间请另行登记。',
  }),
  'membership.ends_too_soon': (v) => ({
    sentence: `最后一天（${day(v.to)}）早于第一天（${day(v.from)}）。`,
    remedy: '请填写不早于第一天的日期；登记有误的，请按登记有误结束。',
  }),
  'membership.none_to_transfer': (v) => ({
    sentence: `在${day(v.day)}的前一天，${v.party} 没有“${wordFor(peopleWords.membership_sort, v.sort)}”，无从转移。`,
    remedy: '请直接登记新的组织关系。',
  }),
  'membership.overlaps': (v) => ({
    sentence: `同一时间已有“${wordFor(peopleWords.membership_sort, v.sort)}”：${v.unit}，自${day(v.from)}起${v.to === null ? '' : `至${day(v.to)}`}。`,
    remedy: '请办理转移，或先结束原来的组织关系。',
  }),
  'membership.reason_needed': (v) => ({
    sentence: `${day(v.day)}早于今天（${day(v.today)}），需要写明原因。`,
    remedy: '请写明为什么现在才登记。',
  }),
  'membership.same_unit': (v) => ({
    sentence: `${v.party} 的组织关系已经在 ${v.unit}。`,
    remedy: '请选择转入的单位。',
  }),
  'membership.unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.membership} 号组织关系。`,
    remedy: '请在此人的页面上查找。',
  }),
  'party.has_died': (v) => ({
    sentence: `${v.party} 已于${day(v.on)}去世。`,
    remedy: '请填写更早的日期；如果去世登记有误，请先改为在册。',
  }),
  'party.not_a_person': (v) => ({
    sentence: `${v.party} 不是个人，只有个人才有组织关系、家庭和亲属。`,
    remedy: '请选择个人。',
  }),
  'party.unit_needed': () => ({
    sentence: '您管理几个单位，需要写明此人登记在哪个单位。',
    remedy: '请选择单位。',
  }),
  'status.in_future': (v) => ({
    sentence: `${day(v.day)}晚于今天（${day(v.today)}），尚未发生。`,
    remedy: '请填写实际发生的日期。',
  }),
  'tie.contrary': (v) => ({
    sentence: `已经登记了相反的关系（${wordFor(peopleWords.tie_role, v.kind)}），两者不能同时成立。`,
    remedy: '请先把有误的关系按登记有误结束。',
  }),
  'tie.ended': () => ({
    sentence: '这一关系已经结束。',
    remedy: '请查看此人的各项关系。',
  }),
  'tie.ends_too_soon': (v) => ({
    sentence: `最后一天（${day(v.to)}）早于第一天（${day(v.from)}）。`,
    remedy: '请填写更晚的日期，或按登记有误结束。',
  }),
  'tie.exists': (v) => ({
    sentence: `这一关系（${wordFor(peopleWords.tie_role, v.kind)}）已经登记。`,
    remedy: '无需再登记；如果中间曾经结束，请先结束原来的登记。',
  }),
  'tie.unknown': (v) => ({
    sentence: `本账簿中没有第 ${v.tie} 号人员关系。`,
    remedy: '请在此人的页面上查找。',
  }),
  'tie.with_oneself': (v) => ({
    sentence: `${v.party} 不能与自己登记关系。`,
    remedy: '请另选一人。',
  }),
  'unit.closed': (v) => ({
    sentence: `单位 ${v.unit} 已经停用。`,
    remedy: '请选择在用的单位，或先恢复使用。',
  }),
  'unit.cycle': (v) => ({
    sentence: `${v.parent} 就是 ${v.unit}，或者是它的下级单位。`,
    remedy: '请选择不在其下的单位。',
  }),
  'unit.exists': (v) => ({
    sentence: `代码 ${v.unit} 已经用于另一个单位。`,
    remedy: '请另取代码；一个代码永远只代表一个单位。',
  }),
  'unit.in_use': (v) => ({
    sentence: `${v.unit} 还不能停用：有 ${count(v.funds)} 个基金、${count(v.members)} 名成员和 ${count(v.units)} 个下级单位。`,
    remedy: '请先关闭其基金，转出成员，并移动或停用下级单位。',
  }),
  'unit.nothing_revised': (v) => ({
    sentence: `账簿中 ${v.unit} 的内容已经是这样。`,
    remedy: '请修改内容，或不必更改。',
  }),
  'unit.top_only': (v) => ({
    sentence: `只有管理整个组织的人才能把 ${v.unit} 直接放在组织之下。`,
    remedy: '请选择上级单位，或请整个组织的负责人办理。',
  }),
} satisfies SomeRefusalWords
