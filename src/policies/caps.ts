/**
 * Caps (handbook A4, F3): the most that somebody, a household, an event or a programme is helped with, and how
 * often. Only the data and its checks: they are counted where grants are decided.
 */
import { z } from 'zod'
import { amountField, nameField } from '../book/fields.ts'
import { amountAt, currencyField, mostRows, wholeField } from './fields.ts'

export const helps = [
  'any',
  'one_off',
  'severe_loss',
  'allowance',
  'living',
  'medical',
  'schooling',
  'visit',
  'loan',
] as const
export const capScopes = ['person', 'household', 'event', 'programme'] as const
export const capWindows = ['calendar_year', 'rolling_months', 'lifetime', 'per_event'] as const
export const grades = ['special', 'considerable', 'general'] as const
export const capValues = [
  'none',
  'fixed',
  'share_of_document',
  'multiple_of_standard',
  'tier_table',
] as const

/** A decimal number above zero with two decimals at most, as text: `0.8`, `80`, `1.25`. */
const decimalField = z
  .string({ error: 'write text' })
  .regex(/^(?!0+(?:\.0+)?$)\d{1,4}(?:\.\d{1,2})?$/, 'write a number above 0, such as 1.5')
  .meta({ examples: ['1.5'] })

const percentField = decimalField.refine(
  (text) => Number(text) <= 100,
  'write a percentage up to 100',
)

const valueField = z.discriminatedUnion('kind', [
  /** Only how often, or only the least and the most, is said. */
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('fixed'), amount: amountField }),
  /** Of the verified amount of a document: what the insurance left to pay. */
  z.strictObject({ kind: z.literal('share_of_document'), percent: percentField }),
  /** Times a dated reference standard, such as the local subsistence allowance. */
  z.strictObject({
    kind: z.literal('multiple_of_standard'),
    standard: nameField,
    times: decimalField,
  }),
  /** By the severity of the hardship. */
  z.strictObject({
    kind: z.literal('tier_table'),
    tiers: z
      .array(z.strictObject({ grade: z.enum(grades), amount: amountField }))
      .min(1)
      .max(grades.length),
  }),
])

/** Fifty years. */
const mostMonths = 600

const capField = z
  .strictObject({
    help: z.enum(helps),
    scope: z.enum(capScopes),
    window: z.enum(capWindows),
    /** The length of a rolling window. */
    window_months: wholeField(1, mostMonths).nullable(),
    currency: currencyField,
    value: valueField,
    least: amountField.nullable(),
    most: amountField.nullable(),
    /** How often within the window. */
    times_most: wholeField(1, mostRows).nullable(),
  })
  .refine(
    ({ window, window_months }) => (window === 'rolling_months') === (window_months !== null),
    {
      path: ['window_months'],
      message: 'a rolling window has a number of months, and no other has one',
    },
  )
  .refine(
    ({ value, least, most, times_most }) =>
      value.kind !== 'none' || least !== null || most !== null || times_most !== null,
    { path: ['value'], message: 'say how much, or how often' },
  )
  .transform((cap, context) => {
    const { currency } = cap
    const inFull = (amount: string, ...path: string[]) =>
      amountAt(context, { amount, currency }, { amount: path, currency: ['currency'] })
    return {
      ...cap,
      value: amountsInFull(cap.value, inFull),
      least: cap.least === null ? null : inFull(cap.least, 'least'),
      most: cap.most === null ? null : inFull(cap.most, 'most'),
    }
  })
  .refine(({ least, most }) => least === null || most === null || Number(least) <= Number(most), {
    path: ['most'],
    message: 'the most is not below the least',
  })

type Value = z.output<typeof valueField>

function amountsInFull(value: Value, inFull: (amount: string, ...path: string[]) => string): Value {
  if (value.kind === 'fixed') return { ...value, amount: inFull(value.amount, 'value', 'amount') }
  if (value.kind !== 'tier_table') return value
  const tiers = value.tiers.map((tier) => ({
    ...tier,
    amount: inFull(tier.amount, 'value', 'tiers'),
  }))
  return { ...value, tiers }
}

export const capsBody = z.strictObject({ caps: z.array(capField).max(mostRows) })
export type Caps = z.output<typeof capsBody>
export type Cap = Caps['caps'][number]
