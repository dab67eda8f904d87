import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64url, unbase64url } from '../../src/kit/bytes.ts'
import { hex, sameBytes, sha256, sha256Hex, unhex } from '../../src/kit/digest.ts'

// FIPS 180-4 example values, published by NIST.
const KNOWN = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
] as const

test.each(KNOWN)('sha256 of %j is the published value', (text, expected) => {
  expect(sha256Hex(text)).toBe(expected)
  expect(hex(sha256(text))).toBe(expected)
  expect(hex(sha256(new TextEncoder().encode(text)))).toBe(expected)
})

test('a digest of any bytes or text equals that of the incremental hash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }), (bytes, text) => {
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
  )
})

test('a digest is a plain array of 32 bytes that shares its memory with nothing', () => {
  const digest = sha256('x')
  expect(Object.getPrototypeOf(digest)).toBe(Uint8Array.prototype)
  expect(digest.buffer.byteLength).toBe(32)
})

test('hexadecimal and base64url come back as they went', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(unhex(hex(bytes))).toEqual(bytes)
      expect(unhex(hex(bytes).toUpperCase())).toEqual(bytes)
      expect(unbase64url(base64url(bytes))).toEqual(bytes)
    }),
  )
})

test.each(['a', 'zz', '0x12', '１２', 'ab cd'])('unhex asserts that %j is hexadecimal', (text) => {
  expect(() => unhex(text)).toThrow(TypeError)
})

test.each(['YQ==', 'a', 'a+b/', 'YW Jj', 'YR'])('unbase64url asserts the form of %j', (text) => {
  expect(() => unbase64url(text)).toThrow(TypeError)
})

test('bytes are the same only when every one is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, at) => {
      const other = bytes.slice()
      expect(sameBytes(bytes, other)).toBe(true)
      const place = at % bytes.length
      other[place] = (other[place] as number) ^ 1
      expect(sameBytes(bytes, other)).toBe(false)
      expect(sameBytes(bytes, bytes.subarray(1))).toBe(false)
    }),
  )
})
