/** The reader's choice of language and appearance, kept by their browser; no page needs it. */
import type { Context, Hono } from 'hono'
import { cameByHttps } from '../secure-headers.ts'
import { setCookie } from './cookies.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { choiceSeconds, languageCookie, pageLanguage, themeCookie, themeNamed } from './language.ts'
import { sameOrigin } from './same-origin.ts'

/** Mounts where the forms of the shell send the choice: for one book, and for the pages without one. */
export function mountPreferences(app: Hono): void {
  for (const path of ['/preferences', '/b/:book/preferences']) {
    app.post(path, sameOrigin, choose)
  }
}

async function choose(c: Context): Promise<Response> {
  const { language, theme, back } = await readForm(c.req.raw)
  const kept = {
    path: '/',
    maxAge: choiceSeconds,
    sameSite: 'Lax',
    httpOnly: true,
    secure: cameByHttps(c.req.raw),
  } as const
  const chosenLanguage = pageLanguage(language)
  const chosenTheme = themeNamed(theme)
  if (chosenLanguage) setCookie(c, languageCookie, chosenLanguage, kept)
  if (chosenTheme) setCookie(c, themeCookie, chosenTheme, kept)
  const answer = redirect(localPath(back) ?? '/')
  for (const cookie of c.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

/** A path on this host, and nothing that a browser could take for another one. */
export function localPath(given: string | undefined): string | undefined {
  return given !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) && !given.includes('\\')
    ? given
    : undefined
}
