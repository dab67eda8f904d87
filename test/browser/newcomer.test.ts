/**
 * Whoever has never seen it: from the link that the server prints to a statement that verifies, in at most
 * forty clicks and groups of keystrokes. Only what stands on the page is followed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keysInBook } from '../../src/cli/verifying.ts'
import { verifyStatementPdf } from '../../src/verification/statement.ts'
import { messages } from '../../templates/messages/messages.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { emptySite } from './site.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

/** As issue and handbook promise it. */
const mostSteps = 40

/** A reader whose clicks and fields are counted: each click, and each field filled, is one. */
function hands({ page }: Reader) {
  const counted = { steps: 0 }
  const once = async (act: Promise<unknown>) => {
    counted.steps += 1
    await act
  }
  return {
    counted,
    click: (target: Locator) => once(target.click()),
    fill: (name: string, value: string) => once(page.locator(`main [name="${name}"]`).fill(value)),
    choose: (name: string, value: string) =>
      once(page.locator(`main input[name="${name}"][value="${value}"]`).check()),
    pick: (name: string, value: string) =>
      once(page.locator(`main select[name="${name}"]`).selectOption(value)),
  }
}

/** What 1,200.50 and 300 are in words, in the currency that is suggested there. */
const views = [
  {
    width: 1440,
    theme: 'light',
    language: 'en',
    given: 'one thousand two hundred',
    paid: 'three hundred',
  },
  { width: 768, theme: 'dark', language: 'zh-Hans', given: '壹仟贰佰元', paid: '叁佰元整' },
  { width: 320, theme: 'light', language: 'zh-Hant', given: '壹仟貳佰', paid: '參佰' },
] as const

test.each(views)('the first day: $language, $width px, $theme', async (view) => {
  const { language } = view
  const t = messages[language]
  const site = await emptySite()
  const reader = await openReader(browser, { origin: site.origin, ...view })
  const { page } = reader
  const { counted, click, fill, choose, pick } = hands(reader)
  const main = page.locator('main')
  const found: string[] = []
  const look = async (name: string) => {
    found.push(...(await reader.faults({ axe: 'nothing' })).map((fault) => `${name}: ${fault}`))
    await reader.shot(`newcomer-${counted.steps}-${name}`)
  }
  const button = (name: string) => main.getByRole('button', { name, exact: true })
  const link = (name: string) => main.getByRole('link', { name, exact: true }).first()
  /** The first page says what comes next; on every page it is one click away. */
  const nextStep = async (name: string) => {
    await click(page.locator('.brand'))
    await click(link(name))
  }

  await reader.go(site.server.starts()[0]!.path)
  await click(link(t.start.presets.trade_union.name))
  await fill('name', 'Hillside 互助会')
  await fill('owner_name', 'Ana Ferreira')
  await fill('login', 'ana')
  await fill('password', 'rain on the tin roof')
  await fill('again', 'rain on the tin roof')
  await click(button(t.start.make))
  await page.waitForURL('**/b/hillside')
  await look('home')

  await click(link(t.home.step.contribution))
  await choose('source', 'member')
  await fill('party', '歐陽娜娜')
  await fill('amount', '1,200.50')
  await toldInWords(reader, view.given)
  await click(button(t.forms.continue))
  await look('check')
  await click(button(t.contributions.do_record))
  await main.getByText(t.contributions.done.receive).first().waitFor()
  await look('recorded')

  await click(link(t.forms.another))
  await choose('source', 'organisation')
  await fill('party', 'Harbour Workers’ Co-operative')
  await fill('amount', '5000')
  await click(button(t.forms.continue))
  await main.getByText(t.words.party_kind.organisation).first().waitFor()
  await click(button(t.contributions.do_record))
  await click(link(t.forms.another))
  await choose('source', 'unidentified')
  await fill('amount', '80')
  await click(button(t.forms.continue))
  await click(button(t.contributions.do_record))
  await main.getByText(t.contributions.unidentified).first().waitFor()

  await nextStep(t.home.step.payout)
  await fill('payee', 'Tomás Brandão')
  await pick('category', 'care_grants')
  await fill('amount', '300')
  await toldInWords(reader, view.paid)
  await click(button(t.forms.continue))
  await click(button(t.payouts.do_record))
  await main.getByText(t.payouts.recorded).first().waitFor()
  await look('payout')

  await nextStep(t.home.step.statement)
  await click(link(t.statements.this_month))
  await look('statement-new')
  await click(button(t.forms.continue))
  await click(button(t.statements.do_issue))
  await main.getByText(t.statements.issued).first().waitFor()
  const year = new Date().getFullYear()
  await main.getByText(`HARDSHIP-${year}-0001`).first().waitFor()
  await look('statement')
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    click(main.locator('a[href*=".pdf"]').first()),
  ])
  // The command of the page, and the key that it needs.
  counted.steps += 2
  const [key] = keysInBook(join(site.books, 'hillside.db'))
  const report = await verifyStatementPdf(readFileSync(await paper.path()), key!)
  expect(report.checks.filter(({ state }) => state !== 'passed')).toEqual([])
  expect(report.passed).toBe(true)

  expect(found).toEqual([])
  expect(counted.steps).toBeLessThanOrEqual(mostSteps)
  await reader.close()
  await site.stop()
})

/** The amount stands in words below its field as soon as typing rests. */
async function toldInWords({ page }: Reader, words: string) {
  await page.locator('[data-money-words]').getByText(words).waitFor()
}
