/** Rosters: every page adds up, the total is that of the lines, in figures, in words and in the workbook. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rosterWorkbook } from '../../../src/exchange/roster-workbook.ts'
import { readXlsxRows } from '../../../src/exchange/xlsx.ts'
import { parseChineseAmount } from '../../../src/kit/words.ts'
import type { Roster } from '../../../src/statements/papers/roster.ts'
import { rosterSheet as rosterTable } from '../../../src/statements/papers/roster-sheet.ts'
import { renderRosterPdf } from '../../../src/statements/pdf/roster-pdf.ts'
import { mm } from '../../../templates/statements/layout.ts'
import { rosterSheet } from '../../../templates/statements/paper-layout.ts'
import { blankRuns, outside, overlaps } from '../looks.ts'
import { hostileNames, type Page, pagesOf, paperFaces, type Run } from '../paper.ts'
import { type RosterOptions, sampleRoster } from './samples.ts'

const faces = paperFaces()

async function printed(options: RosterOptions): Promise<{ roster: Roster; pages: Page[] }> {
  const roster = sampleRoster(options)
  const { bytes } = await renderRosterPdf(roster, { faces })
  return { roster, pages: await pagesOf(bytes) }
}

const cents = (figure: string) => Number(figure.replaceAll(',', '').replace('.', ''))

/** The sum behind a label on a page: how many people, and the amount. */
function sumOf({ text }: Page, label: string): { people: number; amount: number } | undefined {
  const found = new RegExp(`^${label}\\s+(\\d+) 人 ([\\d,]+\\.\\d\\d)`, 'm').exec(text)
  return found ? { people: Number(found[1]), amount: cents(found[2]!) } : undefined
}

/** The amounts of the lines of a page: figures in the column of amounts whose row begins with a serial. */
function amountsOf({ runs }: Page): number[] {
  const figures = runs.filter(({ text }) => /^[\d,]+\.\d\d$/.test(text.trim()))
  const serials = runs.filter(({ text, left }) => /^\d+$/.test(text.trim()) && left < 85)
  return serials.flatMap((serial) => {
    const middle = (serial.top + serial.bottom) / 2
    const figure = figures.find(({ top, bottom }) => Math.abs((top + bottom) / 2 - middle) < 3)
    return figure ? [cents(figure.text)] : []
  })
}

function looksRight(pages: readonly Page[]): void {
  for (const page of pages) {
    expect(blankRuns(page)).toEqual([])
    expect(overlaps(page.runs)).toEqual([])
    expect(outside(page, rosterSheet)).toEqual([])
  }
}

function addsUp({ roster, pages }: { roster: Roster; pages: readonly Page[] }): void {
  let carried = { people: 0, amount: 0 }
  for (const [place, page] of pages.entries()) {
    const last = place === pages.length - 1
    if (place > 0) expect(sumOf(page, '承前页')).toEqual(carried)
    const amounts = amountsOf(page)
    const subtotal = { people: amounts.length, amount: amounts.reduce((a, b) => a + b, 0) }
    if (pages.length > 1) expect(sumOf(page, '本页小计')).toEqual(subtotal)
    carried = {
      people: carried.people + subtotal.people,
      amount: carried.amount + subtotal.amount,
    }
    expect(sumOf(page, '过次页')).toEqual(last ? undefined : carried)
    expect(page.text).toContain(`第 ${place + 1} 页 共 ${pages.length} 页`)
    expect(page.text).toContain('序号 姓名 身份证号 单位 帮扶类别 金额')
  }
  const last = pages.at(-1)!
  expect(carried).toEqual({ people: roster.lines.length, amount: roster.total_minor })
  expect(sumOf(last, '合计')).toEqual(carried)
  const words = /合计（大写）：(人民币\S+)/.exec(last.text)![1]!
  expect(Number(parseChineseAmount(words))).toBe(roster.total_minor)
  for (const part of ['以下空白', '制表人', '审核人', '审批人', '出纳', '（盖章）']) {
    expect(last.text).toContain(part)
  }
  // The signatures never stand alone.
  expect(amountsOf(last).length).toBeGreaterThanOrEqual(Math.min(2, roster.lines.length))
}

/** How many lines fill the first page of a roster to the last row. */
async function fullPage(form: Roster['form']): Promise<number> {
  for (let lines = 2; lines < 60; lines += 1) {
    const { pages } = await printed({ lines: lines + 40, form })
    const first = amountsOf(pages[0]!).length
    if (first > 0) return first
  }
  throw new Error('no page is full')
}

