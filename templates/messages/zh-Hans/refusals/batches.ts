import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { batches } from '../batches.ts'
import { cases } from '../cases.ts'
import { words } from '../words.ts'

const { day } = tellingIn('zh-Hans')
const word = (code: string) => wordFor(batches.stands, code)
const state = (code: string) => wordFor(cases.states, code)
const form = (code: string) => wordFor(words.form, code)
const checks = (codes: readonly string[]) =>
  codes.map((code) => wordFor(batches.checks, code)).join('、')

/** 发放批次。 */
export const batchRefusals = {
  'bank_result.amount_differs': (v) => ({
    sentence: `银行所列金额为 ${v.amount}，该行应为 ${v.due} ${v.currency}。`,
    remedy: '请向银行查询实付金额；查清之前该行等待结果。',
  }),
  'bank_result.differs': (v) => ({
    sentence: `该行此前为“${word(v.before)}”，银行现称“${word(v.now)}”。`,
    remedy: '已付款项日后退回的，请登记退回；否则请向银行查询。',
  }),
  'bank_result.name_differs': (v) => ({
    sentence: `银行所列户名与第 ${v.line} 行的收款人不符。`,
    remedy: '请向银行查询付给了谁；查清之前该行等待结果。',
  }),
  'bank_result.reference_unknown': (v) => ({
    sentence: `已放行的批次中没有编号为 ${v.reference} 的明细。`,
    remedy: '请核对该文件是否属于本单位、是否属于已放行的批次。',
  }),
  'batch.approved_by_oneself': (v) => ({
    sentence: `您批准过批次 ${v.batch} 中的个案 ${v.case}；批准人不得放行付款。`,
    remedy: '请由其他人放行，或将该个案移出批次。',
  }),
  'batch.by_bank': (v) => ({
    sentence: `批次 ${v.batch} 由银行发放，无需签收。`,
    remedy: '请登记银行的处理结果。',
  }),
  'batch.entered_by_oneself': (v) => ({
    sentence: `批次 ${v.batch} 中的个案 ${v.case} 由您录入；按职责分离办法，录入人不得付款。`,
    remedy: '请由其他人放行，或先修订该办法。',
  }),
  'batch.instalment_not_payable': (v) => ({
    sentence: `第 ${v.instalment} 号应付款不能以此方式从该基金支付：已付、已在批次中、已取消、尚未到期或不存在。`,
    remedy: '请去掉它，或查看其个案。',
  }),
  'batch.last_line': (v) => ({
    sentence: `这是批次 ${v.batch} 的最后一行。`,
    remedy: '请作废整个批次。',
  }),
  'batch.line_not_payable': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行不再应付：个案 ${v.case} 的状态为“${state(v.state)}”。`,
    remedy: '请将该行移出批次。',
  }),
  'batch.lines_open': (v) => ({
    sentence: `批次 ${v.batch} 还有 ${v.open} 行没有结果。`,
    remedy: '请登记其结果；银行始终未付的，登记为失败。',
  }),
  'batch.needs_signature': (v) => ({
    sentence: `批次 ${v.batch} 以现金或物资发放，须由领取人签收。`,
    remedy: '请登记该行的签收单；无人领取的，登记为失败。',
  }),
  'batch.not_prepared': (v) => ({
    sentence: `批次 ${v.batch} 的状态为“${word(v.state)}”，只有编制中的批次可以更改。`,
    remedy: '已放行的按原样办理；退回的款项用新批次重新发放。',
  }),
  'batch.not_released': (v) => ({
    sentence: `批次 ${v.batch} 的状态为“${word(v.state)}”。`,
    remedy: '只有已放行而未结清的批次可以结清。',
  }),
  'batch.nothing_payable': (v) => ({
    sentence: `所选范围内没有可从基金 ${v.fund} 以“${form(v.form)}”支付的款项。`,
    remedy: '请查看应付款项；个案须先获批准，每笔应付款同时只能在一个批次中。',
  }),
  'batch.own_release': (v) => ({
    sentence: `批次 ${v.batch} 由您编制；编制人不得放行。`,
    remedy: '请由其他有权放行的人办理；任何角色都不例外。',
  }),
  'batch.pay_on_past': (v) => ({
    sentence: `不能在 ${day(v.pay_on)}付款，今天是 ${day(v.today)}。`,
    remedy: '请选择今天或以后的日期。',
  }),
  'batch.red_findings': (v) => ({
    sentence: `批次 ${v.batch} 有 ${v.lines} 行查出红色问题（${checks(v.checks)}）；按支付核查办法不得放行。`,
    remedy: '请移出这些行或先解决问题，或先修订该办法。',
  }),
  'batch.unknown': (v) => ({
    sentence: `本账簿中没有批次 ${v.batch}。`,
    remedy: '请在批次列表中查找。',
  }),
  'batch_line.before_release': (v) => ({
    sentence: `${day(v.day)}早于批次放行日 ${day(v.released)}。`,
    remedy: '请填写银行或签收单上的日期。',
  }),
  'batch_line.bounced': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行已登记退回。`,
    remedy: '无需再做；可用新批次重新发放。',
  }),
  'batch_line.claimed': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行所付款项已在追回。`,
    remedy: '收回的款项请登记在该追回事项下。',
  }),
  'batch_line.has_result': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行已有结果：${word(v.outcome)}。`,
    remedy: '已付款项日后退回的，请登记退回。',
  }),
  'batch_line.not_paid': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行没有付出，因而谈不上退回。`,
    remedy: '请登记其结果：银行未付的登记为失败。',
  }),
  'batch_line.not_released': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行没有发出付款：批次状态为“${word(v.state)}”。`,
    remedy: '请先放行该批次。',
  }),
  'batch_line.own_receipt': (v) => ({
    sentence: `第 ${v.line} 行：发放人不得自己领取。`,
    remedy: '请由其他人发放并登记签收。',
  }),
  'batch_line.receiver_not_kin': (v) => ({
    sentence: `第 ${v.line} 行：${v.receiver} 不是 ${v.payee} 的亲属，也不与其同户。`,
    remedy: '请由本人或有授权的亲属领取；或先登记亲属关系。',
  }),
  'batch_line.removed': (v) => ({
    sentence: `批次 ${v.batch} 第 ${v.line} 行已移出。`,
    remedy: '请查看该应付款现在所在的批次。',
  }),
  'batch_line.unknown': (v) => ({
    sentence: `批次 ${v.batch} 没有第 ${v.line} 行。`,
    remedy: '请在该批次的页面上查找。',
  }),
} satisfies SomeRefusalWords
