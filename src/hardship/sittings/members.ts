/** Who sits on the committee of a unit: by their roles there or above it, one for each person. */
import { userActor } from '../../access/users.ts'
import type { Act, Role } from '../../book/registry.ts'
import type { UnitId, UserId } from '../../kit/ids.ts'
import { isSamePerson } from '../../people/interests.ts'
import { unitById } from '../../people/units.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import {
  sittingNobody,
  sittingNotMember,
  sittingNotSupervisor,
  sittingSamePerson,
} from './refusals.ts'

const holders = prepare((p: { role: Role }) =>
  build
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', 'e.grant_id', 'g.id')
    .leftJoin('user_end as x', 'x.user_id', 'g.user_id')
    .select(['g.user_id', 'g.unit_id'])
    .where('g.role', '=', p.role)
    .where('e.id', 'is', null)
    .where('x.id', 'is', null)
    .orderBy('g.user_id'),
)

/** A unit and those above it, up to the organisation itself, which is null. */
export function unitsAbove(reader: Reader, unit: UnitId | null): (UnitId | null)[] {
  const line: (UnitId | null)[] = []
  for (let at = unit; at !== null; at = unitById(reader, at).parent_id) line.push(at)
  return [...line, null]
}

/** Users who have a role in a unit or above it, in the order of their numbers. */
export function holdersFor(reader: Reader, role: Role, unit: UnitId | null): UserId[] {
  const line = new Set(unitsAbove(reader, unit))
  const found = rows(reader, holders, { role }).filter(({ unit_id }) => line.has(unit_id))
  return [...new Set(found.map(({ user_id }) => user_id))]
}

/** Who is asked to sit. */
export interface Seats {
  readonly members: readonly UserId[]
  readonly supervisors: readonly UserId[]
  readonly chair: UserId | null
}

interface SeatsGiven {
  readonly members?: readonly number[] | undefined
  readonly supervisors?: readonly number[] | undefined
  readonly chair?: number | undefined
}

/**
 * Who sits: the members named, else everybody who is one, each person once. Refuses `sitting.nobody`,
 * `sitting.not_member`, `sitting.not_supervisor` and `sitting.same_person`.
 */
export function seatsFor(
  act: Act,
  unit: UnitId | null,
  given: SeatsGiven,
  supervised: boolean,
): Seats {
  const able = holdersFor(act, 'committee_member', unit)
  if (able.length === 0) {
    throw sittingNobody({ unit: unit === null ? null : unitById(act, unit).code })
  }
  const named = [...new Set(given.members ?? [])]
  const stranger = named.find((user) => !able.includes(user as UserId))
  if (stranger !== undefined) throw sittingNotMember({ user: stranger })
  const members = given.members === undefined ? onePerPerson(act, able) : (named as UserId[])
  requireOnePerPerson(act, members)
  const { chair = null } = given
  if (chair !== null && !members.includes(chair as UserId)) throw sittingNotMember({ user: chair })
  const supervisors = supervisorsFor(act, unit, given.supervisors ?? [], supervised)
  const both = supervisors.find((user) => members.includes(user))
  if (both !== undefined) throw sittingNotSupervisor({ user: both })
  return { members, supervisors, chair: chair as UserId | null }
}

/** Supervisors have no vote. Refuses `sitting.not_supervisor`. */
function supervisorsFor(
  act: Act,
  unit: UnitId | null,
  named: readonly number[],
  supervised: boolean,
): UserId[] {
  const able = supervised ? holdersFor(act, 'auditor', unit) : []
  const stranger = named.find((user) => !able.includes(user as UserId))
  if (stranger !== undefined) throw sittingNotSupervisor({ user: stranger })
  return [...new Set(named)] as UserId[]
}

/** Of users who are one person the first: nobody has two votes. */
function onePerPerson(act: Act, users: readonly UserId[]): UserId[] {
  const kept: UserId[] = []
  for (const user of users) {
    if (!kept.some((other) => isSamePerson(act, userActor(user), userActor(other)))) kept.push(user)
  }
  return kept
}

function requireOnePerPerson(act: Act, users: readonly UserId[]): void {
  for (const [at, user] of users.entries()) {
    const other = users
      .slice(at + 1)
      .find((one) => isSamePerson(act, userActor(user), userActor(one)))
    if (other !== undefined) throw sittingSamePerson({ user, other })
  }
}
