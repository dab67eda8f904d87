/** What stands of the acts that hang on another row: those whose entries were not reversed. */
import type { EventSeq } from '../kit/ids.ts'
import { type Minor, minor } from '../kit/money.ts'
import { build, first, type Prepared, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

/** Tables of such acts, with the column that names the row they hang on. */
const hanging = {
  payout_return: 'payout_id',
  contribution_refund: 'contribution_id',
  commitment_release: 'commitment_id',
  contribution: 'pledge_id',
} as const
type Hanging = keyof typeof hanging

/** Later than every event. */
export const everKnown = Number.MAX_SAFE_INTEGER as EventSeq

const sums = Object.fromEntries(
  Object.entries(hanging).map(([table, column]) => [table, sumOf(table as Hanging, column)]),
) as Record<Hanging, ReturnType<typeof sumOf>>

function sumOf(
  table: Hanging,
  column: string,
): Prepared<{ on: number; known: EventSeq }, { total: number }> {
  return prepare((p: { on: number; known: EventSeq }) =>
    build
      // All of them have these columns; the types of one stand for all.
      .selectFrom(`${table as 'payout_return'} as d`)
      .leftJoin('entry as r', (join) =>
        join.onRef('r.reverses', '=', 'd.entry_id').on('r.event_seq', '<=', p.known),
      )
      .select((e) => e.fn.coalesce(e.fn.sum<number>('d.amount_minor'), e.lit(0)).as('total'))
      .where(build.dynamic.ref(`d.${column}`), '=', p.on)
      .where('d.event_seq', '<=', p.known)
      .where('r.id', 'is', null),
  )
}

/**
 * The sum of the acts in `table` that hang on the row `on` and stand, in minor units of its fund: now, or
 * as the book knew it after event `known`.
 */
export function standingSum(
  reader: Reader,
  table: Hanging,
  on: number,
  known: EventSeq = everKnown,
): Minor {
  return minor(first(reader, sums[table], { on, known })!.total)
}
