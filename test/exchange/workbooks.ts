/** Workbooks made for tests: the least that a reader of XLSX takes. */
import { deflateRawSync } from 'node:zlib'
import { storedArchive } from '../../src/exchange/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet, whose rows are given as XML. */
export function workbook(sheetData: string): Uint8Array<ArrayBuffer> {
  const part = (name: string, content: string) => ({
    name,
    content: new TextEncoder().encode(content),
  })
  return new Uint8Array(
    storedArchive([
      part(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
          '<sheet name="Grants" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
          '</Relationships>',
      ),
      part(
        'xl/worksheets/sheet1.xml',
        `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
      ),
    ]),
  )
}

/** A row as XML: texts inline, numbers as `{ n }` with their digits as given. */
export function rowXml(row: number, cells: readonly (string | { n: string })[]): string {
  const xml = cells.map((cell, place) => {
    const address = `${String.fromCharCode(65 + place)}${row}`
    return typeof cell === 'string'
      ? `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`
      : `<c r="${address}"><v>${cell.n}</v></c>`
  })
  return `<row r="${row}">${xml.join('')}</row>`
}

/** An archive of one deflated part that claims to unpack to `claimed` bytes. */
export function archiveClaiming(name: string, content: Uint8Array, claimed: number): Uint8Array {
  const packed = deflateRawSync(content)
  const archive = new Uint8Array(storedArchive([{ name, content: packed }]))
  const view = new DataView(archive.buffer)
  const directory = view.getUint32(archive.length - 6, true)
  view.setUint16(directory + 10, 8, true)
  view.setUint32(directory + 24, claimed, true)
  return archive
}
