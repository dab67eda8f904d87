/** What a receipt says, from the rows that gave it: the same whenever it is printed again. */
import { organisationOf } from '../book/book.ts'
import { readDetail } from '../book/details.ts'
import { chainHeadAt } from '../book/events.ts'
import type { View } from '../book/registry.ts'
import { contributionWithId, identificationOf } from '../funds/contribution-facts.ts'
import type { Receipt } from '../funds/receipts.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { refusal } from '../kit/refusal.ts'
import { accountInRole } from '../ledger/accounts.ts'
import { type Entry, findReversal } from '../ledger/entries.ts'
import { fundById } from '../ledger/funds.ts'
import { nameFor } from '../people/parties.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
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

/** Stands for a payer whose identification was reversed since. */
const unknownPayer = '***'

const methods: Readonly<Record<string, ContributionMethod>> = {
  bank: 'bank_transfer',
  cash: 'cash',
  in_kind: 'in_kind',
}

/** The receipt with a number. Refuses `receipt.unknown`. */
export function receiptWithNumber(reader: Reader, number: string): Receipt {
  const found = first(reader, byNumber, { number })
  if (!found) throw receiptUnknown({ number })
  return found
}

/**
 * The document of a receipt; the payer's name as the caller may read it. A receipt whose contribution was
 * reversed keeps its number and is void. Refuses `receipt.unknown`.
 */
export function receiptDocument(
  view: View,
  number: string,
  language: StatementLanguage,
): ReceiptDocument {
  const receipt = receiptWithNumber(view, number)
  const contribution = contributionWithId(view, receipt.contribution_id)
  const partyId = contribution.party_id ?? identificationOf(view, contribution.id)?.party_id
  const fund = fundById(view, contribution.fund_id)
  const organisation = organisationOf(view)
  const reversal = findReversal(view, contribution.entry_id)
  const known = reversal?.event_seq ?? receipt.event_seq
  const goods = contribution.form === 'in_kind' && accountInRole(view, 'relief_goods')
  return {
    format: 'care-ledger/receipt@1',
    organisation: { name: organisation.name, book: organisation.book },
    number: receipt.number,
    day: contribution.received_on,
    payer: partyId === undefined ? unknownPayer : nameFor(view, view.caller, partyId),
    amount_minor: contribution.amount_minor,
    currency: fund.currency,
    fund: { code: fund.code, name: fund.name },
    purpose: detailText(view, contribution.earmark_detail_id),
    method: methods[contribution.form]!,
    in_kind: goods ? nameIn(namesOf(goods), language) : null,
    received_by: organisation.name,
    statutory_number: receipt.statutory_number,
    voided: reversal ? voidedBy(view, reversal) : null,
    language,
    known: { sequence: known, chain_head: hex(chainHeadAt(view, known)!.hash) },
    at: new Date(first(view, eventAt, { seq: known })!.at).toISOString(),
  }
}

function voidedBy(reader: Reader, reversal: Entry): { day: string; reason: string } {
  return { day: reversal.effective_on, reason: detailText(reader, reversal.note_detail_id) }
}

function detailText(reader: Reader, detailId: number | null): string {
  return (detailId === null ? undefined : readDetail(reader, detailId)?.body) ?? ''
}
