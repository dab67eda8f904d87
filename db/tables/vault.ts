/** Tables of fields that lie sealed. */
import type { EventSeq, PartyId } from '../../src/kit/ids.ts'
import { blob, int, intOrNull, text } from '../columns.ts'

export const vaultTables = {
  sealed_field: {
    id: int(),
    party_id: int<PartyId>(),
    field: text<
      'identity_number' | 'credit_code' | 'bank_account' | 'phone' | 'address' | 'birth_date'
    >(),
    detail_id: intOrNull(),
    event_seq: int<EventSeq>(),
  },
  person_key_end: {
    id: int(),
    party_id: int<PartyId>(),
    event_seq: int<EventSeq>(),
  },
  sealed_body: {
    detail_id: int(),
    nonce: blob(),
    ciphertext: blob(),
  },
  person_key: {
    party_id: int<PartyId>(),
    kid: text(),
    nonce: blob(),
    wrapped: blob(),
  },
  vault_key: {
    name: text<'blind_index' | 'secrets'>(),
    kid: text(),
    nonce: blob(),
    wrapped: blob(),
  },
  blind_index: {
    field: text(),
    mac: blob(),
    detail_id: int(),
    party_id: int<PartyId>(),
  },
} as const
