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
  'name an amount in at least one currency': '请至少填写一种币种的金额。',
  'name at most {most} currencies': (v) => `最多填写 ${v.most} 种币种。`,
  'give the three-letter code of a currency, such as CNY': '请填写币种的三字母代码，例如 CNY。',
  'write an amount from 0 on in the decimals of its currency, such as 1000':
    '请用数字填写不小于 0 的金额，例如 1000。',
  'write a fraction such as 2/3': '请填写分数，例如 2/3。',
  'write a fraction that is not above the whole': '请填写不大于 1 的分数，例如 2/3。',
  'choose two different roles': '请选择两个不同的角色。',
  'whoever enters a payout never approves it, and whoever approves it never pays it':
    '前两项适用于所有组织，请一并选择。',
  'say up to which amount an emergency may be paid': '请填写紧急情况下最多可以支付多少。',
  'give the quorum as a fraction or as a number, one of them':
    '法定人数请填写比例或人数，二者选一。',
  'an amount is named twice': '同一金额填写了两次。',
  'give one stage or two': '请填写一个或两个阶段。',
  'a level is named twice': '同一层级填写了两次。',
  'write a number above 0, such as 1.5': '请填写大于 0 的数，例如 1.5。',
  'write a percentage up to 100': '请填写不超过 100 的百分比。',
  'a rolling window has a number of months, and no other has one':
    '期间为若干个月内时请填写月数，其他情况请留空。',
  'say how much, or how often': '请填写金额或次数。',
  'the most is not below the least': '最高不得低于最低。',
  'a day is named twice': '同一日期填写了两次。',
  'leave at least one day of the week for work': '每周请至少保留一个工作日。',
  'a day is both a holiday and a make-up day': '同一日期既是节假日又是调休上班日。',
  'give the fields of the policy': '页面送出的内容无法读取，请重新打开页面。',
}
