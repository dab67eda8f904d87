/**
 * What speaks for a match, and what stands in its way: each reason and each rule is one function of a need and a helper,
 * used for one pair as for all of them.
 */

import type { UnitId } from '../../kit/ids.ts'
import { type MatchReason, matchReasons } from '../../policies/pairing.ts'
import { needSkills } from './skills.ts'
import {
  type MatchHelper,
  type MatchingInput,
  type MatchNeed,
  type ReasonFacts,
  type RuleCode,
  ruleCodes,
  type Score,
  type ScorePart,
  type Spot,
} from './terms.ts'

/** Points are kept in tenths, so that costs are whole numbers. */
export const tenths = 10

/** Where nobody says how far is too far, this far is far. */
const farKm = 50

const earthRadiusKm = 6371

/** The distance of two places in kilometres, along a great circle. */
export function kilometres(a: Spot, b: Spot): number {
  const radians = Math.PI / 180
  const [north, east] = [b.latitude - a.latitude, b.longitude - a.longitude]
  const half =
    Math.sin((north * radians) / 2) ** 2 +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      Math.sin((east * radians) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** How far somebody goes at most; null: no limit. */
export function reachOf(input: MatchingInput, { traits }: MatchHelper): number | null {
  return traits.most_km ?? input.policy.most_km
}

/** Steps between two units in the tree, by way of the nearest unit above both; undefined where either has none. */
export function stepsBetween(
  { above }: MatchingInput,
  a: UnitId | null,
  b: UnitId | null,
): number | undefined {
  if (a === null || b === null) return undefined
  const [lineA, lineB] = [above.get(a) ?? [a], above.get(b) ?? [b]]
  const atB = lineA.findIndex((unit) => lineB.includes(unit))
  // Both stand below the organisation, which is one step above the uppermost.
  return atB < 0 ? lineA.length + lineB.length : atB + lineB.indexOf(lineA[atB]!)
}

interface Weighed {
  /** From 0 to 1. */
  readonly share: number
  readonly facts: ReasonFacts
}

function overlap<T>(wanted: readonly T[], given: readonly T[]): T[] {
  return wanted.filter((one) => given.includes(one))
}

function nearness(input: MatchingInput, need: MatchNeed, helper: MatchHelper): Weighed {
  if (need.spot && helper.spot) {
    const km = kilometres(need.spot, helper.spot)
    const share = Math.max(0, 1 - km / (reachOf(input, helper) ?? farKm))
    return { share, facts: { km: Math.round(km) } }
  }
  const steps = stepsBetween(input, need.unit, helper.unit)
  if (steps === undefined) return { share: 0.5, facts: {} }
  return { share: Math.max(0.25, 1 - steps / 4), facts: { steps } }
}

function skilled({ policy }: MatchingInput, need: MatchNeed, { traits }: MatchHelper): Weighed {
  const wanted = needSkills(policy, need.kind)
  const shared = overlap(wanted, traits.skills)
  return {
    share: wanted.length === 0 ? 1 : shared.length / wanted.length,
    facts: { wanted, shared },
  }
}

function speaking(_: MatchingInput, need: MatchNeed, { traits }: MatchHelper): Weighed {
  const wanted = need.traits.languages
  const shared = overlap(wanted, traits.languages)
  return { share: wanted.length === 0 || shared.length > 0 ? 1 : 0, facts: { wanted, shared } }
}

function atLeisure(_: MatchingInput, need: MatchNeed, { traits }: MatchHelper): Weighed {
  const wanted = need.traits.times
  if (wanted.length === 0) return { share: 1, facts: {} }
  const times = overlap(wanted, traits.times)
  // Who has not said when they have time may have it.
  const share = traits.times.length === 0 ? 0.5 : times.length / wanted.length
  return { share, facts: { times } }
}

function preferred(_: MatchingInput, need: MatchNeed, helper: MatchHelper): Weighed {
  const { gender, same_unit } = need.traits
  const facts = {
    ...(gender === null ? {} : { gender: helper.traits.gender === gender }),
    ...(same_unit ? { same_unit: helper.unit === need.unit } : {}),
  }
  const wishes = Object.values(facts)
  const share = wishes.length === 0 ? 1 : wishes.filter(Boolean).length / wishes.length
  return { share, facts }
}

/** Reasons that follow from what the two are; what was before is looked up beside them. */
export const weighing = {
  distance: nearness,
  skills: skilled,
  languages: speaking,
  times: atLeisure,
  preference: preferred,
} as const satisfies Partial<
  Record<MatchReason, (input: MatchingInput, need: MatchNeed, helper: MatchHelper) => Weighed>
>

/** What a share of a reason is worth, in tenths of a point. */
export function worth({ policy }: MatchingInput, reason: MatchReason, share: number): number {
  return Math.round(policy.weights[reason] * tenths * share)
}

/** The most points that any match can have, in tenths. */
export function mostPoints({ policy }: MatchingInput): number {
  return matchReasons.reduce((sum, reason) => sum + policy.weights[reason] * tenths, 0)
}

/** What speaks for a need and a helper, reason by reason; by their places in the input. */
export function scoreOf(input: MatchingInput, needAt: number, helperAt: number): Score {
  const [need, helper] = [input.needs[needAt]!, input.helpers[helperAt]!]
  const parts = matchReasons.map((reason): ScorePart => {
    const { share, facts } =
      reason === 'continuity'
        ? { share: input.before.get(need.id)?.has(helperAt) ? 1 : 0, facts: {} }
        : weighing[reason](input, need, helper)
    const most = input.policy.weights[reason] * tenths
    return { reason, points: worth(input, reason, share), most, facts }
  })
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  return { points, most: mostPoints(input), parts }
}

function serves(input: MatchingInput, need: MatchNeed, { traits }: MatchHelper): boolean {
  if (traits.serves.length === 0 || need.unit === null) return true
  const line = input.above.get(need.unit) ?? [need.unit]
  return traits.serves.some((code) => line.includes(input.unitCodes.get(code)!))
}

type Rule = (input: MatchingInput, need: MatchNeed, helper: MatchHelper) => boolean

const must = (need: MatchNeed, what: MatchNeed['traits']['musts'][number]) =>
  need.traits.musts.includes(what)

/** True of two whom the rule keeps apart. Those on what lies between two parties are looked up beside them. */
export const hardRules = {
  sort: (_, { person, traits }, { sort }) =>
    traits.sorts.length === 0 ? !person && sort === 'person' : !traits.sorts.includes(sort),
  refuses_kind: (_, { kind }, { traits }) => traits.refuses.includes(kind),
  unit: (input, need, helper) =>
    !serves(input, need, helper) || (must(need, 'unit') && need.unit !== helper.unit),
  too_far: (input, need, helper) => {
    const reach = reachOf(input, helper)
    if (reach === null || !need.spot || !helper.spot) return false
    return kilometres(need.spot, helper.spot) > reach
  },
  languages: (input, need, helper) =>
    must(need, 'languages') && speaking(input, need, helper).share === 0,
  times: (input, need, helper) => must(need, 'times') && atLeisure(input, need, helper).share === 0,
  gender: (_, need, { traits }) =>
    must(need, 'gender') && need.traits.gender !== null && traits.gender !== need.traits.gender,
  skills: (input, need, helper) => must(need, 'skills') && skilled(input, need, helper).share === 0,
} as const satisfies Partial<Record<RuleCode, Rule>>
export type TraitRule = keyof typeof hardRules

/** All that keeps a need and a helper apart now, in the order in which it is told; empty for who may be paired. */
export function rulesBetween(input: MatchingInput, needAt: number, helperAt: number): RuleCode[] {
  const [need, helper] = [input.needs[needAt]!, input.helpers[helperAt]!]
  const relation = input.apart.get(need.id)?.get(helperAt)
  return ruleCodes.filter((code) => {
    if (code === 'not_open') return !need.open || !helper.open
    if (code === 'full') return helper.load >= helper.capacity
    if (code in hardRules) return hardRules[code as TraitRule](input, need, helper)
    return code === relation
  })
}
