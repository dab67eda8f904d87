/** What a page may not have. The functions that look run in the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly help: string
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

/** Rules of axe whose outcome depends on width and colours; all others are about roles and names. */
const rulesOfSight = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** How much axe looks at. */
export type AxeLook = 'everything' | 'sight' | 'nothing'

/** What axe finds serious or critical, by WCAG 2.2 A and AA and by best practice. */
export async function axeFaults(page: Page, look: AxeLook = 'everything'): Promise<string[]> {
  if (look === 'nothing') return []
  const only = look === 'sight' ? `runOnly: ${JSON.stringify(rulesOfSight)}, ` : ''
  await loadAxe(page)
  const { violations } = (await page.evaluate(
    // The statement's preview is a paper of its own, with tests of its own. What axe would fetch ahead is for
    // an experimental rule and one about sound, which are not told of here.
    `axe.run({ exclude: [['iframe']] }, { ${only}resultTypes: ['violations'], preload: false })`,
  )) as AxeResult
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `axe ${id}: ${help} (${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join('; ')})`,
    )
}

const toolsOf = new WeakMap<Page, Promise<CDPSession>>()

/** Puts axe into a page as the browser's own tools would, which keep what they compiled for the next page. */
async function loadAxe(page: Page): Promise<void> {
  const tools = toolsOf.get(page) ?? page.context().newCDPSession(page)
  toolsOf.set(page, tools)
  await (await tools).send('Runtime.evaluate', { expression: axeSource, silent: true })
}

/** Text that overflows its box, and a page wider than its window. Runs in the page. */
export function overflowFaults(): string[] {
  const found: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth) {
    found.push(`the page is ${root.scrollWidth} px wide in a window of ${window.innerWidth}`)
  }
  for (const region of document.querySelectorAll('.table-region:has(.table-stack)')) {
    const by = region.scrollWidth - region.clientWidth
    if (by > 7) found.push(`a table has ${by} px out of sight: ${region.ariaLabel}`)
  }
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element)
    // What scrolls or is hidden for eyes on purpose, and controls, which scroll by themselves.
    if (style.overflowX !== 'visible' || style.display === 'inline' || style.display === 'none')
      continue
    if (/^(input|select|textarea|iframe|svg|path|option|datalist)$/i.test(element.tagName)) continue
    if (element.closest('.unseen, svg, select') || element.clientWidth === 0) continue
    // The brackets of an amount below zero hang outside on purpose.
    const hanging = element.querySelector('.money-negative') ? 7 : 0
    if (element.scrollWidth > element.clientWidth + 1 + hanging) {
      const text = (element.textContent ?? '').trim().slice(0, 40)
      const by = element.scrollWidth - element.clientWidth
      found.push(
        `<${element.tagName.toLowerCase()} class="${element.className}"> overflows by ${by} px: ${text}`,
      )
    }
  }
  return found.slice(0, 10)
}

/** What was found of the characters of a page. */
export interface GlyphsFound {
  readonly faults: readonly string[]
  /** Those that were drawn: every page has the same fonts, so each is looked at once. */
  readonly drawn: string
}

/**
 * Characters that the page's fonts cannot draw: each that is not among `known` is drawn and compared, pixel by
 * pixel, with a character that no font has. Runs in the page.
 */
export async function glyphFaults(known: string): Promise<GlyphsFound> {
  const texts = [...document.body.querySelectorAll<HTMLInputElement>('input[type=text], textarea')]
  // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn, not what is hidden.
  const text = document.body.innerText + texts.map(({ value }) => value).join('')
  const before = new Set(known)
  const characters = [...new Set(text)].filter(
    (one) => one > '\u007f' && one.trim() !== '' && !before.has(one),
  )
  if (characters.length === 0) return { faults: [], drawn: '' }
  const { fontFamily } = getComputedStyle(document.body)
  const font = `24px ${fontFamily}`
  // A face that stands for a font of the reader's own machine fails where there is none; others do not mind.
  await document.fonts.load(font, characters.join('')).catch(() => undefined)
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 40
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  const drawn = (character: string) => {
    pen.clearRect(0, 0, 40, 40)
    pen.font = font
    pen.fillText(character, 4, 30)
    return new Uint32Array(pen.getImageData(0, 0, 40, 40).data.buffer)
  }
  const nothing = drawn('\u{f0000}')
  const isNothing = (one: string) => drawn(one).every((pixel, at) => pixel === nothing[at])
  const missing = characters.filter((one) => !/\p{C}|\p{Z}|\p{M}/u.test(one) && isNothing(one))
  const faults = missing.length === 0 ? [] : [`no font draws ${missing.slice(0, 20).join(' ')}`]
  return { faults, drawn: characters.filter((one) => !missing.includes(one)).join('') }
}
