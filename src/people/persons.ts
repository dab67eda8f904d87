/** What holds of persons alone, and only while they live. */
import type { Day } from '../kit/day.ts'
import type { Reader } from '../store/store.ts'
import { type Party, partyRef } from './parties.ts'
import { partyHasDied, partyNotAPerson } from './refusals.ts'
import { diedOn } from './statuses.ts'

/** Refuses `party.not_a_person`. */
export function requirePerson(party: Party): void {
  if (party.kind !== 'person') throw partyNotAPerson({ party: partyRef(party.id) })
}

/** Refuses `party.not_a_person`, and `party.has_died` for a day after their death. */
export function requireLiving(reader: Reader, party: Party, day: Day): void {
  requirePerson(party)
  const on = diedOn(reader, party.id)
  if (on !== null && day > on) throw partyHasDied({ party: partyRef(party.id), on })
}
