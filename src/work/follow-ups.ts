/** What waits of sittings and of what comes after payments, and for whom. */
import { unanswered } from '../hardship/after/call-back-queries.ts'
import { answer } from '../hardship/after/call-backs.ts'
import { confirm } from '../hardship/after/confirming.ts'
import { deliveriesIn } from '../hardship/after/delivery-queries.ts'
import { dueUpTo } from '../hardship/after/due.ts'
import { hadAHand, paidWithId } from '../hardship/after/paid.ts'
import { record } from '../hardship/after/revisiting.ts'
import { file as fileGrievance } from '../hardship/grievances/commands.ts'
import { close } from '../hardship/sittings/closing.ts'
import { list as listSittings } from '../hardship/sittings/queries.ts'
import { item, type Kind } from './items.ts'

/** In the order of urgency: where somebody asked for the money first. */
export const followUpCodes = [
  'arrivals_to_look_into',
  'sittings_to_close',
  'call_backs_to_make',
  'arrivals_to_ask',
  'visits_due',
] as const

/** Looked at one by one, oldest first. */
const mostLookedAt = 200

export const followUpKinds: Readonly<Record<(typeof followUpCodes)[number], Kind>> = {
  arrivals_to_look_into: {
    by: fileGrievance,
    find: (view) => {
      const found = deliveriesIn(view, 'red', mostLookedAt)
      const cases = found.map((payout) => paidWithId(view, payout).case_id)
      return item([...new Set(cases)].map((id) => `case/${id}`))
    },
  },
  sittings_to_close: {
    by: close,
    find: (view) => {
      const open = listSittings
        .run(view, { state: 'open', limit: mostLookedAt })
        .sittings.filter(({ ballots }) => ballots > 0)
        .toReversed()
      return item(
        open.map(({ sitting }) => `sitting/${sitting}`),
        { oldest_on: open[0]?.held_on ?? null },
      )
    },
  },
  call_backs_to_make: {
    by: answer,
    find: (view) => {
      const draws = unanswered(view, mostLookedAt)
      const found = item([...new Set(draws)].map((draw) => `call_back_draw/${draw}`))
      return found && { ...found, count: draws.length, more: draws.length === mostLookedAt }
    },
  },
  arrivals_to_ask: {
    by: confirm,
    find: (view) => {
      const found = deliveriesIn(view, 'to_confirm', mostLookedAt)
        .map((payout) => paidWithId(view, payout))
        .filter((paid) => !hadAHand(view, paid))
      return item(
        found.map(({ payout }) => `payout/${payout}`),
        { oldest_on: found[0]?.paid_on ?? null, more: found.length === mostLookedAt },
      )
    },
  },
  visits_due: {
    by: record,
    find: (view) => {
      const found = dueUpTo(view, view.today).filter(({ why }) => why === 'case')
      return item(
        found.map((one) => `case/${one.case}`),
        { oldest_on: found[0]?.due_on ?? null },
      )
    },
  },
}
