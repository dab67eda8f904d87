/** The visits of a pair and what is still to be done, as its two sides are told of them on their own pages. */
import { organisationOf } from '../../book/book.ts'
import type { View } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { FollowUpId, VisitId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import { sharesContacts, standingOfPair } from '../pairs/rows.ts'
import { followUpById } from '../visits/following.ts'
import {
  confirmationOfVisit,
  type HelpForm,
  helpOf,
  type VisitKind,
  visitById,
  visitRef,
} from '../visits/rows.ts'
import { ownText } from './following.ts'
import type { OwnSide } from './sides.ts'

/** As many as anybody reads on a telephone; the office has them all. */
const mostVisits = 30

const visitsOf = prepare((p: { pair: OwnSide['pair']['id'] }) =>
  build
    .selectFrom('visit as v')
    .leftJoin('visit_end as e', 'e.visit_id', 'v.id')
    .select('v.id')
    .where('v.pair_id', '=', p.pair)
    .where('e.id', 'is', null)
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(mostVisits),
)
const openFor = prepare((p: { pair: OwnSide['pair']['id'] }) =>
  build
    .selectFrom('follow_up as f')
    .leftJoin('follow_up_end as e', 'e.follow_up_id', 'f.id')
    .select('f.id')
    .where('f.pair_id', '=', p.pair)
    .where('f.for_whom', '=', 'helper')
    .where('e.id', 'is', null)
    .orderBy('f.due_on')
    .orderBy('f.id'),
)

/** Help given at a visit. */
export interface HelpTold {
  readonly form: HelpForm
  /** What it was; null for money of which nothing was written, and for a helper with whom nothing is shared any more. */
  readonly text: string | null
  /** Of a private gift of money, as text in the currency of the organisation. */
  readonly amount: string | null
  readonly currency: string
}

/** A visit of a pair. */
export interface VisitTold {
  readonly visit: number
  readonly reference: string
  readonly kind: VisitKind
  readonly visited_on: Day
  readonly met: 'oneself' | 'family' | 'nobody'
  /** What the household said; null while nobody asked. */
  readonly agreed: boolean | null
  readonly help: readonly HelpTold[]
}

/** Something that a helper is to do. */
export interface FollowUpTold {
  readonly follow_up: number
  readonly due_on: Day
  readonly overdue: boolean
  readonly text: string | null
}

/** A helper reads no words about a household that does not agree any more: they say where somebody is as well as how. */
function readsWords(view: View, { pair, side }: OwnSide): boolean {
  return side === 'helped' || sharesContacts(standingOfPair(view, pair.id))
}

function helpTold(view: View, visit: VisitId, words: boolean): HelpTold[] {
  const { currency } = organisationOf(view)
  return helpOf(view, visit).map(({ form, text_detail_id, amount_minor }) => ({
    form,
    text: words ? ownText(view, text_detail_id) : null,
    amount: amount_minor === null ? null : amountText(amount_minor, currency),
    currency,
  }))
}

/** The visits of a pair, newest first. What a helper wrote of how they found somebody is told to neither side. */
export function visitsTold(view: View, own: OwnSide): VisitTold[] {
  const { pair } = own
  const words = readsWords(view, own)
  return rows(view, visitsOf, { pair: pair.id }).map(({ id }) => {
    const { kind, visited_on, met } = visitById(view, id)
    const said = confirmationOfVisit(view, id)
    return {
      visit: id,
      reference: visitRef(id),
      kind,
      visited_on,
      met,
      agreed: said ? said.agreed === 1 : null,
      help: helpTold(view, id, words),
    }
  })
}

/** What a helper is still to do for a pair, by its day; nothing for whoever is helped. */
export function followUpsTold(view: View, own: OwnSide): FollowUpTold[] {
  const { pair, side } = own
  if (side !== 'helper') return []
  const words = readsWords(view, own)
  return rows(view, openFor, { pair: pair.id }).map(({ id }) => {
    const { due_on, text_detail_id } = followUpById(view, id as FollowUpId)
    return {
      follow_up: id,
      due_on,
      overdue: due_on < view.today,
      text: words ? ownText(view, text_detail_id) : null,
    }
  })
}
