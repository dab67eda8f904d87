/**
 * Canonical JSON (RFC 8785): one value, one sequence of bytes, so that a digest means something.
 */

/** Deeper values than this are a mistake: nothing the book writes nests more than a few levels. */
const DEPTH_LIMIT = 100

/**
 * The canonical text of a JSON value by RFC 8785: no white space, keys in UTF-16 order, numbers and
 * strings as ECMAScript writes them (its section 3.2.2 takes both from `JSON.stringify`). Encode it
 * as UTF-8 before hashing. What JSON cannot say (NaN, infinities, undefined, functions, bigints,
 * dates, lone surrogates, cycles) is a mistake in the program and is asserted, never dropped in
 * silence.
 */
export function canonicalJson(value: unknown): string {
  const found = { oddKeys: false }
  const plain = ordered(value, 0, found)
  return found.oddKeys ? written(plain) : JSON.stringify(plain)
}

interface Found {
  oddKeys: boolean
}

type Fields = Record<string, unknown>

/**
 * A value with the keys of its objects in order, which `JSON.stringify` keeps: it itself where they are.
 * Put together in JavaScript, the text of a statement of 5,732 lines, 2.2 MB, took as long and 40 MB.
 */
function ordered(value: unknown, depth: number, found: Found): unknown {
  switch (typeof value) {
    case 'string':
      return wellFormed(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`)
      return value
    case 'boolean':
      return value
    case 'object':
      if (value === null) return null
      if (depth >= DEPTH_LIMIT) throw new TypeError(`JSON nested above ${DEPTH_LIMIT} levels`)
      return Array.isArray(value)
        ? orderedList(value, depth, found)
        : orderedObject(value, depth, found)
    default:
      throw new TypeError(`JSON cannot hold a value of type ${typeof value}`)
  }
}

function orderedList(values: readonly unknown[], depth: number, found: Found): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let place = 0; place < values.length; place++) {
    const value = values[place]
    const plain = ordered(value, depth + 1, found)
    if (plain !== value) copy ??= values.slice()
    if (copy) copy[place] = plain
  }
  return copy ?? values
}

function orderedObject(value: object, depth: number, found: Found): object {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('JSON holds plain objects only')
  }
  const fields = value as Fields
  const keys = Object.keys(fields)
  let copy: Fields | undefined
  if (!inOrder(keys)) copy = inKeyOrder(fields, keys.sort())
  for (const key of keys) {
    if (ODD_KEY.test(wellFormed(key))) found.oddKeys = true
    const field = fields[key]
    const plain = ordered(field, depth + 1, found)
    if (plain === field) continue
    copy ??= inKeyOrder(fields, keys)
    setField(copy, key, plain)
  }
  return copy ?? value
}

function inKeyOrder(fields: Fields, keys: readonly string[]): Fields {
  const copy: Fields = {}
  for (const key of keys) setField(copy, key, fields[key])
  return copy
}

/** A plain assignment of `__proto__` would not be a field. */
function setField(fields: Fields, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(fields, key, { value, enumerable: true, configurable: true })
  } else fields[key] = value
}

/** Most objects the book writes are built in key order already; looking is cheaper than sorting. */
function inOrder(keys: readonly string[]): boolean {
  for (let place = 1; place < keys.length; place++) {
    if ((keys[place - 1] as string) > (keys[place] as string)) return false
  }
  return true
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('JSON text with half of a surrogate pair')
  return text
}

/** Keys that stand first in an object whenever they were given: whole numbers, of which 10 comes after 9. */
const ODD_KEY = /^[0-9]/

/** What `JSON.stringify` would write, were there no such keys. */
function written(plain: unknown): string {
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain)
  if (Array.isArray(plain)) return `[${plain.map(written).join(',')}]`
  const fields = plain as Fields
  const parts = Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(fields[key])}`)
  return `{${parts.join(',')}}`
}
