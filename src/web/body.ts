/** Reads the body of a command: one JSON object, in UTF-8, of a size and depth that a form could have. */
import { readBytes } from './body-bytes.ts'
import { bodyNotJson, bodyTooLarge, bodyType } from './refusals.ts'

/** 1 MiB: the longest texts of a command come to a few kilobytes; the rest is room for lists to come. */
export const largestBodyBytes = 1_048_576

/** No command's input nests more than a few levels; canonical JSON ends at 100. */
export const deepestBody = 20

const utf8 = new TextDecoder('utf-8', { fatal: true })
const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i

/**
 * The JSON object that a request carries; a request without a body carries an empty one. Refuses
 * `body.type`, `body.too_large` and `body.not_json`. A key given twice counts as its last value, as
 * ECMAScript reads JSON; `__proto__` is a key like any other.
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const { headers } = request
  const declared = headers.get('content-length')
  if (declared === '0') return {}
  if (declared === null && headers.get('transfer-encoding') === null && !request.body) return {}
  requireJsonType(headers)
  const bytes = await readBytes(request, {
    mostBytes: largestBodyBytes,
    tooLarge: () => bodyTooLarge({ limit_bytes: largestBodyBytes }),
    brokeOff: () => bodyNotJson({ why: 'it broke off' }),
  })
  return bytes.byteLength === 0 ? {} : objectIn(bytes)
}

function requireJsonType(headers: Headers): void {
  const type = headers.get('content-type') ?? ''
  if (!jsonType.test(type)) throw bodyType({ type: type.slice(0, 100) })
  const encoding = headers.get('content-encoding')
  if (encoding !== null && encoding !== 'identity') {
    throw bodyType({ type: `${type} (${encoding})`.slice(0, 100) })
  }
}

function objectIn(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch (error) {
    // What the parser says of it quotes the body, which may hold a name.
    const why = error instanceof SyntaxError ? 'it cannot be read as JSON' : 'it is not UTF-8'
    throw bodyNotJson({ why })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bodyNotJson({ why: 'it holds another kind of value' })
  }
  requirePlain(value, 1)
  return value as Record<string, unknown>
}

/** Refuses what canonical JSON could not say: too deep, half a character, a number without end. */
function requirePlain(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw bodyNotJson({ why: 'a text holds half a character' })
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw bodyNotJson({ why: 'a number is too large' })
  } else if (typeof value === 'object' && value !== null) {
    if (depth > deepestBody) throw bodyNotJson({ why: `it nests deeper than ${deepestBody}` })
    for (const key of Object.keys(value)) {
      if (!key.isWellFormed()) throw bodyNotJson({ why: 'a key holds half a character' })
      requirePlain((value as Record<string, unknown>)[key], depth + 1)
    }
  }
}
