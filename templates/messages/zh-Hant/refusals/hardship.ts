import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { casework } from '../casework.ts'

const { count, day } = tellingIn('zh-Hant')
const state = (code: string) => wordFor(cases.states, code)
const step = (code: string) => wordFor(casework.step, code)
const act = (code: string) => wordFor({ ...casework.step, ...cases.acts }, code)

/** 扶助個案、批次名單、困難檔案和扶助方案。 */
export const hardshipRefusals = {
  'aid_event.in_future': (v) => ({
    sentence: `災害或事故應已發生，${day(v.day)}晚於今天${day(v.today)}。`,
    remedy: '請填寫發生的日期。',
  }),
  'aid_event.taken': (v) => ({
    sentence: `代碼「${v.aid_event}」已用於另一災害或事故。`,
    remedy: '請換一個代碼。',
  }),
  'aid_event.unknown': (v) => ({
    sentence: `本帳簿中沒有代碼為「${v.aid_event}」的災害或事故。`,
    remedy: '請在名單中尋找，或先登錄。',
  }),
  'case.applied_in_future': (v) => ({
    sentence: `申請日期${day(v.day)}晚於今天${day(v.today)}。`,
    remedy: '請填寫實際申請的日期。',
  }),
  'case.barred': (v) => ({
    sentence: `因虛假申報，${v.party} 的家庭在${day(v.until)}之前（含當日）不予扶助。`,
    remedy: '請在該日之後申請；對追回決定的申訴另行處理。',
  }),
  'case.cause_unknown': (v) => ({
    sentence: `困難原因政策中沒有「${v.cause}」，現有：${v.causes.join('、')}。`,
    remedy: '請從中選擇，或先在政策中增加。',
  }),
  'case.decided': (v) => ({
    sentence: `個案 ${v.case} 的狀態為「${state(v.state)}」，申請內容只能在決定之前修改。`,
    remedy: '請終止原核准，或另行登錄個案。',
  }),
  'case.in_round': (v) => ({
    sentence: `${v.party} 已在名單 ${v.round} 中，見個案 ${v.case}。`,
    remedy: '每人在一份名單中只出現一次，請修改該個案或去掉這一列。',
  }),
  'case.interest': (v) => ({
    sentence: `您與個案 ${v.case} 有利害關係（${v.interests.join('、')}），應當迴避。`,
    remedy: '請由沒有利害關係的人辦理。登錄的關係有誤的，請先更正。',
  }),
  'case.not_at_step': (v) => ({
    sentence: `個案 ${v.case} 現處於「${step(v.at)}」，不在「${step(v.wanted)}」。`,
    remedy: '請先辦理當前步驟。',
  }),
  'case.not_in_state': (v) => ({
    sentence: `個案 ${v.case} 的狀態為「${state(v.state)}」，不能辦理「${act(v.act)}」。`,
    remedy: '請查看辦理過程，可能已有他人先行辦理。',
  }),
  'case.open_already': (v) => ({
    sentence: `${v.party} 在方案「${v.programme}」中已有個案 ${v.case}，尚未決定。`,
    remedy: '請修改該個案，或先撤回。',
  }),
  'case.other_programme': (v) => ({
    sentence: `名單 ${v.round} 不屬於方案「${v.programme}」。`,
    remedy: '請填寫名單所屬的方案，或選擇其他名單。',
  }),
  'case.own_hand': (v) => ({
    sentence: `個案 ${v.case} 由您登錄或提出，登錄人不得參與決定。`,
    remedy: '請由其他有權的人辦理，任何角色都不例外。',
  }),
  'case.payee_form': (v) => ({
    sentence: `${v.payee} 不是個人，${v.form === 'cash' ? '現金' : '物資'}應當交給個人。`,
    remedy: '付給單位請用銀行轉帳，或寫明由誰領取。',
  }),
  'case.too_large': (v) => ({
    sentence: `${count(v.instalments)} 期、每期 ${v.amount}，合計超出可登錄的範圍。`,
    remedy: '請再看一下金額，所填應為每期金額。',
  }),
  'case.unchanged': (v) => ({
    sentence: `個案 ${v.case} 的申請內容與此完全相同。`,
    remedy: '請修改內容，或不作修改。',
  }),
  'case.under_decision': (v) => ({
    sentence: `個案 ${v.case} 已按現有內容評議或公示。`,
    remedy: '請先說明理由，將其退回前面的步驟。',
  }),
  'case.unknown': (v) => ({
    sentence: `本帳簿中沒有個案 ${v.case}。`,
    remedy: '請在個案名單中尋找。',
  }),
  'case_list.column_missing': (v) => ({
    sentence: `第一張工作表的首列中沒有「${v.heading}」一欄（扶助對象和金額必填）。`,
    remedy: '請使用帶欄名的空白檔案，或按其中的欄名填寫。',
  }),
  'case_list.column_twice': (v) => ({
    sentence: `有兩欄的含義都是「${v.heading}」，無法確定以哪一欄為準。`,
    remedy: '請刪去其中一欄。',
  }),
  'case_list.empty': () => ({
    sentence: '檔案中除欄名外沒有任何一列。',
    remedy: '請為每個人填寫一列。',
  }),
  'case_list.too_long': (v) => ({
    sentence: `檔案超過 ${count(v.most)} 列。`,
    remedy: '請拆分後逐個匯入。',
  }),
  'case_list.unreadable': () => ({
    sentence: '無法讀取該檔案。',
    remedy: '請另存為工作簿（.xlsx）或 CSV 後重新上傳。',
  }),
  'cases.grade_unknown': (v) => ({
    sentence: `「${v.grade}」不是困難程度。`,
    remedy: '請填寫特別困難、比較困難或一般困難，或留空。',
  }),
  'cases.name_of_nobody': (v) => ({
    sentence: `登錄冊中沒有名為${v.name}的人。`,
    remedy: '請核對姓名寫法，或先登錄此人。',
  }),
  'cases.name_of_several': (v) => ({
    sentence: `有多人名為${v.name}：${v.parties.join('、')}。`,
    remedy: '請填寫編號代替姓名。',
  }),
  'cases.none': () => ({
    sentence: '沒有指明任何個案。',
    remedy: '請填寫個案編號，或選擇有個案等待這一步驟的名單。',
  }),
  'cases.row': (v) => ({
    sentence: `第 ${count(v.row)} 列不能登錄（${v.code}）。`,
    remedy: '請更正或去掉這一列；名單中沒有任何一列被登錄。',
  }),
  'cases.twice': (v) => ({
    sentence: `${v.party} 已在第 ${count(v.row)} 列出現。`,
    remedy: '每人在一份名單中只出現一次，請去掉其中一列。',
  }),
  'hardship_file.exists': (v) => ({
    sentence: `家庭 ${v.household} 已有檔案 ${v.file}，一戶一檔。`,
    remedy: '請開啟該檔案，登錄新的情況。',
  }),
  'hardship_file.needed': (v) => ({
    sentence: `${v.party} 的家庭還沒有困難檔案，應當先建檔、後扶助。`,
    remedy: '請先為該家庭建檔，或在登錄個案時一併填寫家庭情況。',
  }),
  'hardship_file.not_in_hardship': (v) => ({
    sentence: `據檔案 ${v.file}，${v.party} 的家庭目前不屬於困難家庭。`,
    remedy: '如又發生困難，請先在檔案中登錄新的情況。',
  }),
  'hardship_file.reason_needed': (v) => ({
    sentence: `檔案 ${v.file} 的家庭退出扶助，但沒有填寫理由。`,
    remedy: '請寫明情況有何改善，或因何退出。',
  }),
  'hardship_file.review_past': (v) => ({
    sentence: `複核日期${day(v.review_on)}不晚於今天${day(v.today)}。`,
    remedy: '請填寫將來的日期，或留空。',
  }),
  'hardship_file.unchanged': (v) => ({
    sentence: `檔案 ${v.file} 的內容與此完全相同。`,
    remedy: '請修改內容，或不作修改。',
  }),
  'hardship_file.unknown': (v) => ({
    sentence: `本帳簿中沒有困難檔案 ${v.file}。`,
    remedy: '請在困難檔案名單中尋找。',
  }),
  'programme.closed': (v) => ({
    sentence: `方案「${v.programme}」不再接受新個案。`,
    remedy: '請選擇開放的方案，或請人重新開放。',
  }),
  'programme.no_workflow': (v) => ({
    sentence:
      v.unit === null
        ? `流程政策中沒有流程「${v.workflow}」。`
        : `單位「${v.unit}」適用的流程政策中沒有流程「${v.workflow}」。`,
    remedy: '請選擇政策中的流程，或先在政策中增加。',
  }),
  'programme.taken': (v) => ({
    sentence: `代碼「${v.programme}」已用於另一方案。`,
    remedy: '請換一個代碼。',
  }),
  'programme.unchanged': (v) => ({
    sentence: `方案「${v.programme}」的內容與此完全相同。`,
    remedy: '請修改內容，或不作修改。',
  }),
  'programme.unknown': (v) => ({
    sentence: `本帳簿中沒有方案「${v.programme}」。`,
    remedy: '請在方案名單中尋找。',
  }),
  'round.unknown': (v) => ({
    sentence: `本帳簿中沒有名單 ${v.round}。`,
    remedy: '請在批次名單中尋找。',
  }),
} satisfies SomeRefusalWords
