/** Two journeys of people's data: a sealed field read with a reason, and a person erased by two. */

import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receive } from '../../src/funds/contributions.ts'
import { erasureLogPath } from '../../src/node/erasure-log.ts'
import { register } from '../../src/people/commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { messages } from '../../templates/messages/messages.ts'
import { startChromium } from './chromium.ts'
import { openReader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

const number = '11010519491231002X'
const name = '钱小月'
let browser: Browser
let site: BrowserSite
let party = ''

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      party = t.does(register, { kind: 'person', name }).output.party
      const gift = { fund: 'care', source: 'member', amount: '12.00' } as const
      t.does(receive, { ...gift, party, received_on: '2026-03-20', earmark: `纪念${name}的父亲` })
      t.does(seal, { party, field: 'identity_number', value: number })
      t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('a sealed field is read with a reason, and that is on record', async () => {
  const t = messages['zh-Hans']
  const options = { origin: site.origin, width: 320, language: 'zh-Hans' } as const
  const reader = await openReader(browser, { ...options, cookies: site.signedIn() })
  const { page } = reader
  const main = page.locator('main')
  await reader.go(site.at(`/people/${party}`))
  await main.getByRole('link', { name: t.personal.title }).click()
  await main.getByText('····002X').waitFor()
  await main.getByRole('link', { name: t.personal.unseal, exact: true }).click()
  await main.getByLabel(t.words.data_field.identity_number).check()
  await main.getByRole('button', { name: t.personal.do_unseal, exact: true }).click()
  // Without a reason nothing is shown.
  await main.getByText(t.forms.missing).first().waitFor()
  await page.locator('main [name="reason"]').fill('核对银行退票')
  await main.getByRole('button', { name: t.personal.do_unseal, exact: true }).click()
  await main.getByText(number).waitFor()
  await main.getByText(t.personal.on_record).waitFor()
  const faults = await reader.faults({ axe: 'nothing' })
  // The browser notes the answer to the form without a reason.
  expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([])
  await reader.go(site.at('/audit/unsealings'))
  await main.getByText('核对银行退票').waitFor()
  expect(await main.getByText(number).count()).toBe(0)
  await reader.close()
})

test('a person is erased by two, and the book verifies', async () => {
  const t = messages.en
  const options = { origin: site.origin, width: 768 } as const
  const asking = await openReader(browser, {
    ...options,
    cookies: site.signedIn('fund_administrator'),
  })
  const first = asking.page.locator('main')
  await asking.go(site.at(`/people/${party}/data`))
  await first.getByRole('link', { name: t.personal.erase, exact: true }).click()
  await first.getByLabel(t.words.erasure_ground.asked_for).check()
  await first.getByRole('button', { name: t.personal.do_erase }).click()
  await first.getByText(t.personal.asked).waitFor()
  await asking.close()

  const owner = await openReader(browser, { ...options, cookies: site.signedIn() })
  const main = owner.page.locator('main')
  await owner.go(site.at('/audit/erasures'))
  await main.getByText(name).waitFor()
  await main.getByRole('link', { name: t.personal.confirm, exact: true }).click()
  await main.getByRole('button', { name: t.forms.continue }).click()
  await main.getByText(t.personal.texts).waitFor()
  await main.getByRole('button', { name: t.personal.do_confirm }).click()
  await main.getByText(t.personal.was_erased).waitFor()
  expect(await owner.faults({ axe: 'nothing' })).toEqual([])
  await owner.go(site.at(`/people/${party}`))
  await main.getByRole('heading', { level: 1, name: t.personal.erased }).waitFor()
  expect(await owner.page.content()).not.toContain(name)
  await owner.close()

  const { store } = site.t.book
  expect(verifyBook(store).passed).toBe(true)
  expect(readFileSync(erasureLogPath(site.t.path), 'utf8')).toContain(party)
})
