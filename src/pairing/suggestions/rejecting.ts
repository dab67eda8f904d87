/** Saying that a helper and a need are not to be put together, and taking it back; the next run heeds it. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { MatchRejectionId, MatchRunId } from '../../kit/ids.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type DeclineReason, declineReasons } from '../pairs/agreeing.ts'
import { coupleNamed, couplesOf, suggestionsField } from './accepting.ts'
import type { Couple } from './placing.ts'
import { matchers } from './recording.ts'
import { matchAlreadyRejected, matchRejectionEnded } from './refusals.ts'
import { rejectionBetween, rejectionWithId, runWithId } from './runs.ts'

export const reject = command({
  name: 'matching.reject',
  summary: 'Keeps helpers and needs apart, with the reason; the next run of the matching heeds it',
  may: matchers,
  reach: 'units',
  route: { method: 'POST', path: '/matching/rejections' },
  input: z.strictObject({
    /** The run whose suggestions these are; none for what somebody says beforehand. */
    run: idField.optional(),
    suggestions: suggestionsField,
    reason: z.enum(declineReasons),
    note: reasonField.optional(),
  }),
  output: z.object({
    run: z.number().nullable(),
    rejected: z.array(z.object({ rejection: z.number(), need: z.number(), helper: z.number() })),
  }),
  subject: ({ run, rejected }) => (run === null ? `need/${rejected[0]!.need}` : `match/${run}`),
  run: (act, input) => {
    const run = input.run === undefined ? null : runWithId(act, input.run).id
    const couples = couplesOf(act, input.suggestions)
    const before = couples.find(({ need, helper }) => rejectionBetween(act, need.id, helper.id))
    if (before) throw matchAlreadyRejected(coupleNamed(before))
    const { reason } = input
    const note = input.note === undefined ? null : keepDetail(act, 'match_rejection', input.note)
    const rejected = couples.map((couple) => ({
      rejection: writeRejection(act, couple, { run, reason, note }),
      need: couple.need.id,
      helper: couple.helper.id,
    }))
    return { run, rejected }
  },
})

interface Said {
  readonly run: MatchRunId | null
  readonly reason: DeclineReason
  readonly note: number | null
}

function writeRejection(act: Act, couple: Couple, { run, reason, note }: Said): MatchRejectionId {
  const id = nextId(act, 'match_rejection')
  insert(act, 'match_rejection', {
    id,
    need_id: couple.need.id,
    helper_id: couple.helper.id,
    run_id: run,
    said_by: 'coordinator',
    reason,
    note_detail_id: note,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}

export const takeBack = command({
  name: 'matching.take_back',
  summary: 'Takes back that a helper and a need are kept apart; the next run may suggest them',
  may: matchers,
  reach: 'units',
  route: { method: 'POST', path: '/matching/rejections/{rejection}/end' },
  input: z.strictObject({ rejection: idField }),
  output: z.object({ rejection: z.number(), need: z.number(), helper: z.number() }),
  subject: ({ need }) => `need/${need}`,
  run: (act, input) => {
    const rejection = rejectionWithId(act, input.rejection)
    if (rejection.ended_seq !== null) throw matchRejectionEnded({ rejection: rejection.id })
    insert(act, 'match_rejection_end', {
      id: nextId(act, 'match_rejection_end'),
      rejection_id: rejection.id,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const { id, need_id: need, helper_id: helper } = rejection
    return { rejection: id, need, helper }
  },
})
