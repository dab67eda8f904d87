/** What makes two requests the same: a digest, which the book keeps beside the request's key. */
import { hkdfSync } from 'node:crypto'
import { canonicalJson } from '../kit/canonical.ts'
import { keyedDigest, sha256 } from '../kit/digest.ts'
import type { MasterKeys } from '../kit/master-keys.ts'
import { inputInvalid } from './refusals.ts'
import type { AnyPageCommand, Caller } from './registry.ts'

export interface Asked {
  readonly command: AnyPageCommand
  readonly caller: Caller
  /** As it was given. */
  readonly input: unknown
}

/**
 * Digests of the key, the sender, the command and the input as given; the first is the one to be kept, and
 * any of them in the book is that of the same request. Of a command that seals each is made under a master key, one for
 * each that the host holds, so that a request is known again while one takes the place of another. Without
 * a master key it cannot seal, and its input is left out. Refuses `input.invalid` for what is no JSON.
 */
export function digestsOf(
  { command, caller, input }: Asked,
  key: string,
  masterKeys: MasterKeys | undefined,
): Uint8Array[] {
  const who = `${key}\n${caller.actor}\n${command.name}\n`
  const text = `${who}${plainText(input)}`
  if (!command.seals) return [sha256(text)]
  if (!masterKeys) return [sha256(who)]
  const { current, keys } = masterKeys
  const others = [...keys].filter(([kid]) => kid !== current).map(([, one]) => one)
  return [keys.get(current)!, ...others].map((one) => keyedDigest(ownKey(one), text))
}

/** A master key does one thing only; this is another one made of it (HKDF, RFC 5869). */
function ownKey(master: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(), 'care-ledger/1/request', 32))
}

function plainText(input: unknown): string {
  try {
    return canonicalJson(input ?? null)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // For example half of a surrogate pair in a field that is looked up, not kept.
    throw inputInvalid({ issues: [{ field: '', problem: error.message }] })
  }
}
