/** On a device whose session is over, the pages of visits that were kept for the reader before are shown to nobody. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'
import { visitsScene } from './visits-scene.ts'

let browser: Browser
let site: BrowserSite
let pair: number

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      ;({ pair } = visitsScene(t))
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('a page that was kept goes when the network says that nobody is signed in', async () => {
  const cookies = site.signedIn('owner')
  const { page } = await openReader(browser, {
    origin: site.origin,
    width: 320,
    language: 'en',
    javaScript: true,
    cookies,
  })
  const form = site.origin + site.at(`/pairing/visits/new?pair=${pair}`)
  const isKept = () => page.evaluate(async (href) => (await caches.match(href)) !== undefined, form)
  await page.goto(form)
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true)
  await page.context().clearCookies()
  await page.goto(form)
  expect(page.url()).not.toBe(form)
  await expect.poll(isKept).toBe(false)
})
