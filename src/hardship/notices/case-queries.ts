/** The notices of one case. */
import { z } from 'zod'
import { dayOut, idField } from '../../book/fields.ts'
import { deciders, query } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { caseWithId } from '../cases/rows.ts'
import { noticeStates, stateOfNotice } from './queries.ts'
import { findNotice, noticesOfCase, objectionsTo } from './rows.ts'

export const ofCase = query({
  name: 'notices.of_case',
  summary: 'The notices that a case has been on, and what was objected to it there',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/notices' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    notices: z.array(
      z.object({
        notice: z.number(),
        level: z.enum(['unit', 'upper']),
        serial: z.number(),
        put_up_on: dayOut,
        last_on: dayOut,
        state: z.enum(noticeStates),
        /** Whether this reader reaches the notice itself. */
        reached: z.boolean(),
        objections: z.array(
          z.object({
            objection: z.number(),
            whole_list: z.boolean(),
            outcome: z.enum(['upheld', 'dismissed', 'withdrawn']).nullable(),
          }),
        ),
      }),
    ),
  }),
  run: (view, input) => {
    const { id } = caseWithId(view, input.case)
    const notices = noticesOfCase(view, id).map((one) => {
      const notice = findNotice(view, one.id)!
      const about = objectionsTo(view, one.id).filter(
        ({ case_id }) => case_id === null || case_id === id,
      )
      return {
        notice: one.id,
        level: one.level,
        serial: one.serial,
        put_up_on: one.put_up_on,
        last_on: one.last_on,
        state: stateOfNotice(view, notice),
        reached: inScope(view.scope, notice.unit_id),
        objections: about.map(({ id: objection, case_id, outcome }) => ({
          objection,
          whole_list: case_id === null,
          outcome,
        })),
      }
    })
    return { notices }
  },
})
