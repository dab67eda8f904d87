/** Signing in: a name and a password, looked at so that nobody learns which names there are. */
import type { Caller } from '../book/registry.ts'
import { base64url } from '../kit/bytes.ts'
import { sha256 } from '../kit/digest.ts'
import type { Reader } from '../store/store.ts'
import { isPassword, mostCharacters } from './passwords.ts'
import { signInRefused } from './refusals.ts'
import type { Throttle } from './throttle.ts'
import { callerOfUser, loginOf, passwordHashOf, userWithLogin } from './users.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
}

/**
 * Who signs in with a name and a password. Without a reader there is no book, which takes as long and is
 * answered the same. Refuses `sign_in.refused`, `sign_in.throttled` and `sign_in.busy`.
 */
export async function signedInBy(
  reader: Reader | undefined,
  throttle: Throttle,
  { login, password }: Credentials,
): Promise<Caller> {
  // Whatever was typed, the throttle remembers names of one short length.
  const name = base64url(sha256(loginOf(login)))
  const caller = await throttle.attempt(name, async () => {
    const user = reader && userWithLogin(reader, login)
    const hash = reader && user && passwordHashOf(reader, user.id)
    const right = await isPassword(password.slice(0, 2 * mostCharacters), hash)
    return right && user ? callerOfUser(reader, user) : undefined
  })
  if (caller === undefined) throw signInRefused({})
  return caller
}
