/** What stands in the book about contributions and pledges: shared by their commands and queries. */
import type { Row } from '../../db/schema.ts'
import type { Scoped } from '../book/scope.ts'
import { type Day, lastDay } from '../kit/day.ts'
import type { ContributionId, EventSeq, PartyId } from '../kit/ids.ts'
import { amountText, type Minor, minor, subtractMinor } from '../kit/money.ts'
import type { Axes } from '../ledger/balances.ts'
import { type Entry, entryById, findReversal } from '../ledger/entries.ts'
import { type Fund, reachesFund } from '../ledger/funds.ts'
import type { PostingKind } from '../ledger/posting-rules.ts'
import type { AccountRole } from '../ledger/roles.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import {
  contributionReversed,
  contributionUnknown,
  pledgeExceeded,
  pledgeMismatch,
  pledgeUnknown,
} from './refusals.ts'
import { everKnown, standingSum } from './standing.ts'

export type Contribution = Row<'contribution'>
export type Pledge = Row<'pledge'>
export type Identification = Row<'contribution_identification'>
export type Receipt = Row<'receipt'>

/** Sources that can be named; `unidentified` is the want of one. */
export const knownSources = ['member', 'organisation', 'public_money', 'upper_level'] as const
export type KnownSource = (typeof knownSources)[number]

const byId = prepare((p: { id: ContributionId }) =>
  build.selectFrom('contribution').selectAll().where('id', '=', p.id),
)
const pledgeById = prepare((p: { id: number }) =>
  build.selectFrom('pledge').selectAll().where('id', '=', p.id),
)
const identification = prepare((p: { id: ContributionId; day: Day; known: EventSeq }) =>
  build
    .selectFrom('contribution_identification as i')
    .innerJoin('entry as e', 'e.id', 'i.entry_id')
    .leftJoin('entry as r', (join) =>
      join
        .onRef('r.reverses', '=', 'i.entry_id')
        .on('r.effective_on', '<=', p.day)
        .on('r.event_seq', '<=', p.known),
    )
    .selectAll('i')
    .where('i.contribution_id', '=', p.id)
    .where('e.effective_on', '<=', p.day)
    .where('i.event_seq', '<=', p.known)
    .where('r.id', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(1),
)
const refundedOfPledge = prepare((p: { id: number }) =>
  build
    .selectFrom('contribution_refund as b')
    .innerJoin('contribution as c', 'c.id', 'b.contribution_id')
    .leftJoin('entry as r', 'r.reverses', 'b.entry_id')
    .leftJoin('entry as s', 's.reverses', 'c.entry_id')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('b.amount_minor'), e.lit(0)).as('total'))
    .where('c.pledge_id', '=', p.id)
    .where('r.id', 'is', null)
    .where('s.id', 'is', null),
)
const receiptsGiven = prepare((p: { id: ContributionId }) =>
  build.selectFrom('receipt').selectAll().where('contribution_id', '=', p.id).orderBy('id'),
)

/** The contribution with an id, as far as this caller reaches. Refuses `contribution.unknown`. */
export function contributionWithId(asker: Scoped, contribution: number): Contribution {
  const found = contributionById(asker, contribution)
  if (!reachesFund(asker, found.fund_id)) throw contributionUnknown({ contribution })
  return found
}

/** The contribution with an id that stands in the book. */
export function contributionById(reader: Reader, contribution: number): Contribution {
  const found = first(reader, byId, { id: contribution as ContributionId })
  if (!found) throw contributionUnknown({ contribution })
  return found
}

/** Refuses `contribution.reversed`. */
export function requireStanding(reader: Reader, contribution: Contribution): void {
  if (findReversal(reader, contribution.entry_id)) {
    throw contributionReversed({ contribution: contribution.id })
  }
}

/**
 * Who an unidentified contribution turned out to be from: the newest identification whose entry has taken
 * effect and was not reversed, on both axes of time.
 */
export function identificationOf(
  reader: Reader,
  contributionId: ContributionId,
  { asOf, knownAt }: Axes = { asOf: null, knownAt: null },
): Identification | undefined {
  const [day, known] = [asOf ?? lastDay, knownAt ?? everKnown]
  return first(reader, identification, { id: contributionId, day, known })
}

/** The source of a contribution as it is known on both axes of time. */
export function sourceOf(
  reader: Reader,
  contribution: Contribution,
  axes?: Axes,
): Contribution['source'] {
  // Only what came unidentified can be identified.
  if (contribution.source !== 'unidentified') return contribution.source
  return identificationOf(reader, contribution.id, axes)?.source ?? 'unidentified'
}

