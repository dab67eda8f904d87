/** A file is what its bytes are: what is named otherwise, or carries programs, is refused before it is read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requireItsKind } from '../../src/exchange/file-kinds.ts'
import { storedArchive } from '../../src/exchange/zip.ts'
import { Refusal } from '../../src/kit/refusal.ts'

const text = (written: string) => new TextEncoder().encode(written)
const workbookOf = (...more: string[]) =>
  new Uint8Array(
    storedArchive(
      ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', ...more].map(
        (name) => ({
          name,
          content: text('<x/>'),
        }),
      ),
    ),
  )
const roster = readFileSync(
  join(import.meta.dirname, '../data/grants/andrew-lloyd-webber-foundation.xlsx'),
)

function codeFor(name: string, bytes: Uint8Array): string {
  try {
    requireItsKind({ name, bytes })
    return 'taken'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const csv = text('\ufeffName,Amount\r\n張三,1.00\r\n')

test.each([
  ['grants.csv', csv, 'taken'],
  ['grants', csv, 'taken'],
  ['2025.journal', text('2025-01-01 Gift\n'), 'taken'],
  ['mapping.json', text('{}'), 'taken'],
  ['empty.csv', text(''), 'taken'],
  ['grants.xlsx', roster, 'taken'],
  ['GRANTS.XLSX', workbookOf(), 'taken'],
  ['with-links.xlsx', workbookOf('xl/externalLinks/externalLink1.xml'), 'taken'],
  ['grants.csv', roster, 'file.not_its_kind'],
  ['grants', workbookOf(), 'file.not_its_kind'],
  ['grants.xlsx', csv, 'file.not_its_kind'],
  [
    'grants.xlsx',
    new Uint8Array(storedArchive([{ name: 'a', content: csv }])),
    'file.not_its_kind',
  ],
  ['grants.xlsx', workbookOf('../../etc/passwd'), 'file.not_its_kind'],
  ['grants.xlsx', workbookOf('/etc/passwd'), 'file.not_its_kind'],
  ['grants.xlsx', workbookOf('..\\evil'), 'file.not_its_kind'],
  ['grants.xlsx', workbookOf().subarray(0, 200), 'file.not_its_kind'],
  ['grants.xlsx', workbookOf('xl/vbaProject.bin'), 'file.has_programs'],
  ['grants.xlsx', workbookOf('xl/macrosheets/sheet1.xml'), 'file.has_programs'],
  ['grants.xlsx', workbookOf('xl/embeddings/oleObject1.bin'), 'file.has_programs'],
  ['grants.xlsm', workbookOf(), 'file.not_its_kind'],
  ['page.html', text('<script>'), 'file.not_its_kind'],
  ['picture.svg', text('<svg/>'), 'file.not_its_kind'],
  ['grants.csv', text('%PDF-1.7\n\u0000\u0001'), 'file.not_its_kind'],
  ['grants.csv', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'file.not_its_kind'],
  ['grants.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file.not_its_kind'],
])('%s: %#', (name, bytes, code) => {
  expect(codeFor(name, bytes)).toBe(code)
})
