/** The register of interests: which person a user is, and what they declare beside what the registers know. */
import { z } from 'zod'
import { keepDetail, textFor } from '../book/details.ts'
import { idField, reasonField } from '../book/fields.ts'
import { userBehind } from '../book/principals.ts'
import { type Act, command, officers, query, type View } from '../book/registry.ts'
import { viewAs } from '../book/scope.ts'
import type { PartyId, UserId } from '../kit/ids.ts'
import { refusal } from '../kit/refusal.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import {
  declaredBy,
  declaredWithId,
  interestKinds,
  personOfUser,
  putPersonOfUser,
} from './interests.ts'
import { partyById, partyRef, partyWithRef } from './parties.ts'
import { partyInScope } from './party-scope.ts'
import { requirePerson } from './persons.ts'
import { nameFor } from './shown.ts'

export const interestUnknown = refusal<{ interest: number }>(
  'interest.unknown',
  404,
  ({ interest }) => `There is no declared interest ${interest} in force.`,
  'Look it up in the register of interests.',
)

export const interestNobody = refusal<{ actor: string }>(
  'interest.nobody',
  403,
  ({ actor }) => `Interests are declared by the user whose they are; here ${actor} asks.`,
  'Sign in and declare your own.',
)

export const interestHeld = refusal<{ party: string; kind: string }>(
  'interest.held',
  409,
  ({ party, kind }) => `An interest of the kind ${kind} in ${party} is declared already.`,
  'End that one first if it is to be worded anew.',
)

export const personUserUnknown = refusal<{ user: number }>(
  'user_person.no_user',
  404,
  ({ user }) => `There is no user ${user} who may sign in to this book.`,
  'Look it up in the list of users.',
)

export const personOfAnother = refusal<{ party: string; user: number }>(
  'user_person.of_another',
  409,
  ({ party, user }) => `${party} is known as the person of user ${user}.`,
  'Look again which person this user is; one person has one user.',
)

export const personOfOneself = refusal<{ user: number }>(
  'user_person.of_oneself',
  403,
  ({ user }) =>
    `You are user ${user} yourself; which person one is, once it is known, others change.`,
  'Have another owner change it: it says on what you do not decide.',
)

const userThere = prepare((p: { id: UserId }) =>
  build
    .selectFrom('user as u')
    .leftJoin('user_end as e', 'e.user_id', 'u.id')
    .select('u.id')
    .where('u.id', '=', p.id)
    .where('e.id', 'is', null),
)
const usersThere = prepare(() =>
  build
    .selectFrom('user as u')
    .leftJoin('user_end as e', 'e.user_id', 'u.id')
    .select('u.id')
    .where('e.id', 'is', null)
    .orderBy('u.id'),
)

const partyRefField = z
  .string()
  .max(40)
  .meta({ examples: ['P-000001'] })

/** The user who acts, themselves or through a token of theirs. Refuses `interest.nobody`. */
function userActing(act: Act): UserId {
  const { caller } = act
  const user = userBehind(act, caller.actor)
  if (user === null) throw interestNobody({ actor: caller.actor })
  return user as UserId
}

export const setPerson = command({
  name: 'users.set_person',
  summary:
    'Says which person of the registers a user is, so that their kin and household are known',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/users/{user}/person' },
  input: z.strictObject({
    user: idField,
    /** Null when the user is none of the persons registered. */
    party: partyRefField.nullable(),
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const user = first(act, userThere, { id: input.user as UserId })?.id
    if (user === undefined) throw personUserUnknown({ user: input.user })
    if (userBehind(act, act.caller.actor) === user && personOfUser(act, user) !== null) {
      throw personOfOneself({ user })
    }
    const party = input.party === null ? null : partyWithRef(act, input.party)
    if (party) {
      requirePerson(party)
      const other = rows(act, usersThere, {}).find(
        ({ id }) => id !== user && personOfUser(act, id) === party.id,
      )
      if (other) throw personOfAnother({ party: partyRef(party.id), user: other.id })
    }
    putPersonOfUser(act, user, party?.id ?? null)
    return { user }
  },
})

export const declare = command({
  name: 'interests.declare',
  summary: 'Declares an interest of one’s own in somebody; one then decides on nothing of theirs',
  may: officers,
  reach: 'units',
  route: { method: 'POST', path: '/interests' },
  input: z.strictObject({
    party: partyRefField,
    kind: z.enum(interestKinds),
    note: reasonField.optional(),
  }),
  output: z.object({ interest: z.number() }),
  subject: ({ interest }) => `interest/${interest}`,
  run: (act, input) => {
    const user = userActing(act)
    const party = partyWithRef(act, input.party)
    const held = declaredBy(act, user).some(
      ({ party_id, kind }) => party_id === party.id && kind === input.kind,
    )
    if (held) throw interestHeld({ party: partyRef(party.id), kind: input.kind })
    const id = nextId(act, 'interest')
    insert(act, 'interest', {
      id,
      user_id: user,
      party_id: party.id,
      kind: input.kind,
      note_detail_id:
        input.note === undefined ? null : keepDetail(act, 'interest_note', input.note),
      event_seq: act.seq,
    })
    return { interest: id }
  },
})

export const end = command({
  name: 'interests.end',
  summary: 'Ends an interest that one declared; that it was declared stays on the register',
  may: officers,
  reach: 'units',
  route: { method: 'POST', path: '/interests/{interest}/end' },
  input: z.strictObject({ interest: idField }),
  output: z.object({ interest: z.number() }),
  subject: ({ interest }) => `interest/${interest}`,
  run: (act, input) => {
    const user = userActing(act)
    const found = declaredWithId(act, input.interest)
    if (!found || found.user_id !== user) throw interestUnknown({ interest: input.interest })
    insert(act, 'interest_end', {
      id: nextId(act, 'interest_end'),
      interest_id: found.id,
      event_seq: act.seq,
    })
    return { interest: found.id }
  },
})

const everDeclared = prepare(() =>
  build
    .selectFrom('interest as i')
    .leftJoin('interest_end as e', 'e.interest_id', 'i.id')
    .selectAll('i')
    .select('e.event_seq as ended_seq')
    .orderBy('i.id', 'desc'),
)

/** Who reads everybody's interests; others read their own. */
const overseers = ['owner', 'auditor', 'approver'] as const

export const list = query({
  name: 'interests.list',
  summary:
    'The register of interests: who declared which, and which were ended; others see their own',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/interests' },
  input: z.strictObject({}),
  output: z.object({
    interests: z.array(
      z.object({
        interest: z.number(),
        user: z.number(),
        party: z.string(),
        name: z.string(),
        kind: z.enum(interestKinds),
        note: z.string().nullable(),
        /** The event that declared it, and the one that ended it. */
        sequence: z.number(),
        ended: z.number().nullable(),
      }),
    ),
  }),
  run: (view) => {
    const user = userBehind(view, view.caller.actor)
    const overseen = viewAs(view, { name: 'interests.list', may: overseers, reach: 'units' })
    return {
      interests: rows(view, everDeclared, {})
        .filter((row) => row.user_id === user || (overseen && reached(overseen, row.party_id)))
        .map((row) => ({
          interest: row.id,
          user: row.user_id,
          party: partyRef(row.party_id),
          name: nameFor(view, view.caller, row.party_id),
          kind: row.kind,
          note: textFor(view, row.note_detail_id),
          sequence: row.event_seq,
          ended: row.ended_seq,
        })),
    }
  },
})

function reached(view: View, party: PartyId): boolean {
  return partyInScope(view, partyById(view, party))
}
