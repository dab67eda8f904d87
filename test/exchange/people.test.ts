import { describe, expect, it } from 'vitest'
import { peopleResult, peopleTemplate } from '../../src/exchange/people-files.ts'
import { readRow } from '../../src/exchange/people-rows.ts'
import {
  chunksOf,
  type PeopleSheet,
  readPeople,
  sheetRow,
} from '../../src/exchange/people-sheet.ts'
import type { Day } from '../../src/kit/day.ts'
import { residentIdCheck } from '../../src/kit/resident-id.ts'
import { archiveClaiming, rowXml, workbook } from './workbooks.ts'

const limits = { fileBytes: 1_000_000, unpackedBytes: 4_000_000 }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (given: Uint8Array) => readPeople(given, limits)
const rowsOf = (sheet: PeopleSheet) =>
  sheet.texts.map((_, place) => sheetRow(sheet, place)).filter((row) => row !== null)

describe('a file of people', () => {
  const table = '姓名,身份证号,手机\r\n张晓明,,13812345678\r\n\r\n"欧阳·娜娜",,\r\n'
  const expected = [
    { row: 2, cells: { name: '张晓明', phone: '13812345678' }, done: null },
    { row: 4, cells: { name: '欧阳·娜娜' }, done: null },
  ]

  it('is read as UTF-8, with its mark, as UTF-16, and with other separators', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(table, 'utf16le'))])
    const ways = [
      bytes(table),
      bytes(`\ufeff${table}`),
      utf16,
      bytes(table.replaceAll(',', ';')),
      bytes(table.replaceAll(',', '\t')),
    ]
    for (const given of ways) expect(rowsOf(await read(given))).toEqual(expected)
  })

  it('is read as GB 18030, in which Chinese spreadsheets save it', async () => {
    // 姓名 / 张伟
    const gb = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xd5, 0xc5, 0xce, 0xb0])
    expect(rowsOf(await read(gb)).map(({ cells }) => cells)).toEqual([{ name: '张伟' }])
  })

  it('is read in the headings of any language, in any order; others are left alone', async () => {
    const csv = 'Remarks,戶編號,Name,Relation to the head\nx,7,Ana,戶長\n'
    const [row] = rowsOf(await read(bytes(csv)))
    expect(row!.cells).toEqual({ household: '7', name: 'Ana', relation: '戶長' })
  })

  it('in a workbook keeps what a spreadsheet kept, and says where digits were lost', async () => {
    const given = workbook(
      rowXml(1, ['Name', 'Bank account', 'Phone', 'Household number']) +
        rowXml(2, ['Ana', { n: '6.2220212345678905E+18' }, { n: '13812345678' }, { n: '7' }]),
    )
    const [row] = rowsOf(await read(given))
    expect(row!.cells).toMatchObject({ name: 'Ana', phone: '13812345678', household: '7' })
    const faults = readRow(row!.cells, { today: '2026-03-01' as Day, region: 'CN' })
    expect(faults).toContainEqual({ column: 'bank_account', code: 'digits_lost' })
  })

  const many = `Name\n${'x\n'.repeat(100_001)}`
  it.each<[string, Uint8Array, string]>([
    ['without rows', bytes('Name,Phone\n\n,,\n'), 'people.no_rows'],
    ['empty', bytes(''), 'people.name_column_missing'],
    ['without names', bytes('Telephone,Address\n1,2\n'), 'people.name_column_missing'],
    ['with a heading twice', bytes('Name,姓名\na,b\n'), 'people.heading_twice'],
    ['too long', bytes(many), 'people.too_many'],
    ['too large', new Uint8Array(1_000_001), 'file.too_large'],
    ['of another kind', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'people.unreadable'],
    ['broken off', bytes('Name\n"a'), 'people.unreadable'],
    ['an archive of nothing', bytes('PK\u0003\u0004'), 'xlsx.unreadable'],
    ['a bomb', archiveClaiming('a.xml', new Uint8Array(9), 4_000_001), 'xlsx.too_large'],
    ['a sheet far too wide', workbook(rowXml(1, ['Name'].concat(Array(70).fill('x')))), 'xlsx'],
  ])('%s is refused', async (_, given, code) => {
    const error = await read(given).catch((refused) => refused)
    expect(error.code).toMatch(new RegExp(`^${code}`))
  })
})

