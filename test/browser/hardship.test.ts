/**
 * From an application without an account to a delivered payout, at a real browser, in each language: the member on a
 * phone, and in the office five people whose hands are kept apart.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import { create } from '../../src/access/users.ts'
import { type Role, throughout } from '../../src/book/registry.ts'
import { receive } from '../../src/funds/contributions.ts'
import { open as openFile } from '../../src/hardship/files/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { register } from '../../src/people/commands.ts'
import { messages } from '../../templates/messages/messages.ts'
import { passwordHash } from '../access/matrix-places.ts'
import { openFund } from '../funds/scene.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite

const hands = {
  office: ['陈静', 'fund_administrator'],
  verifier: ['林涛', 'fund_administrator'],
  approver: ['赵秀英', 'approver'],
  cashier: ['Tomás Brandão', 'fund_administrator'],
  visitor: ['吴兰', 'pairing_coordinator'],
} as const satisfies Record<string, readonly [string, Role]>
type Hand = keyof typeof hands

const secretOf = (hand: Hand) =>
  base64url(new Uint8Array(32).fill(0x40 + Object.keys(hands).indexOf(hand)))

function addUser(t: TestBook, hand: Hand): void {
  const [name, role] = hands[hand]
  const given = { login: `of.${hand}`, name, role, reads_names: true, password: passwordHash }
  const { user } = t.does(create, given).output
  const caller = { actor: `user:${user}`, grants: throughout(role), readsNames: true }
  t.does(openSession, { hash: hex(sessionHash(secretOf(hand))) }, caller)
}

/** Who applies in each language, on how wide a screen the office works. */
const views = [
  { language: 'en', name: 'Rosa Delgado', width: 1440 },
  { language: 'zh-Hans', name: '欧阳小明', width: 768 },
  { language: 'zh-Hant', name: '歐陽大華', width: 320 },
] as const
const people = new Map<string, string>()

beforeAll(async () => {
  ;[browser, site] = await Promise.all([
    startChromium(),
    siteForBrowser((t) => {
      for (const hand of Object.keys(hands) as Hand[]) addUser(t, hand)
      openFund(t, 'aid', { name: '互助救助基金' })
      const party = { kind: 'organisation', name: '江城市总工会' } as const
      t.does(receive, { fund: 'aid', source: 'organisation', party, amount: '50000.00' })
      const said = { fund: 'aid', category: 'care_grants', help: 'medical' } as const
      t.does(openProgramme, {
        ...said,
        programme: 'relief',
        name: '大病救助',
        workflow: 'standard',
      })
      for (const { name } of views) {
        const { party: person } = t.does(register, { kind: 'person', name }).output
        people.set(name, person)
        const facts = { people: 2, income_year: '9600.00', situation: '长期患病' } as const
        t.does(openFile, { party: person, certified: true, grade: 'considerable', facts })
      }
    }),
  ])
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** Answers what a page asks, by the names of its fields. */
async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const kind = await field.evaluate((one) =>
      one instanceof HTMLInputElement ? one.type : one.tagName,
    )
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'checkbox') await field.check()
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Presses a button by its words, the last one unless said, and that of the page that shows what it will do. */
async function send(page: Page, words?: string): Promise<void> {
  for (let step = 0; step < 2; step += 1) {
    const { pathname } = new URL(page.url())
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().isNavigationRequest()),
      page
        .locator('main form[method=post] button[type=submit]', words ? { hasText: words } : {})
        .last()
        .click(),
    ])
    await page.waitForLoadState()
    if (answer.status() === 303) return
    expect([pathname, answer.status()]).toEqual([pathname, 200])
  }
}

/** Fills a form of the office and sends it. */
async function done(
  reader: Reader,
  path: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  await reader.go(site.at(path))
  await fill(reader.page, values)
  await send(reader.page)
  expect(await reader.faults({ axe: 'nothing' })).toEqual([])
}

