/** Reads what a matching needs from the book, a part at a time, so that nothing else has to wait. */
import { inScope, type Scope, unitsBelow } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { EventSeq, HelperId, NeedId, PartyId, UnitId } from '../../kit/ids.ts'
import { kinGraph } from '../../people/kin-graph.ts'
import { listUnits } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Pairing } from '../../policies/pairing.ts'
import type { Reader, SqlRow, SqlValue } from '../../store/store.ts'
import { inUse, leavingOf, takenOf } from '../pairs/counted.ts'
import { capacityBy } from '../registers/capacity.ts'
import { diedSql } from '../registers/gone.ts'
import type { HelperVersion } from '../registers/rows.ts'
import {
  type HelperTraits,
  type NeedTraits,
  noHelperTraits,
  noNeedTraits,
} from '../registers/traits.ts'
import { apartBetween } from './relations.ts'
import type { MatchHelper, MatchingInput, MatchNeed, Spot } from './terms.ts'

/** Of what a matching is made. */
export interface MatchingPlace {
  /** What the asker reaches: helpers come from there. */
  readonly scope: Scope
  /** The needs of this unit and below; of all that is reached without one. */
  readonly unit: UnitId | null
  readonly today: Day
  /** These alone, whatever their standing; all that are open and have places without. */
  readonly only?: { readonly needs: readonly NeedId[]; readonly helpers?: readonly HelperId[] }
  /** Weights and limits to try in place of those in force. */
  readonly policy?: Pairing
}

/** So many rows are read in one part: some ten milliseconds. */
const rowsOfPart = 2_000

const helperRows = `select h.id as "id", h.party_id as "party", h.sort as "sort", h.unit_id as "unit",
    v.standing as "standing", ${diedSql('h.party_id')} as "died", v.rank as "rank", v.capacity as "capacity", d.body as "traits",
    g.latitude_e4 as "latitude", g.longitude_e4 as "longitude",
    (select count(*) from pair_state as s where s.helper_id = h.id and s.state in ${inUse}) as "load"
  from helper as h
  join helper_version as v on v.id = (select max(w.id) from helper_version as w where w.helper_id = h.id)
  left join detail_body as d on d.detail_id = v.traits_detail_id
  left join place_version as g
    on g.id = (select max(w.id) from place_version as w where w.place_id = v.place_id)`

/** A helper who leaves has their needs still, but these want a successor and so count as empty. */
const needRows = `select n.id as "id", n.party_id as "party", n.kind as "kind", n.unit_id as "unit",
    p.kind as "party_kind", v.standing as "standing", ${diedSql('n.party_id')} as "died", v.urgency as "urgency", v.wanted as "wanted",
    d.body as "traits", g.latitude_e4 as "latitude", g.longitude_e4 as "longitude",
    ${takenOf('n.id')} - ${leavingOf('n.id')} as "taken"
  from need as n
  join party as p on p.id = n.party_id
  join need_version as v on v.id = (select max(w.id) from need_version as w where w.need_id = n.id)
  left join detail_body as d on d.detail_id = v.traits_detail_id
  left join place_version as g
    on g.id = (select max(w.id) from place_version as w where w.place_id = v.place_id)`

function spotOf({ latitude, longitude }: SqlRow): Spot | null {
  if (latitude === null || longitude === null) return null
  return { latitude: (latitude as number) / 10_000, longitude: (longitude as number) / 10_000 }
}

/** Traits as they were read: most people say the same few things. */
class Traits<T> {
  readonly #none: T
  readonly #known = new Map<string, T>()

  constructor(none: T) {
    this.#none = none
  }

  of(body: SqlValue): T {
    if (typeof body !== 'string') return this.#none
    const known = this.#known.get(body)
    if (known !== undefined) return known
    const read = JSON.parse(body) as T
    this.#known.set(body, read)
    return read
  }
}

/** Reads the rows of a table from its first to its last, a part at a time. */
function* inParts(
  reader: Reader,
  { sql, column }: { readonly sql: string; readonly column: string },
  ids: readonly number[] | undefined,
  take: (row: SqlRow) => void,
): Generator<void, void, void> {
  if (ids) {
    const rest = `where ${column} in (select value from json_each(+?)) order by ${column}`
    for (const row of reader.all(`${sql} ${rest}`, [JSON.stringify(ids)])) take(row)
    return
  }
  const part = `${sql} where ${column} > +? order by ${column} limit ${rowsOfPart}`
  for (let after = 0; ; ) {
    const found = reader.all(part, [after])
    for (const row of found) take(row)
    yield
    if (found.length < rowsOfPart) return
    after = found.at(-1)!.id as number
  }
}

