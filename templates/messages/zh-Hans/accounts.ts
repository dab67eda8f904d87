/** 外部账户：用它登录，管理自己关联的账户。 */
import type { accounts as english } from '../en/accounts.ts'

export const accounts: typeof english = {
  sign_in_with: ({ provider }) => `使用 ${provider} 登录`,
  join_with: ({ provider }) => `使用 ${provider} 加入`,
  title: '您的外部账户',
  lead: '关联账户后，您可以在其提供方处登录，不必在此登录。系统只认账户本身，不认电子邮箱地址。',
  yours: '已关联的账户',
  none: '您还没有关联账户',
  none_lead: '关联之后，由提供方确认您的身份，您可以少记一个密码。',
  provider: '提供方',
  known_as: ({ subject }) => `在该处的标识：${subject}`,
  made: '关联时间',
  used: '上次使用',
  never: '尚未使用',
  link: '关联账户',
  link_with: ({ provider }) => `关联您的 ${provider} 账户`,
  no_provider: '本账簿没有连接登录提供方。账簿负责人可在设置中连接。',
  linked: '账户已关联，可以用它登录。',
  unlink: '解除关联',
  unlink_one: ({ provider }) => `解除与 ${provider} 账户的关联`,
  unlinked: '已解除账户关联。',
}