const year = new Date().getFullYear()

test.each(views)(
  'an application becomes a payout that arrived: $language, office $width px wide',
  { timeout: 120_000 },
  async ({ language, name, width }) => {
    const { origin } = site
    const t = messages[language]
    const person = people.get(name)!
    const at = async (hand: Hand): Promise<Reader> =>
      openReader(browser, {
        origin,
        language,
        width,
        cookies: { [sessionCookie]: secretOf(hand) },
      })
    const office = await at('office')
    // Roles and names are the same in each language.
    const axe = language === 'en' ? 'everything' : 'sight'

    // The office makes a code, and hands out its sheet.
    await office.go(site.at('/application-codes/new'))
    await fill(office.page, { party: person, programme: 'relief' })
    await office.page.locator('main form[method=post] button[type=submit]').last().click()
    await office.page.waitForLoadState()
    const sheet = (await office.page.locator('main').textContent())!
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(sheet)![0]

    // The member applies on a phone.
    const phone = await openReader(browser, { origin, language, width: 320, theme: 'dark' })
    await phone.go(site.at('/apply'))
    await fill(phone.page, { code })
    await send(phone.page)
    const answers = [
      { for_whom: 'self', reach: '13800138000' },
      {
        member_name: name,
        member_relation: language === 'en' ? 'self' : '本人',
        member_age: '52',
        people: '2',
        income_year: '9600.00',
      },
      {
        cause: 'illness',
        cause_text: language === 'en' ? 'An operation' : '手术',
        situation: language === 'en' ? 'I cannot work since March.' : '三月起无法工作。',
        amount: '3000.00',
      },
      { form: 'bank', payee: 'self', account: `622202123456789${width}`, bank: '工商银行河西支行' },
    ]
    for (const values of answers) {
      await fill(phone.page, values)
      expect(await phone.faults({ axe })).toEqual([])
      await send(phone.page, t.apply.next)
    }
    await phone.go(site.at('/apply/check'))
    await send(phone.page, t.apply.send)
    const reference = phone.page
      .locator('main')
      .getByText(/C-\d{6}/)
      .first()
    const number = Number(/C-(\d{6})/.exec((await reference.textContent())!)![1])
    const place = `/cases/${number}`

    // The office takes the account over, somebody else verifies, a third approves.
    await done(office, `${place}/account`)
    await done(await at('verifier'), `${place}/verification`)
    await done(await at('approver'), `${place}/approval`)

    // One prepares the batch, another releases it, and the bank's word is recorded.
    await done(office, '/batches/new?fund=aid&form=bank', {
      fund: 'aid',
      form: 'bank',
      name: t.cases.title,
    })
    const batch = new URL(office.page.url()).pathname.split('/').at(-1)!
    expect(batch).toMatch(new RegExp(`^B-${year}-\\d{4}$`))
    const cashier = await at('cashier')
    await done(cashier, `/batches/${batch}/release`)
    await done(cashier, `/batches/${batch}/lines/1/result`, { outcome: 'paid' })
    await done(cashier, `/batches/${batch}/close`)

    // Somebody who had no part asks whether it arrived.
    const visitor = await at('visitor')
    await visitor.go(site.at(place))
    expect(await visitor.page.locator('main').textContent()).toContain(t.cases.states.paid)
    await visitor.page.locator('main a[href*="/follow-up/confirmation"]').first().click()
    await visitor.page.waitForLoadState()
    await fill(visitor.page, { how: 'call', received: 'yes', asked_back: 'no' })
    await send(visitor.page)

    // The member sees with the same code that it was paid.
    await phone.go(site.at('/apply/status'))
    expect(await phone.faults({ axe: 'everything' })).toEqual([])
    expect(await phone.page.locator('main').textContent()).toContain(t.cases.states.paid)
    for (const reader of [office, phone, cashier, visitor]) await reader.close()
  },
)
