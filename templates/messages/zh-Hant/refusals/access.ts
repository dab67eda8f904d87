import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { shell } from '../shell.ts'

const { count } = tellingIn('zh-Hant')
const goodPassword = '用三四個只有您自己才會聯想到一起的詞語，就是好密碼。'

/** Who may do what; signing in; forms and pages. */
export const accessRefusals = {
  'access.beyond_scope': () => ({
    sentence: '此事關係到整個組織，您的角色只限於其中的單位。',
    remedy: '請找角色及於整個組織的人辦理。',
  }),
  'grant.held': (v) => ({
    sentence: `使用者 ${v.user} 在該處已有「${wordFor(shell.role, v.role)}」角色。`,
    remedy: '請授予其他角色，或在其他單位授予同一角色。',
  }),
  'grant.unknown': (v) => ({
    sentence: `該使用者沒有編號為 ${v.grant} 的有效角色。`,
    remedy: '請在使用者清單中查詢。',
  }),
  'unit.unknown': (v) => ({
    sentence: v.unit === '' ? '請指明是哪個單位。' : `本帳簿中沒有單位「${v.unit}」。`,
    remedy: '請在單位清單中查詢，或先新增該單位。',
  }),
  'user.beyond_scope': (v) => ({
    sentence: `使用者 ${v.user} 在您所管單位之外也有角色。`,
    remedy: '請收回其在您單位內的角色，或請整個組織的負責人辦理。',
  }),
  'access.names_not_given': () => ({
    sentence: '您無權檢視姓名，因此不能讓使用者或存取權杖檢視姓名。',
    remedy: '請有權檢視姓名的負責人辦理。',
  }),
  'access.not_allowed': (v) => ({
    sentence: `您的角色（${v.roles.map((one) => wordFor(shell.role, one)).join('、') || '無'}）不能辦理此事，可以辦理的是：${v.may.map((one) => wordFor(shell.role, one)).join('、')}。`,
    remedy: '請找具有上述角色的人辦理。',
  }),
  'backup.holds_names': () => ({
    sentence: '帳簿副本包含其中的所有姓名，只供可以查看姓名的人使用。',
    remedy: '請聯絡可以查看姓名的負責人或稽核員。',
  }),
  'book.not_set_up': () => ({
    sentence: '本帳簿還沒有建立組織資訊。',
    remedy: '請先完成帳簿的初始設定。',
  }),
  'detail.erased': () => ({
    sentence: '這裡的文字內容已被刪除。',
    remedy: '帳簿只保留其摘要，文字本身不能再顯示。',
  }),
  'form.broken': () => ({
    sentence: '表單的內容沒有完整送達，或者無法讀取。',
    remedy: '請開啟頁面，填寫其中的表單並送出。',
  }),
  'form.foreign': () => ({
    sentence: '這份表單不是從本帳簿的頁面送出的。',
    remedy: '請在這裡開啟頁面，填寫其中的表單並送出。',
  }),
  'form.type': () => ({
    sentence: '此頁面只接受它自己的表單。',
    remedy: '請開啟頁面，填寫其中的表單並送出。',
  }),
  'idempotency_key.invalid': () => ({
    sentence: '此表單的編號不正確。',
    remedy: '請重新開啟表單再填寫一次。',
  }),
  'idempotency_key.missing': () => ({
    sentence: '此表單缺少編號，無法保證同一件事只登錄一次。',
    remedy: '請重新開啟表單再填寫一次。',
  }),
  'idempotency_key.reused': () => ({
    sentence: '此表單已經用其他內容送出過。',
    remedy: '如果是另一件事，請重新填寫一份表單。',
  }),
  'input.invalid': (v) => ({
    sentence: `填寫的內容有誤：${v.issues.map(({ problem }) => faultIn(problem)).join('')}`,
    remedy: '請更正後重新送出。',
  }),
  'invitation.ends_in_the_past': () => ({
    sentence: '邀請的截止時間已經過去。',
    remedy: '請填寫將來的時間。',
  }),
  'invitation.exists': () => ({
    sentence: '本帳簿中已有相同的邀請。',
    remedy: '請重新產生一份邀請。',
  }),
  'invitation.incomplete': (v) => ({
    sentence: `新使用者還缺少${faultIn(v.missing)}。`,
    remedy: '請填寫登入名稱、姓名和密碼。',
  }),
  'invitation.invalid': () => ({
    sentence: '此連結不屬於本帳簿，或已過期，或已經用過。',
    remedy: '請負責人重新產生一份邀請。',
  }),
  'organisation.already_set_up': (v) => ({
    sentence: `本帳簿已經屬於「${v.name}」。`,
    remedy: '請為其他組織另建一本帳簿。',
  }),
  'organisation.nothing_revised': (v) => ({
    sentence: `單位名稱已經是「${v.name}」，時區也沒有變。`,
    remedy: '請填寫不同的名稱或時區。',
  }),
  'page.unknown': (v) => ({
    sentence: `沒有頁面 ${v.path}。`,
    remedy: '請從「待辦事項」開始，或使用搜尋。',
  }),
  'password.common': () => ({
    sentence: '這個密碼太常見，最先被人猜到的就是這類密碼。',
    remedy: goodPassword,
  }),
  'password.is_login': () => ({
    sentence: '密碼與登入名稱過於相似。',
    remedy: goodPassword,
  }),
  'password.length': (v) => ({
    sentence: `密碼有 ${v.characters} 個字元，應當有 ${v.least} 至 ${v.most} 個。`,
    remedy: goodPassword,
  }),
  'session.unknown': () => ({
    sentence: '您的登入已經失效。',
    remedy: '請重新登入。',
  }),
  'sign_in.busy': (v) => ({
    sentence: `目前有 ${count(v.waiting)} 人同時在登入。`,
    remedy: '請幾秒鐘後再試。',
  }),
  'sign_in.refused': () => ({
    sentence: '登入名稱與密碼不相符。',
    remedy: '請核對兩者，並注意大小寫。忘記密碼的，請負責人發出邀請以設定新密碼。',
  }),
  'sign_in.throttled': (v) => ({
    sentence: `此登入名稱嘗試的次數過多，請在 ${count(v.minutes)} 分鐘後再試。`,
    remedy: '請等待後再試。',
  }),
  'token.ends_in_the_past': () => ({
    sentence: '存取權杖的截止時間已經過去。',
    remedy: '請填寫將來的時間。',
  }),
  'token.exists': () => ({
    sentence: '本帳簿中已有相同的存取權杖。',
    remedy: '請重新產生一個；用過的權杖即使已過期也不能再用。',
  }),
  'token.invalid': () => ({
    sentence: '此存取權杖不屬於本帳簿，或已過期，或已被撤銷。',
    remedy: '請負責人新增一個存取權杖。',
  }),
  'token.missing': () => ({
    sentence: '沒有登入，也沒有存取權杖。',
    remedy: '請先登入。',
  }),
  'token.unknown': (v) => ({
    sentence: `本帳簿中沒有有效的存取權杖 ${v.token}。`,
    remedy: '請在存取權杖清單中查詢。',
  }),
  'user.last_owner': (v) => ({
    sentence: `使用者 ${v.user} 是最後一位負責人；沒有負責人，就再沒有人能做任何設定。`,
    remedy: '請先指定另一位負責人。',
  }),
  'user.login_taken': (v) => ({
    sentence: `登入名稱「${v.login}」已有人使用。`,
    remedy: '請另選一個登入名稱。',
  }),
  'user.not_oneself': () => ({
    sentence: '密碼、兩步驟驗證和登入只能由本人管理。',
    remedy: '請登入後自行辦理。忘記密碼的，請負責人發出邀請以設定新密碼。',
  }),
  'user.unknown': (v) => ({
    sentence: `本帳簿中沒有可以登入的使用者 ${v.user}。`,
    remedy: '請在使用者清單中查詢。',
  }),
} satisfies SomeRefusalWords
