/** What was looked at of a case on its way: checks, visits, the clock, whether officers are near, why it was refused. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayOut, idField } from '../../book/fields.ts'
import { officers, query } from '../../book/registry.ts'
import { clockOfCase } from '../cases/clock-of-case.ts'
import { caseWithId } from '../cases/rows.ts'
import { checkOutcomes, checksOf, outcomesOf } from './checks.ts'
import { refusalOf, refusalRules } from './turning.ts'
import { casesNearOfficers, visitsOf } from './visits.ts'

const checkOut = z.object({
  check: z.string(),
  name: z.string(),
  /** Null while nobody has recorded it. */
  outcome: z.enum(checkOutcomes).nullable(),
  reason: z.string().nullable(),
  /** The event that recorded it, which tells who did and when. */
  sequence: z.number().nullable(),
})

const visitOut = z.object({
  visited_on: dayOut,
  findings: z.string().nullable(),
  sequence: z.number(),
})

export const clockOut = z.object({
  state: z.enum(['running', 'paused', 'ended']),
  /** Working days used so far, and those that stood still. */
  used: z.number(),
  paused: z.number(),
  /** Within how many it is decided; null: no limit. */
  within: z.number().nullable(),
  due_on: dayOut.nullable(),
  overdue: z.boolean(),
})

export const progressOut = z.object({
  case: z.number(),
  clock: clockOut,
  checks: z.array(checkOut),
  visits: z.array(visitOut),
  /** It concerns an officer, or somebody near to one: the household is visited in every case. */
  near_officer: z.boolean(),
  /** By which rule it was refused last; null for one that never was. */
  refusal: z
    .object({ rule: z.enum(refusalRules).nullable(), text: z.string().nullable() })
    .nullable(),
})

export const progress = query({
  name: 'cases.progress',
  summary:
    'Shows how far a case is: working days used, standing checks, visits, by which rule it was refused',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/progress' },
  input: z.strictObject({ case: idField }),
  output: progressOut,
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    const { id } = theCase
    const outcomes = outcomesOf(view, id)
    const refused = refusalOf(view, id)
    return {
      case: id,
      clock: clockOfCase(view, theCase, view.today),
      checks: checksOf(view, theCase).map(({ code, name }) => {
        const found = outcomes.get(code)
        return {
          check: code,
          name,
          outcome: found?.outcome ?? null,
          reason: textFor(view, found?.reason_detail_id ?? null),
          sequence: found?.event_seq ?? null,
        }
      }),
      visits: visitsOf(view, id).map(({ visited_on, findings_detail_id, event_seq }) => ({
        visited_on,
        findings: textFor(view, findings_detail_id),
        sequence: event_seq,
      })),
      near_officer: casesNearOfficers(view, [theCase]).has(id),
      refusal: refused
        ? {
            rule: refusalRules.find((rule) => rule === refused.rule) ?? null,
            text: textFor(view, refused.reason_detail_id),
          }
        : null,
    }
  },
})
