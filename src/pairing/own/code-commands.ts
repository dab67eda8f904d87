/** Making and ending pairing codes, and the list of them. */
import { z } from 'zod'
import { dayField, dayOut, idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, query, type Role, type View } from '../../book/registry.ts'
import { addDays } from '../../kit/day.ts'
import type { PartyId } from '../../kit/ids.ts'
import { keptInPlaceOf, togetherWith } from '../../people/merges.ts'
import { type Party, partyById, partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesInScope, partyInScope } from '../../people/party-scope.ts'
import { requireNotErased } from '../../people/sealed-commands.ts'
import { nameFor } from '../../people/shown.ts'
import { unsealingNamesNeeded } from '../../people/unsealings.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { helperOfParty, needsOfParty } from '../registers/rows.ts'
import {
  findPairingCode,
  mostPairingCodeDays,
  type PairingCode,
  pairingCodeWithHash,
  stateOfPairingCode,
} from './codes.ts'
import {
  pairingCodeEnded,
  pairingCodeExists,
  pairingCodeNobody,
  pairingCodeNowhere,
  pairingCodeUntil,
} from './refusals.ts'

/** Who hands codes over. */
export const codeMakers: readonly Role[] = ['owner', 'pairing_coordinator']

export const make = command({
  name: 'pairing_codes.make',
  summary: 'Makes a code with which a helper, or somebody who is helped, opens their own page',
  may: codeMakers,
  reach: 'units',
  route: { method: 'POST', path: '/pairing-codes' },
  input: z.strictObject({
    /** The hash of the code, in hex; the code itself never reaches the book. */
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of the code in hex'),
    party: z.string().max(40),
    until_on: dayField,
  }),
  output: z.object({ code: z.number(), party: z.string(), until_on: dayOut }),
  subject: ({ code }) => `pairing_code/${code}`,
  run: (act, given) => {
    // Whoever makes a code holds it, and what it opens names the other side in full.
    if (!act.caller.readsNames) throw unsealingNamesNeeded({})
    const named = partyWithRef(act, given.party)
    const party = partyById(act, keptInPlaceOf(act, named.id))
    requireNotErased(act, party)
    requirePartOf(act, party)
    const { until_on: until } = given
    if (until < act.today || until > addDays(act.today, mostPairingCodeDays)) {
      throw pairingCodeUntil({ until, today: act.today, most_days: mostPairingCodeDays })
    }
    if (pairingCodeWithHash(act, given.hash)) throw pairingCodeExists({})
    const id = nextId(act, 'pairing_code')
    insert(act, 'pairing_code', {
      id,
      party_id: party.id,
      code_hash: given.hash,
      until_on: until,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { code: id, party: partyRef(party.id), until_on: until }
  },
})

/** Refuses `pairing_code.nobody` for whoever neither helps nor has a need. */
function requirePartOf(act: Act, party: Party): void {
  const all = togetherWith(act, party.id)
  const has = all.some((id) => helperOfParty(act, id) || needsOfParty(act, id).length > 0)
  if (!has) throw pairingCodeNobody({ party: partyRef(party.id) })
}

/** The code with a number, as far as the caller reaches its party. Refuses `pairing_code.not_there`. */
function codeReached(asker: Act | View, id: number): PairingCode {
  const code = findPairingCode(asker, id)
  if (!code || !partyInScope(asker, partyById(asker, code.party_id))) {
    throw pairingCodeNowhere({ code: id })
  }
  return code
}

export const end = command({
  name: 'pairing_codes.end',
  summary: 'Ends a pairing code: it opens nothing any more; what was done with it stays',
  may: codeMakers,
  reach: 'units',
  route: { method: 'POST', path: '/pairing-codes/{code}/ends' },
  input: z.strictObject({ code: idField }),
  output: z.object({ code: z.number() }),
  subject: ({ code }) => `pairing_code/${code}`,
  run: (act, given) => {
    const code = codeReached(act, given.code)
    if (code.ended_seq !== null) throw pairingCodeEnded({ code: code.id })
    insert(act, 'pairing_code_end', {
      id: nextId(act, 'pairing_code_end'),
      code_id: code.id,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { code: code.id }
  },
})

const codeStates = ['open', 'ended', 'over'] as const

const codeOut = z.object({
  code: z.number(),
  party: z.string(),
  name: z.string(),
  until_on: dayOut,
  state: z.enum(codeStates),
  /** The event that made it. */
  sequence: z.number(),
})

/** As many as anybody looks through; older ones are found with their party. */
const mostListed = 500

const listSql = `select c.*, e.event_seq as ended_seq
  from pairing_code as c left join pairing_code_end as e on e.code_id = c.id`

export const list = query({
  name: 'pairing_codes.list',
  summary: 'Pairing codes: for whom, until when; never the codes themselves',
  may: codeMakers,
  reach: 'units',
  route: { method: 'GET', path: '/pairing-codes' },
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
    ) as unknown as PairingCode[]
    const codes = found.map((row) => ({
      code: row.id,
      party: partyRef(row.party_id),
      name: nameFor(view, view.caller, row.party_id),
      until_on: row.until_on,
      state: stateOfPairingCode(row, view.today),
      sequence: row.event_seq,
    }))
    return { codes: codes.filter((code) => state === 'all' || code.state === state) }
  },
})
