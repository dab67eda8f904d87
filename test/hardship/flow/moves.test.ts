/** [A5] The table of moves: what follows on what, for every state and every act, and over workflows of any order. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { caseActs, caseStates, moves } from '../../../src/hardship/cases/moves.ts'
import { actsOfCase, workflowOf } from '../../../src/hardship/cases/rows.ts'
import { passChecks, recordChecks } from '../../../src/hardship/flow/checks.ts'
import { recordHomeVisit, review, verify } from '../../../src/hardship/flow/commands.ts'
import { refuse, returnToStep, withdraw } from '../../../src/hardship/flow/turning.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { type WorkflowStep, workflowsBody } from '../../../src/policies/workflows.ts'
import { type HardshipBook, hardshipBook, putWorkflow } from '../hardship-for-tests.ts'
import { turn, waysTo } from './turn.ts'

const steps: readonly WorkflowStep[] = [
  { kind: 'verify' },
  { kind: 'approve' },
  { kind: 'pay' },
  { kind: 'revisit', after_months: 6 },
]
const book = hardshipBook({ steps })
const { t, as } = book
afterAll(t.close)

let people = 0
function caseIn(state: keyof typeof waysTo): number {
  people += 1
  const id = book.submitCase({ beneficiary: book.alone(`Somebody ${people}`) })
  for (const move of waysTo[state]) t.does(turn, { case: id, ...move })
  return id
}

describe('every state and every act', () => {
  test('as the table says, and otherwise refused without a trace', () => {
    const found = caseStates.map((state) => {
      const id = caseIn(state)
      expect(book.at(id).state).toBe(state)
      const led = caseActs.map((act) => {
        const { step } = book.at(id)
        try {
          const { output } = t.does(turn, { case: id, act, step: 0 }, { dryRun: true })
          return `${act} → ${output.state}@${output.step}`
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect([error.code, book.at(id).step]).toEqual(['case.not_in_state', step])
          return ''
        }
      })
      return `${state}@${book.at(id).step}: ${led.filter(Boolean).join(', ') || 'nothing'}`
    })
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "open@0: asked → asked@0, passed → open@1, returned → open@0, suspended → suspended@0, approved → awarded@0, refused → refused@0, withdrawn → withdrawn@0
      asked@0: answered → open@0, refused → refused@0, withdrawn → withdrawn@0
      suspended@0: resumed → open@0, refused → refused@0, withdrawn → withdrawn@0
      awarded@2: paid → paid@3, cancelled → cancelled@2
      paid@3: passed → paid@3, unpaid → awarded@0, cancelled → cancelled@3
      refused@0: reopened → open@0
      withdrawn@0: nothing
      cancelled@2: nothing"
    `)
  })

  const acts = {
    verify,
    recordHomeVisit,
    review,
    recordChecks,
    passChecks,
    returnToStep,
    refuse,
    withdraw,
  }
  const inputs = (id: number) => ({
    verify: { cases: [id] },
    recordHomeVisit: { cases: [id], findings: 'A roof that leaks' },
    review: { cases: [id] },
    recordChecks: { cases: [id], outcomes: [{ check: 'a', outcome: 'pass' as const }] },
    passChecks: { cases: [id] },
    returnToStep: { cases: [id], to_step: 1, reason: 'x' },
    refuse: { cases: [id], rule: 'not_in_need' as const, text: 'x' },
    withdraw: { cases: [id], reason: 'x' },
  })

  test.each(caseStates)(
    'the commands of steps do only what the table allows of a case that is %s',
    (state) => {
      const id = caseIn(state)
      const done = Object.entries(acts).filter(([name, command]) => {
        const input = inputs(id)[name as keyof typeof acts]
        try {
          t.does(command as typeof verify, input as never, {
            ...as.secondAdministrator,
            dryRun: true,
          })
          return true
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.code).toMatch(/^case\.(not_in_state|not_at_step|step_not_earlier)$/)
          return false
        }
      })
      const open = ['verify', 'recordHomeVisit', 'refuse', 'withdraw']
      const ended = ['refuse', 'withdraw']
      const expected = { open, asked: ended, suspended: ended }[state as string] ?? []
      expect(done.map(([name]) => name)).toEqual(expected)
    },
  )
})

/** Workflows of any order that the policy allows. */
const before = fc.constantFrom<WorkflowStep>(
  { kind: 'verify' },
  { kind: 'home_visit' },
  { kind: 'deliberate' },
  { kind: 'review' },
  { kind: 'checks', checks: [{ code: 'dues', name: 'Dues are paid' }] },
  { kind: 'notice', level: 'unit' },
  { kind: 'notice', level: 'upper' },
)
const workflow = fc
  .tuple(
    fc.array(before, { maxLength: 8 }),
    fc.array(fc.constant<WorkflowStep>({ kind: 'revisit', after_months: 6 }), { maxLength: 2 }),
  )
  .map(
    ([first, last]) => [...first, { kind: 'approve' }, { kind: 'pay' }, ...last] as WorkflowStep[],
  )
  .filter((all) => isAllowed(all))

