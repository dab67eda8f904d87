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
  const { t, href } = visit
  const { pairs } = t
  const optional = (term: string, to: string, label: string | undefined): DescriptionView[] =>
    label === undefined ? [] : [{ term, detail: <a href={href(to)}>{label}</a> }]
  const { file, succeeds, successor, run } = told
  const after = told.state === 'handed_over' ? pairs.successor : pairs.successor_waits
  return [
    ...sidesTold(visit, told),
    ...optional(pairs.file, `/hardship-files/${file?.file}`, file?.reference),
    { term: pairs.unit, detail: told.unit?.name ?? pairs.whole },
    ...timesTold(visit, told),
    ...optional(pairs.succeeds, `/pairing/pairs/${succeeds?.pair}`, succeeds?.reference),
    ...optional(after, `/pairing/pairs/${successor?.pair}`, successor?.reference),
    ...optional(pairs.run, `/pairing/matching/${run}`, run === null ? undefined : String(run)),
  ]
}

function sidesTold(visit: Visit, told: PairTold): DescriptionView[] {
  const { t, language, href } = visit
  const link = ({ href: to, label }: LinkView) => <a href={to}>{label}</a>
  return [
    {
      term: t.pairs.helping,
      detail: link(partyLink(visit, told.helping)),
      note: (
        <a href={href(`/pairing/helpers/${told.helper}`)}>
          {told.helper_reference} · {t.helpers.sort[told.sort]}
        </a>
      ),
    },
    {
      term: t.pairs.helped,
      detail: link(partyLink(visit, told.helped)),
      note: (
        <a href={href(`/pairing/needs/${told.need}`)}>
          {told.need_reference} · {told.kind.name[language]}
        </a>
      ),
    },
  ]
}

function timesTold({ t, language }: Visit, told: PairTold): DescriptionView[] {
  const { pairs } = t
  const day = (value: string) => <Day language={language} day={value} />
  const until = told.until_on === null ? pairs.no_end : day(told.until_on)
  const review = told.state === 'observed' ? pairs.watched_until : pairs.review_on
  return [
    { term: pairs.until, detail: until },
    ...(told.review_on === null || told.state === 'under_review'
      ? []
      : [{ term: review, detail: day(told.review_on) }]),
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
  const { t } = visit
  return acts.map((one, at): MilestoneView => {
    const act = t.pairs.acts[one.act]
    const isLast = at === acts.length - 1 && state !== 'ended' && state !== 'handed_over'
    const detail = [pairReasonText(visit, one.reason), one.note].filter(Boolean).join(' · ')
    return {
      title: one.side === null ? act : t.pairs.act_by({ act, side: t.pairs.sides[one.side] }),
      state: stopping.includes(one.act) ? 'stopped' : isLast ? 'current' : 'done',
      ...recordedBy(visit, one.sequence),
      detail: detail === '' ? undefined : detail,
    }
  })
}
