/** Calling a sitting of a committee, and who is there (handbook A5, F3: the composition of the committee is kept). */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, dayField, idField, nameField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import type { SittingId, UserId } from '../../kit/ids.ts'
import { unitMeant } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { seatsFor } from './members.ts'
import { sittingClosed, sittingDay, sittingNotMember, sittingPartTwice } from './refusals.ts'
import { type Attendance, attendanceOf, closeOf, type Sitting, sittingWithId } from './rows.ts'

/** Who keeps the record of a sitting: an officer who prepares it, or somebody of the committee. */
export const sittingKeepers: readonly Role[] = ['owner', 'fund_administrator', 'committee_member']

/** More sit on no committee. */
const mostSeats = 999
const usersField = z.array(idField).max(mostSeats)

export const call = command({
  name: 'sittings.call',
  summary: 'Calls a sitting of the committee of a unit: when, where, and who sits',
  may: sittingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/sittings' },
  input: z.strictObject({
    /** Whose committee; the whole organisation's unless said, as far as the caller reaches. */
    unit: codeField.optional(),
    /** Today unless said. */
    held_on: dayField.optional(),
    place: nameField.optional(),
    /** Who sits with a vote; unless said all who are committee members in the unit or above it. */
    members: usersField.min(1).optional(),
    /** Who sits without a vote, where the policy lets supervisors attend. */
    supervisors: usersField.optional(),
    /** One of the members. */
    chair: idField.optional(),
  }),
  output: z.object({ sitting: z.number(), members: z.number(), supervisors: z.number() }),
  subject: ({ sitting }) => `sitting/${sitting}`,
  run: (act, input) => {
    const unit = unitMeant(act, input.unit)?.id ?? null
    const held_on = input.held_on ?? act.today
    const policy = policyInForce(act, 'committee', { unit, on: held_on })
    const seats = seatsFor(act, unit, input, policy.body.supervisors_attend)
    const id = nextId(act, 'sitting')
    insert(act, 'sitting', {
      id,
      unit_id: unit,
      held_on,
      policy_version_id: policy.version,
      place_detail_id:
        input.place === undefined ? null : keepDetail(act, 'sitting_place', input.place),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const { members, supervisors, chair } = seats
    writeAttendance(act, id, [
      ...members.map((user_id) => ({
        user_id,
        part: user_id === chair ? ('chair' as const) : ('member' as const),
        presence: 'absent' as const,
      })),
      ...supervisors.map((user_id) => ({
        user_id,
        part: 'supervisor' as const,
        presence: 'absent' as const,
      })),
    ])
    return { sitting: id, members: members.length, supervisors: supervisors.length }
  },
})

type Part = Pick<Attendance, 'user_id' | 'part' | 'presence'>

function writeAttendance(act: Act, sitting: SittingId, parts: readonly Part[]): void {
  const id = nextId(act, 'sitting_attendance')
  for (const [at, part] of parts.entries()) {
    insert(act, 'sitting_attendance', {
      id: id + at,
      sitting_id: sitting,
      ...part,
      event_seq: act.seq,
    })
  }
}

/** A sitting on which something is recorded now. Refuses `sitting.unknown`, `sitting.closed`, `sitting.day`. */
export function sittingAtWork(act: Act, id: number): Sitting {
  const sitting = sittingWithId(act, id)
  if (closeOf(act, sitting.id)) throw sittingClosed({ sitting: sitting.id })
  if (sitting.held_on > act.today) {
    throw sittingDay({ held_on: sitting.held_on, today: act.today })
  }
  return sitting
}

export const recordAttendance = command({
  name: 'sittings.record_attendance',
  summary: 'Records who is present at a sitting, and who has sent word; the others are absent',
  may: sittingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/sittings/{sitting}/attendance' },
  input: z.strictObject({
    sitting: idField,
    present: usersField,
    /** Those who sent word that they cannot come. */
    excused: usersField.default([]),
    /** Who takes the chair; as before unless said. */
    chair: idField.optional(),
  }),
  output: z.object({ sitting: z.number(), present: z.number(), members: z.number() }),
  subject: ({ sitting }) => `sitting/${sitting}`,
  run: (act, input) => {
    const sitting = sittingAtWork(act, input.sitting)
    const before = attendanceOf(act, sitting.id)
    const seated = new Map(before.map((one) => [one.user_id, one]))
    const stranger = [...input.present, ...input.excused].find((one) => !seated.has(one as UserId))
    if (stranger !== undefined) throw sittingNotMember({ user: stranger })
    const twice = input.present.filter((user) => input.excused.includes(user))
    if (twice.length > 0) throw sittingPartTwice({ users: twice })
    const { chair } = input
    if (
      chair !== undefined &&
      (seated.get(chair as UserId)?.part ?? 'supervisor') === 'supervisor'
    ) {
      throw sittingNotMember({ user: chair })
    }
    const now = before.map((one) => partNow(one, input))
    const changed = now.filter((one, at) => {
      const { part, presence } = before[at]!
      return one.part !== part || one.presence !== presence
    })
    writeAttendance(act, sitting.id, changed)
    const voters = now.filter(({ part }) => part !== 'supervisor')
    return {
      sitting: sitting.id,
      present: voters.filter(({ presence }) => presence === 'present').length,
      members: voters.length,
    }
  },
})

interface Said {
  readonly present: readonly number[]
  readonly excused: readonly number[]
  readonly chair?: number | undefined
}

function partNow({ user_id, part }: Attendance, { present, excused, chair }: Said): Part {
  const presence = present.includes(user_id)
    ? 'present'
    : excused.includes(user_id)
      ? 'excused'
      : 'absent'
  if (part === 'supervisor' || chair === undefined) return { user_id, part, presence }
  return { user_id, part: user_id === chair ? 'chair' : 'member', presence }
}
