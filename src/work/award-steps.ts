/** What waits of awards, and for whom. */
import { allowancesDue } from '../hardship/awards/allowance-queries.ts'
import { makeDue } from '../hardship/awards/allowances.ts'
import { agree } from '../hardship/awards/approving.ts'
import { receive } from '../hardship/awards/clawbacks.ts'
import { ratify } from '../hardship/awards/ratifying.ts'
import {
  capsToDecide,
  claimsOpen,
  emergenciesToAgree,
  emergenciesToRatify,
} from '../hardship/awards/waiting.ts'
import { decide } from '../hardship/caps/overrides.ts'
import { monthOf } from '../kit/day.ts'
import { item, type Kind } from './items.ts'

/** In the order of urgency. */
export const awardCodes = [
  'emergencies_to_agree',
  'emergencies_to_ratify',
  'caps_to_decide',
  'allowances_to_make_due',
  'claims_open',
] as const

const ofCases = (ids: readonly number[]) => ids.map((id) => `case/${id}`)

export const awardKinds: Readonly<Record<(typeof awardCodes)[number], Kind>> = {
  emergencies_to_agree: { by: agree, find: (view) => item(ofCases(emergenciesToAgree(view))) },
  emergencies_to_ratify: {
    by: ratify,
    find: (view) => {
      const found = emergenciesToRatify(view)
      const days = found.map(({ by }) => by).sort()
      return item(ofCases(found.map(({ id }) => id)), { oldest_on: days[0] ?? null })
    },
  },
  caps_to_decide: { by: decide, find: (view) => item(ofCases(capsToDecide(view))) },
  allowances_to_make_due: {
    by: makeDue,
    find: (view) => {
      const found = allowancesDue(view)
      return item(ofCases(found.map(({ theCase }) => theCase.id)), { month: monthOf(view.today) })
    },
  },
  claims_open: {
    by: receive,
    find: (view) => {
      const found = claimsOpen(view)
      return item(ofCases(found.map(({ id }) => id)), { oldest_on: found[0]?.on ?? null })
    },
  },
}
