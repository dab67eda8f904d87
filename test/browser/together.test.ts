/**
 * Two sides of a pair on telephones of their own, each with nothing but a code: asked, agreed, told how to reach each
 * other, a visit told of and said to be so, a consent taken back. In each language.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '../../templates/messages/messages.ts'
import { type OwnScene, ownScene } from '../pairing/own/scene.ts'
import { furnishPairing } from '../pairing/pairing-for-tests.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

const views = [
  { language: 'en', width: 320, theme: 'light' },
  { language: 'zh-Hans', width: 320, theme: 'dark' },
  { language: 'zh-Hant', width: 1440, theme: 'light' },
] as const

let browser: Browser
let site: BrowserSite
let scenes: OwnScene[]

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      const book = furnishPairing(t)
      scenes = views.map(() => ownScene(book))
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test.each(views.map((view, at) => ({ ...view, at })))(
  'two sides of a pair: $language, $width px wide',
  { timeout: 120_000 },
  async ({ at, ...view }) => {
    const { together, visits, ...t } = messages[view.language]
    const scene = scenes[at]!
    const { helperSide, helpedSide } = scene
    const looks = async (reader: Reader, name: string) => {
      expect([name, await reader.faults()]).toEqual([name, []])
      await reader.shot(name)
    }
    const opened = async (typed: string) => {
      const reader = await openReader(browser, { origin: site.origin, ...view })
      const { page } = reader
      await reader.go(site.at('/together'))
      await looks(reader, 'own-entrance')
      await page.getByLabel(together.code).fill(typed.toLowerCase())
      await page.getByRole('button', { name: together.go }).click()
      await page.getByRole('heading', { name: together.home.title }).waitFor()
      await looks(reader, 'own-home')
      await page.locator('main .card a').first().click()
      await page.getByRole('button', { name: together.agree }).waitFor()
      return reader
    }
    const helper = await opened(scene.ofHelper.typed)
    const helped = await opened(scene.ofHelped.typed)
    await looks(helper, 'own-asked')
    for (const [{ page }, other] of [
      [helper, helpedSide],
      [helped, helperSide],
    ] as const) {
      const text = (await page.content()) as string
      for (const mark of [other.name, other.phone, other.address]) expect(text).not.toContain(mark)
      await page.getByRole('link', { name: together.decline }).click()
      await page.getByLabel(together.decline_reason).waitFor()
      if (page === helper.page) await looks(helper, 'own-decline')
      await page.getByRole('link', { name: t.apply.back }).click()
      await page.getByRole('button', { name: together.agree }).click()
      await page.getByText(together.agreed).waitFor()
    }
    await helper.page.reload()
    await helper.page.getByRole('button', { name: together.contacts.open }).click()
    await helper.page.getByText(helpedSide.address).waitFor()
    expect(await helper.page.content()).toContain(helpedSide.phone)
    await looks(helper, 'own-contacts')
    await helper.page.getByRole('link', { name: together.visits.tell }).click()
    await helper.page.getByRole('button', { name: visits.do_record }).waitFor()
    await looks(helper, 'own-visit-form')
    await helper.page.getByRole('button', { name: visits.do_record }).click()
    await helper.page.getByText(together.visits.told).waitFor()
    await helped.page.reload()
    await looks(helped, 'own-visits')
    await helped.page.getByRole('button', { name: /VI-/ }).click()
    await helped.page.getByText(together.visits.said).waitFor()
    await looks(helped, 'own-said')
    await helped.page.getByRole('link', { name: together.change.withdraw }).click()
    await looks(helped, 'own-withdraw')
    await helped.page.getByRole('button', { name: together.change.do_withdraw }).click()
    await helped.page.getByText(together.change.withdrawn).waitFor()
    await helper.page.reload()
    const after = (await helper.page.content()) as string
    for (const mark of [helpedSide.name, helpedSide.phone, helpedSide.address]) {
      expect(after).not.toContain(mark)
    }
    await looks(helper, 'own-withdrawn')
    await helper.page.getByRole('button', { name: together.leave }).click()
    await helper.page.getByText(together.left).waitFor()
    await Promise.all([helper.close(), helped.close()])
  },
)
