/**
 * Challenges for passkeys: random, answered once, within five minutes, by the browser they were put to. Nothing
 * is kept of a challenge until it is answered, so nobody can push out those of others: the browser brings back, in
 * a cookie no script sees, what only this process can have made. A restart ends those that are open.
 */
import { createHmac } from 'node:crypto'
import { base64url } from '../kit/bytes.ts'
import { sameBytes, sha256 } from '../kit/digest.ts'

/** Long enough to look for a key or a phone. */
export const challengeMs = 5 * 60_000

/** The cookie that carries what a challenge is made of. */
export const challengeCookie = 'care_ledger_challenge'

/** 256 random bits, of the key and of each challenge. */
const secretBytes = 32

/** Answers remembered until their challenges are over; more than these, and all open challenges end. */
const mostAnswered = 10_000

const cookiePattern = /^(\d{1,16})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/

export interface Challenge {
  readonly bytes: Uint8Array
  /** Random as well, and known to nobody else: for what is made together with the answer. */
  readonly companion: Uint8Array
}

export interface Challenges {
  /** A new challenge for a purpose, and the text of its cookie. */
  make(purpose: string): Challenge & { readonly cookie: string }
  /** The challenge of a cookie, once; undefined when it is over, answered, or of another purpose. */
  take(purpose: string, cookie: string | undefined): Challenge | undefined
}

/** Opens challenges on a host's clock, in milliseconds, and its randomness. */
export function openChallenges(
  now: () => number,
  random: (bytes: number) => Uint8Array,
): Challenges {
  let key: Uint8Array | undefined
  /** When each answered one is over, by its cookie. */
  const answered = new Map<string, number>()

  function seal(purpose: string, open: string): Uint8Array {
    key ??= random(secretBytes)
    return new Uint8Array(createHmac('sha256', key).update(`${purpose}\n${open}`).digest())
  }

  function remember(cookie: string, over: number): void {
    for (const [other, end] of answered) {
      if (end > now()) break
      answered.delete(other)
    }
    if (answered.size >= mostAnswered) {
      key = undefined
      answered.clear()
    }
    answered.set(cookie, over)
  }

  return {
    make: (purpose) => {
      const open = `${now() + challengeMs}.${base64url(random(secretBytes))}`
      const cookie = `${open}.${base64url(seal(purpose, open))}`
      return { cookie, ...challengeOf(purpose, cookie) }
    },
    take: (purpose, cookie = '') => {
      const [, over = '', nonce, sealed = ''] = cookiePattern.exec(cookie) ?? []
      const expected = seal(purpose, `${over}.${nonce}`)
      const ours = sameBytes(Buffer.from(sealed, 'base64url'), expected)
      if (!ours || Number(over) <= now() || answered.has(cookie)) return undefined
      remember(cookie, Number(over))
      return challengeOf(purpose, cookie)
    },
  }
}

function challengeOf(purpose: string, cookie: string): Challenge {
  return {
    bytes: sha256(`passkey challenge\n${purpose}\n${cookie}`),
    companion: sha256(`passkey companion\n${purpose}\n${cookie}`),
  }
}

/** The hash under which a book remembers that a challenge was answered. */
export function challengeHash(challenge: Uint8Array): Uint8Array {
  return sha256(challenge)
}
