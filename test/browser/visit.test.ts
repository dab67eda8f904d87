/**
 * A visit on a screen as small as a phone’s: recorded with a network, and without one, where it waits on the device and
 * is sent once, whatever happened to the answer; without scripts too, in each language.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { list } from '../../src/pairing/visits/queries.ts'
import { messages } from '../../templates/messages/messages.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'
import { visitsScene } from './visits-scene.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
let browser: Browser
let site: BrowserSite
let pair: number
/** With which the helper of the pair opens their own page. */
let code: string

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      ;({ pair, code } = visitsScene(t))
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

function phone(language: (typeof languages)[number], javaScript = true): Promise<Reader> {
  const cookies = site.signedIn('owner')
  return openReader(browser, { origin: site.origin, width: 320, language, javaScript, cookies })
}

const formPath = () => site.at(`/pairing/visits/new?pair=${pair}`)
/** What stands in the book under a text. */
const recorded = (found: string) =>
  site.t.asks(list, {}).visits.filter((visit) => visit.found === found)

/** The browser notes each request that found no network. */
const faultsOf = async (reader: Reader) =>
  (await reader.faults()).filter(
    (fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault),
  )

/** Waits until the worker has this page and all that it loads, so that it can be opened without a network. */
async function kept({ page }: Reader): Promise<void> {
  const missing = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      const there = new Set(all.flat().map(({ url }) => url))
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      // Letters come in slices, the last of them when the page has long been drawn.
      const assets = loaded.filter((name) => /\/assets\/[^/]+\.(?:js|css)$/.test(name))
      return [location.href, ...assets].filter((href) => !there.has(href)).length
    })
  await expect.poll(missing, { timeout: 10_000 }).toBe(0)
}

describe.each(languages)('in %s', (language) => {
  const words = messages[language].visits

  test('a visit is recorded by two touches more than its form, and leads to its page', async () => {
    const reader = await phone(language)
    const { page } = reader
    await reader.go(formPath())
    expect(await reader.faults()).toEqual([])
    await reader.shot('visit-form')
    const text = `Well, with a network, ${language}`
    await page.getByLabel(words.found).fill(text)
    await page.getByText(words.help, { exact: true }).click()
    await page.getByLabel(words.help_form).selectOption('service')
    await page.getByLabel(words.help_kind).last().selectOption('company')
    await page.getByRole('textbox', { name: words.help_text, exact: true }).fill('Swept the yard')
    await page.getByRole('button', { name: words.do_record }).click()
    await page.waitForURL('**/pairing/visits/*?done=record')
    await page.getByText(words.recorded).waitFor()
    expect(recorded(text)).toMatchObject([{ help: 1, met: 'oneself', kind: 'visit' }])
    expect(await reader.faults()).toEqual([])
    await reader.shot('visit')
    await reader.close()
  })

  test('what is wrong is said, and nothing that was typed is lost', async () => {
    const reader = await phone(language)
    const { page } = reader
    await reader.go(formPath())
    await page.getByLabel(words.found).fill('Half of it')
    await page.locator('summary').getByText(words.next, { exact: true }).click()
    await page.getByLabel(words.next_text).fill('Bring the forms')
    await page.getByRole('button', { name: words.do_record }).click()
    await page.getByRole('alert').getByText(words.next_whole).waitFor()
    expect(await page.getByLabel(words.found).inputValue()).toBe('Half of it')
    expect(await page.getByLabel(words.next_text).inputValue()).toBe('Bring the forms')
    expect(recorded('Half of it')).toEqual([])
    await reader.close()
  })

  test('without a network it waits on the device, and is sent once when there is one', async () => {
    const reader = await phone(language)
    const { page, context } = reader
    await reader.go(formPath())
    await kept(reader)
    await context.setOffline(true)
    // The page itself comes from the device.
    await page.reload({ waitUntil: 'load' })
    const text = `Well, without a network, ${language}`
    await page.getByLabel(words.found).fill(text)
    await page.getByRole('button', { name: words.do_record }).click()
    await page.getByText(words.offline).waitFor()
    await page.getByText('Wu Visited').first().waitFor()
    expect(await page.getByLabel(words.found).inputValue()).toBe('')
    expect(recorded(text)).toEqual([])
    expect(await faultsOf(reader)).toEqual([])
    await reader.shot('visit-waiting')
    await context.setOffline(false)
    await page.getByText(words.offline).waitFor({ state: 'hidden' })
    expect(recorded(text)).toHaveLength(1)
    await page.reload({ waitUntil: 'load' })
    expect(await page.getByText(words.waiting, { exact: true }).isVisible()).toBe(false)
    expect(recorded(text)).toHaveLength(1)
    await reader.close()
  })

  test('without scripts the form does the same', async () => {
    const reader = await phone(language, false)
    const { page } = reader
    await reader.go(formPath())
    const text = `Well, without scripts, ${language}`
    await page.getByLabel(words.found).fill(text)
    await page.getByRole('button', { name: words.do_record }).click()
    await page.waitForURL('**/pairing/visits/*?done=record')
    expect(recorded(text)).toHaveLength(1)
    await reader.close()
  })
})

