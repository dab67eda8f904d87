/** The path of a contribution: received, identified, its receipts, what was refunded, what comes next. */
import { ActDetail } from '../../../templates/pages/act-detail.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { entry as showEntry } from '../../ledger/entry-queries.ts'
import { type ContributionShown, someRefunded } from './contribution-views.ts'
import { entryLink } from './entry-posted.ts'
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
    const statutory = statutory_number === null ? null : { number: statutory_number }
    const detail = statutory ? visit.t.receipt.statutory(statutory) : undefined
    return { ...step(visit, title, { sequence, reversed_by: voided_by }), detail }
  })
  const identified = row.identifications.flatMap((one) =>
    posted(visit, words.identified(one.party), one, []),
  )
  const refunds = row.refunds.flatMap((one) => {
    const amount = formatMoney(visit.language, one.amount, row.currency)
    return posted(visit, words.refunded, one, one.reason === null ? [amount] : [amount, one.reason])
  })
  const past = [...posted(visit, words.received, row, []), ...identified, ...receipts, ...refunds]
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

interface Posted {
  readonly entry: number
  readonly sequence: number
  readonly reversed_by: number | null
}

/** An act that posted an entry, and that it was taken back: said of which, since more than one may be. */
function posted(visit: Visit, title: string, act: Posted, says: readonly string[]): Step[] {
  const detail = (words: readonly string[], entry: number) =>
    ActDetail({ says: words, entry: entryLink(visit, entry) })
  const done = { ...step(visit, title, act), detail: detail(says, act.entry) }
  const { reversed_by } = act
  if (reversed_by === null) return [done]
  const { sequence } = visit.ask(showEntry, { entry: reversed_by })
  const taken = { ...reversalMilestone(visit, reversed_by), sequence }
  return [done, { ...taken, detail: detail([title], reversed_by) }]
}

function nextStep({ t }: Visit, row: ContributionShown): MilestoneView[] {
  const words = t.contributions.step
  if (row.reversed_by !== null || row.refunded === row.amount) return []
  if (row.source === 'unidentified') {
    return someRefunded(row) ? [] : [{ title: words.to_identify, state: 'current' }]
  }
  return row.receipt === null ? [{ title: words.no_receipt, state: 'coming' }] : []
}
