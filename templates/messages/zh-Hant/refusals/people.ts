import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { peopleWords } from '../people-words.ts'

const { count, day } = tellingIn('zh-Hant')

/** 單位、會籍、家戶與人員關係。 */
export const peopleRefusals = {
  'household.everybody': (v) => ({
    sentence: `${v.household} 中尚有人未填寫：${v.missing.join('、')}。`,
    remedy: '請為該戶的每個人填寫與戶長的關係。',
  }),
  'household.head_stays': (v) => ({
    sentence: `${v.party} 是 ${v.household} 的戶長，戶內尚有其他人。`,
    remedy: '請先重新登錄戶內關係，寫明新的戶長。',
  }),
  'household.lives_there': (v) => ({
    sentence: `${v.party} 已是 ${v.household} 的成員。`,
    remedy: '請另選一人，或重新登錄戶內關係。',
  }),
  'household.not_in_order': (v) => ({
    sentence: `${v.party} 自${day(v.from)}起的家戶狀況已經登錄。`,
    remedy: '請填寫較晚的日期，或先更正登錄有誤的部分。',
  }),
  'household.not_living_there': (v) => ({
    sentence: `${v.party} 在${day(v.day)}不是 ${v.household} 的成員。`,
    remedy: '請選擇該戶的成員，並填寫其仍在戶內的日期。',
  }),
  'household.one_head': (v) => ({
    sentence: `一戶應有一名戶長，這裡有 ${count(v.heads)} 名。`,
    remedy: '請選定一名戶長，並為其他人填寫與戶長的關係。',
  }),
  'household.unknown': (v) => ({
    sentence: `本帳簿中沒有編號為「${v.household}」的家戶。`,
    remedy: '請在家戶名冊中查詢。',
  }),
  'membership.ended': (v) => ({
    sentence: `這筆會籍已於${day(v.on)}結束。`,
    remedy: '請查看此人的會籍。',
  }),
  'membership.ends_later': (v) => ({
    sentence: `這筆會籍到${day(v.until)}就會結束，早於${day(v.to)}。`,
    remedy: '之後的期間請另行登錄。',
  }),
  'membership.ends_too_soon': (v) => ({
    sentence: `最後一天（${day(v.to)}）早於第一天（${day(v.from)}）。`,
    remedy: '請填寫不早於第一天的日期；登錄有誤者，請以登錄有誤結束。',
  }),
  'membership.none_to_transfer': (v) => ({
    sentence: `在${day(v.day)}的前一天，${v.party} 沒有「${wordFor(peopleWords.membership_sort, v.sort)}」，無從轉移。`,
    remedy: '請直接登錄新的會籍。',
  }),
  'membership.overlaps': (v) => ({
    sentence: `同一期間已有「${wordFor(peopleWords.membership_sort, v.sort)}」：${v.unit}，自${day(v.from)}起${v.to === null ? '' : `至${day(v.to)}`}。`,
    remedy: '請辦理轉移，或先結束原有的會籍。',
  }),
  'membership.reason_needed': (v) => ({
    sentence: `${day(v.day)}早於今天（${day(v.today)}），需要寫明原因。`,
    remedy: '請寫明為何現在才登錄。',
  }),
  'membership.same_unit': (v) => ({
    sentence: `${v.party} 的會籍已在 ${v.unit}。`,
    remedy: '請選擇轉入的單位。',
  }),
  'membership.unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.membership} 號會籍。`,
    remedy: '請在此人的頁面上查詢。',
  }),
  'party.has_died': (v) => ({
    sentence: `${v.party} 已於${day(v.on)}過世。`,
    remedy: '請填寫較早的日期；如果過世登錄有誤，請先改為在冊。',
  }),
  'party.not_a_person': (v) => ({
    sentence: `${v.party} 不是個人，只有個人才有會籍、家戶與親屬。`,
    remedy: '請選擇個人。',
  }),
  'party.unit_needed': () => ({
    sentence: '您管理數個單位，需要寫明此人登錄在哪個單位。',
    remedy: '請選擇單位。',
  }),
  'status.in_future': (v) => ({
    sentence: `${day(v.day)}晚於今天（${day(v.today)}），尚未發生。`,
    remedy: '請填寫實際發生的日期。',
  }),
  'tie.contrary': (v) => ({
    sentence: `已登錄相反的關係（${wordFor(peopleWords.tie_role, v.kind)}），兩者不能同時成立。`,
    remedy: '請先將有誤的關係以登錄有誤結束。',
  }),
  'tie.ended': () => ({
    sentence: '這項關係已經結束。',
    remedy: '請查看此人的各項關係。',
  }),
  'tie.ends_too_soon': (v) => ({
    sentence: `最後一天（${day(v.to)}）早於第一天（${day(v.from)}）。`,
    remedy: '請填寫較晚的日期，或以登錄有誤結束。',
  }),
  'tie.exists': (v) => ({
    sentence: `這項關係（${wordFor(peopleWords.tie_role, v.kind)}）已經登錄。`,
    remedy: '無需再登錄；如果中間曾經結束，請先結束原有的登錄。',
  }),
  'tie.unknown': (v) => ({
    sentence: `本帳簿中沒有第 ${v.tie} 號人員關係。`,
    remedy: '請在此人的頁面上查詢。',
  }),
  'tie.with_oneself': (v) => ({
    sentence: `${v.party} 不能與自己登錄關係。`,
    remedy: '請另選一人。',
  }),
  'unit.closed': (v) => ({
    sentence: `單位 ${v.unit} 已經停用。`,
    remedy: '請選擇使用中的單位，或先恢復使用。',
  }),
  'unit.cycle': (v) => ({
    sentence: `${v.parent} 就是 ${v.unit}，或者是其下級單位。`,
    remedy: '請選擇不在其下的單位。',
  }),
  'unit.exists': (v) => ({
    sentence: `代碼 ${v.unit} 已用於另一個單位。`,
    remedy: '請另取代碼；一個代碼永遠只代表一個單位。',
  }),
  'unit.in_use': (v) => ({
    sentence: `${v.unit} 尚不能停用：有 ${count(v.funds)} 個基金、${count(v.members)} 名成員與 ${count(v.units)} 個下級單位。`,
    remedy: '請先關閉其基金，轉出成員，並移動或停用下級單位。',
  }),
  'unit.nothing_revised': (v) => ({
    sentence: `帳簿中 ${v.unit} 的內容已是如此。`,
    remedy: '請修改內容，或不必變更。',
  }),
  'unit.top_only': (v) => ({
    sentence: `只有管理整個組織的人才能將 ${v.unit} 直接置於組織之下。`,
    remedy: '請選擇上級單位，或請整個組織的負責人辦理。',
  }),
} satisfies SomeRefusalWords
