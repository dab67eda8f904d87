/** Pairs as lists and pages show them. */
import type { WaitingTabView } from '../../../templates/pages/cases.tsx'
import type { StateView } from '../../../templates/pages/columns.tsx'
import type { PairView } from '../../../templates/pages/pairs.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { endReasons, type PairState, pairStates, reviewReasons } from '../../pairing/pairs/moves.ts'
import type { PairOut } from '../../pairing/pairs/shown.ts'
import { type PairWait, pairWaits } from '../../pairing/pairs/waiting.ts'
import type { Visit } from './visit.ts'

/** How each state of a pair looks. */
export const pairStateKinds = {
  proposed: 'waiting',
  active: 'active',
  under_review: 'care',
  closing: 'waiting',
  observed: 'done',
  ended: 'done',
  handed_over: 'done',
  declined: 'stopped',
} as const satisfies Record<PairState, StateView['kind']>

/** Where a pair stands, in a word. */
export function pairStateView({ t }: Visit, state: PairState): StateView {
  return { kind: pairStateKinds[state], word: t.together.state[state] }
}

/** Why a pair ends or is looked at, in words. */
export function pairReasonText({ t }: Visit, reason: string | null): string | null {
  const known = [...endReasons, ...reviewReasons].find((one) => one === reason)
  return known === undefined ? null : t.pairs.reasons[known]
}

/** The page of somebody of the registers. */
export function partyLink({ href }: Visit, { party, name }: { party: string; name: string }) {
  return { href: href(`/people/${party}`), label: name }
}

/** A pair as a row of a list. */
export function pairView(visit: Visit, row: PairOut): PairView {
  const { t, language, href } = visit
  return {
    href: href(`/pairing/pairs/${row.pair}`),
    reference: row.reference,
    helped: row.helped.name,
    helping: partyLink(visit, row.helping),
    kind: row.kind.name[language],
    unit: row.unit?.name ?? null,
    since: row.since_on,
    review: row.state === 'under_review' ? null : row.review_on,
    review_word: row.state === 'observed' ? t.pairs.watched_until : t.pairs.review_on,
    state: pairStateView(visit, row.state),
  }
}

interface Counts {
  readonly states: readonly { readonly state: PairState; readonly count: number }[]
  readonly waiting: readonly { readonly waits: PairWait; readonly count: number }[]
}

/** They stand among what waits already. */
const waitingStates: readonly PairState[] = ['proposed', 'under_review', 'closing']

/** The tabs over a list of pairs: all of them, what waits, then where they stand; those without any are left out. */
export function pairTabs(
  { t, language }: Visit,
  { states, waiting }: Counts,
  now: { readonly state: string; readonly waits: string },
  at: (filter: { readonly state: string | null; readonly waits: string | null }) => string,
): WaitingTabView[] {
  const shown = (count: number) => formatCount(language, count)
  const all = states.reduce((sum, { count }) => sum + count, 0)
  const found = [
    ...pairWaits.map((waits) => ({
      what: t.pairs.waits[waits],
      count: waiting.find((one) => one.waits === waits)?.count ?? 0,
      filter: { waits, state: null },
      current: now.waits === waits,
    })),
    ...pairStates
      .filter((state) => !waitingStates.includes(state))
      .map((state) => ({
        what: t.together.state[state],
        count: states.find((one) => one.state === state)?.count ?? 0,
        filter: { state, waits: null },
        current: now.state === state,
      })),
  ]
  return [
    {
      href: at({ state: null, waits: null }),
      label: t.pairs.all({ count: shown(all) }),
      current: now.state === '' && now.waits === '',
    },
    ...found
      .filter(({ count, current }) => count > 0 || current)
      .map(({ what, count, filter, current }) => ({
        href: at(filter),
        label: t.pairs.tab({ what, count: shown(count) }),
        current,
      })),
  ]
}
