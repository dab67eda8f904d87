/** The first start, signing in and out in a real browser: in each language, width and appearance. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { emptySite } from './site.ts'

const password = 'rain on the tin roof'

let browser: Browser

beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

const views = [
  // Nothing is looked for where scripts do not run: what looks is one.
  { javaScript: false, language: 'en', begin: 'Make the book', enter: 'Sign in' },
  { width: 1440, theme: 'light', language: 'en', begin: 'Make the book', enter: 'Sign in' },
  { width: 320, theme: 'dark', language: 'zh-Hant', begin: '建立帳簿', enter: '登入' },
  { width: 768, theme: 'light', language: 'zh-Hans', begin: '建立账簿', enter: '登录' },
] as const

test.each(views)('from the link to a book and back in: %j', async (view) => {
  const { server, origin, stop } = await emptySite()
  const reader = await openReader(browser, { origin, ...view })
  const { page } = reader
  const found: Record<string, string[]> = {}
  const look = async (name: string) => {
    if ('javaScript' in view) return
    const faults = await reader.faults()
    if (faults.length > 0) found[name] = faults
    await reader.shot(`start-${name}`)
  }
  const go = (path: string) => ('javaScript' in view ? page.goto(path) : reader.go(path))
  const [start] = server.starts()
  await go(start!.path)
  await look('kind')
  await page.locator('a[href="?preset=trade_union"]').click()
  await look('form')
  await page.locator('[name="name"]').fill('Hillside 互助会')
  await page.locator('[name="owner_name"]').fill('Ana Ferreira')
  await page.locator('[name="login"]').fill('ana')
  await page.locator('[name="password"]').fill('short')
  await page.locator('[name="again"]').fill('short')
  await page.getByRole('button', { name: view.begin }).click()
  expect(await page.locator('[name="name"]').inputValue()).toBe('Hillside 互助会')
  expect(await page.locator('[name="password"]').inputValue()).toBe('')
  await look('form-refused')
  await page.locator('[name="password"]').fill(password)
  await page.locator('[name="again"]').fill(password)
  await page.getByRole('button', { name: view.begin }).click()
  await page.waitForURL(`${origin}/b/hillside**`)
  await go('/b/hillside/settings/password')
  await look('password')
  await page.locator('summary').click()
  await page.locator('form[action="/b/hillside/sign-out"] button').click()
  await page.waitForURL(`${origin}/b/hillside/sign-in`)
  await look('sign-in')
  await page.locator('[name="login"]').fill('ana')
  await page.locator('[name="password"]').fill('wrong')
  await page.getByRole('button', { name: view.enter, exact: true }).click()
  await look('sign-in-refused')
  await page.locator('[name="password"]').fill(password)
  await page.getByRole('button', { name: view.enter, exact: true }).click()
  await page.waitForURL(`${origin}/b/hillside`)
  await go(start!.path)
  await look('gone')
  // Answers of 4xx are what these pages are about; a browser notes each as an error.
  for (const [name, faults] of Object.entries(found)) {
    const left = faults.filter((fault) => !/Failed to load resource.* (401|404|422)/.test(fault))
    if (left.length > 0) found[name] = left
    else delete found[name]
  }
  expect(found).toEqual({})
  await reader.close()
  await stop()
})
