import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { words } from '../words.ts'

const { day, month, money, count } = tellingIn('zh-Hant')

/** Amounts, days, periods, accounts and entries. */
export const entryRefusals = {
  'account.below_floor': (v) => ({
    sentence: `基金 ${v.fund} 的科目「${v.account}」只有 ${money(v.balance, v.currency)}，記入 ${money(v.amount, v.currency)} 後餘額會低於零。`,
    remedy: '請改用餘額足夠的金額，或先補登遺漏的款項。',
  }),
  'account.exists': (v) => ({
    sentence: `科目表中已有科目 ${v.code}。`,
    remedy: '請為新科目另取一個代號。',
  }),
  'account.role_missing': (v) => ({
    sentence: `本帳簿沒有承擔「${wordFor({ ...words.payout_category, ...words.commitment_kind }, v.role)}」的科目。`,
    remedy: '請在科目表中為某一科目指定這一用途。',
  }),
  'account.unknown': (v) => ({
    sentence: `本帳簿的科目表中沒有科目 ${v.account}。`,
    remedy: '請在科目表中查詢。',
  }),
  'amount.missing': () => ({
    sentence: '沒有填寫金額。',
    remedy: '請填寫大於零的金額，例如 1234.50。',
  }),
  'amount.not_positive': (v) => ({
    sentence: `金額「${v.given}」不大於零。`,
    remedy: '請填寫大於零的金額；方向相反的款項請用沖銷，或另行登錄。',
  }),
  'amount.not_text': () => ({
    sentence: '金額的格式不正確。',
    remedy: '請用數字填寫金額，例如 1234.50。',
  }),
  'amount.too_large': (v) => ({
    sentence: `金額「${v.given}」超過單筆可登錄的最大金額 ${money(v.largest, v.currency)}。`,
    remedy: '請核對金額；如果無誤，請分成幾筆登錄。',
  }),
  'amount.too_many_decimals': (v) => ({
    sentence: `金額「${v.given}」的小數位數超過了 ${v.currency} 的 ${v.decimals} 位。`,
    remedy: v.decimals === 0 ? '請填寫整數金額。' : `請將金額四捨五入到 ${v.decimals} 位小數。`,
  }),
  'amount.total_too_large': (v) => ({
    sentence: `科目「${v.account}」的餘額會超過帳簿可容納的最大金額。`,
    remedy: '請核對金額，實際的基金不會有這麼大的數額。',
  }),
  'amount.unreadable': (v) => ({
    sentence: `「${v.given}」不是可識別的金額：${faultIn(v.fault)}。`,
    remedy: '請用數字填寫，小數前用一個小數點，例如 1234.50。',
  }),
  'amount.words_unreadable': (v) => ({
    sentence: `「${v.given}」不是符合票據填寫規則的中文大寫金額。`,
    remedy: '請寫成「人民幣壹仟貳佰參拾肆圓伍角整」這樣的形式，中間不留空格。',
  }),
  'currency.unknown': (v) => ({
    sentence: `「${v.currency}」不是可以用來記帳的幣別。`,
    remedy: '請填寫三個大寫字母的幣別代號，例如 CNY。',
  }),
  'day.before_origin': (v) => ({
    sentence: `日期${day(v.day)}早於它所依據的那筆登錄的日期${day(v.origin)}。`,
    remedy: '請填寫該日或之後的日期。',
  }),
  'day.in_future': (v) => ({
    sentence: `日期${day(v.day)}在今天（${day(v.today)}）之後。`,
    remedy: '請在發生的當天登錄，或填寫實際發生的日期。',
  }),
  'day.invalid': (v) => ({
    sentence: `「${v.given}」不是有效的日期。`,
    remedy: '請依年、月、日填寫，例如 2025-02-28。',
  }),
  'entry.already_reversed': (v) => ({
    sentence: `傳票 ${v.entry} 已於${day(v.on)}由傳票 ${v.by} 沖銷；一張傳票只能沖銷一次。`,
    remedy: '如果沖銷有誤，請依實際情況重新登錄一張傳票。',
  }),
  'entry.beyond_scope': (v) => ({
    sentence: `傳票 ${v.entry} 還涉及您所管單位之外的基金。`,
    remedy: '請由同時管轄兩個基金的人員辦理。',
  }),
  'entry.has_dependants': (v) => ({
    sentence: `傳票 ${v.entry} 之後還有以它為依據的傳票：${v.dependants.map((one) => one.replace(/^entry /, '')).join('、')}。`,
    remedy: '請先沖銷這些傳票，從最新的開始。',
  }),
  'entry.is_reversal': (v) => ({
    sentence: `傳票 ${v.entry} 本身就是對傳票 ${v.reverses} 的沖銷。`,
    remedy: '沖銷傳票不能再沖銷；請依實際情況重新登錄一張傳票。',
  }),
  'entry.unknown': (v) => ({
    sentence: `本帳簿中沒有傳票 ${v.entry}。`,
    remedy: '請在明細帳中查詢。',
  }),
  'event.unknown': (v) => ({
    sentence: `帳簿中沒有第 ${count(v.sequence)} 號事項，最新的是第 ${count(v.newest)} 號。`,
    remedy: '請在事項清單中查詢。',
  }),
  'month.invalid': (v) => ({
    sentence: `「${v.given}」不是有效的月份。`,
    remedy: '請依年、月填寫，例如 2025-02。',
  }),
  'period.closed': (v) => ({
    sentence: `日期${day(v.day)}屬於${month(v.month)}，該月已結帳，不能再記帳。`,
    remedy: '請記入未結帳的期間，或由兩個人辦理重新開帳。',
  }),
  'period.not_over': (v) => ({
    sentence: `今天是${day(v.today)}，${month(v.month)}還沒有結束。`,
    remedy: '請在下月第一天或以後結帳。',
  }),
  'period.second_person': (v) => ({
    sentence: `${month(v.month)}的重新開帳就是您申請的，不能由您自己決定。`,
    remedy: '請由另一個人決定；任何人不得核准自己經辦的事項。',
  }),
  'period.state': (v) => ({
    sentence: `${month(v.month)}目前的狀態是「${wordFor(words.period_state, v.state)}」，不能這樣辦理。`,
    remedy: '請先查看會計期間的狀態。',
  }),
  'register.cursor': () => ({
    sentence: '明細帳中沒有這個位置。',
    remedy: '請從最新一頁開始，逐頁翻閱。',
  }),
  'sequence.unknown': (v) => ({
    sentence: `帳簿中沒有第 ${count(v.sequence)} 號事項，最新的是第 ${count(v.newest)} 號。`,
    remedy: '請填寫帳簿中已有的事項編號。',
  }),
  'time_zone.unknown': (v) => ({
    sentence: `「${v.given}」不是時區名稱。`,
    remedy: '請填寫標準時區名稱，例如 Asia/Shanghai。',
  }),
} satisfies SomeRefusalWords
