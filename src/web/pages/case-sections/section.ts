/** The sections of a case's page and the buttons over a list of cases: what each room of hardship adds. */
import type { Content } from '../../../../templates/parts/content.ts'
import type { CaseTold } from '../../../hardship/cases/show-query.ts'
import type { StepKind } from '../../../policies/workflows.ts'
import type { Visit } from '../visit.ts'

/** What a room shows of a case, with its own buttons; null where it has nothing to say. */
export type CaseSection = (visit: Visit, theCase: CaseTold) => Content | null

/** What may be done at once with all cases of a list that wait at a step. */
export interface RoundAct {
  readonly step: StepKind
  /** The form below the book, which takes `?round=`; null where this reader may not. */
  path(visit: Visit): string | null
  /** What the button says of so many. */
  label(visit: Visit, count: number): string
}
