/** Allowances: help that becomes payable month by month, until its last month or until it ends. */
import { z } from 'zod'
import { dayOut, monthField } from '../../book/fields.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import { type Day, firstOfMonth, type Month, monthOf, monthsBetween } from '../../kit/day.ts'
import type { AwardId, CaseId, UnitId } from '../../kit/ids.ts'
import { requireOpenDay } from '../../ledger/periods.ts'
import { diedOn } from '../../people/statuses.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { barredOf } from '../cases/entering.ts'
import { type CaseVersion, caseById, type HardshipCase } from '../cases/rows.ts'
import { fileById, fileStanding } from '../files/files.ts'
import { becomePayable, writeInstalment } from './awarding.ts'
import { allowanceMonthAhead } from './refusals.ts'
import { freeReservation } from './reserving.ts'

const versionById = prepare((p: { id: number }) =>
  build.selectFrom('case_version').selectAll().where('id', '=', p.id),
)

/** The version of a case that was awarded. */
export function versionAwarded(reader: Reader, id: number): CaseVersion {
  return first(reader, versionById, { id })!
}

/** Allowances that run in a month, with the instalment of that month where it was made. */
const running = `select a.id as "award", a.case_id as "case", a.version_id as "version",
    a.first_month as "first_month", a.instalments as "instalments", c.unit_id as "unit"
  from award as a join hardship_case as c on c.id = a.case_id
  where a.first_month is not null and a.first_month <= +?
    and not exists (select 1 from award_end as e where e.award_id = a.id)
  order by a.case_id`
/** Once the last month was made nothing is set aside any more, so no month that was left out is made up for. */
const madeSql = `select 1 as "found" from instalment where award_id = +? and number in (+?, +?)`

/** A month of an allowance. */
export interface AllowanceMonth {
  readonly award: AwardId
  readonly theCase: HardshipCase
  readonly version: number
  /** Which of its instalments falls in the month, from 1. */
  readonly number: number
  readonly instalments: number
  readonly made: boolean
}

/** The allowances that run in a month as far as the asker reaches; those that have ended are left out. */
export function allowancesIn(asker: Scoped, month: Month): AllowanceMonth[] {
  return asker.all(running, [month]).flatMap((row) => {
    if (!inScope(asker.scope, row.unit as UnitId | null)) return []
    const number = monthsBetween(row.first_month as Month, month) + 1
    const instalments = row.instalments as number
    if (number > instalments) return []
    const award = row.award as AwardId
    const theCase = caseById(asker, row.case as CaseId)
    const made = asker.first(madeSql, [award, number, instalments]) !== undefined
    return [{ award, theCase, version: row.version as number, number, instalments, made }]
  })
}

export const skipReasons = ['died', 'payee_died', 'delisted', 'barred'] as const
export type SkipReason = (typeof skipReasons)[number]

/** Why a month of an allowance does not become payable now; null where it does. */
export function skippedFor(
  reader: Reader,
  { theCase, version }: AllowanceMonth,
  today: Day,
): SkipReason | null {
  const { beneficiary_id, file_id } = theCase
  if (diedBy(reader, beneficiary_id, today)) return 'died'
  const { payee_id } = versionAwarded(reader, version)
  if (payee_id !== beneficiary_id && diedBy(reader, payee_id, today)) return 'payee_died'
  if (fileStanding(reader, file_id).in_hardship === 0) return 'delisted'
  const file = fileById(reader, file_id)
  return barredOf(reader, file, beneficiary_id, today) === null ? null : 'barred'
}

function diedBy(reader: Reader, party: HardshipCase['beneficiary_id'], day: Day): boolean {
  const on = diedOn(reader, party)
  return on !== null && on <= day
}

/** Refuses `allowance.month_ahead`. */
export function requireBegun(asker: Act | View, month: Month): void {
  const now = monthOf(asker.today)
  if (month > now) throw allowanceMonthAhead({ month, now })
}

export const makeDue = command({
  name: 'allowances.make_due',
  summary:
    'Makes the instalments of a month payable, each once; the dead and the delisted are left out and told',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/allowances/{month}/instalments' },
  input: z.strictObject({ month: monthField }),
  output: z.object({
    month: z.string(),
    made: z.number(),
    /** How many of them were the last of their allowance. */
    last: z.number(),
    skipped: z.array(z.object({ case: z.number(), reason: z.enum(skipReasons) })),
    due_on: dayOut,
  }),
  subject: ({ month }) => `allowances/${month}`,
  run: (act, { month }) => {
    requireBegun(act, month)
    requireOpenDay(act, act.today)
    const due_on = firstOfMonth(`${month}-01` as Day)
    const skipped: { case: number; reason: SkipReason }[] = []
    let [made, last] = [0, 0]
    for (const one of allowancesIn(act, month)) {
      if (one.made) continue
      const reason = skippedFor(act, one, act.today)
      if (reason !== null) {
        skipped.push({ case: one.theCase.id, reason })
        continue
      }
      const { theCase, award, number } = one
      const version = versionAwarded(act, one.version)
      const entry = becomePayable(act, theCase, version)
      writeInstalment(act, theCase, { award, version, number, dueOn: due_on, entry })
      made += 1
      if (number < one.instalments) continue
      // Of months that were left out something is still set aside.
      freeReservation(act, theCase)
      last += 1
    }
    return { month, made, last, skipped, due_on }
  },
})
