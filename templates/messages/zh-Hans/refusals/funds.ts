import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { papers } from '../papers.ts'
import { words } from '../words.ts'

const { money } = tellingIn('zh-Hans')

/** Funds and what moves in them. */
export const fundRefusals = {
  'fund.more_than_available': (v) => ({
    sentence: `基金 ${v.fund} 的可用余额只有 ${money(v.available, v.currency)}，不足以支付 ${money(v.amount, v.currency)}。`,
    remedy: '可用余额是资金减去应付款项、预留款项和不得动用的本金。请减少金额，或先解除一笔预留。',
  }),
  'fund.category_not_allowed': (v) => ({
    sentence: `按照基金 ${v.fund} 的规则，只能用于：${v.allowed.map((one) => wordFor(words.payout_category, one)).join('、')}；不包括“${wordFor(words.payout_category, v.category)}”。`,
    remedy: '请从用途相符的基金支付。',
  }),
  'fund.closed': (v) => ({
    sentence: `基金 ${v.fund} 已经关闭，不能再记账。`,
    remedy: '请记入未关闭的基金；要更正已关闭基金的账目，请记入接收其款项的基金。',
  }),
  'fund.exists': (v) => ({
    sentence: `本账簿中已有基金“${v.code}”。`,
    remedy: '请为新基金另取一个代码。',
  }),
  'fund.larger_than_policy': (v) => ({
    sentence: `按照基金 ${v.fund} 的规则，每笔支出最多 ${money(v.largest, v.currency)}；这一笔是 ${money(v.amount, v.currency)}。`,
    remedy: '请不要超过这一限额，或先修改基金规则。',
  }),
  'fund.still_holds': (v) => ({
    sentence: `基金 ${v.fund} 还没有结清：${v.held.map(({ account, amount }) => `${account} ${money(amount, v.currency)}`).join('、')}。`,
    remedy: '请先把资金支付或调出，付清欠款，解除预留，然后再关闭。',
  }),
  'fund.unknown': (v) => ({
    sentence: `本账簿中没有基金“${v.fund}”。`,
    remedy: '请从列表中选择一个基金。',
  }),
  'contribution.not_unidentified': (v) => ({
    sentence: `收款 ${v.contribution} ${faultIn(v.state)}。`,
    remedy: '只有来源待查的收款才需要查明来源，而且只办理一次。',
  }),
  'contribution.party_needed': (v) => ({
    sentence: `来源为“${wordFor(papers.source, v.source)}”的收款必须写明是谁交来的。`,
    remedy: '请填写付款人；如果还不知道，请先按“来源待查”登记，以后再查明。',
  }),
  'contribution.refund_too_large': (v) => ({
    sentence: `收款 ${v.contribution} 尚未退还的只有 ${money(v.left, v.currency)}，不能退 ${money(v.amount, v.currency)}。`,
    remedy: '退款不能超过剩余的金额。',
  }),
  'contribution.reversed': (v) => ({
    sentence: `收款 ${v.contribution} 的凭证已被冲销。`,
    remedy: '请按实际情况重新登记一笔收款。',
  }),
  'contribution.unidentified_has_no_party': () => ({
    sentence: '来源待查的收款还没有付款人。',
    remedy: '请不要填写付款人，或选择实际的来源。',
  }),
  'contribution.unidentified_in_money': (v) => ({
    sentence: `来源待查的收款只能是银行或现金收款，不能是“${wordFor(words.form, v.form)}”。`,
    remedy: '请选择款项实际到账的方式。',
  }),
  'contribution.unknown': (v) => ({
    sentence: `本账簿中没有收款 ${v.contribution}。`,
    remedy: '请在收款列表中查找。',
  }),
  'pledge.exceeded': (v) => ({
    sentence: `捐赠承诺 ${v.pledge} 尚未兑现的只有 ${money(v.left, v.currency)}，少于 ${money(v.amount, v.currency)}。`,
    remedy: '超出承诺的部分请另外登记为一笔收款。',
  }),
  'pledge.mismatch': (v) => ({
    sentence: `捐赠承诺 ${v.pledge} 属于另一个${faultIn(v.what)}。`,
    remedy: '请选择这笔收款所兑现的承诺，或不选承诺。',
  }),
  'pledge.unknown': (v) => ({
    sentence: `本账簿中没有捐赠承诺 ${v.pledge}。`,
    remedy: '请在捐赠承诺列表中查找。',
  }),
  'receipt.impossible': (v) => ({
    sentence: `收款 ${v.contribution} 不能开具收据：${faultIn(v.why)}。`,
    remedy: '收据只对来源已查明、仍然有效且有留存金额的收款开具，每笔一张。',
  }),
  'receipt.unknown': (v) => ({
    sentence: `本账簿中没有收据 ${v.number}。`,
    remedy: '请在收款列表中查找。',
  }),
  'transfer.currencies_differ': (v) => ({
    sentence: `两个基金的币种不同（${v.from} 和 ${v.to}），款项只能在同一币种的基金之间调拨。`,
    remedy: '兑换外币请分别登记：从一个基金支出，在另一个基金收款。',
  }),
  'transfer.repayment_too_large': (v) => ({
    sentence: `基金 ${v.from} 欠基金 ${v.to} ${money(v.owed, v.currency)}，少于 ${money(v.amount, v.currency)}。`,
    remedy: '归还的金额不能超过所欠的金额。',
  }),
  'transfer.restriction_broken': (v) => ({
    sentence: `基金 ${v.from} 的款项是“${wordFor(papers.restriction, v.restriction)}”的，不能调入不受限定的基金 ${v.to}。`,
    remedy: '请只调入同样受限定的基金，或直接从该基金支付。',
  }),
  'transfer.same_fund': (v) => ({
    sentence: `从基金 ${v.fund} 调拨给它自己，款项没有变动。`,
    remedy: '请选择两个不同的基金。',
  }),
  'entry.of_award': (v) => ({
    sentence: `分录 ${v.entry} 属于一项帮扶（${v.subject}），不能单独冲销。`,
    remedy: '请在当初办理之处撤销：发放批次的该行，或该个案。',
  }),
  'payout.of_batch': (v) => ({
    sentence: `支出 ${v.payout} 是批次 ${v.batch} 的第 ${v.line} 行。`,
    remedy: '请在该批次的这一行登记退回；款项随即转为待重付，可以重新发放。',
  }),
  'payout.return_too_large': (v) => ({
    sentence: `支出 ${v.payout} 尚未退回的只有 ${money(v.left, v.currency)}，少于 ${money(v.amount, v.currency)}。`,
    remedy: '退回金额不能超过剩余的金额。',
  }),
  'payout.reversed': (v) => ({
    sentence: `支出 ${v.payout} 的凭证已被冲销。`,
    remedy: '已冲销的支出不会再有退回；请按实际情况另行登记。',
  }),
  'payout.unknown': (v) => ({
    sentence: `本账簿中没有支出 ${v.payout}。`,
    remedy: '请在支出列表中查找。',
  }),
  'commitment.release_too_large': (v) => ({
    sentence: `预留款 ${v.commitment} 只剩 ${money(v.left, v.currency)}，少于 ${money(v.amount, v.currency)}。`,
    remedy: '解除的金额不能超过剩余的金额。',
  }),
  'commitment.unknown': (v) => ({
    sentence: `本账簿中没有预留款 ${v.commitment}。`,
    remedy: '请在基金页面查找。',
  }),
  'transfer.unknown': (v) => ({
    sentence: `本账簿中没有调拨 ${v.transfer}。`,
    remedy: '请在调拨列表中查找。',
  }),
  'party.unknown': (v) => ({
    sentence: `本账簿中没有编号为“${v.party}”的人员或单位。`,
    remedy: '请直接填写姓名或名称，新的名称会加入名单。',
  }),
} satisfies SomeRefusalWords
