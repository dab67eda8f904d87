/** Queries of parties: names as the caller may read them. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { codeField, dayOut, limitField, nameField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { officers, query, type View } from '../book/registry.ts'
import { inScope } from '../book/scope.ts'
import type { PartyId } from '../kit/ids.ts'
import { householdOf, householdRef } from './households.ts'
import { type Party, partyById, partyKinds, partyRef, partyWithRef } from './parties.ts'
import { partiesInScope } from './party-scope.ts'
import { partyRoles, playsRole, rolesOf } from './roles.ts'
import { partiesCalled, partiesNamed } from './search.ts'
import { nameFor } from './shown.ts'
import { statuses, statusOn } from './statuses.ts'
import { unitById, unitWithCode } from './units.ts'

const partyOut = z.object({
  party: z.string(),
  kind: z.enum(partyKinds),
  name: z.string(),
  /** Where it is registered; null for the whole organisation, and beyond the caller’s reach. */
  unit: z.string().nullable(),
  /** The event that registered it. */
  sequence: z.number(),
})

function shown(view: View, party: Party): z.output<typeof partyOut> {
  const unit = party.unit_id
  return {
    party: partyRef(party.id),
    kind: party.kind,
    name: nameFor(view, view.caller, party.id),
    unit: inScope(view.scope, unit) && unit !== null ? unitById(view, unit).code : null,
    sequence: party.event_seq,
  }
}

const listInput = z.strictObject({
  kind: z.enum(partyKinds).optional(),
  /** A unit in which it is registered or a member today. */
  unit: codeField.optional(),
  /** What it is in the book by what happened. */
  role: z.enum(partyRoles).optional(),
  /** A reference, or a part of the name, as far as the caller may read names. */
  q: z.string().trim().min(1).max(100).optional(),
  /** The whole name, as it is written. */
  name: nameField.optional(),
  order: z.enum(['ascending', 'descending']).default('ascending'),
  cursor: pageCursorField,
  limit: limitField,
})

function found(view: View, asked: z.output<typeof listInput>): PartyId[] | null {
  const { q, name, kind } = asked
  if (name !== undefined) return partiesCalled(view, view.caller, name)
  if (q === undefined) return null
  if (/^P-\d+$/i.test(q)) return [partyWithRef(view, q.toUpperCase()).id]
  return partiesNamed(view, view.caller, q, { kind })
}

/** Registered in a unit, or a member of it today. */
function ofUnit(view: View, code: string): Condition {
  const { id } = unitWithCode(view, code)
  return {
    sql: `t.id in (
      select p.id from party as p where p.unit_id = +?
      union all
      select m.party_id from membership as m left join membership_end as e on e.membership_id = m.id
      where m.unit_id = +? and m.from_on <= +? and coalesce(e.to_on, m.until_on, '9999-12-31') >= +?)`,
    values: [id, id, view.today, view.today],
  }
}

function narrowed(view: View, asked: z.output<typeof listInput>): Condition[] {
  const among = found(view, asked)
  const within = partiesInScope(view, 't.id')
  return [
    ...(among === null
      ? []
      : [{ sql: 't.id in (select value from json_each(+?))', values: [JSON.stringify(among)] }]),
    ...(within === null ? [] : [within]),
    ...(asked.unit === undefined ? [] : [ofUnit(view, asked.unit)]),
  ]
}

export const list = query({
  name: 'parties.list',
  summary: 'Lists the parties by kind, unit, role or search; names as the caller may read them',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties' },
  input: listInput,
  output: z.object({ parties: z.array(partyOut), ...pageOut }),
  run: (view, asked) => {
    const listing: Listing = {
      table: 'party',
      key: null,
      descending: asked.order === 'descending',
      seek: narrowed(view, asked),
      also: [
        ...(asked.kind === undefined ? [] : [{ sql: 't.kind = +?', values: [asked.kind] }]),
        ...(asked.role === undefined ? [] : [playsRole(view, asked.role)]),
      ],
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const parties = ids.map((id) => shown(view, partyById(view, id as PartyId)))
    return { parties, next, previous }
  },
})

export const show = query({
  name: 'parties.show',
  summary: 'Shows a party: where it is registered, what it is in the book, what became of it',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: partyOut.extend({
    roles: z.array(z.enum(partyRoles)),
    /** The latest that was said of it; null while nothing was. */
    status: z
      .object({ status: z.enum(statuses), from_on: dayOut, note: z.string().nullable() })
      .nullable(),
    /** The household in which it lives today. */
    household: z.string().nullable(),
  }),
  run: (view, input) => {
    const party = partyWithRef(view, input.party)
    const status = statusOn(view, party.id, view.today)
    const household = householdOf(view, party.id, view.today)
    return {
      ...shown(view, party),
      roles: rolesOf(view, party.id),
      status: status
        ? {
            status: status.status,
            from_on: status.from_on,
            note: textFor(view, status.note_detail_id),
          }
        : null,
      household: household ? householdRef(household.household_id) : null,
    }
  },
})
