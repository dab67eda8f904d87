/** Everything by the keyboard alone: each stop is seen, nothing traps but a dialog, errors are come to first. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite
let reader: Reader
let page: Page

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium(), siteForBrowser()])
  reader = await openReader(browser, { origin: site.origin, cookies: site.signedIn() })
  page = reader.page
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** More stops than any page here has before its button. */
const mostStops = 60

/** Stops at which the reader could not see where they are. */
const unseen: string[] = []

/** Goes on by Tab until a control is come to; every stop on the way is looked at. */
async function tabTo(selector: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(stopFault)
    if (fault) unseen.push(`${new URL(page.url()).pathname}: ${fault}`)
    if (await isAt(selector)) return
  }
  throw new Error(`No way by Tab to ${selector} on ${page.url()}`)
}

const isAt = (selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

/** What hides a stop from eyes: no ring around it, or it lies outside the window. Runs in the page. */
function stopFault(): string | null {
  const stop = document.activeElement
  // Between the last control and the first, a browser has stops of its own.
  if (!stop || stop === document.body || stop.tagName === 'IFRAME') return null
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop)
  const name = `${stop.outerHTML.slice(0, 80)}…`
  const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  if (!ringed && boxShadow === 'none') return `no ring: ${name}`
  const { top, bottom, left, right } = stop.getBoundingClientRect()
  const inWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return inWindow ? null : `out of sight: ${name}`
}

/** Sends the form of the page from its button. */
async function press(button: string): Promise<void> {
  await tabTo(button)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

async function type(field: string, text: string): Promise<void> {
  await tabTo(`[name="${field}"]`)
  await page.keyboard.type(text)
}

/** Chooses in a list by the letters that the choice begins with. */
const choose = type

const primary = 'main button.button-primary'

test('the first stop leads past the navigation', async () => {
  await reader.go(site.at('/contributions'))
  await tabTo('.skip')
  await page.keyboard.press('Enter')
  expect(await isAt('main')).toBe(true)
  await page.keyboard.press('Tab')
  expect(await isAt('main *')).toBe(true)
})

test('the sheet of shortcuts holds the focus, and gives it back', async () => {
  await reader.go(site.at('/contributions'))
  await tabTo('main .page-header a.button-primary')
  await page.keyboard.press('?')
  await page.locator('dialog[open]').waitFor()
  expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(1)
  for (let stops = 0; stops < 6; stops += 1) {
    await page.keyboard.press('Tab')
    expect(await isAt('dialog *, dialog, body')).toBe(true)
  }
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  expect(await isAt('main .page-header a.button-primary')).toBe(true)
})

test('a contribution: what is wrong is come to first, and leads to its field', async () => {
  await reader.go(site.at(''))
  await page.keyboard.press('g')
  await Promise.all([page.waitForURL('**/contributions'), page.keyboard.press('c')])
  await Promise.all([page.waitForURL('**/contributions/new'), page.keyboard.press('n')])
  await choose('fund', 'The fund care')
  await press(primary)
  expect(await isAt('.error-summary')).toBe(true)
  await tabTo('.error-summary a[href="#field-source"]')
  await page.keyboard.press('Enter')
  expect(await isAt('input[name="source"]')).toBe(true)
  await page.keyboard.press('Space')
  await type('party', 'Amélie O’Brien')
  await type('amount', '75.25')
  await press(primary)
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  await press(primary)
  await page.waitForURL('**/contributions/*?done=receive')
  await page.getByText('The contribution is recorded.').waitFor()
})

test('a payout, with a choice by arrows', async () => {
  await page.keyboard.press('g')
  await Promise.all([page.waitForURL('**/payouts'), page.keyboard.press('p')])
  await Promise.all([page.waitForURL('**/payouts/new'), page.keyboard.press('n')])
  await choose('fund', 'The fund care')
  await type('payee', 'P-000001')
  await choose('category', 'Care')
  await type('amount', '20')
  await tabTo('input[name="form"]')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('input[value="cash"]').isChecked()).toBe(true)
  await press(primary)
  await press(primary)
  await page.waitForURL('**/payouts/*?done=pay')
  await page.getByText('The payout is recorded.').first().waitFor()
})

test('a statement is issued; nowhere was the reader out of sight', async () => {
  await page.keyboard.press('g')
  await Promise.all([page.waitForURL('**/statements'), page.keyboard.press('s')])
  await Promise.all([page.waitForURL('**/statements/new'), page.keyboard.press('n')])
  await choose('fund', 'The fund care')
  await tabTo('[name="to"]')
  await reader.shot('keyboard-statement')
  await press(primary)
  await press(primary)
  await page.waitForURL('**/statements/*?done=issue')
  expect([...new Set(unseen)]).toEqual([])
})
