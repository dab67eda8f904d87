import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { faultIn } from '../faults.ts'
import { papers } from '../papers.ts'
import { words } from '../words.ts'

const { money } = tellingIn('zh-Hant')

/** Funds and what moves in them. */
export const fundRefusals = {
  'fund.more_than_available': (v) => ({
    sentence: `基金 ${v.fund} 的可用餘額只有 ${money(v.available, v.currency)}，不足以支付 ${money(v.amount, v.currency)}。`,
    remedy: '可用餘額是資金減去應付款項、預留款項和不得動用的本金。請減少金額，或先解除一筆預留。',
  }),
  'fund.category_not_allowed': (v) => ({
    sentence: `依照基金 ${v.fund} 的規則，只能用於：${v.allowed.map((one) => wordFor(words.payout_category, one)).join('、')}；不包括「${wordFor(words.payout_category, v.category)}」。`,
    remedy: '請從用途相符的基金支付。',
  }),
  'fund.closed': (v) => ({
    sentence: `基金 ${v.fund} 已經關閉，不能再記帳。`,
    remedy: '請記入未關閉的基金；要更正已關閉基金的帳目，請記入接收其款項的基金。',
  }),
  'fund.exists': (v) => ({
    sentence: `本帳簿中已有基金「${v.code}」。`,
    remedy: '請為新基金另取一個代號。',
  }),
  'fund.larger_than_policy': (v) => ({
    sentence: `依照基金 ${v.fund} 的規則，每筆撥付最多 ${money(v.largest, v.currency)}；這一筆是 ${money(v.amount, v.currency)}。`,
    remedy: '請不要超過這一限額，或先修改基金規則。',
  }),
  'fund.still_holds': (v) => ({
    sentence: `基金 ${v.fund} 還沒有結清：${v.held.map(({ account, amount }) => `${account} ${money(amount, v.currency)}`).join('、')}。`,
    remedy: '請先把資金支付或調出，付清欠款，解除預留，然後再關閉。',
  }),
  'fund.unknown': (v) => ({
    sentence: `本帳簿中沒有基金「${v.fund}」。`,
    remedy: '請從清單中選擇一個基金。',
  }),
  'contribution.not_unidentified': (v) => ({
    sentence: `收款 ${v.contribution} ${faultIn(v.state)}。`,
    remedy: '只有來源待查的收款才需要查明來源，而且只辦理一次。',
  }),
  'contribution.party_needed': (v) => ({
    sentence: `來源為「${wordFor(papers.source, v.source)}」的收款必須寫明是誰交來的。`,
    remedy: '請填寫付款人；如果還不知道，請先以「來源待查」登錄，以後再查明。',
  }),
  'contribution.refund_too_large': (v) => ({
    sentence: `收款 ${v.contribution} 尚未退還的只有 ${money(v.left, v.currency)}，不能退 ${money(v.amount, v.currency)}。`,
    remedy: '退款不能超過剩餘的金額。',
  }),
  'contribution.reversed': (v) => ({
    sentence: `收款 ${v.contribution} 的傳票已被沖銷。`,
    remedy: '請依實際情況重新登錄一筆收款。',
  }),
  'contribution.unidentified_has_no_party': () => ({
    sentence: '來源待查的收款還沒有付款人。',
    remedy: '請不要填寫付款人，或選擇實際的來源。',
  }),
  'contribution.unidentified_in_money': (v) => ({
    sentence: `來源待查的收款只能是銀行或現金收款，不能是「${wordFor(words.form, v.form)}」。`,
    remedy: '請選擇款項實際到帳的方式。',
  }),
  'contribution.unknown': (v) => ({
    sentence: `本帳簿中沒有收款 ${v.contribution}。`,
    remedy: '請在收款清單中查詢。',
  }),
  'pledge.exceeded': (v) => ({
    sentence: `捐贈承諾 ${v.pledge} 尚未兌現的只有 ${money(v.left, v.currency)}，少於 ${money(v.amount, v.currency)}。`,
    remedy: '超出承諾的部分請另外登錄為一筆收款。',
  }),
  'pledge.mismatch': (v) => ({
    sentence: `捐贈承諾 ${v.pledge} 屬於另一個${faultIn(v.what)}。`,
    remedy: '請選擇這筆收款所兌現的承諾，或不選承諾。',
  }),
  'pledge.unknown': (v) => ({
    sentence: `本帳簿中沒有捐贈承諾 ${v.pledge}。`,
    remedy: '請在捐贈承諾清單中查詢。',
  }),
  'receipt.impossible': (v) => ({
    sentence: `收款 ${v.contribution} 不能開立收據：${faultIn(v.why)}。`,
    remedy: '收據只對來源已查明、仍然有效且有留存金額的收款開立，每筆一張。',
  }),
  'receipt.unknown': (v) => ({
    sentence: `本帳簿中沒有收據 ${v.number}。`,
    remedy: '請在收款清單中查詢。',
  }),
  'transfer.currencies_differ': (v) => ({
    sentence: `兩個基金的幣別不同（${v.from} 和 ${v.to}），款項只能在同一幣別的基金之間調撥。`,
    remedy: '兌換外幣請分別登錄：從一個基金撥付，在另一個基金收款。',
  }),
  'transfer.repayment_too_large': (v) => ({
    sentence: `基金 ${v.from} 欠基金 ${v.to} ${money(v.owed, v.currency)}，少於 ${money(v.amount, v.currency)}。`,
    remedy: '歸還的金額不能超過所欠的金額。',
  }),
  'transfer.restriction_broken': (v) => ({
    sentence: `基金 ${v.from} 的款項是「${wordFor(papers.restriction, v.restriction)}」的，不能調入未受限的基金 ${v.to}。`,
    remedy: '請只調入同樣受限的基金，或直接從該基金支付。',
  }),
  'transfer.same_fund': (v) => ({
    sentence: `從基金 ${v.fund} 調撥給它自己，款項沒有變動。`,
    remedy: '請選擇兩個不同的基金。',
  }),
  'entry.of_award': (v) => ({
    sentence: `分錄 ${v.entry} 屬於一項救助（${v.subject}），不能單獨沖銷。`,
    remedy: '請在當初辦理之處撤銷：發放批次的該行，或該個案。',
  }),
  'payout.of_batch': (v) => ({
    sentence: `撥付 ${v.payout} 是批次 ${v.batch} 的第 ${v.line} 列。`,
    remedy: '請在該批次的這一列登記退回；款項隨即轉為待重付，可以重新發放。',
  }),
  'payout.return_too_large': (v) => ({
    sentence: `撥付 ${v.payout} 尚未退回的只有 ${money(v.left, v.currency)}，少於 ${money(v.amount, v.currency)}。`,
    remedy: '退回金額不能超過剩餘的金額。',
  }),
  'payout.reversed': (v) => ({
    sentence: `撥付 ${v.payout} 的傳票已被沖銷。`,
    remedy: '已沖銷的撥付不會再有退回；請依實際情況另行登錄。',
  }),
  'payout.unknown': (v) => ({
    sentence: `本帳簿中沒有撥付 ${v.payout}。`,
    remedy: '請在撥付清單中查詢。',
  }),
  'commitment.release_too_large': (v) => ({
    sentence: `預留款 ${v.commitment} 只剩 ${money(v.left, v.currency)}，少於 ${money(v.amount, v.currency)}。`,
    remedy: '解除的金額不能超過剩餘的金額。',
  }),
  'commitment.unknown': (v) => ({
    sentence: `本帳簿中沒有預留款 ${v.commitment}。`,
    remedy: '請在基金頁面查詢。',
  }),
  'transfer.unknown': (v) => ({
    sentence: `本帳簿中沒有調撥 ${v.transfer}。`,
    remedy: '請在調撥清單中查詢。',
  }),
  'party.unknown': (v) => ({
    sentence: `本帳簿中沒有編號為「${v.party}」的人員或單位。`,
    remedy: '請直接填寫姓名或名稱，新的名稱會加入名冊。',
  }),
} satisfies SomeRefusalWords
