import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { missingCharacters } from '../../src/statements/pdf/font.ts'
import { renderReceiptPdf } from '../../src/statements/pdf/receipt-pdf.ts'
import { closeSheet, openSheet, tagged, turnPage, write } from '../../src/statements/pdf/sheet.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { a4, a5, mm } from '../../templates/statements/layout.ts'
import { blankRuns, outside, overlaps } from './looks.ts'
import { hostileNames, type Page, pagesOf, paperFaces, type Run } from './paper.ts'
import { sampleDocument, sampleReceipt } from './samples.ts'

const faces = paperFaces()

const papers = [
  { name: 'one page in English', options: { lines: 20, language: 'en' } },
  { name: 'one page in simplified Chinese', options: { lines: 20, language: 'zh-Hans' } },
  { name: 'one page in traditional Chinese', options: { lines: 20, language: 'zh-Hant' } },
  { name: 'many pages', options: { lines: 120, language: 'zh-Hans', changes: true } },
  { name: 'a preview without payments', options: { lines: 0, language: 'en', preview: true } },
  { name: 'everything at its longest', options: { lines: 60, language: 'en', longest: true } },
  {
    name: 'hostile names and a long organisation',
    options: {
      lines: 40,
      language: 'en',
      edition: 'named',
      names: hostileNames,
      organisation: 'Association of Members and Friends of the Riverside '.repeat(6),
    },
  },
] as const

describe.each(papers)('[S1] $name', ({ options }) => {
  const pages = renderStatementPdf(sampleDocument(options), {
    language: options.language,
    faces,
  }).then(({ bytes }) => pagesOf(bytes))

  test('every run of text has ink in its box', async () => {
    for (const page of await pages) expect(blankRuns(page)).toEqual([])
  })

  test('no two runs of text overlap', async () => {
    for (const page of await pages) expect(overlaps(page.runs)).toEqual([])
  })

  test('nothing stands outside the margins', async () => {
    for (const page of await pages) expect(outside(page, a4)).toEqual([])
  })

  test('the place of the seal is 45 mm square and empty', async () => {
    const last = (await pages).at(-1) as Page
    const label = last.runs.findLast(({ text }) => /seal|章/.test(text)) as Run
    const top = label.bottom + 3
    const [left, right] = [a4.right - mm(45.5), a4.right - mm(0.5)]
    expect(last.inked({ left, right, top: top + mm(0.5), bottom: top + mm(45.5) })).toBe(false)
    expect(top + mm(45.5)).toBeLessThan(a4.bottom)
  })
})

describe.each(['en', 'zh-Hans', 'zh-Hant'] as const)('[R1] a receipt in %s', (language) => {
  test.each([
    { name: 'plain', change: {} },
    { name: 'in kind', change: { in_kind: '米 20 kg '.repeat(30), method: 'in_kind' } as const },
    { name: 'void', change: { voided: { day: '2025-03-06', reason: 'wrong amount '.repeat(20) } } },
    { name: 'a hostile payer', change: { payer: hostileNames[4], purpose: hostileNames[5] } },
    { name: 'characters the font lacks', change: { payer: hostileNames[0] } },
  ])('$name: ink in every box, no overlap, inside the margins', async ({ change }) => {
    const receipt = sampleReceipt({ language, ...change })
    const pages = await pagesOf((await renderReceiptPdf(receipt, { faces })).bytes)
    expect(pages).toHaveLength(1)
    for (const page of pages) {
      expect(blankRuns(page)).toEqual([])
      expect(overlaps(page.runs)).toEqual([])
      expect(outside(page, a5)).toEqual([])
    }
  })
})

const rare = readFileSync(new URL('../data/level3_rare_characters.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0] as string)
  .filter((character) => character !== '')

test('[S2] every rare character of the national standard has a glyph of its own, or is reported', async () => {
  const missing = new Set(missingCharacters(faces.regular, rare.join('')))
  const drawn = rare.filter((character) => !missing.has(character))
  expect(rare).toHaveLength(1605)
  expect([...missing]).toEqual([])
  const sheet = openSheet({
    faces,
    language: 'zh-Hans',
    title: 'Rare characters',
    at: new Date(0),
    size: 'A4',
  })
  turnPage(sheet)
  const columns = 36
  const cell = 14
  const boxes = drawn.map((_, place) => {
    const left = 40 + (place % columns) * cell
    const top = 40 + Math.floor(place / columns) * cell
    return { left, top, right: left + cell, bottom: top + cell }
  })
  tagged(sheet, sheet.root, 'P', () => {
    drawn.forEach((character, place) => {
      const { left, top } = boxes[place] as Run
      write(sheet, character, { x: left + 1, y: top + 11, size: 12 })
    })
  })
  const [page] = (await pagesOf(closeSheet(sheet))) as [Page]
  const blank = drawn.filter((_, place) => !page.inked(boxes[place] as Run))
  expect(blank).toEqual([])
  const drawings = new Set(boxes.map((box) => page.fingerprint(box)))
  expect(drawings.size).toBe(drawn.length)
  expect(page.text.replace(/\s/g, '')).toBe(drawn.join(''))
})

test('[S2] names in the letters of Europe and Vietnam are drawn, accents over their letters', async () => {
  const names = [
    'Łukasz Żółć',
    'Nguyễn Thị Đào',
    'Ελένη Παπαδοπούλου',
    'Ґалаґан',
    'Olúṣẹ\u0301gun',
    'Ђорђевић',
  ]
  const document = sampleDocument({ lines: 6, edition: 'named', names })
  const { bytes, missing } = await renderStatementPdf(document, { language: 'en', faces })
  expect(missing).toEqual([])
  const [page] = (await pagesOf(bytes)) as [Page]
  expect(blankRuns(page)).toEqual([])
  for (const name of names) expect(page.text.normalize('NFC')).toContain(name.normalize('NFC'))
  const fonts = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/FontName \/(\S+)/g),
  ]
  expect(fonts.map(([, name]) => name?.slice(7)).sort()).toEqual([
    'NotoSans-Regular',
    'NotoSansSC-Bold',
    'NotoSansSC-Regular',
  ])
})
