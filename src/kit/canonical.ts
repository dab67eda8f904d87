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
  return written(value, 0)
}

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`)
      return String(value === 0 ? 0 : value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth >= DEPTH_LIMIT) throw new TypeError(`JSON nested above ${DEPTH_LIMIT} levels`)
      return Array.isArray(value) ? list(value, depth) : object(value, depth)
    default:
      throw new TypeError(`JSON cannot hold a value of type ${typeof value}`)
  }
}

function list(values: readonly unknown[], depth: number): string {
  let text = '['
  for (let place = 0; place < values.length; place++) {
    if (place > 0) text += ','
    text += written(values[place], depth + 1)
  }
  return `${text}]`
}

function object(value: object, depth: number): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('JSON holds plain objects only')
  }
  const keys = Object.keys(value)
  if (!inOrder(keys)) keys.sort()
  const fields = value as Record<string, unknown>
  let text = '{'
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as string
    if (place > 0) text += ','
    text += `${quoted(key)}:${written(fields[key], depth + 1)}`
  }
  return `${text}}`
}

/** Most objects the book writes are built in key order already; looking is cheaper than sorting. */
function inOrder(keys: readonly string[]): boolean {
  for (let place = 1; place < keys.length; place++) {
    if ((keys[place - 1] as string) > (keys[place] as string)) return false
  }
  return true
}

// Plain letters, the usual case, need no escape: a quote on both sides is already their JSON.
const PLAIN = /^[ !#-[\]-~]*$/

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('JSON text with half of a surrogate pair')
  return JSON.stringify(text)
}
