/**
 * The way to a provider and back: what a browser brings back in a cookie no script sees. State, nonce and the proof
 * of the code (PKCE, RFC 7636) are made of the cookie's secret and everything else in it, so that nothing of it can
 * be changed on the way and no other browser can answer in its place.
 */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { base64url } from '../kit/bytes.ts'
import { sha256 } from '../kit/digest.ts'

/** Long enough to find one's password and second factor at the provider. */
export const flowMs = 10 * 60_000

/** The cookie of the one flow that a browser is in. */
export const flowCookie = 'care_ledger_flow'

/** 256 random bits. */
const secretBytes = 32

const purposeSchema = z.union([
  /** The page to go on to. */
  z.strictObject({ to: z.literal('sign_in'), next: z.string() }),
  z.strictObject({ to: z.literal('link'), session: z.number() }),
  /** The invitation's secret. */
  z.strictObject({ to: z.literal('join'), invitation: z.string() }),
])

/** What somebody goes to a provider for. */
export type Purpose = z.infer<typeof purposeSchema>

export interface Flow {
  /** The number of the provider. */
  readonly provider: number
  readonly purpose: Purpose
  readonly state: string
  readonly nonce: string
  /** The verifier of RFC 7636. */
  readonly verifier: string
}

const pattern = /^(\d{1,10})\.(\d{1,16})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{1,3000})$/

/** Begins a flow, with the text of its cookie. */
export function beginFlow(
  { now, random }: { readonly now: number; random(bytes: number): Uint8Array },
  provider: number,
  purpose: Purpose,
): Flow & { readonly cookie: string } {
  const secret = base64url(random(secretBytes))
  const told = base64url(new TextEncoder().encode(JSON.stringify(purpose)))
  const cookie = `${provider}.${now + flowMs}.${secret}.${told}`
  return { cookie, provider, purpose, ...tokensOf(cookie, secret) }
}

/** The flow of a cookie; undefined when it is none, or over. */
export function flowOf(cookie: string | undefined, now: number): Flow | undefined {
  const [, provider, over, secret, told] = pattern.exec(cookie ?? '') ?? []
  if (secret === undefined || Number(over) <= now || Number(over) > now + flowMs) return undefined
  const purpose = purposeIn(told!)
  if (!purpose) return undefined
  return { provider: Number(provider), purpose, ...tokensOf(cookie!, secret) }
}

function purposeIn(told: string): Purpose | undefined {
  try {
    return purposeSchema.parse(JSON.parse(Buffer.from(told, 'base64url').toString()))
  } catch {
    return undefined
  }
}

function tokensOf(cookie: string, secret: string): Pick<Flow, 'state' | 'nonce' | 'verifier'> {
  const token = (name: string) =>
    createHmac('sha256', secret).update(`${name}\n${cookie}`).digest('base64url')
  return { state: token('state'), nonce: token('nonce'), verifier: token('verifier') }
}

/** The hash under which a book remembers that a nonce was answered. */
export function nonceHash(nonce: string): Uint8Array {
  return sha256(`nonce\n${nonce}`)
}
