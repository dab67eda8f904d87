/** 外部帳號：用它登入，管理自己連結的帳號。 */
import type { accounts as english } from '../en/accounts.ts'

export const accounts: typeof english = {
  sign_in_with: ({ provider }) => `使用 ${provider} 登入`,
  join_with: ({ provider }) => `使用 ${provider} 加入`,
  title: '您的外部帳號',
  lead: '連結帳號後，您可以在其提供者處登入，不必在此登入。系統只認帳號本身，不認電子郵件地址。',
  yours: '已連結的帳號',
  none: '您還沒有連結帳號',
  none_lead: '連結之後，由提供者確認您的身分，您可以少記一個密碼。',
  provider: '提供者',
  known_as: ({ subject }) => `在該處的識別碼：${subject}`,
  made: '連結時間',
  used: '上次使用',
  never: '尚未使用',
  link: '連結帳號',
  link_with: ({ provider }) => `連結您的 ${provider} 帳號`,
  no_provider: '本帳簿沒有連接登入提供者。帳簿負責人可在設定中連接。',
  linked: '帳號已連結，可以用它登入。',
  unlink: '解除連結',
  unlink_one: ({ provider }) => `解除與 ${provider} 帳號的連結`,
  unlinked: '已解除帳號連結。',
}
