/** One enters a payment, another approves it, a third makes it: three people at a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import { create } from '../../src/access/users.ts'
import { type Caller, type Role, throughout } from '../../src/book/registry.ts'
import { enteredByOneself } from '../../src/funds/duty-refusals.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { messages } from '../../templates/messages/messages.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite

const secretOf = (place: number) => base64url(new Uint8Array(32).fill(0x20 + place))

/** Somebody who is signed in already. */
function addUser(t: TestBook, place: number, name: string, role: Role): void {
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const given = { login: `user-${place}`, name, role, reads_names: true, password }
  const caller = (user: number): Caller => ({
    actor: `user:${user}`,
    grants: throughout(role),
    readsNames: true,
  })
  const { user } = t.does(create, given).output
  t.does(openSession, { hash: hex(sessionHash(secretOf(place))) }, caller(user))
}

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      addUser(t, 1, '赵秀英', 'approver')
      addUser(t, 2, 'Tomás Brandão', 'fund_administrator')
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const { requests, forms, home, payouts } = messages.en

test('[D1] a payment is entered, not approved by who entered it, approved by another, paid by a third', async () => {
  const { origin } = site
  const administrator = await openReader(browser, {
    origin,
    cookies: site.signedIn('owner'),
  })
  const [approver, payer] = await Promise.all(
    [1, 2].map((place) =>
      openReader(browser, { origin, cookies: { [sessionCookie]: secretOf(place) } }),
    ),
  )
  const link = ({ page }: Reader, name: string) =>
    page.locator('main').getByRole('link', { name, exact: true }).first().click()
  const press = ({ page }: Reader, name: string) =>
    page.locator('main').getByRole('button', { name, exact: true }).click()
  const told = ({ page }: Reader, words: string) =>
    page.locator('main').getByText(words).first().waitFor()

  const { page } = administrator
  await administrator.go(site.at('/payment-requests'))
  await link(administrator, requests.enter)
  await page.locator('[name="fund"]').selectOption('care')
  await page.locator('[name="payee"]').fill('P-000001')
  await page.locator('[name="category"]').selectOption('care_grants')
  await page.locator('[name="amount"]').fill('250.00')
  await press(administrator, forms.continue)
  await told(administrator, forms.check)
  await press(administrator, requests.do_enter)
  await told(administrator, requests.entered)
  // On the page of one's own request stands why, and no way to approve it.
  await told(administrator, requests.barred)
  const refused = enteredByOneself({ request: 1 })
  await told(administrator, refused.message)
  expect(await page.getByRole('link', { name: requests.approve, exact: true }).count()).toBe(0)
  // Whoever goes there all the same is refused with the same reason.
  await administrator.go(site.at('/payment-requests/1/approval'))
  await press(administrator, forms.continue)
  await told(administrator, refused.message)

  await approver!.go(site.at(''))
  await told(approver!, home.title.payments_to_approve({ count: 1, shown: '1' }))
  await link(approver!, home.action.payments_to_approve)
  await link(approver!, requests.approve)
  await press(approver!, forms.continue)
  await press(approver!, requests.do_approve)
  await told(approver!, requests.approved)
  expect(await approver!.page.getByRole('link', { name: requests.pay }).count()).toBe(0)

  await payer!.go(site.at(''))
  await link(payer!, home.action.payments_to_pay)
  await link(payer!, requests.pay)
  await press(payer!, forms.continue)
  await press(payer!, requests.do_pay)
  await told(payer!, requests.paid)
  await link(payer!, requests.payout({ payout: 3 }))
  await told(payer!, payouts.stands)
  await told(payer!, '250.00')
  for (const reader of [approver!, payer!]) {
    expect(await reader.faults({ axe: 'nothing' })).toEqual([])
  }
  await Promise.all([administrator, approver!, payer!].map((reader) => reader.close()))
})
