/**
 * To which uses of their data somebody agreed (PIPL articles 13, 14, 15 and 29: for each purpose by itself, and
 * taken back as easily as given). What is not recorded was not given.
 */
import type { Row } from '../../db/schema.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

export const consentPurposes = [
  'processing',
  'publication',
  'photos',
  'sensitive_data',
  'sharing_above',
] as const satisfies readonly Row<'consent'>['purpose'][]
export type ConsentPurpose = (typeof consentPurposes)[number]

const records = build
  .selectFrom('consent as c')
  .leftJoin('consent_end as e', 'e.consent_id', 'c.id')
  .selectAll('c')
  .select([
    'e.withdrawn_on',
    'e.event_seq as withdrawn_seq',
    'e.evidence_detail_id as withdrawn_detail_id',
  ])

const ofParty = prepare((p: { party: PartyId }) =>
  records.where('c.party_id', '=', p.party).orderBy('c.id', 'desc'),
)
const inForce = prepare((p: { party: PartyId; purpose: ConsentPurpose }) =>
  records
    .where('c.party_id', '=', p.party)
    .where('c.purpose', '=', p.purpose)
    .where('e.id', 'is', null)
    .limit(1),
)
const withId = prepare((p: { id: number }) => records.where('c.id', '=', p.id))

export type Consent = NonNullable<(typeof ofParty)['row']>

/** All that somebody agreed to, the newest first, with what was taken back. */
export function consentsOf(reader: Reader, party: PartyId): Consent[] {
  return rows(reader, ofParty, { party })
}

/** The consent to a purpose that stands, or undefined. */
export function consentTo(
  reader: Reader,
  party: PartyId,
  purpose: ConsentPurpose,
): Consent | undefined {
  return first(reader, inForce, { party, purpose })
}

/** Whether somebody agreed to a purpose and has not taken it back. */
export function hasConsent(reader: Reader, party: PartyId, purpose: ConsentPurpose): boolean {
  return consentTo(reader, party, purpose) !== undefined
}

/** The consent with a number, or undefined. */
export function findConsent(reader: Reader, id: number): Consent | undefined {
  return first(reader, withId, { id })
}
