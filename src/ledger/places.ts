/**
 * Where in the order of recording the entries of some days lie. The latest day known rises with the
 * postings, so those recorded in their time lie in one stretch, found by halving; what was backdated lies
 * after it and has an index of its own.
 */
import type { Condition } from '../book/paging.ts'
import type { Day } from '../kit/day.ts'
import type { FundId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'

export interface DayRange {
  readonly from: Day | null
  readonly to: Day | null
}

/** A walk over postings by their number, or by the serial of a fund. */
interface Axis {
  readonly column: 'id' | 'fund_serial'
  readonly of: Condition
}

function axisOf(fundId: FundId | null): Axis {
  if (fundId === null) return { column: 'id', of: { sql: 'true', values: [] } }
  return { column: 'fund_serial', of: { sql: 'fund_id = +?', values: [fundId] } }
}

/** The first place from `low` on whose latest day known is on `day` or after it; or after all. */
function firstReaching(reader: Reader, { column, of }: Axis, low: number, day: Day): number {
  const newest = reader.first(
    `select max(${column}) as "place" from posting where ${of.sql}`,
    of.values,
  )
  const at = `select high_on as "day" from posting where ${of.sql} and ${column} = +? limit 1`
  let [least, most] = [low, Number(newest?.place ?? 0) + 1]
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (String(reader.first(at, [...of.values, middle])!.day) >= day) most = middle
    else least = middle + 1
  }
  return least
}

/** The first place of a stretch of days and the first one after it; exact but for what was backdated. */
export function stretchOf(
  reader: Reader,
  fundId: FundId | null,
  { from, to }: DayRange,
  low = 1,
): { readonly first: number; readonly end: number | null } {
  const axis = axisOf(fundId)
  const first = from === null ? low : firstReaching(reader, axis, low, from)
  // A text that sorts right after the day and before every later one.
  const end = to === null ? null : firstReaching(reader, axis, first, `${to}+` as Day)
  return { first, end }
}

/** The first posting of a serial in a fund; above all when there is none yet. */
export function postingAt(reader: Reader, fundId: FundId, serial: number): number {
  const sql = 'select min(id) as "id" from posting where fund_id = +? and fund_serial = +?'
  return Number(reader.first(sql, [fundId, serial])?.id ?? Number.MAX_SAFE_INTEGER)
}

/** Conditions on postings `t` that together find those with a day in the range, each in its own stretch. */
export function placesOfDays(reader: Reader, fundId: FundId | null, range: DayRange): Condition[] {
  const { column } = axisOf(fundId)
  const { first, end } = stretchOf(reader, fundId, range)
  if (end === null) return [{ sql: `t.${column} >= +?`, values: [first] }]
  const { from, to } = range
  const late = reader.all(
    `select id from posting where effective_on < high_on
     and effective_on >= +? and effective_on <= +? and +id >= +?`,
    [from ?? '', to, fundId === null ? end : postingAt(reader, fundId, end)],
  )
  const those = JSON.stringify(late.map(({ id }) => id))
  return [
    { sql: `t.${column} >= +? and t.${column} < +?`, values: [first, end] },
    { sql: 't.id in (select value from json_each(+?))', values: [those] },
  ]
}
