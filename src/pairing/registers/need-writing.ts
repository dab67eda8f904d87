/** Opening needs and saying anew how they stand. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { fileOfParty, fileRef, fileWithId } from '../../hardship/files/files.ts'
import { unitNear } from '../../hardship/files/writing.ts'
import type { HardshipFileId, NeedId, PartyId } from '../../kit/ids.ts'
import { partyField, partyMeant } from '../../people/commands.ts'
import { togetherWith } from '../../people/merges.ts'
import { type Party, partyRef } from '../../people/parties.ts'
import { requireLiving } from '../../people/persons.ts'
import { openUnitWithCode } from '../../people/units.ts'
import { wholeField } from '../../policies/fields.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingIn, requireCodes } from './known-codes.ts'
import { openPlaceWithCode } from './places.ts'
import { needExists, needFileOther } from './refusals.ts'
import { type Need, type NeedVersion, needRef, needsOfParty, versionOfNeed } from './rows.ts'
import { keepTraits, type NeedTraits, needTraits } from './traits.ts'

/** How urgent a need is; 3 is the most. */
export const urgencyField = wholeField(1, 3)
/** How many helpers a need is to have at once. */
export const wantedField = wholeField(1, 20)

/** What is said of a need when it is opened. */
export const newNeedField = z.strictObject({
  /** Who is to be helped, a person or a body. */
  party: partyField,
  /** A kind of need of the policy on pairing. */
  kind: codeField,
  /** The hardship file of their household; found by itself where there is one. */
  file: idField.optional(),
  /** Where it is kept; where they belong unless said. */
  unit: codeField.optional(),
  urgency: urgencyField.default(2),
  wanted: wantedField.default(1),
  /** The code of the place in which they live. */
  place: codeField.nullable().default(null),
  ...needTraits.shape,
  note: reasonField.optional(),
})
export type NewNeed = z.output<typeof newNeedField>

/** How a need stands, before it has a number. */
export type NeedSaid = Omit<NeedVersion, 'id' | 'need_id' | 'actor' | 'event_seq'>

/**
 * Opens a need. Refuses what the party, the unit, the file and the place refuse, `party.has_died`,
 * `pairing.code_unknown`, `need.file_other`, `need.exists`.
 */
export function openNeed(act: Act, given: NewNeed): Need {
  const named = given.unit === undefined ? undefined : openUnitWithCode(act, given.unit).id
  const party = partyMeant(act, given.party, named ?? null)
  if (party.kind === 'person') requireLiving(act, party, act.today)
  const unit = named ?? unitNear(act, party)
  requireCodes('kind', pairingIn(act, unit).kinds, [given.kind])
  const file = fileMeant(act, party, given.file)
  const place = given.place === null ? null : openPlaceWithCode(act, given.place).id
  requireNone(act, party.id, given.kind)
  const id = nextId(act, 'need')
  const need: Need = {
    id,
    party_id: party.id,
    kind: given.kind,
    file_id: file,
    unit_id: unit,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  }
  insert(act, 'need', need)
  writeNeedVersion(act, id, {
    standing: 'open',
    urgency: given.urgency,
    wanted: given.wanted,
    place_id: place,
    traits_detail_id: keepTraits(act, needTraitsIn(given)),
    note_detail_id: given.note === undefined ? null : keepDetail(act, 'pairing_note', given.note),
  })
  return need
}

function fileMeant(act: Act, party: Party, file: number | undefined): HardshipFileId | null {
  const own = fileOfParty(act, party.id, act.today)
  if (file === undefined) return own?.id ?? null
  const { id } = fileWithId(act, file)
  if (own?.id !== id) throw needFileOther({ party: partyRef(party.id), file: fileRef(id) })
  return id
}

/** One party has one need of a kind at a time, under whichever of their merged references. Refuses `need.exists`. */
export function requireNone(act: Act, party: PartyId, kind: string): void {
  for (const one of togetherWith(act, party).flatMap((id) => needsOfParty(act, id))) {
    if (one.kind !== kind || isOver(versionOfNeed(act, one.id))) continue
    throw needExists({ party: partyRef(party), kind, need: needRef(one.id) })
  }
}

/** Whether nobody is asked for any more. */
export function isOver({ standing }: Pick<NeedVersion, 'standing'>): boolean {
  return standing === 'met' || standing === 'withdrawn'
}

/** What of an answer are traits. */
export function needTraitsIn(given: NeedTraits): NeedTraits {
  const { languages, times, gender, sorts, same_unit, musts } = given
  return { languages, times, gender, sorts, same_unit, musts }
}

/** Writes how a need stands from now on. */
export function writeNeedVersion(act: Act, need: NeedId, said: NeedSaid): void {
  insert(act, 'need_version', {
    id: nextId(act, 'need_version'),
    need_id: need,
    ...said,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
