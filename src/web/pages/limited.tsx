/** Holds every request against the limits of its caller, before anything is done for it. */
import type { Context, MiddlewareHandler } from 'hono'
import { RefusalPage } from '../../../templates/pages/refusal.tsx'
import { deviceCookie, deviceInForce } from '../../access/devices.ts'
import { sessionCookie, sessionInTurn } from '../../access/sessions.ts'
import { callerInTurn } from '../../access/tokens.ts'
import type { Book } from '../../book/book.ts'
import { Refusal } from '../../kit/refusal.ts'
import { baseOf, bookPathOf } from '../base.ts'
import { type LimitKind, networkOf } from '../limits.ts'
import type { Offer } from '../offer.ts'
import { problemAnswer } from '../problem.ts'
import { tooManyRequests } from '../refusals.ts'
import { getCookie } from './cookies.ts'
import { told } from './refused.ts'
import { visitorOf, visitorResponse } from './visitor.tsx'

interface Known {
  readonly kind: LimitKind
  readonly who: string
}

/** Papers, searches, files of lists, imports, tasks, copies of the book, and objections, which stop cases. */
const heavyPath =
  /\/(?:statement-preview|statements\/[^/]+|receipts\/[^/]+)\.\w+$|\/(?:search|backup|export|objection|apply\/papers?)$|\/imports?\/|\/tasks?\/(?!\d+(?:\/events)?$)/

/** Papers of cases and pairs, the table of a roster, calendars, which look at every pair. */
const casePaperPath =
  /\/(?:notices|sittings|batches|cases|pairs|hardship-files)\/[^/]+\/(?:sheet|minutes|roster|slips|file|card|booklet)\.\w+$|\/coverage\.pdf$|\/calendars\/[^/]+\.ics$/

/**
 * Refuses `limit.too_many_requests` where the host keeps limits. A caller who is known is counted alone: by their
 * session or token, or by the browser in which they have signed in before. Strangers are counted by the network that
 * they come from, and not at all where the host cannot tell: else one of them could keep out everybody.
 */
export function limited(
  { limits, addressOf }: Pick<Offer, 'limits' | 'addressOf'>,
  book: Book | undefined,
): MiddlewareHandler {
  return async (c, next) => {
    if (!limits || c.req.path === '/healthz') return next()
    const known = (book && knownIn(book, c)) ?? strangerFrom(addressOf?.(c.req.raw))
    if (known) {
      const { pathname, searchParams } = new URL(c.req.url)
      const paper = heavyPath.test(pathname) || casePaperPath.test(pathname)
      const heavy = paper || searchParams.get('as') === 'csv'
      const who = `${book ? bookIn(pathname) : ''} ${known.who}`
      const seconds = limits.waitFor({ kind: known.kind, who, heavy })
      if (seconds > 0) return refused(c, seconds)
    }
    return next()
  }
}

function bookIn(path: string): string {
  return /^\/b\/([^/]+)/.exec(path)?.[1] ?? ''
}

function knownIn({ store, surroundings }: Book, c: Context): Known | undefined {
  const now = surroundings.now()
  const header = c.req.header('authorization')
  if (header !== undefined) {
    try {
      return { kind: 'token', who: callerInTurn(store, header, now).actor }
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
  const session = sessionInTurn(store, getCookie(c, sessionCookie), now)
  if (session) return { kind: 'session', who: `session ${session.session}` }
  const device = deviceInForce(store, getCookie(c, deviceCookie), now)
  return device === undefined ? undefined : { kind: 'session', who: `device ${device}` }
}

function strangerFrom(address: string | undefined): Known | undefined {
  return address === undefined ? undefined : { kind: 'stranger', who: networkOf(address) }
}

function refused(c: Context, seconds: number): Response {
  const refusal = tooManyRequests({ seconds })
  const base = baseOf(c)
  if (c.req.path.startsWith(base)) return problemAnswer(refusal, base)
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const home = bookPathOf(c) || '/'
  const body = RefusalPage({ t, language, title: t.forms.refused, told: told(refusal, t), home })
  const answer = visitorResponse(visitor, { title: t.forms.refused, body, status: refusal.status })
  answer.headers.set('retry-after', String(seconds))
  return answer
}
