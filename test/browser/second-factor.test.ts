/** The second factor in a real browser: set up, asked for at the door, a recovery code in its place. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCodeAt } from '../../src/access/one-time-codes.ts'
import { hashPassword } from '../../src/access/passwords.ts'
import { create } from '../../src/access/users.ts'
import { messages } from '../../templates/messages/messages.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

const password = 'rain on the tin roof'
let browser: Browser
let site: BrowserSite

beforeAll(async () => {
  const hash = await hashPassword(password, 'the-key-of-the-form')
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      t.does(create, { login: 'ana', name: 'Ana Ferreira', role: 'owner', password: hash })
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const { signing_in: words, access, shell } = messages.en

async function typePassword({ page }: Reader): Promise<void> {
  await page.locator('[name="login"]').fill('ana')
  await page.locator('[name="password"]').fill(password)
  await page.getByRole('button', { name: access.sign_in, exact: true }).click()
}

async function signOut({ page }: Reader): Promise<void> {
  await page.locator('.user-menu summary').click()
  await page.getByRole('button', { name: shell.sign_out }).click()
  await page.waitForURL('**/sign-in')
}

test('from a password alone to a second factor, and in again by a code and by a recovery code', async () => {
  const reader = await openReader(browser, { origin: site.origin, width: 320, theme: 'dark' })
  const { page } = reader
  const faults: string[] = []
  const look = async (name: string) => {
    faults.push(...(await reader.faults()).map((fault) => `${name}: ${fault}`))
    await reader.shot(name)
  }
  await reader.go(site.at('/sign-in?next=/b/relief/settings/sign-in'))
  await typePassword(reader)
  await page.waitForURL('**/settings/sign-in')
  await look('signing-in-none')
  await page.getByRole('link', { name: words.set_up }).click()
  await look('second-factor-set-up')
  const secret = await page.locator('[name="secret"]').inputValue()
  await page.locator('[name="code"]').fill(totpCodeAt(secret, Date.now()))
  await page.getByRole('button', { name: words.do_set_up }).click()
  await page.getByText(words.codes_once).waitFor()
  await look('recovery-codes')
  const codes = await page.locator('main ol li').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: words.codes_kept }).click()
  await page.getByText(words.codes_left({ count: 10 })).waitFor()
  await look('signing-in')
  await signOut(reader)

  await typePassword(reader)
  await page.waitForURL('**/sign-in/code')
  await look('sign-in-code')
  await page.locator('[name="code"]').fill('000000')
  await page.getByRole('button', { name: access.sign_in, exact: true }).click()
  await look('sign-in-code-wrong')
  // The code of setting up is used; that of the next half minute is taken early.
  await page.locator('[name="code"]').fill(totpCodeAt(secret, Date.now() + 30_000))
  await page.getByRole('button', { name: access.sign_in, exact: true }).click()
  await page.waitForURL('**/b/relief')
  await signOut(reader)

  await typePassword(reader)
  await page.getByRole('link', { name: words.use_recovery_code }).click()
  await look('sign-in-recovery')
  await page.locator('[name="recovery_code"]').fill(codes[3]!.toLowerCase())
  await page.getByRole('button', { name: access.sign_in, exact: true }).click()
  await page.waitForURL('**/b/relief')
  await reader.go(site.at('/settings/sign-in'))
  await page.getByText(words.codes_left({ count: 9 })).waitFor()
  await look('signing-in-used')
  await page.getByRole('link', { name: words.give_up }).click()
  await look('second-factor-end')
  // The answer to a wrong code is a 401, which a browser notes as an error.
  expect(faults.filter((fault) => !/Failed to load resource.* 401/.test(fault))).toEqual([])
  await reader.close()
})
