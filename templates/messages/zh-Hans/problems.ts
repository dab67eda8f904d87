import type { Phrases } from '../phrases.ts'

export const problems: Phrases = {
  'write text': '请填写文字。',
  'write something': '请填写此项。',
  'write at most {count} characters': (v) => `最多 ${v.count} 个字符。`,
  'the text holds half a character': '文字中有残缺的字符，请重新输入。',
  'the text holds a control character': '文字中有不可见的控制字符，请重新输入。',
  'write the amount as text, such as "125.00"': '请用数字填写金额，例如 125.00。',
  'write 1 to 40 lower-case letters, digits and hyphens':
    '请用 1 至 40 个小写字母、数字和连字符，以字母或数字开头。',
  'write letters, digits and . : _ -':
    '只能使用字母、数字和 . : _ - 这几个符号，以字母或数字开头。',
  'write a whole number': '请填写整数。',
  'write a number from {least} on': (v) => `请填写不小于 ${v.least} 的数字。`,
  'write a number up to {most}': (v) => `请填写不大于 ${v.most} 的数字。`,
  'write true or false': '请选择是或否。',
  'write a name': '请填写名称。',
  'write 1 to 64 letters, digits and . _ @ + -, without spaces':
    '请用 1 至 64 个字母、数字和 . _ @ + - 这几个符号，中间不留空格。',
  'give a reference such as "P-000001", or kind and name':
    '请填写姓名或名称，或编号（如 P-000001）。',
  'choose at least one fund': '请至少选择一个基金。',
  'choose at most {most} funds': (v) => `最多选择 ${v.most} 个基金。`,
  'a fund is named twice': '同一个基金选了两次。',
  'write a SHA-256 digest in hex': '页面未能读取文件，请重新选择文件。',
  'write the SHA-256 of the secret in hex': '页面发送的内容无法使用，请重新打开页面。',
  'write 32 bytes as base64url': '这不是公钥。',
  '“{given}” is not a day of the calendar between {first} and {last}. Write the day as YYYY-MM-DD, such as 2025-02-28.':
    (v) => `“${v.given}”不是有效的日期。请按年、月、日填写，例如 2025-02-28。`,
  '“{given}” is not a month between {first} and {last}. Write the month as YYYY-MM, such as 2025-02.':
    (v) => `“${v.given}”不是有效的月份。请按年、月填写，例如 2025-02。`,
  'Invalid option: expected one of {options}': () => '请选择其中一项。',
  'Invalid input: expected {what}, received undefined': () => '请填写此项。',
  'Invalid input: expected {what}, received {given}': () => '此项内容无法识别，请重新填写。',
  'Invalid input: expected {what}': () => '此项不是可用的值。',
  'Invalid input': '此项内容无法识别，请重新填写。',
  'Invalid string: must match pattern {pattern}': () => '此项的格式不正确。',
  'Unrecognized key: {key}': (v) => `表单中有多余的项目：${v.key}。请重新打开表单。`,
  'Unrecognized keys: {keys}': (v) => `表单中有多余的项目：${v.keys}。请重新打开表单。`,
  'Too small: expected string to have >={count} characters': () => '请填写此项。',
  'Too small: expected array to have >={count} items': (v) => `请至少选择 ${v.count} 项。`,
  'Too small: expected {what} to be >={least}': (v) => `请填写不小于 ${v.least} 的数字。`,
  'Too small: expected {what} to be >{least}': (v) => `请填写大于 ${v.least} 的数字。`,
  'Too big: expected string to have <={count} characters': (v) => `最多 ${v.count} 个字符。`,
  'Too big: expected array to have <={count} items': (v) => `最多选择 ${v.count} 项。`,
  'Too big: expected {what} to be <={most}': (v) => `请填写不大于 ${v.most} 的数字。`,
  'write the hash of the secret in hex': '页面发送的内容无法使用，请重新打开页面。',
  'write a PHC string of scrypt with ln=15,r=8,p=1, a salt and a hash':
    '页面发送的内容无法使用，请重新打开页面。',
  'write a year such as 2026': '请填写年份，例如 2026。',
}
