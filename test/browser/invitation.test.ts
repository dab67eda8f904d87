/** Somebody is invited by a link, begins with it, and finds the role that they were given; the link opens once. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '../../templates/messages/messages.ts'
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

const { start, shell } = messages.en

test('a link makes one user in the role it names, and then opens nothing more', async () => {
  const { origin } = site
  const owner = await openReader(browser, { origin, cookies: site.signedIn('owner') })
  await owner.go(site.at('/settings/users/invite'))
  const form = owner.page.locator('main form')
  await form.locator('[name=role][value=approver], select[name=role]').first().check()
  await form.locator('button[type=submit]').last().click()
  const link = owner.page.locator('main').getByText('/start/').first()
  const address = new URL((await link.textContent())!.trim(), origin).pathname
  expect(await owner.faults()).toEqual([])

  const guest = await openReader(browser, { origin, width: 320, theme: 'dark' })
  await guest.go(address)
  const { page } = guest
  const main = page.locator('main')
  await main.getByRole('heading', { name: start.invited_title }).waitFor()
  expect(await main.textContent()).toContain(shell.role.approver)
  await main.getByLabel(start.owner_name, { exact: true }).fill('欧阳小明')
  await main.locator('[name=login]').fill('ouyang')
  for (const field of await main.locator('[type=password]').all()) {
    await field.fill('four words of my own')
  }
  await main.locator('form').first().locator('button[type=submit]').last().click()
  await page.waitForURL(`${origin}${site.at('')}`)
  expect(await page.locator('header').first().textContent()).toContain('欧阳小明')

  const late = await openReader(browser, { origin })
  await late.page.goto(address)
  await late.page.getByText(start.gone_title).first().waitFor()
  await owner.go(site.at('/settings'))
  await owner.page.locator('main').getByText('欧阳小明').first().waitFor()
}, 60_000)
