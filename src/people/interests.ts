/**
 * Interests: what ties somebody who acts to whom the act concerns (handbook F3, A9; design invariant 7). Kin,
 * household, pairing, guarantee and reference are known from the registers; the rest is declared.
 */
import type { Row } from '../../db/schema.ts'
import { principalOf, userBehind } from '../book/principals.ts'
import type { Act } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { EventSeq, InterestId, PartyId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { householdOf } from './households.ts'
import type { KinStep } from './kinship.ts'
import { keptInPlaceOf } from './merges.ts'
import { partyRef } from './parties.ts'
import { kinWithin, otherSide, type TieRole, tiesBetween } from './ties.ts'

export const interestKinds = ['family', 'friendship', 'business', 'dispute', 'other'] as const
export type InterestKind = (typeof interestKinds)[number]

const personsOf = prepare((p: { user: UserId }) =>
  build
    .selectFrom('user_person')
    .select(['party_id', 'event_seq'])
    .where('user_id', '=', p.user)
    .orderBy('id', 'desc'),
)
const declaredSince = prepare((p: { user: UserId; since: EventSeq }) =>
  build
    .selectFrom('interest as i')
    .innerJoin('interest_end as e', 'e.interest_id', 'i.id')
    .selectAll('i')
    .where('i.user_id', '=', p.user)
    .where('e.event_seq', '>', p.since)
    .orderBy('i.id'),
)
const declaredOf = prepare((p: { user: UserId }) =>
  build
    .selectFrom('interest as i')
    .leftJoin('interest_end as e', 'e.interest_id', 'i.id')
    .selectAll('i')
    .where('i.user_id', '=', p.user)
    .where('e.id', 'is', null)
    .orderBy('i.id'),
)
const withId = prepare((p: { id: InterestId }) =>
  build
    .selectFrom('interest as i')
    .leftJoin('interest_end as e', 'e.interest_id', 'i.id')
    .selectAll('i')
    .where('i.id', '=', p.id)
    .where('e.id', 'is', null),
)

export type DeclaredInterest = Row<'interest'>

/** Which person of the registers a user is; null when that is not known, or they are none. */
export function personOfUser(reader: Reader, user: UserId): PartyId | null {
  const party = rows(reader, personsOf, { user })[0]?.party_id ?? null
  return party === null ? null : keptInPlaceOf(reader, party)
}

/** Who a user was said to be at any time since an event; only who they are now without one. */
function personsOfUser(reader: Reader, user: UserId, since: EventSeq | null): PartyId[] {
  const said = rows(reader, personsOf, { user })
  const earlier = since === null ? 0 : said.findIndex(({ event_seq }) => event_seq <= since)
  const counted = earlier < 0 ? said : said.slice(0, earlier + 1)
  return counted.flatMap(({ party_id }) => (party_id ? keptInPlaceOf(reader, party_id) : []))
}

/**
 * Whether one person stands behind two actors: the same user, also through tokens, or two users who are the same
 * person of the registers, or were said to be since an event.
 */
export function isSamePerson(
  reader: Reader,
  one: string,
  other: string,
  since: EventSeq | null = null,
): boolean {
  if (principalOf(reader, one) === principalOf(reader, other)) return true
  const [user, another] = [userBehind(reader, one), userBehind(reader, other)] as (UserId | null)[]
  if (!user || !another) return false
  const persons = personsOfUser(reader, user, since)
  return personsOfUser(reader, another, since).some((party) => persons.includes(party))
}

/** Writes which person a user is. */
export function putPersonOfUser(act: Act, user: UserId, party: PartyId | null): void {
  insert(act, 'user_person', {
    id: nextId(act, 'user_person'),
    user_id: user,
    party_id: party,
    event_seq: act.seq,
  })
}

/** The interests that a user has declared and not ended. */
export function declaredBy(reader: Reader, user: UserId): DeclaredInterest[] {
  return rows(reader, declaredOf, { user })
}

/** One that stands, by its number. */
export function declaredWithId(reader: Reader, id: number): DeclaredInterest | undefined {
  return first(reader, withId, { id: id as InterestId })
}

/** What ties an actor to a party that an act concerns. */
export type Interest = { readonly party: PartyId } & (
  | { readonly kind: 'oneself' | 'household' }
  /** A near relative: what the party is to the actor, step by step. */
  | { readonly kind: 'kin'; readonly path: readonly KinStep[] }
  /** A tie that is none of kin: paired helper, guarantor, referee, employer. */
  | { readonly kind: 'tie'; readonly role: TieRole }
  | { readonly kind: 'declared'; readonly declared: InterestKind }
)

/** Near relatives are within two degrees; a tie such as a brother-in-law stands for two. */
const degreesOfInterest = 2

/** When interests are looked at. */
export interface InterestTimes {
  /** Ties of any of these days count. */
  readonly days: readonly Day[]
  /** What was declared, or who one was said to be, counts also where it was ended after this event. */
  readonly since: EventSeq | null
}

/**
 * What ties an actor to any of some parties; empty when nothing does. The host, and whoever is no person of the
 * registers and has declared nothing, has no interest that the book could know.
 */
export function interestsOf(
  reader: Reader,
  actor: string,
  parties: readonly PartyId[],
  { days, since }: InterestTimes,
): Interest[] {
  const user = userBehind(reader, actor) as UserId | null
  if (user === null) return []
  const concerned = new Set(parties.map((party) => keptInPlaceOf(reader, party)))
  const ended = since === null ? [] : rows(reader, declaredSince, { user, since })
  const declared = [...declaredBy(reader, user), ...ended]
    .map(({ party_id, kind }) => ({ party: keptInPlaceOf(reader, party_id), kind }))
    .filter(({ party }) => concerned.has(party))
    .map(({ party, kind }): Interest => ({ party, kind: 'declared', declared: kind }))
  const known = personsOfUser(reader, user, since).flatMap((person) =>
    days.flatMap((day) => knownInterests(reader, person, concerned, day)),
  )
  return [...declared, ...known]
}

/** An interest as a refusal names it: what it is, and in whom. */
export function interestText(interest: Interest): string {
  const { kind, party } = interest
  const what = {
    oneself: () => 'oneself',
    household: () => 'household',
    kin: () => (interest.kind === 'kin' ? interest.path.map(({ role }) => role).join(' of ') : ''),
    tie: () => (interest.kind === 'tie' ? interest.role : ''),
    declared: () => (interest.kind === 'declared' ? `declared ${interest.declared}` : ''),
  }[kind]()
  return `${what} ${partyRef(party)}`
}

function knownInterests(
  reader: Reader,
  person: PartyId,
  concerned: ReadonlySet<PartyId>,
  day: Day,
): Interest[] {
  const found: Interest[] = []
  const household = householdOf(reader, person, day)?.household_id
  for (const party of concerned) {
    if (party === person) {
      found.push({ party, kind: 'oneself' })
      continue
    }
    if (household && householdOf(reader, party, day)?.household_id === household) {
      found.push({ party, kind: 'household' })
    }
    for (const tie of tiesBetween(reader, person, party, day)) {
      const { role } = otherSide(tie, person)
      if (kinless.has(tie.kind)) found.push({ party, kind: 'tie', role })
    }
  }
  for (const kin of kinWithin(reader, person, degreesOfInterest, day)) {
    if (kin.near && concerned.has(kin.party)) {
      found.push({ party: kin.party, kind: 'kin', path: kin.path })
    }
  }
  return found
}

/** Ties that are no kinship. */
const kinless: ReadonlySet<string> = new Set(['guarantor', 'referee', 'paired_helper', 'employer'])
