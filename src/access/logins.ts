/** Names for signing in: how they are written and compared. */
import { z } from 'zod'

const longestLogin = 64

/** A name for signing in as it is kept and compared: without regard to capitals and width. */
export function loginOf(given: string): string {
  return given.normalize('NFKC').trim().toLowerCase()
}

const loginPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*$/u

/** A name for signing in: letters of any script, digits and `. _ @ + -`, such as an e-mail address. */
export const loginField = z
  .string({ error: 'write text' })
  .max(200, 'write at most 64 characters')
  .transform((given, context): string => {
    const login = loginOf(given)
    if (login.length <= longestLogin && loginPattern.test(login)) return login
    const message = 'write 1 to 64 letters, digits and . _ @ + -, without spaces'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  .meta({ examples: ['maria'] })
