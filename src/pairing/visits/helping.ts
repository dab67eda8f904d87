/**
 * Help given at a visit. Money is a payout of the book that was handed over, at one visit, or a private gift outside of
 * the fund, told apart for ever (handbook B). The slip that somebody signs at a visit closes the payout of its line.
 */
import { organisationOf } from '../../book/book.ts'
import { keepDetail } from '../../book/details.ts'
import type { Act } from '../../book/registry.ts'
import { payoutWithId } from '../../funds/payouts.ts'
import { payoutReversed } from '../../funds/refusals.ts'
import { batchWithNumber, lineAt } from '../../hardship/batches/rows.ts'
import { type SignedLines, signLines } from '../../hardship/batches/signing.ts'
import type { PartyId, PayoutId, VisitId } from '../../kit/ids.ts'
import { type Minor, parseAmount } from '../../kit/money.ts'
import { findReversal } from '../../ledger/entries.ts'
import { helpedTogether } from '../../people/households.ts'
import { partyRef } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import type { HelpGiven, VisitGiven } from './fields.ts'
import {
  visitHelpUnclear,
  visitPayoutHandedOver,
  visitPayoutOfAnother,
  visitSlipNotMet,
  visitSlipOfAnother,
} from './refusals.ts'
import { type HelpForm, visitRef } from './rows.ts'

/** Help that may be written. */
interface HelpRead {
  readonly kind: string
  readonly form: HelpForm
  readonly private: boolean
  readonly amount: Minor | null
  readonly payout: PayoutId | null
  readonly text: string | null
}

/** What is given at a visit once nothing is refused. */
export interface HelpReady {
  readonly help: readonly HelpRead[]
  readonly signed: (SignedLines & { readonly kind: string }) | null
}

const handedOverSql = `select h.visit_id as "visit" from visit_help as h
  where h.payout_id = +? and not exists (select 1 from visit_end as e where e.visit_id = h.visit_id)`

/** The visit at which a payout was handed over; null for none that stands. */
export function visitOfPayout(reader: Reader, payout: PayoutId): VisitId | null {
  return (reader.first(handedOverSql, [payout])?.visit ?? null) as VisitId | null
}

/**
 * Reads what is said to be given. Refuses `visit.help_unclear`, what `parseAmount` refuses, `payout.unknown`,
 * `payout.reversed`, `visit.payout_of_another`, `visit.payout_handed_over`; of a slip `visit.slip_not_met`,
 * `batch.unknown`, `batch_line.unknown`, `visit.slip_of_another`.
 */
export function requireHelp(
  act: Act,
  { party }: { readonly party: PartyId },
  given: VisitGiven & { readonly visited_on: SignedLines['on'] },
): HelpReady {
  const household = helpedTogether(act, party, act.today)
  const named = new Set<number>()
  const help = given.help.map((one) => {
    const read = readHelp(act, one)
    if (read.payout !== null) requireOwnPayout(act, read.payout, { party, household, named })
    return read
  })
  return { help, signed: signedMeant(act, { party, household }, given) }
}

function readHelp(act: Act, one: HelpGiven): HelpRead {
  const { form, text = null, payout = null } = one
  const isMoney = form === 'money'
  const told = isMoney ? (payout === null) === one.private : text !== null
  const apart = one.private ? payout === null : one.amount === undefined
  const amounts = isMoney ? one.private === (one.amount !== undefined) : one.amount === undefined
  if (!told || !apart || !amounts || (form === 'service' && payout !== null)) {
    throw visitHelpUnclear({ form })
  }
  const { currency } = organisationOf(act)
  const amount = one.amount === undefined ? null : parseAmount(one.amount, currency)
  return {
    kind: one.kind,
    form,
    private: one.private,
    amount,
    payout: payout as PayoutId | null,
    text,
  }
}

interface Household {
  readonly party: PartyId
  readonly household: readonly PartyId[]
}

function requireOwnPayout(
  act: Act,
  payout: PayoutId,
  { party, household, named }: Household & { readonly named: Set<number> },
): void {
  const found = payoutWithId(act, payout)
  if (findReversal(act, found.entry_id)) throw payoutReversed({ payout })
  if (!household.includes(found.beneficiary_id)) {
    throw visitPayoutOfAnother({ payout, party: partyRef(party) })
  }
  const before = visitOfPayout(act, payout)
  if (before !== null) throw visitPayoutHandedOver({ payout, visit: visitRef(before) })
  if (named.has(payout)) throw visitHelpUnclear({ form: 'money' })
  named.add(payout)
}

function signedMeant(
  act: Act,
  { party, household }: Household,
  { handed_over, met, visited_on }: VisitGiven & { readonly visited_on: SignedLines['on'] },
): HelpReady['signed'] {
  if (handed_over === undefined) return null
  if (met === 'nobody') throw visitSlipNotMet({})
  const batch = batchWithNumber(act, handed_over.batch)
  const line = lineAt(act, batch, handed_over.line)
  if (!household.includes(line.beneficiary_id)) {
    const of = { batch: batch.number, line: line.position }
    throw visitSlipOfAnother({ ...of, party: partyRef(party) })
  }
  const signed = { line: line.position, slip_digest: handed_over.slip_digest }
  return { batch, on: visited_on, lines: [signed], kind: handed_over.kind }
}

/** Closes the payout for whose line somebody signed. Refuses what `signLines` refuses, before it writes. */
export function closeBySlip(act: Act, { signed }: HelpReady): PayoutId | null {
  return signed ? signLines(act, signed)[0]!.payout : null
}

/** Writes what was given; the payout that a slip closed comes first. */
export function writeHelp(
  act: Act,
  visit: VisitId,
  { help, signed }: HelpReady,
  payout: PayoutId | null,
): void {
  const form = signed?.batch.form === 'goods' ? 'goods' : 'money'
  const none = { private: false, amount: null, text: null } as const
  const closed: HelpRead[] = signed ? [{ kind: signed.kind, form, payout, ...none }] : []
  for (const one of [...closed, ...help]) {
    insert(act, 'visit_help', {
      id: nextId(act, 'visit_help'),
      visit_id: visit,
      kind: one.kind,
      form: one.form,
      private: one.private ? 1 : 0,
      amount_minor: one.amount,
      payout_id: one.payout,
      text_detail_id: one.text === null ? null : keepDetail(act, 'visit_help', one.text),
      event_seq: act.seq,
    })
  }
}
