/** Receipts: numbered, one that stands for each contribution that is identified and kept, in part or whole. */
import { z } from 'zod'
import { dayOut, idField, nameField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { FundId } from '../kit/ids.ts'
import { fundById } from '../ledger/funds.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import {
  contributionWithId,
  leftOf,
  requireStanding,
  sourceOf,
  standingReceipt,
} from './contribution-facts.ts'
import { receiptImpossible } from './refusals.ts'

/** By the fund and not by the number alone: a fund `care-2026` has numbers that begin as those of `care`. */
const countOfYear = prepare((p: { fundId: FundId; from: string; to: string }) =>
  build
    .selectFrom('receipt as r')
    .innerJoin('contribution as c', 'c.id', 'r.contribution_id')
    .select((e) => e.fn.count<number>('r.id').as('count'))
    .where('c.fund_id', '=', p.fundId)
    .where('r.number', '>=', p.from)
    .where('r.number', '<', p.to),
)

export const give = command({
  name: 'receipts.give',
  summary: 'Gives the numbered receipt for what was kept of a contribution',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/contributions/{contribution}/receipt' },
  input: z.strictObject({
    contribution: idField,
    /** The number of the statutory donation receipt, where a qualified body issued one. */
    statutory_number: nameField.optional(),
  }),
  output: z.object({ receipt: z.string(), contribution: z.number(), issued_on: dayOut }),
  subject: ({ receipt }) => `receipt/${receipt}`,
  run: (act, input) => {
    const contribution = contributionWithId(act, input.contribution)
    requireStanding(act, contribution)
    const impossible = (why: string) => receiptImpossible({ contribution: contribution.id, why })
    if (sourceOf(act, contribution) === 'unidentified') {
      throw impossible('it is not yet known whose it is')
    }
    const earlier = standingReceipt(act, contribution.id)
    if (earlier) throw impossible(`it has the receipt ${earlier.number}`)
    if (leftOf(act, contribution) === 0) throw impossible('all of it was given back')
    const fund = fundById(act, contribution.fund_id)
    const year = act.today.slice(0, 4)
    const prefix = `R-${fund.code.toUpperCase()}-${year}-`
    const ofYear = { fundId: fund.id, from: prefix, to: `${prefix}:` }
    const { count } = first(act, countOfYear, ofYear)!
    const number = `${prefix}${String(count + 1).padStart(4, '0')}`
    insert(act, 'receipt', {
      id: nextId(act, 'receipt'),
      number,
      contribution_id: contribution.id,
      issued_on: act.today,
      statutory_number: input.statutory_number ?? null,
      event_seq: act.seq,
    })
    return { receipt: number, contribution: contribution.id, issued_on: act.today }
  },
})
