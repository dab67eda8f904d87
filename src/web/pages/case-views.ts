/** Cases as lists and pages show them. */
import type { CaseView, WaitingTabView } from '../../../templates/pages/cases.tsx'
import type { StateView } from '../../../templates/pages/columns.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import type { CaseState } from '../../hardship/cases/moves.ts'
import type { CaseOut } from '../../hardship/cases/shown.ts'
import { stepKinds } from '../../policies/workflows.ts'
import type { Visit } from './visit.ts'

/** How each state looks; what is under way waits for somebody at its step. */
export const stateKinds = {
  open: 'waiting',
  asked: 'draft',
  suspended: 'care',
  awarded: 'active',
  paid: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
  cancelled: 'stopped',
} as const satisfies Record<CaseState, StateView['kind']>

/** Where a case stands, in a word: of one under way the step at which it waits. */
export function standsView(
  { t }: Visit,
  { state, step_kind }: Pick<CaseOut, 'state' | 'step_kind'>,
): StateView {
  const word = state === 'open' ? t.casework.step[step_kind] : t.cases.states[state]
  return { kind: stateKinds[state], word }
}

/** A case as a row of a list. */
export function caseView(visit: Visit, row: CaseOut): CaseView {
  const { t, language, href } = visit
  return {
    href: href(`/cases/${row.case}`),
    reference: row.reference,
    beneficiary: row.beneficiary.name,
    programme: row.programme.name,
    cause: row.cause.name[language],
    unit: row.unit?.name ?? null,
    since: row.since_on,
    due: row.due_on,
    late: row.overdue ? t.flow.overdue : null,
    stands: standsView(visit, row),
    emergency: row.emergency ? t.cases.emergency_mark : null,
    amount: row.total,
    currency: row.currency,
  }
}

interface Waiting {
  readonly state: CaseState
  readonly step_kind: (typeof stepKinds)[number] | null
  readonly count: number
}

/** States in the order in which a case passes them, after those at a step. */
const tabStates: readonly CaseState[] = [
  'asked',
  'suspended',
  'awarded',
  'paid',
  'refused',
  'withdrawn',
  'cancelled',
]

/**
 * The tabs over a list of cases: one for each step and state in which any stand, in their order. `at` gives the address
 * of the list with a filter.
 */
export function waitingTabs(
  visit: Visit,
  waiting: readonly Waiting[],
  now: { readonly state: string; readonly step: string },
  at: (filter: { readonly state: string | null; readonly step: string | null }) => string,
): WaitingTabView[] {
  const { t, language } = visit
  const sum = (among: readonly Waiting[]) => among.reduce((all, { count }) => all + count, 0)
  const shown = (count: number) => formatCount(language, count)
  const steps = stepKinds.map((step) => ({
    count: sum(waiting.filter(({ step_kind }) => step_kind === step)),
    what: t.casework.step[step],
    filter: { step, state: null },
    current: now.step === step,
  }))
  const states = tabStates.map((state) => ({
    count: sum(waiting.filter((one) => one.state === state)),
    what: t.cases.states[state],
    filter: { step: null, state },
    current: now.state === state,
  }))
  return [
    {
      href: at({ step: null, state: null }),
      label: t.cases.all({ count: shown(sum(waiting)) }),
      current: now.step === '' && now.state === '',
    },
    ...[...steps, ...states]
      .filter(({ count, current }) => count > 0 || current)
      .map(({ what, count, filter, current }) => ({
        href: at(filter),
        label: t.cases.tab({ what, count: shown(count) }),
        current,
      })),
  ]
}
