/** What becomes of rows of people in one act: whom each means, whether it can be taken, and the taking. */
import type { Act } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { HouseholdId, PartyId, UnitId } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Grade } from '../people/duplicates.ts'
import { formHousehold, joinHousehold, type Placing } from '../people/household-acts.ts'
import { householdOf } from '../people/households.ts'
import { beginMembership } from '../people/membership-acts.ts'
import { unitsOf } from '../people/memberships.ts'
import { keptInPlaceOf } from '../people/merges.ts'
import { giveNumber, numberElsewhere } from '../people/numbers.ts'
import { type Party, partyById, partyRef, partyWithRef, registerParty } from '../people/parties.ts'
import { diedOn } from '../people/statuses.ts'
import { type Unit, unitWithCode } from '../people/units.ts'
import { openField, sealField } from '../vault/fields.ts'
import { type SealedField, sealedFieldNames } from '../vault/values.ts'
import { whoMayBe } from './people-collisions.ts'
import type { ColumnKey } from './people-columns.ts'
import type { GivenRow, RowChoice } from './people-import.ts'
import { type PersonRow, type RowFault, type RowFaultCode, readRow } from './people-rows.ts'

export const outcomes = ['added', 'updated', 'known', 'skipped', 'refused'] as const

export interface Outcome {
  readonly row: number
  readonly outcome: (typeof outcomes)[number]
  readonly party: string | null
  readonly faults: RowFault[]
}

/** A row that can be taken. */
interface Ready {
  readonly given: GivenRow
  readonly row: PersonRow
  readonly home: Unit | null
  readonly current: Unit | null
  /** Whom it means; null for somebody new. */
  readonly party: Party | null
  readonly decision: 'new' | 'same' | 'skip' | 'done'
}

interface Refused {
  readonly given: GivenRow
  readonly faults: RowFault[]
}

