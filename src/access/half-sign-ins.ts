/**
 * Half sign-ins: the password was right, and a second factor is awaited or has to be set up. What a browser holds
 * meanwhile opens nothing else, lasts for minutes, and is another secret than the session's that follows.
 */
import { z } from 'zod'
import { type Act, anyRole, pageCommand } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { HalfSignInId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { endHalfSignIn } from './ended-sessions.ts'
import { totpCodeField, totpSecretField } from './one-time-codes.ts'
import { putRecoveryCodes, recoveryHashesField, useRecoveryCode } from './recovery-codes.ts'
import { useCode } from './second-factor-rows.ts'
import { setUpFactor } from './second-factors.ts'
import { hashField, openSession, sessionFields, sessionOutput } from './sessions.ts'
import { halfSignInUnknown } from './sign-in-refusals.ts'
import { callerOfUser, oneself, userActor } from './users.ts'
import { wantedOf } from './wanted-factor.ts'

/** Long enough to find a telephone, or to install an app on it. */
export const halfSignInMs = 10 * 60_000

/** The cookie that carries a half sign-in's secret. */
export const halfSignInCookie = 'care_ledger_half'

const secretBytes = 32

/** A new half sign-in's secret. It goes to the browser and is kept nowhere else. */
export function halfSignInSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** The hash under which a half sign-in is kept; a session's secret has another one. */
export function halfSignInHash(secret: string): Uint8Array {
  return sha256(`half sign-in\n${secret}`)
}

const byHash = prepare((p: { hash: Uint8Array }) =>
  build
    .selectFrom('half_sign_in as h')
    .innerJoin('user as u', 'u.id', 'h.user_id')
    .leftJoin('half_sign_in_end as e', 'e.half_sign_in_id', 'h.id')
    .leftJoin('user_end as ue', 'ue.user_id', 'u.id')
    .select(['h.id', 'h.user_id', 'h.expires_at', 'u.reads_names'])
    .where('h.hash', '=', p.hash)
    .where('e.id', 'is', null)
    .where('ue.id', 'is', null),
)

/** Who is half signed in with a secret, until when, and what is wanted; undefined when nobody is. */
export function halfSignedIn(reader: Reader, secret: string | undefined, now: number) {
  if (secret === undefined || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined
  const found = first(reader, byHash, { hash: halfSignInHash(secret) })
  if (!found || found.expires_at <= now) return undefined
  const { user_id: user } = found
  const caller = callerOfUser(reader, { id: user, reads_names: found.reads_names })
  return { user, caller, expires_at: found.expires_at, wanted: wantedOf(reader, user, now) }
}

export const begin = pageCommand({
  name: 'sign_ins.begin',
  summary: 'Notes that a user’s password was right, and awaits a second factor for ten minutes',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ hash: hashField }),
  output: z.object({ half_sign_in: z.number(), expires_at: z.number() }),
  subject: ({ half_sign_in }) => `half_sign_in/${half_sign_in}`,
  run: (act, input) => {
    const user = oneself(act)
    const id = nextId(act, 'half_sign_in')
    const expires_at = act.at + halfSignInMs
    insert(act, 'half_sign_in', {
      id,
      hash: unhex(input.hash),
      user_id: user.id,
      expires_at,
      event_seq: act.seq,
    })
    return { half_sign_in: id, expires_at }
  },
})

const halfFields = { ...sessionFields, half: hashField }

/** The half sign-in of the user who acts. Refuses `half_sign_in.unknown`, also for another user's. */
export function requireHalf(act: Act, hash: string): { id: HalfSignInId; user: UserId } {
  const found = first(act, byHash, { hash: unhex(hash) })
  if (!found || found.expires_at <= act.at || act.caller.actor !== userActor(found.user_id)) {
    throw halfSignInUnknown({})
  }
  return { id: found.id, user: found.user_id }
}

export const finishWithCode = pageCommand({
  name: 'sign_ins.finish_with_code',
  summary: 'Signs a user in with the code of their app, after the password',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ ...halfFields, code: totpCodeField }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, { half, code, ...session }) => {
    const { id, user } = requireHalf(act, half)
    useCode(act, user, code)
    endHalfSignIn(act, id)
    return openSession(act, user, { ...session, way: 'code' })
  },
})

export const finishWithRecoveryCode = pageCommand({
  name: 'sign_ins.finish_with_recovery_code',
  summary: 'Signs a user in with a recovery code, after the password; the code is used up',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ ...halfFields, recovery_code: hashField }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, { half, recovery_code, ...session }) => {
    const { id, user } = requireHalf(act, half)
    useRecoveryCode(act, user, recovery_code)
    endHalfSignIn(act, id)
    return openSession(act, user, { ...session, way: 'recovery_code' })
  },
})

export const finishWithEnrolment = pageCommand({
  name: 'sign_ins.finish_with_enrolment',
  summary:
    'Sets up the second factor that the rules ask for and signs its user in, after the password',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    ...halfFields,
    secret: totpSecretField,
    code: totpCodeField,
    recovery_codes: recoveryHashesField,
  }),
  output: sessionOutput,
  subject: ({ session }) => `session/${session}`,
  run: (act, { half, secret, code, recovery_codes, ...session }) => {
    const { id, user } = requireHalf(act, half)
    // Half signed in one may set up a first factor, never put another in its place.
    if (wantedOf(act, user, act.at) !== 'enrolment') throw halfSignInUnknown({})
    setUpFactor(act, user, { secret, code })
    putRecoveryCodes(act, user, recovery_codes)
    endHalfSignIn(act, id)
    return openSession(act, user, { ...session, way: 'code' })
  },
})

export const fail = pageCommand({
  name: 'sign_ins.fail',
  summary: 'Notes that after a right password a wrong second factor was shown',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ half: hashField }),
  output: z.object({ half_sign_in: z.number() }),
  subject: ({ half_sign_in }) => `half_sign_in/${half_sign_in}`,
  run: (act, { half }) => ({ half_sign_in: requireHalf(act, half).id }),
})
