import type { SomeRefusalWords } from '../../refusal-words.ts'

const anotherWay = '請改用其他方式登入。'

/** 提供者的答覆有何不妥。 */
const faults: Readonly<Record<string, string>> = {
  algorithm: '權杖的簽章方式不被接受',
  audience: '權杖是給別處的',
  client: '提供者不認可本帳簿的用戶端 ID 和密鑰',
  code: '授權碼已用過或已過期',
  form: '不符合 OpenID Connect 的規定',
  issuer: '來自另一個簽發者',
  nonce: '權杖回答的是另一次請求',
  signature: '權杖不是用提供者的金鑰簽章的',
  state: '不是由此瀏覽器發起的，或發起已久',
  time: '權杖已過期，或時間不符',
}

/** Passkeys, providers of sign-ins, accounts there. */
export const waysInRefusals = {
  'identity.not_linked': (v) => ({
    sentence: `此 ${v.provider} 帳號沒有與本帳簿的任何使用者連結。`,
    remedy: '請以其他方式登入並在設定中連結，或請帳簿負責人發出邀請。',
  }),
  'identity.taken': () => ({
    sentence: '此帳號已與本帳簿的使用者連結。',
    remedy: '請先在該處解除連結，或改用其他帳號。',
  }),
  'identity.unknown': (v) => ({
    sentence: `您沒有編號為 ${v.identity} 的連結帳號。`,
    remedy: '請在設定中查看。',
  }),
  'identity_provider.address': (v) => ({
    sentence: `無法透過網址「${v.issuer}」聯絡提供者。`,
    remedy: '請按提供者的說明填寫簽發者：以 https:// 開頭的公開網域，不含問號和 # 號。',
  }),
  'identity_provider.answer_refused': (v) => ({
    sentence: `${v.provider} 的答覆不被接受：${faults[v.fault] ?? v.fault}。`,
    remedy: '請重新登入。如仍出錯，請告知帳簿負責人，並改用其他方式登入。',
  }),
  'identity_provider.declined': (v) => ({
    sentence: `${v.provider} 沒有確認您的身分：操作在該處被取消。`,
    remedy: `請重新開始並在該處同意，或${anotherWay.slice(1)}`,
  }),
  'identity_provider.exists': (v) => ({
    sentence: `代號「${v.code}」已用於另一個提供者。`,
    remedy: '請換一個代號，或先中斷那一個。',
  }),
  'identity_provider.not_from_here': () => ({
    sentence: '連結帳號須從您自己的設定頁面開始。',
    remedy: '請開啟登入設定，在那裡選擇提供者。',
  }),
  'identity_provider.secret_unreadable': (v) => ({
    sentence: `${v.provider} 的用戶端密鑰由主金鑰加密，而此處沒有該主金鑰。`,
    remedy: '請讓伺服器重新取得主金鑰，或請帳簿負責人重新連接提供者。',
  }),
  'identity_provider.too_many': (v) => ({
    sentence: `已連接 ${v.most} 個提供者，達到上限。`,
    remedy: '請中斷一個不再使用的提供者。',
  }),
  'identity_provider.unknown': (v) => ({
    sentence: `本帳簿沒有連接編號為 ${v.provider} 的提供者。`,
    remedy: '請在提供者清單中查看。',
  }),
  'identity_provider.unreachable': (v) => ({
    sentence: `${v.provider} 目前沒有回應。`,
    remedy: `請稍後再試，或${anotherWay.slice(1)}`,
  }),
  'origin.invalid': (v) => ({
    sentence: `CARE_LEDGER_ORIGIN 的值「${v.given}」不是一個來源網址。`,
    remedy: '請按瀏覽器的寫法填寫，例如 https://books.example.org，後面不帶任何內容。',
  }),
  'passkey.counter_went_back': () => ({
    sentence: '此密碼金鑰的計數器倒退了，說明可能有人持有它的副本。它已被停用。',
    remedy: '請用登入名稱和密碼登入，新增密碼金鑰，並告知帳簿負責人。',
  }),
  'passkey.exists': () => ({
    sentence: '本帳簿中已有這個密碼金鑰。',
    remedy: '請用它登入，或在另一部裝置上新增。',
  }),
  'passkey.not_at_this_address': (v) => ({
    sentence: `瀏覽器只為透過 https 存取的網域保存密碼金鑰，而這裡是 ${v.host}。`,
    remedy: '請透過 https 以帳簿自己的網域開啟。',
  }),
  'passkey.not_made': () => ({
    sentence: '此密碼金鑰是為另一個網址建立的，或者建立時沒有核對使用者，因此未被接受。',
    remedy: '請在此頁重新建立，並讓裝置核對指紋、臉孔或裝置密碼。',
  }),
  'passkey.question_over': () => ({
    sentence: '此密碼金鑰所回答的請求已超過五分鐘、已被回答過，或來自另一個瀏覽器。',
    remedy: '請重試。',
  }),
  'passkey.refused': () => ({
    sentence: '此密碼金鑰在這裡無法使用。',
    remedy: '請選擇另一個，或用登入名稱和密碼登入。新的密碼金鑰可在設定中建立。',
  }),
  'passkey.too_many': (v) => ({
    sentence: `您已有 ${v.most} 個密碼金鑰，達到上限。`,
    remedy: '請移除一個不再使用的。',
  }),
  'passkey.unknown': (v) => ({
    sentence: `您沒有編號為 ${v.passkey} 的密碼金鑰。`,
    remedy: '請在設定中查看。',
  }),
  'passkey.unreadable': () => ({
    sentence: '瀏覽器沒有送來可以讀取的密碼金鑰答覆。',
    remedy: '請允許本頁執行指令碼後重試。',
  }),
  'sign_in.only_way': () => ({
    sentence: '這是您唯一的登入方式。',
    remedy: '請先新增密碼金鑰或連結另一個帳號，或請帳簿負責人發送設定密碼的連結。',
  }),
} satisfies SomeRefusalWords
