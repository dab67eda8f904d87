import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('zh-Hant')

/** 行事曆。 */
export const calendarRefusals = {
  'calendar.ended': (v) => ({
    sentence: `行事曆 ${v.calendar} 已經停用。`,
    remedy: '無需處理；如仍需要，請另建一個。',
  }),
  'calendar.exists': () => ({
    sentence: '本帳簿已有使用該網址的行事曆。',
    remedy: '請重新產生網址；用過的網址不再使用，停用後也一樣。',
  }),
  'calendar.no_helper': (v) => ({
    sentence: `${v.party} 不是幫扶人，沒有行事曆。`,
    remedy: '請先登錄為幫扶人。',
  }),
  'calendar.of_nobody': () => ({
    sentence: '提出請求的不是本帳簿的使用者，沒有本人的行事曆。',
    remedy: '請指明是哪位幫扶人的行事曆，或以使用者身分登入。',
  }),
  'calendar.past': (v) => ({
    sentence: `行事曆自${day(v.today)}起最多使用 ${count(v.most_days)} 天，不能到${day(v.until)}。`,
    remedy: '請填寫較早且尚未過去的日期；到期後可再建。',
  }),
  'calendar.too_many': (v) => ({
    sentence: `該使用人已有 ${v.most} 個行事曆。`,
    remedy: '請停用一個不再有程式讀取的行事曆。',
  }),
  'calendar.unknown': (v) => ({
    sentence: `本帳簿中沒有屬於您的行事曆 ${v.calendar}。`,
    remedy: '請在行事曆列表中查找。',
  }),
} satisfies SomeRefusalWords
