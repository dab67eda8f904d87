/** Moves cases by the table alone, where a test needs a state and not the acts that lead to it. */
import { z } from 'zod'
import { command, type Role, roles } from '../../../src/book/registry.ts'
import { advance } from '../../../src/hardship/cases/advance.ts'
import { type CaseAct, type CaseState, caseActs } from '../../../src/hardship/cases/moves.ts'
import { caseById } from '../../../src/hardship/cases/rows.ts'
import type { CaseId } from '../../../src/kit/ids.ts'

const everybody: readonly Role[] = roles

/** One move of the table, without the rules of the room that makes it. */
export const turn = command({
  name: 'test.turn',
  summary: 'Moves a case',
  may: everybody,
  reach: 'organisation',
  route: { method: 'POST', path: '/test/turns' },
  input: z.strictObject({
    case: z.number(),
    act: z.enum(caseActs),
    step: z.number().optional(),
  }),
  output: z.object({ state: z.string(), step: z.number() }),
  subject: () => 'case/1',
  run: (act, { case: id, act: move, step }) => {
    const given = { act: move, ...(step === undefined ? {} : { step }) }
    const { state, step: at } = advance(act, caseById(act, id as CaseId), given)
    return { state, step: at }
  },
})

/** The moves by which a case of verify, approve, pay and revisit comes to each state. */
export const waysTo: Readonly<Record<CaseState, readonly { act: CaseAct; step?: number }[]>> = {
  open: [],
  asked: [{ act: 'asked' }],
  suspended: [{ act: 'suspended' }],
  awarded: [{ act: 'passed' }, { act: 'approved', step: 2 }],
  paid: [{ act: 'passed' }, { act: 'approved', step: 2 }, { act: 'paid' }],
  refused: [{ act: 'refused' }],
  withdrawn: [{ act: 'withdrawn' }],
  cancelled: [{ act: 'passed' }, { act: 'approved', step: 2 }, { act: 'cancelled' }],
}
