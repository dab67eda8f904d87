/**
 * The keys that a host holds apart from its books, under which the keys of people lie in them. Several at
 * once while one takes the place of another: the current one locks, all of them unlock.
 */
import { base64url, unbase64url } from './bytes.ts'
import { sha256OfParts } from './digest.ts'
import { refusal } from './refusal.ts'

/** AES-256 (FIPS 197). */
export const masterKeyBytes = 32

export interface MasterKeys {
  /** The kid of the key that locks. */
  readonly current: string
  /** All that unlock, the current one among them, by kid. */
  readonly keys: ReadonlyMap<string, Uint8Array>
}

export const masterKeyUnreadable = refusal<{ place: string }>(
  'master_key.unreadable',
  500,
  ({ place }) => `${place} holds no master key: it takes 32 bytes in base64url, 43 characters.`,
  'Put back the key that the book was made with; a new one would open nothing. Several stand with commas between, the current one first.',
)

const label = new TextEncoder().encode('care-ledger master key\n')

/** The name of a key: the first 12 characters of a digest, from which the key cannot be found. */
export function masterKeyId(key: Uint8Array): string {
  return base64url(sha256OfParts([label, key])).slice(0, 12)
}

/** Keys by their names, the first one current; at least one. */
export function masterKeysOf(keys: readonly Uint8Array[]): MasterKeys {
  const named = keys.map((key) => [masterKeyId(key), key] as const)
  const [first] = named
  if (first === undefined) throw new RangeError('there is no master key')
  return { current: first[0], keys: new Map(named) }
}

/**
 * Master keys as text: base64url of 32 bytes, several with commas between, the current one first. `place`
 * says where the text stands. Refuses `master_key.unreadable`, which quotes nothing of it.
 */
export function masterKeysFrom(text: string, place: string): MasterKeys {
  return masterKeysOf(
    text.split(',').map((one) => {
      const key = bytesOrNull(one.trim())
      if (key?.length !== masterKeyBytes) throw masterKeyUnreadable({ place })
      return key
    }),
  )
}

/** The same keys as one text, which `masterKeysFrom` reads. */
export function masterKeysText({ current, keys }: MasterKeys): string {
  const others = [...keys].filter(([kid]) => kid !== current).map(([, key]) => key)
  return [keys.get(current)!, ...others].map(base64url).join(',')
}

function bytesOrNull(text: string): Uint8Array | null {
  try {
    return unbase64url(text)
  } catch {
    return null
  }
}
