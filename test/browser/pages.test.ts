/** Every page, in every language, width and appearance: nothing is wrong with it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium(), siteForBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** The pages of the book, by the names of their pictures. */
const pages: Readonly<Record<string, string>> = {
  funds: '/funds',
  fund: '/funds/care',
  'fund-new': '/funds/new',
  contributions: '/contributions',
  'contributions-found': '/contributions?q=P-000001&fund=care',
  contribution: '/contributions/1',
  'contribution-unidentified': '/contributions/5',
  'contribution-new': '/contributions/new?pledge=1',
  'contribution-identification': '/contributions/5/identification',
  'contribution-refund': '/contributions/1/refund',
  'contribution-receipt': '/contributions/1/receipt',
  receipts: '/receipts',
  pledges: '/pledges',
  pledge: '/pledges/1',
  'pledge-new': '/pledges/new',
  people: '/people',
  person: '/people/P-000001',
  'person-new': '/people/new',
  payouts: '/payouts',
  payout: '/payouts/1',
  'payout-new': '/payouts/new',
  statements: '/statements',
  'statement-new': '/statements/new',
}

const views = [
  { width: 1440, theme: 'light', language: 'en' },
  { width: 320, theme: 'dark', language: 'zh-Hant' },
  { width: 768, theme: 'light', language: 'zh-Hans' },
] as const

test.each(views)('every page, $width px wide, $theme, $language', async (view) => {
  const reader = await openReader(browser, {
    origin: site.origin,
    cookies: site.signedIn(),
    ...view,
  })
  const found: Record<string, string[]> = {}
  for (const [name, path] of Object.entries(pages)) {
    await reader.go(site.at(path))
    const faults = await reader.faults()
    if (faults.length > 0) found[name] = faults
    await reader.shot(name)
  }
  expect(found).toEqual({})
  await reader.close()
})
