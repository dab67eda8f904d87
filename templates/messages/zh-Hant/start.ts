/** 首次啟用頁面上的話：新帳簿、負責人、範例基金。 */
import type { start as english } from '../en/start.ts'

export const start: typeof english = {
  title: '建立帳簿',
  kind_title: '您的組織是哪一類？',
  kind_lead: '下一頁的建議內容由此而定，屆時都可以修改。',
  organisation: '組織',
  name: '組織名稱',
  name_hint: '將印在收支報告和收據上。',
  code: '帳簿簡稱',
  code_hint: '網址的一部分：小寫字母、數字和連字號。留空則由名稱產生。',
  chart: '會計科目表',
  chart_hint: '科目的編號和名稱，日後不能更換。',
  charts: {
    general: '通用',
    'asc-958': '美國非營利組織（ASC 958）',
    'china-npo': '中國大陸民間非營利組織會計制度',
  },
  currency: '幣別',
  time_zone: '時區',
  time_zone_hint: '每一天的起訖以此為準。',
  fund: '範例基金',
  fund_lead: (v: { name: string; code: string }) =>
    `帳簿中先有「${v.name}」（${v.code}）供您試用。可以保留，也可以關閉後另立自己的基金。`,
  owner: '您（帳簿負責人）',
  owner_lead: '其餘設定由您完成，您也可以再指定其他負責人。',
  owner_name: '您的姓名',
  login_hint: '不含空格的文字、字母和數字，或電子郵件地址。',
  make: '建立帳簿',
  owner_title: '成為帳簿負責人',
  owner_page_lead: (v: { organisation: string }) => `${v.organisation}的帳簿還沒有可以登入的人。`,
  invited_title: '您收到了邀請',
  invited_lead: (v: { organisation: string; role: string }) =>
    `請設定您登入${v.organisation}帳簿的方式。您的角色：${v.role}。`,
  renew_title: '設定新密碼',
  renew_lead: (v: { organisation: string }) =>
    `用於${v.organisation}的帳簿。先前登入的裝置將全部登出。`,
  begin: '開始使用',
  gone_title: '此連結無效',
  gone: '連結已被使用、已到期或不完整。',
  gone_remedy: '已有密碼者請直接登入；否則請向伺服器管理員索取新連結（care-ledger invite）。',
  code_taken: '已有同名帳簿，請另選一個。',
  presets: {
    party_branch: {
      name: '黨支部',
      hint: '以黨費撥款、黨員捐款和上級撥款設立的關愛基金，須經公示',
      fund_name: '關愛基金',
      purpose: '協助生活困難黨員：重病、災害、身故慰問及節日慰問',
    },
    trade_union: {
      name: '工會',
      hint: '面向會員及其家庭的急難救助金',
      fund_name: '急難救助金',
      purpose: '對困難會員及其家庭的生活、醫療和就學補助',
    },
    cooperative: {
      name: '合作社',
      hint: '由社員決議提撥的互助金',
      fund_name: '互助金',
      purpose: '協助有需要的社員，扶持社員創業或恢復生計',
    },
    employer_relief: {
      name: '企業員工急難救助基金',
      hint: '由員工和企業捐助，協助遭遇災害或困難的同事',
      fund_name: '員工急難救助基金',
      purpose: '救助遭遇災害或個人困難的同事',
    },
    mutual_aid: {
      name: '互助團體或其他',
      hint: '彼此相助的人，不隸屬於更大的組織',
      fund_name: '互助基金',
      purpose: '協助有需要的成員和鄰里',
    },
  },
}
