/** Commands of memberships. */
import { z } from 'zod'
import { codeField, dayField, idField, reasonField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import { registrars } from './commands.ts'
import {
  beginMembership,
  endMembership,
  requireReason,
  transferMembership,
} from './membership-acts.ts'
import { membershipSorts, membershipWithId } from './memberships.ts'
import { partyWithRef } from './parties.ts'
import { unitWithCode } from './units.ts'

const membershipOut = z.object({ membership: z.number() })

const begun = {
  party: z
    .string()
    .max(40)
    .meta({ examples: ['P-000001'] }),
  unit: codeField,
  /** The first day; today unless said. */
  from_on: dayField.optional(),
  /** The last day, where it is for a time only. */
  until_on: dayField.optional(),
  /** Needed for a first day before today. */
  reason: reasonField.optional(),
}

export const begin = command({
  name: 'memberships.begin',
  summary: 'Makes a person a member of a unit: at home, at work there now, or honorary',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/memberships' },
  input: z.strictObject({ ...begun, sort: z.enum(membershipSorts).default('home') }),
  output: membershipOut,
  subject: ({ membership }) => `membership/${membership}`,
  run: (act, { party, unit, from_on = act.today, ...given }) => {
    const who = partyWithRef(act, party)
    const where = unitWithCode(act, unit)
    requireReason(act, from_on, given.reason)
    return { membership: beginMembership(act, who, where, { ...given, from_on }) }
  },
})

export const transfer = command({
  name: 'memberships.transfer',
  summary: 'Takes a member from one unit to another, or their place of work',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/transfers' },
  input: z.strictObject({ ...begun, sort: z.enum(['home', 'current']).default('home') }),
  output: membershipOut,
  subject: ({ membership }) => `membership/${membership}`,
  run: (act, { party, unit, from_on = act.today, ...given }) => {
    const who = partyWithRef(act, party)
    const where = unitWithCode(act, unit)
    requireReason(act, from_on, given.reason)
    return { membership: transferMembership(act, who, where, { ...given, from_on }) }
  },
})

export const end = command({
  name: 'memberships.end',
  summary: 'Ends a membership, or takes back one that was recorded by mistake',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/memberships/{membership}/end' },
  input: z.strictObject({
    membership: idField,
    cause: z.enum(['left', 'mistake']).default('left'),
    /** The last day; today unless said. A mistake has none. */
    to_on: dayField.optional(),
    reason: reasonField,
  }),
  output: membershipOut,
  subject: ({ membership }) => `membership/${membership}`,
  run: (act, { membership, cause, to_on = act.today, reason }) => {
    const found = membershipWithId(act, membership)
    endMembership(act, found, { cause, to_on, reason })
    return { membership: found.id }
  },
})
