/** What whoever has the code of an application may know of it: what they wrote, where it stands, what is asked. */

import type { Book } from '../../book/book.ts'
import { readDetail } from '../../book/details.ts'
import { lookingAs } from '../../book/looking.ts'
import type { View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { CaseId } from '../../kit/ids.ts'
import type { StepKind } from '../../policies/workflows.ts'
import type { CaseAct, CaseState } from '../cases/moves.ts'
import { actsOfCase, caseById, caseRef, standingOf } from '../cases/rows.ts'
import { type CodeKept, callerOfCode } from './codes.ts'
import { applicationPaper, documentsOfCase } from './documents.ts'

/** Looks into a book for a code on one state of it; the whole book is read, and only what may be told comes out. */
export function lookingWith<T>(book: Book, code: CodeKept, look: (view: View) => T): T {
  return lookingAs(book, callerOfCode(code), look)
}

/** Where an application stands, as its applicant is told. */
export interface Followed {
  readonly reference: string
  readonly sent_on: Day
  readonly state: CaseState
  readonly step: StepKind
  readonly since_on: Day
  /** What is asked now; null while nothing is. */
  readonly question: string | null
  /** Why it was refused, as the decision says. */
  readonly refused: string | null
  readonly acts: readonly { readonly act: CaseAct; readonly on: string }[]
  /** The papers that came with it, without their names. */
  readonly documents: readonly { readonly kind: string; readonly bytes: number }[]
}

/** What is told of it: nothing within the office between sending and the decision but that it goes on. */
const toldActs: readonly CaseAct[] = [
  'submitted',
  'asked',
  'answered',
  'approved',
  'paid',
  'refused',
  'withdrawn',
  'cancelled',
  'reopened',
]

/** Where the case of a code stands. */
export function followedCase(view: View, id: CaseId): Followed {
  const theCase = caseById(view, id)
  const { state, step_kind, since_on } = standingOf(view, id)
  const acts = actsOfCase(view, id)
  const lastReason = (act: CaseAct) => {
    const detail = acts.findLast((one) => one.act === act)?.reason_detail_id ?? null
    return detail === null ? null : (readDetail(view, detail)?.body ?? null)
  }
  return {
    reference: caseRef(id),
    sent_on: theCase.applied_on,
    state,
    step: step_kind as StepKind,
    since_on,
    question: state === 'asked' ? lastReason('asked') : null,
    refused: state === 'refused' ? lastReason('refused') : null,
    acts: acts
      .filter(({ act }) => toldActs.includes(act))
      .map(({ act, on_day }) => ({ act, on: on_day })),
    documents: documentsOfCase(view, id)
      .filter(({ kind }) => kind !== applicationPaper)
      .map(({ kind, bytes }) => ({ kind, bytes })),
  }
}