/** Rows that name one household stand together; every other row by itself. */
export function grouped(rows: readonly GivenRow[]): GivenRow[][] {
  const groups = new Map<string, GivenRow[]>()
  for (const row of rows) {
    const label = row.cells.household
    const key = label === undefined ? `row ${row.row}` : `household ${label}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

interface Ways {
  readonly otherwise: { readonly likely: RowChoice; readonly possible: RowChoice }
  readonly region: string | null
}

/** Takes rows within one act. */
export class TakingRows {
  readonly #act: Act
  readonly #ways: Ways
  readonly #units = new Map<string, Unit | 'unit_unknown' | 'unit_closed'>()

  constructor(act: Act, ways: Ways) {
    this.#act = act
    this.#ways = ways
  }

  /** Takes a group of rows, all of it or, where they are a household of which one cannot be taken, none. */
  take(group: readonly GivenRow[]): Outcome[] {
    const looked = group.map((given) => this.#look(given))
    const refused = looked.filter((one): one is Refused => 'faults' in one)
    const ready = looked.filter((one): one is Ready => !('faults' in one))
    const household = ready.filter(({ decision }) => decision !== 'skip')
    const placed = refused.length === 0 ? this.#household(household) : { faults: [] }
    if (refused.length > 0 || 'faults' in placed) {
      const faults = 'faults' in placed ? placed.faults : []
      const others = ready.map(({ given }) => ({
        given,
        faults: faults.length > 0 ? faults : [fault('household', 'row_of_household')],
      }))
      return [...refused, ...others].map(refusedOutcome)
    }
    const taken = ready.map((one) => this.#taken(one))
    if (household.length > 0 && household[0]!.row.household !== null) {
      this.#moveIn(household, taken, placed.id)
    }
    return taken.map(({ outcome }) => outcome)
  }

  /** Whom a row means and what is to be done with it, or why it cannot be taken. */
  #look(given: GivenRow): Ready | Refused {
    const act = this.#act
    const row = readRow(given.cells, { today: act.today, region: this.#ways.region })
    if (Array.isArray(row)) return { given, faults: row }
    const home = this.#unit(row.home_unit)
    const current = this.#unit(row.current_unit)
    const faults = [
      ...(typeof home === 'string' ? [fault('home_unit', home)] : []),
      ...(typeof current === 'string' ? [fault('current_unit', current)] : []),
    ]
    if (typeof home === 'string' || typeof current === 'string') return { given, faults }
    const ready = { given, row, home, current }
    if (given.done !== undefined) return this.#of({ ...ready, decision: 'done' }, given.done)
    if (given.as === 'skip' || given.as === 'new') {
      return { ...ready, decision: given.as, party: null }
    }
    if (given.as === 'same' && given.party !== undefined) {
      return this.#of({ ...ready, decision: 'same' }, given.party)
    }
    const [best] = whoMayBe(act, row, home?.id ?? null)
    if (!best) return { ...ready, decision: 'new', party: null }
    const decision = given.as ?? this.#decided(best.grade)
    if (decision !== 'same') return { ...ready, decision, party: null }
    return this.#standing({ ...ready, decision, party: partyById(act, best.other) })
  }

  #decided(grade: Grade): RowChoice {
    return grade === 'certain' ? 'same' : this.#ways.otherwise[grade]
  }

  #unit(code: string | null): Unit | null | 'unit_unknown' | 'unit_closed' {
    if (code === null) return null
    const known = this.#units.get(code)
    if (known !== undefined) return known
    let found: Unit | 'unit_unknown' | 'unit_closed'
    try {
      const unit = unitWithCode(this.#act, code)
      found = unit.closed ? 'unit_closed' : unit
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      found = 'unit_unknown'
    }
    this.#units.set(code, found)
    return found
  }

  #of(row: Omit<Ready, 'party'>, ref: string): Ready | Refused {
    try {
      const { id } = partyWithRef(this.#act, ref)
      const party = partyById(this.#act, keptInPlaceOf(this.#act, id))
      return this.#standing({ ...row, party })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error
      return { given: row.given, faults: [fault('name', 'party_unknown')] }
    }
  }

  /** A row of somebody in the book, unless it says what cannot be recorded beside what stands there. */
  #standing(ready: Ready): Ready | Refused {
    const { given, party, home, current, decision } = ready
    if (party === null || decision === 'done') return ready
    if ((party.kind === 'person') !== (ready.row.kind === 'person')) {
      return { given, faults: [fault('kind', 'word_unknown')] }
    }
    const { home: homeNow, current: currentNow } = unitsOf(this.#act, party.id, this.#act.today)
    const faults: RowFault[] = []
    if (home && homeNow !== null && homeNow !== home.id) {
      faults.push(fault('home_unit', 'belongs_elsewhere'))
    }
    if (current && currentNow !== null && currentNow !== current.id) {
      faults.push(fault('current_unit', 'belongs_elsewhere'))
    }
    if ((home || current) && diedOn(this.#act, party.id) !== null) {
      faults.push(fault('name', 'has_died'))
    }
    return faults.length > 0 ? { given, faults } : ready
  }

  /** The household in which the rows of one live, null for a new one; or why they cannot form one. */
  #household(group: readonly Ready[]): { id: HouseholdId | null } | { faults: RowFault[] } {
    if (group.length === 0 || group[0]!.row.household === null) return { id: null }
    const act = this.#act
    const known = group.flatMap(({ party }) => party?.id ?? [])
    if (new Set(known).size < known.length || documentTwice(group)) {
      return { faults: [fault('household', 'twice_in_household')] }
    }
    const living = known.flatMap((id) => householdOf(act, id, act.today)?.household_id ?? [])
    const [id = null, ...others] = new Set(living)
    if (others.length > 0) return { faults: [fault('household', 'lives_elsewhere')] }
    const joining = group.filter(
      ({ party }) => party === null || !householdOf(act, party.id, act.today),
    )
    const heads = joining.filter(({ row }) => row.relation === 'head').length
    const right = id === null ? heads === 1 : heads === 0
    return right ? { id } : { faults: [fault('household', 'one_head')] }
  }

  #moveIn(
    group: readonly Ready[],
    taken: readonly { given: GivenRow; party: Party | null }[],
    id: HouseholdId | null,
  ): void {
    const act = this.#act
    const placings = group.flatMap(({ given, row }): Placing[] => {
      const party = taken.find((one) => one.given === given)?.party
      if (!party || row.relation === null || householdOf(act, party.id, act.today)) return []
      return [{ party, relation: row.relation }]
    })
    if (placings.length === 0) return
    if (id === null) formHousehold(act, placings[0]!.party.unit_id, placings, act.today)
    else for (const placing of placings) joinHousehold(act, id, placing, act.today)
  }

  #taken(ready: Ready): { given: GivenRow; party: Party | null; outcome: Outcome } {
    const { given, decision, party } = ready
    const told = (outcome: Outcome['outcome'], who: Party | null) => ({
      given,
      party: who,
      outcome: { row: given.row, outcome, party: who && partyRef(who.id), faults: [] },
    })
    if (decision === 'skip') return told('skipped', null)
    if (decision === 'done') return told('known', party)
    if (party === null) return told('added', this.#add(ready))
    return told(this.#update(ready, party) ? 'updated' : 'known', party)
  }

  #add({ row, home, current }: Ready): Party {
    const act = this.#act
    const { kind, name, member_from, sealed, number_elsewhere: number } = row
    const unit: UnitId | null = home?.id ?? null
    const party = registerParty(act, { kind, name, unit, number })
    const from_on = member_from ?? act.today
    if (kind === 'person') {
      if (home) beginMembership(act, party, home, { sort: 'home', from_on })
      if (current) beginMembership(act, party, current, { sort: 'current', from_on })
    }
    for (const field of sealedFieldNames) this.#seal(party.id, field, sealed[field])
    return party
  }

  /** Adds to somebody in the book what the row says and the book does not; answers whether there was any. */
  #update({ row, home, current }: Ready, party: Party): boolean {
    const act = this.#act
    const now = unitsOf(act, party.id, act.today)
    const from_on = row.member_from ?? act.today
    let changed = false
    if (party.kind === 'person' && home && now.home === null) {
      beginMembership(act, party, home, { sort: 'home', from_on })
      changed = true
    }
    if (party.kind === 'person' && current && now.current === null) {
      beginMembership(act, party, current, { sort: 'current', from_on })
      changed = true
    }
    for (const field of sealedFieldNames) {
      const value = row.sealed[field]
      if (value === undefined || sameValue(openField(act, party.id, field), value)) continue
      this.#seal(party.id, field, value)
      changed = true
    }
    const number = row.number_elsewhere
    if (number !== null && numberElsewhere(act, party.id) !== number) {
      giveNumber(act, party, number)
      changed = true
    }
    return changed
  }

  #seal(party: PartyId, field: SealedField, value: PersonRow['sealed'][SealedField]): void {
    if (value !== undefined) sealField(this.#act, party, field, value as never)
  }
}

function fault(column: ColumnKey, code: RowFaultCode): RowFault {
  return { column, code }
}

function refusedOutcome({ given, faults }: Refused): Outcome {
  return { row: given.row, outcome: 'refused', party: null, faults: [...faults] }
}

function sameValue(one: unknown, other: unknown): boolean {
  return one !== undefined && canonicalJson(one) === canonicalJson(other)
}

/** Two rows of one household with one document: the second would not be found before the first is taken. */
function documentTwice(group: readonly Ready[]): boolean {
  const numbers = group.flatMap(({ row }) => row.sealed.identity_number?.number ?? [])
  return new Set(numbers).size < numbers.length
}
