/** A pair in the words of the page of one of its sides. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { OwnPairView } from '../../../templates/pages/together-pair.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import type { StateKind } from '../../../templates/parts/state.tsx'
import { Day, Instant } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { organisationOf } from '../../book/book.ts'
import type { FollowedPair } from '../../pairing/own/following.ts'
import { liveStates, type PairState } from '../../pairing/pairs/moves.ts'
import type { OwnReader } from './together-session.ts'

export const kindsOfStates: Readonly<Record<PairState, StateKind>> = {
  proposed: 'waiting',
  active: 'active',
  under_review: 'care',
  closing: 'waiting',
  observed: 'done',
  ended: 'done',
  handed_over: 'done',
  declined: 'stopped',
}

/** Whether the reader is asked for a yes: to what is proposed, or again after they took it back. */
export function isAsked({ state, agreed }: FollowedPair): boolean {
  return !agreed && (state === 'proposed' || state === 'under_review')
}

/** With what help is wanted. */
export function kindTold({ t, language }: OwnReader, { kind }: FollowedPair): string {
  return kind?.[language] ?? t.together.about.kind_gone
}

/** How it stands in a sentence. */
export function leadOf(t: Messages, pair: FollowedPair): string {
  const { state, side, agreed } = pair
  const words = t.together.lead_of
  if (state === 'proposed') {
    if (agreed) return words.waits
    return side === 'helper' ? words.ask_helper : words.ask_helped
  }
  return state === 'under_review' && !agreed ? words.again : t.together.lead_of[state]
}

type Given = Pick<OwnPairView, 'lead' | 'done' | 'problems' | 'agreeKey' | 'openKey' | 'visits'>

/** A pair as its page tells it. */
export function pairView(who: OwnReader, pair: FollowedPair, given: Given): OwnPairView {
  const { t, language, place } = who
  const { together } = t
  const { state, side, agreed, contacts } = pair
  const href = `${place}/pairs/${pair.pair}`
  return {
    t,
    language,
    place,
    href,
    other: pair.other,
    side: together.side[side],
    state: { kind: kindsOfStates[state], word: together.state[state] },
    ...given,
    asked: isAsked(pair),
    declines: state === 'proposed',
    about: aboutOf(who, pair),
    shares: pair.shares,
    contacts: contacts && { ...contacts, until: untilTold(who, pair) },
    review:
      state === 'active'
        ? { href: `${href}/review`, label: together.change[`review_${side}`] }
        : null,
    withdraw: agreed && liveStates.includes(state) ? `${href}/withdraw` : null,
    milestones: pair.acts.map((act, at) => milestone(who, pair, act, at === pair.acts.length - 1)),
  }
}

function untilTold({ door, language }: OwnReader, { open_until }: FollowedPair) {
  const { time_zone: timeZone } = organisationOf(door.book.store)
  return (
    <Instant
      language={language}
      instant={new Date(open_until!).toISOString()}
      timeZone={timeZone}
    />
  )
}

function aboutOf(who: OwnReader, pair: FollowedPair): DescriptionView[] {
  const { t, language } = who
  const { about } = t.together
  const { side, sort, rank, unit, place, review_on } = pair
  const rows: (DescriptionView | null)[] = [
    { term: about.kind, detail: kindTold(who, pair) },
    side === 'helper' ? { term: about.urgency, detail: about.urgencies[pair.urgency] } : null,
    side === 'helped' ? { term: about.sort, detail: t.together.sorts[sort] } : null,
    side === 'helped' && rank ? { term: about.rank, detail: rank[language] } : null,
    unit === null ? null : { term: about.unit, detail: unit },
    place === null ? null : { term: about.place, detail: place },
    { term: about.since, detail: <Day language={language} day={pair.since_on} /> },
    review_on === null || !liveStates.includes(pair.state)
      ? null
      : { term: about.review, detail: <Day language={language} day={review_on} /> },
  ]
  return rows.filter((row) => row !== null)
}

function milestone(
  { t, language }: OwnReader,
  pair: FollowedPair,
  { act, side, on }: FollowedPair['acts'][number],
  last: boolean,
): MilestoneView {
  const name = side === null ? act : `${act}_${side === pair.side ? 'self' : 'other'}`
  const title = t.together.acts[name as keyof Messages['together']['acts']]
  const stopped = act === 'declined' || act === 'withdrawn' || act === 'consent_withdrawn'
  const goesOn = pair.state === 'proposed' || liveStates.includes(pair.state)
  return {
    title,
    state: stopped ? 'stopped' : last && goesOn ? 'current' : 'done',
    when: <Day language={language} day={on} />,
  }
}
