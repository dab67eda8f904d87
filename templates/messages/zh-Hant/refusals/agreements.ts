import { interestTold } from '../../interest-told.ts'
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { agreements } from '../agreements.ts'
import { interests } from '../interests.ts'
import { peopleWords } from '../people-words.ts'

const { day } = tellingIn('zh-Hant')

const ties = { ...peopleWords.tie_role, oneself: '本人', household: '同一家庭' }

/** 結對共建協議與履約差異表。 */
export const agreementRefusals = {
  'agreement.commitment_unknown': (v) => ({
    sentence: `本帳簿中沒有協議承諾事項 ${v.commitment}。`,
    remedy: '請在其協議的頁面上查詢。',
  }),
  'agreement.contribution_counted': (v) => ({
    sentence: `收款 ${v.contribution} 已計入協議 ${v.agreement}。`,
    remedy: '一筆資金只能履行一項承諾；登記有誤的，請先撤回該履行記錄。',
  }),
  'agreement.contribution_other': (v) => ({
    sentence: `收款 ${v.contribution} 不是承諾方以協議幣種轉入的資金，或者餘額不足。`,
    remedy: '請填寫履行此項承諾的收款編號，金額不得超過其餘額。',
  }),
  'agreement.days': (v) => ({
    sentence: `協議截止於${day(v.until)}，早於起始的${day(v.from)}。`,
    remedy: '截止日期不得早於起始日期。',
  }),
  'agreement.due': (v) => ({
    sentence: `承諾期限為${day(v.due)}，早於協議起始的${day(v.from)}。`,
    remedy: '請填寫協議起始之後的日期。',
  }),
  'agreement.ended': (v) => ({
    sentence: `協議 ${v.agreement} 已於${day(v.on)}終止。`,
    remedy: '雙方繼續合作的，請另訂協議。',
  }),
  'agreement.evidence_day': (v) => ({
    sentence: `協議自${day(v.from)}起，今天是${day(v.today)}；${day(v.day)}不在其間。`,
    remedy: '請填寫實際履行的日期。',
  }),
  'agreement.evidence_taken_back': (v) => ({
    sentence: `履行記錄 ${v.evidence} 已撤回。`,
    remedy: '請查看其協議的頁面。',
  }),
  'agreement.evidence_unknown': (v) => ({
    sentence: `本帳簿中沒有協議履行記錄 ${v.evidence}。`,
    remedy: '請在其協議的頁面上查詢。',
  }),
  'agreement.helper_ended': (v) => ({
    sentence: `幫扶方 ${v.helper} 已退出，不能再作承諾。`,
    remedy: '請選擇其他幫扶方，或重新啟用該幫扶方。',
  }),
  'agreement.interest': (v) => ({
    sentence: `您與協議 ${v.agreement} 有利害關係：${v.interests.map((one) => interestTold(one, ties, interests.kinds)).join('、')}。`,
    remedy: '請由與雙方都沒有利害關係的人辦理；任何角色都不例外。',
  }),
  'agreement.kind_unknown': (v) => ({
    sentence: `結對幫扶規定中沒有協議類型 ${v.kind}。`,
    remedy: '請選擇已有類型，或先在規定中增加。',
  }),
  'agreement.measure': (v) => ({
    sentence: `「${wordFor(agreements.promise_kinds, v.kind)}」只按${v.wanted === 'amount' ? '金額' : '數量'}承諾和履行。`,
    remedy: v.wanted === 'amount' ? '請只填金額。' : '請只填數量（整數）。',
  }),
  'agreement.needs_bodies': (v) => ({
    sentence: `協議在兩個單位之間簽訂，${v.party} 是個人。`,
    remedy: '個人請建立結對；或填寫其所在單位。',
  }),
  'agreement.not_signed': (v) => ({
    sentence: `協議 ${v.agreement} 的此項內容雙方尚未簽署，沒有約束力。`,
    remedy: '請雙方簽署其所在的版本。',
  }),
  'agreement.promises_nothing': (v) => ({
    sentence: `協議 ${v.agreement} 還沒有承諾事項。`,
    remedy: '簽署之前，請先填寫承諾事項和期限。',
  }),
  'agreement.released': (v) => ({
    sentence: `承諾事項 ${v.commitment} 已免除。`,
    remedy: '改作其他承諾的，請在新版本中另行填寫。',
  }),
  'agreement.same_party': (v) => ({
    sentence: `${v.party} 不能同時是協議的雙方。`,
    remedy: '請填寫受幫扶的單位，不能與幫扶方相同。',
  }),
  'agreement.signed_already': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)}已簽署協議 ${v.agreement} 的這一版本。`,
    remedy: '請查看協議頁面；該方無須再籤。',
  }),
  'agreement.unknown': (v) => ({
    sentence: `本帳簿中沒有協議 ${v.agreement}。`,
    remedy: '請在協議清單中查詢。',
  }),
  'agreement.version_changed': (v) => ({
    sentence: `協議 ${v.agreement} 的第 ${v.version} 版不是最新版本。`,
    remedy: '請閱讀並簽署最新版本。',
  }),
  'agreement.version_signed': (v) => ({
    sentence: `協議 ${v.agreement} 的第 ${v.version} 版已有一方簽署，不能再補充。`,
    remedy: '請先擬定新版本，補充完畢後由雙方簽署。',
  }),
  'variance.answered': (v) => ({
    sentence: `${wordFor(agreements.sides, v.side)}對 ${v.statement} 的簽署情況已登記。`,
    remedy: '已登記的不變；之後的變化請編制新的差異表。',
  }),
  'variance.day': (v) => ({
    sentence: `協議自${day(v.from)}起，今天是${day(v.today)}；${day(v.day)}不在其間。`,
    remedy: '請填寫協議起始至今天之間的日期。',
  }),
  'variance.newer': (v) => ({
    sentence: `${v.statement} 已被 ${v.newer} 取代。`,
    remedy: '請簽署最新的差異表。',
  }),
  'variance.own_hand': (v) => ({
    sentence: `${v.statement} 中的履行或免除是您登記的，因此不能由您登記任何一方的簽署。`,
    remedy: '請由沒有登記過其中內容的人辦理；任何角色都不例外。',
  }),
  'variance.reason_missing': () => ({
    sentence: '不簽署的一方須說明理由。',
    remedy: '請寫明對哪些內容有異議。',
  }),
  'variance.same': (v) => ({
    sentence: `${v.statement} 的內容與此完全相同。`,
    remedy: '請簽署已有的差異表；有變化後再編制。',
  }),
  'variance.signed_before': (v) => ({
    sentence: `差異表反映截至${day(v.to)}的情況，不可能在${day(v.day)}簽署。`,
    remedy: '請填寫該方實際簽署或答覆的日期。',
  }),
  'variance.unknown': (v) => ({
    sentence: `本帳簿中沒有履約差異表 ${v.statement}。`,
    remedy: '請在其協議的頁面上查詢。',
  }),
} satisfies SomeRefusalWords