describe('a row of people', () => {
  const digits = '11010119800203123'
  const number = digits + residentIdCheck(digits)
  const reading = { today: '2026-03-01' as Day, region: 'CN' }
  const cells = { name: '张晓明' }

  it('says what it says', () => {
    const given = {
      name: '张晓明',
      document_number: number.toLowerCase(),
      birth_date: '1980年2月3日',
      phone: '138 1234 5678',
      bank_account: '6222 0212 3456 7890',
      bank_branch: '中国银行',
      member_from: '20240301',
      relation: '户主',
      household: '7',
    }
    expect(readRow(given, reading)).toMatchObject({
      kind: 'person',
      member_from: '2024-03-01',
      relation: 'head',
      sealed: {
        identity_number: { type: 'resident_id', number },
        birth_date: { on: '1980-02-03' },
        phone: { number: '+8613812345678', extension: null },
        bank_account: { number: '6222021234567890', bank: '中国银行' },
      },
    })
  })

  it.each([
    [{}, 'name missing'],
    [{ ...cells, birth_date: '2026-02-30' }, 'birth_date not_a_day'],
    [{ ...cells, birth_date: '2027-01-01' }, 'birth_date in_future'],
    [{ ...cells, kind: 'robot' }, 'kind word_unknown'],
    [{ ...cells, document_number: `${digits}0` }, 'document_number number_wrong'],
    [{ ...cells, document_type: 'passport', document_number: '—' }, 'document_number number_wrong'],
    [{ ...cells, document_type: '统一社会信用代码' }, 'document_type bodies_only'],
    [{ ...cells, kind: 'vendor', birth_date: '1980-01-01' }, 'birth_date persons_only'],
    [{ ...cells, phone: '12' }, 'phone number_wrong'],
    [{ ...cells, household: '7' }, 'relation relation_missing'],
    [{ ...cells, bank_branch: 'x' }, 'bank_account missing'],
    [{ ...cells, address: 'x'.repeat(501) }, 'address too_long'],
    [{ name: 'a\u0007' }, 'name unreadable'],
  ])('%j: %s', (given, expected) => {
    const found = readRow(given, reading)
    expect(Array.isArray(found) && found.map(({ column, code }) => `${column} ${code}`)).toEqual([
      expected,
    ])
  })
})

describe('files given out', () => {
  it.each(['en', 'zh-Hans', 'zh-Hant'] as const)(
    'the template in %s is read again',
    async (language) => {
      for (const format of ['csv', 'xlsx'] as const) {
        const error = await read(peopleTemplate(format, language)).catch((refused) => refused)
        // All its headings are known, and there is no row yet.
        expect(error.code).toBe('people.no_rows')
      }
    },
  )

  it.each(['csv', 'xlsx'] as const)(
    'a result as %s says what came of each row, runs nothing, and is known again',
    async (format) => {
      const csv = 'Name,Address,Note\n=cmd(),"+1 & <b>",x\n李四,@a,y\n'
      const source = await read(bytes(csv))
      const outcomes = new Map([
        [2, { row: 2, outcome: 'added', party: 'P-000007', faults: [] }],
        [
          3,
          {
            row: 3,
            outcome: 'refused',
            party: null,
            faults: [{ column: 'home_unit', code: 'unit_unknown' }],
          },
        ],
      ] as const)
      const made = peopleResult({ ...source, format }, outcomes as never, 'zh-Hans')
      const again = await read(made)
      expect(again.headings).toEqual(['Name', 'Address', 'Note', '导入结果', '问题说明'])
      expect(rowsOf(again)).toEqual([
        { row: 2, cells: { name: '=cmd()', address: '+1 & <b>' }, done: 'P-000007' },
        { row: 3, cells: { name: '李四', address: '@a' }, done: null },
      ])
      if (format === 'csv') expect(new TextDecoder().decode(made)).toContain("'=cmd()")
      const third = await read(peopleResult(again, outcomes as never, 'en'))
      expect(third.headings).toHaveLength(5)
      expect(third.texts[1]![4]).toBe('Home unit code: is the code of no unit')
    },
  )
})

describe('the parts of a sheet', () => {
  it('hold each household whole, and every row once', async () => {
    const lines = Array.from({ length: 900 }, (_, n) => `n${n},${n % 7 === 0 ? `h${n % 63}` : ''}`)
    const sheet = await read(bytes(`Name,Household number\n${lines.join('\n')}`))
    const parts = [...chunksOf(sheet, (place) => sheetRow(sheet, place))]
    const rows = parts.flat().map(({ row }) => row)
    expect([...rows].sort((a, b) => a - b)).toEqual(lines.map((_, n) => n + 2))
    for (const part of parts) {
      const labels = new Set(part.flatMap(({ cells }) => cells.household ?? []))
      const others = parts.filter((one) => one !== part).flat()
      expect(others.some(({ cells }) => labels.has(cells.household ?? ''))).toBe(false)
    }
  })
})
