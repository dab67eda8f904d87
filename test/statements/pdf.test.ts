import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../src/kit/digest.ts'
import { parseChineseAmount } from '../../src/kit/words.ts'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { renderReceiptPdf } from '../../src/statements/pdf/receipt-pdf.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { renderStatementCsv, statementJson } from '../../src/statements/render-data.ts'
import { renderStatementHtml } from '../../src/statements/render-html.ts'
import { hostileNames, type Page, pagesOf, paperFaces, type Run } from './paper.ts'
import { sampleDocument, sampleReceipt, sampleStatement } from './samples.ts'

const faces = paperFaces()
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const

async function textOf(bytes: Uint8Array): Promise<string> {
  const pages = await pagesOf(bytes)
  return pages.map((page, place) => `--- page ${place + 1}\n${page.text}\n`).join('')
}

function golden(name: string): string {
  return fileURLToPath(new URL(`../golden/statements/${name}`, import.meta.url))
}

describe.each(languages)('[S3] what is printed in %s', (language) => {
  const document = sampleDocument({ lines: 20, language, changes: true })

  test('the statement', async () => {
    const { bytes } = await renderStatementPdf(document, { language, faces })
    await expect(await textOf(bytes)).toMatchFileSnapshot(golden(`statement.${language}.txt`))
  })

  test('the page', async () => {
    const page = renderStatementHtml(document, language).replaceAll('><', '>\n<')
    await expect(page).toMatchFileSnapshot(golden(`statement.${language}.html`))
  })

  test('the table of lines', async () => {
    const table = renderStatementCsv(document, language)
    await expect(table).toMatchFileSnapshot(golden(`statement.${language}.csv`))
  })

  test('the receipt: plain, with a statutory number, void, in kind', async () => {
    const papers = [
      sampleReceipt({ language }),
      sampleReceipt({ language, statutory_number: '(2025) 00123456' }),
      sampleReceipt({ language, voided: { day: '2025-03-06', reason: 'written twice' } }),
      sampleReceipt({ language, voided: { day: '2025-03-06', reason: '' } }),
      sampleReceipt({ language, in_kind: 'Rice, 20 kg', method: 'in_kind' }),
    ]
    const rendered = await Promise.all(papers.map((paper) => renderReceiptPdf(paper, { faces })))
    const texts = await Promise.all(rendered.map(({ bytes }) => textOf(bytes)))
    await expect(texts.join('')).toMatchFileSnapshot(golden(`receipt.${language}.txt`))
  })
})

test('[S3] a preview says its currency, bears no number, and offers no place to sign or seal', async () => {
  const document = sampleDocument({ lines: 2, preview: true })
  const { bytes } = await renderStatementPdf(document, { language: 'en', faces })
  for (const text of [await textOf(bytes), renderStatementHtml(document, 'en')]) {
    expect(text).toMatch(/Currency(<\/dt>\s*<dd>|[\s\S]{0,80})CNY/)
    expect(text).toContain('PREVIEW')
    expect(text).toContain('(preview: not to be sealed)')
    expect(text).not.toMatch(/Prepared by|Cashier|CARE-2025-/)
  }
})

test('[S3] a payment to a vendor says whom it helps, masked or named as the edition is', async () => {
  for (const [edition, whom] of [
    ['masked', 'For S. O.'],
    ['named', 'For Siobhan O’Brien'],
  ] as const) {
    const document = sampleDocument({ lines: 5, edition })
    const { bytes } = await renderStatementPdf(document, { language: 'en', faces })
    const csv = renderStatementCsv(document, 'en')
    for (const text of [await textOf(bytes), renderStatementHtml(document, 'en')]) {
      expect(text).toContain('Riverside Primary School')
      expect(text).toContain(whom)
    }
    expect(csv).toContain(`Riverside Primary School,P-000004,${whom.slice(4)},`)
  }
})

test('[S3] the printed page and the web page show the same figures', async () => {
  const document = sampleDocument({ lines: 20, language: 'en' })
  const { bytes } = await renderStatementPdf(document, { language: 'en', faces })
  const figures = (text: string) =>
    [...text.matchAll(/−?[\d,]+\.\d\d\b/g)].map(([one]) => one).sort()
  const html = renderStatementHtml(document, 'en').replace(/<style>[\s\S]*<\/style>/, '')
  expect(figures(await textOf(bytes))).toEqual(figures(html))
})

test('[S4] the sum in words is the sum in figures', async () => {
  for (const lines of [0, 1, 7, 20, 333]) {
    const document = sampleDocument({ lines, language: 'zh-Hans' })
    const { bytes } = await renderStatementPdf(document, { language: 'zh-Hans', faces })
    const words = /金额（大写） (人民币\S+)/.exec(await textOf(bytes))?.[1] as string
    expect(parseChineseAmount(words)).toBe(document.statement.payments_minor)
  }
})

const cents = (figure: string) =>
  Number(figure.replaceAll(',', '').replace('−', '-').replace('.', ''))

/** The amounts and balances of the rows that have a day, by their places on the paper. */
function paymentRows({ runs }: Page): { amount: number; after: number }[] {
  const days = runs.filter(({ text }) => /^\d{4}-\d\d-\d\d$/.test(text.trim()))
  return days.map((day) => {
    const line = runs.filter((run) => Math.abs(run.bottom - day.bottom) < 3 && run !== day)
    const [after, amount] = line.toSorted((a, b) => b.right - a.right) as [Run, Run]
    return { amount: cents(amount.text), after: cents(after.text) }
  })
}

