/** The colours: steps of the Radix scales, alike in both places of dark, and readable (WCAG 2.2). */
import * as radix from '@radix-ui/colors'
import { describe, expect, it } from 'vitest'
import { filesOf, textOf } from '../house/tree.ts'

const css = textOf('templates/styles/tokens.css')

/** The tokens of a block, each with the step that its comment names. */
function tokensOf(block: string): Record<string, { value: string; step: string | undefined }> {
  const found = block.matchAll(/--([\w-]+): ([^;]+);(?: \/\* (.+?) \*\/)?/g)
  return Object.fromEntries(
    [...found].map(([, name, value, step]) => [name, { value: value!, step }]),
  )
}

function blockAfter(selector: string): string {
  const start = css.indexOf(selector)
  expect(start).toBeGreaterThan(-1)
  return css.slice(start, css.indexOf('}', start))
}

const themes = {
  light: tokensOf(blockAfter('[data-theme="light"] {')),
  dark: tokensOf(blockAfter('\n[data-theme="dark"] {')),
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const papers = ['paper', 'paper-raised', 'paper-sunk']
const tones = ['good', 'warn', 'stop', 'tell']

/** Text on what lies below it: at least 4.5 (WCAG 2.2, 1.4.3). */
const texts = [
  ...['ink', 'ink-soft', 'accent', 'accent-strong'].flatMap((text) =>
    papers.map((paper) => [text, paper] as const),
  ),
  ['ink', 'paper-pressed'] as const,
  ['ink', 'accent-wash'] as const,
  ['on-fill', 'accent-fill'] as const,
  ['on-fill', 'accent-fill-strong'] as const,
  ['stop', 'paper'] as const,
  ['stop', 'paper-raised'] as const,
  ['paper', 'ink'] as const,
  ...tones.map((tone) => [`${tone}-ink`, `${tone}-wash`] as const),
]

/** What a control or a shape is seen by: at least 3 (WCAG 2.2, 1.4.11). */
const shapes = [
  ...['edge', 'focus', 'accent-fill', 'stop', 'good'].flatMap((shape) =>
    ['paper', 'paper-raised'].map((paper) => [shape, paper] as const),
  ),
  ['accent', 'accent-wash'] as const,
  ...tones.map((tone) => [tone, `${tone}-wash`] as const),
]

describe.each(['light', 'dark'] as const)('[look 9] colours in %s', (theme) => {
  const tokens = themes[theme]
  const value = (name: string) => tokens[name]!.value

  it.each(texts)('%s is read on %s', (text, paper) => {
    expect(contrast(value(text), value(paper))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s is seen on %s', (shape, paper) => {
    expect(contrast(value(shape), value(paper))).toBeGreaterThanOrEqual(3)
  })

  it('are the steps that their comments name', () => {
    const scales = radix as unknown as Record<string, Record<string, string>>
    const named = Object.entries(tokens).filter(([, { step }]) => step !== undefined)
    expect(named.length).toBeGreaterThan(20)
    for (const [name, { value: hex, step }] of named) {
      const [scale, number] = step!.split(' ')
      const steps = scales[theme === 'dark' ? `${scale}Dark` : scale!]!
      expect({ name, hex }).toEqual({ name, hex: steps[`${scale}${number}`] })
    }
  })
})

describe('the style sheets', () => {
  it('have the same dark for a device as for a choice', () => {
    const device = tokensOf(blockAfter(':root:not([data-theme="light"]) {'))
    expect(device).toEqual(themes.dark)
    expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light))
  })

  it('know every token that they use, and use every colour', () => {
    const sheets = filesOf('templates/styles').map(textOf).join('\n')
    const defined = new Set([...sheets.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
    const used = new Set([...sheets.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name))
    expect([...used].filter((name) => !defined.has(name))).toEqual([])
    expect(Object.keys(themes.light).filter((name) => !used.has(name))).toEqual([])
  })

  it('say colours in the tokens and on paper alone', () => {
    const loose = filesOf('templates/styles')
      .filter((path) => !/(tokens|print)\.css$/.test(path))
      .filter((path) => /#[0-9a-f]{3,8}\b/i.test(textOf(path).replace(/\/\*[\s\S]*?\*\//g, '')))
    expect(loose).toEqual([])
  })

  it('are all taken in', () => {
    const index = textOf('templates/styles/index.css')
    const left = filesOf('templates/styles')
      .map((path) => path.slice('templates/styles/'.length))
      .filter((name) => name !== 'index.css' && !index.includes(`"./${name}"`))
    expect(left).toEqual([])
  })

  it('[look 8] set nothing in italics', () => {
    const sheets = filesOf('templates/styles').map(textOf).join('\n')
    expect(sheets).not.toMatch(/italic|oblique/)
  })
})
