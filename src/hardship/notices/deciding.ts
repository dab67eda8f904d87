/** Deciding objections: by somebody without an interest who did not enter what they are about (invariant 7). */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import { isSamePerson } from '../../people/interests.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import { advance } from '../cases/advance.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { caseById, caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'
import { refuseCase } from '../flow/turning.ts'
import { grievanceOwnPart } from '../grievances/refusals.ts'
import { objectionDecided, objectionNotConfidential } from './refusals.ts'
import {
  casesOnNotice,
  endOfNotice,
  endOfObjection,
  findNotice,
  listFoundWrong,
  type Notice,
  type Objection,
  objectionWithId,
  openObjections,
} from './rows.ts'
import { putBack, voided } from './taking-down.ts'

/** The cases that an objection is about: one, or all of its list. */
export function casesObjectedTo(asker: View | Act, objection: Objection): HardshipCase[] {
  if (objection.case_id !== null) return [caseById(asker, objection.case_id)]
  return casesOnNotice(asker, objection.notice_id).map(({ case_id }) => caseById(asker, case_id))
}

/**
 * Refuses `case.interest` and `case.own_hand`; to a whole list: for any of its cases. Refuses `grievance.own_part` for
 * whoever recorded the objection: nobody both brings something forward and judges it.
 */
export function requireMayDecide(act: Act | View, objection: Objection): void {
  const cases = casesObjectedTo(act, objection)
  requireNoInterestInCases(act, cases)
  requireAnotherHand(act, cases)
  const { actor, event_seq } = objection
  if (isSamePerson(act, actor, act.caller.actor, event_seq)) {
    throw grievanceOwnPart({ case: caseRef(cases[0]!.id) })
  }
}

export const decide = command({
  name: 'objections.decide',
  summary: 'Decides an objection: upheld, the case is refused; dismissed, it goes on',
  may: ['owner', 'approver', 'committee_member'],
  reach: 'units',
  route: { method: 'POST', path: '/objections/{objection}/decision' },
  input: z.strictObject({
    objection: idField,
    outcome: z.enum(['upheld', 'dismissed', 'withdrawn']),
    /** What was found, and by which rule. */
    reason: reasonField,
  }),
  output: z.object({
    objection: z.number(),
    outcome: z.enum(['upheld', 'dismissed', 'withdrawn']),
    /** Cases that are refused by it. */
    refused: z.number(),
    /** Cases that go on. */
    resumed: z.number(),
    /** Cases that wait for another notice: the whole list was wrong. */
    back: z.number(),
  }),
  subject: ({ objection }) => `objection/${objection}`,
  run: (act, input) => {
    const { outcome } = input
    const objection = objectionWithId(act, input.objection)
    const end = endOfObjection(act, objection.id)
    if (end) throw objectionDecided({ objection: objection.id, outcome: end.outcome })
    requireMayDecide(act, objection)
    const reason = keepDetail(act, 'objection_reason', input.reason)
    insert(act, 'objection_end', {
      id: nextId(act, 'objection_end'),
      objection_id: objection.id,
      outcome,
      reason_detail_id: reason,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const notice = findNotice(act, objection.notice_id)!
    const cases = casesObjectedTo(act, objection)
    const nothing = { refused: 0, resumed: 0, back: 0 }
    if (outcome !== 'upheld') {
      const resumed = cases.filter((one) => resume(act, notice, one)).length
      return { objection: objection.id, outcome, ...nothing, resumed }
    }
    if (objection.case_id === null) {
      return { objection: objection.id, outcome, ...nothing, back: listWrong(act, notice, input) }
    }
    const refused = cases.filter((one) => refuse(act, one, reason)).length
    return { objection: objection.id, outcome, ...nothing, refused }
  },
})

/** Has a case go on that nothing stops any more; where its notice has run and its list was right, to its next step. */
function resume(act: Act, notice: Notice, theCase: HardshipCase): boolean {
  if (openObjections(act, theCase.id).length > 0) return false
  if (standingOf(act, theCase.id).state === 'suspended') advance(act, theCase, { act: 'resumed' })
  const { state, step } = standingOf(act, theCase.id)
  if (state !== 'open' || step !== notice.step) return false
  const ran = endOfNotice(act, notice.id)?.outcome === 'ran' && !listFoundWrong(act, notice.id)
  if (ran) advance(act, theCase, { act: 'passed' })
  return true
}

/** Refuses a case by an objection; what was set aside for it is free. */
function refuse(act: Act, theCase: HardshipCase, reason: number): boolean {
  const { state } = standingOf(act, theCase.id)
  if (state !== 'open' && state !== 'suspended' && state !== 'asked') return false
  refuseCase(act, theCase, { rule: 'objection_upheld', text: reason })
  return true
}

/**
 * An objection to a whole list says that the list was wrongly made or shown, which is true of all of it or of none. So
 * it is decided once, and where it is upheld nobody is refused by it: all wait for another notice.
 */
function listWrong(act: Act, notice: Notice, { reason }: { readonly reason: string }): number {
  const cases = casesOnNotice(act, notice.id).map(({ case_id }) => caseById(act, case_id))
  for (const one of cases) resumeHere(act, one)
  if (!endOfNotice(act, notice.id)) return voided(act, notice, reason)
  const reasonId = keepDetail(act, 'notice_void_reason', reason)
  return cases.filter((one) => putBack(act, notice, one, reasonId)).length
}

function resumeHere(act: Act, theCase: HardshipCase): void {
  const free = openObjections(act, theCase.id).length === 0
  if (free && standingOf(act, theCase.id).state === 'suspended') {
    advance(act, theCase, { act: 'resumed' })
  }
}

const readingBy = prepare((p: { objection: Objection['id']; actor: string }) =>
  build
    .selectFrom('objection_reading')
    .select('id')
    .where('objection_id', '=', p.objection)
    .where('actor', '=', p.actor),
)

/** Whether whoever asks has said that they read who objected in confidence. */
export function hasReadSender(asker: View | Act, objection: Objection): boolean {
  const actor = principalOf(asker, asker.caller.actor)
  return first(asker, readingBy, { objection: objection.id, actor }) !== undefined
}

export const readSender = command({
  name: 'objections.read_sender',
  summary: 'Shows whoever may decide a confidential objection who made it; that stays on record',
  may: decide.may,
  reach: 'units',
  route: { method: 'POST', path: '/objections/{objection}/sender-readings' },
  input: z.strictObject({ objection: idField }),
  output: z.object({ objection: z.number() }),
  subject: ({ objection }) => `objection/${objection}`,
  run: (act, input) => {
    const objection = objectionWithId(act, input.objection)
    if (objection.form !== 'confidential')
      throw objectionNotConfidential({ objection: objection.id })
    requireMayDecide(act, objection)
    if (!hasReadSender(act, objection)) {
      insert(act, 'objection_reading', {
        id: nextId(act, 'objection_reading'),
        objection_id: objection.id,
        actor: principalOf(act, act.caller.actor),
        event_seq: act.seq,
      })
    }
    return { objection: objection.id }
  },
})
