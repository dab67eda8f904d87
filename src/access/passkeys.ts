/** Passkeys of users: added, used, removed; and one whose counter went back, which is used no more. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../book/details.ts'
import { idField, nameField } from '../book/fields.ts'
import { type Act, anyRole, pageCommand } from '../book/registry.ts'
import { unbase64url } from '../kit/bytes.ts'
import { sameBytes, unhex } from '../kit/digest.ts'
import type { PasskeyId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import {
  passkeyExists,
  passkeyQuestionOver,
  passkeyRefused,
  passkeysTooMany,
  passkeyUnknown,
} from './passkey-refusals.ts'
import {
  hashField,
  openSession,
  putProof,
  requireOwnSession,
  sessionFields,
  sessionOutput,
} from './sessions.ts'
import { oneself } from './users.ts'
import { requireAnotherWay } from './ways-in.ts'

/** More devices than anybody carries. */
export const mostPasskeys = 20

const inForce = () =>
  build
    .selectFrom('passkey as k')
    .leftJoin('passkey_end as e', 'e.passkey_id', 'k.id')
    .where('e.id', 'is', null)
const byCredential = prepare((p: { credential: Uint8Array }) =>
  inForce()
    .innerJoin('user_handle as h', 'h.user_id', 'k.user_id')
    .leftJoin('user_end as u', 'u.user_id', 'k.user_id')
    .selectAll('k')
    .select('h.handle')
    .where('k.credential_id', '=', p.credential)
    .where('u.id', 'is', null),
)
const anyWithCredential = prepare((p: { credential: Uint8Array }) =>
  build.selectFrom('passkey').select('id').where('credential_id', '=', p.credential),
)
const withId = prepare((p: { id: PasskeyId }) => inForce().selectAll('k').where('k.id', '=', p.id))
const ofUser = prepare((p: { user: UserId }) =>
  inForce()
    .innerJoin('event as v', 'v.seq', 'k.event_seq')
    .selectAll('k')
    .select('v.at as made_at')
    .where('k.user_id', '=', p.user)
    .orderBy('k.id'),
)
const lastUse = prepare((p: { passkey: PasskeyId }) =>
  build
    .selectFrom('passkey_use as u')
    .innerJoin('event as v', 'v.seq', 'u.event_seq')
    .select(['u.counter', 'v.at'])
    .where('u.passkey_id', '=', p.passkey)
    .orderBy('u.id', 'desc')
    .limit(1),
)
const answered = prepare((p: { hash: Uint8Array }) =>
  build.selectFrom('passkey_use').select('id').where('challenge_hash', '=', p.hash),
)
const handleOf = prepare((p: { user: UserId }) =>
  build.selectFrom('user_handle').select('handle').where('user_id', '=', p.user),
)

/** The passkey of a credential id, while it and its user are in force. */
export function passkeyWith(reader: Reader, credential: Uint8Array) {
  return first(reader, byCredential, { credential })
}

/** The random name by which authenticators know a user; undefined before their first passkey. */
export function userHandle(reader: Reader, user: UserId): Uint8Array | undefined {
  return first(reader, handleOf, { user })?.handle
}

export interface OwnPasskey {
  readonly passkey: PasskeyId
  readonly credential: Uint8Array
  /** The name of the site it was made for. */
  readonly rp_id: string
  /** Empty once it has been erased. */
  readonly label: string
  /** Milliseconds since the epoch. */
  readonly made_at: number
  readonly used_at: number | null
  readonly synced: boolean
}

/** The passkeys of a user, from the oldest. */
export function passkeysOf(reader: Reader, user: UserId): OwnPasskey[] {
  return rows(reader, ofUser, { user }).map((kept) => ({
    passkey: kept.id,
    credential: kept.credential_id,
    rp_id: kept.rp_id,
    label: readDetail(reader, kept.label_detail_id)?.body ?? '',
    made_at: kept.made_at,
    used_at: first(reader, lastUse, { passkey: kept.id })?.at ?? null,
    synced: kept.synced === 1,
  }))
}

/**
 * Whether a counter is further on than that of the last use. Synced passkeys count nothing and say 0 for ever
 * (Web Authentication level 3, section 6.1.1).
 */
export function counterRises(reader: Reader, passkey: PasskeyId, counter: number): boolean {
  const kept = first(reader, withId, { id: passkey })
  const last = Math.max(kept?.counter ?? 0, first(reader, lastUse, { passkey })?.counter ?? 0)
  return last === 0 || counter > last
}

function own(act: Act, passkey: number) {
  const user = oneself(act)
  const found = first(act, withId, { id: passkey as PasskeyId })
  if (found?.user_id !== user.id) throw passkeyUnknown({ passkey })
  return found
}

