/** Every page is whole without scripts: it is there, and each of its forms ends or keeps what was typed. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { furnished, places } from './places.ts'
import { openReader, type Reader } from './reader.ts'
import { type BrowserSite, siteForBrowser } from './site.ts'

let browser: Browser
let site: BrowserSite
let reader: Reader

beforeAll(async () => {
  ;[browser, site] = await Promise.all([startChromium(), siteForBrowser(furnished)])
  const cookies = site.signedIn()
  reader = await openReader(browser, { origin: site.origin, cookies, javaScript: false })
  // How it looks is for the sweep: here nothing waits for sheets of style, letters and pictures.
  await reader.context.route(/\/assets\//, (route) => route.abort())
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** The forms for writing of a page: below its heading, not those of the shell. */
const written = 'main form[method=post]'

/** What is done on the way stays done: the pages are gone through in the order of their table. */
test('every page is there, and each form ends or keeps what was typed', {
  timeout: 600_000,
}, async () => {
  const { page } = reader
  const wrong: unknown[] = []
  const walked = new Set<string>()
  let sent = 0
  for (const { route, path } of places) {
    const answer = await page.goto(path)
    const headings = await page.locator('main h1:visible').count()
    if (answer?.status() !== 200 || headings !== 1) {
      wrong.push({ path, status: answer?.status(), headings })
    }
    // The forms of the gallery are samples, and lead nowhere; those of a route are the same wherever it is seen.
    const isSample = path === '/parts' || walked.has(route)
    const forms = isSample ? 0 : await page.locator(written).count()
    if (forms > 0) walked.add(route)
    for (let position = 0; position < forms; position += 1) {
      if (position > 0) await page.goto(path)
      const lost = await lostBySending(page, page.locator(written).nth(position))
      sent += 1
      if (lost.length > 0) wrong.push({ path, lost })
    }
  }
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThan(25)
})

/** Fills a form, sends it, and from the page of answers once more; answers what is not there again. */
async function lostBySending(page: Page, form: Locator): Promise<string[]> {
  const sent = await form.evaluate(filledIn)
  const questions = await form.locator('label').count()
  let sending = form
  for (const step of ['asked', 'checked']) {
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().isNavigationRequest()),
      sending.locator('button[type=submit]').last().click(),
    ])
    // Another page, or a file.
    if (answer.status() === 303 || answer.headers()['content-disposition']) return []
    await page.waitForLoadState()
    if (answer.status() >= 500) return [`${step}: status ${answer.status()}`]
    sending = page.locator(written).first()
    if ((await sending.count()) === 0) {
      // What is shown once, such as a new token, has no address to go on to.
      // And where nothing is asked, a refusal loses nothing.
      return answer.status() === 200 || questions === 0
        ? []
        : [`${step}: status ${answer.status()}, and no form`]
    }
    const kept = new Set(await sending.evaluate(valuesIn))
    const lost = sent.filter((one) => !kept.has(one))
    if (lost.length > 0) return lost.map((one) => `${step}: ${one}`)
    if (answer.status() !== 200) return []
  }
  return ['it neither ends nor is it refused']
}

/** Fills every question of a form with something of its kind; answers what will be sent. Runs in the page. */
function filledIn(form: HTMLElement | SVGElement): string[] {
  const texts: Record<string, string> = { date: '2026-03-09', month: '2026-02', number: '7' }
  for (const control of (form as HTMLFormElement).elements) {
    if (control instanceof HTMLTextAreaElement) control.value = 'Two lines,\nthe second “longer”'
    if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1
    if (!(control instanceof HTMLInputElement)) continue
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = true
    else if ('money' in control.dataset) control.value = '12,34,5.6'
    else if (control.type !== 'hidden' && control.type !== 'file') {
      control.value = texts[control.type] ?? `O’Brien & <陳> "${control.name}"`
    }
  }
  // A password is never sent back, nor a code that is good for once.
  const secret = '[type=password], [autocomplete=one-time-code]'
  const sent = [...new FormData(form as HTMLFormElement)].filter(
    ([name, value]) =>
      typeof value === 'string' && !form.querySelector(`[name="${name}"]`)?.matches(secret),
  )
  return sent.map(([name, value]) => `${name}=${String(value).replaceAll('\r', '')}`)
}

/** What a form holds, in sight or not; of several choices in one value each. Runs in the page. */
function valuesIn(form: HTMLElement | SVGElement): string[] {
  return [...new FormData(form as HTMLFormElement)].flatMap(([name, value]) => {
    const text = String(value).replaceAll('\r', '')
    return [text, ...text.split('\n')].map((one) => `${name}=${one}`)
  })
}
