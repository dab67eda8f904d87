/**
 * Recovery codes: ten for each user with a second factor, each good for one sign-in without it. They are shown once;
 * the book keeps hashes. A code has 80 random bits, so that its hash needs no salt and no slow function.
 */
import { z } from 'zod'
import { type Act, anyRole, pageCommand } from '../book/registry.ts'
import { sha256, unhex } from '../kit/digest.ts'
import type { UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { secondFactorOf } from './second-factor-rows.ts'
import { recoveryCodeMistyped, recoveryCodeWrong, secondFactorMissing } from './sign-in-refusals.ts'
import { oneself } from './users.ts'

/** As many as others give; a sheet of them lasts for years. */
export const codesInSet = 10

/** Crockford's base32: no I, L, O and U, which look like others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomCharacters = 16
const bitsEach = 5

/** A new code in groups, the last character a check of the others: `7K3D-9QWE-2MXT-8HRV5`. */
export function newRecoveryCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random((randomCharacters * bitsEach) / 8)
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let code = ''
  for (let place = randomCharacters - 1; place >= 0; place -= 1) {
    code += alphabet[Number((bits >> BigInt(place * bitsEach)) & 31n)]
  }
  code += checkOf(code)
  return code.replace(/^(....)(....)(....)(.....)$/, '$1-$2-$3-$4')
}

/** The codes of a new set. They are shown once and kept nowhere. */
export function newRecoveryCodes(random: (bytes: number) => Uint8Array): string[] {
  return Array.from({ length: codesInSet }, () => newRecoveryCode(random))
}

/** Luhn's check over 32 characters: every single slip and nearly every swap of neighbours shows. */
function checkOf(code: string): string {
  let sum = 0
  for (const [place, character] of [...code].reverse().entries()) {
    const value = alphabet.indexOf(character) * (place % 2 === 0 ? 2 : 1)
    sum += Math.floor(value / alphabet.length) + (value % alphabet.length)
  }
  return alphabet[(alphabet.length - (sum % alphabet.length)) % alphabet.length]!
}

/**
 * A code as it is kept, from how it was typed: without regard to capitals, spaces and dashes, O for 0, I and L for 1.
 * Refuses `recovery_code.mistyped`, which says nothing about any user's codes.
 */
export function readRecoveryCode(typed: string): string {
  const code = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const sound = /^[0-9A-HJKMNP-TV-Z]{17}$/.test(code) && checkOf(code.slice(0, -1)) === code.at(-1)
  if (!sound) throw recoveryCodeMistyped({})
  return code
}

/** The hash under which a code is kept. */
export function recoveryCodeHash(code: string): Uint8Array {
  return sha256(`recovery code\n${readRecoveryCode(code)}`)
}

const newestSet = prepare((p: { user: UserId }) =>
  build
    .selectFrom('recovery_code as c')
    .leftJoin('recovery_code_use as x', 'x.recovery_code_id', 'c.id')
    .select(['c.id', 'c.hash', 'c.event_seq', 'x.id as use_id'])
    .where('c.user_id', '=', p.user)
    .where('c.event_seq', '=', (sub) =>
      sub
        .selectFrom('recovery_code as n')
        .select(({ fn }) => fn.max('n.event_seq').as('newest'))
        .where('n.user_id', '=', p.user),
    )
    .orderBy('c.id'),
)
const lastEnd = prepare((p: { user: UserId }) =>
  build
    .selectFrom('recovery_end')
    .select('event_seq')
    .where('user_id', '=', p.user)
    .orderBy('event_seq', 'desc')
    .limit(1),
)

/** The codes of a user that can still be used. */
export function recoveryCodesOf(reader: Reader, user: UserId) {
  const ended = first(reader, lastEnd, { user })?.event_seq ?? 0
  return rows(reader, newestSet, { user }).filter(
    ({ use_id, event_seq }) => use_id === null && event_seq > ended,
  )
}

/** The hashes of a new set. */
export const recoveryHashesField = z
  .array(z.string().regex(/^[0-9a-f]{64}$/, 'write the hash of a code in hex'))
  .length(codesInSet)

/** Writes a new set, which ends the one before. */
export function putRecoveryCodes(act: Act, user: UserId, hashes: readonly string[]): void {
  let id = nextId(act, 'recovery_code')
  for (const hash of hashes) {
    insert(act, 'recovery_code', { id, user_id: user, hash: unhex(hash), event_seq: act.seq })
    id += 1
  }
}

/** Uses up a code. Refuses `recovery_code.wrong`. */
export function useRecoveryCode(act: Act, user: UserId, hash: string): void {
  const given = unhex(hash)
  const found = recoveryCodesOf(act, user).find((code) => Buffer.from(given).equals(code.hash))
  if (!found) throw recoveryCodeWrong({})
  insert(act, 'recovery_code_use', {
    id: nextId(act, 'recovery_code_use'),
    recovery_code_id: found.id,
    event_seq: act.seq,
  })
}

/** Ends all codes of a user. */
export function endRecoveryCodes(act: Act, user: UserId): void {
  if (recoveryCodesOf(act, user).length === 0) return
  insert(act, 'recovery_end', {
    id: nextId(act, 'recovery_end'),
    user_id: user,
    event_seq: act.seq,
  })
}

export const renew = pageCommand({
  name: 'recovery_codes.renew',
  summary: 'Gives a user ten new recovery codes, by their hashes; those before them end',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ recovery_codes: recoveryHashesField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const user = oneself(act)
    if (!secondFactorOf(act, user.id)) throw secondFactorMissing({})
    putRecoveryCodes(act, user.id, input.recovery_codes)
    return { user: user.id }
  },
})
