/** Queries of households. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { codeField, dayOut, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { officers, query, type View } from '../book/registry.ts'
import { inScope, scopeList } from '../book/scope.ts'
import type { HouseholdId, UnitId } from '../kit/ids.ts'
import {
  everIn,
  type HouseholdMember,
  householdRef,
  householdWithRef,
  livingIn,
  relations,
} from './households.ts'
import { partyById, partyRef, partyWithRef } from './parties.ts'
import { partiesInScope, partyInScope } from './party-scope.ts'
import { partiesNamed } from './search.ts'
import { nameFor } from './shown.ts'
import { unitById, unitWithCode } from './units.ts'

const personOut = z.object({ party: z.string(), name: z.string() })

const householdOut = z.object({
  household: z.string(),
  /** The unit that keeps its register; null for the whole organisation. */
  unit: z.string().nullable(),
  unit_name: z.string().nullable(),
  /** Null after a head died, until another is named; and where the caller does not reach the head. */
  head: personOut.nullable(),
  /** How many live in it today, as far as the caller reaches them. */
  members: z.number(),
  sequence: z.number(),
})

function living(view: View, household: HouseholdId): HouseholdMember[] {
  return livingIn(view, household, view.today).filter(({ party_id }) =>
    partyInScope(view, partyById(view, party_id)),
  )
}

function unitShown(view: View, id: UnitId | null) {
  const unit = id !== null && inScope(view.scope, id) ? unitById(view, id) : null
  return { unit: unit?.code ?? null, unit_name: unit?.name ?? null }
}

function person(view: View, { party_id }: HouseholdMember): z.output<typeof personOut> {
  return { party: partyRef(party_id), name: nameFor(view, view.caller, party_id) }
}

function shown(view: View, { id, unit_id, event_seq }: Row<'household'>) {
  const members = living(view, id)
  const head = members.find(({ relation }) => relation === 'head')
  return {
    household: householdRef(id),
    ...unitShown(view, unit_id),
    head: head ? person(view, head) : null,
    members: members.length,
    sequence: event_seq,
  }
}

const listInput = z.strictObject({
  unit: codeField.optional(),
  /** The reference of a household or of somebody who lives in it, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  cursor: pageCursorField,
  limit: limitField,
})

/** Households in which parties of a condition live today. */
function livedInBy({ sql, values }: Condition, today: string): Condition {
  return {
    sql: `t.id in (
      select m.household_id
      from household_member as m left join household_member_end as e on e.member_id = m.id
      where m.from_on <= +? and coalesce(e.to_on, '9999-12-31') >= +? and ${sql})`,
    values: [today, today, ...values],
  }
}

function searched(view: View, q: string): Condition {
  if (/^H-\d+$/i.test(q)) {
    return { sql: 't.id = +?', values: [householdWithRef(view, q.toUpperCase()).id] }
  }
  const parties = /^P-\d+$/i.test(q)
    ? [partyWithRef(view, q.toUpperCase()).id]
    : partiesNamed(view, view.caller, q)
  const among = 'm.party_id in (select value from json_each(+?))'
  return livedInBy({ sql: among, values: [JSON.stringify(parties)] }, view.today)
}

function conditions(view: View, asked: z.output<typeof listInput>): Condition[] {
  const found: Condition[] = []
  if (asked.q !== undefined) found.push(searched(view, asked.q))
  if (asked.unit !== undefined) {
    found.push({ sql: 't.unit_id = +?', values: [unitWithCode(view, asked.unit).id] })
  }
  if (view.scope === 'all') return found
  const lived = livedInBy(partiesInScope(view, 'm.party_id')!, view.today)
  const units = 't.unit_id in (select value from json_each(+?))'
  found.push({
    sql: `(${units} or ${lived.sql})`,
    values: [scopeList(view.scope), ...lived.values],
  })
  return found
}

export const list = query({
  name: 'households.list',
  summary: 'Lists households, by unit or by who lives in them',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/households' },
  input: listInput,
  output: z.object({ households: z.array(householdOut), ...pageOut }),
  run: (view, asked) => {
    const seek = conditions(view, asked)
    const listing: Listing = { table: 'household', key: null, descending: false, seek, also: [] }
    const { ids, next, previous } = pageOf(view, listing, asked)
    const households = ids.map((id) =>
      shown(view, householdWithRef(view, householdRef(id as HouseholdId))),
    )
    return { households, next, previous }
  },
})

const memberOut = personOut.extend({
  relation: z.enum(relations),
  from_on: dayOut,
  to_on: dayOut.nullable(),
  cause: z.enum(['left', 'moved', 'new_head', 'died', 'mistake']).nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'households.show',
  summary: 'Shows a household: who lives in it, who lived in it before',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/households/{household}' },
  input: z.strictObject({ household: z.string().max(40) }),
  output: householdOut.omit({ members: true }).extend({
    /** Who lives in it today, the head first. */
    members: z.array(memberOut),
    /** Times that are over, and those that are to come. */
    others: z.array(memberOut),
  }),
  run: (view, input) => {
    const household = householdWithRef(view, input.household)
    const now = living(view, household.id)
    const times = new Set(now.map(({ id }) => id))
    const others = everIn(view, household.id).filter(
      ({ id, party_id }) => !times.has(id) && partyInScope(view, partyById(view, party_id)),
    )
    const told = (one: HouseholdMember) => ({
      ...person(view, one),
      relation: one.relation,
      from_on: one.from_on,
      to_on: one.to_on,
      cause: one.cause,
      sequence: one.event_seq,
    })
    return { ...shown(view, household), members: now.map(told), others: others.map(told) }
  },
})
