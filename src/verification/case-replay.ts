/**
 * Replays what was done with every case: each act follows from the one before by the table of moves, no step is left out,
 * and where a case stands is what its acts come to. And nobody acted on a case that they entered themselves.
 */
import type { Row } from '../../db/schema.ts'
import { moves } from '../hardship/cases/moves.ts'
import { caseRef, type HardshipCase, workflowOf } from '../hardship/cases/rows.ts'
import type { CaseId } from '../kit/ids.ts'
import { isSamePerson } from '../people/interests.ts'
import type { WorkflowStep } from '../policies/workflows.ts'
import { build, each, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

type CaseAct = Row<'case_act'>
type Standing = Row<'case_state'>

const allCases = prepare(() => build.selectFrom('hardship_case').selectAll().orderBy('id'))
const actsBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_act').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const standingBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_state').selectAll().where('case_id', '=', p.id),
)

/** Checks the way of every case, where it stands, and who acted on it. */
export function checkCases(reader: Reader): Check {
  const check = collector('cases')
  let count = 0
  check.attempt(() => {
    for (const one of each(reader, allCases, {})) {
      count += 1
      check.attempt(() => checkCase(reader, check, one))
    }
  })
  check.attempt(() => checkStrays(reader, check))
  check.attempt(() => checkHands(reader, check))
  return check.done(
    `${counts(count, 'case')}: each act follows from the one before, no step is left out, nobody acted on their own`,
  )
}

function checkCase(reader: Reader, check: Collector, theCase: HardshipCase): void {
  const { steps } = workflowOf(reader, theCase)
  const acts = rows(reader, actsBy, { id: theCase.id })
  let at: Where = { state: '', step: 0 }
  for (const act of acts) at = follow({ check, steps, acts }, act, at)
  const last = acts.at(-1)
  const [kept] = rows(reader, standingBy, { id: theCase.id })
  if (!last || !kept) {
    const sentence = `case ${caseRef(theCase.id)} has ${last ? 'no state' : 'no act'}.`
    check.found('case_state.missing', sentence, { table: 'case_state', row: String(theCase.id) })
    return
  }
  const due = {
    state: at.state as Standing['state'],
    step: at.step,
    step_kind: steps[at.step]?.kind ?? 'none',
    since_on: last.on_day,
    unit_id: theCase.unit_id,
    programme_id: theCase.programme_id,
    round_id: theCase.round_id,
  }
  for (const [column, value] of Object.entries(due)) {
    const found = kept[column as keyof Standing]
    if (found === value) continue
    const sentence = `${column} is ${found}; by its acts it is ${value}.`
    check.found(`case_state.${column}`, sentence, { table: 'case_state', row: String(theCase.id) })
  }
}

interface Where {
  readonly state: string
  readonly step: number
}

interface Replay {
  readonly check: Collector
  readonly steps: readonly WorkflowStep[]
  readonly acts: readonly CaseAct[]
}

/** Where an act leads from where the case was, and whether it may. */
function follow({ check, steps, acts }: Replay, act: CaseAct, from: Where): Where {
  const where = { table: 'case_act', row: String(act.id), event: act.event_seq }
  const found = (column: string, sentence: string) =>
    check.found(`case_act.${column}`, sentence, where)
  const move = moves[act.act]
  const mayFollow =
    act.act === 'submitted' ? act === acts[0] : move.from.some((state) => state === from.state)
  if (!mayFollow) found('act', `${act.act} does not follow on ${from.state || 'nothing'}.`)
  if (act.step !== from.step) found('step', `step is ${act.step}; the case was at ${from.step}.`)
  const last = steps.length - 1
  const to = {
    first: 0,
    next: Math.min(from.step + 1, last),
    stay: from.step,
    given: givenStep(steps, act, from),
  }[move.step]
  if (act.to_step !== to) found('to_step', `to_step is ${act.to_step}; ${act.act} leads to ${to}.`)
  const state = act.act === 'passed' && from.state === 'paid' ? 'paid' : move.to
  return { state, step: act.to_step }
}

/** Approved and returned payments stand at the payment; back goes a case to a step that it has been at. */
function givenStep(steps: readonly WorkflowStep[], { act, to_step }: CaseAct, from: Where): number {
  if (act === 'approved' || act === 'unpaid') return steps.findIndex(({ kind }) => kind === 'pay')
  return Math.min(to_step, from.step)
}

/** States and acts of cases that are not there. */
function checkStrays(reader: Reader, check: Collector): void {
  const sql = `select case_id as "id" from case_state
    where case_id not in (select id from hardship_case)`
  for (const { id } of reader.each(sql, [])) {
    const where = { table: 'case_state', row: String(id) }
    check.found('case_state.without_case', `there is no case ${id}.`, where)
  }
}

/**
 * Acts on a case that another than whoever entered it, or proposed what it asked for then, has to do: it says who did
 * them, and on what.
 */
const handsSql = `with hand (source, id, case_id, actor, event_seq) as (
    select 'home_visit', id, case_id, actor, event_seq from home_visit
    union all select 'case_check', id, case_id, actor, event_seq from case_check
    union all select 'case_approval', id, case_id, actor, event_seq from case_approval
    union all select 'ballot_vote', v.id, c.case_id, 'user:' || v.user_id, v.event_seq
      from ballot_vote as v join ballot_case as c on c.ballot_id = v.ballot_id
  )
  select h.source, h.id, h.case_id, h.actor, h.event_seq, c.event_seq as "since", c.actor as "entered",
    (select p.actor from case_version as p where p.case_id = h.case_id and p.event_seq < h.event_seq
      order by p.id desc limit 1) as "proposed"
  from hand as h join hardship_case as c on c.id = h.case_id`

function checkHands(reader: Reader, check: Collector): void {
  for (const row of reader.each(handsSql, [])) {
    const { source, id, case_id, actor, event_seq, since, entered, proposed } = row
    const hands = [entered, proposed].filter((hand) => hand !== null).map(String)
    const own = hands.find((hand) =>
      isSamePerson(reader, hand, String(actor), Number(since) as never),
    )
    if (own === undefined) continue
    const sentence = `${actor} acted on case ${caseRef(Number(case_id) as CaseId)}, which ${own} entered or proposed.`
    const where = { table: String(source), row: String(id), event: Number(event_seq) }
    check.found('case.own_hand', sentence, where)
  }
}
