import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('zh-Hans')

/** 结对码、本人页面和联系方式。 */
export const ownPageRefusals = {
  'own_visit.helper_only': (v) => ({
    sentence: `结对 ${v.pair} 的走访由帮扶人记录。`,
    remedy: '请在已记录的走访处说明是否属实。',
  }),
  'own_visit.too_many': (v) => ({
    sentence: `结对 ${v.pair} 一天之内已在此记录 ${count(v.most)} 次走访。`,
    remedy: '其余的请明天再记，或告知办公室。',
  }),
  'pair.contacts_closed': (v) => ({
    sentence: `您目前没有打开结对 ${v.pair} 的联系方式。`,
    remedy: '请先打开，打开会留下记录，之后可查看几分钟。',
  }),
  'pair.contacts_not_shared': (v) => ({
    sentence: `结对 ${v.pair} 要在双方都同意后才告知联系方式。`,
    remedy: '请先登记双方的同意；撤回同意的一方需重新询问。',
  }),
  'pairing_code.ended': (v) => ({
    sentence: `结对码 ${v.code} 已经作废。`,
    remedy: '如仍需要，请另生成一个。',
  }),
  'pairing_code.exists': () => ({
    sentence: '已有相同散列值的结对码。',
    remedy: '请用新的随机数据生成结对码。',
  }),
  'pairing_code.mistyped': () => ({
    sentence: '结对码不完整：少了、多了或写错了一个字符。',
    remedy: '请对照纸上的结对码逐个核对，不区分大小写，可不写横线。',
  }),
  'pairing_code.nobody': (v) => ({
    sentence: `${v.party} 既不是帮扶人，也没有帮扶需求，打开的页面会是空的。`,
    remedy: '请先登记为帮扶人，或登记其需求。',
  }),
  'pairing_code.not_there': (v) => ({
    sentence: `本账簿中没有结对码 ${v.code}。`,
    remedy: '请在结对码列表中查找。',
  }),
  'pairing_code.own_hand': (v) => ({
    sentence: `该结对码是由结对 ${v.pair} 的另一方、与其关系密切的人，或亲自到场的人生成的。`,
    remedy: '请办公室由其他人另生成一个结对码。',
  }),
  'pairing_code.throttled': (v) => ({
    sentence: `无效的结对码尝试过多，${count(v.minutes)} 分钟后可以再试。`,
    remedy: '请等待，并核对纸上的结对码。',
  }),
  'pairing_code.unknown': () => ({
    sentence: '该结对码打不开任何内容：可能写成了别的码，或已作废、已过期。',
    remedy: '请向交给您结对码的人再要一张。',
  }),
  'pairing_code.until': (v) => ({
    sentence: `结对码自今天（${day(v.today)}）起最长有效 ${count(v.most_days)} 天，不能到${day(v.until)}。`,
    remedy: '请选择此期间内的日期；可以随时另生成。',
  }),
} satisfies SomeRefusalWords
