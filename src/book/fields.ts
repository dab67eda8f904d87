/** The fields that commands and queries are made of, with the limits that hold everywhere. */
import { z } from 'zod'
import { type Day, isDay, type Month, day as parseDay, month as parseMonth } from '../kit/day.ts'
import { Refusal } from '../kit/refusal.ts'

/** Longer than any name or reason that was ever written on a form. */
const longestName = 500
const longestText = 4_000

/** Text as given: well-formed, without control characters other than line breaks, and not blank. */
function textField(longest: number) {
  return z
    .string({ error: 'write text' })
    .min(1, 'write something')
    .max(longest, `write at most ${longest} characters`)
    .refine((text) => text.isWellFormed(), 'the text holds half a character')
    .refine((text) => text.trim() !== '', 'write something')
    .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'the text holds a control character')
}

export const nameField = textField(longestName)
export const reasonField = textField(longestText)

function checked<T>(parse: (text: string) => T) {
  return z
    .string({ error: 'write text' })
    .max(40, 'write at most 40 characters')
    .transform((text, context): T => {
      try {
        return parse(text)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        context.addIssue({ code: 'custom', message: `${error.message} ${error.remedy}` })
        return z.NEVER
      }
    })
}

/** A calendar day, `YYYY-MM-DD`. */
export const dayField = checked<Day>(parseDay).meta({ format: 'date', examples: ['2026-03-05'] })

/** A calendar month, `YYYY-MM`. */
export const monthField = checked<Month>(parseMonth).meta({ examples: ['2026-03'] })

/** A day as answers give it. */
export const dayOut = z.string().refine(isDay).meta({ format: 'date' })

/**
 * An amount as text, in the fund's currency, such as `125.00`. Read by `parseAmount` once the currency
 * is known, which refuses what is not a positive amount in that currency.
 */
export const amountField = z
  .string({ error: 'write the amount as text, such as "125.00"' })
  .max(64, 'write at most 64 characters')
  .meta({ examples: ['125.00'] })

/** An amount in answers: text in the currency's own decimals, negative with a leading `-`. */
export const amountOut = z.string().meta({ examples: ['125.00'] })

/** A short code: lower-case letters, digits and hyphens. */
export const codeField = z
  .string({ error: 'write text' })
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'write 1 to 40 lower-case letters, digits and hyphens')
  .meta({ examples: ['care'] })

/**
 * A whole number as JSON gives it, or as digits in a path or a query. Nothing else is taken for one: a
 * lenient reading would make row 1 of `true`.
 */
function fromDigits(given: unknown): unknown {
  return typeof given === 'string' && /^[0-9]{1,16}$/.test(given) ? Number(given) : given
}

function wholeNumber(least: number, most: number) {
  return z
    .number({ error: 'write a whole number' })
    .int('write a whole number')
    .min(least, `write a number from ${least} on`)
    .max(most, `write a number up to ${most}`)
}

/** A row number. */
export const idField = z.preprocess(fromDigits, wholeNumber(1, Number.MAX_SAFE_INTEGER))

/** How many rows a page has. */
export const limitField = z.preprocess(fromDigits, wholeNumber(1, 1000).default(100))

/** A cursor from an earlier page. */
export const cursorField = z.string().max(200).nullable().default(null)
