/** Refusals about funds, contributions, transfers and payouts. */
import { refusal } from '../kit/refusal.ts'

export const moreThanAvailable = refusal<{
  fund: string
  amount: string
  available: string
  currency: string
}>(
  'fund.more_than_available',
  409,
  ({ fund, amount, available, currency }) =>
    `${amount} ${currency} is more than the ${available} ${currency} available in the fund ${fund}.`,
  'Available is money less what is owed, set aside and preserved; give less, or release a commitment.',
)

export const fundStillHolds = refusal<{
  fund: string
  held: readonly { account: string; amount: string }[]
  currency: string
}>(
  'fund.still_holds',
  409,
  ({ fund, held, currency }) =>
    `The fund ${fund} is not empty: ${held.map(({ account, amount }) => `${account} ${amount} ${currency}`).join(', ')}.`,
  'Pay out or transfer what it holds, settle what it owes and release what it promised; then close it.',
)

export const categoryNotAllowed = refusal<{
  fund: string
  category: string
  allowed: readonly string[]
}>(
  'fund.category_not_allowed',
  409,
  ({ fund, category, allowed }) =>
    `The policy of the fund ${fund} allows ${allowed.join(', ')}; ${category} is not among them.`,
  'Pay it from a fund whose purpose covers it.',
)

export const largerThanPolicy = refusal<{
  fund: string
  amount: string
  largest: string
  currency: string
}>(
  'fund.larger_than_policy',
  409,
  ({ fund, amount, largest, currency }) =>
    `The policy of the fund ${fund} allows at most ${largest} ${currency} a payout; this is ${amount} ${currency}.`,
  'Give at most that, or have the policy changed first.',
)

export const contributionUnknown = refusal<{ contribution: number }>(
  'contribution.unknown',
  404,
  ({ contribution }) => `There is no contribution ${contribution} in this book.`,
  'Look it up in the list of contributions.',
)

export const contributionReversed = refusal<{ contribution: number }>(
  'contribution.reversed',
  409,
  ({ contribution }) => `The entry of contribution ${contribution} was reversed.`,
  'Record what happened as a new contribution.',
)

export const partyNeeded = refusal<{ source: string }>(
  'contribution.party_needed',
  422,
  ({ source }) => `A contribution from the source ${source} needs the party it came from.`,
  'Give the party, or record it as unidentified and identify it later.',
)

export const partyNotKnownYet = refusal<Record<never, never>>(
  'contribution.unidentified_has_no_party',
  422,
  () => 'An unidentified contribution has no party yet.',
  'Leave the party out, or give the real source.',
)

export const unidentifiedInMoneyOnly = refusal<{ form: string }>(
  'contribution.unidentified_in_money',
  422,
  ({ form }) => `An unidentified contribution comes by bank or in cash, not ${form}.`,
  'Give the form in which the money came.',
)

export const notUnidentified = refusal<{ contribution: number; state: string }>(
  'contribution.not_unidentified',
  409,
  ({ contribution, state }) => `Contribution ${contribution} is ${state}.`,
  'Only an unidentified contribution is identified, and once.',
)

export const refundTooLarge = refusal<{
  contribution: number
  amount: string
  left: string
  currency: string
}>(
  'contribution.refund_too_large',
  409,
  ({ contribution, amount, left, currency }) =>
    `${amount} ${currency} is more than the ${left} ${currency} of contribution ${contribution} not yet refunded.`,
  'Refund at most what is left.',
)

export const pledgeUnknown = refusal<{ pledge: number }>(
  'pledge.unknown',
  404,
  ({ pledge }) => `There is no pledge ${pledge} in this book.`,
  'Look it up in the list of pledges.',
)

export const pledgeMismatch = refusal<{ pledge: number; what: string }>(
  'pledge.mismatch',
  409,
  ({ pledge, what }) => `Pledge ${pledge} is of another ${what}.`,
  'Give the pledge that this contribution keeps, or leave the pledge out.',
)

export const pledgeExceeded = refusal<{
  pledge: number
  amount: string
  left: string
  currency: string
}>(
  'pledge.exceeded',
  409,
  ({ pledge, amount, left, currency }) =>
    `${amount} ${currency} is more than the ${left} ${currency} still open on pledge ${pledge}.`,
  'Record what exceeds the pledge as a contribution of its own.',
)

