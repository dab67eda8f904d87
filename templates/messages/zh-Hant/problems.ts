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
}
