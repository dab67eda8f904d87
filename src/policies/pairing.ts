/**
 * How helpers and needs are put together (handbook B): what kinds of need there are, what a rank can take on, and how
 * much each reason for a match weighs. The weights are the organisation's own; the solver only obeys them.
 */
import { z } from 'zod'
import { codeField, nameField } from '../book/fields.ts'
import { mostRows, wholeField } from './fields.ts'

const namedField = z.strictObject({
  code: codeField,
  /** As it is printed, in each language. */
  name: z.strictObject({ en: nameField, 'zh-Hans': nameField, 'zh-Hant': nameField }),
})
export type Named = z.output<typeof namedField>

function onceEach(rows: readonly { readonly code: string }[]): boolean {
  return new Set(rows.map(({ code }) => code)).size === rows.length
}

const rankField = namedField.extend({
  /** How many needs somebody of this rank takes on at once, unless they say less (rule 3-2-1-1). */
  most: wholeField(0, 1_000),
})

const needKindField = namedField.extend({
  /** Skills that help with it; the more of them a helper has, the better. */
  skills: z.array(codeField).max(mostRows),
})

/** What a match is weighed by, in the order in which it is told. */
export const matchReasons = [
  'distance',
  'skills',
  'languages',
  'times',
  'preference',
  'continuity',
] as const
export type MatchReason = (typeof matchReasons)[number]

const weightField = wholeField(0, 100)

export const pairingBody = z
  .strictObject({
    ranks: z.array(rankField).max(mostRows).refine(onceEach, 'a rank is named twice'),
    skills: z.array(namedField).max(mostRows).refine(onceEach, 'a skill is named twice'),
    kinds: z.array(needKindField).min(1).max(mostRows).refine(onceEach, 'a kind is named twice'),
    /** What bodies do for each other under an agreement. */
    agreements: z.array(namedField).max(mostRows).refine(onceEach, 'a kind is named twice'),
    /** What a helper without a rank, and without a number of their own, takes on at once. */
    most_without_rank: wholeField(0, 1_000),
    /** The best so many helpers of each need are looked at; the match among them is exact. */
    candidates: wholeField(1, 200),
    /** Farther than so many kilometres nobody goes who does not say otherwise; null: no limit. */
    most_km: wholeField(1, 20_000).nullable(),
    weights: z.strictObject(
      Object.fromEntries(matchReasons.map((reason) => [reason, weightField])) as Record<
        MatchReason,
        typeof weightField
      >,
    ),
    /** How much it counts that work is spread: taken off for each share of a helper's places that is in use. */
    spread: weightField,
    /** A pair is looked at again after so many months; null: at no set time. */
    review_months: wholeField(1, 120).nullable(),
    /** A pair that ended because things improved is watched for so many months; null: not. */
    observe_months: wholeField(1, 120).nullable(),
    /** A pair is agreed for so many months unless said otherwise; null: for no set time. */
    term_months: wholeField(1, 600).nullable(),
  })
  .superRefine(({ skills, kinds }, context) => {
    const known = new Set(skills.map(({ code }) => code))
    kinds.forEach((kind, at) => {
      const missing = kind.skills.find((code) => !known.has(code))
      if (missing === undefined) return
      const message = `there is no skill ${missing}; add it to the skills first`
      context.addIssue({ code: 'custom', path: ['kinds', at, 'skills'], message })
    })
  })
export type Pairing = z.output<typeof pairingBody>

function named(code: string, en: string, hans: string, hant: string): Named {
  return { code, name: { en, 'zh-Hans': hans, 'zh-Hant': hant } }
}

export const neutralPairing: Pairing = {
  ranks: [],
  skills: [
    named('care', 'Care and company', '照料陪伴', '照顧陪伴'),
    named('teaching', 'Teaching', '辅导教学', '輔導教學'),
    named('medicine', 'Medicine', '医疗护理', '醫療護理'),
    named('law', 'Law', '法律', '法律'),
    named('farming', 'Farming', '农业技术', '農業技術'),
    named('trade', 'Trade and sales', '经营销售', '經營銷售'),
    named('repairs', 'Repairs', '维修', '維修'),
    named('computers', 'Computers', '电脑手机', '電腦手機'),
  ],
  kinds: [
    { ...named('company', 'Company and visits', '生活关怀', '生活關懷'), skills: ['care'] },
    {
      ...named('health', 'Illness and care', '就医照护', '就醫照護'),
      skills: ['medicine', 'care'],
    },
    { ...named('study', 'Study', '助学', '助學'), skills: ['teaching'] },
    { ...named('work', 'Finding work', '就业', '就業'), skills: ['trade', 'computers'] },
    {
      ...named('farming', 'Farming and trade', '生产经营', '生產經營'),
      skills: ['farming', 'trade'],
    },
    { ...named('household', 'House and repairs', '住房与日常', '住房與日常'), skills: ['repairs'] },
    { ...named('legal', 'Rights and papers', '维权与手续', '維權與手續'), skills: ['law'] },
  ],
  agreements: [
    named('donation', 'Donations', '公益捐款', '公益捐款'),
    named('joint-venture', 'Joint development', '合作开发', '合作開發'),
    named('industry', 'Bringing in an industry', '产业带动', '產業帶動'),
    named('adviser', 'Advice', '发展顾问', '發展顧問'),
    named('investment', 'Attracting investment', '招商引资', '招商引資'),
  ],
  most_without_rank: 2,
  candidates: 20,
  most_km: null,
  weights: {
    distance: 30,
    skills: 30,
    languages: 20,
    times: 10,
    preference: 10,
    continuity: 20,
  },
  spread: 20,
  review_months: 12,
  observe_months: 6,
  term_months: null,
}
