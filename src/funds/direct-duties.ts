/** What a direct payout, on which nobody else decides, must not be: one that others approve, nor one's own. */
import type { Act } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { PartyId } from '../kit/ids.ts'
import { addMinor, amountText, type Minor } from '../kit/money.ts'
import type { Fund } from '../ledger/funds.ts'
import { interestsOf, interestText } from '../people/interests.ts'
import { togetherWith } from '../people/merges.ts'
import type { Party } from '../people/parties.ts'
import { approvalAboveMinor } from '../policies/deciding.ts'
import { bindingDuties } from './binding-duties.ts'
import { needsRequest, payoutOfInterest } from './duty-refusals.ts'

/** Direct payouts that stand, of a day, to or for somebody of a list. */
const paidTo = `select o.amount_minor as "amount_minor", f.currency as "currency"
  from payout as o join fund as f on f.id = o.fund_id join entry as e on e.id = o.entry_id
  where o.paid_on = +? and e.kind = 'payout.paid'
    and o.id in (
      select id from payout where beneficiary_id in (select value from json_each(+?))
      union select id from payout
        where payee_id in (select value from json_each(+?)) and payee_id <> beneficiary_id)
    and not exists (select 1 from entry as r where r.reverses = o.entry_id)`

/** A direct payout as its duties see it. */
interface DirectPayout {
  readonly amountMinor: Minor
  readonly payee: Party
  readonly beneficiary: PartyId
  readonly paidOn: Day
  readonly ofThePast?: boolean
}

/** What the same person gets directly that day with this payout, under whichever reference, for whomever. */
function together(act: Act, { currency }: Fund, payout: DirectPayout): Minor {
  const { payee, beneficiary, paidOn, amountMinor } = payout
  // A vendor is paid for many on one day; a person who is, gets it all the same.
  const paid = payee.kind === 'person' ? togetherWith(act, payee.id) : []
  const persons = JSON.stringify([...togetherWith(act, beneficiary), ...paid])
  return act
    .all(paidTo, [paidOn, persons, persons])
    .filter((other) => other.currency === currency)
    .reduce((sum, row) => addMinor(sum, row.amount_minor as Minor), amountMinor)
}

/**
 * Refuses `payout.needs_request` for a direct payout that somebody else would have to approve, by the policy of its
 * day or of today: on its own, or with what the same person got directly that day, so that a payout is neither
 * cut in pieces nor dated back to before the policy.
 */
export function requireNoRequestNeeded(act: Act, fund: Fund, payout: DirectPayout): void {
  const { currency } = fund
  const days = payout.ofThePast ? [payout.paidOn] : [payout.paidOn, act.today]
  const limits = [...new Set(days)]
    .map((day) => approvalAboveMinor(bindingDuties(act, fund, day).body, currency))
    .filter((limit) => limit !== null)
  if (limits.length === 0) return
  const above = limits.toSorted((a, b) => a - b)[0]!
  const sum = together(act, fund, payout)
  if (sum <= above) return
  const [amount, limit] = [amountText(sum, currency), amountText(above, currency)]
  throw needsRequest({ amount, above: limit, currency })
}

/**
 * Refuses `payout.interest` for whoever has an interest in those whom a direct payout or a refund concerns: whoever
 * makes it decides on it (design invariant 7).
 */
export function requireNoInterest(act: Act, parties: readonly PartyId[]): void {
  const times = { days: [act.today], since: null }
  const interests = interestsOf(act, act.caller.actor, parties, times)
  if (interests.length === 0) return
  throw payoutOfInterest({ interests: [...new Set(interests.map(interestText))] })
}
