/** Ties between parties: kin, guarantors, referees, helpers, employers; who is kin to whom on a day. */
import { keepDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import type { Day } from '../kit/day.ts'
import type { PartyId, TieId } from '../kit/ids.ts'
import { insert, nextId } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type HouseholdMember, householdOf, livingIn, type Relation } from './households.ts'
import { type Kin, type KinRole, type KinStep, kinOf, kinRoles } from './kinship.ts'
import { keptInPlaceOf, togetherWith } from './merges.ts'
import { partyRef } from './parties.ts'
import { tieContrary, tieExists, tieUnknown, tieWithOneself } from './refusals.ts'

/**
 * The ties as they are kept, each with what the second party is to the first: “a is the parent of b” says
 * that b is the child of a. Of two that are the same to each other the one with the lower number stands first.
 */
export const tieKinds = {
  spouse: 'spouse',
  parent: 'child',
  adoptive_parent: 'adoptive_child',
  step_parent: 'step_child',
  sibling: 'sibling',
  grandparent: 'grandchild',
  guardian: 'ward',
  parent_in_law: 'child_in_law',
  sibling_in_law: 'sibling_in_law',
  other_kin: 'other_kin',
  guarantor: 'guaranteed',
  referee: 'referred',
  paired_helper: 'helped',
  employer: 'employee',
} as const
export type TieKind = keyof typeof tieKinds

/** What one party is to another: a kind of tie, or its other side. */
export type TieRole = TieKind | (typeof tieKinds)[TieKind]
export const tieRoles = [
  ...new Set([...Object.keys(tieKinds), ...Object.values(tieKinds)]),
] as readonly TieRole[] as readonly [TieRole, ...TieRole[]]

/** A tie with its end, as it is known now. */
export interface Tie {
  readonly id: TieId
  readonly a_id: PartyId
  readonly b_id: PartyId
  readonly kind: TieKind
  /** Since ever without. */
  readonly from_on: Day | null
  /** The last day; null while it has none, and for a mistake. */
  readonly to_on: Day | null
  readonly ended: boolean
  readonly event_seq: number
}

const known = `select t.id as "id", t.a_id as "a_id", t.b_id as "b_id", t.kind as "kind",
    t.from_on as "from_on", e.to_on as "to_on", e.id is not null as "ended", t.event_seq as "event_seq"
  from tie as t left join tie_end as e on e.tie_id = t.id`

/** True of one that holds on a day, which is given twice. */
const holds = `coalesce(t.from_on, '') <= +? and (e.id is null or coalesce(e.to_on, '') >= +?)`

function read(reader: Reader, rest: string, values: readonly (number | string)[]): Tie[] {
  const found = reader.all(`${known} ${rest}`, values)
  return found.map((row) => ({ ...row, ended: row.ended === 1 }) as unknown as Tie)
}

/** All ties of a party, ended ones too. */
export function tiesOf(reader: Reader, party: PartyId): Tie[] {
  return read(reader, 'where t.a_id = +? or t.b_id = +? order by t.id', [party, party])
}

/**
 * The ties that hold between two parties on a day, in whichever direction they run. Ties of those who stand
 * merged with one of them are told as theirs.
 */
export function tiesBetween(reader: Reader, a: PartyId, b: PartyId, day: Day): Tie[] {
  const [ofA, ofB] = [togetherWith(reader, a), togetherWith(reader, b)]
  const [listA, listB] = [JSON.stringify(ofA), JSON.stringify(ofB)]
  const among = (side: 'a' | 'b') => `t.${side}_id in (select value from json_each(+?))`
  const between = `((${among('a')} and ${among('b')}) or (${among('a')} and ${among('b')}))`
  const values = [listA, listB, listB, listA, day, day]
  const asked = (party: PartyId) => (ofA.includes(party) ? a : b)
  return read(reader, `where ${between} and ${holds} order by t.id`, values).map((tie) => ({
    ...tie,
    a_id: asked(tie.a_id),
    b_id: asked(tie.b_id),
  }))
}

/** A tie by its number. Refuses `tie.unknown`. */
export function tieWithId(reader: Reader, id: number): Tie {
  const [found] = read(reader, 'where t.id = +?', [id])
  if (!found) throw tieUnknown({ tie: id })
  return found
}

/** What the other party of a tie is to this one, and who it is. */
export function otherSide(
  tie: Tie,
  party: PartyId,
): { readonly role: TieRole; readonly party: PartyId } {
  if (tie.b_id === party) return { role: tie.kind, party: tie.a_id }
  return { role: tieKinds[tie.kind], party: tie.b_id }
}

