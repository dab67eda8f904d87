/** Commands of ties between parties. */
import { z } from 'zod'
import { keepDetail } from '../book/details.ts'
import { dayField, idField, reasonField } from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { insert, nextId } from '../store/prepare.ts'
import { registrars } from './commands.ts'
import { kinRoles } from './kinship.ts'
import { partyById, partyWithRef } from './parties.ts'
import { partyInScope } from './party-scope.ts'
import { requirePerson } from './persons.ts'
import { tieEnded, tieEndsTooSoon, tieUnknown } from './refusals.ts'
import { type Tie, type TieRole, tieParties, tieRoles, tieWithId } from './ties.ts'

const tieOut = z.object({ tie: z.number() })

/** Only persons are kin; a body may vouch for somebody or employ them. */
function isKin(role: TieRole): boolean {
  return (kinRoles as readonly TieRole[]).includes(role)
}

export const add = command({
  name: 'ties.add',
  summary:
    'Records what somebody is to a person: kin, guardian, guarantor, referee, helper, employer',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/ties' },
  input: z.strictObject({
    party: z.string().max(40),
    other: z
      .string()
      .max(40)
      .meta({ examples: ['P-000002'] }),
    /** What the other is to the party. */
    role: z.enum(tieRoles),
    /** Since ever unless said. */
    from_on: dayField.optional(),
    reason: reasonField.optional(),
  }),
  output: tieOut,
  subject: ({ tie }) => `tie/${tie}`,
  run: (act, given) => {
    const party = partyWithRef(act, given.party)
    const other = partyWithRef(act, given.other)
    if (isKin(given.role)) for (const one of [party, other]) requirePerson(one)
    const { role, from_on = null, reason } = given
    return { tie: tieParties(act, { party: party.id, other: other.id, role, from_on, reason }) }
  },
})

/** A tie of which the caller reaches both sides. Refuses `tie.unknown`. */
function tieReached(act: Act, id: number): Tie {
  const tie = tieWithId(act, id)
  const sides = [tie.a_id, tie.b_id].map((party) => partyById(act, party))
  if (!sides.every((party) => partyInScope(act, party))) throw tieUnknown({ tie: id })
  return tie
}

export const end = command({
  name: 'ties.end',
  summary: 'Ends a tie, or takes back one that was recorded by mistake',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/ties/{tie}/end' },
  input: z.strictObject({
    tie: idField,
    cause: z.enum(['over', 'mistake']).default('over'),
    /** The last day; today unless said. A mistake has none. */
    to_on: dayField.optional(),
    reason: reasonField.optional(),
  }),
  output: tieOut,
  subject: ({ tie }) => `tie/${tie}`,
  run: (act, { tie: id, cause, to_on = act.today, reason }) => {
    const tie = tieReached(act, id)
    if (tie.ended) throw tieEnded({ tie: id })
    if (cause === 'over' && tie.from_on !== null && to_on < tie.from_on) {
      throw tieEndsTooSoon({ from: tie.from_on, to: to_on })
    }
    insert(act, 'tie_end', {
      id: nextId(act, 'tie_end'),
      tie_id: tie.id,
      to_on: cause === 'mistake' ? null : to_on,
      reason_detail_id: reason === undefined ? null : keepDetail(act, 'tie_reason', reason),
      event_seq: act.seq,
    })
    return { tie: tie.id }
  },
})
