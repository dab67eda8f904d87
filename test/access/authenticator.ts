/** An authenticator in memory: makes ES256 passkeys and answers for them, as a device would or as a thief might. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { base64url } from '../../src/kit/bytes.ts'

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest()

/** What an answer says, where it differs from what a good one would. */
export interface Said {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly counter?: number
  readonly userVerified?: boolean
  readonly userHandle?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  /** Signs with another key than the passkey's. */
  readonly forged?: boolean
}

export interface Authenticator {
  /** The answer to `navigator.credentials.create`, as the form brings it. */
  make(options: { challenge: string; user: { id: string } }, said?: Said): string
  /** The answer to `navigator.credentials.get`. */
  answer(options: { challenge: string }, said?: Said): string
}

/** A device at a browser that shows pages of `origin`. */
export function authenticator(origin: string, rpId: string, seed = 1): Authenticator {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = new Uint8Array(32).fill(seed)
  let handle = ''

  const clientData = (type: string, challenge: string, said: Said) =>
    Buffer.from(
      JSON.stringify({
        type: said.type ?? type,
        challenge: said.challenge ?? challenge,
        origin: said.origin ?? origin,
        crossOrigin: said.crossOrigin ?? false,
      }),
    )

  function authData(said: Said, attested?: Uint8Array): Buffer {
    const flags = 1 | (said.userVerified === false ? 0 : 4) | (attested ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(said.counter ?? 0)
    const head = [hash(said.rpId ?? rpId), Buffer.of(flags), counter]
    return Buffer.concat(attested ? [...head, attested] : head)
  }

  return {
    make: ({ challenge, user }, said = {}) => {
      handle = user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(keys.publicKey)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData(said, attested))],
      ])
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, said)),
          attestationObject: base64url(isoCBOR.encode(attestation as never)),
        },
        clientExtensionResults: {},
      })
    },
    answer: ({ challenge }, said = {}) => {
      const client = clientData('webauthn.get', challenge, said)
      const data = authData(said)
      const key = said.forged ? other.privateKey : keys.privateKey
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign('sha256', Buffer.concat([data, hash(client)]), key)),
          userHandle: said.userHandle ?? handle,
        },
        clientExtensionResults: {},
      })
    },
  }
}

/** A P-256 key as COSE has it (RFC 9053): EC2, ES256. */
function coseKey(key: KeyObject): Uint8Array {
  const { x, y } = key.export({ format: 'jwk' })
  const point = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'))
  const pairs: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, point(x)],
    [-3, point(y)],
  ]
  return isoCBOR.encode(new Map(pairs) as never)
}
