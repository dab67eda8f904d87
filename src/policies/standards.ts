/** Reference standards (handbook A4): amounts that caps are a multiple of, such as the local subsistence allowance. */
import { z } from 'zod'
import { amountField, nameField } from '../book/fields.ts'
import { amountAt, currencyField, mostRows } from './fields.ts'

const standardField = z
  .strictObject({ name: nameField, currency: currencyField, amount: amountField })
  .transform((row, context) => {
    const path = { amount: ['amount'], currency: ['currency'] }
    return { ...row, amount: amountAt(context, row, path) }
  })

/** What a standard comes to from the version's first day on. */
export const standardsBody = z.strictObject({
  standards: z
    .array(standardField)
    .max(mostRows)
    .refine(
      (standards) =>
        new Set(standards.map(({ name, currency }) => `${currency} ${name}`)).size ===
        standards.length,
      'a standard is named twice',
    ),
})
export type Standards = z.output<typeof standardsBody>
