/** Tables of units, people and bodies, of where they belong and what ties them. */
import type { Day } from '../../src/kit/day.ts'
import type {
  EventSeq,
  HouseholdId,
  HouseholdMemberId,
  MembershipId,
  PartyId,
  TieId,
  UnitId,
} from '../../src/kit/ids.ts'
import { int, intOrNull, text, textOrNull } from '../columns.ts'

export const peopleTables = {
  unit: {
    id: int<UnitId>(),
    code: text(),
    event_seq: int<EventSeq>(),
  },
  unit_version: {
    id: int(),
    unit_id: int<UnitId>(),
    parent_id: intOrNull<UnitId>(),
    name: text(),
    kind: text(),
    closed: int<0 | 1>(),
    event_seq: int<EventSeq>(),
  },
  party: {
    id: int<PartyId>(),
    kind: text<
      'person' | 'organisation' | 'public_body' | 'upper_level' | 'vendor' | 'training_provider'
    >(),
    name_detail_id: int(),
    /** Where it was registered; null for the whole organisation. */
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  membership: {
    id: int<MembershipId>(),
    party_id: int<PartyId>(),
    unit_id: int<UnitId>(),
    sort: text<'home' | 'current' | 'honorary'>(),
    from_on: text<Day>(),
    until_on: textOrNull<Day>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  membership_end: {
    id: int(),
    membership_id: int<MembershipId>(),
    to_on: text<Day>(),
    cause: text<'transferred' | 'left' | 'died' | 'mistake'>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  household: {
    id: int<HouseholdId>(),
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  household_member: {
    id: int<HouseholdMemberId>(),
    household_id: int<HouseholdId>(),
    party_id: int<PartyId>(),
    relation: text<
      | 'head'
      | 'spouse'
      | 'child'
      | 'parent'
      | 'grandparent'
      | 'grandchild'
      | 'sibling'
      | 'other_kin'
      | 'not_related'
    >(),
    from_on: text<Day>(),
    event_seq: int<EventSeq>(),
  },
  household_member_end: {
    id: int(),
    member_id: int<HouseholdMemberId>(),
    to_on: text<Day>(),
    cause: text<'left' | 'moved' | 'new_head' | 'died' | 'mistake'>(),
    event_seq: int<EventSeq>(),
  },
  tie: {
    id: int<TieId>(),
    a_id: int<PartyId>(),
    b_id: int<PartyId>(),
    kind: text(),
    from_on: textOrNull<Day>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  tie_end: {
    id: int(),
    tie_id: int<TieId>(),
    to_on: textOrNull<Day>(),
    reason_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  party_status: {
    id: int(),
    party_id: int<PartyId>(),
    status: text<'active' | 'retired' | 'left' | 'died'>(),
    from_on: text<Day>(),
    note_detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
} as const
