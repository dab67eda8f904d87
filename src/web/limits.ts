/**
 * How much may be asked for how quickly: a bucket for each caller that fills by itself (a token bucket, as in
 * RFC 2697). Held in the memory of one process, with a bound; nothing that one caller asks for empties another's, so
 * that nobody is kept out by what others do.
 */

/** Who asks, as far as it matters: a person's session, a program's token, or nobody known. */
export type LimitKind = 'session' | 'token' | 'stranger'

interface Bucket {
  /** Requests at once. */
  readonly most: number
  /** Requests a second from then on. */
  readonly perSecond: number
}

/** A person opens a page in a second at the quickest, and types into a field that asks as they type. */
const usual: Readonly<Record<LimitKind, Bucket>> = {
  session: { most: 400, perSecond: 10 },
  token: { most: 20_000, perSecond: 5_000 },
  // An office behind one address signs in at nine.
  stranger: { most: 300, perSecond: 5 },
}

/** What takes a processor for a while: papers, searches, files of lists, imports, copies of the book. */
const heavy: Readonly<Record<LimitKind, Bucket>> = {
  session: { most: 120, perSecond: 2 },
  token: { most: 2_000, perSecond: 200 },
  stranger: { most: 60, perSecond: 1 },
}

/** Callers remembered at once, 100 bytes each; the one that asked longest ago is forgotten first. */
export const mostRemembered = 20_000

export interface Asking {
  readonly kind: LimitKind
  /** Tells callers of a kind apart. */
  readonly who: string
  readonly heavy: boolean
}

export interface Limits {
  /** Lets a request in and answers 0, or answers after how many whole seconds one would be let in. */
  waitFor(asking: Asking): number
}

/** Opens limits on a host's clock, in milliseconds. */
export function openLimits(now: () => number): Limits {
  const left = new Map<string, { requests: number; at: number }>()
  return {
    waitFor: ({ kind, who, heavy: isHeavy }) => {
      const { most, perSecond } = (isHeavy ? heavy : usual)[kind]
      const key = `${isHeavy ? 'heavy' : 'usual'} ${kind} ${who}`
      const at = now()
      const known = left.get(key)
      // A clock that was set back fills nothing and takes nothing.
      const since = known ? Math.max(0, at - known.at) / 1_000 : 0
      const requests = known ? Math.min(most, known.requests + since * perSecond) : most
      const wait = requests >= 1 ? 0 : Math.ceil((1 - requests) / perSecond)
      left.delete(key)
      left.set(key, { requests: wait === 0 ? requests - 1 : requests, at })
      if (left.size > mostRemembered) left.delete(left.keys().next().value!)
      return wait
    },
  }
}

/** The part of an address that one household or office has: all of IPv4, the first half of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.replace(/%.*$/, '').split('::')
  const parts = before === '' ? [] : before.split(':')
  const rest = after === undefined || after === '' ? [] : after.split(':')
  const gap = after === undefined ? 0 : Math.max(0, 8 - parts.length - rest.length)
  const whole = [...parts, ...Array.from({ length: gap }, () => '0'), ...rest]
  return `${whole
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
