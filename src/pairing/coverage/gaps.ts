/**
 * What the coverage board counts, and the lists behind its figures: one reading of the book for both, so that a figure
 * and its list never differ.
 */
import type { View } from '../../book/registry.ts'
import { type Day, daysBetween } from '../../kit/day.ts'
import type { PartyId, UnitId } from '../../kit/ids.ts'
import { helperById } from '../registers/rows.ts'
import { dueOf } from '../visits/due.ts'
import { coverOfFiles, type FileCover } from './files.ts'
import { helperLoads, isLeaving, isOverloaded } from './helpers.ts'
import { answerOn, isReviewLate, openPairs, reviewOn, unmetNeeds } from './pairs.ts'

/** What wants somebody's attention, in the order of urgency. */
export const gapKinds = [
  /** A household in hardship whom nobody helps. */
  'no_helper',
  /** A household in hardship that has a helper and was not visited in time. */
  'no_visit',
  /** Somebody who has a helper was not visited for so long that it is an alarm. */
  'alarm',
  /** A helper leaves, or has ended, and somebody rests on them. */
  'leaving',
  /** A helper has more pairs than they can take on. */
  'overloaded',
  /** A review, or the end of an observation, is over its day. */
  'review',
  /** A proposal waits for an answer for long. */
  'proposal',
  /** An open need has a place that nobody takes. */
  'unmet',
] as const
export type GapKind = (typeof gapKinds)[number]

/** One thing that wants attention. */
export interface Gap {
  readonly kind: GapKind
  readonly subject: 'hardship_file' | 'pair' | 'helper' | 'need'
  readonly id: number
  readonly unit: UnitId | null
  /** Whom it is about; for a household looked up when it is shown. */
  readonly party: PartyId | null
  readonly helper_party: PartyId | null
  /** By when it should have been done; null where there is no such day. */
  readonly due_on: Day | null
  /** Days that it is over its day; null where it has none. */
  readonly late: number | null
  /** How many are proposed for a household or need, or rest on a helper. */
  readonly count: number | null
  /** How many a helper can take on, or a need wants. */
  readonly most: number | null
}

/** All that the board shows, read once. */
export interface Coverage {
  readonly files: readonly FileCover[]
  readonly gaps: readonly Gap[]
}

const nothing = {
  party: null,
  helper_party: null,
  due_on: null,
  late: null,
  count: null,
  most: null,
}

/** How the book stands today, as far as the caller reaches: gaps in the order of their kinds, the longest over first. */
export function readCoverage(view: View): Coverage {
  const files = coverOfFiles(view)
  const gaps = [
    ...fileGaps(view, files),
    ...alarmGaps(view),
    ...helperGaps(view),
    ...pairGaps(view),
    ...unmetGaps(view),
  ]
  const order = new Map(gapKinds.map((kind, at) => [kind, at]))
  const sorted = gaps.toSorted(
    (a, b) =>
      order.get(a.kind)! - order.get(b.kind)! || (b.late ?? 0) - (a.late ?? 0) || a.id - b.id,
  )
  return { files, gaps: sorted }
}

function lateBy(due: Day, today: Day): number {
  return daysBetween(due, today)
}

function fileGaps({ today }: View, files: readonly FileCover[]): Gap[] {
  return files.flatMap(({ file, unit, state, due_on, proposed }): Gap[] => {
    if (state === 'covered') return []
    const late = due_on === null ? null : lateBy(due_on, today)
    const of = { ...nothing, kind: state, subject: 'hardship_file', id: file, unit } as const
    return [{ ...of, due_on, late, count: proposed }]
  })
}

function alarmGaps(view: View): Gap[] {
  return dueOf(view)
    .filter(({ alarm }) => alarm)
    .flatMap(({ pair, helper, party, unit, due_on }): Gap[] => {
      if (pair === null || helper === null) return []
      const helper_party = helperById(view, helper).party_id
      const of = { ...nothing, subject: 'pair', id: pair, unit, party, helper_party } as const
      return [{ ...of, kind: 'alarm', due_on, late: lateBy(due_on, view.today) }]
    })
}

function helperGaps(view: View): Gap[] {
  const { today } = view
  return helperLoads(view).flatMap((one): Gap[] => {
    const told = { helper_party: one.party, count: one.load, most: one.capacity }
    const of = { ...nothing, subject: 'helper', id: one.helper, unit: one.unit, ...told } as const
    const due_on = one.leaves_on
    const late = due_on === null ? null : lateBy(due_on, today)
    const leaving: Gap[] = isLeaving(one) ? [{ ...of, kind: 'leaving', due_on, late }] : []
    return isOverloaded(one) ? [...leaving, { ...of, kind: 'overloaded' }] : leaving
  })
}

function pairGaps(view: View): Gap[] {
  const { today } = view
  return openPairs(view).flatMap((pair): Gap[] => {
    const { unit, party, helper_party } = pair
    const of = { ...nothing, subject: 'pair', id: pair.pair, unit, party, helper_party } as const
    const answer = answerOn(pair)
    if (answer !== null && answer < today) {
      return [{ ...of, kind: 'proposal', due_on: answer, late: lateBy(answer, today) }]
    }
    if (!isReviewLate(pair, today)) return []
    const due_on = reviewOn(pair)!
    return [{ ...of, kind: 'review', due_on, late: lateBy(due_on, today) }]
  })
}

function unmetGaps(view: View): Gap[] {
  return unmetNeeds(view).map(
    ({ need, party, unit, wanted, taken }): Gap => ({
      ...nothing,
      ...{ kind: 'unmet', subject: 'need', id: need, unit, party, count: taken, most: wanted },
    }),
  )
}
