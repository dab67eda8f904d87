import type { SomeRefusalWords } from '../../refusal-words.ts'
import { wordFor } from '../../telling.ts'

const residentIdFaults = {
  length: '不是 18 位',
  characters: '应为 17 位数字加 1 位数字或字母 X',
  place: '开头不是任何省份的代码',
  birth_date: '其中的出生日期不存在，或早于 1900 年',
  not_born: '其中的出生日期晚于今天',
  check_character: '最后一位校验码与前面不符',
}
const creditCodeFaults = {
  length: '不是 18 位',
  characters: '只能有数字和 I、O、S、V、Z 以外的大写字母',
  place: '第 3 至 8 位不是行政区划数字代码',
  check_character: '最后一位校验码与前面不符',
}
const ibanFaults = {
  country: '开头不是使用这种账号的国家代码',
  length: '长度与该国账号不符',
  form: '格式与该国账号不符',
  check_digits: '校验码与其余部分不符',
}
const bankAccountFaults = {
  length: '应为 5 至 30 位数字',
  characters: '含有数字以外的内容',
}
const phoneFaults = {
  not_a_number: '不是电话号码',
  country: '无法确定国家或地区',
  too_short: '太短',
  too_long: '太长',
  length: '位数与该国家或地区的号码不符',
}

/** Numbers of people and organisations, and what lies sealed. */
export const vaultRefusals = {
  'bank_account.invalid': (v) => ({
    sentence: `银行账号“${v.given}”有误：${wordFor(bankAccountFaults, v.fault)}。`,
    remedy: '请填写账号或卡号的数字，或完整的国际银行账号（IBAN）。',
  }),
  'credit_code.invalid': (v) => ({
    sentence: `统一社会信用代码“${v.given}”有误：${wordFor(creditCodeFaults, v.fault)}。`,
    remedy: '请与登记证书逐位核对。',
  }),
  'iban.invalid': (v) => ({
    sentence: `国际银行账号（IBAN）“${v.given}”有误：${wordFor(ibanFaults, v.fault)}。`,
    remedy: '请与银行单据逐组核对。',
  }),
  'master_key.unreadable': () => ({
    sentence: '服务器上的主密钥无法读取。',
    remedy: '请联系服务器管理员，放回建立账簿时的主密钥；换成新的密钥将无法打开任何内容。',
  }),
  'phone.invalid': (v) => ({
    sentence: `电话号码“${v.given}”有误：${wordFor(phoneFaults, v.fault)}。`,
    remedy: '请填写区号，或以 + 和国家代码开头，例如 +86 138 0013 8000。',
  }),
  'resident_id.invalid': (v) => ({
    sentence: `居民身份证号码“${v.given}”有误：${wordFor(residentIdFaults, v.fault)}。`,
    remedy: '请与证件逐位核对；如是其他证件，请选择相应的证件类型。',
  }),
  'resident_id.old_form': (v) => ({
    sentence: `居民身份证号码“${v.given}”是 15 位的旧号码，已于 2013 年停用。`,
    remedy: '请填写现行证件上的 18 位号码；没有的话，请选择其他证件类型。',
  }),
  'vault.altered': () => ({
    sentence: '加密保存的内容无法打开：它被改动、移动过，或来自另一本账簿。',
    remedy: '请联系服务器管理员核对账簿，并用核对无误的备份恢复。',
  }),
  'vault.closed': () => ({
    sentence: '身份证号、银行账号、电话和住址均加密保存，而本服务器没有主密钥。',
    remedy: '请联系服务器管理员提供本账簿的主密钥。',
  }),
  'vault.key_file_open': (v) => ({
    sentence: `主密钥文件可被其他用户读取（权限 ${v.mode}）。`,
    remedy: '请联系服务器管理员把该文件改为只有所有者可以读写（权限 600）。',
  }),
  'vault.key_unknown': (v) => ({
    sentence: `此内容由主密钥 ${v.kid} 加密，而本服务器没有这把密钥。`,
    remedy: '请联系服务器管理员：在当前主密钥之后保留旧密钥，或完成密钥更换。',
  }),
} satisfies SomeRefusalWords
