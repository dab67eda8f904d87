/**
 * Who is the same as whom. A person decides; nothing is rewritten: what was entered for either stays with its
 * reference, both references lead to the one that is kept, and what is asked of it is asked of both.
 */
import { keepDetail, textFor } from '../book/details.ts'
import type { Act, View } from '../book/registry.ts'
import type { EventSeq, PartyId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import {
  mergedAlready,
  mergeHolds,
  mergeOfKinds,
  mergeUnknown,
  mergeWithItself,
  toldApartAlready,
} from './merge-refusals.ts'
import { type Party, partyRef, partyWithRef } from './parties.ts'
import type { Asker } from './party-scope.ts'

/** A merge that was not taken back. */
export interface Merge {
  readonly id: number
  readonly kept_id: PartyId
  readonly merged_id: PartyId
  readonly reason_detail_id: number
  readonly event_seq: EventSeq
}

const standing = `select m.id as "id", m.kept_id as "kept_id", m.merged_id as "merged_id",
    m.reason_detail_id as "reason_detail_id", m.event_seq as "event_seq"
  from party_merge as m
  where not exists (select 1 from party_unmerge as u where u.merge_id = m.id)`

/** The merge by which a party stands merged in another; undefined for one that stands by itself. */
export function mergeOf(reader: Reader, party: PartyId): Merge | undefined {
  return reader.first(`${standing} and m.merged_id = +?`, [party]) as Merge | undefined
}

/** The merges by which others stand merged in a party, oldest first. */
export function mergesInto(reader: Reader, party: PartyId): Merge[] {
  return reader.all(`${standing} and m.kept_id = +? order by m.id`, [party]) as unknown as Merge[]
}

/** The party that is kept in place of this one: mostly itself. */
export function keptInPlaceOf(reader: Reader, party: PartyId): PartyId {
  return mergeOf(reader, party)?.kept_id ?? party
}

/** All references under which somebody stands in the book: the kept one first, then those merged in it. */
export function togetherWith(reader: Reader, party: PartyId): PartyId[] {
  const kept = keptInPlaceOf(reader, party)
  return [kept, ...mergesInto(reader, kept).map(({ merged_id }) => merged_id)]
}

/** The same by one of the references, as far as this caller reaches. Refuses `party.unknown`. */
export function partiesWithRef(asker: Asker, ref: string): PartyId[] {
  return togetherWith(asker, partyWithRef(asker, ref).id)
}

/** The same for several at once, each party once, in their order: those merged stand as the kept ones. */
export function keptAmong(reader: Reader, parties: readonly PartyId[]): PartyId[] {
  const merged = reader.all(`${standing} and m.merged_id in (select value from json_each(+?))`, [
    JSON.stringify(parties),
  ])
  if (merged.length === 0) return [...parties]
  const kept = new Map(merged.map(({ merged_id, kept_id }) => [merged_id, kept_id as PartyId]))
  return [...new Set(parties.map((party) => kept.get(party) ?? party))]
}

/** True in SQL of a party that stands by itself; `column` holds its number. */
export function standsAlone(column: string): string {
  return `not exists (select 1 from party_merge as m where m.merged_id = ${column}
    and not exists (select 1 from party_unmerge as u where u.merge_id = m.id))`
}

/**
 * Says that two parties are the same. Refuses `merge.with_itself`, `merge.of_kinds`, `merge.already` and
 * `merge.holds_others`: there are no chains.
 */
export function mergeParties(act: Act, kept: Party, merged: Party, reason: string): Merge {
  if (kept.id === merged.id) throw mergeWithItself({ party: partyRef(kept.id) })
  if ((kept.kind === 'person') !== (merged.kind === 'person')) {
    throw mergeOfKinds({ kept: partyRef(kept.id), merged: partyRef(merged.id) })
  }
  for (const party of [merged, kept]) {
    const earlier = mergeOf(act, party.id)
    if (earlier) {
      throw mergedAlready({ party: partyRef(party.id), kept: partyRef(earlier.kept_id) })
    }
  }
  const others = mergesInto(act, merged.id).map(({ merged_id }) => partyRef(merged_id))
  if (others.length > 0) throw mergeHolds({ party: partyRef(merged.id), others })
  const row = {
    id: nextId(act, 'party_merge'),
    kept_id: kept.id,
    merged_id: merged.id,
    reason_detail_id: keepDetail(act, 'merge_reason', reason),
    event_seq: act.seq,
  }
  insert(act, 'party_merge', row)
  return row
}

/** Takes a merge back: both stand by themselves again. Refuses `merge.unknown`. */
export function unmergeParty(act: Act, merged: Party, reason: string): Merge {
  const merge = mergeOf(act, merged.id)
  if (!merge) throw mergeUnknown({ party: partyRef(merged.id) })
  insert(act, 'party_unmerge', {
    id: nextId(act, 'party_unmerge'),
    merge_id: merge.id,
    reason_detail_id: keepDetail(act, 'merge_reason', reason),
    event_seq: act.seq,
  })
  return merge
}

const apart = `select d.id as "id", d.party_id as "party_id", d.other_id as "other_id",
    d.reason_detail_id as "reason_detail_id", e.actor as "actor", e.at as "at"
  from party_distinct as d join event as e on e.seq = d.event_seq`

/** Whether somebody said that two parties are not the same. */
export function areToldApart(reader: Reader, one: PartyId, other: PartyId): boolean {
  const pair = [Math.min(one, other), Math.max(one, other)]
  return reader.first(`${apart} where d.party_id = +? and d.other_id = +?`, pair) !== undefined
}

/** Records that two parties are not the same. Refuses `merge.with_itself` and `merge.told_apart`. */
export function tellApart(act: Act, one: Party, other: Party, reason: string | undefined): number {
  const [party, another] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
  if (party === another) throw mergeWithItself({ party: partyRef(party) })
  if (areToldApart(act, party, another)) {
    throw toldApartAlready({ party: partyRef(party), other: partyRef(another) })
  }
  const id = nextId(act, 'party_distinct')
  insert(act, 'party_distinct', {
    id,
    party_id: party,
    other_id: another,
    reason_detail_id: reason === undefined ? null : keepDetail(act, 'merge_reason', reason),
    event_seq: act.seq,
  })
  return id
}

/** What is told of a merge: with whom, when, by whom and why. */
export interface MergeTold {
  readonly kept: string
  readonly merged: string
  readonly actor: string
  readonly at: number
  /** Null once erased; masked for who may not read names. */
  readonly reason: string | null
}

/** A merge as a reader is told of it. */
export function mergeTold(
  view: View,
  { kept_id, merged_id, reason_detail_id, event_seq }: Merge,
): MergeTold {
  const event = view.first('select actor, at from event where seq = +?', [event_seq])!
  return {
    kept: partyRef(kept_id),
    merged: partyRef(merged_id),
    actor: event.actor as string,
    at: event.at as number,
    reason: textFor(view, reason_detail_id),
  }
}

/** With whom a party is said not to be the same, by whom and why. */
export function apartFrom(view: View, party: PartyId) {
  return view
    .all(`${apart} where d.party_id = +? or d.other_id = +? order by d.id`, [party, party])
    .map(({ party_id, other_id, actor, at, reason_detail_id }) => ({
      party: partyRef((party_id === party ? other_id : party_id) as PartyId),
      actor: actor as string,
      at: at as number,
      reason: textFor(view, reason_detail_id as number | null),
    }))
}
