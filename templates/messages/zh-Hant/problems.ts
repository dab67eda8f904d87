import type { Phrases } from '../phrases.ts'

export const problems: Phrases = {
  'write text': '請填寫文字。',
  'write something': '請填寫此欄。',
  'write at most {count} characters': (v) => `最多 ${v.count} 個字元。`,
  'the text holds half a character': '文字中有殘缺的字元，請重新輸入。',
  'the text holds a control character': '文字中有不可見的控制字元，請重新輸入。',
  'write the amount as text, such as "125.00"': '請用數字填寫金額，例如 125.00。',
  'write 1 to 40 lower-case letters, digits and hyphens':
    '請用 1 至 40 個小寫字母、數字和連字號，以字母或數字開頭。',
  'write letters, digits and . : _ -':
    '只能使用字母、數字和 . : _ - 這幾個符號，以字母或數字開頭。',
  'write a whole number': '請填寫整數。',
  'write a number from {least} on': (v) => `請填寫不小於 ${v.least} 的數字。`,
  'write a number up to {most}': (v) => `請填寫不大於 ${v.most} 的數字。`,
  'write true or false': '請選擇是或否。',
  'write a name': '請填寫名稱。',
  'write 1 to 64 letters, digits and . _ @ + -, without spaces':
    '請用 1 至 64 個字母、數字和 . _ @ + - 這幾個符號，中間不留空格。',
  'give a reference such as "P-000001", or kind and name':
    '請填寫姓名或名稱，或編號（例如 P-000001）。',
  'choose at least one fund': '請至少選擇一個基金。',
  'choose at most {most} funds': (v) => `最多選擇 ${v.most} 個基金。`,
  'a fund is named twice': '同一個基金選了兩次。',
  'write a SHA-256 digest in hex': '頁面未能讀取檔案，請重新選擇檔案。',
  'write the SHA-256 of the secret in hex': '頁面送出的內容無法使用，請重新開啟頁面。',
  'write 32 bytes as base64url': '這不是公鑰。',
  '“{given}” is not a day of the calendar between {first} and {last}. Write the day as YYYY-MM-DD, such as 2025-02-28.':
    (v) => `「${v.given}」不是有效的日期。請依年、月、日填寫，例如 2025-02-28。`,
  '“{given}” is not a month between {first} and {last}. Write the month as YYYY-MM, such as 2025-02.':
    (v) => `「${v.given}」不是有效的月份。請依年、月填寫，例如 2025-02。`,
  'Invalid option: expected one of {options}': () => '請選擇其中一項。',
  'Invalid input: expected {what}, received undefined': () => '請填寫此欄。',
  'Invalid input: expected {what}, received {given}': () => '此欄內容無法識別，請重新填寫。',
  'Invalid input: expected {what}': () => '此欄不是可用的值。',
  'Invalid input': '此欄內容無法識別，請重新填寫。',
  'Invalid string: must match pattern {pattern}': () => '此欄的格式不正確。',
  'Unrecognized key: {key}': (v) => `表單中有多餘的欄位：${v.key}。請重新開啟表單。`,
  'Unrecognized keys: {keys}': (v) => `表單中有多餘的欄位：${v.keys}。請重新開啟表單。`,
  'Too small: expected string to have >={count} characters': () => '請填寫此欄。',
  'Too small: expected array to have >={count} items': (v) => `請至少選擇 ${v.count} 項。`,
  'Too small: expected {what} to be >={least}': (v) => `請填寫不小於 ${v.least} 的數字。`,
  'Too small: expected {what} to be >{least}': (v) => `請填寫大於 ${v.least} 的數字。`,
  'Too big: expected string to have <={count} characters': (v) => `最多 ${v.count} 個字元。`,
  'Too big: expected array to have <={count} items': (v) => `最多選擇 ${v.count} 項。`,
  'Too big: expected {what} to be <={most}': (v) => `請填寫不大於 ${v.most} 的數字。`,
  'write the hash of the secret in hex': '頁面送出的內容無法使用，請重新開啟頁面。',
  'write a PHC string of scrypt with ln=15,r=8,p=1, a salt and a hash':
    '頁面送出的內容無法使用，請重新開啟頁面。',
  'write a year such as 2026': '請填寫年份，例如 2026。',
  'name an amount in at least one currency': '請至少填寫一種幣別的金額。',
  'name at most {most} currencies': (v) => `最多填寫 ${v.most} 種幣別。`,
  'give the three-letter code of a currency, such as CNY': '請填寫幣別的三字母代碼，例如 CNY。',
  'write an amount from 0 on in the decimals of its currency, such as 1000':
    '請用數字填寫不小於 0 的金額，例如 1000。',
  'write a fraction such as 2/3': '請填寫分數，例如 2/3。',
  'write a fraction that is not above the whole': '請填寫不大於 1 的分數，例如 2/3。',
  'choose two different roles': '請選擇兩個不同的角色。',
  'whoever enters a payout never approves it, and whoever approves it never pays it':
    '前兩項適用於所有組織，請一併選擇。',
  'say up to which amount an emergency may be paid': '請填寫緊急情況下最多可以支付多少。',
  'give the quorum as a fraction or as a number, one of them':
    '法定人數請填寫比例或人數，二者選一。',
  'an amount is named twice': '同一金額填寫了兩次。',
  'give one stage or two': '請填寫一個或兩個階段。',
  'a level is named twice': '同一層級填寫了兩次。',
  'write a number above 0, such as 1.5': '請填寫大於 0 的數，例如 1.5。',
  'write a percentage up to 100': '請填寫不超過 100 的百分比。',
  'a rolling window has a number of months, and no other has one':
    '期間為若干個月內時請填寫月數，其他情況請留空。',
  'say how much, or how often': '請填寫金額或次數。',
  'the most is not below the least': '最高不得低於最低。',
  'a day is named twice': '同一日期填寫了兩次。',
  'leave at least one day of the week for work': '每週請至少保留一個工作日。',
  'a day is both a holiday and a make-up day': '同一日期既是節假日又是調休上班日。',
  'give the fields of the policy': '頁面送出的內容無法讀取，請重新開啟頁面。',
}
