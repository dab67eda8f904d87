/** Tables of policies. */
import type { Day } from '../../src/kit/day.ts'
import type { EventSeq, PolicyVersionId, UnitId } from '../../src/kit/ids.ts'
import { int, intOrNull, text, textOrNull } from '../columns.ts'

export const policiesTables = {
  policy_version: {
    id: int<PolicyVersionId>(),
    kind: text<
      | 'duties'
      | 'committee'
      | 'tiers'
      | 'workflows'
      | 'causes'
      | 'notice'
      | 'caps'
      | 'standards'
      | 'payments'
      | 'pairing'
      | 'visiting'
      | 'calendar'
      | 'masks'
      | 'retention'
      | 'sign_in'
    >(),
    unit_id: intOrNull<UnitId>(),
    effective_from: text<Day>(),
    body: text(),
    preset: textOrNull(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
} as const
