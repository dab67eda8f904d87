/** The gallery of all parts, for whoever builds a page and for the test that looks at them. */
import type { Hono } from 'hono'
import { Gallery } from '../../../templates/pages/gallery.tsx'
import { assetsOf } from './assets.ts'
import { htmlResponse } from './frame.tsx'
import { languageOf, pageLanguage, pageLanguages, themeNamed, themeOf } from './language.ts'

/** Mounts `/parts`; the address may name a language and an appearance. */
export function mountGallery(app: Hono): void {
  app.get('/parts', (c) => {
    const language = pageLanguage(c.req.query('language')) ?? languageOf(c)
    const theme = themeNamed(c.req.query('theme')) ?? themeOf(c)
    const languages = pageLanguages.map((one) => ({
      language: one,
      href: `/parts?language=${one}&theme=${theme}`,
    }))
    const preferences = { action: '/preferences', back: '/parts' }
    const page = Gallery({ language, theme, assets: assetsOf(c), languages, preferences })
    return htmlResponse(page, language, 200)
  })
}
