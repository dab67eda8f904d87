/** What a helper can and will do, and what a need asks for: kept as a text of its own, so that it can be erased. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../../book/details.ts'
import { codeField } from '../../book/fields.ts'
import type { Act } from '../../book/registry.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { wholeField } from '../../policies/fields.ts'
import type { Reader } from '../../store/store.ts'

/** When somebody has time. */
export const timesOfWeek = [
  'weekday_day',
  'weekday_evening',
  'weekend_day',
  'weekend_evening',
] as const
export type TimeOfWeek = (typeof timesOfWeek)[number]

export const helperSorts = [
  'person',
  'enterprise',
  'village',
  'department',
  'stationed_body',
  'association',
] as const
export type HelperSort = (typeof helperSorts)[number]

export const genders = ['woman', 'man'] as const

/** A language as its code (BCP 47), such as `zh`, `yue` or `sgn` for signing. */
export const languageField = z
  .string({ error: 'write text' })
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
    'write the code of a language, such as zh or yue',
  )
  .meta({ examples: ['zh'] })

const mostListed = 50

function listOf<T extends z.ZodType>(field: T) {
  return z
    .array(field)
    .max(mostListed, `name at most ${mostListed}`)
    .refine(
      (all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length,
      'one is named twice',
    )
}

const helperSaid = {
  /** Codes of the policy on pairing. */
  skills: listOf(codeField),
  languages: listOf(languageField),
  times: listOf(z.enum(timesOfWeek)),
  gender: z.enum(genders).nullable(),
  /** Codes of units they would go to, with all below them; everywhere when none is named. */
  serves: listOf(codeField),
  /** Farther than so many kilometres they do not go; null: as the policy says. */
  most_km: wholeField(1, 20_000).nullable(),
  /** Kinds of need that they do not take. */
  refuses: listOf(codeField),
}

/** What a helper can and will do. */
export const helperTraits = z.strictObject({
  skills: helperSaid.skills.default([]),
  languages: helperSaid.languages.default([]),
  times: helperSaid.times.default([]),
  gender: helperSaid.gender.default(null),
  serves: helperSaid.serves.default([]),
  most_km: helperSaid.most_km.default(null),
  refuses: helperSaid.refuses.default([]),
})
export type HelperTraits = z.output<typeof helperTraits>

/** What of it is said anew; what is left out stays. */
export const helperTraitsChanged = z.strictObject(helperSaid).partial()

/** What of a need has to be met, and is no mere wish. */
export const musts = ['languages', 'times', 'gender', 'skills', 'unit'] as const

const needSaid = {
  languages: listOf(languageField),
  times: listOf(z.enum(timesOfWeek)),
  /** Of whom they would rather be helped. */
  gender: z.enum(genders).nullable(),
  /** Sorts of helpers that would do; any when none is named. */
  sorts: listOf(z.enum(helperSorts)),
  /** Somebody of their own unit would be better. */
  same_unit: z.boolean(),
  musts: listOf(z.enum(musts)),
}

/** What a need asks for. */
export const needTraits = z.strictObject({
  languages: needSaid.languages.default([]),
  times: needSaid.times.default([]),
  gender: needSaid.gender.default(null),
  sorts: needSaid.sorts.default([]),
  same_unit: needSaid.same_unit.default(false),
  musts: needSaid.musts.default([]),
})
export type NeedTraits = z.output<typeof needTraits>

/** What of it is said anew; what is left out stays. */
export const needTraitsChanged = z.strictObject(needSaid).partial()

export const noHelperTraits: HelperTraits = helperTraits.parse({})
export const noNeedTraits: NeedTraits = needTraits.parse({})

/** Keeps what somebody can or asks for, and answers its id. */
export function keepTraits(act: Act, traits: HelperTraits | NeedTraits): number {
  return keepDetail(act, 'pairing_traits', canonicalJson(traits))
}

/** What a helper can; nothing once it was erased. */
export function helperTraitsOf(reader: Reader, detail: number): HelperTraits {
  const kept = readDetail(reader, detail)
  return kept ? (JSON.parse(kept.body) as HelperTraits) : noHelperTraits
}

/** What a need asks for; nothing once it was erased. */
export function needTraitsOf(reader: Reader, detail: number): NeedTraits {
  const kept = readDetail(reader, detail)
  return kept ? (JSON.parse(kept.body) as NeedTraits) : noNeedTraits
}

/** Whether two sets of traits say the same. */
export function sameTraits<T extends HelperTraits | NeedTraits>(one: T, other: T): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
