/** 通行密钥：用它登录，管理自己的通行密钥。 */
import type { passkeys as english } from '../en/passkeys.ts'

export const passkeys: typeof english = {
  sign_in: '使用通行密钥登录',
  show: '使用通行密钥',
  title: '您的通行密钥',
  lead: '通行密钥保存在您自己的设备上，只能打开本账簿。使用时由设备核对您的指纹、面容或密码，不再需要登录密码和两步验证。',
  yours: '已有的通行密钥',
  none: '您还没有通行密钥',
  none_lead: '有了它，登录时不必输入密码，别人也无法骗走它。',
  label: '名称',
  label_hint: '例如“办公室电脑”或“我的手机”，便于日后辨认。',
  made: '创建时间',
  used: '上次使用',
  never: '尚未使用',
  synced: '由您的账户同步到多台设备',
  elsewhere: ({ site }) => `为 ${site} 创建，在此处无法使用`,
  add: '新建通行密钥',
  do_add: '创建通行密钥',
  added: '通行密钥已创建，可以用它登录。',
  remove: '移除',
  remove_one: ({ label }) => `移除通行密钥“${label}”`,
  removed: '通行密钥已移除。请在设备上也将其删除。',
  prove: '请先再次验证身份',
  unnamed: '请填写名称。',
  without: '此操作需要在支持通行密钥的浏览器中允许本页运行脚本。',
  told: {
    stopped: '未完成：操作已取消或超时。请重试。',
    known: '这台设备上已有您的通行密钥。',
    failed: '浏览器无法在此使用通行密钥。请重试，或改用其他方式。',
  },
}
