/**
 * What came of a commitment up to a day: pure arithmetic over what was promised and what was done. Amounts are in minor
 * units, the rest are whole numbers of things, seats or persons.
 */
import { type Day, daysBetween } from '../../kit/day.ts'
import type { AgreementSide, PromiseKind } from './rows.ts'

/** Something that was done, as it counts: less where money was given back since. */
export interface Delivery {
  readonly evidence: number
  readonly on: Day
  readonly counted: number
  readonly contribution: number | null
  readonly digest: string | null
}

export interface Promised {
  readonly commitment: number
  readonly side: AgreementSide
  readonly kind: PromiseKind
  readonly promised: number
  readonly due_on: Day
}

/** How a commitment stands. `partly`: its day is over, and some of it was done. */
export const outcomes = ['kept', 'kept_late', 'to_come', 'partly', 'overdue', 'released'] as const
export type Outcome = (typeof outcomes)[number]

/** `promised = on_time + late + open + released`; what was done beyond the promise is told apart. */
export interface Reckoned {
  readonly promised: number
  readonly on_time: number
  readonly late: number
  readonly open: number
  readonly released: number
  readonly beyond: number
}

export interface Line extends Promised, Reckoned {
  readonly outcome: Outcome
  /** The day on which it was kept in full, or null. */
  readonly kept_on: Day | null
  /** By how many days that was after its day; negative: before it. Of what is overdue: so far. Else null. */
  readonly days_late: number | null
  readonly deliveries: readonly Delivery[]
}

/** What was done of a commitment, and whether the rest of it was given up. */
export interface Kept {
  readonly deliveries: readonly Delivery[]
  readonly released: boolean
}

/** What came of one commitment up to a day; deliveries after that day are left out. */
export function lineOf(given: Promised, { deliveries: all, released }: Kept, asOf: Day): Line {
  const deliveries = all
    .filter(({ on }) => on <= asOf)
    .toSorted((a, b) => (a.on === b.on ? a.evidence - b.evidence : a.on < b.on ? -1 : 1))
  const { promised, due_on } = given
  let [onTime, late, beyond] = [0, 0, 0]
  let keptOn: Day | null = null
  for (const { on, counted } of deliveries) {
    const needed = promised - onTime - late
    const used = Math.min(needed, counted)
    if (on <= due_on) onTime += used
    else late += used
    beyond += counted - used
    if (used > 0 && used === needed) keptOn = on
  }
  const rest = promised - onTime - late
  const open = released ? 0 : rest
  const overdue = open > 0 && due_on < asOf
  const until = keptOn ?? (overdue ? asOf : null)
  return {
    ...given,
    on_time: onTime,
    late,
    open,
    released: rest - open,
    beyond,
    outcome: outcomeOf({ rest, open, late, overdue, begun: rest < promised }),
    kept_on: keptOn,
    days_late: until === null ? null : daysBetween(due_on, until),
    deliveries,
  }
}

function outcomeOf(of: {
  readonly rest: number
  readonly open: number
  readonly late: number
  readonly overdue: boolean
  readonly begun: boolean
}): Outcome {
  if (of.rest === 0) return of.late > 0 ? 'kept_late' : 'kept'
  if (of.open === 0) return 'released'
  if (!of.overdue) return 'to_come'
  return of.begun ? 'partly' : 'overdue'
}

/** The sums of one kind on one side. */
export interface Total extends Reckoned {
  readonly side: AgreementSide
  readonly kind: PromiseKind
  readonly commitments: number
  /** Of what is open, that whose day is over. */
  readonly overdue: number
}

/** Sums by side and kind, in the order in which they first stand; unlike things are never added up. */
export function totalsOf(lines: readonly Line[]): Total[] {
  const totals = new Map<string, Total>()
  for (const line of lines) {
    const key = `${line.side} ${line.kind}`
    const sum = totals.get(key) ?? { ...nothing, side: line.side, kind: line.kind }
    const isOverdue = line.outcome === 'partly' || line.outcome === 'overdue'
    totals.set(key, {
      ...sum,
      commitments: sum.commitments + 1,
      promised: sum.promised + line.promised,
      on_time: sum.on_time + line.on_time,
      late: sum.late + line.late,
      open: sum.open + line.open,
      overdue: sum.overdue + (isOverdue ? line.open : 0),
      released: sum.released + line.released,
      beyond: sum.beyond + line.beyond,
    })
  }
  return [...totals.values()]
}

const nothing = {
  commitments: 0,
  promised: 0,
  on_time: 0,
  late: 0,
  open: 0,
  overdue: 0,
  released: 0,
  beyond: 0,
} as const
