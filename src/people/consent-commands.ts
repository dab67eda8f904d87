/** Commands and queries of consent: given and taken back, for each purpose by itself. */
import { z } from 'zod'
import { keepDetail, textFor } from '../book/details.ts'
import { dayField, dayOut, idField, reasonField } from '../book/fields.ts'
import { command, officers, query } from '../book/registry.ts'
import { insert, nextId } from '../store/prepare.ts'
import { registrars } from './commands.ts'
import { consentPurposes, consentsOf, consentTo, findConsent } from './consents.ts'
import {
  consentEnded,
  consentEndsTooSoon,
  consentGiven,
  consentInFuture,
  consentUnknown,
} from './data-refusals.ts'
import { partyById, partyRef, partyWithRef } from './parties.ts'
import { partyInScope } from './party-scope.ts'
import { requirePerson } from './persons.ts'
import { requireNotErased } from './sealed-commands.ts'

export const give = command({
  name: 'consents.give',
  summary: 'Records that a person agreed to one use of their data',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/consents' },
  input: z.strictObject({
    party: z.string().max(40),
    purpose: z.enum(consentPurposes),
    /** Today unless said. */
    given_on: dayField.optional(),
    /** What shows it: the paper signed, who heard it. */
    evidence: reasonField.optional(),
  }),
  output: z.object({ consent: z.number(), party: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    const ref = partyRef(party.id)
    requirePerson(party)
    requireNotErased(act, party)
    const given = input.given_on ?? act.today
    if (given > act.today) throw consentInFuture({ day: given, today: act.today })
    const { purpose, evidence } = input
    const stands = consentTo(act, party.id, purpose)
    if (stands) throw consentGiven({ party: ref, purpose, on: stands.given_on })
    const id = nextId(act, 'consent')
    insert(act, 'consent', {
      id,
      party_id: party.id,
      purpose,
      given_on: given,
      evidence_detail_id:
        evidence === undefined ? null : keepDetail(act, 'consent_evidence', evidence),
      event_seq: act.seq,
    })
    return { consent: id, party: ref }
  },
})

export const withdraw = command({
  name: 'consents.withdraw',
  summary: 'Records that a person took a consent back; that it was given stays on record',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/consents/{consent}/withdrawals' },
  input: z.strictObject({
    consent: idField,
    /** Today unless said. */
    withdrawn_on: dayField.optional(),
    evidence: reasonField.optional(),
  }),
  output: z.object({ consent: z.number(), party: z.string() }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const found = findConsent(act, input.consent)
    if (!found || !partyInScope(act, partyById(act, found.party_id))) {
      throw consentUnknown({ consent: input.consent })
    }
    if (found.withdrawn_on) throw consentEnded({ consent: found.id, on: found.withdrawn_on })
    const on = input.withdrawn_on ?? act.today
    if (on > act.today) throw consentInFuture({ day: on, today: act.today })
    if (on < found.given_on) throw consentEndsTooSoon({ from: found.given_on, to: on })
    const { evidence } = input
    insert(act, 'consent_end', {
      id: nextId(act, 'consent_end'),
      consent_id: found.id,
      withdrawn_on: on,
      evidence_detail_id:
        evidence === undefined ? null : keepDetail(act, 'consent_evidence', evidence),
      event_seq: act.seq,
    })
    return { consent: found.id, party: partyRef(found.party_id) }
  },
})

export const list = query({
  name: 'consents.list',
  summary: 'To which uses of their data a person agreed, with what was taken back',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/consents' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({
    consents: z.array(
      z.object({
        consent: z.number(),
        purpose: z.enum(consentPurposes),
        given_on: dayOut,
        evidence: z.string().nullable(),
        /** The event that recorded it. */
        sequence: z.number(),
        /** Null while it stands. */
        withdrawn_on: dayOut.nullable(),
        withdrawn_evidence: z.string().nullable(),
      }),
    ),
  }),
  run: (view, input) => ({
    consents: consentsOf(view, partyWithRef(view, input.party).id).map((row) => ({
      consent: row.id,
      purpose: row.purpose,
      given_on: row.given_on,
      evidence: textFor(view, row.evidence_detail_id),
      sequence: row.event_seq,
      withdrawn_on: row.withdrawn_on,
      withdrawn_evidence: textFor(view, row.withdrawn_detail_id),
    })),
  }),
})