const bytesField = z.string().regex(/^[A-Za-z0-9_-]+$/, 'write bytes in base64url')
const counterField = z.number().int().min(0).max(0xffff_ffff)

export const add = pageCommand({
  name: 'passkeys.add',
  summary: 'Adds a passkey of one’s own, whose making was verified',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    rp_id: z.string().min(1).max(253),
    credential: bytesField.max(1_364),
    public_key: bytesField.max(5_000),
    counter: counterField,
    synced: z.boolean(),
    /** The random name of its user that it was made with. */
    handle: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'write 32 bytes in base64url'),
    label: nameField,
  }),
  output: z.object({ passkey: z.number() }),
  subject: ({ passkey }) => `passkey/${passkey}`,
  run: (act, input) => {
    const user = oneself(act)
    const credential_id = unbase64url(input.credential)
    if (first(act, anyWithCredential, { credential: credential_id })) throw passkeyExists({})
    if (rows(act, ofUser, { user: user.id }).length >= mostPasskeys) {
      throw passkeysTooMany({ most: mostPasskeys })
    }
    const handle = unbase64url(input.handle)
    const known = userHandle(act, user.id)
    if (known && !sameBytes(known, handle)) throw passkeyQuestionOver({})
    if (!known) {
      const id = nextId(act, 'user_handle')
      insert(act, 'user_handle', { id, user_id: user.id, handle, event_seq: act.seq })
    }
    const id = nextId(act, 'passkey')
    insert(act, 'passkey', {
      id,
      user_id: user.id,
      rp_id: input.rp_id,
      credential_id,
      public_key: unbase64url(input.public_key),
      counter: input.counter,
      synced: input.synced ? 1 : 0,
      label_detail_id: keepDetail(act, 'passkey_label', input.label),
      event_seq: act.seq,
    })
    return { passkey: id }
  },
})

/** What an answer of a passkey brings, once it was verified. */
const shownFields = {
  passkey: idField,
  counter: counterField,
  challenge_hash: hashField,
}

/** Records that a user showed a passkey of theirs, and answers whose it is. */
function show(
  act: Act,
  shown: { readonly passkey: number; readonly counter: number; readonly challenge_hash: string },
): UserId {
  const { id, user_id } = own(act, shown.passkey)
  const challenge_hash = unhex(shown.challenge_hash)
  if (first(act, answered, { hash: challenge_hash })) throw passkeyQuestionOver({})
  // Two answers at once: only one of them can be the newest.
  if (!counterRises(act, id, shown.counter)) throw passkeyRefused({})
  insert(act, 'passkey_use', {
    id: nextId(act, 'passkey_use'),
    passkey_id: id,
    counter: shown.counter,
    challenge_hash,
    event_seq: act.seq,
  })
  return user_id
}

export const signIn = pageCommand({
  name: 'passkeys.sign_in',
  summary: 'Signs a user in who showed one of their passkeys, which is both factors',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ ...shownFields, ...sessionFields }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, input) => {
    const { hash, browser, device, ...shown } = input
    return openSession(act, show(act, shown), { hash, browser, device, way: 'passkey' })
  },
})

export const prove = pageCommand({
  name: 'passkeys.prove',
  summary: 'Notes that a signed-in user has shown again who they are, by one of their passkeys',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ ...shownFields, session: idField, browser: sessionFields.browser }),
  output: z.object({ session: z.number() }),
  subject: ({ session }) => `session/${session}`,
  run: (act, { session: given, browser, ...shown }) => {
    const session = requireOwnSession(act, given)
    show(act, shown)
    putProof(act, session, { way: 'passkey', browser })
    return { session }
  },
})

function endPasskey(act: Act, passkey: number, reason: 'removed' | 'counter_went_back') {
  const { id, user_id } = own(act, passkey)
  if (reason === 'removed') requireAnotherWay(act, user_id)
  const row = { id: nextId(act, 'passkey_end'), passkey_id: id, reason, event_seq: act.seq }
  insert(act, 'passkey_end', row)
  return { passkey: id }
}

export const remove = pageCommand({
  name: 'passkeys.remove',
  summary: 'Removes a passkey of one’s own: it opens nothing any more',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ passkey: idField }),
  output: z.object({ passkey: z.number() }),
  subject: ({ passkey }) => `passkey/${passkey}`,
  run: (act, { passkey }) => endPasskey(act, passkey, 'removed'),
})

export const distrust = pageCommand({
  name: 'passkeys.distrust',
  summary: 'Ends a passkey whose right answer came with a counter that had gone back',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ passkey: idField }),
  output: z.object({ passkey: z.number() }),
  subject: ({ passkey }) => `passkey/${passkey}`,
  run: (act, { passkey }) => endPasskey(act, passkey, 'counter_went_back'),
})
