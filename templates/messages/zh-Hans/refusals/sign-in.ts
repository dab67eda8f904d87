/** 两步验证、恢复码以及再次证明身份时说的话。 */
import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'

const { count } = tellingIn('zh-Hans')

export const signInRefusals = {
  'access.not_among_commands': (v) => ({
    sentence: `此令牌不能执行 ${v.name}，只能执行：${v.only.join('、')}。`,
    remedy: '请另建一个可以执行此项操作，或不限操作的令牌。',
  }),
  'access.reads_only': () => ({
    sentence: '此令牌只能读取，不能更改账簿。',
    remedy: '请使用可以写入的令牌。',
  }),
  'token.lasts_too_long': (v) => ({
    sentence: `令牌的有效期为 ${count(v.days)} 天，超过了 ${count(v.most_days)} 天；应当定期检查是否仍有用处。`,
    remedy: '请填写较早的截止时间。',
  }),
  'code.clock_off': (v) => ({
    sentence: `显示此验证码的设备，时钟${v.minutes > 0 ? '快' : '慢'}了 ${count(Math.abs(v.minutes))} 分钟。`,
    remedy: '请让设备自动校准时间，再输入它显示的验证码。',
  }),
  'code.used': () => ({
    sentence: '这个验证码已经用过，每个只能使用一次。',
    remedy: '请等应用显示下一个，最多半分钟。',
  }),
  'code.wrong': () => ({
    sentence: '这不是应用此刻显示的验证码。',
    remedy: '请输入最新的一个。验证码随时间变化，请让设备自动校准时间。',
  }),
  'half_sign_in.unknown': () => ({
    sentence: '这次登录没有及时完成，或已在别处完成。',
    remedy: '请从密码开始重新登录。',
  }),
  'recovery_code.mistyped': () => ({
    sentence: '这不是显示过的恢复码，有字符错误或遗漏。',
    remedy: '请重新输入，共 17 个字母和数字。',
  }),
  'recovery_code.wrong': () => ({
    sentence: '这不是您的恢复码，或已经用过。',
    remedy: '请使用最新一页上的另一个，每个只能使用一次。',
  }),
  'second_factor.missing': () => ({
    sentence: '尚未设置两步验证。',
    remedy: '请先在“设置”的“登录方式”中设置。',
  }),
  'second_factor.needed': (v) => ({
    sentence: `用户 ${v.user} 须经两步验证登录，只有密码不够。`,
    remedy: '请重新登录，并完成两步验证。',
  }),
  'second_factor.own': (v) => ({
    sentence: `用户 ${v.user} 就是您本人；自己的两步验证只能停用，不能重置。`,
    remedy: '请用恢复码登录，再到设置中重新设置。',
  }),
  'second_factor.required': () => ({
    sentence: '按本账簿的规定，您的角色须使用两步验证。',
    remedy: '请换用新的验证器，或请负责人修改规定。',
  }),
  'second_factor.unreadable': (v) => ({
    sentence: `本服务器的密钥无法读取用户 ${v.user} 的两步验证。`,
    remedy: '请告知服务器管理者，主密钥由其保管；或使用恢复码。',
  }),
  'session.stale': (v) => ({
    sentence: `此项操作要求在最近 ${count(v.minutes)} 分钟内输入过密码或验证码。`,
    remedy: '请再次证明您的身份，然后继续。',
  }),
} satisfies SomeRefusalWords
