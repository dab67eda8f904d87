/** Commands and fields of parties. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../book/details.ts'
import { codeField, dayField, nameField, reasonField } from '../book/fields.ts'
import { type Act, command, type Role } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { UnitId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import { partyErased } from './data-refusals.ts'
import { leaveOnDeath } from './household-acts.ts'
import { endMembershipsOnDeath } from './membership-acts.ts'
import { keptInPlaceOf } from './merges.ts'
import {
  type Party,
  type PartyKind,
  partyById,
  partyKinds,
  partyRef,
  partyWithRef,
  registerParty,
} from './parties.ts'
import { requirePerson } from './persons.ts'
import { partyUnitNeeded, statusInFuture } from './refusals.ts'
import { type Status, statuses } from './statuses.ts'
import { openUnitWithCode, topUnits } from './units.ts'

/** Who keeps the registers of people. */
export const registrars: readonly Role[] = ['owner', 'fund_administrator', 'pairing_coordinator']

const newParty = z.strictObject({
  kind: z.enum(partyKinds),
  name: nameField,
  /** Where it is registered; a body without one is the whole organisation's. */
  unit: codeField.optional(),
})

/** A party: the reference of one in the book, or kind and name of a new one. */
export const partyField = z
  .union([z.string().max(40), newParty], {
    error: 'give a reference such as "P-000001", or kind and name',
  })
  .meta({ examples: ['P-000001'] })

export type PartyGiven = z.output<typeof partyField>

/**
 * Where a new party is registered: in the unit named, else where the caller's scope begins if that is one
 * unit. Whoever reaches everything registers for the whole organisation, and so does everybody a body.
 * Refuses `unit.unknown`, `unit.closed`, `party.unit_needed`.
 */
export function unitOfNewParty(act: Act, kind: PartyKind, code?: string): UnitId | null {
  if (code !== undefined) return openUnitWithCode(act, code).id
  if (act.scope === 'all' || kind !== 'person') return null
  const [only, ...others] = topUnits(act, act.scope)
  if (!only || others.length > 0) throw partyUnitNeeded({})
  return only.id
}

function registered(act: Act, { kind, name, unit }: z.output<typeof newParty>): Party {
  return registerParty(act, { kind, name, unit: unitOfNewParty(act, kind, unit) })
}

/**
 * The party meant, the kept one for one merged in it; a new one is registered in the same act, a person for
 * whom no unit is named in `near`: that of the fund which they give to or which helps them. Refuses
 * `party.unknown`, `party.erased` and what `unitOfNewParty` refuses.
 */
export function partyMeant(act: Act, given: PartyGiven, near: UnitId | null = null): Party {
  if (typeof given === 'string') {
    const meant = partyById(act, keptInPlaceOf(act, partyWithRef(act, given).id))
    if (!readDetail(act, meant.name_detail_id)) throw partyErased({ party: partyRef(meant.id) })
    return meant
  }
  const { kind, name, unit } = given
  if (unit !== undefined || near === null || kind !== 'person') return registered(act, given)
  return registerParty(act, { kind, name, unit: near })
}

export const register = command({
  name: 'parties.register',
  summary: 'Registers a person or body that gives, receives, or is paid on another’s behalf',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties' },
  input: newParty,
  output: z.object({ party: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => ({ party: partyRef(registered(act, input).id) }),
})

/**
 * Says what became of a party on a day. A death ends memberships and the place in the household on its day;
 * kinship stays. Refuses `status.in_future`, `party.not_a_person`.
 */
function recordStatus(
  act: Act,
  party: Party,
  { status, from_on, note }: { status: Status; from_on: Day; note?: string | undefined },
): void {
  if (status === 'died' || status === 'retired') requirePerson(party)
  if (from_on > act.today) throw statusInFuture({ day: from_on, today: act.today })
  insert(act, 'party_status', {
    id: nextId(act, 'party_status'),
    party_id: party.id,
    status,
    from_on,
    note_detail_id: note === undefined ? null : keepDetail(act, 'party_status_note', note),
    event_seq: act.seq,
  })
  if (status !== 'died') return
  endMembershipsOnDeath(act, party.id, from_on)
  leaveOnDeath(act, party.id, from_on)
}

export const status = command({
  name: 'parties.record_status',
  summary: 'Records that a person retired, left, died, or is active again',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/statuses' },
  input: z.strictObject({
    party: z.string().max(40),
    status: z.enum(statuses),
    /** Today unless said. */
    from_on: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({ party: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    recordStatus(act, party, { ...input, from_on: input.from_on ?? act.today })
    return { party: partyRef(party.id) }
  },
})
