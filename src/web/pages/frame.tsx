/** Every page of a book: who may see it, what surrounds it, how what goes wrong is told. */

import type { Context, Handler, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { RefusalPage } from '../../../templates/pages/refusal.tsx'
import { Shell } from '../../../templates/parts/shell.tsx'
import { sessionUnknown } from '../../access/refusals.ts'
import { sessionStale } from '../../access/sign-in-refusals.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { bookPathOf } from '../base.ts'
import { refusalOf } from '../problem.ts'
import { assetsOf, type MoreScripts } from './assets.ts'
import { fundNames } from './fund-link.ts'
import { pageHeaders } from './headers.ts'
import { navigationFor, type Place } from './navigation.ts'
import { told } from './refused.ts'
import { rolesTold } from './roles-told.ts'
import { type Desk, type Visit, visitOf } from './visit.ts'

/** What a page shows within the frame. */
export interface Page {
  readonly title: string
  readonly body: Child
  /** Where in the navigation it stands. */
  readonly place?: Place
  readonly status?: number
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number
  /** What was searched for, which stays in its field. */
  readonly searched?: string
  readonly scripts?: MoreScripts
}

export type Answer = Page | Response

/** Mounts a page at a path below the book. It shows one state of the book. */
export function mountPage(
  app: Hono,
  desk: Desk,
  path: string,
  page: (visit: Visit) => Answer,
): void {
  mountAct(app, desk, 'get', path, (visit) => desk.book.store.snapshot(() => page(visit) as never))
}

/** Mounts what a form does, or a page that has to wait for something. */
export function mountAct(
  app: Hono,
  desk: Desk,
  method: 'get' | 'post',
  path: string,
  act: (visit: Visit) => Answer | Promise<Answer>,
): void {
  app[method](`/b/:book${path}`, guardedPage(desk, path, act))
}

function guardedPage(
  desk: Desk,
  route: string,
  act: (visit: Visit) => Answer | Promise<Answer>,
): Handler {
  const { book, offer } = desk
  return async (c) => {
    const started = offer.now()
    const visit = visitOf(c, desk)
    let code: string | undefined
    let answer: Response
    if (!visit) answer = toSignIn(c)
    else {
      try {
        answer = responseFor(visit, await act(visit))
      } catch (error) {
        const refusal = refusalOf(error, offer.log, book.surroundings.random)
        code = refusal.code
        if (code === sessionUnknown.code) answer = toSignIn(c)
        else if (code === sessionStale.code) answer = toAgain(c)
        else answer = responseFor(visit, refusedPage(visit, refusal))
      }
    }
    const ms = Math.round((offer.now() - started) * 10) / 10
    const actor = visit?.caller.actor ?? 'stranger'
    offer.log.info({ method: c.req.method, route, status: answer.status, ms, actor, code }, 'page')
    return answer
  }
}

function refusedPage(visit: Visit, refusal: Refusal): Page {
  const { t, language } = visit
  const titles: Partial<Record<number, string>> = {
    403: t.forms.not_allowed,
    404: t.forms.nothing_there,
    500: t.forms.incident,
  }
  const title = titles[refusal.status] ?? t.forms.refused
  const home = visit.href('')
  const body = RefusalPage({ t, language, title, told: told(refusal, t, fundNames(visit)), home })
  return { title, body, status: refusal.status }
}

/** To the page for signing in, and from there back to the page that was asked for. */
export function toSignIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url)
  const back = c.req.method === 'POST' ? '' : `?next=${encodeURIComponent(pathname + search)}`
  return redirect(`${bookPathOf(c)}/sign-in${back}`)
}

/** To the page that asks once more who it is, and from there back to the page or form that was asked for. */
function toAgain(c: Context): Response {
  const { pathname, search } = new URL(c.req.url)
  const next = encodeURIComponent(pathname + search)
  return redirect(`${bookPathOf(c)}/settings/sign-in/again?next=${next}`)
}

/** Sends the reader on to a page, which can be asked for again (RFC 9110 section 15.4.4). */
export function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Makes a page out of its parts. */
function responseFor(visit: Visit, answer: Answer): Response {
  if (answer instanceof Response) return answer
  const { c, t, language, organisation, user, caller } = visit
  const { pathname, search } = new URL(c.req.url)
  const shell = Shell({
    t,
    language,
    theme: visit.theme,
    title: t.shell.title({ page: answer.title, organisation: organisation.name }),
    assets: assetsOf(c, answer.scripts),
    organisation: organisation.name,
    home: visit.href(''),
    navigation: navigationFor(visit, answer.place),
    search: visit.href('/search'),
    searched: answer.searched,
    preferences: { action: visit.href('/preferences'), back: pathname + search },
    user: {
      name: user.name,
      role: rolesTold(t, caller),
      signOut: visit.href('/sign-out'),
      links: [{ href: visit.href('/settings/sign-in'), label: t.signing_in.title }],
    },
    shortcuts: visit.href('/shortcuts'),
    refresh: answer.refresh,
    children: answer.body,
  })
  return htmlResponse(shell, language, answer.status ?? 200)
}

/** A whole HTML document as an answer. */
export function htmlResponse(document: Child, language: string, status: number): Response {
  return new Response(`<!doctype html>${document}`, {
    status,
    headers: { ...pageHeaders, 'content-language': language },
  })
}
