/** The tie between a helper and whom they help, which lasts as long as a pair of theirs does. */
import type { Act } from '../../book/registry.ts'
import { addDays } from '../../kit/day.ts'
import type { PartyId, TieId } from '../../kit/ids.ts'
import { type Tie, tieParties, tiesBetween, tiesOf } from '../../people/ties.ts'
import { build, first, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import { helperById, needById } from '../registers/rows.ts'
import type { Pair } from './rows.ts'

const stillTied = prepare((p: { helper: PartyId; helped: PartyId }) =>
  build
    .selectFrom('helper as h')
    .innerJoin('pair_state as s', 's.helper_id', 'h.id')
    .innerJoin('need as n', 'n.id', 's.need_id')
    .select('s.pair_id')
    .where('h.party_id', '=', p.helper)
    .where('n.party_id', '=', p.helped)
    .where('s.state', 'in', ['active', 'under_review', 'closing', 'observed'])
    .limit(1),
)
const begunBetween = prepare((p: { helper: PartyId; helped: PartyId }) =>
  build
    .selectFrom('helper as h')
    .innerJoin('pair as p', 'p.helper_id', 'h.id')
    .innerJoin('need as n', 'n.id', 'p.need_id')
    .innerJoin('pair_act as a', 'a.pair_id', 'p.id')
    .select('a.event_seq')
    .where('h.party_id', '=', p.helper)
    .where('n.party_id', '=', p.helped)
    .where('a.act', 'in', ['began', 'resumed']),
)

function sidesOf(act: Act, pair: Pair): { readonly helper: PartyId; readonly helped: PartyId } {
  return {
    helper: helperById(act, pair.helper_id).party_id,
    helped: needById(act, pair.need_id).party_id,
  }
}

/** Ties both sides of a pair that is under way, unless they are tied. */
export function tieSides(act: Act, pair: Pair): void {
  const { helper, helped } = sidesOf(act, pair)
  const isHelper = ({ kind, a_id }: Tie) => kind === 'paired_helper' && a_id === helper
  const holding = tiesBetween(act, helper, helped, act.today).filter(isHelper)
  if (holding.some(({ ended }) => !ended)) return
  // One that ended today holds today.
  const from_on = holding.length > 0 ? addDays(act.today, 1) : act.today
  tieParties(act, { party: helped, other: helper, role: 'paired_helper', from_on })
}

/** Ends the tie that a pair made, with the last pair of the two. One that somebody recorded by hand stays theirs. */
export function untieSides(act: Act, pair: Pair): void {
  const { helper, helped } = sidesOf(act, pair)
  if (first(act, stillTied, { helper, helped })) return
  const begun = new Set(
    rows(act, begunBetween, { helper, helped }).map(({ event_seq }) => event_seq as number),
  )
  for (const tie of tiesOf(act, helper)) {
    const isOwn = tie.kind === 'paired_helper' && tie.a_id === helper && tie.b_id === helped
    if (isOwn && !tie.ended && begun.has(tie.event_seq)) endTie(act, tie)
  }
}

function endTie(act: Act, { id, from_on }: Tie): void {
  // One that would have begun tomorrow never held.
  const never = from_on !== null && from_on > act.today
  insert(act, 'tie_end', {
    id: nextId(act, 'tie_end'),
    tie_id: id as TieId,
    to_on: never ? null : act.today,
    reason_detail_id: null,
    event_seq: act.seq,
  })
}
