/**
 * Who decides, and what is kept apart (handbook A9, F3; design invariant 7): duties, the committee, the tiers
 * of amounts, the length of public notice.
 */
import { z } from 'zod'
import { amountField } from '../book/fields.ts'
import { roles } from '../book/registry.ts'
import { type Minor, minor, parseAmount } from '../kit/money.ts'
import {
  amountAt,
  amountsField,
  currencyField,
  mostRows,
  reaches,
  shareField,
  wholeField,
} from './fields.ts'

/** Pairs of acts on one payout that the same person may not do. */
export const keptApart = ['entered_approved', 'approved_paid', 'entered_paid'] as const

/** No policy takes these away: nobody is above them. */
export const alwaysApart: readonly (typeof keptApart)[number][] = [
  'entered_approved',
  'approved_paid',
]

const mostApprovals = 9
const mostMembers = 999

/** A row about what lies above an amount; 0 is every amount. */
function aboveRow<T extends z.ZodRawShape>(shape: T) {
  return z
    .strictObject({ currency: currencyField, above: amountField, ...shape })
    .transform((row, context) => {
      const { currency, above } = row as unknown as { currency: string; above: string }
      const path = { amount: ['above'], currency: ['currency'] }
      const amount = amountAt(context, { amount: above, currency }, path)
      return { ...row, above: amount } as typeof row & { currency: string; above: string }
    })
}

const rolePair = z
  .strictObject({ one: z.enum(roles), other: z.enum(roles) })
  .refine(({ one, other }) => one !== other, 'choose two different roles')

export const dutiesBody = z
  .strictObject({
    /** Acts on one payout that the same person may not do. */
    not_the_same: z
      .array(z.enum(keptApart))
      .max(keptApart.length)
      .refine(
        (pairs) => alwaysApart.every((pair) => pairs.includes(pair)),
        'whoever enters a payout never approves it, and whoever approves it never pays it',
      ),
    /** Roles that one person may not hold together. */
    incompatible_roles: z.array(rolePair).max(mostRows),
    /** A payout above this needs a proposal and an approval by somebody else; null: none is needed. */
    approval_above: amountsField.nullable(),
    /** How many approve a payout above an amount; one where nothing is said. */
    approvals: z.array(aboveRow({ approvals: wholeField(1, mostApprovals) })).max(mostRows),
    emergency_allowed: z.boolean(),
    /** The most that may be paid before it is decided. */
    emergency_limit: amountsField.nullable(),
    /** How many others must agree to it. */
    emergency_others: wholeField(2, mostApprovals),
  })
  .refine(({ emergency_allowed, emergency_limit }) => !emergency_allowed || emergency_limit, {
    path: ['emergency_limit'],
    message: 'say up to which amount an emergency may be paid',
  })
export type Duties = z.output<typeof dutiesBody>

export const committeeBody = z
  .strictObject({
    /** The share of its members that must be there; null where a number is said. */
    quorum_share: shareField.nullable(),
    quorum_members: wholeField(1, mostMembers).nullable(),
    majority_share: shareField,
    majority_over: z.enum(['more_than', 'at_least']),
    majority_of: z.enum(['present', 'members']),
    /** Supervisors sit with it and have no vote. */
    supervisors_attend: z.boolean(),
  })
  .refine(
    ({ quorum_share, quorum_members }) => (quorum_share === null) !== (quorum_members === null),
    {
      path: ['quorum_share'],
      message: 'give the quorum as a fraction or as a number, one of them',
    },
  )
export type Committee = z.output<typeof committeeBody>

export const deciders = ['approver', 'committee', 'all_officers', 'higher_body'] as const

export const tiersBody = z.strictObject({
  /** Who approves what lies above an amount, up to the next tier. */
  tiers: z
    .array(aboveRow({ decided_by: z.enum(deciders) }))
    .max(mostRows)
    .refine(
      (tiers) =>
        new Set(tiers.map(({ currency, above }) => `${currency} ${above}`)).size === tiers.length,
      'an amount is named twice',
    ),
})
export type Tiers = z.output<typeof tiersBody>

/** A year: no notice is kept up for longer. */
const mostNoticeDays = 366

export const noticeBody = z.strictObject({
  /** In their order: before the unit's own people, before those of the level above. None: no notice. */
  stages: z
    .array(
      z.strictObject({
        level: z.enum(['unit', 'upper']),
        days: wholeField(1, mostNoticeDays),
        counted_in: z.enum(['calendar_days', 'working_days']),
      }),
    )
    .max(2, 'give one stage or two')
    .refine(
      (stages) => new Set(stages.map(({ level }) => level)).size === stages.length,
      'a level is named twice',
    ),
})
export type Notice = z.output<typeof noticeBody>

/** An amount of a policy in minor units; 0 is none. */
export function minorOf(amount: string, currency: string): Minor {
  return /[1-9]/.test(amount) ? parseAmount(amount, currency) : minor(0)
}

/**
 * Above which amount a payout in a currency needs a proposal and an approval by somebody else, in minor units;
 * null where none is needed.
 */
export function approvalAboveMinor({ approval_above }: Duties, currency: string): Minor | null {
  const amount = approval_above?.[currency]
  return amount === undefined ? null : minorOf(amount, currency)
}

/** How many must approve a payout, in a currency's minor units; 0 when it needs no approval. */
export function approvalsNeeded(duties: Duties, amountMinor: Minor, currency: string): number {
  const above = approvalAboveMinor(duties, currency)
  if (above === null || amountMinor <= above) return 0
  const needed = duties.approvals
    .filter((row) => row.currency === currency && amountMinor > minorOf(row.above, currency))
    .map(({ approvals }) => approvals)
  return Math.max(1, ...needed)
}

/** The most that may be paid in an emergency, in minor units; null where none may. */
export function emergencyLimitMinor(duties: Duties, currency: string): Minor | null {
  const amount = duties.emergency_allowed ? duties.emergency_limit?.[currency] : undefined
  return amount === undefined ? null : minorOf(amount, currency)
}

/** Who approves an amount of a currency: the highest tier below it; undefined where no tier is. */
export function deciderOf(
  { tiers }: Tiers,
  amountMinor: Minor,
  currency: string,
): (typeof deciders)[number] | undefined {
  let found: { readonly above: Minor; readonly by: (typeof deciders)[number] } | undefined
  for (const tier of tiers) {
    if (tier.currency !== currency) continue
    const above = minorOf(tier.above, currency)
    if (amountMinor > above && (found === undefined || above > found.above)) {
      found = { above, by: tier.decided_by }
    }
  }
  return found?.by
}

/** Whether a sitting can decide: `present` of `members`, those who may not take part left out of both. */
export function hasQuorum(
  { quorum_share, quorum_members }: Committee,
  sitting: { readonly present: number; readonly members: number },
): boolean {
  if (sitting.members === 0) return false
  if (quorum_members !== null) return sitting.present >= quorum_members
  return reaches(quorum_share!, { count: sitting.present, all: sitting.members })
}

/** Whether a proposal is carried. */
export function isCarried(
  { majority_share, majority_over, majority_of }: Committee,
  vote: { readonly inFavour: number; readonly present: number; readonly members: number },
): boolean {
  const all = majority_of === 'present' ? vote.present : vote.members
  if (all === 0) return false
  const more = majority_over === 'more_than'
  return reaches(majority_share, { count: vote.inFavour, all, more })
}
