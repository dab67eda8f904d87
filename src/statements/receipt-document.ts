/** What a receipt says, from the rows that gave it: the same whenever it is printed again. */
import { textFor } from '../book/details.ts'
import { chainHeadAt } from '../book/events.ts'
import { organisationKnown } from '../book/organisation-known.ts'
import type { View } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import {
  contributionById,
  identificationOf,
  leftOf,
  type Receipt,
  voidedBy,
} from '../funds/contribution-facts.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { refusal } from '../kit/refusal.ts'
import { accountInRole } from '../ledger/accounts.ts'
import type { Entry } from '../ledger/entries.ts'
import { fundById, reachesFund } from '../ledger/funds.ts'
import { nameFor } from '../people/shown.ts'
import { build, first, prepare } from '../store/prepare.ts'
import { namesOf } from './lines.ts'
import type { ContributionMethod, ReceiptDocument } from './receipt.ts'
import type { StatementLanguage } from './statement.ts'
import { nameIn } from './wording.ts'

export const receiptUnknown = refusal<{ number: string }>(
  'receipt.unknown',
  404,
  ({ number }) => `There is no receipt ${number} in this book.`,
  'Look it up in the list of contributions.',
)

const byNumber = prepare((p: { number: string }) =>
  build.selectFrom('receipt').selectAll().where('number', '=', p.number),
)
const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

const methods: Readonly<Record<string, ContributionMethod>> = {
  bank: 'bank_transfer',
  cash: 'cash',
  in_kind: 'in_kind',
}

/** The receipt with a number, as far as this caller reaches. Refuses `receipt.unknown`. */
export function receiptWithNumber(asker: Scoped, number: string): Receipt {
  const found = first(asker, byNumber, { number })
  const of = found && contributionById(asker, found.contribution_id)
  if (!of || !reachesFund(asker, of.fund_id)) throw receiptUnknown({ number })
  return found!
}

/**
 * The document of a receipt: the payer and the amount kept as they were known when it was given; names and
 * what people wrote as the caller may read them. It keeps its number and is void once the contribution was
 * reversed, or the identification it was given on. Refuses `receipt.unknown`.
 */
export function receiptDocument(
  view: View,
  number: string,
  language: StatementLanguage,
): ReceiptDocument {
  const receipt = receiptWithNumber(view, number)
  const contribution = contributionById(view, receipt.contribution_id)
  const given = { asOf: null, knownAt: receipt.event_seq }
  const identified = identificationOf(view, contribution.id, given)
  const fund = fundById(view, contribution.fund_id)
  const organisation = organisationKnown(view, receipt.event_seq)
  const reversal = voidedBy(view, receipt)
  const known = reversal?.event_seq ?? receipt.event_seq
  const goods = contribution.form === 'in_kind' && accountInRole(view, 'relief_goods')
  return {
    format: 'care-ledger/receipt@1',
    organisation: { name: organisation.name, book: organisation.book },
    number: receipt.number,
    day: contribution.received_on,
    payer: nameFor(view, view.caller, (contribution.party_id ?? identified?.party_id)!),
    amount_minor: leftOf(view, contribution, receipt.event_seq),
    currency: fund.currency,
    fund: { code: fund.code, name: fund.name },
    purpose: textFor(view, contribution.earmark_detail_id) ?? '',
    method: methods[contribution.form]!,
    in_kind: goods ? nameIn(namesOf(goods), language) : null,
    received_by: organisation.name,
    statutory_number: receipt.statutory_number,
    voided: reversal ? voided(view, reversal) : null,
    language,
    known: { sequence: known, chain_head: hex(chainHeadAt(view, known)!.hash) },
    at: new Date(first(view, eventAt, { seq: known })!.at).toISOString(),
  }
}

function voided(view: View, reversal: Entry): { day: string; reason: string } {
  return { day: reversal.effective_on, reason: textFor(view, reversal.note_detail_id) ?? '' }
}