export const receiptImpossible = refusal<{ contribution: number; why: string }>(
  'receipt.impossible',
  409,
  ({ contribution, why }) => `Contribution ${contribution} gets no receipt: ${why}.`,
  'A receipt is given once, for what is kept of a contribution that is identified and stands.',
)

export const sameFund = refusal<{ fund: string }>(
  'transfer.same_fund',
  422,
  ({ fund }) => `A transfer from the fund ${fund} to itself moves nothing.`,
  'Give two different funds.',
)

export const currenciesDiffer = refusal<{ from: string; to: string }>(
  'transfer.currencies_differ',
  422,
  ({ from, to }) =>
    `The funds are in ${from} and ${to}; money moves between funds of one currency.`,
  'Record the exchange as a payment from one and a receipt in the other.',
)

export const restrictionBroken = refusal<{ from: string; to: string; restriction: string }>(
  'transfer.restriction_broken',
  409,
  ({ from, to, restriction }) =>
    `The fund ${from} is restricted (${restriction}); its money may not go to ${to}, which is unrestricted.`,
  'Move money only into a fund under a restriction, or pay from the restricted fund itself.',
)

export const repaymentTooLarge = refusal<{
  from: string
  to: string
  amount: string
  owed: string
  currency: string
}>(
  'transfer.repayment_too_large',
  409,
  ({ from, to, amount, owed, currency }) =>
    `The fund ${from} owes ${to} ${owed} ${currency}; ${amount} ${currency} is more.`,
  'Repay at most what is owed.',
)

export const payoutUnknown = refusal<{ payout: number }>(
  'payout.unknown',
  404,
  ({ payout }) => `There is no payout ${payout} in this book.`,
  'Look it up in the list of payouts.',
)

export const payoutReversed = refusal<{ payout: number }>(
  'payout.reversed',
  409,
  ({ payout }) => `The entry of payout ${payout} was reversed.`,
  'Nothing of it can come back; record what happened as a new entry.',
)

export const returnTooLarge = refusal<{
  payout: number
  amount: string
  left: string
  currency: string
}>(
  'payout.return_too_large',
  409,
  ({ payout, amount, left, currency }) =>
    `${amount} ${currency} is more than the ${left} ${currency} of payout ${payout} not yet returned.`,
  'Record at most what is left.',
)

export const payoutOfBatch = refusal<{ payout: number; batch: string; line: number }>(
  'payout.of_batch',
  409,
  ({ payout, batch, line }) => `Payout ${payout} is line ${line} of batch ${batch}.`,
  'Record at that line of the batch that it came back; it is then owed again and can be sent anew.',
)

export const entryOfAward = refusal<{ entry: number; subject: string }>(
  'entry.of_award',
  409,
  ({ entry, subject }) => `Entry ${entry} belongs to an award (${subject}), which it cannot leave.`,
  'Undo what was done there: at the line of its batch, or at the case.',
)

export const transferUnknown = refusal<{ transfer: number }>(
  'transfer.unknown',
  404,
  ({ transfer }) => `There is no transfer ${transfer} in this book.`,
  'Look it up in the list of transfers.',
)

export const commitmentUnknown = refusal<{ commitment: number }>(
  'commitment.unknown',
  404,
  ({ commitment }) => `There is no commitment ${commitment} in this book.`,
  'Look it up in the fund.',
)

export const releaseTooLarge = refusal<{
  commitment: number
  amount: string
  left: string
  currency: string
}>(
  'commitment.release_too_large',
  409,
  ({ commitment, amount, left, currency }) =>
    `${amount} ${currency} is more than the ${left} ${currency} still set aside by commitment ${commitment}.`,
  'Release at most what is left.',
)

export const beforeOrigin = refusal<{ day: string; origin: string }>(
  'day.before_origin',
  422,
  ({ day, origin }) => `The day ${day} is before ${origin}, the day of what it follows.`,
  'Give that day or a later one.',
)

export const hasDependants = refusal<{ entry: number; dependants: readonly string[] }>(
  'entry.has_dependants',
  409,
  ({ entry, dependants }) => `Entry ${entry} is the ground of ${dependants.join(', ')}.`,
  'Reverse those first, newest first.',
)