/** What the head is to somebody of the household, by what they are to the head; undefined for who is no kin. */
export const headTo: Readonly<Partial<Record<Relation, KinRole>>> = {
  spouse: 'spouse',
  child: 'parent',
  parent: 'child',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  sibling: 'sibling',
  other_kin: 'other_kin',
}

/** The kin that a household's register tells of: each member to the head, and the head to each. */
function householdEdges(reader: Reader, party: PartyId, day: Day): KinStep[] {
  const own = householdOf(reader, party, day)
  if (!own) return []
  const living = livingIn(reader, own.household_id, day)
  if (own.relation === 'head') {
    const isKin = ({ relation }: HouseholdMember) => headTo[relation] !== undefined
    return living
      .filter(isKin)
      .map(({ relation, party_id }) => ({ role: relation as KinRole, party: party_id }))
  }
  const head = living.find(({ relation }) => relation === 'head')
  const role = headTo[own.relation]
  return head && role ? [{ role, party: head.party_id }] : []
}

/** Who is kin to a party by one tie on a day; those who stand merged are one person. */
function kinEdges(reader: Reader, party: PartyId, day: Day): KinStep[] {
  const all = togetherWith(reader, party)
  const byTie = all.flatMap((one) =>
    read(reader, `where (t.a_id = +? or t.b_id = +?) and ${holds}`, [one, one, day, day])
      .map((tie) => otherSide(tie, one))
      .filter((step): step is KinStep => (kinRoles as readonly TieRole[]).includes(step.role)),
  )
  return [...byTie, ...householdEdges(reader, party, day)].map(({ role, party: other }) => ({
    role,
    party: keptInPlaceOf(reader, other),
  }))
}

/**
 * The kin of a party on a day within so many degrees, by ties and by what households say, nearest first,
 * each with the way to them. `near` marks near relatives (handbook F3), all of whom are within two degrees.
 */
export function kinWithin(reader: Reader, party: PartyId, degrees: number, day: Day): Kin[] {
  const start = keptInPlaceOf(reader, party)
  return kinOf(start, (of) => kinEdges(reader, of, day), degrees)
}

/** What is said when two parties are tied. */
export interface NewTie {
  readonly party: PartyId
  readonly other: PartyId
  /** What the other is to the party. */
  readonly role: TieRole
  /** Since ever without. */
  readonly from_on?: Day | null
  readonly reason?: string | undefined
}

/** The tie as it is kept: which of the two stands first. */
function kept({ party, other, role }: NewTie): { kind: TieKind; a: PartyId; b: PartyId } {
  if (!(role in tieKinds)) {
    const [kind] = Object.entries(tieKinds).find(([, back]) => back === role)!
    return { kind: kind as TieKind, a: party, b: other }
  }
  const kind = role as TieKind
  const mutual = tieKinds[kind] === kind
  return mutual && party < other ? { kind, a: party, b: other } : { kind, a: other, b: party }
}

/** Kinds of which the second may not be the first's own: nobody is the parent of their parent. */
const oneWay: readonly TieKind[] = ['parent', 'adoptive_parent', 'grandparent', 'guardian']

/**
 * Ties two parties. Rooms above tie a helper or a guarantor so. Refuses `tie.with_oneself`, `tie.exists`,
 * `tie.contrary`.
 */
export function tieParties(act: Act, given: NewTie): TieId {
  const { party, other, from_on = null, reason } = given
  if (party === other) throw tieWithOneself({ party: partyRef(party) })
  const { kind, a, b } = kept(given)
  const from = from_on ?? ''
  const between = read(
    act,
    'where ((t.a_id = +? and t.b_id = +?) or (t.a_id = +? and t.b_id = +?)) and t.kind = +?',
    [a, b, b, a, kind],
  ).filter((tie) => !tie.ended || (tie.to_on !== null && tie.to_on >= from))
  const same = between.find((tie) => tie.a_id === a)
  if (same) throw tieExists({ tie: same.id, kind })
  if (oneWay.includes(kind) && between.length > 0) throw tieContrary({ tie: between[0]!.id, kind })
  const id = nextId(act, 'tie')
  const reason_detail_id = reason === undefined ? null : keepDetail(act, 'tie_reason', reason)
  insert(act, 'tie', { id, a_id: a, b_id: b, kind, from_on, reason_detail_id, event_seq: act.seq })
  return id
}
