import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { helpers } from '../helpers.ts'
import { register_lists } from '../register-lists.ts'

const { day } = tellingIn('zh-Hant')

const whats = { kind: '需求類別', skill: '專長', rank: '職級' }

/** 幫扶人、需求、地點的名冊。 */
export const registerRefusals = {
  'helper.exists': (v) => ({
    sentence: `${v.party} 已登記為幫扶人 ${v.helper}，每個只登記一次。`,
    remedy: '請在該紀錄中變更；已結束的可在其中重新啟用。',
  }),
  'helper.has_pairs': (v) => ({
    sentence: `幫扶人 ${v.helper} 還有結對：${v.pairs.join('、')}。`,
    remedy: '請先移交；移交完成前可標為將離任。',
  }),
  'helper.leaves_on_needed': (v) => ({
    sentence: `幫扶人 ${v.helper} 將離任，但沒有填寫今天（${day(v.today)}）或之後的離任日期。`,
    remedy: '請填寫日期，此前須移交其結對。',
  }),
  'helper.sort_other': (v) => ({
    sentence: `${v.party} 不屬於「${wordFor(helpers.sort, v.sort)}」。`,
    remedy: '個人以個人身分幫扶；單位按企業、村、部門或社會組織登記。',
  }),
  'helper.unchanged': (v) => ({
    sentence: `幫扶人 ${v.helper} 的內容沒有變化。`,
    remedy: '請修改內容，或保持不變。',
  }),
  'helper.unknown': (v) => ({
    sentence: `本帳簿中沒有幫扶人 ${v.helper}。`,
    remedy: '請在幫扶人名冊中查找。',
  }),
  'need.exists': (v) => ({
    sentence: `${v.party} 已有同類需求 ${v.need}，尚未結束。`,
    remedy: '請變更該需求；需要多名幫扶人的也在其中填寫。',
  }),
  'need.file_other': (v) => ({
    sentence: `${v.party} 不在困難檔案 ${v.file} 的家庭中。`,
    remedy: '請不填檔案，系統會找到其家庭的檔案。',
  }),
  'need.has_pairs': (v) => ({
    sentence: `需求 ${v.need} 現有的結對超過允許的數目：${v.pairs.join('、')}。`,
    remedy: '請先結束或撤回這些結對。',
  }),
  'need.unchanged': (v) => ({
    sentence: `需求 ${v.need} 的內容沒有變化。`,
    remedy: '請修改內容，或保持不變。',
  }),
  'need.unknown': (v) => ({
    sentence: `本帳簿中沒有需求 ${v.need}。`,
    remedy: '請在需求清單中查找。',
  }),
  'pairing.code_unknown': (v) => ({
    sentence: `結對幫扶的規定中沒有${wordFor(whats, v.what)}「${v.code}」。`,
    remedy: '請選用規定中列出的，或先加入規定。',
  }),
  'pairing.name_of_nobody': (v) => ({
    sentence: `帳簿中沒有名為「${v.name}」的人員或單位。`,
    remedy: '請填寫編號，改正姓名，或選擇隨名單一併登記。',
  }),
  'pairing.name_of_several': (v) => ({
    sentence: `名為「${v.name}」的不止一個：${v.parties.join('、')}。`,
    remedy: '請填寫所指者的編號。',
  }),
  'pairing.new_twice': (v) => ({
    sentence: `「${v.name}」尚未登記，而第 ${v.row} 列已有此名。`,
    remedy: '請先分別登記，再填寫各自的編號。',
  }),
  'pairing.not_a_number': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}：「${v.text}」不是整數。`,
    remedy: '請只寫數字。',
  }),
  'pairing.row': (v) => ({
    sentence: `第 ${v.row} 列不能登記（${v.code}）。`,
    remedy: '請改正該列或刪去；名單沒有登記任何一列。',
  }),
  'pairing.word_unknown': (v) => ({
    sentence: `${wordFor(register_lists.column, v.column)}：無法識別「${v.text}」。`,
    remedy: '請用登記表中列出的說法。',
  }),
  'place.closed': (v) => ({
    sentence: `地點「${v.place}」已停用。`,
    remedy: '請另選地點，或重新啟用。',
  }),
  'place.exists': (v) => ({
    sentence: `地點代碼「${v.place}」已被使用。`,
    remedy: '請換一個代碼，或變更已有的地點。',
  }),
  'place.half': (v) => ({
    sentence: `地點「${v.place}」只填了經度或緯度。`,
    remedy: '請兩項都填，或都不填。',
  }),
  'place.unchanged': (v) => ({
    sentence: `地點「${v.place}」的內容沒有變化。`,
    remedy: '請修改內容，或保持不變。',
  }),
  'place.unknown': (v) => ({
    sentence: `本帳簿中沒有地點「${v.place}」。`,
    remedy: '請在地點清單中查找，或先新增。',
  }),
} satisfies SomeRefusalWords
