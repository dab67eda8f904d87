/** 登入提供者，由帳簿負責人連接。 */
import type { providers as english } from '../en/providers.ts'

export const providers: typeof english = {
  title: '登入提供者',
  lead: '在這些提供者處有帳號的人可以連結帳號，之後在該處登入。沒有連結帳號的人無法進入。',
  none: '沒有連接登入提供者',
  none_lead: '凡支援 OpenID Connect 的提供者都可以，例如您的公司、學校或上級組織的登入系統。',
  label: '名稱',
  label_hint: '大家熟悉的名稱，會顯示在登入按鈕上。',
  code: '返回網址中的代號',
  code_hint: ({ address }) => `使用小寫字母、數字和連字號。須在提供者處登記此網址：${address}`,
  word: '代號',
  issuer: '簽發者',
  issuer_hint: '提供者自己聲明的網址，以 https:// 開頭。',
  client_id: '用戶端 ID',
  client_id_hint: '本帳簿在提供者處的名稱。',
  client_secret: '用戶端密鑰',
  client_secret_hint: '加密保存，之後不再顯示。不填則本帳簿為公開用戶端，由 PKCE 保護。',
  client: ({ client }) => `用戶端 ${client}`,
  with_secret: '有密鑰',
  without_secret: '公開用戶端',
  back: '須登記的返回網址',
  connect: '連接提供者',
  connect_lead:
    '請先在提供者處將本帳簿登記為網頁應用程式，以取得用戶端 ID；多數提供者還會給出密鑰。',
  do_connect: '連接',
  connected: '提供者已連接。請連結您自己的帳號試一試。',
  disconnect: '中斷連接',
  disconnect_one: ({ label }) => `中斷與 ${label} 的連接`,
  disconnect_lead: '中斷後無人能再透過它登入。帳號連結會保留，以備再次連接。',
  do_disconnect: '中斷連接',
  disconnected: '已中斷與提供者的連接。',
}
