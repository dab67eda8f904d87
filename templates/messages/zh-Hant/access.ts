/** 登入與個人密碼頁面上的話。 */
import type { access as english } from '../en/access.ts'

export const access: typeof english = {
  sign_in: '登入',
  sign_in_lead: '供管理本帳簿的人員使用。',
  login: '登入名稱',
  password: '密碼',
  lost: '忘記密碼時，請向帳簿負責人索取重設密碼的連結。',
  change_password: '變更密碼',
  change_password_lead: '您在此處保持登入，在其他裝置上將全部登出。',
  current_password: '目前的密碼',
  new_password: '新密碼',
  new_password_hint: '至少 10 個字元。三四個只有您自己會放在一起的詞，就是好密碼。',
  again: '再次輸入新密碼',
  again_differs: '兩次輸入的密碼不一致，請重新輸入兩遍。',
  current_wrong: '目前的密碼不正確。',
  password_missing: '請輸入密碼。',
  change: '變更密碼',
  changed: '密碼已變更，其他裝置均已登出。',
}
