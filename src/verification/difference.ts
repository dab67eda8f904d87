/** Names the first place where two plain values differ. */

/** For example `lines.3.amount_minor is 400, and is 300 there.` */
export function firstDifference(found: unknown, expected: unknown): string {
  const place = placeOf(found, expected, [])
  if (place === undefined) return 'nowhere.'
  const at = place.path.join('.') || 'the whole'
  return `${at} is ${shown(place.found)} in one and ${shown(place.expected)} in the other.`
}

interface Place {
  readonly path: readonly string[]
  readonly found: unknown
  readonly expected: unknown
}

function placeOf(found: unknown, expected: unknown, path: readonly string[]): Place | undefined {
  if (Object.is(found, expected)) return undefined
  if (!isObject(found) || !isObject(expected)) return { path, found, expected }
  for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    const inner = placeOf(found[key], expected[key], [...path, key])
    if (inner) return inner
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
