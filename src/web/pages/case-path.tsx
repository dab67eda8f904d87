/** The way of a case: what was done with it, where it stands, what is to come. */
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import type { CaseTold } from '../../hardship/cases/show-query.ts'
import { recordedBy } from './recorded-by.ts'
import type { Visit } from './visit.ts'

type Act = CaseTold['acts'][number]

const stopping = ['refused', 'withdrawn', 'cancelled', 'suspended', 'returned', 'unpaid'] as const

/** The milestones of a case. */
export function casePath(visit: Visit, told: CaseTold): MilestoneView[] {
  return [
    ...told.acts.map((act) => doneStep(visit, told, act)),
    ...atHand(visit, told),
    ...toCome(visit, told),
  ]
}

/** A step by its kind; a notice also by where it hangs. */
function stepName({ t }: Visit, step: CaseTold['steps'][number] | undefined): string {
  if (!step) return ''
  const word = t.casework.step[step.kind]
  return step.level === null
    ? word
    : t.casework.step_with({ step: word, what: t.casework.notice_at[step.level] })
}

function doneStep(
  visit: Visit,
  told: CaseTold,
  { act, step, reason, sequence }: Act,
): MilestoneView {
  const { t } = visit
  const name = stepName(visit, told.steps[step])
  const stopped = stopping.some((one) => one === act)
  return {
    title: act === 'passed' ? name : t.cases.acts[act],
    state: stopped ? 'stopped' : 'done',
    ...recordedBy(visit, sequence),
    ...(reason === null ? {} : { detail: reason }),
  }
}

function atHand(visit: Visit, told: CaseTold): MilestoneView[] {
  const { t, language } = visit
  const { state, step, steps, since_on } = told
  if (!['open', 'asked', 'suspended', 'awarded'].includes(state)) return []
  const name = stepName(visit, steps[step])
  // What stopped it or was asked stands right above, as the newest of what was done.
  const title = state === 'awarded' ? t.cases.states[state] : name
  return [
    {
      title,
      state: 'current',
      when: (
        <>
          {t.cases.waiting_since} <Day language={language} day={since_on} />
        </>
      ),
    },
  ]
}

function toCome(visit: Visit, { state, step, steps }: CaseTold): MilestoneView[] {
  if (['refused', 'withdrawn', 'cancelled'].includes(state)) return []
  // At its last step a paid case has nothing to come.
  const from = state === 'paid' && step === steps.length - 1 ? steps.length : step + 1
  return steps
    .slice(from)
    .map((one): MilestoneView => ({ title: stepName(visit, one), state: 'coming' }))
}
