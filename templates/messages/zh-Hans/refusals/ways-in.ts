import type { SomeRefusalWords } from '../../refusal-words.ts'

const anotherWay = '请改用其他方式登录。'

/** 提供方的答复有何不妥。 */
const faults: Readonly<Record<string, string>> = {
  algorithm: '令牌的签名方式不被接受',
  audience: '令牌是给别处的',
  client: '提供方不认可本账簿的客户端 ID 和密钥',
  code: '授权码已用过或已过期',
  form: '不符合 OpenID Connect 的规定',
  issuer: '来自另一个签发者',
  nonce: '令牌回答的是另一次请求',
  signature: '令牌不是用提供方的密钥签名的',
  state: '不是由此浏览器发起的，或发起已久',
  time: '令牌已过期，或时间不符',
}

/** Passkeys, providers of sign-ins, accounts there. */
export const waysInRefusals = {
  'identity.not_linked': (v) => ({
    sentence: `此 ${v.provider} 账户没有与本账簿的任何使用者关联。`,
    remedy: '请以其他方式登录并在设置中关联，或请账簿负责人发出邀请。',
  }),
  'identity.taken': () => ({
    sentence: '此账户已与本账簿的使用者关联。',
    remedy: '请先在该处解除关联，或改用其他账户。',
  }),
  'identity.unknown': (v) => ({
    sentence: `您没有编号为 ${v.identity} 的关联账户。`,
    remedy: '请在设置中查看。',
  }),
  'identity_provider.address': (v) => ({
    sentence: `无法通过地址“${v.issuer}”联系提供方。`,
    remedy: '请按提供方的说明填写签发者：以 https:// 开头的公开域名，不含问号和 # 号。',
  }),
  'identity_provider.answer_refused': (v) => ({
    sentence: `${v.provider} 的答复不被接受：${faults[v.fault] ?? v.fault}。`,
    remedy: '请重新登录。如仍出错，请告知账簿负责人，并改用其他方式登录。',
  }),
  'identity_provider.declined': (v) => ({
    sentence: `${v.provider} 没有确认您的身份：操作在该处被取消。`,
    remedy: `请重新开始并在该处同意，或${anotherWay.slice(1)}`,
  }),
  'identity_provider.exists': (v) => ({
    sentence: `代号“${v.code}”已用于另一个提供方。`,
    remedy: '请换一个代号，或先断开那一个。',
  }),
  'identity_provider.not_from_here': () => ({
    sentence: '关联账户须从您自己的设置页面开始。',
    remedy: '请打开登录设置，在那里选择提供方。',
  }),
  'identity_provider.secret_unreadable': (v) => ({
    sentence: `${v.provider} 的客户端密钥由主密钥加密，而此处没有该主密钥。`,
    remedy: '请让服务器重新获得主密钥，或请账簿负责人重新连接提供方。',
  }),
  'identity_provider.too_many': (v) => ({
    sentence: `已连接 ${v.most} 个提供方，达到上限。`,
    remedy: '请断开一个不再使用的提供方。',
  }),
  'identity_provider.unknown': (v) => ({
    sentence: `本账簿没有连接编号为 ${v.provider} 的提供方。`,
    remedy: '请在提供方列表中查看。',
  }),
  'identity_provider.unreachable': (v) => ({
    sentence: `${v.provider} 目前没有应答。`,
    remedy: `请稍后再试，或${anotherWay.slice(1)}`,
  }),
  'origin.invalid': (v) => ({
    sentence: `CARE_LEDGER_ORIGIN 的值“${v.given}”不是一个来源地址。`,
    remedy: '请按浏览器的写法填写，例如 https://books.example.org，后面不带任何内容。',
  }),
  'passkey.counter_went_back': () => ({
    sentence: '此通行密钥的计数器倒退了，说明可能有人持有它的副本。它已被停用。',
    remedy: '请用登录名称和密码登录，新建通行密钥，并告知账簿负责人。',
  }),
  'passkey.exists': () => ({
    sentence: '本账簿中已有这个通行密钥。',
    remedy: '请用它登录，或在另一台设备上新建。',
  }),
  'passkey.not_at_this_address': (v) => ({
    sentence: `浏览器只为通过 https 访问的域名保存通行密钥，而这里是 ${v.host}。`,
    remedy: '请通过 https 以账簿自己的域名打开。',
  }),
  'passkey.not_made': () => ({
    sentence: '此通行密钥是为另一个地址创建的，或者创建时没有核对使用者，因此未被接受。',
    remedy: '请在此页重新创建，并让设备核对指纹、面容或设备密码。',
  }),
  'passkey.question_over': () => ({
    sentence: '此通行密钥所回答的请求已超过五分钟、已被回答过，或来自另一个浏览器。',
    remedy: '请重试。',
  }),
  'passkey.refused': () => ({
    sentence: '此通行密钥在这里无法使用。',
    remedy: '请选择另一个，或用登录名称和密码登录。新的通行密钥可在设置中创建。',
  }),
  'passkey.too_many': (v) => ({
    sentence: `您已有 ${v.most} 个通行密钥，达到上限。`,
    remedy: '请移除一个不再使用的。',
  }),
  'passkey.unknown': (v) => ({
    sentence: `您没有编号为 ${v.passkey} 的通行密钥。`,
    remedy: '请在设置中查看。',
  }),
  'passkey.unreadable': () => ({
    sentence: '浏览器没有送来可以读取的通行密钥答复。',
    remedy: '请允许本页运行脚本后重试。',
  }),
  'sign_in.only_way': () => ({
    sentence: '这是您唯一的登录方式。',
    remedy: '请先新建通行密钥或关联另一个账户，或请账簿负责人发送设置密码的链接。',
  }),
} satisfies SomeRefusalWords
