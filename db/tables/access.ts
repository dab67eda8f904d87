/** Tables of who may use the book. */
import type {
  EventSeq,
  InvitationId,
  RoleGrantId,
  SessionId,
  TokenId,
  UnitId,
  UserId,
} from '../../src/kit/ids.ts'
import { blob, int, intOrNull, text } from '../columns.ts'

export const accessTables = {
  token: {
    id: int<TokenId>(),
    hash: blob(),
    role: text(),
    unit_id: intOrNull<UnitId>(),
    reads_names: int<0 | 1>(),
    reads_only: int<0 | 1>(),
    expires_at: int(),
    label_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  token_revocation: {
    token_id: int<TokenId>(),
    event_seq: int<EventSeq>(),
  },
  user: {
    id: int<UserId>(),
    login_detail_id: int(),
    name_detail_id: int(),
    reads_names: int<0 | 1>(),
    event_seq: int<EventSeq>(),
  },
  role_grant: {
    id: int<RoleGrantId>(),
    user_id: int<UserId>(),
    role: text(),
    unit_id: intOrNull<UnitId>(),
    event_seq: int<EventSeq>(),
  },
  role_grant_end: {
    id: int(),
    grant_id: int<RoleGrantId>(),
    event_seq: int<EventSeq>(),
  },
  user_password: {
    id: int(),
    user_id: int<UserId>(),
    hash_detail_id: int(),
    event_seq: int<EventSeq>(),
  },
  user_end: {
    id: int(),
    user_id: int<UserId>(),
    event_seq: int<EventSeq>(),
  },
  session: {
    id: int<SessionId>(),
    hash: blob(),
    user_id: int<UserId>(),
    expires_at: int(),
    event_seq: int<EventSeq>(),
  },
  session_end: {
    id: int(),
    session_id: int<SessionId>(),
    event_seq: int<EventSeq>(),
  },
  invitation: {
    id: int<InvitationId>(),
    hash: blob(),
    role: text(),
    unit_id: intOrNull<UnitId>(),
    reads_names: int<0 | 1>(),
    user_id: intOrNull<UserId>(),
    expires_at: int(),
    event_seq: int<EventSeq>(),
  },
  invitation_use: {
    id: int(),
    invitation_id: int<InvitationId>(),
    user_id: int<UserId>(),
    event_seq: int<EventSeq>(),
  },
} as const