test('an answer that was lost is no second visit', async () => {
  const reader = await phone('en')
  const { page } = reader
  const { visits: words } = messages.en
  await reader.go(formPath())
  let lost = 0
  await page.route('**/pairing/visits/new?**', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    // It arrives, and what comes back does not.
    await route.fetch({ maxRedirects: 0 })
    return route.abort('connectionreset')
  })
  await page.getByLabel(words.found).fill('Once and no more')
  await page.getByRole('button', { name: words.do_record }).click()
  await page.getByText(words.waiting, { exact: true }).waitFor()
  expect(recorded('Once and no more')).toHaveLength(1)
  await page.getByRole('button', { name: words.waiting_send }).click()
  await page.getByText(words.waiting, { exact: true }).waitFor({ state: 'hidden' })
  expect(recorded('Once and no more')).toHaveLength(1)
  await reader.close()
})

test('a visit that was not taken is opened again and corrected', async () => {
  const reader = await phone('en')
  const { page, context } = reader
  const { visits: words } = messages.en
  await reader.go(formPath())
  await kept(reader)
  await context.setOffline(true)
  await page.getByLabel(words.found).fill('On a day to come')
  await page.getByLabel(words.visited_on).fill('2190-01-01')
  await page.getByRole('button', { name: words.do_record }).click()
  await page.getByText(words.offline).waitFor()
  await context.setOffline(false)
  await page.getByText(words.waiting_refused).waitFor()
  await page.getByRole('link', { name: words.waiting_open }).click()
  await page.waitForFunction(() => document.querySelector('form[data-replaces]') !== null)
  expect(await page.getByLabel(words.found).inputValue()).toBe('On a day to come')
  const today = await page.evaluate(() => {
    return document.querySelector<HTMLInputElement>('[name=visited_on]')!.defaultValue
  })
  await page.getByLabel(words.visited_on).fill(today)
  await page.getByRole('button', { name: words.do_record }).click()
  await page.waitForURL('**/pairing/visits/*?done=record')
  await reader.go(site.at('/pairing/visits'))
  expect(await page.getByText(words.waiting, { exact: true }).isVisible()).toBe(false)
  expect(recorded('On a day to come')).toHaveLength(1)
  await reader.close()
})

test('signing out asks about what waits, and leaves nothing on the device', async () => {
  const reader = await phone('en')
  const { page, context } = reader
  const { visits: words } = messages.en
  await reader.go(formPath())
  await kept(reader)
  // Whoever drops a visit is asked, and so is whoever leaves.
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
  })
  await context.setOffline(true)
  await page.getByLabel(words.found).fill('Never sent')
  await page.getByRole('button', { name: words.do_record }).click()
  await page.getByText(words.offline).waitFor()
  await page.locator('.user-menu summary').click()
  await page.getByRole('button', { name: messages.en.shell.sign_out }).click()
  await expect.poll(() => asked).toEqual([words.waiting_sign_out])
  await page.getByRole('button', { name: words.waiting_drop }).click()
  await page.getByText('Wu Visited', { exact: true }).waitFor({ state: 'detached' })
  await context.setOffline(false)
  await page.locator('.user-menu summary').click()
  await page.getByRole('button', { name: messages.en.shell.sign_out }).click()
  await page.waitForURL('**/sign-in')
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  expect(recorded('Never sent')).toEqual([])
  await reader.close()
})

test('a helper’s own page keeps a visit without a network, and leaving it leaves nothing', async () => {
  const reader = await openReader(browser, { origin: site.origin, width: 320, language: 'en' })
  const { page, context } = reader
  const { together, visits: words } = messages.en
  await reader.go(site.at('/together'))
  await page.getByLabel(together.code).fill(code)
  await page.getByRole('button', { name: together.go }).click()
  await page.locator('main .card a').first().click()
  await page.getByRole('link', { name: together.visits.tell }).click()
  await page.getByRole('button', { name: words.do_record }).waitFor()
  await kept(reader)
  await context.setOffline(true)
  await page.reload({ waitUntil: 'load' })
  await page.getByLabel(words.found).fill('Told of by the helper')
  await page.getByRole('button', { name: words.do_record }).click()
  await page.getByText(words.offline).waitFor()
  expect(recorded('Told of by the helper')).toEqual([])
  await context.setOffline(false)
  await page.getByText(words.offline).waitFor({ state: 'hidden' })
  expect(recorded('Told of by the helper')).toMatchObject([{ pair: { pair } }])
  await page.getByRole('button', { name: together.leave }).click()
  await page.waitForURL('**/together?left=yes')
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  await reader.close()
})
