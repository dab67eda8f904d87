/** 登录与个人密码页面上的话。 */
import type { access as english } from '../en/access.ts'

export const access: typeof english = {
  sign_in: '登录',
  sign_in_lead: '供管理本账簿的人员使用。',
  login: '登录名',
  password: '密码',
  lost: '忘记密码的，请向账簿负责人索取重设密码的链接。',
  change_password: '修改密码',
  change_password_lead: '您在此处保持登录，在其他设备上将全部退出。',
  current_password: '当前密码',
  new_password: '新密码',
  new_password_hint: '至少 10 个字符。三四个只有您自己会放在一起的词，就是好密码。',
  again: '再次输入新密码',
  again_differs: '两次输入的密码不一致，请重新输入两遍。',
  current_wrong: '当前密码不正确。',
  password_missing: '请输入密码。',
  change: '修改密码',
  changed: '密码已修改，其他设备均已退出登录。',
}