function isAllowed(all: WorkflowStep[]): boolean {
  const said = {
    code: 'a',
    name: 'A',
    steps: all,
    decide_within_days: null,
    ratify_within_days: null,
  }
  return workflowsBody.safeParse({ workflows: [said] }).success
}

describe('[A5] over workflows of any order', () => {
  test('a case never skips a step, ends, and moves by the table alone', () => {
    const all = hardshipBook({ at: '2026-03-31T02:00:00Z' })
    let made = 0
    fc.assert(
      fc.property(
        workflow,
        fc.array(fc.constantFrom(...caseActs), { maxLength: 25 }),
        (order, tried) => {
          putWorkflow(all.t, order, { name: `Order ${made}` })
          made += 1
          const id = all.submitCase({ beneficiary: all.alone(`Neighbour ${made}`) })
          for (const act of tried) tryMove(all, id, act)
          holds(all, id)
        },
      ),
      { numRuns: 60, seed: 20260331 },
    )
    all.t.close()
  })
})

/** Tries a move; one that needs a step is given that of payment, or the first. */
function tryMove(
  { t: tried, at, theCase }: HardshipBook,
  id: number,
  act: (typeof caseActs)[number],
): void {
  const kinds = workflowOf(tried.book.store, theCase(id)).steps.map(({ kind }) => kind)
  const step = act === 'approved' || act === 'unpaid' ? kinds.indexOf('pay') : 0
  const was = at(id)
  try {
    tried.does(turn, { case: id, act, step })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(moves[act].from).not.toContain(was.state)
    expect(at(id)).toEqual(was)
  }
}

/** The laws of every history: each act follows from the table, no step is left out, what has ended stays so. */
function holds({ t: told, at, theCase }: HardshipBook, id: number): void {
  const acts = actsOfCase(told.book.store, id as CaseId)
  const { steps: order } = workflowOf(told.book.store, theCase(id))
  let [state, step, reached] = ['', 0, 0]
  for (const one of acts) {
    const move = moves[one.act]
    if (one.act !== 'submitted') expect(move.from).toContain(state)
    expect(one.step).toBe(step)
    if (one.act === 'passed' || one.act === 'paid') step = Math.min(step + 1, order.length - 1)
    if (one.act === 'approved') step = order.findIndex(({ kind }) => kind === 'pay')
    if (one.act === 'unpaid') step = order.findIndex(({ kind }) => kind === 'pay')
    if (one.act === 'returned' || one.act === 'reopened') step = 0
    // A step that nobody was at before is the next one, or that of payment after an approval.
    if (step > reached && one.act !== 'approved') expect(step).toBe(reached + 1)
    reached = Math.max(reached, step)
    state = one.act === 'passed' && state === 'paid' ? 'paid' : move.to
    if (state === 'withdrawn' || state === 'cancelled') expect(one).toBe(acts.at(-1))
  }
  expect(at(id)).toMatchObject({ state, step, step_kind: order[step]!.kind })
}
