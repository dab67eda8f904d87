/**
 * Money set aside for a case: while it is on public notice (journal map G1), and for the months of an allowance that
 * are to come.
 */
import type { Row } from '../../../db/schema.ts'
import type { Act } from '../../book/registry.ts'
import { requireAvailable } from '../../funds/policy.ts'
import type { CaseId, EntryId } from '../../kit/ids.ts'
import { addMinor, type Minor, minor, subtractMinor, zeroMinor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { post } from '../../ledger/post.ts'
import { build, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { type CaseVersion, type HardshipCase, versionOfCase } from '../cases/rows.ts'

type Reservation = Row<'award_reservation'>

const reservationsFor = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('award_reservation as r')
    .select((e) => [
      'r.id',
      'r.amount_minor',
      e
        .selectFrom('award_reservation_use as u')
        .select((f) => f.fn.coalesce(f.fn.sum<number>('u.amount_minor'), f.lit(0)).as('used'))
        .whereRef('u.reservation_id', '=', 'r.id')
        .as('used'),
    ])
    .where('r.case_id', '=', p.id)
    .orderBy('r.id'),
)

/** A reservation with what of it neither became payable nor was set free. */
interface OpenReservation {
  readonly id: Reservation['id']
  readonly leftMinor: Minor
}

function openReservations(reader: Reader, id: CaseId): OpenReservation[] {
  return rows(reader, reservationsFor, { id })
    .map((row) => ({
      id: row.id,
      leftMinor: subtractMinor(row.amount_minor, minor(row.used ?? 0)),
    }))
    .filter(({ leftMinor }) => leftMinor > 0)
}

/** What is still set aside for a case, in minor units of its fund. */
export function reservedFor(reader: Reader, id: CaseId): Minor {
  return openReservations(reader, id)
    .map(({ leftMinor }) => leftMinor)
    .reduce(addMinor, zeroMinor)
}

/** The whole of what a version of a case asks for, in minor units. */
export function wholeOf({ amount_minor, instalments }: CaseVersion): Minor {
  return minor(amount_minor * instalments)
}

/**
 * Sets aside all instalments of what a case proposes now, in place of what was set aside for it before (G1). Refuses
 * `fund.more_than_available`, `period.closed`, `fund.closed`.
 */
export function reserveAward(act: Act, theCase: HardshipCase): void {
  const version = versionOfCase(act, theCase.id)
  freeReservation(act, theCase)
  reserve(act, theCase, wholeOf(version))
}

/** Sets an amount aside for a case, besides what is. Refuses as `reserveAward` does. */
export function reserve(act: Act, theCase: HardshipCase, amountMinor: Minor): void {
  const fund = fundById(act, theCase.fund_id)
  requireAvailable(act, fund, amountMinor)
  const entry = postFor(act, theCase, { kind: 'award.on_notice', amountMinor })
  insert(act, 'award_reservation', {
    id: nextId(act, 'award_reservation'),
    case_id: theCase.id,
    amount_minor: amountMinor,
    entry_id: entry,
    event_seq: act.seq,
  })
}

/** Sets free what is left of what was set aside for a case; nothing where nothing is. */
export function freeReservation(act: Act, theCase: HardshipCase): void {
  for (const { id, leftMinor } of openReservations(act, theCase.id)) {
    const entry = postFor(act, theCase, {
      kind: 'award.reservation_freed',
      amountMinor: leftMinor,
    })
    writeUse(act, { reservation: id, amountMinor: leftMinor, entry })
  }
}

/** Takes from what is set aside for a case what an entry made payable. It must be there: asserted. */
export function useReservation(
  act: Act,
  theCase: HardshipCase,
  { amountMinor, entry }: { readonly amountMinor: Minor; readonly entry: EntryId },
): void {
  let left = amountMinor
  for (const { id, leftMinor } of openReservations(act, theCase.id)) {
    if (left === 0) break
    const taken = minor(Math.min(left, leftMinor))
    writeUse(act, { reservation: id, amountMinor: taken, entry })
    left = subtractMinor(left, taken)
  }
  if (left > 0) throw new Error(`Of case ${theCase.id} less is set aside than became payable.`)
}

function postFor(
  act: Act,
  theCase: HardshipCase,
  {
    kind,
    amountMinor,
  }: { readonly kind: 'award.on_notice' | 'award.reservation_freed'; readonly amountMinor: Minor },
): EntryId {
  const fund = fundById(act, theCase.fund_id)
  const partyId = theCase.beneficiary_id
  return post(act, {
    kind,
    effectiveOn: act.today,
    subject: `case/${theCase.id}`,
    legs: legsOf(act, kind, { fund, amountMinor, partyId, slots: {} }),
    reverses: null,
    noteDetailId: null,
  }).id
}

function writeUse(
  act: Act,
  use: { readonly reservation: number; readonly amountMinor: Minor; readonly entry: EntryId },
): void {
  insert(act, 'award_reservation_use', {
    id: nextId(act, 'award_reservation_use'),
    reservation_id: use.reservation,
    amount_minor: use.amountMinor,
    entry_id: use.entry,
    event_seq: act.seq,
  })
}
