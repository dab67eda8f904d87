/** 個人資料的用語：欄位、同意、刪除的理由和障礙。 */
import type { dataWords as english } from '../en/data-words.ts'

export const dataWords: typeof english = {
  data_field: {
    identity_number: '身分證件號碼',
    credit_code: '統一社會信用代碼',
    bank_account: '銀行帳號',
    phone: '電話',
    address: '住址',
    birth_date: '出生日期',
  },
  data_document: {
    resident_id: '居民身分證',
    passport: '護照',
    other: '其他證件',
  },
  consent_purpose: {
    processing: '保存和使用個人資料',
    publication: '公示時使用全名',
    photos: '拍攝和使用照片',
    sensitive_data: '健康、帳號、證件等敏感資料',
    sharing_above: '向上級提供',
  },
  erasure_ground: {
    asked_for: '本人要求',
    consent_withdrawn: '本人撤回同意',
    time_over: '保存期限已滿',
    not_needed: '已不再需要',
    unlawful: '本不應保存',
  },
  erasure_hold: {
    payment_request: '付款申請',
    owed: '基金應付款',
    pledge: '認捐',
    period: '待重新開啟的月份',
    user: '可登入的使用者',
    case: '尚未決定的個案',
    award: '尚未付清的救助',
    grievance: '尚未處理的申訴',
    clawback: '正在追回款項的個案',
    pair: '進行中的結對',
    need: '未了結的幫扶需求',
    helper: '在冊的幫扶人',
    post: '在任的志願崗位',
  },
  dealing_class: {
    beneficiary: '受助',
    refused_applicant: '申請未獲核准',
    payee: '代他人領款',
    donor: '捐款',
    member: '成員',
    helper: '扶助人',
  },
}
