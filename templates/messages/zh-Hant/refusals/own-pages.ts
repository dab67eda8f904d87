import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count, day } = tellingIn('zh-Hant')

/** 結對碼、本人頁面和聯絡方式。 */
export const ownPageRefusals = {
  'own_visit.helper_only': (v) => ({
    sentence: `結對 ${v.pair} 的走訪由幫扶人記錄。`,
    remedy: '請在已記錄的走訪處說明是否屬實。',
  }),
  'own_visit.too_many': (v) => ({
    sentence: `結對 ${v.pair} 一天之內已在此記錄 ${count(v.most)} 次走訪。`,
    remedy: '其餘的請明天再記，或告知辦公室。',
  }),
  'pair.contacts_closed': (v) => ({
    sentence: `您目前沒有打開結對 ${v.pair} 的聯絡方式。`,
    remedy: '請先打開，打開會留下記錄，之後可查看幾分鐘。',
  }),
  'pair.contacts_not_shared': (v) => ({
    sentence: `結對 ${v.pair} 要在雙方都同意後才告知聯絡方式。`,
    remedy: '請先登記雙方的同意；撤回同意的一方須重新詢問。',
  }),
  'pairing_code.ended': (v) => ({
    sentence: `結對碼 ${v.code} 已經作廢。`,
    remedy: '如仍需要，請另產生一個。',
  }),
  'pairing_code.exists': () => ({
    sentence: '已有相同雜湊值的結對碼。',
    remedy: '請用新的隨機資料產生結對碼。',
  }),
  'pairing_code.mistyped': () => ({
    sentence: '結對碼不完整：少了、多了或寫錯了一個字元。',
    remedy: '請對照紙上的結對碼逐個核對，不分大小寫，可不寫橫線。',
  }),
  'pairing_code.nobody': (v) => ({
    sentence: `${v.party} 既不是幫扶人，也沒有幫扶需求，打開的頁面會是空的。`,
    remedy: '請先登記為幫扶人，或登記其需求。',
  }),
  'pairing_code.not_there': (v) => ({
    sentence: `本帳簿中沒有結對碼 ${v.code}。`,
    remedy: '請在結對碼清單中查找。',
  }),
  'pairing_code.own_hand': (v) => ({
    sentence: `該結對碼是由結對 ${v.pair} 的另一方、與其關係密切的人，或親自到場的人產生的。`,
    remedy: '請辦公室由其他人另產生一個結對碼。',
  }),
  'pairing_code.throttled': (v) => ({
    sentence: `無效的結對碼嘗試過多，${count(v.minutes)} 分鐘後可以再試。`,
    remedy: '請等待，並核對紙上的結對碼。',
  }),
  'pairing_code.unknown': () => ({
    sentence: '該結對碼打不開任何內容：可能寫成了別的碼，或已作廢、已過期。',
    remedy: '請向交給您結對碼的人再要一張。',
  }),
  'pairing_code.until': (v) => ({
    sentence: `結對碼自今天（${day(v.today)}）起最長有效 ${count(v.most_days)} 天，不能到${day(v.until)}。`,
    remedy: '請選擇此期間內的日期；可以隨時另產生。',
  }),
} satisfies SomeRefusalWords
