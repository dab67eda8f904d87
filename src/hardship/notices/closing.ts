/** Whether the notices of a case have closed clean, which an award waits for (handbook G6, rule 10). */
import type { Reader } from '../../store/store.ts'
import { caseRef, type HardshipCase, versionOfCase, workflowOf } from '../cases/rows.ts'
import { caseNoticeMissing, caseNoticeOpen, caseObjectionOpen } from './refusals.ts'
import { listFoundWrong, noticesOfCase, openObjections } from './rows.ts'

/** What a case comes to in all: the amount of an instalment times their number. */
export function totalOf(version: {
  readonly amount_minor: number
  readonly instalments: number
}): number {
  return version.amount_minor * version.instalments
}

/**
 * Refuses `case.notice_open` while a notice of the case has not been taken down, `case.objection_open` while an
 * objection is not decided, and `case.notice_missing` where its workflow asks for a notice that has not run with the
 * amount proposed now, or with more, on a list that was not found wrong. Not for emergencies, which are paid first.
 */
export function requireNoticesClean(reader: Reader, theCase: HardshipCase): void {
  const notices = noticesOfCase(reader, theCase.id)
  const ref = caseRef(theCase.id)
  const up = notices.find(({ outcome }) => outcome === null)
  if (up) throw caseNoticeOpen({ case: ref, notice: up.id })
  const [objection] = openObjections(reader, theCase.id)
  if (objection) throw caseObjectionOpen({ case: ref, objection: objection.id })
  const total = totalOf(versionOfCase(reader, theCase.id))
  for (const step of workflowOf(reader, theCase).steps) {
    if (step.kind !== 'notice') continue
    const newest = notices.findLast(
      ({ id, level, outcome }) =>
        level === step.level && outcome === 'ran' && !listFoundWrong(reader, id),
    )
    if (!newest || newest.amount_minor < total) {
      throw caseNoticeMissing({ case: ref, level: step.level })
    }
  }
}
