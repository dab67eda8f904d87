/**
 * Reading what lies sealed: somebody says why, which stands on record for good, and reads it for some minutes. Who
 * looked at whose data, when and why is for the auditor and for the person concerned.
 */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail, textFor } from '../book/details.ts'
import { idField, limitField, reasonField } from '../book/fields.ts'
import { type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { command, query, type Role, type View } from '../book/registry.ts'
import { refusal } from '../kit/refusal.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { fieldState } from '../vault/fields.ts'
import { requireMasterKeys } from '../vault/keys.ts'
import { type SealedField, sealedFieldNames } from '../vault/values.ts'
import { partyById, partyRef, partyWithRef } from './parties.ts'
import { partiesInScope, partyInScope } from './party-scope.ts'
import { nameFor, readField } from './shown.ts'

/** Long enough to copy a number by hand; whoever needs it longer says why again. */
const minutesOpen = 10

export const unsealingNamesNeeded = refusal<Record<never, never>>(
  'unsealing.names_needed',
  403,
  () => 'Whoever may not read names does not read numbers and addresses of people either.',
  'Ask someone who may read names.',
)

export const unsealingNothing = refusal<{ party: string; fields: readonly string[] }>(
  'unsealing.nothing',
  409,
  ({ party, fields }) => `Nothing is kept of ${party} in: ${fields.join(', ')}.`,
  'Look at the page of the person to see which fields are filled.',
)

export const unsealingUnknown = refusal<{ unsealing: number }>(
  'unsealing.unknown',
  404,
  ({ unsealing }) => `There is no unsealing ${unsealing} of yours.`,
  'Say for which person and why; then the fields are shown to you.',
)

export const unsealingOver = refusal<{ unsealing: number; minutes: number }>(
  'unsealing.over',
  409,
  ({ unsealing, minutes }) => `Unsealing ${unsealing} was open for ${minutes} minutes and is over.`,
  'To read the fields again, say why again.',
)

/** Who may read sealed fields, saying why. */
export const unsealers: readonly Role[] = ['owner', 'fund_administrator', 'auditor']

const byId = prepare((p: { id: number }) =>
  build.selectFrom('unsealing').selectAll().where('id', '=', p.id),
)

const field = z.enum(sealedFieldNames)

export const open = command({
  name: 'unsealings.open',
  summary: 'Lets one read sealed fields of a party for ten minutes; the reason stays on record',
  may: unsealers,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/unsealings' },
  input: z.strictObject({
    party: z.string().max(40),
    fields: z.array(field).min(1, 'write something').max(sealedFieldNames.length),
    reason: reasonField,
  }),
  output: z.object({
    unsealing: z.number(),
    party: z.string(),
    /** Until when it can be read, in milliseconds since the epoch, UTC. */
    until: z.number(),
  }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    const ref = partyRef(party.id)
    if (!act.caller.readsNames) throw unsealingNamesNeeded({})
    requireMasterKeys(act)
    const fields = sealedFieldNames.filter((one) => input.fields.includes(one))
    if (!fields.some((one) => fieldState(act, party.id, one) === 'sealed')) {
      throw unsealingNothing({ party: ref, fields })
    }
    const id = nextId(act, 'unsealing')
    const until = act.at + minutesOpen * 60_000
    insert(act, 'unsealing', {
      id,
      party_id: party.id,
      actor: act.caller.actor,
      fields: JSON.stringify(fields),
      reason_detail_id: keepDetail(act, 'unsealing_reason', input.reason),
      until_at: until,
      event_seq: act.seq,
    })
    return { unsealing: id, party: ref, until }
  },
})

function unsealingWithId(reader: Reader, id: number): Row<'unsealing'> | undefined {
  return first(reader, byId, { id })
}

function fieldsOf(row: Row<'unsealing'>): SealedField[] {
  return JSON.parse(row.fields) as SealedField[]
}

export const show = query({
  name: 'unsealings.show',
  summary: 'The fields that one asked to read, in full as far as the policy on masks lets one',
  may: unsealers,
  reach: 'units',
  route: { method: 'GET', path: '/unsealings/{unsealing}' },
  input: z.strictObject({ unsealing: idField }),
  output: z.object({
    party: z.string(),
    name: z.string(),
    until: z.number(),
    fields: z.array(z.object({ field, value: z.string().nullable() })),
  }),
  run: (view, { unsealing }) => {
    const row = unsealingWithId(view, unsealing)
    const { caller } = view
    const own = row?.actor === caller.actor && caller.readsNames
    if (!row || !own || !partyInScope(view, partyById(view, row.party_id))) {
      throw unsealingUnknown({ unsealing })
    }
    if (row.until_at <= view.at) throw unsealingOver({ unsealing, minutes: minutesOpen })
    const party = partyById(view, row.party_id)
    return {
      party: partyRef(party.id),
      name: nameFor(view, caller, party.id),
      until: row.until_at,
      fields: fieldsOf(row).map((one) => ({ field: one, value: readField(view, party, one) })),
    }
  },
})

const listed = z.object({
  unsealing: z.number(),
  party: z.string(),
  name: z.string(),
  actor: z.string(),
  at: z.number(),
  fields: z.array(field),
  reason: z.string().nullable(),
  sequence: z.number(),
})

const eventAt = prepare((p: { seq: Row<'event'>['seq'] }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

function shown(view: View, id: number): z.output<typeof listed> {
  const row = unsealingWithId(view, id)!
  return {
    unsealing: row.id,
    party: partyRef(row.party_id),
    name: nameFor(view, view.caller, row.party_id),
    actor: row.actor,
    at: first(view, eventAt, { seq: row.event_seq })!.at,
    fields: fieldsOf(row),
    reason: textFor(view, row.reason_detail_id),
    sequence: row.event_seq,
  }
}

export const list = query({
  name: 'unsealings.list',
  summary: 'Who read sealed fields of whom, when and why, newest first',
  may: ['owner', 'auditor'],
  reach: 'units',
  route: { method: 'GET', path: '/unsealings' },
  input: z.strictObject({
    party: z.string().max(40).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ unsealings: z.array(listed), ...pageOut }),
  run: (view, asked) => {
    const of = asked.party === undefined ? null : partyWithRef(view, asked.party).id
    const listing: Listing = {
      table: 'unsealing',
      key: null,
      descending: true,
      seek: of === null ? [] : [{ sql: 't.party_id = +?', values: [of] }],
      also: [],
      within: of === null ? partiesInScope(view, 't.party_id') : null,
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return { unsealings: ids.map((id) => shown(view, id)), next, previous }
  },
})
