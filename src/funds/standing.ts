/** What stands of the acts that hang on another row: those whose entries were not reversed. */
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

const sums = Object.fromEntries(
  Object.entries(hanging).map(([table, column]) => [table, sumOf(table as Hanging, column)]),
) as Record<Hanging, ReturnType<typeof sumOf>>

function sumOf(table: Hanging, column: string): Prepared<{ on: number }, { total: number }> {
  return prepare((p: { on: number }) =>
    build
      // All of them have these columns; the types of one stand for all.
      .selectFrom(`${table as 'payout_return'} as d`)
      .leftJoin('entry as r', 'r.reverses', 'd.entry_id')
      .select((e) => e.fn.coalesce(e.fn.sum<number>('d.amount_minor'), e.lit(0)).as('total'))
      .where(build.dynamic.ref(`d.${column}`), '=', p.on)
      .where('r.id', 'is', null),
  )
}

/** The sum of the acts in `table` that hang on the row `on` and stand, in minor units of its fund. */
export function standingSum(reader: Reader, table: Hanging, on: number): Minor {
  return minor(first(reader, sums[table], { on })!.total)
}
