/**
 * Codes of pairing: with one, a helper or somebody who is helped opens their own page without an account, says yes or no
 * to a pair, and tells of visits. A code has 80 random bits and a check character; the book keeps its hash.
 */
import type { Row } from '../../../db/schema.ts'
import { newRecoveryCode, readRecoveryCode } from '../../access/recovery-codes.ts'
import { recoveryCodeMistyped } from '../../access/sign-in-refusals.ts'
import { type Act, type Caller, throughout } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { PairingCodeId, PartyId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyById, partyName } from '../../people/parties.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { pairingCodeMistyped, pairingCodeUnknown } from './refusals.ts'

/** How long a code may last: a year, and some days in which the next one is handed over. */
export const mostPairingCodeDays = 400

/** A new code in groups: `7K3D-9QWE-2MXT-8HRV5`. It is shown once and never kept. */
export function newPairingCode(random: (bytes: number) => Uint8Array): string {
  return newRecoveryCode(random)
}

/** The hash under which a code is kept, from how it was typed. Refuses `pairing_code.mistyped`. */
export function pairingCodeHash(typed: string): string {
  try {
    return sha256Hex(`pairing code\n${readRecoveryCode(typed)}`)
  } catch (error) {
    if (error instanceof Refusal && error.code === recoveryCodeMistyped.code) {
      throw pairingCodeMistyped({})
    }
    throw error
  }
}

const codes = build
  .selectFrom('pairing_code as c')
  .leftJoin('pairing_code_end as e', 'e.code_id', 'c.id')
  .selectAll('c')
  .select('e.event_seq as ended_seq')
const byHash = prepare((p: { hash: string }) => codes.where('c.code_hash', '=', p.hash))
const byId = prepare((p: { id: PairingCodeId }) => codes.where('c.id', '=', p.id))

/** A code with the event of its end, where it has one. */
export type PairingCode = Row<'pairing_code'> & { readonly ended_seq: number | null }

/** What a code opens: a page, or nothing any more. */
export type PairingCodeState = 'open' | 'ended' | 'over'

/** How a code stands on a day. */
export function stateOfPairingCode(code: PairingCode, today: Day): PairingCodeState {
  if (code.ended_seq !== null) return 'ended'
  return today <= code.until_on ? 'open' : 'over'
}

/** The code with a hash, whatever its state; undefined for none. */
export function pairingCodeWithHash(reader: Reader, hash: string): PairingCode | undefined {
  return first(reader, byHash, { hash }) as PairingCode | undefined
}

/** The code with a number, whatever its state; undefined for none. */
export function findPairingCode(reader: Reader, id: number): PairingCode | undefined {
  return first(reader, byId, { id: id as PairingCodeId }) as PairingCode | undefined
}

/** Whose page a code opens: the person it was made for, or whom they were merged with. */
export function partyOfPairingCode(reader: Reader, code: PairingCode): PartyId {
  return keptInPlaceOf(reader, code.party_id)
}

/** Whether a code opens a page on a day, and its party was not erased. */
export function opensOwnPage(reader: Reader, code: PairingCode, today: Day): boolean {
  if (stateOfPairingCode(code, today) !== 'open') return false
  const party = partyById(reader, partyOfPairingCode(reader, code))
  return partyName(reader, party).full !== null
}

/** The only commands that a code gives. */
export const commandsOfPairingCodes = [
  'own_pairs.agree',
  'own_pairs.decline',
  'own_pairs.withdraw_consent',
  'own_pairs.open_contacts',
  'own_pairs.ask_review',
  'own_visits.record',
  'own_visits.confirm',
  'own_follow_ups.finish',
] as const

/** Who acts with a code: nobody who has an account, and nobody who reads names. */
export function callerOfPairingCode({ id }: Pick<PairingCode, 'id'>): Caller {
  return {
    actor: `pairing:${id}`,
    grants: throughout('member'),
    readsNames: false,
    only: commandsOfPairingCodes,
  }
}

/** The code with which an act is done. Refuses `pairing_code.unknown`. */
export function pairingCodeOfActor(act: Act): PairingCode {
  const id = /^pairing:([1-9][0-9]*)$/.exec(act.caller.actor)?.[1]
  const code = id === undefined ? undefined : findPairingCode(act, Number(id))
  if (!code || !opensOwnPage(act, code, act.today)) throw pairingCodeUnknown({})
  return code
}
