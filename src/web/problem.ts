/** From what was thrown to an answer: problem details (RFC 9457), and a line in the log. */
import { hex } from '../kit/digest.ts'
import { Refusal } from '../kit/refusal.ts'
import { incident } from './refusals.ts'

/** Structured log lines. They hold routes, codes and ids; never a body, a query string or a name. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

const incidentBytes = 8

/** Seconds after which a refusal of a busy host is worth another try. */
const retryAfterSeconds = '2'

/** What a refusal is called in general: its code in words. */
export function titleOf(code: string): string {
  const [noun = '', what = ''] = code.split('.')
  const words = `${noun}: ${what}`.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The refusal to tell of: itself, or for anything else an incident that the log explains. */
export function refusalOf(
  error: unknown,
  log: Log,
  random: (bytes: number) => Uint8Array,
): Refusal {
  if (error instanceof Refusal) return error
  const id = hex(random(incidentBytes))
  log.error({ incident: id, ...described(error) }, 'incident')
  return incident({ incident: id })
}

/** An error for the log. A SyntaxError quotes the text it failed on, so its message stays out. */
export function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = error instanceof SyntaxError ? undefined : error.message
  return { error: error.name, message, stack: frames.join('\n') }
}

/** The problem details of a refusal; `base` is the path of the book's interface. */
export function problemAnswer(refusal: Refusal, base: string): Response {
  const { code, status, remedy } = refusal
  const { values, detail } = withoutFolders(refusal)
  const type = `${base}/problems/${code}`
  const body = { type, title: titleOf(code), status, detail, code, remedy, values }
  return new Response(JSON.stringify(body), { status, headers: headersFor(refusal) })
}

function headersFor({ code, status, values }: Refusal): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
  if (status === 401) {
    const wrong = code === 'token.missing' ? '' : ' error="invalid_token"'
    headers['www-authenticate'] = `Bearer${wrong}`
  }
  if (status === 405) headers.allow = (values.allow as readonly string[]).join(', ')
  if (status === 503) headers['retry-after'] = retryAfterSeconds
  if (typeof values.seconds === 'number') headers['retry-after'] = String(values.seconds)
  return headers
}

/** Refusals of the store name the file with its path; that is for the log, not for the caller. */
function withoutFolders({ code, values, message }: Refusal) {
  const path = values.database ?? values.path
  if (!code.startsWith('store.') || typeof path !== 'string') return { values, detail: message }
  const name = path.slice(path.lastIndexOf('/') + 1)
  return {
    values: { ...values, database: name, path: name },
    detail: message.replaceAll(path, name),
  }
}
