/** The board of pairing for paper, from the same questions as its page. */
import type { View } from '../../book/registry.ts'
import { gaps, show } from '../../pairing/coverage/showing.ts'
import type { StatementLanguage } from '../statement.ts'
import type { CoverageBoard } from './coverage-board.ts'
import { frameFor } from './paper-made.ts'

/** Some twenty pages: who has more than that works through it by unit. */
const mostRows = 500

/** The board of a unit, or of everything that the caller reaches. Refuses `unit.unknown`. */
export function coverageBoard(
  view: View,
  unit: string | undefined,
  language: StatementLanguage,
): CoverageBoard {
  const within = unit === undefined ? {} : { unit }
  const told = show.run(view, within)
  const found = gaps.run(view, { ...within, limit: mostRows })
  const number = `BOARD-${told.as_of}${unit === undefined ? '' : `-${unit}`}`
  return {
    format: 'care-ledger/coverage@1',
    frame: frameFor(view, { number, mark: 'internal', language }),
    unit: told.unit?.name ?? null,
    as_of: told.as_of,
    totals: told.totals,
    units: told.units.map(({ unit: one, figures }) => ({ name: one?.name ?? null, ...figures })),
    rows: found.gaps.map((gap) => ({
      kind: gap.kind,
      reference: gap.reference,
      helped: gap.helped?.name ?? null,
      helper: gap.helper?.name ?? null,
      unit: gap.unit?.name ?? null,
      due_on: gap.due_on,
      late: gap.late,
      count: gap.count,
      most: gap.most,
    })),
    left_out: Math.max(0, found.total - mostRows),
  }
}
