/** Whom a visit was to and who went, from how it is told; and who cannot say afterwards whether it was so. */
import { userBehind } from '../../book/principals.ts'
import type { Act, View } from '../../book/registry.ts'
import { unitNear } from '../../hardship/files/writing.ts'
import type { PairingCodeId, PartyId, UserId } from '../../kit/ids.ts'
import { isSamePerson, personOfUser } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyById, partyWithRef } from '../../people/parties.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { type Pair, pairWithId } from '../pairs/rows.ts'
import { helperById, helperWithId, needById } from '../registers/rows.ts'
import type { VisitOf } from './recording.ts'
import { visitWhoWent } from './refusals.ts'
import { companionsOf, type Visit } from './rows.ts'

/** How a visit says whom it was to. */
export interface VisitTo {
  readonly pair?: number | undefined
  readonly party?: string | undefined
  readonly helper?: number | undefined
  /** Somebody of the office went, and not the helper. */
  readonly by_office?: boolean | undefined
}

/** A visit of a pair’s helper to whom they help, or of somebody of the office in their place. */
export function visitOfPair(reader: Reader, pair: Pair, byOffice = false): VisitOf {
  const { party_id } = needById(reader, pair.need_id)
  const helper = byOffice ? null : helperById(reader, pair.helper_id)
  return { party: party_id, unit: pair.unit_id, pair, helper }
}

/**
 * Whom a visit was to and who went, as far as the caller reaches. Refuses `visit.who_went` unless a pair or a party is
 * named, `pair.unknown`, `party.unknown`, `helper.unknown`.
 */
export function visitMeant(act: Act | View, given: VisitTo): VisitOf {
  if ((given.pair === undefined) === (given.party === undefined)) throw visitWhoWent({})
  if (given.pair !== undefined) {
    if (given.helper !== undefined) throw visitWhoWent({})
    return visitOfPair(act, pairWithId(act, given.pair), given.by_office)
  }
  const party = partyById(act, keptInPlaceOf(act, partyWithRef(act, given.party!).id))
  const helper = given.helper === undefined ? null : helperWithId(act, given.helper)
  return { party: party.id, unit: unitNear(act, party), pair: null, helper }
}

const codeBy = prepare((p: { id: PairingCodeId }) =>
  build.selectFrom('pairing_code').select('party_id').where('id', '=', p.id),
)

/** The person of the registers behind an actor: of a user, or of whoever a code of pairing was made for; or null. */
export function personBehind(reader: Reader, actor: string): PartyId | null {
  const code = /^pairing:([1-9][0-9]*)$/.exec(actor)?.[1]
  if (code !== undefined) {
    const found = first(reader, codeBy, { id: Number(code) as PairingCodeId })
    return found ? keptInPlaceOf(reader, found.party_id) : null
  }
  const user = userBehind(reader, actor) as UserId | null
  return user === null ? null : personOfUser(reader, user)
}

/** Whether whoever asks recorded a visit, went on it, or came along. */
export function hadAHandInVisit(asker: Act | View, visit: Visit): boolean {
  const { actor } = asker.caller
  if (isSamePerson(asker, visit.actor, actor, visit.event_seq)) return true
  const person = personBehind(asker, actor)
  if (person === null) return false
  if (personBehind(asker, visit.actor) === person) return true
  const helper = visit.helper_id === null ? [] : [helperById(asker, visit.helper_id).party_id]
  const went = [...helper, ...companionsOf(asker, visit.id)]
  return went.some((party) => keptInPlaceOf(asker, party) === person)
}
