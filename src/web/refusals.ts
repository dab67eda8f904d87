/** Refusals of the HTTP interface itself, and those that every host of it may give. */
import { refusal } from '../kit/refusal.ts'

export const routeUnknown = refusal<{ method: string; path: string }>(
  'route.unknown',
  404,
  ({ method, path }) => `There is nothing at ${method} ${path}.`,
  'The reference lists every route: GET /b/{book}/api/v1/reference.',
)

export const methodNotAllowed = refusal<{ method: string; path: string; allow: readonly string[] }>(
  'route.method_not_allowed',
  405,
  ({ method, path, allow }) => `${path} does not take ${method}; it takes ${allow.join(', ')}.`,
  'Use one of the methods that the header Allow names.',
)

export const bodyType = refusal<{ type: string }>(
  'body.type',
  415,
  ({ type }) => (type ? `The body is of type ${type}, not JSON.` : 'The body says no type.'),
  'Send a JSON object in UTF-8 with the header Content-Type: application/json, not compressed.',
)

export const bodyTooLarge = refusal<{ limit_bytes: number }>(
  'body.too_large',
  413,
  ({ limit_bytes }) => `The body is larger than ${limit_bytes} bytes.`,
  'Send less at once; no command needs as much.',
)

export const bodyNotJson = refusal<{ why: string }>(
  'body.not_json',
  400,
  ({ why }) => `The body is not a JSON object: ${why}.`,
  'Send one JSON object (RFC 8259) in UTF-8.',
)

export const tooManyRequests = refusal<{ seconds: number }>(
  'limit.too_many_requests',
  429,
  ({ seconds }) => `Too much was asked for at once; more is taken in ${seconds} s.`,
  'Wait as long as the header Retry-After says, and ask more slowly from then on.',
)

export const problemUnknown = refusal<{ code: string }>(
  'problem.unknown',
  404,
  ({ code }) => `No refusal has the code ${code}.`,
  'The reference lists every refusal: GET /b/{book}/api/v1/reference.',
)

export const bookUnavailable = refusal<Record<never, never>>(
  'book.unavailable',
  503,
  () => 'This book cannot be opened now.',
  'Whoever runs the server finds the reason in its log; send the same request again later.',
)

export const signingKeyMissing = refusal<{ book: string }>(
  'signing_key.missing',
  503,
  ({ book }) => `This server has no signing key of the book ${book}.`,
  'Put the private key beside the book as {book}.key.json, or into CARE_LEDGER_SIGNING_KEY.',
)

/** What is said of a defect of ours: where to find it in the log, and nothing else. */
export const incident = refusal<{ incident: string }>(
  'server.incident',
  500,
  ({ incident: id }) => `Something went wrong on our side; it is noted as incident ${id}.`,
  'Send the same request with the same key again; if it stays, give that number to whoever runs the server.',
)
