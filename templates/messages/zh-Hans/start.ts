/** 首次启用页面上的话：新账簿、负责人、示例基金。 */
import type { start as english } from '../en/start.ts'

export const start: typeof english = {
  title: '建立账簿',
  kind_title: '您的单位是哪一类？',
  kind_lead: '下一页的建议内容由此而定，届时都可以修改。',
  organisation: '单位',
  name: '单位名称',
  name_hint: '将印在收支报告和收据上。',
  code: '账簿简称',
  code_hint: '网址的一部分：小写字母、数字和连字符。留空则由名称生成。',
  chart: '会计科目表',
  chart_hint: '科目的编码和名称，以后不能更换。',
  charts: {
    general: '通用',
    'asc-958': '美国非营利组织（ASC 958）',
    'china-npo': '民间非营利组织会计制度',
  },
  currency: '币种',
  time_zone: '时区',
  time_zone_hint: '每一天的起止以此为准。',
  fund: '示例基金',
  fund_lead: (v: { name: string; code: string }) =>
    `账簿中先有“${v.name}”（${v.code}）供您试用。可以保留，也可以关闭后另立自己的基金。`,
  owner: '您（账簿负责人）',
  owner_lead: '其余设置由您完成，您也可以再指定其他负责人。',
  owner_name: '您的姓名',
  login_hint: '不含空格的文字、字母和数字，或电子邮箱。',
  make: '建立账簿',
  owner_title: '成为账簿负责人',
  owner_page_lead: (v: { organisation: string }) => `${v.organisation}的账簿还没有可以登录的人。`,
  invited_title: '您收到了邀请',
  invited_lead: (v: { organisation: string; role: string }) =>
    `请设定您登录${v.organisation}账簿的方式。您的角色：${v.role}。`,
  renew_title: '设置新密码',
  renew_lead: (v: { organisation: string }) =>
    `用于${v.organisation}的账簿。此前登录的设备将全部退出。`,
  begin: '开始使用',
  gone_title: '此链接无效',
  gone: '链接已被使用、已过期或不完整。',
  gone_remedy: '已有密码的，请直接登录；否则请向服务器管理员索取新链接（care-ledger invite）。',
  code_taken: '已有同名账簿，请另选一个。',
  presets: {
    party_branch: {
      name: '党支部',
      hint: '以党费划拨、党员捐款和上级拨款设立的关爱基金，须经公示',
      fund_name: '关爱基金',
      purpose: '帮扶生活困难党员：重病、灾害、身故抚慰及节日慰问',
    },
    trade_union: {
      name: '工会',
      hint: '面向会员及其家庭的困难帮扶资金',
      fund_name: '困难帮扶资金',
      purpose: '对困难会员及其家庭的生活救助、医疗救助和助学',
    },
    cooperative: {
      name: '合作社',
      hint: '由成员决议提取的互助金',
      fund_name: '互助金',
      purpose: '帮助有需要的成员，扶持成员创业或恢复生计',
    },
    employer_relief: {
      name: '企业员工救助基金',
      hint: '由员工和企业捐助，帮助遭遇灾害或困难的同事',
      fund_name: '员工救助基金',
      purpose: '救助遭遇灾害或个人困难的同事',
    },
    mutual_aid: {
      name: '互助组织或其他',
      hint: '彼此相助的人，不隶属于更大的组织',
      fund_name: '互助基金',
      purpose: '帮助有需要的成员和邻里',
    },
  },
}
