/** What is looked at of a case before it is decided, and what may be done at its step. */

import type { z } from 'zod'
import { CaseFlow, type CheckView } from '../../../../templates/pages/case-flow.tsx'
import type { LinkView } from '../../../../templates/parts/content.ts'
import { formatCount } from '../../../../templates/parts/format.ts'
import { progress } from '../../../hardship/flow/progress-query.ts'
import {
  bulkPath,
  casePath,
  type FlowAct,
  flowActs,
  type TurningAct,
  turningActs,
} from '../flow-forms.tsx'
import { knownName } from '../policy-casework.ts'
import { recordedBy } from '../recorded-by.ts'
import type { Visit } from '../visit.ts'
import type { CaseSection, RoundAct } from './section.ts'

type Progress = z.output<typeof progress.output>
type Told = Parameters<CaseSection>[1]

const beforeDecision = ['open', 'asked', 'suspended']

/** The section of the steps before a decision. */
export const flowSection: CaseSection = (visit, theCase) => {
  const { t, language } = visit
  const found = visit.ask(progress, { case: theCase.case })
  const { clock, near_officer, refusal, visits } = found
  // Of a case that ended before its checks nothing is left to look at.
  const looked =
    beforeDecision.includes(theCase.state) || found.checks.some(({ outcome }) => outcome !== null)
  return CaseFlow({
    t,
    language,
    clock,
    clock_words: clockWords(visit, clock),
    near_officer: near_officer && beforeDecision.includes(theCase.state),
    checks: looked ? found.checks.map((check) => checkView(visit, check)) : [],
    visits: visits.map(({ visited_on, findings, sequence }) => ({
      on: visited_on,
      findings: findings ?? '',
      ...recordedBy(visit, sequence),
    })),
    refusal:
      refusal && theCase.state === 'refused'
        ? { rule: refusal.rule === null ? null : t.flow.rules[refusal.rule], text: refusal.text }
        : null,
    acts: actsAtHand(visit, theCase, found),
    apart: turnsAtHand(visit, theCase),
  })
}

function clockWords({ t }: Visit, clock: Progress['clock']): string {
  const { state, used, within } = clock
  if (state === 'paused') return t.flow.clock_paused({ used })
  if (state === 'ended') return t.flow.clock_ended({ used })
  return t.flow.clock_running({ used, within })
}

function checkView(visit: Visit, check: Progress['checks'][number]): CheckView {
  const { t } = visit
  const { outcome, reason, sequence, name } = check
  const kinds = { pass: 'done', fail: 'stopped', waived: 'care' } as const
  return {
    name: knownName(t.casework.check_name_known, name),
    stands:
      outcome === null
        ? { kind: 'waiting', word: t.flow.not_looked_at }
        : { kind: kinds[outcome], word: t.flow.outcomes[outcome] },
    reason,
    who: sequence === null ? undefined : recordedBy(visit, sequence).who,
  }
}

/** What this reader may do at the step, the first of which leads on. */
function actsAtHand(
  visit: Visit,
  theCase: Told,
  { checks, near_officer, visits }: Progress,
): LinkView[] {
  const { state, step_kind, own_hand, interests } = theCase
  if (state !== 'open' || own_hand || interests.length > 0) return []
  const clear = checks.every(({ outcome }) => outcome === 'pass' || outcome === 'waived')
  const visitNeeded = near_officer && visits.length === 0
  const among = (Object.keys(flowActs) as FlowAct[]).filter((act) => {
    if (act === 'visit') return step_kind === 'home_visit' || visitNeeded
    return flowActs[act].step === step_kind && (act !== 'pass' || clear)
  })
  return among
    .filter((act) => visit.may(flowActs[act].command))
    .toSorted((a, b) => Number(b === 'pass') - Number(a === 'pass'))
    .map((act) => linkTo(visit, theCase, act))
}

function turnsAtHand(visit: Visit, theCase: Told): LinkView[] {
  const { state, step, own_hand, interests } = theCase
  if (!beforeDecision.includes(state) || interests.length > 0) return []
  const may = (act: TurningAct) =>
    visit.may(turningActs[act].command) && (act === 'withdraw' || !own_hand)
  return (Object.keys(turningActs) as TurningAct[])
    .filter((act) => may(act) && (act !== 'back' || (state === 'open' && step > 0)))
    .map((act) => linkTo(visit, theCase, act))
}

function linkTo({ t, href }: Visit, { case: id }: Told, act: FlowAct | TurningAct): LinkView {
  return { href: href(casePath(id, act)), label: t.flow[act] }
}

/** What is done at once with a list. */
export const flowRoundActs: readonly RoundAct[] = (Object.keys(flowActs) as FlowAct[]).map(
  (act) => ({
    step: flowActs[act].step,
    path: (visit) => (visit.may(flowActs[act].command) ? bulkPath(act) : null),
    label: ({ t, language }, count) => t.flow.bulk[act]({ count: formatCount(language, count) }),
  }),
)
