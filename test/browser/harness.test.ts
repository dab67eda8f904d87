/** The reader notices what they are there to notice. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from './chromium.ts'
import { openReader, type Reader } from './reader.ts'

let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await startChromium()
  reader = await openReader(browser, { origin: 'http://127.0.0.1:9', width: 320 })
})
afterAll(() => browser.close())

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>${body}</main></body></html>`

async function faultsIn(body: string): Promise<string> {
  await reader.page.setContent(page(body))
  await reader.page.waitForTimeout(100)
  return (await reader.faults()).join('\n')
}

test.each([
  ['nothing', '<p>All is well.</p>', /^$/],
  [
    'text that overflows',
    '<div style="width:50px;white-space:nowrap">Far too long a line</div>',
    /overflows by/,
  ],
  ['a page that is too wide', '<div style="width:500px">wide</div>', /px wide in a window of 320/],
  ['a character without a glyph', '<p>\u{f0001}字</p>', /no font draws 字/],
  ['what axe finds', '<img src="data:,"><button></button>', /axe button-name/],
  ['an error', '<script>nothing()</script>', /console: ReferenceError/],
])('the reader notices %s', async (_, body, fault) => {
  expect(await faultsIn(body)).toMatch(fault)
})

test('the reader notices a layout shift', async () => {
  const late = '<script>setTimeout(() => { late.style.height = "300px" }, 20)</script>'
  await faultsIn(`<div id="late"></div><p>text</p>${late}`)
  expect(await reader.shift()).toBeGreaterThan(0.01)
})
