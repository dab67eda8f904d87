/** What the bodies of policies are made of: amounts, shares, numbers with their bounds. */
import { z } from 'zod'
import { amountField } from '../book/fields.ts'
import { amountText, currencyUnknown, exponentOf, parseAmount } from '../kit/money.ts'
import { Refusal } from '../kit/refusal.ts'

/** An organisation keeps funds in a few currencies, never in this many. */
const mostCurrencies = 20

/** More tiers or exceptions than this are no rule that anybody can follow. */
export const mostRows = 100

/** A whole number within bounds. */
export function wholeField(least: number, most: number) {
  return z
    .number({ error: 'write a whole number' })
    .int('write a whole number')
    .min(least, `write a number from ${least} on`)
    .max(most, `write a number up to ${most}`)
}

/**
 * An amount as the currency writes it, `1000` as `1000.00`; nothing is an amount too where a policy says
 * from where on something holds. Refuses what `parseAmount` refuses.
 */
export function amountOf(text: string, currency: string): string {
  const isZero = /^0+(?:\.0+)?$/.test(text)
  if (!isZero) return amountText(parseAmount(text, currency), currency)
  exponentOf(currency)
  return zeroOf(currency)
}

function zeroOf(currency: string): string {
  const decimals = exponentOf(currency)
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}

/**
 * The same of an answer: what is none is told as an issue at `path`, and a currency that is none at that of
 * the currency. Answers the text as it came when it is none.
 */
export function amountAt(
  context: z.RefinementCtx,
  given: { readonly amount: string; readonly currency: string },
  path: { readonly amount: readonly PropertyKey[]; readonly currency: readonly PropertyKey[] },
): string {
  try {
    return amountOf(given.amount, given.currency)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [message, at] =
      error.code === currencyUnknown.code
        ? ['give the three-letter code of a currency, such as CNY', path.currency]
        : ['write an amount from 0 on in the decimals of its currency, such as 1000', path.amount]
    context.addIssue({ code: 'custom', message, path: [...at] })
    return given.amount
  }
}

export const currencyField = z
  .string({ error: 'write text' })
  .max(10, 'write at most 10 characters')
  .meta({ examples: ['CNY'] })

/** Amounts by currency (ISO 4217), `{"CNY": "1000.00"}`; a currency that is not named has none. */
export const amountsField = z
  .record(currencyField, amountField)
  .transform((amounts, context) => {
    const known = Object.entries(amounts).map(([currency, amount]) => {
      const path = { amount: [currency], currency: [currency] }
      return [currency, amountAt(context, { amount, currency }, path)]
    })
    return Object.fromEntries(known) as Record<string, string>
  })
  .refine((amounts) => Object.keys(amounts).length > 0, 'name an amount in at least one currency')
  .refine(
    (amounts) => Object.keys(amounts).length <= mostCurrencies,
    `name at most ${mostCurrencies} currencies`,
  )
export type Amounts = z.output<typeof amountsField>

/** A share such as `2/3`, above nothing and at most the whole. */
export const shareField = z
  .string({ error: 'write text' })
  .regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/, 'write a fraction such as 2/3')
  .refine((text) => partsOf(text).every(Number.isSafeInteger), 'write a fraction such as 2/3')
  .refine((text) => {
    const [above, below] = partsOf(text)
    return above! <= below!
  }, 'write a fraction that is not above the whole')
  .meta({ examples: ['2/3'] })

function partsOf(share: string): number[] {
  return share.split('/').map(Number)
}

/** Whether `count` of `all` are at least a share, or more than it. Exact: no fraction is ever rounded. */
export function reaches(
  share: string,
  of: { readonly count: number; readonly all: number; readonly more?: boolean },
): boolean {
  const [above, below] = partsOf(share)
  const [given, needed] = [of.count * below!, of.all * above!]
  return of.more ? given > needed : given >= needed
}
