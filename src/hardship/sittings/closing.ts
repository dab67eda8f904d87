/** Closing a sitting: its minutes are frozen, and the cases go where they were voted (handbook A5). */
import { z } from 'zod'
import { keepDetail, readDetail } from '../../book/details.ts'
import { idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { CaseId, UserId } from '../../kit/ids.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { advance } from '../cases/advance.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import {
  actsOfCase,
  caseById,
  caseRef,
  type HardshipCase,
  standingOf,
  versionOfCase,
} from '../cases/rows.ts'
import { type RefusalRule, refuseCase } from '../flow/turning.ts'
import { sittingAtWork, sittingKeepers } from './calling.ts'
import { frozen, minutesOf } from './minutes.ts'
import { recusedFrom } from './recusing.ts'
import { recusedVoted } from './refusals.ts'
import { type Ballot, type BallotCase, countedBallots, type Sitting, votesOf } from './rows.ts'

interface Counted {
  readonly theCase: HardshipCase
  readonly ballot: Ballot
  readonly on: BallotCase
}

export const close = command({
  name: 'sittings.close',
  summary: 'Closes a sitting: freezes its minutes and moves the cases as they were voted',
  may: sittingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/sittings/{sitting}/closing' },
  input: z.strictObject({ sitting: idField }),
  output: z.object({
    sitting: z.number(),
    approved: z.number(),
    refused: z.number(),
    /** Cases that wait where they were: deferred, not carried, or moved or revised since. */
    waiting: z.number(),
    /** SHA-256 in hex of the minutes. */
    digest: z.string(),
  }),
  subject: ({ sitting }) => `sitting/${sitting}`,
  run: (act, input) => {
    const sitting = sittingAtWork(act, input.sitting)
    const counted = [...countedBallots(act, sitting.id)].map(([id, { ballot, on }]) => ({
      theCase: caseById(act, id),
      ballot,
      on,
    }))
    requireNoInterestInCases(
      act,
      counted.map(({ theCase }) => theCase),
    )
    requireFreeOfRecused(act, sitting, counted)
    const { text, digest } = frozen(minutesOf(act, sitting))
    insert(act, 'sitting_close', {
      id: nextId(act, 'sitting_close'),
      sitting_id: sitting.id,
      minutes_detail_id: keepDetail(act, 'sitting_minutes', text),
      digest,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const moved = counted.map((one) => move(act, one))
    const count = (where: string) => moved.filter((one) => one === where).length
    return {
      sitting: sitting.id,
      approved: count('approved'),
      refused: count('refused'),
      waiting: count('waiting'),
      digest,
    }
  },
})

/**
 * Refuses `sitting.recused_voted` where somebody voted on a case in which an interest was found since: that vote is taken
 * again before the minutes are frozen.
 */
function requireFreeOfRecused(act: Act, sitting: Sitting, counted: readonly Counted[]): void {
  const voters = new Map<Ballot['id'], Set<UserId>>()
  for (const { ballot } of counted) {
    if (voters.has(ballot.id)) continue
    voters.set(ballot.id, new Set(votesOf(act, ballot.id).map(({ user_id }) => user_id)))
  }
  const everybody = [...new Set([...voters.values()].flatMap((users) => [...users]))]
  const cases = counted.map(({ theCase }) => theCase)
  const recused = recusedFrom(act, sitting, everybody, cases)
  for (const { theCase, ballot } of counted) {
    const user = [...(recused.get(theCase.id) ?? [])].find((one) => voters.get(ballot.id)!.has(one))
    if (user !== undefined) throw recusedVoted({ case: caseRef(theCase.id), user })
  }
}

/** Whether a case still waits where it was when it was voted on, and asks for what was voted on. */
function stillWaits(act: Act, id: CaseId, ballot: Ballot): boolean {
  const { state, step_kind } = standingOf(act, id)
  const last = actsOfCase(act, id).at(-1)!
  const isBefore = (one: { readonly event_seq: number }) => one.event_seq < ballot.event_seq
  const unchanged = isBefore(last) && isBefore(versionOfCase(act, id))
  return state === 'open' && step_kind === 'deliberate' && unchanged
}

/** What an emergency got stands already; its ratification is read from the ballot. */
function move(act: Act, { theCase, ballot, on }: Counted): 'approved' | 'refused' | 'waiting' {
  const { carried, proposal } = ballot
  if (carried === 0 || proposal === 'defer') return 'waiting'
  if (!stillWaits(act, theCase.id, ballot)) return 'waiting'
  if (proposal === 'refuse') {
    const said = ballot.reason_detail_id && readDetail(act, ballot.reason_detail_id)?.body
    const text = said ? keepDetail(act, 'case_reason', said) : null
    refuseCase(act, theCase, { rule: ballot.rule as RefusalRule, text })
    return 'refused'
  }
  asDecided(act, theCase, on)
  advance(act, theCase, { act: 'passed' })
  return 'approved'
}

/** An amount that was decided and not asked for is proposed from now on, by whoever recorded it. */
function asDecided(
  act: Act,
  { id }: HardshipCase,
  { amount_minor, instalments }: BallotCase,
): void {
  const asked = versionOfCase(act, id)
  if (asked.amount_minor === amount_minor && asked.instalments === instalments) return
  insert(act, 'case_version', {
    ...asked,
    id: nextId(act, 'case_version'),
    amount_minor,
    instalments,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
