/** Which households are to be visited: by a step of the workflow, by what the last visit said, by their file. */
import { z } from 'zod'
import { dayField, dayOut } from '../../book/fields.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId, HardshipFileId, UnitId } from '../../kit/ids.ts'
import { caseById, caseRef } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'
import { fileById, fileRef, fileStanding } from '../files/files.ts'
import { visitDueOn } from './revisiting.ts'

const dueOut = z.object({
  /** Why: the workflow or the last visit of a case, or the day that its file names. */
  why: z.enum(['case', 'file']),
  case: z.number().nullable(),
  file: z.number(),
  reference: z.string(),
  /** Who was helped; null for a file alone. */
  beneficiary: personOut.nullable(),
  due_on: dayOut,
  late: z.boolean(),
})
type Due = z.output<typeof dueOut>

const casesSql = `select s.case_id as "id", s.unit_id as "unit" from case_state as s
  where (s.state = 'paid' and s.step_kind = 'revisit')
    or (s.state in ('paid', 'awarded')
      and exists (select 1 from revisit as r where r.case_id = s.case_id and r.next_on is not null))
  order by s.case_id`
const filesSql = `select f.id as "id", f.unit_id as "unit" from hardship_file as f
  join hardship_file_version as v
    on v.id = (select max(w.id) from hardship_file_version as w where w.file_id = f.id)
  where v.in_hardship = 1 and v.review_on <= +? order by v.review_on, f.id`

/** What is due up to a day, the oldest first, as far as the caller reaches. */
export function dueUpTo(view: View, day: Day): Due[] {
  const reached = ({ unit }: Record<string, unknown>) => inScope(view.scope, unit as UnitId | null)
  const cases = view
    .all(casesSql, [])
    .filter(reached)
    .flatMap(({ id }): Due[] => {
      const theCase = caseById(view, id as CaseId)
      const due_on = visitDueOn(view, theCase)
      if (due_on === null || due_on > day) return []
      return [
        {
          why: 'case',
          case: theCase.id,
          file: theCase.file_id,
          reference: caseRef(theCase.id),
          beneficiary: personShown(view, theCase.beneficiary_id),
          due_on,
          late: due_on < view.today,
        },
      ]
    })
  const files = view
    .all(filesSql, [day])
    .filter(reached)
    .map(({ id }): Due => {
      const file = fileById(view, id as HardshipFileId)
      const due_on = fileStanding(view, file.id).review_on as Day
      const said = { beneficiary: null, due_on, late: due_on < view.today }
      return { why: 'file', case: null, file: file.id, reference: fileRef(file.id), ...said }
    })
  return [...cases, ...files].toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
}

export const due = query({
  name: 'revisits.due',
  summary: 'Lists the households that are to be visited again, the longest due first',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/revisits/due' },
  input: z.strictObject({
    /** Up to which day; today unless said. */
    until: dayField.optional(),
  }),
  output: z.object({ due: z.array(dueOut) }),
  run: (view, { until }) => ({ due: dueUpTo(view, until ?? view.today) }),
})
