/**
 * The roster of a batch as a value: what is released, what its digest covers, and what the file for the bank and the
 * printed roster are made from. It holds references, never names; of an account it holds the digest that the chain
 * holds, so that an account that was changed after the release is found out.
 */
import { canonicalJson } from '../../kit/canonical.ts'
import type { Day } from '../../kit/day.ts'
import { hex, sha256Hex } from '../../kit/digest.ts'
import type { EventSeq, PartyId } from '../../kit/ids.ts'
import { addMinor, type Minor, zeroMinor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { partyRef } from '../../people/parties.ts'
import type { Reader } from '../../store/store.ts'
import { caseRef } from '../cases/rows.ts'
import { type Batch, type BatchForm, endToEndId, releaseOf, standingLines } from './rows.ts'

export interface RosterLine {
  readonly position: number
  /** What the bank gives back with the result. */
  readonly end_to_end_id: string
  readonly case: string
  /** The number of the instalment among those of its award. */
  readonly instalment: number
  readonly beneficiary: string
  readonly payee: string
  /** SHA-256 (hex) of the payee's sealed account, as the chain holds it; null where none is known or needed. */
  readonly account_digest: string | null
  readonly amount_minor: Minor
}

export interface Roster {
  readonly format: 'care-ledger/roster@1'
  readonly batch: string
  readonly fund: string
  readonly form: BatchForm
  readonly currency: string
  readonly pay_on: Day
  readonly released_on: Day
  readonly lines: readonly RosterLine[]
  readonly total_minor: Minor
}

/** Later than every event. */
const ever = Number.MAX_SAFE_INTEGER

const accountsSql = `select p.value as "party", d.digest as "digest"
  from json_each(+?) as p
  join sealed_field as f on f.id = (select max(g.id) from sealed_field as g
    where g.party_id = p.value and g.field = 'bank_account' and g.event_seq <= +?)
  join detail as d on d.id = f.detail_id`

/** The digests of the accounts of some payees, as they were known after an event. */
function accountsKnown(
  reader: Reader,
  payees: readonly PartyId[],
  known: number,
): Map<PartyId, string> {
  const list = JSON.stringify([...new Set(payees)])
  const found = reader.all(accountsSql, [list, known])
  return new Map(
    found.map(({ party, digest }) => [party as PartyId, hex(digest as Uint8Array)] as const),
  )
}

/** The roster of a batch as it would be released on a day, or was released at an event. */
export function rosterOf(
  reader: Reader,
  batch: Batch,
  { on, known }: { readonly on: Day; readonly known: EventSeq | null },
): Roster {
  const fund = fundById(reader, batch.fund_id)
  const lines = standingLines(reader, batch)
  const payees = lines.map(({ payee_id }) => payee_id)
  const accounts =
    batch.form === 'bank'
      ? accountsKnown(reader, payees, known ?? ever)
      : new Map<PartyId, string>()
  return {
    format: 'care-ledger/roster@1',
    batch: batch.number,
    fund: fund.code,
    form: batch.form,
    currency: fund.currency,
    pay_on: batch.pay_on,
    released_on: on,
    lines: lines.map((line) => ({
      position: line.position,
      end_to_end_id: endToEndId(batch.number, line.position),
      case: caseRef(line.case_id),
      instalment: line.number,
      beneficiary: partyRef(line.beneficiary_id),
      payee: partyRef(line.payee_id),
      account_digest: accounts.get(line.payee_id) ?? null,
      amount_minor: line.amount_minor,
    })),
    total_minor: lines.map(({ amount_minor }) => amount_minor).reduce(addMinor, zeroMinor),
  }
}

/** SHA-256 in hex of a roster's canonical text (RFC 8785): what the release records. */
export function rosterDigest(roster: Roster): string {
  return sha256Hex(canonicalJson(roster))
}

/** The roster as a batch was released; undefined before. It has the digest that the release records. */
export function releasedRoster(reader: Reader, batch: Batch): Roster | undefined {
  const release = releaseOf(reader, batch)
  if (!release) return undefined
  const roster = rosterOf(reader, batch, { on: release.released_on, known: release.event_seq })
  if (rosterDigest(roster) !== release.digest) {
    throw new Error(`The roster of ${batch.number} is not the one that was released.`)
  }
  return roster
}

/**
 * The positions of lines whose payee has another account now, or none, than when the batch was released: to those
 * nothing is sent, for nobody released it.
 */
export function accountsChanged(reader: Reader, batch: Batch): number[] {
  const released = releasedRoster(reader, batch)
  if (!released || batch.form !== 'bank') return []
  const payees = new Map(standingLines(reader, batch).map((one) => [one.position, one.payee_id]))
  const now = accountsKnown(reader, [...payees.values()], ever)
  return released.lines
    .filter((line) => line.account_digest !== (now.get(payees.get(line.position)!) ?? null))
    .map(({ position }) => position)
}
