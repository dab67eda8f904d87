/** Codes by the clock, and recovery codes. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import {
  minutesOff,
  newTotpSecret,
  stepOf,
  totpAddress,
  totpCodeAt,
} from '../../src/access/one-time-codes.ts'
import { newRecoveryCode, readRecoveryCode } from '../../src/access/recovery-codes.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const secret = newTotpSecret(random)
const at = Date.parse('2026-03-31T02:00:10Z')
const step = Math.floor(at / 30_000)

/** RFC 4226, section 5.3, written out. */
function codeByHand(key: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', key).update(message).digest()
  const place = mac[19]! & 15
  return String((mac.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** RFC 6238, appendix B, for SHA-1, in the last six of its eight digits. */
const published = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

describe('codes by the clock', () => {
  it.each(published)('[RFC 6238 B] at second %i: %s', (second, code) => {
    const { base32 } = Secret.fromUTF8('12345678901234567890')
    expect(totpCodeAt(base32, second * 1_000)).toBe(code)
    expect(stepOf(base32, code, second * 1_000)).toBe(Math.floor(second / 30))
  })

  it('[RFC 4226 5.3] are those that the standard writes out', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const key = new Uint8Array(Secret.fromBase32(secret).buffer)
    expect(key.length).toBe(20)
    expect(totpCodeAt(secret, at)).toBe(codeByHand(key, step))
  })

  it.each([
    [-90, undefined],
    [-60, undefined],
    [-30, step - 1],
    [0, step],
    [30, step + 1],
    [60, undefined],
  ])('one that is %i seconds off is of step %s', (seconds, expected) => {
    expect(stepOf(secret, totpCodeAt(secret, at + seconds * 1_000), at)).toBe(expected)
  })

  it.each([
    [0, undefined],
    [-30, undefined],
    [-5 * 60, -5],
    [60, 1],
    [59 * 60, 59],
    [2 * 3_600, undefined],
  ])('a clock that is %i seconds off is told to be off by %s minutes', (seconds, expected) => {
    expect(minutesOff(secret, totpCodeAt(secret, at + seconds * 1_000), at)).toBe(expected)
  })

  it('a QR code names the book and the user, whatever they are called', () => {
    const address = totpAddress(secret, { issuer: '关爱: Fund & Co', label: 'a:b@c' })
    expect(address).toMatch(/^otpauth:\/\/totp\//)
    const read = new URL(address)
    expect(read.searchParams.get('secret')).toBe(secret)
    expect(read.searchParams.get('issuer')).toBe('关爱  Fund & Co')
    expect(decodeURIComponent(read.pathname)).toContain('关爱  Fund & Co:a b@c')
  })
})

describe('recovery codes', () => {
  it('have 80 random bits, and are read however they are typed', () => {
    const bits = new Uint8Array(10).fill(0xff)
    expect(newRecoveryCode(() => bits)).toMatch(/^ZZZZ-ZZZZ-ZZZZ-ZZZZ.$/)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = newRecoveryCode((length) => bytes.slice(0, length))
        const plain = code.replaceAll('-', '')
        const typed = ` ${plain.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(readRecoveryCode(code)).toBe(plain)
        expect(readRecoveryCode(typed)).toBe(plain)
      }),
    )
  })

  it('recovery_code.mistyped: one wrong character is seen, wherever it is', () => {
    const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        fc.nat(16),
        fc.constantFrom(...alphabet),
        (bytes, place, other) => {
          const code = newRecoveryCode(() => bytes).replaceAll('-', '')
          fc.pre(code[place] !== other)
          const typed = code.slice(0, place) + other + code.slice(place + 1)
          expect(() => readRecoveryCode(typed)).toThrowError(/not a recovery code as it was shown/)
        },
      ),
    )
  })

  it.each(['', '123456', 'x'.repeat(100_000), 'ZZZZ-ZZZZ-ZZZZ-ZZZ💥', 'ＺＺＺＺ'])(
    'recovery_code.mistyped: %.20j',
    (typed) => {
      expect(() => readRecoveryCode(typed)).toThrowError()
    },
  )
})
