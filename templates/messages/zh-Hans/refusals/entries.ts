import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { words } from '../words.ts'

const { day, month, money, count } = tellingIn('zh-Hans')

/** Amounts, days, periods, accounts and entries. */
export const entryRefusals = {
  'account.below_floor': (v) => ({
    sentence: `基金 ${v.fund} 的科目“${v.account}”只有 ${money(v.balance, v.currency)}，记入 ${money(v.amount, v.currency)} 后余额会低于零。`,
    remedy: '请改用余额足够的金额，或先补登遗漏的款项。',
  }),
  'account.exists': (v) => ({
    sentence: `科目表中已有科目 ${v.code}。`,
    remedy: '请为新科目另取一个代码。',
  }),
  'account.role_missing': (v) => ({
    sentence: `本账簿没有承担“${wordFor({ ...words.payout_category, ...words.commitment_kind }, v.role)}”的科目。`,
    remedy: '请在科目表中为某一科目指定这一用途。',
  }),
  'account.unknown': (v) => ({
    sentence: `本账簿的科目表中没有科目 ${v.account}。`,
    remedy: '请在科目表中查找。',
  }),
  'amount.missing': () => ({
    sentence: '没有填写金额。',
    remedy: '请填写大于零的金额，例如 1234.50。',
  }),
  'amount.not_positive': (v) => ({
    sentence: `金额“${v.given}”不大于零。`,
    remedy: '请填写大于零的金额；方向相反的款项请用冲销，或另行登记。',
  }),
  'amount.not_text': () => ({
    sentence: '金额的格式不正确。',
    remedy: '请用数字填写金额，例如 1234.50。',
  }),
  'amount.too_large': (v) => ({
    sentence: `金额“${v.given}”超过单笔可登记的最大金额 ${money(v.largest, v.currency)}。`,
    remedy: '请核对金额；如果无误，请分成几笔登记。',
  }),
  'amount.too_many_decimals': (v) => ({
    sentence: `金额“${v.given}”的小数位数超过了 ${v.currency} 的 ${v.decimals} 位。`,
    remedy: v.decimals === 0 ? '请填写整数金额。' : `请将金额四舍五入到 ${v.decimals} 位小数。`,
  }),
  'amount.total_too_large': (v) => ({
    sentence: `科目“${v.account}”的余额会超过账簿可容纳的最大金额。`,
    remedy: '请核对金额，实际的基金不会有这么大的数额。',
  }),
  'amount.unreadable': (v) => ({
    sentence: `“${v.given}”不是可识别的金额：${faultIn(v.fault)}。`,
    remedy: '请用数字填写，小数前用一个小数点，例如 1234.50。',
  }),
  'amount.words_unreadable': (v) => ({
    sentence: `“${v.given}”不是符合票据填写规则的中文大写金额。`,
    remedy: '请写成“人民币壹仟贰佰叁拾肆元伍角整”这样的形式，中间不留空格。',
  }),
  'currency.unknown': (v) => ({
    sentence: `“${v.currency}”不是可以用来记账的币种。`,
    remedy: '请填写三个大写字母的币种代码，例如 CNY。',
  }),
  'day.before_origin': (v) => ({
    sentence: `日期${day(v.day)}早于它所依据的那笔登记的日期${day(v.origin)}。`,
    remedy: '请填写该日或之后的日期。',
  }),
  'day.in_future': (v) => ({
    sentence: `日期${day(v.day)}在今天（${day(v.today)}）之后。`,
    remedy: '请在发生的当天登记，或填写实际发生的日期。',
  }),
  'day.invalid': (v) => ({
    sentence: `“${v.given}”不是有效的日期。`,
    remedy: '请按年、月、日填写，例如 2025-02-28。',
  }),
  'entry.already_reversed': (v) => ({
    sentence: `凭证 ${v.entry} 已于${day(v.on)}由凭证 ${v.by} 冲销；一张凭证只能冲销一次。`,
    remedy: '如果冲销有误，请按实际情况重新登记一张凭证。',
  }),
  'entry.beyond_scope': (v) => ({
    sentence: `凭证 ${v.entry} 还涉及您所管单位之外的基金。`,
    remedy: '请由同时管辖两个基金的人员办理。',
  }),
  'entry.has_dependants': (v) => ({
    sentence: `凭证 ${v.entry} 之后还有以它为依据的凭证：${v.dependants.map((one) => one.replace(/^entry /, '')).join('、')}。`,
    remedy: '请先冲销这些凭证，从最新的开始。',
  }),
  'entry.is_reversal': (v) => ({
    sentence: `凭证 ${v.entry} 本身就是对凭证 ${v.reverses} 的冲销。`,
    remedy: '冲销凭证不能再冲销；请按实际情况重新登记一张凭证。',
  }),
  'entry.unknown': (v) => ({
    sentence: `本账簿中没有凭证 ${v.entry}。`,
    remedy: '请在明细账中查找。',
  }),
  'event.unknown': (v) => ({
    sentence: `账簿中没有第 ${count(v.sequence)} 号事项，最新的是第 ${count(v.newest)} 号。`,
    remedy: '请在事项列表中查找。',
  }),
  'month.invalid': (v) => ({
    sentence: `“${v.given}”不是有效的月份。`,
    remedy: '请按年、月填写，例如 2025-02。',
  }),
  'period.closed': (v) => ({
    sentence: `日期${day(v.day)}属于${month(v.month)}，该月已结账，不能再记账。`,
    remedy: '请记入未结账的期间，或由两个人办理重新开账。',
  }),
  'period.not_over': (v) => ({
    sentence: `今天是${day(v.today)}，${month(v.month)}还没有结束。`,
    remedy: '请在下月第一天或以后结账。',
  }),
  'period.second_person': (v) => ({
    sentence: `${month(v.month)}的重新开账就是您申请的，不能由您自己决定。`,
    remedy: '请由另一个人决定；任何人不得审批自己经办的事项。',
  }),
  'period.state': (v) => ({
    sentence: `${month(v.month)}目前的状态是“${wordFor(words.period_state, v.state)}”，不能这样办理。`,
    remedy: '请先查看会计期间的状态。',
  }),
  'register.cursor': () => ({
    sentence: '明细账中没有这个位置。',
    remedy: '请从最新一页开始，逐页翻看。',
  }),
  'sequence.unknown': (v) => ({
    sentence: `账簿中没有第 ${count(v.sequence)} 号事项，最新的是第 ${count(v.newest)} 号。`,
    remedy: '请填写账簿中已有的事项编号。',
  }),
  'time_zone.unknown': (v) => ({
    sentence: `“${v.given}”不是时区名称。`,
    remedy: '请填写标准时区名称，例如 Asia/Shanghai。',
  }),
} satisfies SomeRefusalWords
