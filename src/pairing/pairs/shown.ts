/** A pair as questions tell it: who helps whom for what, and where it stands. Never how to reach them. */
import { z } from 'zod'
import { dayOut } from '../../book/fields.ts'
import type { View } from '../../book/registry.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { fileRef } from '../../hardship/files/files.ts'
import type { UnitId } from '../../kit/ids.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { helperById, helperRef, needById, needRef } from '../registers/rows.ts'
import { helperSorts } from '../registers/traits.ts'
import { pairStates } from './moves.ts'
import {
  type Pair,
  pairById,
  pairRef,
  sharesContacts,
  standingOfPair,
  successorOf,
} from './rows.ts'

const kindOut = z.object({
  code: z.string(),
  name: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
})

const otherPairOut = z.object({ pair: z.number(), reference: z.string() })

export const pairOut = z.object({
  pair: z.number(),
  reference: z.string(),
  need: z.number(),
  need_reference: z.string(),
  /** What help is for, of the policy on pairing. */
  kind: kindOut,
  helped: personOut,
  /** The hardship file of the need; null for none. */
  file: z.object({ file: z.number(), reference: z.string() }).nullable(),
  helper: z.number(),
  helper_reference: z.string(),
  sort: z.enum(helperSorts),
  helping: personOut,
  /** Null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
  state: z.enum(pairStates),
  since_on: dayOut,
  /** When it is to be looked at, or the last day on which it is watched. */
  review_on: dayOut.nullable(),
  /** The last day that it is meant for. */
  until_on: dayOut.nullable(),
  helper_agreed: z.boolean(),
  helped_agreed: z.boolean(),
  /** Whether each side may see how to reach the other. */
  shares_contacts: z.boolean(),
  /** The pair that it takes over, and the one that took it over or is to. */
  succeeds: otherPairOut.nullable(),
  successor: otherPairOut.nullable(),
  /** The run of the matching that suggested it; null where somebody chose it. */
  run: z.number().nullable(),
  sequence: z.number(),
})
export type PairOut = z.output<typeof pairOut>

/** A kind of need by its names; one that was since removed from the policy is told by its code. */
export function kindShown(view: View, unit: UnitId | null, code: string): z.output<typeof kindOut> {
  const { kinds } = policyInForce(view, 'pairing', { unit, on: view.today }).body
  const found = kinds.find((kind) => kind.code === code)
  return { code, name: found?.name ?? { en: code, 'zh-Hans': code, 'zh-Hant': code } }
}

function otherShown(other: Pair | undefined): z.output<typeof otherPairOut> | null {
  return other === undefined ? null : { pair: other.id, reference: pairRef(other.id) }
}

/** A pair as lists and pages tell it. */
export function pairShown(view: View, pair: Pair): PairOut {
  const standing = standingOfPair(view, pair.id)
  const need = needById(view, pair.need_id)
  const helper = helperById(view, pair.helper_id)
  const before = pair.succeeds_id === null ? undefined : pairById(view, pair.succeeds_id)
  return {
    pair: pair.id,
    reference: pairRef(pair.id),
    need: need.id,
    need_reference: needRef(need.id),
    kind: kindShown(view, need.unit_id, need.kind),
    helped: personShown(view, need.party_id),
    file: need.file_id === null ? null : { file: need.file_id, reference: fileRef(need.file_id) },
    helper: helper.id,
    helper_reference: helperRef(helper.id),
    sort: helper.sort,
    helping: personShown(view, helper.party_id),
    unit: unitShown(view, pair.unit_id),
    state: standing.state,
    since_on: standing.since_on,
    review_on: standing.review_on,
    until_on: pair.until_on,
    helper_agreed: standing.helper_agreed === 1,
    helped_agreed: standing.helped_agreed === 1,
    shares_contacts: sharesContacts(standing),
    succeeds: otherShown(before),
    successor: otherShown(successorOf(view, pair.id)),
    run: pair.run_id,
    sequence: pair.event_seq,
  }
}