test('[S5] on 1,000 lines every page adds up and carries forward what the next brings', async () => {
  const document = sampleDocument({ lines: 1000, language: 'zh-Hans' })
  const { statement } = document
  const { bytes } = await renderStatementPdf(document, { language: 'zh-Hans', faces })
  const pages = await pagesOf(bytes)
  let carried = 0
  let balance = statement.opening_minor + statement.receipts_minor
  let rowsSeen = 0
  for (const [place, page] of pages.entries()) {
    const { text } = page
    const label = (name: string) =>
      [...(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? '').split(' ')].map(cents)
    if (place > 0) expect(label('承前页')).toEqual([carried, balance])
    const rows = paymentRows(page)
    rowsSeen += rows.length
    let subtotal = 0
    for (const { amount, after } of rows) {
      subtotal += amount
      balance -= amount
      expect(after).toBe(balance)
    }
    expect(label('本页小计')).toEqual([subtotal])
    carried += subtotal
    if (place < pages.length - 1) expect(label('过次页')).toEqual([carried, balance])
    else expect(label('拨付合计')).toEqual([statement.payments_minor, statement.closing_minor])
    expect(text).toContain(`第 ${place + 1} 页 共 ${pages.length} 页`)
    expect(text).toContain('序号 日期 收款人 类别 金额 余额')
  }
  expect(rowsSeen).toBe(1000)
  expect(carried).toBe(statement.payments_minor)
})

test('[S5] the total never leaves its rows: at least two stand above it, whatever the count', async () => {
  for (let lines = 14; lines <= 80; lines += 3) {
    const document = sampleDocument({ lines, language: 'en' })
    const { bytes } = await renderStatementPdf(document, { language: 'en', faces })
    const last = (await pagesOf(bytes)).at(-1)?.text ?? ''
    expect(last).toContain('Total payments')
    expect(last).toContain('(seal)')
    expect([...last.matchAll(/^\d+ \d+ \w+ 2025 /gm)].length).toBeGreaterThanOrEqual(2)
  }
})

describe('[S6] the same bytes', () => {
  const document = sampleDocument({ lines: 30, language: 'zh-Hans', names: hostileNames })
  const digestOf = async () =>
    sha256Hex((await renderStatementPdf(document, { language: 'zh-Hans', faces })).bytes)

  test('again, and after other papers', async () => {
    const before = await digestOf()
    await renderStatementPdf(sampleDocument({ lines: 5 }), { language: 'en', faces })
    // U+00A0 shares its glyph with the space: the first seen must not decide for all.
    await renderReceiptPdf(sampleReceipt({ language: 'en', payer: 'A\u00a0B' }), { faces })
    expect(await digestOf()).toBe(before)
  })

  test('in another process, in another time zone', async () => {
    const script = fileURLToPath(new URL('print-sample.ts', import.meta.url))
    const env = { ...process.env, TZ: 'Pacific/Apia', LANG: 'ar_EG.UTF-8' }
    const printed = execFileSync(process.execPath, [script], { env, encoding: 'utf8' })
    expect(printed.trim()).toBe(await digestOf())
  })
})

describe('[S7] the data inside', () => {
  test('is the canonical JSON of the document, names and all', async () => {
    const document = sampleDocument({ lines: 25, names: hostileNames, edition: 'named' })
    const { bytes, missing } = await renderStatementPdf(document, { language: 'en', faces })
    const data = new TextDecoder().decode(readAttachment(bytes, 'statement.json'))
    expect(data).toBe(statementJson(document))
    expect(JSON.parse(data)).toEqual(document)
    expect(missing).toContain('😀')
    expect(missing).toContain('م')
    expect(missing).toContain('\u202e')
    const text = (await textOf(bytes)).replaceAll('\n', '')
    for (const character of ['😀', 'م', '\u202e'])
      expect(text).toContain(
        `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
      )
  })

  test('a statement that does not tie is never printed', async () => {
    const statement = sampleStatement({ lines: 3 })
    const document = { ...sampleDocument({ lines: 3 }) }
    const broken = { ...document, statement: { ...statement, closing_minor: 1 } }
    await expect(renderStatementPdf(broken, { language: 'en', faces })).rejects.toThrow(/closing/)
    expect(() => renderStatementHtml(broken, 'en')).toThrow(/closing/)
  })
})

describe('[S8] what a reader that cannot see is told', () => {
  test('everything drawn is tagged or an artifact; heads of columns say so', async () => {
    const document = sampleDocument({ lines: 60 })
    const { bytes } = await renderStatementPdf(document, { language: 'en', faces })
    const file = Buffer.from(bytes).toString('latin1')
    for (const part of ['/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', '/Lang (en)'])
      expect(file).toContain(part)
    expect(file).toContain('(Disbursement statement CARE-2025-0003)')
    expect([...file.matchAll(/\/Scope \/Column/g)].length).toBeGreaterThanOrEqual(9)
    expect(file).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(file).toContain('/AFRelationship /Data')
    const streams = [...file.matchAll(/stream\n(1 0 0 -1 0 [\s\S]*?)\nendstream/g)]
    expect(streams).toHaveLength(2)
    for (const [, content] of streams) expect(untagged(content as string)).toEqual([])
  })
})

/** Painting operators outside marked content. */
function untagged(content: string): string[] {
  let depth = 0
  const found: string[] = []
  for (const line of content.split('\n')) {
    if (/ (BDC|BMC)$/.test(line) || line === '>> BDC') depth += 1
    else if (line === 'EMC') depth -= 1
    else if (/(^| )(TJ|Tj|S|f|B|Do)$/.test(line) && depth !== 1) found.push(`${depth}: ${line}`)
  }
  return found
}
