/** The path of a contribution: received, identified, its receipts, what was refunded, what comes next. */
import { formatMoney } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { entry as showEntry } from '../../ledger/queries.ts'
import { type ContributionShown, someRefunded } from './contribution-views.ts'
import { recordedBy, reversalMilestone } from './recorded-by.ts'
import type { Visit } from './visit.ts'

interface Step extends MilestoneView {
  readonly sequence: number
}

/** The steps in the order of time, and the next one where there is one. */
export function contributionPath(visit: Visit, row: ContributionShown): MilestoneView[] {
  const words = visit.t.contributions.step
  const receipts = row.receipts.map(({ receipt, sequence, statutory_number, voided_by }): Step => {
    const title = voided_by === null ? words.receipt({ receipt }) : words.receipt_void({ receipt })
    const detail = statutory_number ?? undefined
    return { ...step(visit, title, { sequence, reversed_by: voided_by }), detail }
  })
  const identified = row.identifications.flatMap((one) =>
    withReversal(visit, step(visit, words.identified(one.party), one), one.reversed_by),
  )
  const refunds = row.refunds.flatMap((one) => {
    const amount = formatMoney(visit.language, one.amount, row.currency)
    const detail = one.reason === null ? amount : `${amount} · ${one.reason}`
    return withReversal(visit, { ...step(visit, words.refunded, one), detail }, one.reversed_by)
  })
  const received = withReversal(visit, step(visit, words.received, row), row.reversed_by)
  const past = [...received, ...identified, ...receipts, ...refunds]
  return [...past.sort((a, b) => a.sequence - b.sequence), ...nextStep(visit, row)]
}

function step(
  visit: Visit,
  title: string,
  { sequence, reversed_by }: { sequence: number; reversed_by: number | null },
): Step {
  const state = reversed_by === null ? 'done' : 'stopped'
  return { title, state, sequence, ...recordedBy(visit, sequence) }
}

/** A step, and that it was taken back: said of which, since more than one may be. */
function withReversal(visit: Visit, done: Step, reversal: number | null): Step[] {
  if (reversal === null) return [done]
  const { sequence } = visit.ask(showEntry, { entry: reversal })
  return [done, { ...reversalMilestone(visit, reversal), detail: done.title, sequence }]
}

function nextStep({ t }: Visit, row: ContributionShown): MilestoneView[] {
  const words = t.contributions.step
  if (row.reversed_by !== null || row.refunded === row.amount) return []
  if (row.source === 'unidentified') {
    return someRefunded(row) ? [] : [{ title: words.to_identify, state: 'current' }]
  }
  return row.receipt === null ? [{ title: words.no_receipt, state: 'coming' }] : []
}
