/** Needs, helpers and what speaks for a match, as answers tell them. Never how to reach anybody. */
import { z } from 'zod'
import type { View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { matchReasons } from '../../policies/pairing.ts'
import type { ReasonFacts, Score } from '../matching/terms.ts'
import { kindShown } from '../pairs/shown.ts'
import { type Helper, helperRef, type Need, needRef, versionOfNeed } from '../registers/rows.ts'
import { helperSorts, timesOfWeek } from '../registers/traits.ts'

const kindOut = z.object({
  code: z.string(),
  name: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
})

export const needOut = z.object({
  need: z.number(),
  reference: z.string(),
  helped: personOut,
  kind: kindOut,
  /** 3 is the most. */
  urgency: z.number(),
  /** Null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
})

export const helperOut = z.object({
  helper: z.number(),
  reference: z.string(),
  helping: personOut,
  sort: z.enum(helperSorts),
  unit: unitOut.nullable(),
})

/** What speaks for a match, reason by reason, in tenths of a point. */
export const scoreOut = z.object({
  points: z.number(),
  /** As many as any match could have. */
  most: z.number(),
  parts: z.array(
    z.object({
      reason: z.enum(matchReasons),
      points: z.number(),
      most: z.number(),
      /** What it rests on, for words. */
      facts: z.object({
        km: z.number().optional(),
        /** Steps between two units in the tree, where no distance is known. */
        steps: z.number().optional(),
        shared: z.array(z.string()).optional(),
        wanted: z.array(z.string()).optional(),
        times: z.array(z.enum(timesOfWeek)).optional(),
        gender: z.boolean().optional(),
        same_unit: z.boolean().optional(),
      }),
    }),
  ),
})
export type ScoreOut = z.output<typeof scoreOut>

/** A need as answers tell it. */
export function needShown(view: View, need: Need): z.output<typeof needOut> {
  return {
    need: need.id,
    reference: needRef(need.id),
    helped: personShown(view, need.party_id),
    kind: kindShown(view, need.unit_id, need.kind),
    urgency: versionOfNeed(view, need.id).urgency,
    unit: unitShown(view, need.unit_id),
  }
}

/** A helper as answers tell them. */
export function helperShown(view: View, helper: Helper): z.output<typeof helperOut> {
  return {
    helper: helper.id,
    reference: helperRef(helper.id),
    helping: personShown(view, helper.party_id),
    sort: helper.sort,
    unit: unitShown(view, helper.unit_id),
  }
}

/**
 * A score as answers tell it. What somebody can or asks for is told to who reads names alone; others are told how far
 * apart two live and what each reason gave.
 */
export function scoreShown({ caller }: View, { points, most, parts }: Score): ScoreOut {
  return {
    points,
    most,
    parts: parts.map(({ facts, ...part }) => ({
      ...part,
      facts: factsShown(facts, caller.readsNames),
    })),
  }
}

function factsShown(facts: ReasonFacts, readsNames: boolean): ScoreOut['parts'][number]['facts'] {
  const { km, steps, shared, wanted, times, gender, same_unit } = facts
  const near = { ...(km === undefined ? {} : { km }), ...(steps === undefined ? {} : { steps }) }
  if (!readsNames) return near
  return {
    ...near,
    ...(shared ? { shared: [...shared] } : {}),
    ...(wanted ? { wanted: [...wanted] } : {}),
    ...(times ? { times: [...times] } : {}),
    ...(gender === undefined ? {} : { gender }),
    ...(same_unit === undefined ? {} : { same_unit }),
  }
}
