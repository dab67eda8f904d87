/** Where an application stands, as whoever has its code is told. */
import type { StatusView } from '../../../templates/pages/apply-papers.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { Followed } from '../../hardship/applications/following.ts'
import type { CaseState } from '../../hardship/cases/moves.ts'
import { paperKinds, type Reading } from './apply-views.tsx'

const kinds: Readonly<Record<CaseState, StateKind>> = {
  open: 'active',
  asked: 'care',
  suspended: 'waiting',
  awarded: 'active',
  paid: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
  cancelled: 'stopped',
}

/** Where an application stands, as a page tells it. */
export function statusView(
  reading: Reading,
  followed: Followed,
  more: Pick<StatusView, 'answerKey' | 'paperKey' | 'answer' | 'problems' | 'done'>,
): StatusView {
  const { t, language } = reading
  const { state, step, acts } = followed
  return {
    ...reading,
    reference: followed.reference,
    sentOn: followed.sent_on,
    state: {
      kind: kinds[state],
      word: t.apply.state_word[state],
      sentence: t.apply.state[state],
    },
    step: state === 'open' ? t.apply.step[step] : null,
    question: followed.question,
    refused: followed.refused,
    milestones: acts.map(({ act, on }, at) => ({
      title: t.apply.acts[act as keyof typeof t.apply.acts],
      state: milestoneState(act, at === acts.length - 1),
      when: Day({ language, day: on }),
    })),
    papers: followed.documents.length,
    takesPapers: state === 'open' || state === 'asked',
    kinds: paperKinds(reading),
    ...more,
  }
}

function milestoneState(act: string, last: boolean): 'done' | 'current' | 'stopped' {
  if (['refused', 'withdrawn', 'cancelled'].includes(act)) return 'stopped'
  return act === 'asked' && last ? 'current' : 'done'
}
