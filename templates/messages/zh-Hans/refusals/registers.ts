import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { helpers } from '../helpers.ts'
import { register_lists } from '../register-lists.ts'

const { day } = tellingIn('zh-Hans')

const whats = { kind: '需求类别', skill: '特长', rank: '职级' }

/** 帮扶人、需求、地点的名册。 */
export const registerRefusals = {
  'helper.exists': (v) => ({
    sentence: `${v.party} 已登记为帮扶人 ${v.helper}，每个只登记一次。`,
    remedy: '请在该记录中变更；已结束的可在其中重新启用。',
  }),
  'helper.has_pairs': (v) => ({
    sentence: `帮扶人 ${v.helper} 还有结对：${v.pairs.join('、')}。`,
    remedy: '请先移交；移交完成前可标为将离任。',
  }),
  'helper.leaves_on_needed': (v) => ({
    sentence: `帮扶人 ${v.helper} 将离任，但没有填写今天（${day(v.today)}）或之后的离任日期。`,
    remedy: '请填写日期，此前须移交其结对。',
  }),
  'helper.sort_other': (v) => ({
    sentence: `${v.party} 不属于“${wordFor(helpers.sort, v.sort)}”。`,
    remedy: '个人以个人身份帮扶；单位按企业、村、部门或社会组织登记。',
  }),
  'helper.unchanged': (v) => ({
    sentence: `帮扶人 ${v.helper} 的内容没有变化。`,
    remedy: '请修改内容，或保持不变。',
  }),
  'helper.unknown': (v) => ({
    sentence: `本账簿中没有帮扶人 ${v.helper}。`,
    remedy: '请在帮扶人名册中查找。',
  }),
  'need.exists': (v) => ({
    sentence: `${v.party} 已有同类需求 ${v.need}，尚未结束。`,
    remedy: '请变更该需求；需要多名帮扶人的也在其中填写。',
  }),
  'need.file_other': (v) => ({
    sentence: `${v.party} 不在困难档案 ${v.file} 的家庭中。`,
    remedy: '请不填档案，系统会找到其家庭的档案。',
  }),
  'need.has_pairs': (v) => ({
    sentence: `需求 ${v.need} 现有的结对超过允许的数目：${v.pairs.join('、')}。`,
    remedy: '请先结束或撤回这些结对。',
  }),
  'need.unchanged': (v) => ({
    sentence: `需求 ${v.need} 的内容没有变化。`,
    remedy: '请修改内容，或保持不变。',
  }),
  'need.unknown': (v) => ({
    sentence: `本账簿中没有需求 ${v.need}。`,
    remedy: '请在需求列表中查找。',
  }),
  'pairing.code_unknown': (v) => ({
    sentence: `结对帮扶的规定中没有${wordFor(whats, v.what)}“${v.code}”。`,
    remedy: '请选用规定中列出的，或先加入规定。',
  }),
  'pairing.name_of_nobody': (v) => ({
    sentence: `账簿中没有名为“${v.name}”的人员或单位。`,
    remedy: '请填写编号，改正姓名，或选择随名单一并登记。',
  }),
  'pairing.name_of_several': (v) => ({
    sentence: `名为“${v.name}”的不止一个：${v.parties.join('、')}。`,
    remedy: '请填写所指者的编号。',
  }),
  'pairing.new_twice': (v) => ({
    sentence: `“${v.name}”尚未登记，而第 ${v.row} 行已有此名。`,
    remedy: '请先分别登记，再填写各自的编号。',
  }),
  'pairing.not_a_number': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}：“${v.text}”不是整数。`,
    remedy: '请只写数字。',
  }),
  'pairing.row': (v) => ({
    sentence: `第 ${v.row} 行不能登记（${v.code}）。`,
    remedy: '请改正该行或删去；名单没有登记任何一行。',
  }),
  'pairing.word_unknown': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}：无法识别“${v.text}”。`,
    remedy: '请用登记表中列出的说法。',
  }),
  'place.closed': (v) => ({
    sentence: `地点“${v.place}”已停用。`,
    remedy: '请另选地点，或重新启用。',
  }),
  'place.exists': (v) => ({
    sentence: `地点代码“${v.place}”已被使用。`,
    remedy: '请换一个代码，或变更已有的地点。',
  }),
  'place.half': (v) => ({
    sentence: `地点“${v.place}”只填了经度或纬度。`,
    remedy: '请两项都填，或都不填。',
  }),
  'place.unchanged': (v) => ({
    sentence: `地点“${v.place}”的内容没有变化。`,
    remedy: '请修改内容，或保持不变。',
  }),
  'place.unknown': (v) => ({
    sentence: `本账簿中没有地点“${v.place}”。`,
    remedy: '请在地点列表中查找，或先添加。',
  }),
} satisfies SomeRefusalWords
