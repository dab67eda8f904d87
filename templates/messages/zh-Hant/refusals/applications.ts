import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { apply } from '../apply.ts'

const { day } = tellingIn('zh-Hant')

/** 憑申請碼提交的申請與材料。 */
export const applicationRefusals = {
  'application.changed': () => ({
    sentence: '核對之後，申請又有改動，可能是在另一臺裝置上。',
    remedy: '請再核對一遍，然後提交。',
  }),
  'application.incomplete': (v) => ({
    sentence: `還有內容沒有填寫：${v.missing.map((field) => wordFor(apply.fields, field)).join('、')}。`,
    remedy: '請補充完整，已填寫的內容不會丟失。',
  }),
  'application.no_account': (v) => ({
    sentence: `個案 ${v.case} 的申請沒有寫明本人的帳號。`,
    remedy: '請向申請人詢問，或在人員資訊中登記帳號。',
  }),
  'application.none': (v) => ({
    sentence: `個案 ${v.case} 不是憑申請碼提交的。`,
    remedy: '請檢視由誰錄入。',
  }),
  'application.not_sent': () => ({
    sentence: '申請尚未提交。',
    remedy: '請先填寫完並提交。',
  }),
  'application.not_taken': () => ({
    sentence: '此申請不能以這種方式受理。',
    remedy: '請詢問給您申請碼的工作人員；您填寫的內容仍然儲存。',
  }),
  'application.sent': (v) => ({
    sentence: `申請已經提交，編號 ${v.case}。`,
    remedy: '請檢視辦理進度；需要補充的內容會在那裡說明。',
  }),
  'application_code.ended': (v) => ({
    sentence: `申請碼 ${v.code} 已作廢。`,
    remedy: '如仍需要，請另行生成。',
  }),
  'application_code.exists': () => ({
    sentence: '已有相同雜湊值的申請碼。',
    remedy: '請用新的隨機位元組生成。',
  }),
  'application_code.mistyped': () => ({
    sentence: '申請碼不完整：少了、多了或寫錯了字元。',
    remedy: '請對照單子逐個核對。不分大小寫，可不寫短橫。',
  }),
  'application_code.not_there': (v) => ({
    sentence: `帳簿中沒有申請碼 ${v.code}。`,
    remedy: '請在申請碼列表中查詢。',
  }),
  'application_code.throttled': (v) => ({
    sentence: `無效的申請碼輸入過多，請 ${v.minutes} 分鐘後再試。`,
    remedy: '請稍候，並對照單子核對申請碼。',
  }),
  'application_code.unknown': () => ({
    sentence: '此申請碼無效：可能寫錯、已作廢或已過期。',
    remedy: '請向給您申請碼的工作人員索取新的單子。',
  }),
  'application_code.until': (v) => ({
    sentence: `申請碼自今天（${day(v.today)}）起最長有效 ${v.most_days} 天，不能到 ${day(v.until)}。`,
    remedy: '請選擇期限內的日期；隨時可以另行生成。',
  }),
  'document.active': (v) => ({
    sentence: `PDF 檔案 ${v.name} 開啟時會執行程式。`,
    remedy: '請列印成新的 PDF 再提交，或拍照提交。',
  }),
  'document.content': () => ({
    sentence: '材料內容不是 base64。',
    remedy: '請以 base64（RFC 4648）傳送檔案內容。',
  }),
  'document.empty': (v) => ({
    sentence: `檔案 ${v.name} 是空的。`,
    remedy: '請重新選擇檔案，可能尚未儲存。',
  }),
  'document.erased': (v) => ({
    sentence: `材料 ${v.document} 已隨本人資訊刪除。`,
    remedy: '無法恢復；其摘要仍在事件鏈中。',
  }),
  'document.file': () => ({
    sentence: '沒有選擇檔案。',
    remedy: '請先選擇檔案或拍照。',
  }),
  'document.kind': (v) => ({
    sentence: `檔案 ${v.name} 不是可以接收的 PDF 或圖片。`,
    remedy: '請提交 PDF、JPEG、PNG 或 WebP，拍照也可以。',
  }),
  'document.locked': (v) => ({
    sentence: `PDF 檔案 ${v.name} 有密碼，或其內容無法檢查。`,
    remedy: '請列印成新的 PDF 再提交，或拍照提交。',
  }),
  'document.names': (v) => ({
    sentence: `材料 ${v.document} 涉及個人身份，您無權檢視。`,
    remedy: '請找可檢視姓名的人。',
  }),
  'document.no_amount': (v) => ({
    sentence: `材料 ${v.document}（${wordFor(apply.papers, v.kind)}）沒有可核定的金額。`,
    remedy: '請核定發票等材料的金額。',
  }),
  'document.not_its_kind': (v) => ({
    sentence: `檔案 ${v.name} 的內容與名稱不符，實際為 ${v.kind}。`,
    remedy: '請在原程式中重新儲存，或拍照提交。',
  }),
  'document.own_hand': (v) => ({
    sentence: `材料 ${v.document} 由您新增，應由他人核定金額。`,
    remedy: '請另一人核定。',
  }),
  'document.too_large': (v) => ({
    sentence: `檔案 ${v.name} 超過 ${v.most_mib} MiB。`,
    remedy: '請降低照片解析度，或分成幾個檔案提交。',
  }),
  'document.too_large_inside': (v) => ({
    sentence: `檔案 ${v.name} 展開後過大，無法顯示。`,
    remedy: '請縮小圖片，或列印成新的 PDF。',
  }),
  'document.too_large_together': (v) => ({
    sentence: `一份申請的材料合計不超過 ${v.most_mib} MiB。`,
    remedy: '請先提交最重要的材料；提交申請後還可以補充。',
  }),
  'document.too_many': (v) => ({
    sentence: `一個個案最多 ${v.most} 份材料。`,
    remedy: '請把同類的幾頁合成一個 PDF。',
  }),
  'document.unknown': (v) => ({
    sentence: `帳簿中沒有材料 ${v.document}。`,
    remedy: '請在個案中查詢。',
  }),
} satisfies SomeRefusalWords
