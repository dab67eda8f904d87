/** Sittings of committees as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { BallotId, CaseId, SittingId, UserId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { sittingUnknown } from './refusals.ts'

export type Sitting = Row<'sitting'>
export type Attendance = Row<'sitting_attendance'>
export type Recusal = Row<'sitting_recusal'>
export type Ballot = Row<'ballot'>
export type BallotCase = Row<'ballot_case'>
export type BallotVote = Row<'ballot_vote'>
export type SittingClose = Row<'sitting_close'>

const byId = prepare((p: { id: SittingId }) =>
  build.selectFrom('sitting').selectAll().where('id', '=', p.id),
)
const attendanceBy = prepare((p: { id: SittingId }) =>
  build.selectFrom('sitting_attendance').selectAll().where('sitting_id', '=', p.id).orderBy('id'),
)
const recusalsBy = prepare((p: { id: SittingId }) =>
  build
    .selectFrom('sitting_recusal')
    .selectAll()
    .where('sitting_id', '=', p.id)
    .orderBy('case_id')
    .orderBy('user_id'),
)
const ballotsBy = prepare((p: { id: SittingId }) =>
  build.selectFrom('ballot').selectAll().where('sitting_id', '=', p.id).orderBy('id'),
)
const votesBy = prepare((p: { id: BallotId }) =>
  build.selectFrom('ballot_vote').selectAll().where('ballot_id', '=', p.id).orderBy('user_id'),
)
const casesBy = prepare((p: { id: BallotId }) =>
  build.selectFrom('ballot_case').selectAll().where('ballot_id', '=', p.id).orderBy('case_id'),
)
const closeBy = prepare((p: { id: SittingId }) =>
  build.selectFrom('sitting_close').selectAll().where('sitting_id', '=', p.id),
)
const onCase = prepare((p: { id: CaseId }) =>
  build
    .selectFrom('ballot_case as c')
    .innerJoin('ballot as b', 'b.id', 'c.ballot_id')
    .innerJoin('sitting as s', 's.id', 'b.sitting_id')
    .leftJoin('sitting_close as x', 'x.sitting_id', 'b.sitting_id')
    .select(['b.id', 'b.sitting_id', 'b.proposal', 'b.carried', 'b.rule', 's.held_on', 's.unit_id'])
    .select(['b.members', 'b.present', 'b.in_favour', 'b.against', 'b.abstained'])
    .select(['b.conditions_detail_id', 'b.reason_detail_id', 'x.digest'])
    .select(['c.amount_minor', 'c.instalments', 'b.event_seq'])
    .where('c.case_id', '=', p.id)
    .orderBy('b.id', 'desc'),
)

/** A sitting's reference: `S-` and at least four digits. */
export function sittingRef(id: number): string {
  return `S-${String(id).padStart(4, '0')}`
}

/** The sitting with a number, as far as this caller reaches. Refuses `sitting.unknown`. */
export function sittingWithId(asker: Scoped, id: number): Sitting {
  const found = first(asker, byId, { id: id as SittingId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw sittingUnknown({ sitting: id })
  return found
}

/** The sitting with an id that stands in the book. */
export function sittingById(reader: Reader, id: SittingId): Sitting {
  const found = first(reader, byId, { id })
  if (!found) throw sittingUnknown({ sitting: id })
  return found
}

/** How everybody takes part, in the order of their numbers. */
export function attendanceOf(reader: Reader, id: SittingId): Attendance[] {
  const newest = new Map(rows(reader, attendanceBy, { id }).map((row) => [row.user_id, row]))
  return [...newest.values()].toSorted((a, b) => a.user_id - b.user_id)
}

/** Whether somebody has a vote: supervisors sit without one. */
export function isVoter({ part }: Pick<Attendance, 'part'>): boolean {
  return part !== 'supervisor'
}

/** Who takes no part in which case. */
export function recusalsOf(reader: Reader, id: SittingId): Recusal[] {
  return rows(reader, recusalsBy, { id })
}

/** All votes of a sitting, in order. */
export function ballotsOf(reader: Reader, id: SittingId): Ballot[] {
  return rows(reader, ballotsBy, { id })
}

/** How each who was there voted. */
export function votesOf(reader: Reader, id: BallotId): BallotVote[] {
  return rows(reader, votesBy, { id })
}

/** The cases that a ballot was on. */
export function casesOf(reader: Reader, id: BallotId): BallotCase[] {
  return rows(reader, casesBy, { id })
}

/** How a sitting was closed, or undefined while it is not. */
export function closeOf(reader: Reader, id: SittingId): SittingClose | undefined {
  return first(reader, closeBy, { id })
}

/** Every ballot that a case was ever put to, newest first; `digest` is null while its sitting is open. */
export function ballotsOnCase(reader: Reader, id: CaseId) {
  return rows(reader, onCase, { id })
}

/** The newest ballot of a sitting on each case: the one that counts. */
export function countedBallots(
  reader: Reader,
  id: SittingId,
): Map<CaseId, { readonly ballot: Ballot; readonly on: BallotCase }> {
  const counted = new Map<CaseId, { readonly ballot: Ballot; readonly on: BallotCase }>()
  for (const ballot of ballotsOf(reader, id)) {
    for (const on of casesOf(reader, ballot.id)) counted.set(on.case_id, { ballot, on })
  }
  return counted
}

/** Everybody named at a sitting who has a vote. */
export function membersOf(attendance: readonly Attendance[]): UserId[] {
  return attendance.filter(isVoter).map(({ user_id }) => user_id)
}

/** Everybody who has a vote and is there. */
export function votersPresent(attendance: readonly Attendance[]): UserId[] {
  return attendance
    .filter((one) => isVoter(one) && one.presence === 'present')
    .map(({ user_id }) => user_id)
}
