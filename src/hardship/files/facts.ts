/**
 * What a hardship file says of a household (handbook A8): who lives on what, and which expenses cannot be put off. One
 * text, which can be erased. The source of income is the person's, its average the household's.
 */
import { z } from 'zod'
import { amountField, dayField, dayOut, nameField, reasonField } from '../../book/fields.ts'
import { amountText, type Minor, minor, parseAmount, zeroMinor } from '../../kit/money.ts'

/** More people than ever lived in one household on a register. */
const mostMembers = 60

const shortField = z.string().trim().max(200)

const memberField = z.strictObject({
  name: nameField,
  /** To whom the file is of: mother, son. */
  relation: shortField.optional(),
  age: z.number().int().min(0).max(130).optional(),
  health: shortField.optional(),
  /** Work or school, and so where their income comes from. */
  occupation: shortField.optional(),
  income_month: amountField.optional(),
})

export const factsField = z.strictObject({
  members: z.array(memberField).max(mostMembers).optional(),
  /** How many live from the income; as many as are listed unless said. */
  people: z.number().int().min(1).max(mostMembers).optional(),
  /** Of the whole household in a year. */
  income_year: amountField.optional(),
  /** What they must pay a year for medicine, and for schooling. */
  medical_year: amountField.optional(),
  schooling_year: amountField.optional(),
  /** Help that they get from elsewhere. */
  other_aid: reasonField.optional(),
  situation: reasonField.optional(),
  /** On which day this was found so. */
  found_on: dayField.optional(),
})
export type Facts = z.output<typeof factsField>

/** The facts as answers give them. */
export const factsOut = factsField.extend({ found_on: dayOut.optional() })

/** An amount that may also be nothing. Refuses what `parseAmount` refuses. */
function amountOrNone(text: string, currency: string): Minor {
  return /^0(?:\.0+)?$/.test(text) ? zeroMinor : parseAmount(text, currency)
}

const amounts = ['income_year', 'medical_year', 'schooling_year'] as const

/** The facts with every amount in the currency's own decimals. Refuses what `parseAmount` refuses. */
export function factsRead(given: Facts, currency: string): Facts {
  const exact = (text: string) => amountText(amountOrNone(text, currency), currency)
  const read: Record<string, unknown> = { ...given }
  for (const name of amounts) {
    const text = given[name]
    if (text !== undefined) read[name] = exact(text)
  }
  if (given.members !== undefined) {
    read.members = given.members.map((member) => ({
      ...member,
      ...(member.income_month === undefined ? {} : { income_month: exact(member.income_month) }),
    }))
  }
  return read as Facts
}

/** The months of a year, over which income is averaged. */
const monthsOfYear = 12

/** What the household has a head and month (人均月收入), rounded down; null while it is not known. */
export function incomeAHead(facts: Facts, currency: string): Minor | null {
  const people = facts.people ?? facts.members?.length ?? 0
  if (facts.income_year === undefined || people === 0) return null
  const income = amountOrNone(facts.income_year, currency)
  return minor(Math.floor(income / (people * monthsOfYear)))
}

/** The same without what the household lives on, for whom the policy on masks does not show it to. */
export function withoutIncome({ income_year: _, members, ...rest }: Facts): Facts {
  const bare = members?.map(({ income_month: __, ...member }) => member)
  return bare === undefined ? rest : { ...rest, members: bare }
}
