/** What becomes of people's data: what each reader sees of it, how long it is kept, how one signs in (A7). */
import { z } from 'zod'
import { roles } from '../book/registry.ts'
import { wholeField } from './fields.ts'

/** For what somebody's data is shown. */
export const purposes = ['internal', 'notice', 'slip', 'statement', 'export'] as const
export type Purpose = (typeof purposes)[number]

/**
 * What is shown of a field. `full`: all of it; `omit`: nothing; `masked_name`: 张*明, M. L.; `last_four` and
 * the like: these characters of a number; `category`: only of which kind; `area`: only the village or branch;
 * `year`: of a day only the year.
 */
export const maskForms = [
  'full',
  'masked_name',
  'last_four',
  'first_three_last_two',
  'first_three_last_four',
  'category',
  'area',
  'year',
  'omit',
] as const
export type MaskForm = (typeof maskForms)[number]

/** Which forms a field can take beside `full` and `omit`. */
export const formsOf = {
  name: ['masked_name'],
  identity_number: ['last_four', 'first_three_last_two', 'first_three_last_four'],
  bank_account: ['last_four'],
  phone: ['last_four'],
  email: [],
  address: ['area'],
  birth_date: ['year'],
  illness: ['category'],
  disability: ['category'],
  income: [],
  family: [],
  amount: [],
  unit: [],
  category: [],
} as const satisfies Record<string, readonly MaskForm[]>
export type MaskedField = keyof typeof formsOf
export const maskedFields = Object.keys(formsOf) as MaskedField[]

function masksOf<F extends readonly MaskForm[]>(forms: F) {
  const form = z.enum(['full', ...forms, 'omit'] as ['full', ...F, 'omit'])
  return z.strictObject({
    internal: form,
    notice: form,
    slip: form,
    statement: form,
    export: form,
  })
}

export const masksBody = z.strictObject({
  name: masksOf(formsOf.name),
  identity_number: masksOf(formsOf.identity_number),
  bank_account: masksOf(formsOf.bank_account),
  phone: masksOf(formsOf.phone),
  email: masksOf(formsOf.email),
  address: masksOf(formsOf.address),
  birth_date: masksOf(formsOf.birth_date),
  illness: masksOf(formsOf.illness),
  disability: masksOf(formsOf.disability),
  income: masksOf(formsOf.income),
  family: masksOf(formsOf.family),
  amount: masksOf(formsOf.amount),
  unit: masksOf(formsOf.unit),
  category: masksOf(formsOf.category),
  /** Whoever is younger is named nowhere outside. */
  unnamed_below_years: wholeField(0, 21),
})
export type Masks = z.output<typeof masksBody>

/** Classes of people whose data are kept for different times. */
export const retainedClasses = [
  'beneficiary',
  'refused_applicant',
  'payee',
  'donor',
  'member',
  'helper',
  'vendor',
  'training_provider',
] as const

/** A century: what is kept longer is kept without limit. */
const years = wholeField(1, 100).nullable()

export const retentionBody = z.strictObject({
  /** Years after the last dealing; null: not limited. */
  beneficiary_years: years,
  refused_applicant_years: years,
  payee_years: years,
  donor_years: years,
  member_years: years,
  helper_years: years,
  vendor_years: years,
  training_provider_years: years,
})
export type Retention = z.output<typeof retentionBody>

export const signInBody = z.strictObject({
  /** How long a session lasts in all. */
  session_hours: wholeField(1, 24),
  /** After how long without a request it ends; null: with the session. */
  idle_minutes: wholeField(5, 1_440).nullable(),
  /** Who signs in with a second factor. */
  second_factor_roles: z.array(z.enum(roles)).max(roles.length),
})
export type SignIn = z.output<typeof signInBody>
