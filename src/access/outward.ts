/** Asking other servers: what a host offers for it, and what may be asked at all. */

/** What one server asks another. */
export interface OutwardRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface Outward {
  /**
   * Asks once, and waits no longer than the host's patience. It follows no redirect, takes no more bytes than
   * `mostOutwardBytes`, and connects to no private address unless `inner` says so. Throws when there is no answer.
   */
  ask(url: URL, request: OutwardRequest): Promise<Response>
  /** Whether servers of one's own network may be asked, those on this machine by http too. */
  readonly inner: boolean
}

/** A discovery document has some 5 KB, a set of keys some 10. */
export const mostOutwardBytes = 1_048_576

/** As long as somebody waits before a page that does not come. */
export const outwardPatienceMs = 10_000

const localNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether an address may be asked: https by a name, or, within one's own network, by what it is reached. */
export function mayAsk(url: URL, inner: boolean): boolean {
  const { protocol, hostname, username, password, port } = url
  if (username !== '' || password !== '') return false
  if (inner) return protocol === 'https:' || (protocol === 'http:' && localNames.test(hostname))
  const byNumber = /^[\d.]+$|^\[/.test(hostname)
  const named =
    hostname.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)\.?$/.test(hostname)
  return protocol === 'https:' && !byNumber && named && (port === '' || Number(port) >= 1_024)
}
