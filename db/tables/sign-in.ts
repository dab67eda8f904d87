/** Tables of signing in: second factors, half sign-ins, proofs, known browsers, what a token may do. */
import type { Day } from '../../src/kit/day.ts'
import type {
  EventSeq,
  HalfSignInId,
  SecondFactorId,
  SessionId,
  TokenId,
  UserId,
} from '../../src/kit/ids.ts'
import { blob, int, text } from '../columns.ts'

export const signInTables = {
  second_factor: {
    id: int<SecondFactorId>(),
    user_id: int<UserId>(),
    secret_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  second_factor_end: {
    id: int(),
    second_factor_id: int<SecondFactorId>(),
    event_seq: int<EventSeq>(),
  },
  second_factor_use: {
    id: int(),
    second_factor_id: int<SecondFactorId>(),
    step: int(),
    event_seq: int<EventSeq>(),
  },
  recovery_code: {
    id: int(),
    user_id: int<UserId>(),
    hash: blob(),
    event_seq: int<EventSeq>(),
  },
  recovery_code_use: {
    id: int(),
    recovery_code_id: int(),
    event_seq: int<EventSeq>(),
  },
  recovery_end: {
    id: int(),
    user_id: int<UserId>(),
    event_seq: int<EventSeq>(),
  },
  half_sign_in: {
    id: int<HalfSignInId>(),
    hash: blob(),
    user_id: int<UserId>(),
    expires_at: int(),
    event_seq: int<EventSeq>(),
  },
  half_sign_in_end: {
    id: int(),
    half_sign_in_id: int<HalfSignInId>(),
    event_seq: int<EventSeq>(),
  },
  session_proof: {
    id: int(),
    session_id: int<SessionId>(),
    way: text<'password' | 'code' | 'recovery_code' | 'passkey' | 'provider' | 'link'>(),
    browser: text(),
    shown_at: int(),
    event_seq: int<EventSeq>(),
  },
  session_seen: {
    session_id: int<SessionId>(),
    seen_at: int(),
  },
  device: {
    id: int(),
    hash: blob(),
    user_id: int<UserId>(),
    expires_at: int(),
    event_seq: int<EventSeq>(),
  },
  token_command: {
    id: int(),
    token_id: int<TokenId>(),
    command: text(),
    event_seq: int<EventSeq>(),
  },
  token_seen: {
    token_id: int<TokenId>(),
    seen_on: text<Day>(),
  },
} as const
