/**
 * What is told of a visit, as every way of recording one takes it: the office’s form, a helper’s own page, the interface.
 * Nearly all of it may be left out, so that a visit is logged in under a minute (handbook B, visit record).
 */
import { z } from 'zod'
import { amountField, codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { batchField } from '../../hardship/batches/rows.ts'
import { helpForms, visitKinds, visitPlaces, whoWasMet } from './rows.ts'

/** Nobody takes more people along, nor hears or gives more at one visit. */
const mostAtVisit = 20

/** For whom something is to be done. */
export const followers = ['helper', 'coordinator', 'administrator'] as const
export type Follower = (typeof followers)[number]

/** SHA-256 in hex of a scanned paper. */
export const digestField = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'write a SHA-256 digest in hex')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] })

const wishField = z.strictObject({
  /** A kind of need of the policy on pairing. */
  kind: codeField,
  text: reasonField,
})

const helpField = z.strictObject({
  kind: codeField,
  form: z.enum(helpForms),
  /** What it was; may be left out of money. */
  text: reasonField.optional(),
  /** A private gift, outside of the fund. */
  private: z.boolean().default(false),
  /** Of a private gift of money, in the currency of the organisation. */
  amount: amountField.optional(),
  /** The payout of the book that was handed over. */
  payout: idField.optional(),
})
export type HelpGiven = z.output<typeof helpField>

const followUpField = z.strictObject({
  text: reasonField,
  due_on: dayField,
  for_whom: z.enum(followers).default('helper'),
})
export type FollowUpGiven = z.output<typeof followUpField>

/** The slip that whoever receives cash or goods signs: it closes the payout. */
const handedOverField = z.strictObject({
  batch: batchField,
  line: idField,
  /** The digest of the signed slip as it was photographed or scanned. */
  slip_digest: digestField,
  /** The kind of need that it helps with. */
  kind: codeField,
})

export const visitFields = {
  kind: z.enum(visitKinds).default('visit'),
  /** Today unless said. */
  visited_on: dayField.optional(),
  minutes: z.number().int().min(1).max(1_440).optional(),
  met: z.enum(whoWasMet).default('oneself'),
  /** At home unless said, by phone of a call. */
  at_place: z.enum(visitPlaces).optional(),
  /** What prompted it. */
  care_event: idField.optional(),
  /** What was found, in words. */
  found: reasonField.optional(),
  /** Who else came along. */
  companions: z
    .array(z.string().max(40))
    .max(mostAtVisit)
    .refine((all) => new Set(all).size === all.length, 'one is named twice')
    .default([]),
  wishes: z.array(wishField).max(mostAtVisit).default([]),
  help: z.array(helpField).max(mostAtVisit).default([]),
  follow_ups: z.array(followUpField).max(mostAtVisit).default([]),
} as const

/** Beside these, what only the office tells: who signs for money of the book. */
export const officeFields = {
  ...visitFields,
  wishes: z
    .array(
      wishField.extend({
        /** Opens a need for it at once. */
        open: z.boolean().default(false),
      }),
    )
    .max(mostAtVisit)
    .default([]),
  handed_over: handedOverField.optional(),
} as const

type Office = z.output<z.ZodObject<typeof officeFields>>
/** What is told of a visit, by the office or by a helper. */
export type VisitGiven = Omit<Office, 'wishes'> & {
  readonly wishes: readonly (z.output<typeof wishField> & { readonly open?: boolean })[]
}
