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

/** Each language, width and appearance at least once for each page. */
const views = [
  { width: 1440, theme: 'light', language: 'en', axe: 'everything' },
  { width: 320, theme: 'dark', language: 'zh-Hant', axe: 'sight' },
  { width: 768, theme: 'light', language: 'zh-Hans', axe: 'nothing' },
] as const

test.each(views)(
  'every page, $width px wide, $theme, $language',
  { timeout: 400_000 },
  async (view) => {
    const { origin } = site
    const reader = await openReader(browser, { origin, cookies: site.signedIn(), ...view })
    const found: Record<string, string[]> = {}
    for (const { name, path } of visited) {
      await reader.go(path)
      const faults = await reader.faults(view)
      if (faults.length > 0) found[name] = faults
      await reader.shot(name)
    }
    expect(found).toEqual({})
    await reader.close()
  },
)
