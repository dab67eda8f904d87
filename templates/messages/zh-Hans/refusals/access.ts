import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { shell } from '../shell.ts'

const { count } = tellingIn('zh-Hans')
const goodPassword = '用三四个只有您自己才会联想到一起的词语，就是好密码。'

/** Who may do what; signing in; forms and pages. */
export const accessRefusals = {
  'access.beyond_scope': () => ({
    sentence: '此事关系到整个组织，您的角色只限于其中的单位。',
    remedy: '请找角色及于整个组织的人办理。',
  }),
  'grant.held': (v) => ({
    sentence: `用户 ${v.user} 在该处已有“${wordFor(shell.role, v.role)}”角色。`,
    remedy: '请授予其他角色，或在其他单位授予同一角色。',
  }),
  'grant.unknown': (v) => ({
    sentence: `该用户没有编号为 ${v.grant} 的有效角色。`,
    remedy: '请在用户列表中查找。',
  }),
  'unit.unknown': (v) => ({
    sentence: v.unit === '' ? '请指明是哪个单位。' : `本账簿中没有单位“${v.unit}”。`,
    remedy: '请在单位列表中查找，或先新增该单位。',
  }),
  'user.beyond_scope': (v) => ({
    sentence: `用户 ${v.user} 在您所管单位之外也有角色。`,
    remedy: '请收回其在您单位内的角色，或请整个组织的负责人办理。',
  }),
  'access.names_not_given': () => ({
    sentence: '您无权查看姓名，因此不能让用户或访问令牌查看姓名。',
    remedy: '请有权查看姓名的负责人办理。',
  }),
  'access.not_allowed': (v) => ({
    sentence: `您的角色（${v.roles.map((one) => wordFor(shell.role, one)).join('、') || '无'}）不能办理此事，可以办理的是：${v.may.map((one) => wordFor(shell.role, one)).join('、')}。`,
    remedy: '请找具有上述角色的人办理。',
  }),
  'backup.holds_names': () => ({
    sentence: '账簿副本包含其中的所有姓名，只供可以查看姓名的人使用。',
    remedy: '请联系可以查看姓名的负责人或审计员。',
  }),
  'book.not_set_up': () => ({
    sentence: '本账簿还没有建立组织信息。',
    remedy: '请先完成账簿的初始设置。',
  }),
  'detail.erased': () => ({
    sentence: '这里的文字内容已被删除。',
    remedy: '账簿只保留其摘要，文字本身不能再显示。',
  }),
  'form.broken': () => ({
    sentence: '表单的内容没有完整送达，或者无法读取。',
    remedy: '请打开页面，填写其中的表单并提交。',
  }),
  'form.foreign': () => ({
    sentence: '这份表单不是从本账簿的页面提交的。',
    remedy: '请在这里打开页面，填写其中的表单并提交。',
  }),
  'form.type': () => ({
    sentence: '此页面只接受它自己的表单。',
    remedy: '请打开页面，填写其中的表单并提交。',
  }),
  'idempotency_key.invalid': () => ({
    sentence: '此表单的编号不正确。',
    remedy: '请重新打开表单再填写一次。',
  }),
  'idempotency_key.missing': () => ({
    sentence: '此表单缺少编号，无法保证同一件事只登记一次。',
    remedy: '请重新打开表单再填写一次。',
  }),
  'idempotency_key.reused': () => ({
    sentence: '此表单已经用其他内容提交过。',
    remedy: '如果是另一件事，请重新填写一份表单。',
  }),
  'input.invalid': (v) => ({
    sentence: `填写的内容有误：${v.issues.map(({ problem }) => faultIn(problem)).join('')}`,
    remedy: '请更正后重新提交。',
  }),
  'invitation.ends_in_the_past': () => ({
    sentence: '邀请的截止时间已经过去。',
    remedy: '请填写将来的时间。',
  }),
  'invitation.exists': () => ({
    sentence: '本账簿中已有相同的邀请。',
    remedy: '请重新生成一份邀请。',
  }),
  'invitation.incomplete': (v) => ({
    sentence: `新用户还缺少${faultIn(v.missing)}。`,
    remedy: '请填写登录名、姓名和密码。',
  }),
  'invitation.invalid': () => ({
    sentence: '此链接不属于本账簿，或已过期，或已经用过。',
    remedy: '请负责人重新生成一份邀请。',
  }),
  'organisation.already_set_up': (v) => ({
    sentence: `本账簿已经属于“${v.name}”。`,
    remedy: '请为其他组织另建一本账簿。',
  }),
  'organisation.nothing_revised': (v) => ({
    sentence: `单位名称已经是“${v.name}”，时区也没有变。`,
    remedy: '请填写不同的名称或时区。',
  }),
  'page.unknown': (v) => ({
    sentence: `没有页面 ${v.path}。`,
    remedy: '请从“待办事项”开始，或使用搜索。',
  }),
  'password.common': () => ({
    sentence: '这个密码太常见，最先被人猜到的就是这类密码。',
    remedy: goodPassword,
  }),
  'password.is_login': () => ({
    sentence: '密码与登录名过于相似。',
    remedy: goodPassword,
  }),
  'password.length': (v) => ({
    sentence: `密码有 ${v.characters} 个字符，应当有 ${v.least} 至 ${v.most} 个。`,
    remedy: goodPassword,
  }),
  'session.unknown': () => ({
    sentence: '您的登录已经失效。',
    remedy: '请重新登录。',
  }),
  'sign_in.busy': (v) => ({
    sentence: `目前有 ${count(v.waiting)} 人同时在登录。`,
    remedy: '请几秒钟后再试。',
  }),
  'sign_in.refused': () => ({
    sentence: '登录名与密码不相符。',
    remedy: '请核对两者，并注意大小写。忘记密码的，请负责人发出邀请以设置新密码。',
  }),
  'sign_in.throttled': (v) => ({
    sentence: `此登录名尝试的次数过多，请在 ${count(v.minutes)} 分钟后再试。`,
    remedy: '请等待后再试。',
  }),
  'token.ends_in_the_past': () => ({
    sentence: '访问令牌的截止时间已经过去。',
    remedy: '请填写将来的时间。',
  }),
  'token.exists': () => ({
    sentence: '本账簿中已有相同的访问令牌。',
    remedy: '请重新生成一个；用过的令牌即使已过期也不能再用。',
  }),
  'token.invalid': () => ({
    sentence: '此访问令牌不属于本账簿，或已过期，或已被撤销。',
    remedy: '请负责人新建一个访问令牌。',
  }),
  'token.missing': () => ({
    sentence: '没有登录，也没有访问令牌。',
    remedy: '请先登录。',
  }),
  'token.unknown': (v) => ({
    sentence: `本账簿中没有有效的访问令牌 ${v.token}。`,
    remedy: '请在访问令牌列表中查找。',
  }),
  'user.last_owner': (v) => ({
    sentence: `用户 ${v.user} 是最后一位负责人；没有负责人，就再没有人能做任何设置。`,
    remedy: '请先指定另一位负责人。',
  }),
  'user.login_taken': (v) => ({
    sentence: `登录名“${v.login}”已有人使用。`,
    remedy: '请另选一个登录名。',
  }),
  'user.not_oneself': () => ({
    sentence: '密码、两步验证和登录只能由本人管理。',
    remedy: '请登录后自行办理。忘记密码的，请负责人发出邀请以设置新密码。',
  }),
  'user.unknown': (v) => ({
    sentence: `本账簿中没有可以登录的用户 ${v.user}。`,
    remedy: '请在用户列表中查找。',
  }),
} satisfies SomeRefusalWords