const headOf = 'select coalesce(max(seq), 0) as "seq" from event'

/** The event up to which the book is known now. */
function knownNow(reader: Reader): EventSeq {
  return reader.first(headOf, [])!.seq as EventSeq
}

/** So often a reading begins again because something was recorded meanwhile; then it reads without a pause. */
const mostTries = 3

/**
 * Reads a matching in parts. What it answers is the book as it stood at one event: where something is recorded between
 * two parts, it begins again.
 */
export function* readingSteps(
  reader: Reader,
  place: MatchingPlace,
): Generator<void, MatchingInput, void> {
  for (let tries = 1; ; tries += 1) {
    const known = knownNow(reader)
    const steps = readOnce(reader, place, known)
    for (;;) {
      const { done, value } = steps.next()
      if (done) {
        if (knownNow(reader) === known) return value
        break
      }
      if (tries < mostTries) yield
    }
  }
}

/** The same at once. */
export function readMatching(reader: Reader, place: MatchingPlace): MatchingInput {
  const steps = readOnce(reader, place, knownNow(reader))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function* readOnce(
  reader: Reader,
  place: MatchingPlace,
  known: EventSeq,
): Generator<void, MatchingInput, void> {
  const { scope, unit, today, only } = place
  const policy = place.policy ?? policyInForce(reader, 'pairing', { unit, on: today }).body
  const helpers: MatchHelper[] = []
  const needs: MatchNeed[] = []
  const helperTraits = new Traits<HelperTraits>(noHelperTraits)
  const needTraits = new Traits<NeedTraits>(noNeedTraits)
  yield* inParts(reader, { sql: helperRows, column: 'h.id' }, only?.helpers, (row) => {
    if (!inScope(scope, row.unit as UnitId | null)) return
    const one: MatchHelper = {
      id: row.id as HelperId,
      party: row.party as PartyId,
      sort: row.sort as MatchHelper['sort'],
      unit: row.unit as UnitId | null,
      open: row.standing === 'open' && row.died === 0,
      capacity: capacityBy(policy, row as unknown as HelperVersion),
      load: row.load as number,
      spot: spotOf(row),
      traits: helperTraits.of(row.traits!),
    }
    if (only || (one.open && one.load < one.capacity)) helpers.push(one)
  })
  const below = unit === null ? undefined : unitsBelow(reader, [unit])
  yield* inParts(reader, { sql: needRows, column: 'n.id' }, only?.needs, (row) => {
    const where = row.unit as UnitId | null
    if (!inScope(scope, where) || (below && (where === null || !below.has(where)))) return
    const one: MatchNeed = {
      id: row.id as NeedId,
      party: row.party as PartyId,
      person: row.party_kind === 'person',
      kind: row.kind as string,
      unit: where,
      open: row.standing === 'open' && row.died === 0,
      urgency: row.urgency as number,
      places: Math.max(0, (row.wanted as number) - (row.taken as number)),
      spot: spotOf(row),
      traits: needTraits.of(row.traits!),
    }
    if (only || (one.open && one.places > 0)) needs.push(one)
  })
  const units = unitTree(reader)
  const graph = kinGraph(reader, today)
  yield
  const relations = yield* apartBetween(reader, { helpers, needs, graph })
  return { today, known, policy, helpers, needs, ...units, ...relations }
}

/** The lines of units upwards, and units by their codes. */
function unitTree(reader: Reader): Pick<MatchingInput, 'above' | 'unitCodes'> {
  const units = listUnits(reader, 'all')
  const parents = new Map(units.map(({ id, parent_id }) => [id, parent_id]))
  const above = new Map<UnitId, readonly UnitId[]>()
  for (const { id } of units) {
    const line: UnitId[] = []
    for (let at: UnitId | null = id; at !== null; at = parents.get(at) ?? null) line.push(at)
    above.set(id, line)
  }
  return { above, unitCodes: new Map(units.map(({ code, id }) => [code, id])) }
}
