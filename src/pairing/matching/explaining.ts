/**
 * Why somebody has no helper, and what would have to change: by the hard rules, helper by helper, and by the prices of
 * the last run, which say what one more place would be worth.
 */
import type { Scoped } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { HelperId, NeedId } from '../../kit/ids.ts'
import { readMatching } from './reading.ts'
import { rulesBetween, scoreOf } from './scoring.ts'
import type { RuleCode, Score } from './terms.ts'

/** Who asks: a command or a query at work. */
export interface Explaining extends Scoped {
  readonly today: Day
}

/** Answers of one need and one helper, among those that were read at once. */
export interface Among {
  /**
   * What keeps the two apart now, in the order in which it is told; empty for who may be paired. Proposals, swaps and
   * acceptances ask this, so that nothing is held to other rules than the matching.
   */
  rules(need: NeedId, helper: HelperId): RuleCode[]
  /** What speaks for the two now. */
  score(need: NeedId, helper: HelperId): Score
}

/** Reads some needs and some helpers that stand in the book, to ask of each two. */
export function amongThem(
  asker: Explaining,
  needs: readonly NeedId[],
  helpers: readonly HelperId[],
): Among {
  const input = readMatching(asker, {
    scope: 'all',
    unit: null,
    today: asker.today,
    only: { needs, helpers },
  })
  const needAt = new Map(input.needs.map(({ id }, at) => [id, at]))
  const helperAt = new Map(input.helpers.map(({ id }, at) => [id, at]))
  return {
    rules: (need, helper) => rulesBetween(input, needAt.get(need)!, helperAt.get(helper)!),
    score: (need, helper) => scoreOf(input, needAt.get(need)!, helperAt.get(helper)!),
  }
}

/** A helper who would do but for one rule. */
export interface NearMiss {
  readonly helper: HelperId
  readonly rule: RuleCode
  readonly score: Score
}

export interface WhyNobody {
  /** How many helpers were looked at. */
  readonly helpers: number
  /** Those whom nothing keeps from it now, best first. */
  readonly fit: readonly { readonly helper: HelperId; readonly score: Score }[]
  /** How many each rule keeps from it; a helper counts for each. */
  readonly by_rule: readonly { readonly rule: RuleCode; readonly helpers: number }[]
  /** Those whom one rule alone keeps from it, best first: what would have to change. */
  readonly near_misses: readonly NearMiss[]
}

/** So many are told by name. */
const mostTold = 10

/** Why a need has no helper, over all helpers whom the asker reaches. */
export function whyNobody(asker: Explaining, need: NeedId): WhyNobody {
  const input = readMatching(asker, {
    scope: asker.scope,
    unit: null,
    today: asker.today,
    only: { needs: [need] },
  })
  const counts = new Map<RuleCode, number>()
  const fit: { helper: HelperId; score: Score }[] = []
  const misses: NearMiss[] = []
  input.helpers.forEach(({ id: helper }, at) => {
    const rules = rulesBetween(input, 0, at)
    for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    const [rule, ...others] = rules
    if (rule === undefined) fit.push({ helper, score: scoreOf(input, 0, at) })
    else if (others.length === 0) misses.push({ helper, rule, score: scoreOf(input, 0, at) })
  })
  const best = <T extends { readonly score: Score }>(all: readonly T[]) =>
    all.toSorted((a, b) => b.score.points - a.score.points).slice(0, mostTold)
  return {
    helpers: input.helpers.length,
    fit: best(fit),
    by_rule: [...counts]
      .map(([rule, helpers]) => ({ rule, helpers }))
      .toSorted((a, b) => b.helpers - a.helpers),
    near_misses: best(misses),
  }
}
