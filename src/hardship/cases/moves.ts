/**
 * The states of a case and the moves between them, in one readable table (handbook A5). What the steps are, and in which
 * order, is data (policy on workflows); what may follow on what is the same everywhere.
 */

export const caseStates = [
  /** At a step, which says what waits to be done. */
  'open',
  /** More was asked of the applicant; the clock stands still. */
  'asked',
  /** An objection stops it. */
  'suspended',
  /** Approved; what of it is payable, in a batch or paid, its instalments say. */
  'awarded',
  'paid',
  'refused',
  'withdrawn',
  'cancelled',
] as const
export type CaseState = (typeof caseStates)[number]

export const caseActs = [
  'submitted',
  'asked',
  'answered',
  'passed',
  'returned',
  'suspended',
  'resumed',
  'approved',
  'paid',
  'unpaid',
  'refused',
  'withdrawn',
  'cancelled',
  'reopened',
] as const
export type CaseAct = (typeof caseActs)[number]

/** Where a move leads among the steps: to the first, the next, the one given, or nowhere else. */
export type StepMove = 'first' | 'next' | 'given' | 'stay'

export interface Move {
  readonly from: readonly CaseState[]
  readonly to: CaseState
  readonly step: StepMove
}

export const moves: Readonly<Record<CaseAct, Move>> = {
  submitted: { from: [], to: 'open', step: 'first' },
  asked: { from: ['open'], to: 'asked', step: 'stay' },
  answered: { from: ['asked'], to: 'open', step: 'stay' },
  passed: { from: ['open', 'paid'], to: 'open', step: 'next' },
  returned: { from: ['open'], to: 'open', step: 'given' },
  suspended: { from: ['open'], to: 'suspended', step: 'stay' },
  resumed: { from: ['suspended'], to: 'open', step: 'stay' },
  // To the step of payment, which is given: in an emergency from wherever it was.
  approved: { from: ['open'], to: 'awarded', step: 'given' },
  // All of it has arrived; a step after payment may follow.
  paid: { from: ['awarded'], to: 'paid', step: 'next' },
  // Something of it came back from the bank.
  unpaid: { from: ['paid'], to: 'awarded', step: 'given' },
  refused: { from: ['open', 'asked', 'suspended'], to: 'refused', step: 'stay' },
  withdrawn: { from: ['open', 'asked', 'suspended'], to: 'withdrawn', step: 'stay' },
  cancelled: { from: ['awarded', 'paid'], to: 'cancelled', step: 'stay' },
  // An appeal was upheld: it is looked at again from the step that is given.
  reopened: { from: ['refused'], to: 'open', step: 'given' },
}
