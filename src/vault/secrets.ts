/**
 * Secrets that belong to no party, such as those of second factors: sealed under a key of the book, for
 * their purpose and no other, as one text.
 */
import { base64url, unbase64url } from '../kit/bytes.ts'
import { nonceBytes, openBytes, sealBytes } from './cipher.ts'
import { keyOfBook, makeKeyOfBook, type Opening, placeText, type Sealing } from './keys.ts'

export type { Opening, Sealing }

/**
 * Seals a secret; `purpose` says for what and whom, and opens it again. Answers base64url of nonce,
 * ciphertext and tag. Refuses `vault.closed`, `vault.key_unknown`, `vault.altered`.
 */
export function sealSecret(act: Sealing, purpose: string, secret: string): string {
  const { nonce, ciphertext } = sealBytes(makeKeyOfBook(act, 'secrets'), {
    plain: Buffer.from(secret),
    place: placeText(act, ['secret', purpose]),
    nonce: act.random(nonceBytes),
  })
  return base64url(Buffer.concat([nonce, ciphertext]))
}

/**
 * The secret again; undefined when it was not sealed in this book for this purpose. Refuses
 * `vault.closed`, `vault.key_unknown`, `vault.altered`.
 */
export function openSecret(opening: Opening, purpose: string, sealed: string): string | undefined {
  const key = keyOfBook(opening, 'secrets')
  const bytes = bytesOf(sealed)
  if (!key || !bytes) return undefined
  const parts = { nonce: bytes.subarray(0, nonceBytes), ciphertext: bytes.subarray(nonceBytes) }
  const plain = openBytes(key, parts, placeText(opening, ['secret', purpose]))
  return plain && Buffer.from(plain).toString('utf8')
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return unbase64url(text)
  } catch {
    return undefined
  }
}
