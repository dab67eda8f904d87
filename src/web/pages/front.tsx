/** The front page of a host: what it is for, and the way to a book that the reader names. */
import type { Hono } from 'hono'
import { FrontPage } from '../../../templates/pages/front.tsx'
import { redirect } from './frame.tsx'
import { visitorOf, visitorResponse } from './visitor.tsx'

/** Characters of a book's short name, in which it is also the name of its file. */
const codePattern = /^[a-z0-9][a-z0-9-]{0,39}$/

/** The reference says nothing of any book, and so stands below every name. */
const reference = '/b/book/api/v1/reference'

/**
 * Mounts `/`. It lists no book and asks after none: whether there is one of a name, the page for signing in
 * does not tell either.
 */
export function mountFrontPage(app: Hono): void {
  app.get('/', (c) => {
    const book = c.req.query('book')?.trim()
    const code = book?.toLowerCase() ?? ''
    if (codePattern.test(code)) return redirect(`/b/${code}/sign-in`)
    const visitor = visitorOf(c)
    const { t, language } = visitor
    const wrong = book !== undefined
    const body = FrontPage({ t, language, book: book ?? '', wrong, reference })
    return visitorResponse(visitor, { title: t.front.open, body, status: wrong ? 422 : 200 })
  })
}
