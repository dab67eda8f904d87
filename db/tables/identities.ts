/** Tables of passkeys, and of accounts of other providers by which users sign in. */
import type {
  EventSeq,
  IdentityId,
  IdentityProviderId,
  PasskeyId,
  UserId,
} from '../../src/kit/ids.ts'
import { blob, int, intOrNull, text, textOrNull } from '../columns.ts'

export const identityTables = {
  user_handle: {
    id: int(),
    user_id: int<UserId>(),
    handle: blob(),
    event_seq: int<EventSeq>(),
  },
  passkey: {
    id: int<PasskeyId>(),
    user_id: int<UserId>(),
    rp_id: text(),
    credential_id: blob(),
    public_key: blob(),
    counter: int(),
    synced: int<0 | 1>(),
    label_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  passkey_use: {
    id: int(),
    passkey_id: int<PasskeyId>(),
    counter: int(),
    challenge_hash: blob(),
    event_seq: int<EventSeq>(),
  },
  passkey_end: {
    id: int(),
    passkey_id: int<PasskeyId>(),
    reason: text(),
    event_seq: int<EventSeq>(),
  },
  identity_provider: {
    id: int<IdentityProviderId>(),
    code: text(),
    issuer: text(),
    client_id: text(),
    secret_detail_id: intOrNull(),
    label_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  identity_provider_end: {
    id: int(),
    provider_id: int<IdentityProviderId>(),
    event_seq: int<EventSeq>(),
  },
  identity: {
    id: int<IdentityId>(),
    user_id: int<UserId>(),
    issuer: text(),
    subject_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  identity_end: {
    id: int(),
    identity_id: int<IdentityId>(),
    event_seq: int<EventSeq>(),
  },
  identity_use: {
    id: int(),
    identity_id: int<IdentityId>(),
    nonce_hash: blob(),
    acr: textOrNull(),
    amr: text(),
    event_seq: int<EventSeq>(),
  },
} as const
