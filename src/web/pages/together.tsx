/**
 * Own pages without an account: `/b/{book}/together`. A code opens the pairs of one helper, or of one who is helped; what
 * is shown of the other side is what both have agreed to.
 */
import type { Context, Hono } from 'hono'
import { CodeEntrance } from '../../../templates/pages/code-entrance.tsx'
import { findOrganisation } from '../../book/book.ts'
import type { Refusal } from '../../kit/refusal.ts'
import type { PairingCode } from '../../pairing/own/codes.ts'
import { bookPathOf } from '../base.ts'
import type { Offer } from '../offer.ts'
import { refusalOf } from '../problem.ts'
import {
  type CodeCounter,
  codeKept,
  counterFor,
  dropCode,
  keepCode,
  tryCode,
} from './code-session.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import { acts } from './together-acts.ts'
import { asking, denyingOf, home, onePair, tellingOf } from './together-pages.tsx'
import { type OwnReader, pairingCodes } from './together-session.ts'
import {
  type Door,
  logged,
  type Porch,
  visitorOf,
  visitorResponse,
  withCookies,
} from './visitor.tsx'

const base = '/b/:book/together'

/** Mounts own pages; without a door those of a book that is not there, which know no code. */
export function mountTogether(
  app: Hono,
  porch: Porch,
  addressOf: Offer['addressOf'],
  door?: Door,
): void {
  const counter = counterFor(pairingCodes, porch, addressOf, door)
  const page = (route: string, work: (c: Context) => Response | Promise<Response>) =>
    logged(porch, `/together${route}`, work)
  const withCode = (work: OwnWork) => (c: Context) => answered(c, counter, work)
  app.get(
    base,
    page('', (c) => entrance(c, counter, {})),
  )
  app.get(
    `${base}/with/:code`,
    page('/with/:code', (c) => entrance(c, counter, { typed: c.req.param('code')!.slice(0, 100) })),
  )
  app.post(
    base,
    sameOrigin,
    page('', (c) => entering(c, counter)),
  )
  app.post(
    `${base}/leave`,
    sameOrigin,
    page('/leave', (c) => {
      dropCode(c, counter)
      return withCookies(c, redirect(`${placeOf(c)}?left=yes`))
    }),
  )
  for (const [route, work] of Object.entries(looks)) {
    app.get(`${base}${route}`, page(route, withCode(work)))
  }
  for (const [route, work] of Object.entries(acts)) {
    app.post(`${base}${route}`, sameOrigin, page(route, withCode(work)))
  }
}

type OwnWork = (who: OwnReader) => Response | Promise<Response>

/** What is looked at. */
const looks: Readonly<Record<string, OwnWork>> = {
  '/pairs': home,
  '/pairs/:pair{[0-9]+}': (who) => onePair(who),
  '/pairs/:pair{[0-9]+}/:form{decline|withdraw|review}': (who) => asking(who),
  '/pairs/:pair{[0-9]+}/visit': tellingOf,
  '/pairs/:pair{[0-9]+}/visits/:visit{[0-9]+}/no': (who) => denyingOf(who),
}

function placeOf(c: Context): string {
  return `${bookPathOf(c)}/together`
}

/** Does a page's work for the code that the browser keeps; without one it leads to where a code is entered. */
async function answered(
  c: Context,
  counter: CodeCounter<PairingCode>,
  work: OwnWork,
): Promise<Response> {
  const code = codeKept(c, counter)
  const { door } = counter
  if (!code || !door) return redirect(placeOf(c))
  const { t, language } = visitorOf(c)
  const answer = await work({ c, t, language, place: placeOf(c), door, counter, code })
  keepCode(c, counter)
  return withCookies(c, answer)
}

function entrance(
  c: Context,
  counter: CodeCounter<PairingCode>,
  { typed = '', refusal }: { readonly typed?: string; readonly refusal?: Refusal },
): Response {
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const kept = codeKept(c, counter)
  const place = placeOf(c)
  const body = CodeEntrance({
    words: t.together,
    language,
    place,
    code: typed,
    problem: refusal ? { field: 'code', message: inOne(told(refusal, t)) } : null,
    goOn: kept ? `${place}/pairs` : null,
    left: c.req.query('left') === 'yes',
  })
  const organisation = counter.door && kept && findOrganisation(counter.door.book.store)?.name
  const status = refusal?.status ?? 200
  return visitorResponse(visitor, { title: t.together.title, body, organisation, status })
}

async function entering(c: Context, counter: CodeCounter<PairingCode>): Promise<Response> {
  const { code: typed = '' } = await readForm(c.req.raw)
  try {
    await tryCode(c, counter, typed)
    keepCode(c, counter, typed)
    return withCookies(c, redirect(`${placeOf(c)}/pairs`))
  } catch (error) {
    const { log, random } = counter.porch
    return entrance(c, counter, { typed, refusal: refusalOf(error, log, random) })
  }
}
