/** A passkey in a real browser, whose authenticator is a virtual one: made, signed out, signed in with it. */
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '../../templates/messages/messages.ts'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

const { passkeys, shell } = messages.en
let browser: Browser
let site: BrowserSite
/** Browsers keep no passkeys for an address in figures. */
let origin: string

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium(), siteForBrowser()])
  origin = site.origin.replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** A device with a fingerprint reader that knows its owner. */
async function addAuthenticator(session: CDPSession): Promise<string> {
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

test('a passkey is made, opens the book without a name, and opens nothing once removed', async () => {
  const reader = await openReader(browser, { origin, cookies: site.signedIn('owner') })
  const { page } = reader
  const device = await page.context().newCDPSession(page)
  const authenticatorId = await addAuthenticator(device)
  const main = page.locator('main')

  await reader.go(site.at('/settings/passkeys'))
  await main.getByLabel(passkeys.label).fill('This computer')
  await main.getByRole('button', { name: passkeys.do_add }).click()
  await main.getByText(passkeys.added).waitFor()
  expect(await reader.faults()).toEqual([])
  await reader.shot('passkeys')

  await page.locator('.user-menu summary').click()
  await page.getByRole('button', { name: shell.sign_out }).click()
  await page.waitForURL('**/sign-in')
  // What the harness gave, which is of another path than ours.
  await page.context().clearCookies({ name: 'care_ledger_session' })

  await main.getByRole('button', { name: passkeys.sign_in }).click()
  await page.waitForURL(`**${site.at('')}`)
  expect((await page.context().cookies()).map(({ name }) => name)).toContain('care_ledger_session')
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials.map(({ rpId, signCount }) => [rpId, signCount > 0])).toEqual([
    ['localhost', true],
  ])

  // Somebody who stops their device is told so, and can go on.
  await reader.go(site.at('/settings/passkeys'))
  await main.getByRole('button', { name: /^Remove the passkey/ }).click()
  await main.getByText(passkeys.removed).waitFor()
  await page.context().clearCookies({ name: 'care_ledger_session' })
  await reader.go(site.at('/sign-in'))
  await main.getByRole('button', { name: passkeys.sign_in }).click()
  await main.getByText('This passkey opens nothing here').waitFor()

  await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  const wrong = await reader.faults()
  // The browser notes the refusal by its status.
  expect(wrong.filter((fault) => !/401/.test(fault))).toEqual([])
  await reader.close()
})
