/** More is asked of an applicant: from the question to the answer the case and its clock stand still. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { idField, reasonField } from '../../book/fields.ts'
import { command, type Role } from '../../book/registry.ts'
import { registrars } from '../../people/commands.ts'
import { advance } from '../cases/advance.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseRef, caseWithId } from '../cases/rows.ts'

/** Whoever looks at a case before it is decided. */
const askers: readonly Role[] = ['owner', 'fund_administrator', 'pairing_coordinator', 'approver']

/** As many as one letter is written to. */
const mostAsked = 500

const moved = z.object({ cases: z.array(z.number()), references: z.array(z.string()) })

export const askMore = command({
  name: 'cases.ask_more',
  summary: 'Asks the applicants of cases for more; their clocks stand still until it is answered',
  may: askers,
  reach: 'units',
  route: { method: 'POST', path: '/cases/questions' },
  input: z.strictObject({
    cases: z.array(idField).min(1).max(mostAsked),
    /** What is asked. It is read by whoever has the code of the application. */
    question: reasonField,
  }),
  output: moved,
  subject: ({ cases }) => `case/${cases[0]}`,
  run: (act, { cases, question }) => {
    const asked = [...new Set(cases)].map((id) => caseWithId(act, id))
    requireNoInterestInCases(act, asked)
    for (const one of asked) {
      advance(act, one, { act: 'asked', reason: keepDetail(act, 'case_question', question) })
    }
    return { cases: asked.map(({ id }) => id), references: asked.map(({ id }) => caseRef(id)) }
  },
})

export const answer = command({
  name: 'cases.answer',
  summary: 'Records what an applicant answered to a question; the case goes on where it was',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/answers' },
  input: z.strictObject({ case: idField, answer: reasonField }),
  output: z.object({ case: z.number(), reference: z.string() }),
  subject: (output) => `case/${output.case}`,
  run: (act, given) => {
    const theCase = caseWithId(act, given.case)
    advance(act, theCase, {
      act: 'answered',
      reason: keepDetail(act, 'case_answer', given.answer),
    })
    return { case: theCase.id, reference: caseRef(theCase.id) }
  },
})
