/**
 * What every answer tells the browser about itself, whatever its kind (OWASP Secure Headers): a page, a file, a
 * problem, a redirect. An answer that says more for itself, as a page does of its scripts, is left to say it.
 */
import type { Context, MiddlewareHandler } from 'hono'

/** What no page here asks a device for; passkeys are for this origin alone. */
const permissions = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'],
].map((feature) => `${feature}=()`)

const permissionsPolicy = [
  ...permissions,
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ')

/** For what is no page: it loads nothing, runs nothing, and stands in no frame. */
export const nothingPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * A paper as HTML brings its one style with it and is shown in a frame of our own pages; it runs nothing, sends
 * nothing, and what stands in it never counts as this origin.
 */
export const paperPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"

/** A year, as the preload lists ask; a book is one host's, so nothing is said of hosts below it. */
const strictTransport = 'max-age=31536000'

const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', permissionsPolicy],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['content-security-policy', nothingPolicy],
  ['cache-control', 'no-store'],
]

/** Adds to an answer's headers what they do not say yet; `https` when the browser came that way. */
export function secureHeaders(headers: Headers, https: boolean): void {
  for (const [name, value] of always) if (!headers.has(name)) headers.set(name, value)
  if (https) headers.set('strict-transport-security', strictTransport)
}

/** Whether a request came by https, to this process or to the proxy before it. */
export function cameByHttps(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return forwarded === 'https' || request.url.startsWith('https:')
}

/** An answer that no app made, such as that of a book that cannot be opened. */
export function secured(answer: Response, request: Request): Response {
  secureHeaders(answer.headers, cameByHttps(request))
  return answer
}

/** Every answer of an app. */
export const withSecureHeaders: MiddlewareHandler = async (c: Context, next) => {
  await next()
  secureHeaders(c.res.headers, cameByHttps(c.req.raw))
}
