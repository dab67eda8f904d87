import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grants, readGrants } from '../../src/exchange/grants.ts'
import { MAX_XLSX_BYTES, MAX_XLSX_COLUMNS, MAX_XLSX_ROWS } from '../../src/exchange/xlsx.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { startWorkerd } from '../contract/workerd.ts'
import { archiveClaiming, rowXml, workbook } from './workbooks.ts'

const published = readFileSync(
  join(import.meta.dirname, '../data/grants/andrew-lloyd-webber-foundation.xlsx'),
)
const demo = readFileSync(join(import.meta.dirname, '../../templates/demo/grants.csv'))

const HEADERS = [
  'Identifier',
  'Title',
  'Currency',
  'Amount Awarded',
  'Award Date',
  'Recipient Org:Name',
]

const csv = (...rows: string[]) => new TextEncoder().encode([HEADERS.join(), ...rows].join('\n'))

function sheetOf(amount: { n: string }, currency = 'GBP', headers = HEADERS): Uint8Array {
  const row = ['id', 'title', currency, amount, '2020-11-03', 'name']
  return workbook(rowXml(1, headers) + rowXml(2, row))
}

async function refused(bytes: Uint8Array): Promise<string> {
  try {
    await readGrants(bytes)
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`
    throw error
  }
  return 'taken'
}

const problemsOf = ({ grants, problems }: Grants) => [
  grants.length,
  ...problems.map(({ row, code }) => `${row} ${code}`),
]

describe('the published grants of a foundation', () => {
  test('all 475 rows add up to what its Amount Awarded column does', async () => {
    const { grants, problems, rounded } = await readGrants(published)
    expect(problems).toEqual([])
    const years = new Map<string, { grants: number; minor: number }>()
    for (const { currency, awarded_on, amount_minor } of grants) {
      const key = `${currency} ${awarded_on.slice(0, 4)}`
      const { grants: count, minor } = years.get(key) ?? { grants: 0, minor: 0 }
      years.set(key, { grants: count + 1, minor: minor + amount_minor })
    }
    expect(grants.length).toBe(475)
    expect(grants.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(2_175_779_327)
    expect([...years].sort()).toMatchSnapshot()
    expect(rounded).toEqual([
      { row: 355, given: '41133.770000000004', read_as: '41133.77' },
      { row: 359, given: '44337.130000000005', read_as: '44337.13' },
    ])
    expect(grants[0]).toMatchSnapshot()
  })

  test('the demonstration CSV holds the same grants', async () => {
    const fromCsv = await readGrants(demo)
    expect(fromCsv.problems).toEqual([])
    expect(fromCsv.grants).toEqual((await readGrants(published)).grants)
  })

  test('workerd reads the same, also a sheet larger than 512 KB', async () => {
    const rows = Array.from({ length: 3_000 }, (_, place) =>
      rowXml(place + 2, [
        `id-${place}`,
        'x'.repeat(200),
        'GBP',
        { n: '1.5' },
        '2020-11-03',
        'name',
      ]),
    )
    const large = workbook(rowXml(1, HEADERS) + rows.join(''))
    expect(large.length).toBeGreaterThan(1_000_000)
    const worker = await startWorkerd({ entry: join(import.meta.dirname, 'grants-worker.ts') })
    try {
      for (const bytes of [published, demo, large]) {
        const answer = await worker.fetch('/', { method: 'POST', body: new Uint8Array(bytes) })
        expect(await answer.json()).toEqual(await readGrants(bytes))
      }
    } finally {
      await worker.stop()
    }
  })
})

describe('amounts', () => {
  test.each([
    ['15000', 'GBP', 1_500_000],
    ['80394.5', 'GBP', 8_039_450],
    ['0.1', 'GBP', 10],
    ['1.005E3', 'GBP', 100_500],
    ['1234.567', 'KWD', 1_234_567],
    ['41133.770000000004', 'GBP', 4_113_377],
    ['1.0049999999999999', 'GBP', null],
    ['1.005', 'GBP', null],
    ['10.5', 'JPY', null],
    ['0', 'GBP', null],
    ['-5', 'GBP', null],
    ['1E99', 'GBP', null],
    ['1E999999999', 'GBP', null],
    ['9007199254740993', 'GBP', null],
    ['12345678901234.56', 'GBP', 1_234_567_890_123_456],
    ['90071992547409.91', 'GBP', 9_007_199_254_740_991],
    ['5', 'POUND', null],
  ])('the cell %s %s', async (n, currency, minor) => {
    const read = await readGrants(sheetOf({ n }, currency))
    expect(read.grants.map(({ amount_minor }) => amount_minor)).toEqual(
      minor === null ? [] : [minor],
    )
    expect(read.problems.map(({ row, code }) => `${row} ${code}`)).toMatchSnapshot()
  })

  test('any amount of pence that a sheet stores as a double comes back exactly', async () => {
    const pence = fc.integer({ min: 1, max: 9_999_999_999_999 })
    await fc.assert(
      fc.asyncProperty(pence, async (minor) => {
        const { grants } = await readGrants(sheetOf({ n: (minor / 100).toPrecision(17) }))
        expect(grants[0]?.amount_minor).toBe(minor)
      }),
      { numRuns: 200 },
    )
  })
})

test.each([
  ['a,t,GBP,1.00,2020-11-03,n', ''],
  ['', 'a,t,GBP,1.00,2020-11-03,n'],
  ['a,t,GBP,1.00,2020-11-03T00:00:00Z,n', ''],
  ['a,t,GBP,1.00,2020-11-03T12:00:00Z,n', ''],
  ['a,t,GBP,1.00,03/11/2020,n', ''],
  ['a,t,GBP,"1,000.00",2020-11-03,n', ''],
  ['a,t,GBP,41133.770000000004,2020-11-03,n', ''],
  ['a,t,GBP,,2020-11-03,n', ''],
  ['a,,GBP,1.00,2020-11-03,n', ''],
  ['a,t,GBP,1.00,2020-11-03', ''],
  [`a,${'t'.repeat(501)},GBP,1.00,2020-11-03,n`, ''],
  ['a,"t\u001b[2J",GBP,1.00,2020-11-03,n', ''],
  ['a,t,GBP,1.00,2020-11-03,n', 'a,t,GBP,2.00,2020-11-03,n'],
])('the CSV rows %j and %j', async (first, second) => {
  expect(problemsOf(await readGrants(csv(first, second)))).toMatchSnapshot()
})

test('headers may be spaced and numbered; a person is told by the column', async () => {
  const headers =
    'identifier,TITLE,Currency,Amount Awarded, Award Date ,Recipient Org: 0:Name,Recipient Ind:Name'
  const rows = 'a,t,GBP,1,2020-11-03,Org,\r\nb,t,GBP,1,2020-11-03,,Recipient 7\r\n'
  const text = `\uFEFF${headers}\r\n${rows}`
  const { grants, problems } = await readGrants(new TextEncoder().encode(text))
  expect(problems).toEqual([])
  expect(
    grants.map(({ recipient_kind, recipient_name }) => [recipient_kind, recipient_name]),
  ).toEqual([
    ['organisation', 'Org'],
    ['individual', 'Recipient 7'],
  ])
})

describe('hostile files are refused in a sentence', () => {
  const zeros = new Uint8Array(1_000_000)
  const cell = (address: string) => workbook(`<row r="1"><c r="${address}"><v>1</v></c></row>`)
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a CSV without headers', new TextEncoder().encode('1,2,3')],
    ['a CSV that is not UTF-8', new Uint8Array([0x49, 0xe9, 0x2c])],
    ['a CSV with an open quotation mark', csv('"a,b')],
    ['a CSV with too many cells in a row', csv('a,t,GBP,1.00,2020-11-03,n,more')],
    ['a CSV with too many rows', csv('x\n'.repeat(MAX_XLSX_ROWS))],
    ['a CSV with too many columns', new TextEncoder().encode('a,'.repeat(MAX_XLSX_COLUMNS + 1))],
    ['half an archive', published.subarray(0, 40_000)],
    ['an archive of nothing', new Uint8Array(Buffer.from(`504b0506${'0'.repeat(36)}`, 'hex'))],
    ['an archive that is no workbook', archiveClaiming('a.xml', zeros, 1_000_000)],
    ['a part larger than it claims', archiveClaiming('a.xml', zeros, 999_999)],
    ['a part smaller than it claims', archiveClaiming('a.xml', zeros, 1_000_001)],
    ['a part that claims gigabytes', archiveClaiming('a.xml', zeros, 4_000_000_000)],
    ['a large file', Buffer.concat([published, new Uint8Array(MAX_XLSX_BYTES)])],
    ['a cell far below', cell('A1000000')],
    ['a cell far to the right', cell('XFD1')],
    ['a cell nowhere', cell('A99999999999')],
    ['a row far below', workbook('<row r="1048576"><c><v>1</v></c></row>')],
    ['an address in disguise', workbook('<row r="&#57;9999999"><c><v>1</v></c></row>')],
    ['a row without an end', workbook(`<row>${'<c><v>1</v></c>'.repeat(300)}</row>`)],
    ['XML that is none', workbook('<row r="1"><c')],
  ])('%s', async (_, bytes) => {
    expect(await refused(bytes)).toMatchSnapshot()
  })

  test('a workbook with any byte changed is read or refused, never an exception', async () => {
    const small = sheetOf({ n: '5' })
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.nat(255), async (at, byte) => {
        const changed = small.slice()
        changed[at] = byte
        expect(typeof (await refused(changed))).toBe('string')
      }),
      { numRuns: 500 },
    )
  })
})
