/** Every refusal about files that come from outside, provoked: its code and its sentence. */
import { afterAll, describe, expect, test } from 'vitest'
import { readGrants } from '../../src/exchange/grants.ts'
import { importJournal } from '../../src/exchange/imports.ts'
import { readMapping } from '../../src/exchange/mapping.ts'
import { decodeText } from '../../src/exchange/text.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { archiveClaiming, rowXml, workbook } from './workbooks.ts'

const headers = 'Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name'
const bytes = (text: string) => new TextEncoder().encode(text)
const csv = (...rows: string[]) => bytes([headers, ...rows].join('\n'))

/** What a piece of work is refused with; fails when it is done. */
async function refusedBy(work: () => unknown): Promise<Refusal> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was done, not refused.')
}

describe('files', () => {
  const cell = (address: string) => workbook(`<row r="1"><c r="${address}"><v>1</v></c></row>`)
  const cases: readonly (readonly [string, string, () => unknown])[] = [
    [
      'file.too_large',
      'The journal is 11 bytes long; at most 10 are read.',
      () => decodeText(new Uint8Array(11), { what: 'journal', limit: 10 }),
    ],
    [
      'mapping.unreadable',
      "The mapping is not JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2).",
      () => readMapping('{'),
    ],
    [
      'mapping.invalid',
      'The mapping does not hold: fund: write a name; accounts.0: give a role or a class, one of the two.',
      () => readMapping('{"fund":"","accounts":[{"match":"A"}]}'),
    ],
    [
      'grants.columns_missing',
      'The first row does not name these columns: amount awarded, award date, recipient org:name.',
      () => readGrants(bytes('Identifier,Title,Currency')),
    ],
    [
      'grants.csv_unreadable',
      'The CSV file cannot be read: Quote Not Closed: the parsing is finished with an opening quote at line 2.',
      () => readGrants(csv('"a,b')),
    ],
    [
      'xlsx.unreadable',
      'The workbook cannot be read: a cell has no proper address.',
      () => readGrants(cell('A99999999999')),
    ],
    [
      'xlsx.unreadable',
      'The workbook cannot be read: its part "a.xml" is damaged.',
      () => readGrants(archiveClaiming('a.xml', new Uint8Array(9), 8)),
    ],
    [
      'xlsx.too_large',
      'The workbook has more than 20001 rows.',
      () => readGrants(workbook(rowXml(20_002, ['a']))),
    ],
    [
      'xlsx.too_large',
      'The workbook has more than 67108864 bytes.',
      () => readGrants(archiveClaiming('a.xml', new Uint8Array(9), 67_108_865)),
    ],
  ]
  test.each(cases)('%s: %s', async (code, sentence, work) => {
    const refused = await refusedBy(work)
    expect([refused.code, refused.message]).toEqual([code, sentence])
  })
})

describe('rows of a roster', () => {
  test.each([
    ['grants.cell_missing', 'The row has no title.', 'a,,GBP,1.00,2020-11-03,n'],
    ['grants.cell_missing', 'The row has no amount awarded.', 'a,t,GBP,,2020-11-03,n'],
    [
      'grants.cell_unfit',
      'The title is longer than 500 characters or holds a control character.',
      `a,${'t'.repeat(501)},GBP,1.00,2020-11-03,n`,
    ],
    [
      'grants.date_with_time',
      'The award date 2020-11-03T12:00:00Z carries a time of day.',
      'a,t,GBP,1.00,2020-11-03T12:00:00Z,n',
    ],
    [
      'grants.identifier_twice',
      'The identifier good stands already in row 2.',
      'good,t,GBP,1.00,2020-11-03,n',
    ],
  ])('%s: %s', async (code, sentence, row) => {
    const { grants, problems } = await readGrants(csv('good,t,GBP,1.00,2020-11-03,n', row))
    expect(grants.map(({ identifier }) => identifier)).toEqual(['good'])
    expect(problems).toMatchObject([{ row: 3, code, sentence }])
  })
})

describe('imports', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  afterAll(() => t.close())
  const accounts = [
    { match: 'Bank', role: 'bank' },
    { match: 'Gifts', class: 'income', code: '4900' },
  ]
  const mapping = (currency: string) => JSON.stringify({ fund: 'care', currency, accounts })
  const gift = '2026-01-02 Gift\n  Bank  1.00\n  Gifts\n\n'
  const mislaid = '2026-01-02 Gift\n  Bank  1.00\n  Elsewhere\n\n'
  const unplaced =
    'The mapping has no account for “Elsewhere”; add {"match":"Elsewhere","class":"expense"}.'

  test.each([
    ['import.currency', 'The fund care is kept in CNY; the mapping says USD.', 'USD', gift],
    ['import.problems', `Line 3: ${unplaced}`, 'CNY', mislaid],
    ['import.problems', '(and 1 more)', 'CNY', `${mislaid}2026-13-02 Gift\n  Bank  1\n  Gifts\n`],
    [
      'import.too_long',
      'The file holds 200001 entries; one import takes at most 200000.',
      'CNY',
      gift.repeat(200_001),
    ],
  ])('%s: %s', (code, words, currency, journal) => {
    const refused = t.refuses(importJournal, { journal, mapping: mapping(currency) })
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(words)
  })
})
