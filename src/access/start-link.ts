/**
 * A link that a host prints for whoever starts: it makes a book, or the first owner of one, and then opens
 * nothing more. Its secret is in the memory of one process, so a restart makes another.
 */
import { base64url } from '../kit/bytes.ts'
import { sameBytes, sha256 } from '../kit/digest.ts'

const secretBytes = 32

export interface StartLink {
  /** Whether a secret is that of the link, and nobody has used it. */
  opens(secret: string): boolean
  /**
   * Takes the link for one form, by the form's key. The same form may come again, and is told the same;
   * to every other one the link is used. False when it opens nothing.
   */
  claim(secret: string, key: string): boolean
  /** Gives it back, when the form was refused. */
  release(key: string): void
}

/** The secret of a new link: 256 random bits. */
export function startSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(secretBytes))
}

/** A link of a secret; it opens something only while `needed` says so. */
export function startLink(secret: string, needed: () => boolean = () => true): StartLink {
  const expected = sha256(secret)
  let holder: string | undefined
  const isIts = (given: string) => sameBytes(sha256(given), expected)
  return {
    opens: (given) => isIts(given) && holder === undefined && needed(),
    claim: (given, key) => {
      if (!isIts(given)) return false
      if (holder === undefined && needed()) holder = key
      return holder === key
    },
    release: (key) => {
      if (holder === key) holder = undefined
    },
  }
}
