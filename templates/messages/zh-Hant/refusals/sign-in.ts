/** 兩步驟驗證、復原碼以及再次證明身分時說的話。 */
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count } = tellingIn('zh-Hant')

export const signInRefusals = {
  'access.not_among_commands': (v) => ({
    sentence: `此權杖不能執行 ${v.name}，只能執行：${v.only.join('、')}。`,
    remedy: '請另建一個可以執行此項操作，或不限操作的權杖。',
  }),
  'access.reads_only': () => ({
    sentence: '此權杖只能讀取，不能變更帳簿。',
    remedy: '請使用可以寫入的權杖。',
  }),
  'token.lasts_too_long': (v) => ({
    sentence: `權杖的有效期為 ${count(v.days)} 天，超過了 ${count(v.most_days)} 天；應當定期檢查是否仍有用處。`,
    remedy: '請填寫較早的截止時間。',
  }),
  'code.clock_off': (v) => ({
    sentence: `顯示此驗證碼的裝置，時鐘${v.minutes > 0 ? '快' : '慢'}了 ${count(Math.abs(v.minutes))} 分鐘。`,
    remedy: '請讓裝置自動校準時間，再輸入它顯示的驗證碼。',
  }),
  'code.used': () => ({
    sentence: '這個驗證碼已經用過，每個只能使用一次。',
    remedy: '請等應用程式顯示下一個，最多半分鐘。',
  }),
  'code.wrong': () => ({
    sentence: '這不是應用程式此刻顯示的驗證碼。',
    remedy: '請輸入最新的一個。驗證碼隨時間變化，請讓裝置自動校準時間。',
  }),
  'half_sign_in.unknown': () => ({
    sentence: '這次登入沒有及時完成，或已在別處完成。',
    remedy: '請從密碼開始重新登入。',
  }),
  'recovery_code.mistyped': () => ({
    sentence: '這不是顯示過的復原碼，有字元錯誤或遺漏。',
    remedy: '請重新輸入，共 17 個字母和數字。',
  }),
  'recovery_code.wrong': () => ({
    sentence: '這不是您的復原碼，或已經用過。',
    remedy: '請使用最新一頁上的另一個，每個只能使用一次。',
  }),
  'second_factor.missing': () => ({
    sentence: '尚未設定兩步驟驗證。',
    remedy: '請先在「設定」的「登入方式」中設定。',
  }),
  'second_factor.needed': (v) => ({
    sentence: `使用者 ${v.user} 須經兩步驟驗證登入，只有密碼不夠。`,
    remedy: '請重新登入，並完成兩步驟驗證。',
  }),
  'second_factor.own': (v) => ({
    sentence: `使用者 ${v.user} 就是您本人；自己的兩步驟驗證只能停用，不能重設。`,
    remedy: '請用復原碼登入，再到設定中重新設定。',
  }),
  'second_factor.required': () => ({
    sentence: '依本帳簿的規定，您的角色須使用兩步驟驗證。',
    remedy: '請換用新的驗證器，或請負責人修改規定。',
  }),
  'second_factor.unreadable': (v) => ({
    sentence: `本伺服器的金鑰無法讀取使用者 ${v.user} 的兩步驟驗證。`,
    remedy: '請告知伺服器管理者，主金鑰由其保管；或使用復原碼。',
  }),
  'session.stale': (v) => ({
    sentence: `此項操作要求在最近 ${count(v.minutes)} 分鐘內輸入過密碼或驗證碼。`,
    remedy: '請再次證明您的身分，然後繼續。',
  }),
} satisfies SomeRefusalWords
