/** Making and ending application codes, and the list of them. */
import { z } from 'zod'
import { codeField, dayField, dayOut, idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, query, type View } from '../../book/registry.ts'
import { addDays } from '../../kit/day.ts'
import type { PartyId } from '../../kit/ids.ts'
import { registrars } from '../../people/commands.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyById, partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesInScope, partyInScope } from '../../people/party-scope.ts'
import { requireLiving } from '../../people/persons.ts'
import { requireNotErased } from '../../people/sealed-commands.ts'
import { nameFor } from '../../people/shown.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { caseRef } from '../cases/rows.ts'
import { programmeById, programmeWithCode } from '../programmes/programmes.ts'
import { programmeClosed } from '../programmes/refusals.ts'
import { type CodeKept, codeWithHash, findCode, mostCodeDays, stateOfCode } from './codes.ts'
import { forgetDraft, sweepDrafts } from './drafts.ts'
import {
  applicationCodeEnded,
  applicationCodeExists,
  applicationCodeNowhere,
  applicationCodePast,
} from './refusals.ts'

/** The hash of a code, in hex. */
export const codeHashField = z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of the code in hex')

export const make = command({
  name: 'application_codes.make',
  summary: 'Makes a code with which one person applies without an account, by its hash',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/application-codes' },
  input: z.strictObject({
    hash: codeHashField,
    /** Who is to be helped: a person of the registers. */
    party: z.string().max(40),
    /** The programme they apply for; their own choice among the open ones where it is left out. */
    programme: codeField.optional(),
    until_on: dayField,
  }),
  output: z.object({ code: z.number(), party: z.string(), until_on: dayOut }),
  subject: ({ code }) => `application_code/${code}`,
  run: (act, given) => {
    const named = partyWithRef(act, given.party)
    const party = partyById(act, keptInPlaceOf(act, named.id))
    requireNotErased(act, party)
    requireLiving(act, party, act.today)
    const programme =
      given.programme === undefined ? undefined : programmeWithCode(act, given.programme)
    if (programme?.open === 0) throw programmeClosed({ programme: programme.code })
    const { until_on: until } = given
    if (until < act.today || until > addDays(act.today, mostCodeDays)) {
      throw applicationCodePast({ until, today: act.today, most_days: mostCodeDays })
    }
    if (codeWithHash(act, given.hash)) throw applicationCodeExists({})
    sweepDrafts(act, act.today)
    const id = nextId(act, 'application_code')
    insert(act, 'application_code', {
      id,
      party_id: party.id,
      programme_id: programme?.id ?? null,
      code_hash: given.hash,
      until_on: until,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { code: id, party: partyRef(party.id), until_on: until }
  },
})

/** The code with a number, as far as the caller reaches its person. Refuses `application_code.not_there`. */
export function codeReached(asker: Act | View, id: number): CodeKept {
  const code = findCode(asker, id)
  if (!code || !partyInScope(asker, partyById(asker, code.party_id))) {
    throw applicationCodeNowhere({ code: id })
  }
  return code
}

export const end = command({
  name: 'application_codes.end',
  summary: 'Ends an application code; what was sent with it stays, what was not is gone',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/application-codes/{code}/ends' },
  input: z.strictObject({ code: idField }),
  output: z.object({ code: z.number() }),
  subject: ({ code }) => `application_code/${code}`,
  run: (act, given) => {
    const code = codeReached(act, given.code)
    if (code.ended_seq !== null) throw applicationCodeEnded({ code: code.id })
    forgetDraft(act, code)
    insert(act, 'application_code_end', {
      id: nextId(act, 'application_code_end'),
      code_id: code.id,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { code: code.id }
  },
})

const codeStates = ['open', 'sent', 'ended', 'over'] as const

const codeOut = z.object({
  code: z.number(),
  party: z.string(),
  name: z.string(),
  programme: z.string().nullable(),
  until_on: dayOut,
  state: z.enum(codeStates),
  /** When something was saved that is not sent yet; an instant in milliseconds. */
  saved_at: z.number().nullable(),
  case: z.number().nullable(),
  reference: z.string().nullable(),
  /** The event that made it. */
  sequence: z.number(),
})

/** As many as anybody looks through; older ones are found with their person. */
const mostListed = 500

const listSql = `select c.*, e.event_seq as ended_seq, u.case_id, u.event_seq as used_seq, d.saved_at
  from application_code as c
  left join application_code_end as e on e.code_id = c.id
  left join application_code_use as u on u.code_id = c.id
  left join application_draft as d on d.code_id = c.id`

type Listed = CodeKept & { readonly saved_at: number | null }

function shown(view: View, row: Listed): z.output<typeof codeOut> {
  const { programme_id, case_id } = row
  return {
    code: row.id,
    party: partyRef(row.party_id),
    name: nameFor(view, view.caller, row.party_id),
    programme: programme_id === null ? null : programmeById(view, programme_id).code,
    until_on: row.until_on,
    state: stateOfCode(row, view.today),
    saved_at: row.saved_at,
    case: case_id,
    reference: case_id === null ? null : caseRef(case_id),
    sequence: row.event_seq,
  }
}

export const list = query({
  name: 'application_codes.list',
  summary: 'Application codes: for whom, until when, what came of them; never the codes themselves',
  may: registrars,
  reach: 'units',
  route: { method: 'GET', path: '/application-codes' },
  input: z.strictObject({
    party: z.string().max(40).optional(),
    state: z.enum([...codeStates, 'all']).default('all'),
  }),
  output: z.object({ codes: z.array(codeOut) }),
  run: (view, { party, state }) => {
    const scope = partiesInScope(view, 'c.party_id')
    const one: PartyId | null = party === undefined ? null : partyWithRef(view, party).id
    const conditions = [scope?.sql, one === null ? undefined : 'c.party_id = +?']
    const where = conditions.filter((sql) => sql !== undefined).join(' and ')
    const found = view.all(
      `${listSql} ${where === '' ? '' : `where ${where}`} order by c.id desc limit ${mostListed}`,
      [...(scope?.values ?? []), ...(one === null ? [] : [one])],
    ) as unknown as Listed[]
    const codes = found.map((row) => shown(view, row))
    return { codes: codes.filter((code) => state === 'all' || code.state === state) }
  },
})
