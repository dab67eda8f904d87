import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { dataWords } from '../data-words.ts'

const { count, day } = tellingIn('zh-Hant')

/** 加密資料、同意、查看和刪除。 */
export const dataRefusals = {
  'consent.given': (v) => ({
    sentence: `${v.party} 已於${day(v.on)}同意「${wordFor(dataWords.consent_purpose, v.purpose)}」。`,
    remedy: '無需再次登記；如要換用另一份材料，請先登記撤回。',
  }),
  'consent.ended': (v) => ({
    sentence: `同意 ${count(v.consent)} 已於${day(v.on)}撤回。`,
    remedy: '無需再次操作。',
  }),
  'consent.ends_too_soon': (v) => ({
    sentence: `同意於${day(v.from)}作出，不能在此之前（${day(v.to)}）撤回。`,
    remedy: '請填寫撤回的日期。',
  }),
  'consent.in_future': (v) => ({
    sentence: `${day(v.day)}晚於今天（${day(v.today)}）。`,
    remedy: '請填寫表示同意或撤回的日期。',
  }),
  'consent.unknown': (v) => ({
    sentence: `本帳簿中沒有編號為 ${v.consent} 的同意。`,
    remedy: '請在此人的頁面上查詢。',
  }),
  'erasure.asked': (v) => ({
    sentence: `${v.party} 的刪除申請 ${v.request} 已經提出。`,
    remedy: '請由另一人確認。',
  }),
  'erasure.by_another': (v) => ({
    sentence: `提出刪除申請 ${v.request} 的人不能自己確認：刪除須由兩人辦理。`,
    remedy: '請由另一位負責人確認。',
  }),
  'erasure.held': (v) => ({
    sentence: `${v.party} 還有未辦結的事項，不能刪除：${v.holds.map(({ kind, of }) => `${wordFor(dataWords.erasure_hold, kind)} ${of}`).join('、')}。`,
    remedy: '請先付款或駁回付款申請、了結認捐、決定是否重新開啟月份、停用使用者，再提出申請。',
  }),
  'erasure.merged': (v) => ({
    sentence: `${v.party} 已合併到 ${v.kept}，兩者一併刪除。`,
    remedy: '請對保留的一條提出申請，或先撤銷合併。',
  }),
  'erasure.merged_since': (v) => ({
    sentence: `刪除申請 ${v.request} 提出之後，${v.parties.join('、')} 被併入該登記，會一同被刪除。`,
    remedy: '請撤回申請後重新提出，或先撤銷合併。',
  }),
  'erasure.unknown': (v) => ({
    sentence: `本帳簿中沒有待確認的刪除申請 ${v.request}。`,
    remedy: '請在刪除記錄中查詢。',
  }),
  'erasure_log.unreadable': () => ({
    sentence: `帳簿旁的刪除記錄檔案無法讀取。`,
    remedy: '請聯絡伺服器管理員。',
  }),
  'party.erased': (v) => ({
    sentence: `${v.party} 的個人資料已刪除；帳簿只保留編號、金額和摘要。`,
    remedy: '如此人再來辦理，請作為新的人員登記。',
  }),
  'sealed_field.empty': (v) => ({
    sentence: `${v.party} 沒有登記「${wordFor(dataWords.data_field, v.field)}」。`,
    remedy: '無需操作。',
  }),
  'sealed_field.of_kinds': (v) => ({
    sentence: `${v.party} 不能登記「${wordFor(dataWords.data_field, v.field)}」：個人有證件和出生日期，單位有代碼。`,
    remedy: '請選擇其他項目。',
  }),
  'sealed_field.too_long': (v) => ({
    sentence: `「${wordFor(dataWords.data_field, v.field)}」超過 ${count(v.most)} 個字元。`,
    remedy: '請只填寫號碼或住址本身。',
  }),
  'unsealing.names_needed': () => ({
    sentence: `不能查看姓名的人，也不能查看號碼和住址。`,
    remedy: '請由可以查看姓名的人辦理。',
  }),
  'unsealing.nothing': (v) => ({
    sentence: `${v.party} 沒有登記：${v.fields.map((one) => wordFor(dataWords.data_field, one)).join('、')}。`,
    remedy: '請在此人的頁面上查看已登記的項目。',
  }),
  'unsealing.over': (v) => ({
    sentence: `查看 ${v.unsealing} 的 ${count(v.minutes)} 分鐘已過。`,
    remedy: '如需再看，請再次說明理由。',
  }),
  'unsealing.unknown': (v) => ({
    sentence: `沒有您可以查看的第 ${v.unsealing} 號記錄。`,
    remedy: '請選擇人員並說明理由，再行查看。',
  }),
} satisfies SomeRefusalWords
