/** Every page of the app, in every language, width and appearance: nothing is wrong with it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStrangersApp } from '../../src/app.ts'
import { silent } from '../journeys/fixed.ts'
import { siteForTests } from '../web/site.ts'
import { startChromium } from './chromium.ts'
import { furnished, noPages, pages, places } from './places.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium(), siteForBrowser(furnished)])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('every route of the app is in the table of places, and no other', async () => {
  const { routes } = await siteForTests()
  const health = () => ({ books: [], free_disk_bytes: null })
  const offer = { health, log: silent, now: Date.now }
  const strangers = createStrangersApp(offer, (bytes) => new Uint8Array(bytes))
  const asked = [...routes(), ...strangers.routes].filter(
    ({ method, path }) => method === 'GET' && !path.includes('/api/'),
  )
  const known = new Set(asked.map(({ path }) => path))
  expect(Object.keys({ ...pages, ...noPages }).sort()).toEqual([...known].sort())
})

/** For whoever works on some pages: PLACES=case goes to those alone whose name has that in it. */
const visited = places.filter(({ name }) => name.includes(process.env.PLACES ?? ''))

/**
 * Each width and appearance for each page, in English and in one Chinese; the two take turns from page to page, for they
 * are one text in two scripts. SWEEP=whole goes to every page in both.
 */
const chinese = ['zh-Hant', 'zh-Hans'] as const
const isWhole = process.env.SWEEP === 'whole'
const onPhones = { width: 320, theme: 'dark', axe: 'sight' } as const
const views = [
  { languages: ['en'] as const, width: 1440, theme: 'light', axe: 'everything' } as const,
  ...(isWhole ? chinese.map((language) => [language]) : [chinese]).map((languages) => ({
    languages,
    ...onPhones,
  })),
]

test.each(views)(
  'every page, from $width px on, $theme, $languages',
  { timeout: 600_000 },
  async ({ languages, width, theme, axe }) => {
    const { origin } = site
    const readers = await Promise.all(
      languages.map((language) =>
        openReader(browser, { origin, cookies: site.signedIn(), language, width, theme }),
      ),
    )
    const found: Record<string, string[]> = {}
    for (const [at, { name, path }] of visited.entries()) {
      const reader = readers[at % readers.length]!
      await reader.go(path)
      const between = width === 320 ? await reader.faultsAt(768) : []
      const faults = [...(await reader.faults({ axe })), ...between]
      if (faults.length > 0) found[name] = faults
      await reader.shot(name)
    }
    expect(found).toEqual({})
    for (const reader of readers) await reader.close()
  },
)
