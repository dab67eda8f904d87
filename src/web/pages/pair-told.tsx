/** What the page of a pair tells of it: who, what each side said, what was done. */
import type { LinkView } from '../../../templates/parts/content.ts'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import type { PairActKind, PairSide } from '../../pairing/pairs/moves.ts'
import type { pairAsked } from './pair-forms.ts'
import { pairReasonText, partyLink } from './pair-views.ts'
import { recordedBy } from './recorded-by.ts'
import type { Visit } from './visit.ts'

export type PairTold = ReturnType<typeof pairAsked>

/** Who helps whom, for what, until when, and which pair came before or comes after. */
export function whoTold(visit: Visit, told: PairTold): DescriptionView[] {
  const { t, language, href } = visit
  const { pairs } = t
  const link = ({ href: to, label }: LinkView) => <a href={to}>{label}</a>
  const other = (term: string, pair: PairTold['successor']): DescriptionView[] =>
    pair === null
      ? []
      : [{ term, detail: <a href={href(`/pairing/pairs/${pair.pair}`)}>{pair.reference}</a> }]
  const isOver = told.state === 'handed_over'
  return [
    {
      term: pairs.helping,
      detail: link(partyLink(visit, told.helping)),
      note: (
        <a href={href(`/pairing/helpers/${told.helper}`)}>
          {told.helper_reference} · {t.together.about.sorts[told.sort]}
        </a>
      ),
    },
    {
      term: pairs.helped,
      detail: link(partyLink(visit, told.helped)),
      note: (
        <a href={href(`/pairing/needs/${told.need}`)}>
          {told.need_reference} · {told.kind.name[language]}
        </a>
      ),
    },
    ...(told.file === null
      ? []
      : [
          {
            term: pairs.file,
            detail: <a href={href(`/hardship-files/${told.file.file}`)}>{told.file.reference}</a>,
          },
        ]),
    { term: pairs.unit, detail: told.unit?.name ?? pairs.whole },
    {
      term: pairs.until,
      detail: told.until_on ? <Day language={language} day={told.until_on} /> : pairs.no_end,
    },
    ...(told.review_on === null
      ? []
      : [
          {
            term: told.state === 'observed' ? pairs.watched_until : pairs.review_on,
            detail: <Day language={language} day={told.review_on} />,
          },
        ]),
    ...other(pairs.succeeds, told.succeeds),
    ...other(isOver ? pairs.successor : pairs.successor_waits, told.successor),
    ...(told.run === null
      ? []
      : [
          {
            term: pairs.run,
            detail: <a href={href(`/pairing/matching/${told.run}`)}>{told.run}</a>,
          },
        ]),
  ]
}

/** What a side of a pair said last. */
export function consentTold(
  { t, language }: Visit,
  told: PairTold,
  side: PairSide,
): DescriptionView {
  const { pairs } = t
  const agrees = side === 'helper' ? told.helper_agreed : told.helped_agreed
  const last = told.acts.findLast(
    (one) => one.side === side && (one.act === 'agreed' || one.act === 'consent_withdrawn'),
  )
  const word = agrees ? pairs.agreed : last ? pairs.taken_back : pairs.not_agreed
  const how = last?.how ? pairs.hows[last.how] : undefined
  return {
    term: pairs.sides[side],
    detail: word,
    note: last && (
      <>
        <Day language={language} day={last.on_day} /> {how}
      </>
    ),
  }
}

const stopping: readonly PairActKind[] = ['declined', 'withdrawn', 'consent_withdrawn']

/** All that was done with a pair, in order. */
export function pathTold(visit: Visit, { acts, state }: PairTold): MilestoneView[] {
  const { pairs } = visit.t
  return acts.map((one, at): MilestoneView => {
    const act = pairs.acts[one.act]
    const isLast = at === acts.length - 1 && state !== 'ended' && state !== 'handed_over'
    const detail = [pairReasonText(visit, one.reason), one.note].filter(Boolean).join(' · ')
    return {
      title: one.side === null ? act : pairs.act_by({ act, side: pairs.sides[one.side] }),
      state: stopping.includes(one.act) ? 'stopped' : isLast ? 'current' : 'done',
      ...recordedBy(visit, one.sequence),
      detail: detail === '' ? undefined : detail,
    }
  })
}
