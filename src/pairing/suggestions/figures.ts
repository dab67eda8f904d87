/**
 * What a run comes to: who is met, how the work is spread, how far people go. Shares are whole thousandths, so that the
 * figures are the same bytes on every machine.
 */
import type { UnitId } from '../../kit/ids.ts'

/** How shares of places in use are spread over helpers, in thousandths. */
export interface Spread {
  readonly least: number
  readonly median: number
  readonly most: number
  /** 0 where all carry the same share, near 1000 where one carries all (Gini 1912). */
  readonly gini: number
}

export interface Figures {
  /** Places of needs that were asked for, and how many of them got a helper. */
  readonly places: number
  readonly met: number
  /** What speaks for all that is suggested, and the most that could speak for one match, in tenths of a point. */
  readonly points: number
  readonly most: number
  /** Helpers with any place free before the run. */
  readonly helpers: number
  readonly load_before: Spread
  readonly load_after: Spread
  /** Whole kilometres between helper and need, of those suggestions where both are known. */
  readonly km_median: number | null
  readonly km_p90: number | null
  readonly km_unknown: number
  /** Empty places by kind of need and by unit, most first. */
  readonly unmet_by_kind: readonly { readonly kind: string; readonly places: number }[]
  readonly unmet_by_unit: readonly { readonly unit: UnitId | null; readonly places: number }[]
}

/** A need as the figures see it. */
export interface Counted {
  readonly kind: string
  readonly unit: UnitId | null
  readonly wanted: number
  readonly met: number
}

/** The work of a helper before and after. */
export interface Carried {
  readonly capacity: number
  readonly before: number
  readonly after: number
}

/** What is known of a run when it is solved; `km` has null where a distance is not known. */
export interface Measured {
  readonly needs: readonly Counted[]
  readonly helpers: readonly Carried[]
  readonly km: readonly (number | null)[]
  readonly points: number
  readonly most: number
}

/** The figures of a run. */
export function figuresOf({ needs, helpers, km, points, most }: Measured): Figures {
  const known = km.filter((one): one is number => one !== null).sort((a, b) => a - b)
  const sum = (of: (need: Counted) => number) => needs.reduce((all, need) => all + of(need), 0)
  const able = helpers.filter(({ capacity }) => capacity > 0)
  return {
    places: sum(({ wanted }) => wanted),
    met: sum(({ met }) => met),
    points,
    most,
    helpers: able.length,
    load_before: spreadOf(able.map(({ before, capacity }) => share(before, capacity))),
    load_after: spreadOf(able.map(({ after, capacity }) => share(after, capacity))),
    km_median: quantile(known, 50),
    km_p90: quantile(known, 90),
    km_unknown: km.length - known.length,
    unmet_by_kind: unmetBy(needs, ({ kind }) => kind).map(([kind, places]) => ({ kind, places })),
    unmet_by_unit: unmetBy(needs, ({ unit }) => unit).map(([unit, places]) => ({ unit, places })),
  }
}

function share(part: number, whole: number): number {
  return Math.round((1000 * part) / whole)
}

/** The value that so many of a hundred do not pass (nearest rank, Hyndman and Fan 1996, definition 1). */
function quantile(sorted: readonly number[], percent: number): number | null {
  if (sorted.length === 0) return null
  return Math.round(sorted[Math.ceil((percent * sorted.length) / 100) - 1]!)
}

/** How some shares are spread; nothing is spread over nobody. */
export function spreadOf(shares: readonly number[]): Spread {
  const sorted = shares.toSorted((a, b) => a - b)
  if (sorted.length === 0) return { least: 0, median: 0, most: 0, gini: 0 }
  return {
    least: sorted[0]!,
    median: quantile(sorted, 50)!,
    most: sorted.at(-1)!,
    gini: giniOf(sorted),
  }
}

/** Gini's coefficient of rising values, in thousandths. */
function giniOf(sorted: readonly number[]): number {
  const total = sorted.reduce((all, one) => all + one, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce(
    (all, one, at) => all + (2 * (at + 1) - sorted.length - 1) * one,
    0,
  )
  return Math.round((1000 * weighted) / (sorted.length * total))
}

function unmetBy<K>(needs: readonly Counted[], key: (need: Counted) => K): [K, number][] {
  const found = new Map<K, number>()
  for (const need of needs) {
    if (need.met >= need.wanted) continue
    found.set(key(need), (found.get(key(need)) ?? 0) + need.wanted - need.met)
  }
  return [...found].sort(([, a], [, b]) => b - a)
}
