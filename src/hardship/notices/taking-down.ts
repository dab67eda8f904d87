/** Taking a notice down: when it has run, or before with a reason. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { freeReservation } from '../awards/reserving.ts'
import { advance } from '../cases/advance.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseById, type HardshipCase, standingOf } from '../cases/rows.ts'
import { noticeEnded, noticeStillUp } from './refusals.ts'
import { casesOnNotice, endOfNotice, type Notice, noticeWithId, openObjections } from './rows.ts'

/** Whether a case is still where it was when the notice was put up, and nothing stops it. */
function waitsHere(asker: View | Act, notice: Notice, theCase: HardshipCase): boolean {
  const { state, step } = standingOf(asker, theCase.id)
  return state === 'open' && step === notice.step
}

/** Refuses `notice.ended`. */
function requireUp(act: Act, notice: Notice): void {
  const end = endOfNotice(act, notice.id)
  if (end) throw noticeEnded({ notice: notice.id, ended_on: end.ended_on })
}

export const takeDown = command({
  name: 'notices.take_down',
  summary: 'Takes down a notice that has run; cases without an open objection go on',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/notices/{notice}/taking-down' },
  input: z.strictObject({ notice: idField }),
  output: z.object({
    notice: z.number(),
    /** Cases that went on to their next step. */
    passed: z.number(),
    /** Cases that an objection keeps where they are. */
    stopped: z.number(),
  }),
  subject: ({ notice }) => `notice/${notice}`,
  run: (act, input) => {
    const notice = noticeWithId(act, input.notice)
    requireUp(act, notice)
    if (act.today <= notice.last_on) {
      throw noticeStillUp({ notice: notice.id, last_on: notice.last_on })
    }
    writeEnd(act, notice, 'ran', null)
    const cases = casesOnNotice(act, notice.id).map(({ case_id }) => caseById(act, case_id))
    const clean = cases.filter(
      (one) => waitsHere(act, notice, one) && openObjections(act, one.id).length === 0,
    )
    for (const one of clean) advance(act, one, { act: 'passed' })
    const stopped = cases.filter((one) => openObjections(act, one.id).length > 0)
    return { notice: notice.id, passed: clean.length, stopped: stopped.length }
  },
})

export const voidNotice = command({
  name: 'notices.void',
  summary: 'Takes down a notice that was wrong, with a reason; its cases wait for another one',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/notices/{notice}/voiding' },
  input: z.strictObject({ notice: idField, reason: reasonField }),
  output: z.object({
    notice: z.number(),
    /** Cases that wait again to be put on notice; an objection to one of them is decided still. */
    back: z.number(),
  }),
  subject: ({ notice }) => `notice/${notice}`,
  run: (act, input) => {
    const notice = noticeWithId(act, input.notice)
    requireUp(act, notice)
    const cases = casesOnNotice(act, notice.id).map(({ case_id }) => caseById(act, case_id))
    requireNoInterestInCases(act, cases)
    return { notice: notice.id, back: voided(act, notice, input.reason) }
  },
})

/** Voids a notice that is up and answers how many cases wait again; their money is free. */
export function voided(act: Act, notice: Notice, reason: string): number {
  const reasonId = keepDetail(act, 'notice_void_reason', reason)
  writeEnd(act, notice, 'void', reasonId)
  const cases = casesOnNotice(act, notice.id).map(({ case_id }) => caseById(act, case_id))
  return cases.filter((one) => putBack(act, notice, one, reasonId)).length
}

/** Sets the money of a case free and has it wait again for a notice, unless it is elsewhere by now. */
export function putBack(
  act: Act,
  notice: Notice,
  theCase: HardshipCase,
  reason: number | null,
): boolean {
  const { state, step } = standingOf(act, theCase.id)
  if (step !== notice.step || (state !== 'open' && state !== 'suspended')) return false
  freeReservation(act, theCase)
  if (state === 'open') advance(act, theCase, { act: 'returned', step, reason })
  return true
}

function writeEnd(act: Act, notice: Notice, outcome: 'ran' | 'void', reason: number | null): void {
  insert(act, 'notice_end', {
    id: nextId(act, 'notice_end'),
    notice_id: notice.id,
    outcome,
    ended_on: act.today,
    reason_detail_id: reason,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
