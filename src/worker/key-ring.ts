/** The hand of a book in its object: from the Worker's secret, else from a key the object made itself. */
import type { DurableObjectStorage } from '@cloudflare/workers-types'
import { findOrganisation } from '../book/book.ts'
import type { Surroundings } from '../book/registry.ts'
import { newSigningKey, type Signer, signerFrom } from '../statements/signer.ts'
import type { Reader } from '../store/store.ts'
import { signingKeyMissing } from '../web/refusals.ts'

/** Where the object keeps its own key: beside the book's tables, out of reach of its queries. */
const place = 'signing_key'

export interface KeyRing {
  /** The book's hand. Refuses `signing_key.*`. */
  signer(): Promise<Signer>
  /** The hand of a book about to be founded; `keep` puts a new key where `signer` finds it. */
  forFounding(): Promise<{ readonly signer: Signer; keep(): void }>
}

export interface KeyRingOptions {
  readonly storage: Pick<DurableObjectStorage, 'kv'>
  /** A private JWK as text, which goes before the object's own key. */
  readonly secret: string | undefined
  readonly reader: Reader
  readonly random: Surroundings['random']
}

/** The keys of one object. */
export function keyRing({ storage, secret, reader, random }: KeyRingOptions): KeyRing {
  let known: Promise<Signer> | undefined

  async function signer(): Promise<Signer> {
    const jwk = secret === undefined ? storage.kv.get(place) : jsonOrNull(secret)
    if (jwk === undefined) {
      throw signingKeyMissing({ book: findOrganisation(reader)?.book ?? 'that is not set up' })
    }
    known ??= signerFrom(jwk)
    return known
  }

  return {
    signer,
    forFounding: async () => {
      if (secret !== undefined || storage.kv.get(place) !== undefined) {
        return { signer: await signer(), keep: () => undefined }
      }
      const made = await newSigningKey(random)
      return { signer: await signerFrom(made), keep: () => storage.kv.put(place, made) }
    },
  }
}

/** What is not JSON is refused by `signerFrom`, which does not quote a private key. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
