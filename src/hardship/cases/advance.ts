/** The one place where a case moves: it writes the act and where the case stands then. */
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { StepKind } from '../../policies/workflows.ts'
import { build, insert, nextId, prepare, write } from '../../store/prepare.ts'
import { type CaseAct, type CaseState, moves } from './moves.ts'
import { caseNotAtStep, caseNotInState } from './refusals.ts'
import { type CaseStanding, caseRef, type HardshipCase, standingOf, workflowOf } from './rows.ts'

const setStanding = prepare(
  (p: { id: CaseStanding['case_id']; state: CaseState; step: number; kind: string; on: Day }) =>
    build
      .updateTable('case_state')
      .set({ state: p.state, step: p.step, step_kind: p.kind, since_on: p.on })
      .where('case_id', '=', p.id),
)

/** A move to be made. */
export interface Advance {
  readonly act: CaseAct
  /** Where it leads when the move asks for a step. */
  readonly step?: number
  /** The id of a text kept apart. */
  readonly reason?: number | null
  /** Today unless said. */
  readonly on?: Day
}

/** Refuses `case.not_at_step` for a case that is not open, or open at another step. */
export function requireAtStep(
  theCase: HardshipCase,
  { state, step_kind }: CaseStanding,
  wanted: StepKind,
): void {
  const ref = caseRef(theCase.id)
  const at = state === 'open' ? step_kind : state
  if (at !== wanted) throw caseNotAtStep({ case: ref, at, wanted })
}

/**
 * Makes a move and answers where the case stands then. Refuses `case.not_in_state` by the table of moves. Past the last
 * step a case stays at it.
 */
export function advance(act: Act, theCase: HardshipCase, given: Advance): CaseStanding {
  const before = standingOf(act, theCase.id)
  const move = moves[given.act]
  if (!move.from.includes(before.state)) {
    throw caseNotInState({ case: caseRef(theCase.id), state: before.state, act: given.act })
  }
  const { steps } = workflowOf(act, theCase)
  const on = given.on ?? act.today
  const last = steps.length - 1
  const step =
    move.step === 'next'
      ? Math.min(before.step + 1, last)
      : move.step === 'given'
        ? Math.min(given.step ?? 0, last)
        : before.step
  const to = given.act === 'passed' && before.state === 'paid' ? 'paid' : move.to
  writeAct(act, theCase, { ...given, step: before.step, to: step, on })
  const kind = steps[step]!.kind
  write(act, setStanding, { id: theCase.id, state: to, step, kind, on })
  return { ...before, state: to, step, step_kind: kind, since_on: on }
}

/** Begins the acts of a new case: it is open at its first step. */
export function begin(act: Act, theCase: HardshipCase): void {
  const { steps } = workflowOf(act, theCase)
  writeAct(act, theCase, { act: 'submitted', step: 0, to: 0, on: theCase.applied_on })
  insert(act, 'case_state', {
    case_id: theCase.id,
    state: 'open',
    step: 0,
    step_kind: steps[0]!.kind,
    since_on: theCase.applied_on,
    unit_id: theCase.unit_id,
    programme_id: theCase.programme_id,
    round_id: theCase.round_id,
  })
}

function writeAct(
  act: Act,
  { id }: HardshipCase,
  given: Advance & { readonly step: number; readonly to: number; readonly on: Day },
): void {
  insert(act, 'case_act', {
    id: nextId(act, 'case_act'),
    case_id: id,
    act: given.act,
    step: given.step,
    to_step: given.to,
    on_day: given.on,
    reason_detail_id: given.reason ?? null,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
