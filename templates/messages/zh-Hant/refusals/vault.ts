import type { SomeRefusalWords } from '../../refusal-words.ts'
import { wordFor } from '../../telling.ts'

const residentIdFaults = {
  length: '不是 18 位',
  characters: '應為 17 位數字加 1 位數字或字母 X',
  place: '開頭不是任何省份的代碼',
  birth_date: '其中的出生日期不存在，或早於 1900 年',
  not_born: '其中的出生日期晚於今天',
  check_character: '最後一位校驗碼與前面不符',
}
const creditCodeFaults = {
  length: '不是 18 位',
  characters: '只能有數字和 I、O、S、V、Z 以外的大寫字母',
  place: '第 3 至 8 位不是行政區劃數字代碼',
  check_character: '最後一位校驗碼與前面不符',
}
const ibanFaults = {
  country: '開頭不是使用這種帳號的國家代碼',
  length: '長度與該國帳號不符',
  form: '格式與該國帳號不符',
  check_digits: '校驗碼與其餘部分不符',
}
const bankAccountFaults = {
  length: '應為 5 至 30 位數字',
  characters: '含有數字以外的內容',
}
const phoneFaults = {
  not_a_number: '不是電話號碼',
  country: '無法確定國家或地區',
  too_short: '太短',
  too_long: '太長',
  length: '位數與該國家或地區的號碼不符',
}

/** Numbers of people and organisations, and what lies sealed. */
export const vaultRefusals = {
  'bank_account.invalid': (v) => ({
    sentence: `銀行帳號「${v.given}」有誤：${wordFor(bankAccountFaults, v.fault)}。`,
    remedy: '請填寫帳號或卡號的數字，或完整的國際銀行帳號（IBAN）。',
  }),
  'credit_code.invalid': (v) => ({
    sentence: `統一社會信用代碼「${v.given}」有誤：${wordFor(creditCodeFaults, v.fault)}。`,
    remedy: '請與登記證書逐位核對。',
  }),
  'iban.invalid': (v) => ({
    sentence: `國際銀行帳號（IBAN）「${v.given}」有誤：${wordFor(ibanFaults, v.fault)}。`,
    remedy: '請與銀行單據逐組核對。',
  }),
  'master_key.unreadable': () => ({
    sentence: '伺服器上的主金鑰無法讀取。',
    remedy: '請聯絡伺服器管理員，放回建立帳簿時的主金鑰；換成新的金鑰將無法開啟任何內容。',
  }),
  'phone.invalid': (v) => ({
    sentence: `電話號碼「${v.given}」有誤：${wordFor(phoneFaults, v.fault)}。`,
    remedy: '請填寫區號，或以 + 和國家代碼開頭，例如 +86 138 0013 8000。',
  }),
  'resident_id.invalid': (v) => ({
    sentence: `居民身分證號碼「${v.given}」有誤：${wordFor(residentIdFaults, v.fault)}。`,
    remedy: '請與證件逐位核對；如是其他證件，請選擇相應的證件類型。',
  }),
  'resident_id.old_form': (v) => ({
    sentence: `居民身分證號碼「${v.given}」是 15 位的舊號碼，已於 2013 年停用。`,
    remedy: '請填寫現行證件上的 18 位號碼；沒有的話，請選擇其他證件類型。',
  }),
  'vault.altered': () => ({
    sentence: '加密保存的內容無法開啟：它被改動、移動過，或來自另一本帳簿。',
    remedy: '請聯絡伺服器管理員核對帳簿，並用核對無誤的備份還原。',
  }),
  'vault.closed': () => ({
    sentence: '身分證號、銀行帳號、電話和住址均加密保存，而本伺服器沒有主金鑰。',
    remedy: '請聯絡伺服器管理員提供本帳簿的主金鑰。',
  }),
  'vault.key_file_open': (v) => ({
    sentence: `主金鑰檔案可被其他使用者讀取（權限 ${v.mode}）。`,
    remedy: '請聯絡伺服器管理員把該檔案改為只有擁有者可以讀寫（權限 600）。',
  }),
  'vault.key_unknown': (v) => ({
    sentence: `此內容由主金鑰 ${v.kid} 加密，而本伺服器沒有這把金鑰。`,
    remedy: '請聯絡伺服器管理員：在目前的主金鑰之後保留舊金鑰，或完成金鑰更換。',
  }),
} satisfies SomeRefusalWords
