/** What speaks for a match and what stands in its way, in words. */
import type { z } from 'zod'
import type { StateView } from '../../../templates/pages/columns.tsx'
import type { BesideView, FiguresView } from '../../../templates/pages/matching-figures.tsx'
import type { ReasonView } from '../../../templates/pages/matching-reasons.tsx'
import { formatCount, formatShare } from '../../../templates/parts/format.ts'
import type { BarCode } from '../../pairing/suggestions/placing.ts'
import { type figuresOut, show } from '../../pairing/suggestions/run-queries.ts'
import type { ScoreOut } from '../../pairing/suggestions/shown.ts'
import type { SuggestionState } from '../../pairing/suggestions/standing.ts'
import { codeOptions, languageName } from './pairing-options.ts'
import type { Visit } from './visit.ts'

/** How each state of a suggestion looks. */
export const suggestionLooks = {
  waiting: 'waiting',
  accepted: 'done',
  rejected: 'stopped',
  changed: 'care',
} as const satisfies Record<SuggestionState, StateView['kind']>

/** Names of skills by their codes, in the reader's language. */
export type SkillNames = ReadonlyMap<string, string>

/** The names of the skills of the policy in force. */
export function skillNames(visit: Visit): SkillNames {
  return new Map(codeOptions(visit, 'skills').map(({ value, label }) => [value, label]))
}

/** Points, which are kept in tenths. */
export function pointsText(
  { t, language }: Visit,
  { points, most }: { readonly points: number; readonly most: number },
): string {
  const told = (tenths: number) => formatCount(language, Math.round(tenths / 10))
  return t.matching.points({ points: told(points), most: told(most) })
}

/** What a reason gave, of what it could. */
function partText({ t, language }: Visit, { points, most }: Part): string {
  const told = (tenths: number) => formatCount(language, Math.round(tenths / 10))
  return t.matching.met_of({ met: told(points), places: told(most) })
}

/** The reasons for a match that weigh anything, in words. */
export function reasonViews(visit: Visit, score: ScoreOut, skills: SkillNames): ReasonView[] {
  const { t } = visit
  return score.parts
    .filter(({ most }) => most > 0)
    .map((part) => ({
      reason: t.pairing_rules.reason[part.reason],
      fact: factText(visit, part, skills),
      points: partText(visit, part),
    }))
}

type Part = ScoreOut['parts'][number]

function listed({ language }: Visit, words: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}

/** What a reason rests on; empty for who is not told what people can and want. */
function factText(visit: Visit, part: Part, skills: SkillNames): string {
  if (part.reason === 'distance') return distanceText(visit, part)
  const { facts } = visit.t.matching
  if (part.reason === 'continuity') {
    return part.points > 0 ? facts.continuity : facts.continuity_none
  }
  if (!visit.caller.readsNames) return ''
  const { shared = [], wanted = [], times = [] } = part.facts
  if (part.reason === 'skills') return skillsText(visit, { shared, wanted }, skills)
  if (part.reason === 'languages') {
    if (wanted.length === 0) return facts.languages_any
    const spoken = shared.map((code) => languageName(visit, code))
    return shared.length === 0
      ? facts.languages_none
      : facts.languages({ languages: listed(visit, spoken) })
  }
  if (part.reason === 'times') {
    if (part.facts.times === undefined) return facts.times_any
    const when = times.map((one) => visit.t.helpers.time[one])
    return times.length === 0 ? facts.times_none : facts.times({ times: listed(visit, when) })
  }
  return wishText(visit, part)
}

function distanceText({ t, language }: Visit, { facts: { km, steps } }: Part): string {
  const { facts } = t.matching
  if (km !== undefined) {
    return km === 0 ? facts.same_place : facts.km({ km: formatCount(language, km) })
  }
  if (steps === undefined) return facts.distance_unknown
  return steps === 0 ? facts.same_unit_known : facts.steps({ steps })
}

function skillsText(
  visit: Visit,
  { shared, wanted }: { readonly shared: readonly string[]; readonly wanted: readonly string[] },
  skills: SkillNames,
): string {
  const { facts } = visit.t.matching
  const named = (codes: readonly string[]) =>
    listed(
      visit,
      codes.map((code) => skills.get(code) ?? code),
    )
  if (wanted.length === 0) return facts.skills_any
  return shared.length === 0
    ? facts.skills_none({ skills: named(wanted) })
    : facts.skills({ skills: named(shared) })
}

function wishText({ t }: Visit, { facts: { gender, same_unit } }: Part): string {
  const { facts } = t.matching
  const wishes = [gender, same_unit].filter((one) => one !== undefined)
  if (wishes.length === 0) return facts.preference_any
  if (wishes.every(Boolean)) return facts.preference
  return wishes.some(Boolean) ? facts.preference_part : facts.preference_none
}

/** What stands in the way, in words. */
export function barsText(visit: Visit, bars: readonly BarCode[]): string {
  const { t } = visit
  const words = bars.map((bar) => t.matching.bars[bar])
  return t.matching.changed_because({ bars: listed(visit, words) })
}

type Figures = z.output<typeof figuresOut>

/** Thousandths as a share. */
export function shareText({ language }: Visit, thousandths: number): string {
  return formatShare(language, thousandths / 1_000)
}

function spreadText(visit: Visit, { least, median, most }: Figures['load_after']): string {
  return [least, median, most].map((one) => shareText(visit, one)).join(' · ')
}

/** How work is spread on two sides. */
export function loadRows(
  visit: Visit,
  first: Figures['load_after'],
  second: Figures['load_after'],
): BesideView[] {
  const { t } = visit
  const gini = (one: Figures['load_after']) => (one.gini / 1_000).toFixed(2)
  return [
    { label: t.matching.load, first: spreadText(visit, first), second: spreadText(visit, second) },
    { label: t.matching.gini, first: gini(first), second: gini(second) },
  ]
}

/** How many places of needs are met. */
export function metText({ t, language }: Visit, { met, places }: Figures): string {
  const count = (n: number) => formatCount(language, n)
  return t.matching.met_of({ met: count(met), places: count(places) })
}

/** How far people go. */
export function kmText({ t, language }: Visit, { km_median, km_p90 }: Figures): string {
  if (km_median === null || km_p90 === null) return t.matching.km_none
  return t.matching.km_values({
    median: formatCount(language, km_median),
    p90: formatCount(language, km_p90),
  })
}

/** How fair a run is. */
export function figuresView(
  visit: Visit,
  figures: z.output<typeof show.output>['figures'],
): FiguresView {
  const { t, language } = visit
  const count = (n: number) => formatCount(language, n)
  // Whoever reaches everything reaches every unit: what has none is the whole organisation's.
  const reachesAll = visit.may({ ...show, reach: 'organisation' })
  const beyond = reachesAll ? t.people.whole : t.matching.elsewhere
  return {
    load: loadRows(visit, figures.load_before, figures.load_after),
    met: metText(visit, figures),
    km: kmText(visit, figures),
    km_unknown:
      figures.km_unknown > 0 ? t.matching.km_unknown({ count: count(figures.km_unknown) }) : null,
    by_kind: figures.unmet_by_kind.map(({ kind, places }) => ({
      label: kind.name[language],
      places: count(places),
    })),
    by_unit: figures.unmet_by_unit.map(({ unit, places }) => ({
      label: unit?.name ?? beyond,
      places: count(places),
    })),
  }
}
