import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { interests } from '../interests.ts'
import { matching } from '../matching.ts'
import { pairs } from '../pairs.ts'
import { peopleWords } from '../people-words.ts'
import { together } from '../together.ts'

const { day } = tellingIn('zh-Hant')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一戶' }

/** 結對。 */
export const pairRefusals = {
  'pair.agreed_already': (v) => ({
    sentence: `結對 ${v.pair} 已登錄：${wordFor(pairs.sides, v.side)}同意。`,
    remedy: '這一方無需再辦理。',
  }),
  'pair.barred': (v) => ({
    sentence: `幫扶人 ${v.helper} 與需求 ${v.need} 不能結對：${v.bars.map((bar) => wordFor(matching.bars, bar)).join('、')}。`,
    remedy: '請另選幫扶人；登錄有誤的，請先更正。',
  }),
  'pair.closing_first': (v) => ({
    sentence: `尚無人以此原因提議結束結對 ${v.pair}：${wordFor(pairs.reasons, v.reason)}。`,
    remedy: '請先寫明評估並提議結束，再由另一人核准。',
  }),
  'pair.day_past': (v) => ({
    sentence: `下次複核不能定在${day(v.day)}，今天是${day(v.today)}。`,
    remedy: '請填寫明天或之後的日期，或留空。',
  }),
  'pair.ends_before': (v) => ({
    sentence: `約定至${day(v.until)}的結對在開始前就已結束，今天是${day(v.today)}。`,
    remedy: '請填寫更晚的日期，或留空。',
  }),
  'pair.interest': (v) => ({
    sentence: `您與此結對有利害關係（${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('；')}），應當迴避。`,
    remedy: '請由沒有利害關係的人辦理。登錄的關係有誤的，請先更正。',
  }),
  'pair.need_served': (v) => ({
    sentence: `需求 ${v.need} 同時需要 ${v.wanted} 人，已有或已詢問足夠的人。`,
    remedy: '請將某個結對移交他人，或先增加所需人數。',
  }),
  'pair.not_agreed': (v) => ({
    sentence: `結對 ${v.pair} 缺少同意，或同意已撤回：${wordFor(pairs.sides, v.side)}。`,
    remedy: '請詢問本人並登錄同意；或移交，或結束。',
  }),
  'pair.not_expired': (v) => ({
    sentence:
      v.until === null
        ? `結對 ${v.pair} 未約定期限，不存在期滿。`
        : `結對 ${v.pair} 約定至${day(v.until)}，尚未期滿。`,
    remedy: '請選擇其他原因，或等到期滿。',
  }),
  'pair.not_in_state': (v) => ({
    sentence: `結對 ${v.pair} 的狀態為「${wordFor(together.state, v.state)}」，不能「${wordFor(pairs.acts, v.act)}」。`,
    remedy: '請查看其經過，可能他人已先行辦理。',
  }),
  'pair.own_closing': (v) => ({
    sentence: `結對 ${v.pair} 的結束由您提議，提議人不能核准。`,
    remedy: '請由其他有權人員辦理。任何角色都不能例外。',
  }),
  'pair.reason_missing': (v) => ({
    sentence: `沒有說明結對 ${v.pair} 為何結束。`,
    remedy: '請填寫原因；只有已提議結束的，原因才是已知的。',
  }),
  'pair.still_observed': (v) => ({
    sentence: `結對 ${v.pair} 追蹤至${day(v.until)}，在此之前無法確定是否穩定。`,
    remedy: '請等到期滿；或說明已去世、遷出或本人放棄。',
  }),
  'pair.succeeded': (v) => ({
    sentence: `結對 ${v.pair} 已擬由 ${v.successor} 接替。`,
    remedy: '請等待雙方答覆，或先撤回該提議。',
  }),
  'pair.unknown': (v) => ({
    sentence: `本帳簿中沒有結對 ${v.pair}。`,
    remedy: '請在結對清單中查找。',
  }),
} satisfies SomeRefusalWords