/** The day from which a contribution can be given back: that of its identification, if it has one. */
export function originOf(reader: Reader, contribution: Contribution): Day {
  const identified = identificationOf(reader, contribution.id)
  return identified ? entryById(reader, identified.entry_id).effective_on : contribution.received_on
}

/** What was refunded of a contribution and stands: now, or as known after event `known`. */
export function refundedOf(
  reader: Reader,
  contributionId: ContributionId,
  known?: EventSeq,
): Minor {
  return standingSum(reader, 'contribution_refund', contributionId, known)
}

/** What is left of a contribution after its refunds: now, or as known after event `known`. */
export function leftOf(reader: Reader, contribution: Contribution, known?: EventSeq): Minor {
  return subtractMinor(contribution.amount_minor, refundedOf(reader, contribution.id, known))
}

/** A pledge as far as this caller reaches, also one that was reversed. Refuses `pledge.unknown`. */
export function pledgeEverWithId(asker: Scoped, pledge: number): Pledge {
  const found = first(asker, pledgeById, { id: pledge })
  if (!found || !reachesFund(asker, found.fund_id)) throw pledgeUnknown({ pledge })
  return found
}

/** The same when it was not reversed. Refuses `pledge.unknown`. */
export function pledgeWithId(asker: Scoped, pledge: number): Pledge {
  const found = pledgeEverWithId(asker, pledge)
  if (findReversal(asker, found.entry_id)) throw pledgeUnknown({ pledge })
  return found
}

/** What contributions have kept of a pledge; what was refunded of them is open again. */
export function keptOf(reader: Reader, pledgeId: number): Minor {
  const kept = standingSum(reader, 'contribution', pledgeId)
  return minor(kept - first(reader, refundedOfPledge, { id: pledgeId })!.total)
}

/** Refuses `pledge.mismatch` and `pledge.exceeded` unless what is given keeps the pledge. */
export function requireKeeps(
  reader: Reader,
  promised: Pledge,
  given: { fund: Fund; partyId: PartyId | null; amountMinor: Minor },
): void {
  const { fund, partyId, amountMinor } = given
  if (promised.fund_id !== fund.id) throw pledgeMismatch({ pledge: promised.id, what: 'fund' })
  if (promised.party_id !== partyId) throw pledgeMismatch({ pledge: promised.id, what: 'party' })
  const left = subtractMinor(promised.amount_minor, keptOf(reader, promised.id))
  if (amountMinor <= left) return
  const { currency } = fund
  const [amount, rest] = [amountText(amountMinor, currency), amountText(left, currency)]
  throw pledgeExceeded({ pledge: promised.id, amount, left: rest, currency })
}

/** The posting rule of a contribution; `recognises` when the chart counts a promise as income. */
export function receivedKind(
  recognises: boolean,
  source: Contribution['source'],
  form: Contribution['form'],
  promised: Pledge | null,
): PostingKind {
  if (source === 'unidentified') return 'contribution.unidentified'
  if (!promised) return form === 'in_kind' ? 'contribution.in_kind' : 'contribution.received'
  return recognises ? 'contribution.receivable_kept' : 'contribution.pledge_kept'
}

/** All receipts given for a contribution, the oldest first; only the last of them can stand. */
export function receiptsFor(reader: Reader, contributionId: ContributionId): Receipt[] {
  return rows(reader, receiptsGiven, { id: contributionId })
}

/** The receipt of a contribution that is not void, or undefined. */
export function standingReceipt(
  reader: Reader,
  contributionId: ContributionId,
): Receipt | undefined {
  const newest = receiptsFor(reader, contributionId).at(-1)
  return newest && !voidedBy(reader, newest) ? newest : undefined
}

/**
 * The reversal that made a receipt void: that of the identification it was given on, or of the contribution;
 * undefined while the receipt stands. It keeps its number.
 */
export function voidedBy(reader: Reader, receipt: Receipt): Entry | undefined {
  const contribution = contributionById(reader, receipt.contribution_id)
  const given = { asOf: null, knownAt: receipt.event_seq }
  const identified = identificationOf(reader, contribution.id, given)
  // A contribution is reversed only after its identification, so the first of the two is enough.
  return findReversal(reader, identified?.entry_id ?? contribution.entry_id)
}

/**
 * The income account's role: public money and allotments by their source, gifts by whether a giver's
 * restriction binds them (domain handbook A1, G1).
 */
export function incomeRole(fund: Fund, source: KnownSource, earmarked: boolean): AccountRole {
  if (source === 'public_money') return 'public_grants'
  if (source === 'upper_level') return 'upper_level_grants'
  const free = fund.restriction === 'unrestricted' || fund.restriction === 'board_designated'
  return free && !earmarked ? 'contributions_unrestricted' : 'contributions_restricted'
}
