/** Queries of contributions: what came, from whom, and what became of it. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { amountOut, dayOut, idField, limitField } from '../book/fields.ts'
import { anyRole, query, type View } from '../book/registry.ts'
import type { ContributionId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { findReversal } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { nameFor, partyRef } from '../people/parties.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import {
  type Contribution,
  contributionWithId,
  identificationOf,
  knownSources,
  receiptFor,
  refundedOf,
} from './contribution-facts.ts'

const pageBefore = prepare((p: { before: ContributionId; limit: number }) =>
  build
    .selectFrom('contribution')
    .selectAll()
    .where('id', '<', p.before)
    .orderBy('id', 'desc')
    .limit(p.limit),
)

const contributionOut = z.object({
  contribution: z.number(),
  fund: z.string(),
  source: z.enum([...knownSources, 'unidentified']),
  form: z.enum(['bank', 'cash', 'in_kind']),
  party: z.object({ party: z.string(), name: z.string() }).nullable(),
  currency: z.string(),
  amount: amountOut,
  refunded: amountOut,
  received_on: dayOut,
  pledge: z.number().nullable(),
  earmark: z.string().nullable(),
  receipt: z.string().nullable(),
  entry: z.number(),
  reversed_by: z.number().nullable(),
})

function shown(view: View, contribution: Contribution): z.output<typeof contributionOut> {
  const { code, currency } = fundById(view, contribution.fund_id)
  const identified = identificationOf(view, contribution.id)
  const partyId = identified?.party_id ?? contribution.party_id
  return {
    contribution: contribution.id,
    fund: code,
    source: identified?.source ?? contribution.source,
    form: contribution.form,
    party:
      partyId === null
        ? null
        : { party: partyRef(partyId), name: nameFor(view, view.caller, partyId) },
    currency,
    amount: amountText(contribution.amount_minor, currency),
    refunded: amountText(refundedOf(view, contribution.id), currency),
    received_on: contribution.received_on,
    pledge: contribution.pledge_id,
    earmark: textFor(view, contribution.earmark_detail_id),
    receipt: receiptFor(view, contribution.id)?.number ?? null,
    entry: contribution.entry_id,
    reversed_by: findReversal(view, contribution.entry_id)?.id ?? null,
  }
}

export const list = query({
  name: 'contributions.list',
  summary: 'Lists contributions, newest first',
  may: anyRole,
  route: { method: 'GET', path: '/contributions' },
  input: z.strictObject({ before: idField.optional(), limit: limitField }),
  output: z.object({ contributions: z.array(contributionOut), before: z.number().nullable() }),
  run: (view, { before, limit }) => {
    const from = (before ?? Number.MAX_SAFE_INTEGER) as ContributionId
    const found = rows(view, pageBefore, { before: from, limit })
    return {
      contributions: found.map((contribution) => shown(view, contribution)),
      before: found.length === limit ? found.at(-1)!.id : null,
    }
  },
})

export const show = query({
  name: 'contributions.show',
  summary: 'Shows a contribution and what became of it',
  may: anyRole,
  route: { method: 'GET', path: '/contributions/{contribution}' },
  input: z.strictObject({ contribution: idField }),
  output: contributionOut,
  run: (view, input) => shown(view, contributionWithId(view, input.contribution)),
})
