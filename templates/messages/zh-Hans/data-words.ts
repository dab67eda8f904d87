/** 个人信息的用语：字段、同意、删除的理由和障碍。 */
import type { dataWords as english } from '../en/data-words.ts'

export const dataWords: typeof english = {
  data_field: {
    identity_number: '身份证件号码',
    credit_code: '统一社会信用代码',
    bank_account: '银行账号',
    phone: '电话',
    address: '住址',
    birth_date: '出生日期',
  },
  data_document: {
    resident_id: '居民身份证',
    passport: '护照',
    other: '其他证件',
  },
  consent_purpose: {
    processing: '保存和使用个人信息',
    publication: '公示时使用全名',
    photos: '拍摄和使用照片',
    sensitive_data: '健康、账号、证件等敏感信息',
    sharing_above: '向上级提供',
  },
  erasure_ground: {
    asked_for: '本人要求',
    consent_withdrawn: '本人撤回同意',
    time_over: '保存期限已满',
    not_needed: '已不再需要',
    unlawful: '本不应保存',
  },
  erasure_hold: {
    payment_request: '付款申请',
    owed: '基金应付款',
    pledge: '认捐',
    period: '待重新开启的月份',
    user: '可登录的用户',
    case: '尚未决定的个案',
    award: '尚未付清的救助',
    grievance: '尚未处理的申诉',
    clawback: '正在追回款项的个案',
    pair: '进行中的结对',
    need: '未了结的帮扶需求',
    helper: '在册的帮扶人',
    post: '在任的志愿岗位',
  },
  dealing_class: {
    beneficiary: '受助',
    refused_applicant: '申请未获批准',
    payee: '代他人领款',
    donor: '捐款',
    member: '成员',
    helper: '帮扶人',
  },
}
