/** Transfers between funds: an advance and its repayment by due-from and due-to, or for good. */
import { z } from 'zod'
import { keepDetail } from '../book/details.ts'
import { amountField, codeField, dayField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import { amountText, type Minor, parseAmount } from '../kit/money.ts'
import { type Fund, fundWithCode } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { post } from '../ledger/post.ts'
import type { PostingKind } from '../ledger/posting-rules.ts'
import { insert, nextId } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { owedFrom } from './debts.ts'
import { requireAvailable } from './policy.ts'
import { currenciesDiffer, repaymentTooLarge, restrictionBroken, sameFund } from './refusals.ts'

export const transferTerms = ['advance', 'repayment', 'permanent'] as const
type Terms = (typeof transferTerms)[number]

/** What the giving and the taking fund post. */
const kinds: Readonly<Record<Terms, readonly [PostingKind, PostingKind]>> = {
  advance: ['transfer.advanced', 'transfer.advance_received'],
  repayment: ['transfer.repaid', 'transfer.repayment_received'],
  permanent: ['transfer.given', 'transfer.taken'],
}

function isFree(fund: Fund): boolean {
  return fund.restriction === 'unrestricted' || fund.restriction === 'board_designated'
}

interface Asked {
  readonly terms: Terms
  readonly amountMinor: Minor
  readonly day: Day
}

function requireTransferable(reader: Reader, from: Fund, to: Fund, asked: Asked): void {
  if (from.id === to.id) throw sameFund({ fund: from.code })
  if (from.currency !== to.currency)
    throw currenciesDiffer({ from: from.currency, to: to.currency })
  if (asked.terms === 'repayment') {
    const debt = owedFrom(reader, { debtor: from.id, creditor: to.id }, asked.day)
    if (asked.amountMinor <= debt) return
    const { currency } = from
    const [amount, owed] = [amountText(asked.amountMinor, currency), amountText(debt, currency)]
    throw repaymentTooLarge({ from: from.code, to: to.code, amount, owed, currency })
  }
  // Restricted money may not be lent or given to free money (domain handbook F1).
  if (!isFree(from) && isFree(to)) {
    throw restrictionBroken({ from: from.code, to: to.code, restriction: from.restriction })
  }
}

export const make = command({
  name: 'transfers.make',
  summary: 'Moves money between two funds: as an advance, its repayment, or for good',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/transfers' },
  input: z.strictObject({
    from: codeField,
    to: codeField,
    terms: z.enum(transferTerms),
    amount: amountField,
    form: z.enum(['bank', 'cash']).default('bank'),
    made_on: dayField.optional(),
    reason: reasonField,
  }),
  output: z.object({
    transfer: z.number(),
    entry: z.number(),
    from_serial: z.number(),
    to_serial: z.number(),
  }),
  subject: ({ transfer }) => `transfer/${transfer}`,
  run: (act, input) => {
    const from = fundWithCode(act, input.from)
    const to = fundWithCode(act, input.to)
    const amountMinor = parseAmount(input.amount, from.currency)
    const day = input.made_on ?? act.today
    requireOpenDay(act, day)
    requireTransferable(act, from, to, { terms: input.terms, amountMinor, day })
    if (input.terms !== 'repayment') requireAvailable(act, from, amountMinor)
    const transferId = nextId(act, 'transfer')
    const [giving, taking] = kinds[input.terms]
    const asked = { amountMinor, partyId: null, slots: { $money: input.form } }
    const posted = post(act, {
      kind: 'transfer.made',
      effectiveOn: day,
      subject: `transfer/${transferId}`,
      legs: [
        ...legsOf(act, giving, { ...asked, fund: from }),
        ...legsOf(act, taking, { ...asked, fund: to }),
      ],
      reverses: null,
      noteDetailId: keepDetail(act, 'transfer_reason', input.reason),
    })
    insert(act, 'transfer', {
      id: transferId,
      from_fund_id: from.id,
      to_fund_id: to.id,
      terms: input.terms,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return {
      transfer: transferId,
      entry: posted.id,
      from_serial: posted.serials.get(from.id)!,
      to_serial: posted.serials.get(to.id)!,
    }
  },
})
