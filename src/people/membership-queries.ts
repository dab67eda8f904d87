/** The list of memberships: of a person over time, of a unit on a day. */
import { z } from 'zod'
import { codeField, dayField, dayOut, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { officers, query, type View } from '../book/registry.ts'
import { scopeList } from '../book/scope.ts'
import {
  type Membership,
  membershipCauses,
  membershipSorts,
  membershipWithId,
} from './memberships.ts'
import { togetherWith } from './merges.ts'
import { partyRef, partyWithRef } from './parties.ts'
import { nameFor } from './shown.ts'
import { unitById, unitWithCode } from './units.ts'

const membershipOut = z.object({
  membership: z.number(),
  party: z.string(),
  name: z.string(),
  unit: z.string(),
  unit_name: z.string(),
  sort: z.enum(membershipSorts),
  from_on: dayOut,
  /** The last day; null while none is known. */
  to_on: dayOut.nullable(),
  /** Why it ended, where it did before its time; a mistake held on no day. */
  cause: z.enum(membershipCauses).nullable(),
  sequence: z.number(),
})

const listInput = z.strictObject({
  party: z.string().max(40).optional(),
  unit: codeField.optional(),
  /** Those that hold on this day; all of them, ended ones too, without. */
  on: dayField.optional(),
  sort: z.enum(membershipSorts).optional(),
  cursor: pageCursorField,
  limit: limitField,
})

function conditions(view: View, asked: z.output<typeof listInput>): Condition[] {
  const found: Condition[] = []
  const where = (sql: string, ...values: (string | number)[]) => found.push({ sql, values })
  if (asked.party !== undefined) {
    const parties = togetherWith(view, partyWithRef(view, asked.party).id)
    where('t.party_id in (select value from json_each(+?))', JSON.stringify(parties))
  }
  if (asked.unit !== undefined) where('t.unit_id = +?', unitWithCode(view, asked.unit).id)
  if (view.scope !== 'all') {
    where('t.unit_id in (select value from json_each(+?))', scopeList(view.scope))
  }
  if (asked.sort !== undefined) where('t.sort = +?', asked.sort)
  if (asked.on !== undefined) {
    const end = `(select e.to_on from membership_end as e where e.membership_id = t.id)`
    where(
      `t.from_on <= +? and coalesce(${end}, t.until_on, '9999-12-31') >= +?`,
      asked.on,
      asked.on,
    )
  }
  return found
}

function shown(view: View, one: Membership): z.output<typeof membershipOut> {
  const unit = unitById(view, one.unit_id)
  return {
    membership: one.id,
    party: partyRef(one.party_id),
    name: nameFor(view, view.caller, one.party_id),
    unit: unit.code,
    unit_name: unit.name,
    sort: one.sort,
    from_on: one.from_on,
    to_on: one.to_on,
    cause: one.cause,
    sequence: one.event_seq,
  }
}

export const list = query({
  name: 'memberships.list',
  summary: 'Lists memberships of a person, of a unit, or that hold on a day, as they were recorded',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/memberships' },
  input: listInput,
  output: z.object({ memberships: z.array(membershipOut), ...pageOut }),
  run: (view, asked) => {
    const listing: Listing = {
      table: 'membership',
      key: null,
      descending: false,
      seek: conditions(view, asked),
      also: [],
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return { memberships: ids.map((id) => shown(view, membershipWithId(view, id))), next, previous }
  },
})
