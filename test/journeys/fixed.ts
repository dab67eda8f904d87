/** A clock that stands and randomness that repeats, the same on every host. */
import type { Log } from '../../src/app.ts'
import type { Surroundings } from '../../src/book/registry.ts'
import { masterKeysFrom } from '../../src/kit/master-keys.ts'

/** The instant of every act on a fixed host. */
export const fixedInstant = Date.parse('2026-03-31T02:00:00Z')

/** RFC 8037's example key: everybody knows it, so it signs nothing but tests. */
export const exampleKey = JSON.stringify({
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
})

/** A master key for tests, as a host's environment holds it. */
export const exampleMasterKey = `${'B'.repeat(42)}A`

/** A generator of bytes that starts anew with each book. */
export function fixedSurroundings(): Surroundings {
  let state = 0
  const next = () => {
    state = (state * 73 + 41) % 251
    return state
  }
  return {
    now: () => fixedInstant,
    random: (bytes) => Uint8Array.from({ length: bytes }, next),
    masterKeys: masterKeysFrom(exampleMasterKey, 'a test'),
  }
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
