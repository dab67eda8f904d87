import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { amountText, minor, parseAmount } from '../../src/kit/money.ts'
import { renderStatementCsv, statementJson } from '../../src/statements/render-data.ts'
import { renderStatementHtml } from '../../src/statements/render-html.ts'
import { hostileNames } from './paper.ts'
import { sampleDocument } from './samples.ts'

const document = sampleDocument({ lines: 30, names: hostileNames, edition: 'named' })
const names = Object.values(document.names ?? {}).map(({ name }) => name)

describe('[S11] hostile names', () => {
  test('stand in the page as text: the only tags are its own, and no script', () => {
    const page = renderStatementHtml(document, 'en')
    expect(page).not.toMatch(/<script|<b>/i)
    expect(page).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>')
    expect(page).toContain('O’Brien “Bob” &amp; &lt;b&gt;Söhne&lt;/b&gt;')
    expect(page).toContain('<html lang="en">')
  })

  test('cannot start a formula in the table, and come back as they were', () => {
    const rows = parse(renderStatementCsv(document, 'en'), { bom: true }) as string[][]
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)/)
    const shown = new Set(rows.map((row) => row[9]?.replace(/^'(?=[=+\-@])/, '')))
    for (const name of names) expect(shown).toContain(name)
  })

  test('stand whole in the data, though the paper shortens them', () => {
    const data = JSON.parse(statementJson(document))
    expect(Object.values(data.names).map((one) => (one as { name: string }).name)).toEqual(names)
  })
})

test.each([
  { currency: 'JPY', exponent: 0 },
  { currency: 'CNY', exponent: 2 },
  { currency: 'KWD', exponent: 3 },
])(
  '[S11] the amounts of the table add up to the statement in $currency',
  ({ currency, exponent }) => {
    const { statement } = sampleDocument({ lines: 50, currency, exponent })
    const csv = renderStatementCsv(
      { statement, edition: 'masked', names: null, proof: null },
      'zh-Hans',
    )
    const rows = parse(csv, { bom: true, from_line: 2 }) as string[][]
    const sum = (column: number) =>
      rows.reduce((total, row) => {
        const cell = row[column] as string
        if (cell === '') return total
        return (
          total + (cell.startsWith('-') ? -1 : 1) * parseAmount(cell.replace('-', ''), currency)
        )
      }, 0)
    expect(rows).toHaveLength(statement.lines.length)
    expect(amountText(minor(sum(12)), currency)).toBe(
      amountText(minor(statement.receipts_minor), currency),
    )
    expect(sum(13)).toBe(statement.payments_minor)
  },
)
