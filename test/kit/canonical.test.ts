import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/kit/canonical.ts'

const VECTORS = join(import.meta.dirname, '../data/jcs')
const NAMES = readdirSync(join(VECTORS, 'input'))

test('all published vectors are here', () => {
  expect(NAMES.length).toBe(6)
  expect(readdirSync(join(VECTORS, 'output'))).toEqual(NAMES)
})

test.each(NAMES)('RFC 8785 vector %s', (name) => {
  const value: unknown = JSON.parse(readFileSync(join(VECTORS, 'input', name), 'utf8'))
  const expected = readFileSync(join(VECTORS, 'output', name), 'utf8').trimEnd()
  expect(canonicalJson(value)).toBe(expected)
})

// RFC 8785 appendix B: IEEE 754 bits in hexadecimal, and how the number is written.
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const

test.each(NUMBERS)('the number with bits %s is written %s', (bits, text) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
})

const unordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unordered)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, one]) => [key, unordered(one)]))
}

const jsonValue = () => fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })

test('the text reads back as the same value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(unordered(value))).toBe(text)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('keys stand in the order of their UTF-16 units', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), (keys) => {
      const value = Object.fromEntries(keys.map((key) => [key, 0]))
      const expected = [...keys].sort().map((key) => `${JSON.stringify(key)}:0`)
      expect(canonicalJson(value)).toBe(`{${expected.join(',')}}`)
    }),
  )
})

const cycle: unknown[] = []
cycle.push(cycle)

test.each([
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['undefined', undefined],
  ['undefined in a field', { a: undefined }],
  ['a hole in a list', new Array(1)],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(1)],
  ['half a surrogate pair', 'a\ud800'],
  ['half a surrogate pair in a key', { 'a\udc00': 1 }],
  ['a cycle', cycle],
])('%s is asserted, never dropped', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})

test('a value is left as it was given, and __proto__ and numbers are keys like any other', () => {
  const value = { b: { z: 1, a: [{ d: 1, c: 2 }] }, a: 1 }
  const before = structuredClone(value)
  expect(canonicalJson(value)).toBe('{"a":1,"b":{"a":[{"c":2,"d":1}],"z":1}}')
  expect(JSON.stringify(value)).toBe(JSON.stringify(before))
  const odd: unknown = JSON.parse('{"z":[{"b":1,"a":2}],"__proto__":{"y":1,"x":2},"9":1,"10":2}')
  expect(canonicalJson(odd)).toBe('{"10":2,"9":1,"__proto__":{"x":2,"y":1},"z":[{"a":2,"b":1}]}')
})
