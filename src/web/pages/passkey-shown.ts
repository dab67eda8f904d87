/** What a browser is asked for passkeys, and what an answer for signing in comes to. */
import type { Context } from 'hono'
import {
  type Challenges,
  challengeCookie,
  challengeHash,
  challengeMs,
} from '../../access/challenges.ts'
import { counterOfAnswer, readSignInAnswer } from '../../access/passkey-answers.ts'
import {
  passkeyCounterBack,
  passkeyQuestionOver,
  passkeyRefused,
} from '../../access/passkey-refusals.ts'
import { counterRises, distrust, passkeyWith } from '../../access/passkeys.ts'
import { callerOfUser, userInForce } from '../../access/users.ts'
import type { Caller } from '../../book/registry.ts'
import { hex } from '../../kit/digest.ts'
import { getCookie, setCookie } from './cookies.ts'
import { passkeySite } from './origin.ts'
import { cookieAttributes, type Door, freshKey, withCookies } from './visitor.tsx'

/** A question as JSON for the script, with the cookie that its answer has to come with. */
export function put(c: Context, question: object, cookie: string): Response {
  const attributes = { ...cookieAttributes(c, c.req.param('book')!), maxAge: challengeMs / 1_000 }
  setCookie(c, challengeCookie, cookie, attributes)
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return withCookies(c, new Response(JSON.stringify(question), { headers }))
}

interface Given {
  /** None where there is no book: a stranger sees no difference. */
  readonly door: Door | undefined
  /** The origin that the host was told. */
  readonly origin: string | undefined
  readonly challenges: Challenges
  readonly purpose: string
  /** The answer as it came. */
  readonly credential: string
}

export interface Shown {
  readonly door: Door
  /** Whose passkey it is. */
  readonly caller: Caller
  /** For the command that records it. */
  readonly shown: {
    readonly passkey: number
    readonly counter: number
    readonly challenge_hash: string
  }
}

/**
 * Holds an answer against its question and its passkey, and ends one whose counter went back. Refuses
 * `passkey.question_over`, `.unreadable`, `.refused` and `.counter_went_back`.
 */
export async function passkeyShown(c: Context, given: Given): Promise<Shown> {
  const { door, origin, challenges, purpose, credential } = given
  const challenge = challenges.take(purpose, getCookie(c, challengeCookie))
  if (!challenge) throw passkeyQuestionOver({})
  const answer = readSignInAnswer(credential)
  const kept = door && passkeyWith(door.book.store, answer.credential)
  if (!door || !kept) throw passkeyRefused({})
  const { store, surroundings } = door.book
  const counter = await counterOfAnswer(passkeySite(c, origin), challenge.bytes, answer, kept)
  const caller = callerOfUser(store, userInForce(store, kept.user_id))
  if (!counterRises(store, kept.id, counter)) {
    const key = freshKey(surroundings.random)
    await door.submit({ command: distrust, input: { passkey: kept.id }, key, caller })
    throw passkeyCounterBack({})
  }
  const challenge_hash = hex(challengeHash(challenge.bytes))
  return { door, caller, shown: { passkey: kept.id, counter, challenge_hash } }
}
