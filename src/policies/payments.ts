/**
 * What is looked at before a batch is paid (handbook A9; peers: a panel of graded checks): each finding is green, amber
 * or red, and red may hold the batch up.
 */
import { z } from 'zod'
import { wholeField } from './fields.ts'

export const paymentChecks = [
  /** One bank account for two people. */
  'same_account',
  /** The payee was never paid before. */
  'new_payee',
  /** More than the payee or the programme usually gets. */
  'unusual_amount',
  /** Another case of the same household is open or was paid in the window. */
  'open_duplicate',
  /** The payee or the person helped is near to somebody who acted on it. */
  'officers_relative',
  /** There is no account to pay to, or it does not read as one. */
  'no_account',
  /** The person died, or the household was delisted, after the approval. */
  'no_longer_entitled',
] as const
export type PaymentCheck = (typeof paymentChecks)[number]

export const checkGrades = ['off', 'green', 'amber', 'red'] as const
export type CheckGrade = (typeof checkGrades)[number]

export const paymentsBody = z.strictObject({
  grades: z.strictObject({
    same_account: z.enum(checkGrades),
    new_payee: z.enum(checkGrades),
    unusual_amount: z.enum(checkGrades),
    open_duplicate: z.enum(checkGrades),
    officers_relative: z.enum(checkGrades),
    no_account: z.enum(checkGrades),
    no_longer_entitled: z.enum(checkGrades),
  }),
  /** Whether a red finding keeps a batch from being released. */
  red_blocks: z.boolean(),
  /** An amount is unusual above so many percent of the median of the programme in the last year. */
  unusual_percent: wholeField(101, 10_000),
})
export type Payments = z.output<typeof paymentsBody>

export const neutralPayments: Payments = {
  grades: {
    same_account: 'red',
    new_payee: 'green',
    unusual_amount: 'amber',
    open_duplicate: 'amber',
    officers_relative: 'amber',
    no_account: 'red',
    no_longer_entitled: 'red',
  },
  red_blocks: true,
  unusual_percent: 300,
}
