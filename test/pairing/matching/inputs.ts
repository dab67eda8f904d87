/** Matchings for tests, drawn by a seed: helpers and needs with all that rules and reasons look at. */
import { day } from '../../../src/kit/day.ts'
import type { EventSeq, HelperId, NeedId, PartyId, UnitId } from '../../../src/kit/ids.ts'
import type {
  MatchHelper,
  MatchingInput,
  MatchNeed,
  RelationCode,
} from '../../../src/pairing/matching/terms.ts'
import {
  helperSorts,
  helperTraits,
  musts,
  needTraits,
  timesOfWeek,
} from '../../../src/pairing/registers/traits.ts'
import { neutralPairing, type Pairing } from '../../../src/policies/pairing.ts'

type Draw = (n: number) => number

const languages = ['zh', 'yue', 'ii', 'en', 'sgn'] as const
const skills = neutralPairing.skills.map(({ code }) => code)
const kinds = neutralPairing.kinds.map(({ code }) => code)

function some<T>(all: readonly T[], most: number, draw: Draw): T[] {
  return all.filter(() => draw(all.length) < most)
}

/** Five units in a tree: 1 above 2 and 3, 2 above 4, 3 above 5. */
const above = new Map<UnitId, readonly UnitId[]>(
  Object.entries({ 1: [1], 2: [2, 1], 3: [3, 1], 4: [4, 2, 1], 5: [5, 3, 1] }).map(([id, line]) => [
    Number(id) as UnitId,
    line as UnitId[],
  ]),
)
const unitCodes = new Map([...above.keys()].map((id) => [`u${id}`, id]))

function spot(draw: Draw): MatchHelper['spot'] {
  if (draw(4) === 0) return null
  return { latitude: 30 + draw(100) / 100, longitude: 110 + draw(100) / 100 }
}

export function drawnHelper(id: number, draw: Draw): MatchHelper {
  const capacity = 1 + draw(3)
  return {
    id: id as HelperId,
    party: (1_000 + id) as PartyId,
    sort: draw(5) === 0 ? helperSorts[draw(helperSorts.length)]! : 'person',
    unit: draw(6) === 0 ? null : ((1 + draw(5)) as UnitId),
    open: true,
    capacity,
    load: draw(capacity),
    spot: spot(draw),
    traits: helperTraits.parse({
      skills: some(skills, 2, draw),
      languages: some(languages, 2, draw),
      times: some(timesOfWeek, 2, draw),
      gender: [null, 'woman', 'man'][draw(3)],
      serves: draw(4) === 0 ? [`u${1 + draw(5)}`] : [],
      most_km: draw(3) === 0 ? 10 + draw(90) : null,
      refuses: draw(4) === 0 ? [kinds[draw(kinds.length)]] : [],
    }),
  }
}

export function drawnNeed(id: number, draw: Draw): MatchNeed {
  return {
    id: id as NeedId,
    party: (500_000 + id) as PartyId,
    person: draw(5) > 0,
    kind: kinds[draw(kinds.length)]!,
    unit: draw(6) === 0 ? null : ((1 + draw(5)) as UnitId),
    open: true,
    urgency: 1 + draw(3),
    places: 1 + (draw(4) === 0 ? 1 : 0),
    spot: spot(draw),
    traits: needTraits.parse({
      languages: some(languages, 1, draw),
      times: some(timesOfWeek, 1, draw),
      gender: draw(4) === 0 ? 'woman' : null,
      sorts: draw(6) === 0 ? some(helperSorts, 3, draw) : [],
      same_unit: draw(4) === 0,
      musts: draw(4) === 0 ? some(musts, 1, draw) : [],
    }),
  }
}

/** A matching of so many helpers and needs; some are kept apart, some were together before. */
export function drawnInput(
  size: { readonly helpers: number; readonly needs: number },
  draw: Draw,
  policy: Partial<Pairing> = {},
): MatchingInput {
  const helpers = Array.from({ length: size.helpers }, (_, at) => drawnHelper(at + 1, draw))
  const needs = Array.from({ length: size.needs }, (_, at) => drawnNeed(at + 1, draw))
  const relations: RelationCode[] = ['kin', 'same_household', 'interest', 'rejected', 'paired']
  const apart = new Map<NeedId, Map<number, RelationCode>>()
  const before = new Map<NeedId, Set<number>>()
  for (const { id } of needs) {
    if (draw(3) === 0) apart.set(id, new Map([[draw(size.helpers), relations[draw(5)]!]]))
    if (draw(3) === 0) before.set(id, new Set([draw(size.helpers)]))
  }
  return {
    today: day('2026-03-05'),
    known: 1 as EventSeq,
    policy: { ...neutralPairing, ...policy },
    helpers,
    needs,
    above,
    unitCodes,
    apart,
    before,
  }
}
