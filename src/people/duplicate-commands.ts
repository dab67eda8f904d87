/** Commands and the query about who is the same as whom. */
import { z } from 'zod'
import { reasonField } from '../book/fields.ts'
import { beyondScope } from '../book/refusals.ts'
import { type Act, command, officers, query, type Role, type View } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import {
  duplicateReasons,
  grades,
  type Likeness,
  likenessesOf,
  partiesAlike,
} from './duplicates.ts'
import {
  keptInPlaceOf,
  mergeOf,
  mergeParties,
  mergesInto,
  mergeTold,
  tellApart,
  unmergeParty,
} from './merges.ts'
import { type Party, partyById, partyKinds, partyRef, partyWithRef } from './parties.ts'
import { type Asker, partyInScope } from './party-scope.ts'
import { nameFor } from './shown.ts'

const deciders: readonly Role[] = ['owner', 'fund_administrator']
const partyText = z
  .string()
  .max(40)
  .meta({ examples: ['P-000001'] })

/**
 * A party that a command may say something of for everybody. Refuses `party.unknown`, and `access.beyond_scope` for
 * a body of the whole organisation: every branch deals with it, and none says for the others who it is.
 */
function partyToJudge(act: Act, ref: string, name: string): Party {
  const party = partyWithRef(act, ref)
  if (act.scope !== 'all' && party.unit_id === null && party.kind !== 'person') {
    throw beyondScope({ name })
  }
  return party
}

export const merge = command({
  name: 'parties.merge',
  summary: 'Says that two parties are the same: the second stands merged in the first',
  may: deciders,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{kept}/merges' },
  input: z.strictObject({ kept: partyText, merged: partyText, reason: reasonField }),
  output: z.object({ merge: z.number(), kept: z.string(), merged: z.string() }),
  subject: ({ kept }) => `party/${kept}`,
  run: (act, { kept, merged, reason }) => {
    const judged = (ref: string) => partyToJudge(act, ref, 'parties.merge')
    const row = mergeParties(act, judged(kept), judged(merged), reason)
    return { merge: row.id, kept: partyRef(row.kept_id), merged: partyRef(row.merged_id) }
  },
})

export const unmerge = command({
  name: 'parties.unmerge',
  summary: 'Takes back that a party stands merged in another: both stand by themselves again',
  may: deciders,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{merged}/unmerges' },
  input: z.strictObject({ merged: partyText, reason: reasonField }),
  output: z.object({ kept: z.string(), merged: z.string() }),
  subject: ({ merged }) => `party/${merged}`,
  run: (act, { merged, reason }) => {
    const row = unmergeParty(act, partyToJudge(act, merged, 'parties.unmerge'), reason)
    return { kept: partyRef(row.kept_id), merged: partyRef(row.merged_id) }
  },
})

export const tellPartiesApart = command({
  name: 'parties.tell_apart',
  summary:
    'Says that two parties who look alike are not the same, so that they are not offered again',
  may: deciders,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/distinctions' },
  input: z.strictObject({ party: partyText, other: partyText, reason: reasonField.optional() }),
  output: z.object({ party: z.string(), other: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, { party, other, reason }) => {
    const judged = (ref: string) => partyToJudge(act, ref, 'parties.tell_apart')
    const [one, another] = [judged(party), judged(other)]
    tellApart(act, one, another, reason)
    return { party: partyRef(one.id), other: partyRef(another.id) }
  },
})

const partyShown = z.object({ party: z.string(), kind: z.enum(partyKinds), name: z.string() })

const pairOut = z.object({
  party: partyShown,
  other: partyShown,
  reasons: z.array(z.enum(duplicateReasons)),
  grade: z.enum(grades),
})

function shown(view: View, { id, kind }: Party): z.output<typeof partyShown> {
  return { party: partyRef(id), kind, name: nameFor(view, view.caller, id) }
}

/** More pairs than anybody looks through at once. */
const mostPairs = 200

function pairsOf(view: View, party: Party): { party: Party; other: Party; found: Likeness }[] {
  return likenessesOf(view, party)
    .map((found) => ({ party, other: partyById(view, found.other), found }))
    .filter(({ other }) => within(view, other))
}

function within(asker: Asker, party: Party): boolean {
  return partyInScope(asker, party)
}

/** All pairs of the book, each once, with the earlier of the two second. */
function allPairs(view: View) {
  const { parties, more } = partiesAlike(view)
  const pairs = parties
    .filter((party) => within(view, party) && keptInPlaceOf(view, party.id) === party.id)
    .flatMap((party) => pairsOf(view, party))
  const once = new Map(pairs.map((pair) => [keyOf(pair.party.id, pair.other.id), pair]))
  return { pairs: [...once.values()], more }
}

function keyOf(one: PartyId, other: PartyId): string {
  return `${Math.min(one, other)}/${Math.max(one, other)}`
}

export const possibleDuplicates = query({
  name: 'parties.possible_duplicates',
  summary: 'Lists parties that may be the same one, with the reasons; of one party, or of all',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/possible-duplicates' },
  input: z.strictObject({ party: partyText.optional() }),
  output: z.object({
    /** The surest first. */
    pairs: z.array(pairOut),
    /** True when not all were looked at. */
    more: z.boolean(),
  }),
  run: (view, input) => {
    const one = input.party === undefined ? null : partyWithRef(view, input.party)
    const { pairs, more } = one ? { pairs: pairsOf(view, one), more: false } : allPairs(view)
    const sorted = pairs.toSorted(
      (a, b) =>
        grades.indexOf(a.found.grade) - grades.indexOf(b.found.grade) || a.party.id - b.party.id,
    )
    return {
      pairs: sorted.slice(0, mostPairs).map(({ party, other, found }) => ({
        party: shown(view, party),
        other: shown(view, other),
        reasons: [...found.reasons],
        grade: found.grade,
      })),
      more: more || sorted.length > mostPairs,
    }
  },
})

const mergeOut = z.object({
  kept: z.string(),
  merged: z.string(),
  /** Who said so, such as `user:3`. */
  actor: z.string(),
  at: z.number(),
  /** Null once it was erased; masked for who may not read names. */
  reason: z.string().nullable(),
})

export const merges = query({
  name: 'parties.merges',
  summary: 'In whom a party stands merged, and who stand merged in it: who said so, when and why',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/merges' },
  input: z.strictObject({ party: partyText }),
  output: z.object({ merged_in: mergeOut.nullable(), merged: z.array(mergeOut) }),
  run: (view, input) => {
    const { id } = partyWithRef(view, input.party)
    const into = mergeOf(view, id)
    // Whoever is not reached is not named, though somebody who is stands merged in them.
    const reached = (party: PartyId) => within(view, partyById(view, party))
    return {
      merged_in: into && reached(into.kept_id) ? mergeTold(view, into) : null,
      merged: mergesInto(view, id)
        .filter(({ merged_id }) => reached(merged_id))
        .map((one) => mergeTold(view, one)),
    }
  },
})
