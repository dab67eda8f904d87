import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('zh-Hans')

/** 日历。 */
export const calendarRefusals = {
  'calendar.ended': (v) => ({
    sentence: `日历 ${v.calendar} 已经停用。`,
    remedy: '无需处理；如仍需要，请另建一个。',
  }),
  'calendar.exists': () => ({
    sentence: '本账簿已有使用该地址的日历。',
    remedy: '请重新生成地址；用过的地址不再使用，停用后也一样。',
  }),
  'calendar.no_helper': (v) => ({
    sentence: `${v.party} 不是帮扶人，没有日历。`,
    remedy: '请先登记为帮扶人。',
  }),
  'calendar.of_nobody': () => ({
    sentence: '提出请求的不是本账簿的用户，没有本人的日历。',
    remedy: '请指明是哪位帮扶人的日历，或以用户身份登录。',
  }),
  'calendar.past': (v) => ({
    sentence: `日历自${day(v.today)}起最多使用 ${count(v.most_days)} 天，不能到${day(v.until)}。`,
    remedy: '请填写较早且未过去的日期；到期后可再建。',
  }),
  'calendar.too_many': (v) => ({
    sentence: `该使用人已有 ${v.most} 个日历。`,
    remedy: '请停用一个不再有程序读取的日历。',
  }),
  'calendar.unknown': (v) => ({
    sentence: `本账簿中没有属于您的日历 ${v.calendar}。`,
    remedy: '请在日历列表中查找。',
  }),
} satisfies SomeRefusalWords
