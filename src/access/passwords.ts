/**
 * Passwords: what is a good one, and their scrypt hashes (RFC 7914) as PHC strings. A hash is made before
 * the command that keeps it, since a transaction does not wait.
 */
import { scrypt } from 'node:crypto'
import { z } from 'zod'
import { sameBytes, sha256 } from '../kit/digest.ts'
import { commonPasswords } from './common-passwords.ts'
import { passwordCommon, passwordIsLogin, passwordLength } from './refusals.ts'

/** NIST SP 800-63B asks for 8 and advises more; nobody types more than 200. */
export const leastCharacters = 10
export const mostCharacters = 200

/** 2^15 rounds of 1 KiB: 32 MiB and some 80 ms for each guess, the least that OWASP advises but one. */
const cost = { ln: 15, r: 8, p: 1 } as const
const hashBytes = 32
const saltBytes = 16

/** Room for 128 · N · r bytes, with some to spare; Node's own limit is exactly that, and refuses it. */
const memoryBytes = 64 * 1024 * 1024

const phcPattern = /^\$scrypt\$ln=15,r=8,p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/** A password as the book is given it: its hash as a PHC string of exactly this cost. */
export const passwordHashField = z
  .string({ error: 'write text' })
  .regex(phcPattern, 'write a PHC string of scrypt with ln=15,r=8,p=1, a salt and a hash')
  .meta({ examples: [`$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`] })

/** A password as it is compared, whichever way its characters were typed (NIST SP 800-63B, 3.1.1.2). */
function plain(password: string): string {
  return password.normalize('NFKC')
}

/** Refuses `password.length`, `password.common` and `password.is_login`. */
export function requireGoodPassword(password: string, login: string): void {
  const text = plain(password)
  const characters = [...text].length
  if (characters < leastCharacters || characters > mostCharacters) {
    throw passwordLength({ characters, least: leastCharacters, most: mostCharacters })
  }
  const lower = text.toLowerCase()
  if (commonPasswords.has(lower) || isRow(lower)) throw passwordCommon({})
  const rest = login === '' ? lower : lower.replaceAll(login.toLowerCase(), '')
  if (rest !== lower && [...rest].length < leastCharacters / 2) throw passwordIsLogin({})
}

/** Whether all characters follow each other in one step: 0000000000, abcdefghij, 9876543210; or nearly. */
function isRow(text: string): boolean {
  if (new Set(text).size < 4) return true
  const points = [...text].map((character) => character.codePointAt(0)!)
  const steps = new Map<number, number>()
  for (const [place, point] of points.entries()) {
    if (place === 0) continue
    const step = point - points[place - 1]!
    steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  // One break, as in 1234567890 or aaaaaaaaaab, makes no better password.
  return [1, -1, 0].some((step) => (steps.get(step) ?? 0) >= points.length - 2)
}

/**
 * The PHC string of a password. The salt comes from `key`, the key of the form that carries the password:
 * so a form that is sent twice gives the same input, and is told the same answer.
 */
export async function hashPassword(password: string, key: string): Promise<string> {
  const salt = sha256(`password salt\n${key}`).subarray(0, saltBytes)
  const hash = await derived(plain(password), salt)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(hash)}`
}

/** What an unknown name is compared with, so that it takes as long as a wrong password. */
const nobody = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether a password is that of a PHC string; without one it takes as long and says no. */
export async function isPassword(password: string, phc: string | undefined): Promise<boolean> {
  const [, salt, hash] = phcPattern.exec(phc ?? nobody) ?? phcPattern.exec(nobody)!
  const found = await derived(plain(password), Buffer.from(salt!, 'base64'))
  return sameBytes(found, Buffer.from(hash!, 'base64')) && phc !== undefined
}

function derived(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const { ln, r, p } = cost
  const options = { N: 2 ** ln, r, p, maxmem: memoryBytes }
  return new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, options, (error, key) => {
      if (error) reject(error)
      else resolve(new Uint8Array(key))
    })
  })
}

/** Standard base64 without padding, as PHC strings have it. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
