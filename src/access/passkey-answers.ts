/**
 * What browsers are asked for passkeys, and whether their answers are right (Web Authentication level 3, sections
 * 7.1 and 7.2). User verification is required, so that a passkey alone is both something one has and something
 * one knows or is. Verifying waits, so it is done before the command that keeps what came of it.
 */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import { base64url, unbase64url } from '../kit/bytes.ts'
import { sameBytes } from '../kit/digest.ts'
import { challengeMs } from './challenges.ts'
import { passkeyNotMade, passkeyRefused, passkeyUnreadable } from './passkey-refusals.ts'

/** Where a book is open: its origin as browsers write it, and the name that passkeys are kept for. */
export interface Site {
  readonly origin: string
  readonly rpId: string
}

/** Ed25519, ES256 and RS256, as the registry of COSE numbers them: every authenticator has one of them. */
const algorithms = [-8, -7, -257]

/** Far above any answer; a credential id has at most 1,023 bytes. */
const longest = 16_384

const part = z
  .string()
  .max(longest)
  .regex(/^[A-Za-z0-9_-]*$/)
const common = { id: part, rawId: part, type: z.literal('public-key') }
const registrationAnswer = z.object({
  ...common,
  response: z.object({ clientDataJSON: part, attestationObject: part }),
})
const signInAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: part.nullish(),
  }),
})

/** Who a passkey is made for, as the authenticator will show and know them. */
export interface PasskeyHolder {
  readonly organisation: string
  readonly login: string
  readonly name: string
  readonly handle: Uint8Array
  /** Credential ids they have, so that one device does not make a second one. */
  readonly has: readonly Uint8Array[]
}

/** What `navigator.credentials.create` is asked, as JSON. */
export function askForPasskey(
  { rpId }: Site,
  challenge: Uint8Array,
  holder: PasskeyHolder,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: holder.organisation,
    rpID: rpId,
    userName: holder.login,
    userDisplayName: holder.name,
    userID: copied(holder.handle),
    challenge: copied(challenge),
    timeout: challengeMs,
    attestationType: 'none',
    excludeCredentials: holder.has.map((id) => ({ id: base64url(id) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

/** What `navigator.credentials.get` is asked, as JSON: any passkey for this site, of whomever. */
export function askForSignIn(
  { rpId }: Site,
  challenge: Uint8Array,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: copied(challenge),
    timeout: challengeMs,
    userVerification: 'required',
  })
}

export interface NewPasskey {
  readonly credential: Uint8Array
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly synced: boolean
}

/** The passkey that an answer brings. Refuses `passkey.unreadable` and `passkey.not_made`. */
export async function madePasskey(
  site: Site,
  challenge: Uint8Array,
  text: string,
): Promise<NewPasskey> {
  const response = readAnswer(registrationAnswer, text) as RegistrationResponseJSON
  try {
    requireOwnFrame(response.response.clientDataJSON)
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: base64url(challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) throw new Error('not verified')
    const { credential, credentialDeviceType } = registrationInfo
    return {
      credential: unbase64url(credential.id),
      publicKey: new Uint8Array(credential.publicKey),
      counter: credential.counter,
      synced: credentialDeviceType === 'multiDevice',
    }
  } catch {
    // The library says in English what was wrong; what to do is the same for all of it.
    throw passkeyNotMade({})
  }
}

/** An answer to a question for signing in, not yet looked at. */
export interface SignInAnswer {
  readonly credential: Uint8Array
  readonly given: AuthenticationResponseJSON
}

/** Reads an answer. Refuses `passkey.unreadable`. */
export function readSignInAnswer(text: string): SignInAnswer {
  const given = readAnswer(signInAnswer, text) as AuthenticationResponseJSON
  return { credential: Buffer.from(given.id, 'base64url'), given }
}

/** A passkey as it is kept, as far as an answer is held against it. */
export interface KeptPasskey {
  readonly credential_id: Uint8Array
  readonly public_key: Uint8Array
  readonly rp_id: string
  readonly handle: Uint8Array
}

/**
 * The counter that a right answer brings. Whether it rises is not looked at here: that of an answer somebody
 * made up says nothing, so the signature comes first. Refuses `passkey.refused`.
 */
export async function counterOfAnswer(
  site: Site,
  challenge: Uint8Array,
  { given }: SignInAnswer,
  kept: KeptPasskey,
): Promise<number> {
  const { userHandle } = given.response
  const ofUser = !userHandle || sameBytes(Buffer.from(userHandle, 'base64url'), kept.handle)
  if (!ofUser || kept.rp_id !== site.rpId) throw passkeyRefused({})
  let found: Awaited<ReturnType<typeof verifyAuthenticationResponse>>
  try {
    requireOwnFrame(given.response.clientDataJSON)
    found = await verifyAuthenticationResponse({
      response: { ...given, clientExtensionResults: {} },
      expectedChallenge: base64url(challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: base64url(kept.credential_id),
        publicKey: copied(kept.public_key),
        counter: 0,
      },
    })
  } catch {
    throw passkeyRefused({})
  }
  if (!found.verified) throw passkeyRefused({})
  return found.authenticationInfo.newCounter
}

function readAnswer(schema: z.ZodType, text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text.slice(0, 2 * longest))
  } catch {
    throw passkeyUnreadable({})
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw passkeyUnreadable({})
  return parsed.data
}

/** No page of ours stands in a frame of another's, and the library lets that pass where the other is not named. */
function requireOwnFrame(clientDataJson: string): void {
  if (decodeClientDataJSON(clientDataJson).crossOrigin === true) throw new Error('in a frame')
}

/** Web Crypto wants bytes that nothing else shares. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
