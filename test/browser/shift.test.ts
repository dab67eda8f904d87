/** Nothing jumps while a page is loaded, on a machine with a Chinese font, as readers of Chinese have. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium({ chineseFont: true }), siteForBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const views = [
  { width: 1440, language: 'en' },
  { width: 320, language: 'zh-Hans' },
  { width: 768, language: 'zh-Hant' },
] as const

test.each(views)(
  'the first page that a reader opens stays where it is, $width px, $language',
  async (view) => {
    for (const path of ['/funds', '/funds/care', '/payouts']) {
      // A reader anew for each: nothing is in the browser's store yet.
      const reader = await openReader(browser, {
        origin: site.origin,
        cookies: site.signedIn(),
        ...view,
      })
      await reader.go(site.at(path))
      expect([path, await reader.shift()]).toEqual([path, expect.closeTo(0, 2)])
      await reader.close()
    }
  },
)
