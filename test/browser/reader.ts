/** A reader at a real browser, who notices what is wrong with a page. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type AxeLook, axeFaults, glyphFaults, overflowFaults } from './faults.ts'

export interface ReaderOptions {
  /** Where the site stands, `http://127.0.0.1:1234`. */
  readonly origin: string
  readonly width?: 320 | 768 | 1440
  readonly theme?: 'light' | 'dark'
  readonly language?: 'en' | 'zh-Hans' | 'zh-Hant'
  readonly javaScript?: boolean
  /** Cookies by name, such as a session's. */
  readonly cookies?: Readonly<Record<string, string>>
}

export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  /** Goes to a path of the site and waits until nothing more is loaded. */
  go(path: string): Promise<void>
  /** What is wrong with the page as it stands: errors, overflow, missing glyphs, and what axe finds. */
  faults(options?: { readonly axe?: AxeLook }): Promise<string[]>
  /** What overflows where the window has another width, in pixels; it has its own again after. */
  faultsAt(width: number): Promise<string[]>
  /** By how much parts of the page moved since it was opened (CLS, without unit); needs scripts. */
  shift(): Promise<number>
  /** Takes a picture of the whole page, for eyes, where PICTURES asks for them. */
  shot(name: string): Promise<void>
  close(): Promise<void>
}

const heights = { 320: 800, 768: 1024, 1440: 900 } as const
/** Nobody looks over the shoulder of most runs, and pictures take a third of their time. */
const pictured = process.env.PICTURES !== undefined
const pictures = fileURLToPath(new URL('../../.cache/screenshots', import.meta.url))

/** Opens a browser window of its own, with what a reader has chosen. */
export async function openReader(browser: Browser, options: ReaderOptions): Promise<Reader> {
  const { origin, width = 1440, theme = 'light', language = 'en', javaScript = true } = options
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: heights[width] },
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    locale: language,
    reducedMotion: 'reduce',
  })
  const cookies = Object.entries({ language, ...options.cookies })
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: origin })))
  context.setDefaultTimeout(10_000)
  await context.addInitScript(watchShifts)
  const page = await context.newPage()
  const errors: string[] = []
  let drawnBefore = ''
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // A stream or a picture that the reader left behind by going on.
    if (why !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${why}`)
  })
  return {
    page,
    context,
    go: async (path) => {
      await page.goto(path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
    },
    faults: async ({ axe } = {}) => {
      const overflows = await page.evaluate(overflowFaults)
      const glyphs = await page.evaluate(glyphFaults, drawnBefore)
      drawnBefore += glyphs.drawn
      return [
        ...errors.splice(0).map((error) => `console: ${error}`),
        ...overflows,
        ...glyphs.faults,
        ...(await axeFaults(page, axe)),
      ]
    },
    faultsAt: async (other) => {
      await page.setViewportSize({ width: other, height: heights[768] })
      const overflows = await page.evaluate(overflowFaults)
      await page.setViewportSize({ width, height: heights[width] })
      return overflows.map((fault) => `${other} px: ${fault}`)
    },
    shift: () => page.evaluate(shiftSoFar),
    shot: async (name) => {
      if (!pictured) return
      const path = `${pictures}/${name}-${width}-${theme}-${language}.jpg`
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path, type: 'jpeg', quality: 80, fullPage: true })
    },
    close: () => context.close(),
  }
}

interface Shifting {
  shifted?: number
}

function watchShifts(): void {
  const watched = window as Shifting
  watched.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[]) {
      if (!entry.hadRecentInput) watched.shifted = (watched.shifted ?? 0) + entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function shiftSoFar(): number {
  return (window as Shifting).shifted ?? 0
}
