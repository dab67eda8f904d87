/** Pages are small, and there at once. Times of the server are measured by `npm run bench`. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { furnished, places } from './places.ts'
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

/** As issue 3 promises it, before compression. */
const mostBytes = 50_000

test('every page is under 50 KB of HTML', async () => {
  const [[name, value]] = Object.entries(site.signedIn()) as [[string, string]]
  const large: Record<string, number> = {}
  for (const { path } of places) {
    // The gallery shows every part several times, to whoever builds pages.
    if (path === '/parts') continue
    const headers = { cookie: `${name}=${value}; language=zh-Hant` }
    const { length } = Buffer.from(
      await (await fetch(`${site.origin}${path}`, { headers })).arrayBuffer(),
    )
    if (length >= mostBytes) large[path] = length
  }
  expect(large).toEqual({})
})

/** Milliseconds; the least of several, because other tests run beside it. */
const paintMs = 300
const visits = 5

test('a register page is painted within 300 ms', async () => {
  const reader = await openReader(browser, { origin: site.origin, cookies: site.signedIn() })
  const painted: number[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    await reader.go(site.at('/funds/care/register/1100'))
    painted.push(await reader.page.evaluate(firstPaint))
  }
  expect(Math.min(...painted)).toBeLessThan(paintMs)
})

/** When the first content was painted, in milliseconds from when the page was asked for. Runs in the page. */
function firstPaint(): Promise<number> {
  return new Promise((found) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) found(paint.startTime)
    })
    observer.observe({ type: 'paint', buffered: true })
  })
}