describe('[P6] a printed roster', () => {
  test.each(['cash', 'bank', 'goods'] as const)('of %s adds up on every page', async (form) => {
    const full = await fullPage(form)
    for (const lines of [1, 2, 3, 7, full - 1, full, full + 1, full + 2, 2 * full, 2 * full + 1]) {
      addsUp(await printed({ lines, form }))
    }
  })

  test('looks right at each length around a full page', async () => {
    const full = await fullPage('cash')
    for (const lines of [1, 5, full - 6, full, full + 1]) {
      looksRight((await printed({ lines })).pages)
    }
  })

  test('of 2,559 lines adds up', async () => {
    const made = await printed({ lines: 2559, form: 'bank' })
    addsUp(made)
    looksRight(made.pages.slice(-2))
  }, 60_000)

  test('keeps 45 mm clear for the seal, within the page', async () => {
    for (const lines of [1, 6, 8, 15, 16, 40]) {
      const { pages } = await printed({ lines })
      const last = pages.at(-1)!
      const label = last.runs.findLast(({ text }) => text.includes('盖章')) as Run
      const top = label.bottom + 3 + mm(0.5)
      const { right, bottom } = rosterSheet
      expect(
        last.inked({ left: right - mm(45.5), right: right - mm(0.5), top, bottom: top + mm(45) }),
      ).toBe(false)
      expect(top + mm(45)).toBeLessThan(bottom + 1)
    }
  })

  test('of a transfer has no place to sign; of cash it has', async () => {
    const bank = (await printed({ lines: 2, form: 'bank' })).pages[0]!.text
    const cash = (await printed({ lines: 2 })).pages[0]!.text
    expect(bank).toContain('银行回单号')
    expect(bank).not.toContain('领款人签字（章）')
    expect(cash).toContain('领款人签字（章） 领款时间 备注')
    expect(cash).toContain('委托书')
  })

  test('that nothing is paid on says so', async () => {
    const draft = await printed({ lines: 1, change: { released: null } })
    expect(draft.pages[0]!.text).toContain('尚未放行，不得据以发放')
    expect(draft.pages[0]!.text).not.toContain('盖章')
    const dropped = await printed({ lines: 1, change: { dropped: true } })
    expect(dropped.pages[0]!.text).toContain('已取消，不得据以发放')
  })

  test('whose total is not that of its lines is never printed', () => {
    const roster = { ...sampleRoster({ lines: 3 }), total_minor: 1 }
    expect(() => renderRosterPdf(roster, { faces })).toThrow(/sum of its lines/)
  })

  test('takes rare, long and hostile names; what no font has is reported, not dropped', async () => {
    const names = [
      '𬱖𬍛𤩽',
      '王'.repeat(60),
      '买买提·阿卜杜拉·'.repeat(8).slice(0, 60),
      ...hostileNames,
    ]
    const roster = sampleRoster({ lines: names.length, names })
    const { bytes, missing } = await renderRosterPdf(roster, { faces })
    const pages = await pagesOf(bytes)
    looksRight(pages)
    const text = pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '')
    expect(text).toContain('𬱖𬍛𤩽')
    expect(text.split('王').length - 1).toBeGreaterThanOrEqual(60)
    expect(text).toContain('[U+202E]')
    expect(text).toContain('[U+1F600]')
    for (const one of ['😀', 'م', '\u202e']) expect(missing).toContain(one)
    expect(pages.at(-1)!.text).toContain('以码位代替')
  })

  test('[property] the total is that of the lines, in words too, whatever they are', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_999_999_99 }), {
      minLength: 1,
      maxLength: 70,
    })
    await fc.assert(
      fc.asyncProperty(amounts, fc.constantFrom('cash', 'bank'), async (all, form) => {
        const plain = sampleRoster({ lines: all.length, form: form as 'cash' })
        const lines = plain.lines.map((line, at) => ({ ...line, amount_minor: all[at]! }))
        const total_minor = all.reduce((a, b) => a + b, 0)
        const change = { lines, total_minor }
        addsUp(await printed({ lines: all.length, form: form as 'cash', change }))
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('[P7] the roster as a workbook', () => {
  test('has the lines in groups with subtotals, and a total that is theirs', async () => {
    const roster = sampleRoster({ lines: 45, form: 'bank' })
    const bytes = rosterWorkbook(rosterTable(roster))
    const rows = await readXlsxRows(bytes)
    const numberIn = (row: (typeof rows)[number]) => {
      const cell = row.find((one) => typeof one === 'object' && one !== null && 'number' in one)
      return cell === undefined ? undefined : Number((cell as { number: string }).number) * 100
    }
    const labelled = (label: string) => rows.filter(([first]) => first === label).map(numberIn)
    const sums = [0, 20, 40].map((from) =>
      roster.lines.slice(from, from + 20).reduce((sum, line) => sum + line.amount_minor, 0),
    )
    expect(labelled('本页小计').map((one) => Math.round(one!))).toEqual(sums)
    expect(labelled('合计').map((one) => Math.round(one!))).toEqual([roster.total_minor])
    const words = rows.find(([first]) => first === '合计（大写）')![1] as string
    expect(Number(parseChineseAmount(words))).toBe(roster.total_minor)
    expect(rows.filter(([first]) => /^\d+$/.test(String(first)))).toHaveLength(45)
  })

  test('runs nothing that people wrote', async () => {
    const names = ['=cmd|/c calc!A1', '+1', '-1', '@SUM(A1)', '\t=1', '<x>&"', '＝1']
    const roster = sampleRoster({ lines: names.length, names })
    const bytes = rosterWorkbook(rosterTable(roster))
    const rows = await readXlsxRows(bytes)
    const texts = rows.flat().filter((cell) => typeof cell === 'string')
    for (const name of names) expect(texts).toContain(name.trim())
  })

  test('of a currency without decimals and of no line is whole too', async () => {
    const yen = sampleRoster({ lines: 2, change: { currency: 'JPY' } })
    const rows = await readXlsxRows(rosterWorkbook(rosterTable(yen)))
    const total = rows.find(([first]) => first === '合计')!
    expect(total.find((cell) => typeof cell === 'object' && cell !== null)).toEqual({
      number: String(yen.total_minor),
    })
    const none = sampleRoster({ lines: 0 })
    expect((await readXlsxRows(rosterWorkbook(rosterTable(none)))).length).toBeGreaterThan(3)
  })
})
