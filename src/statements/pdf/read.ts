/**
 * Reads back what our own PDFs carry, without a PDF library: the cross-reference table, its objects, and
 * attached files. Only the shape that `sheet.ts` writes is understood (one table, streams as they are);
 * a file that another program has saved again is refused, since its seal is gone anyway.
 */

import { refusal } from '../../kit/refusal.ts'

/** Statements of 10,000 lines take some 30 MB; what is far beyond that is not one of ours. */
export const PDF_BYTES_LIMIT = 256 * 1024 * 1024

const OBJECTS_LIMIT = 2_000_000
const NESTING_LIMIT = 50

/** The last object of a file is followed by the table; the end of ours fits in this many bytes. */
const TAIL_BYTES = 64

export const statementPdfUnreadable = refusal(
  'statement_pdf.unreadable',
  422,
  (v: { fault: string }) => `This file is not a whole statement PDF of Care Ledger: ${v.fault}.`,
  'Use the file exactly as it was downloaded or received; printing to PDF, signing or saving it in another program rewrites it.',
)

export const statementPdfAttachmentMissing = refusal(
  'statement_pdf.attachment_missing',
  422,
  (v: { name: string }) => `No file named ${v.name} is attached to this PDF.`,
  'Use a PDF that Care Ledger issued; receipts and other papers carry no statement data.',
)

/** A value of PDF's own syntax (ISO 32000-1, 7.3): dictionaries are maps, strings are bytes. */
export type PdfValue =
  | null
  | boolean
  | number
  | Uint8Array
  | PdfName
  | PdfRef
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>

export interface PdfName {
  readonly name: string
}

export interface PdfRef {
  readonly ref: number
}

export interface PdfFile {
  readonly bytes: Uint8Array
  /** Where each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>
  /** Where the cross-reference table begins. */
  readonly table: number
  readonly trailer: ReadonlyMap<string, PdfValue>
}

/** Opens a PDF, with or without its seal. Refuses `statement_pdf.unreadable`. */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > PDF_BYTES_LIMIT) throw unreadable(`it has ${bytes.length} bytes`)
  if (!latin(bytes, 0, 8).startsWith('%PDF-1.7')) throw unreadable('it does not begin as a PDF')
  const tail = latin(bytes, bytes.length - TAIL_BYTES, bytes.length)
  const end = /startxref\n(\d{1,10})\n%%EOF\n$/.exec(tail)
  if (end === null) throw unreadable('its end is missing')
  const table = Number(end[1])
  const head = /^xref\n0 (\d{1,7})\n/.exec(latin(bytes, table, table + 24))
  if (head === null) throw unreadable('its table of objects is not where its end says')
  const count = Number(head[1])
  if (count > OBJECTS_LIMIT) throw unreadable(`it claims ${count} objects`)
  const offsets = new Map<number, number>()
  const first = table + head[0].length
  for (let id = 1; id < count; id++) {
    const entry = latin(bytes, first + id * 20, first + id * 20 + 20)
    if (!/^\d{10} 00000 n \n$/.test(entry)) throw unreadable(`entry ${id} of its table is broken`)
    offsets.set(id, Number(entry.slice(0, 10)))
  }
  const at = first + count * 20
  if (latin(bytes, at, at + 8) !== 'trailer\n') throw unreadable('its trailer is missing')
  const trailer = new Cursor(bytes, at + 8).value(0)
  if (!(trailer instanceof Map)) throw unreadable('its trailer is broken')
  return { bytes, offsets, table, trailer }
}

/** The bytes of a file attached under `name`. Refuses `statement_pdf.unreadable` and `.attachment_missing`. */
export function readAttachment(pdf: Uint8Array, name: string): Uint8Array {
  const file = openPdf(pdf)
  const names = entry(
    file,
    entry(file, objectOf(file, file.trailer.get('Root')), 'Names'),
    'EmbeddedFiles',
  )
  const list = entry(file, names, 'Names')
  if (!Array.isArray(list)) throw statementPdfAttachmentMissing({ name })
  for (let place = 0; place + 1 < list.length; place += 2) {
    const label = list[place]
    const matches = isName(label) ? label.name === name : textOf(label) === name
    if (matches) return streamOf(file, entry(file, entry(file, list[place + 1], 'EF'), 'F', true))
  }
  throw statementPdfAttachmentMissing({ name })
}

function entry(file: PdfFile, value: PdfValue | undefined, key: string, keep = false): PdfValue {
  const resolved = objectOf(file, value)
  if (!(resolved instanceof Map)) return null
  const found = (resolved.get(key) ?? null) as PdfValue
  return keep ? found : objectOf(file, found)
}

/** Follows a reference to its object; any other value stands for itself. */
function objectOf(file: PdfFile, value: PdfValue | undefined): PdfValue {
  if (!isRef(value)) return value ?? null
  return cursorAt(file, value.ref).value(0)
}

function cursorAt(file: PdfFile, id: number): Cursor {
  const offset = file.offsets.get(id)
  if (offset === undefined) throw unreadable(`object ${id} is missing`)
  const cursor = new Cursor(file.bytes, offset)
  const heading = `${id} 0 obj\n`
  if (latin(file.bytes, offset, offset + heading.length) !== heading) {
    throw unreadable(`object ${id} is not where the table says`)
  }
  cursor.at += heading.length
  return cursor
}

function streamOf(file: PdfFile, value: PdfValue): Uint8Array {
  if (!isRef(value)) throw unreadable('an attached file has no data')
  const cursor = cursorAt(file, value.ref)
  const dictionary = cursor.value(0)
  const length = dictionary instanceof Map ? dictionary.get('Length') : null
  if (!(dictionary instanceof Map) || typeof length !== 'number' || !Number.isInteger(length)) {
    throw unreadable(`object ${value.ref} is not a stream`)
  }
  if (dictionary.has('Filter')) throw unreadable(`object ${value.ref} was compressed`)
  const heading = latin(file.bytes, cursor.at, cursor.at + 8)
  const start = cursor.at + 8
  const ending = latin(file.bytes, start + length, start + length + 11)
  if (heading !== '\nstream\n' || ending !== '\nendstream\n') {
    throw unreadable(`the stream of object ${value.ref} is not as long as it says`)
  }
  return file.bytes.subarray(start, start + length)
}

/** Reads values one after another. A class because its place in the bytes moves. */
class Cursor {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  value(depth: number): PdfValue {
    if (depth > NESTING_LIMIT) throw unreadable('its values nest too deep')
    this.space()
    const text = latin(this.bytes, this.at, this.at + 32)
    if (text.startsWith('<<')) return this.dictionary(depth)
    if (text.startsWith('[')) return this.list(depth)
    if (text.startsWith('(')) return this.string()
    if (text.startsWith('<')) return this.hex()
    if (text.startsWith('/')) return { name: this.name() }
    const found = /^(?:(\d+) 0 R|([+-]?[0-9.]+(?:e-?\d+)?)|(true|false|null))/.exec(text)
    if (found === null) throw unreadable(`byte ${this.at} begins no value`)
    this.at += found[0].length
    if (found[1] !== undefined) return { ref: Number(found[1]) }
    if (found[2] !== undefined) return Number(found[2])
    return found[3] === 'null' ? null : found[3] === 'true'
  }

  private space(): void {
    while (isSpace(this.bytes[this.at])) this.at += 1
  }

  private dictionary(depth: number): Map<string, PdfValue> {
    const values = new Map<string, PdfValue>()
    this.at += 2
    for (;;) {
      this.space()
      if (latin(this.bytes, this.at, this.at + 2) === '>>') {
        this.at += 2
        return values
      }
      if (this.bytes[this.at] !== 0x2f) throw unreadable(`byte ${this.at} begins no key`)
      const key = this.name()
      values.set(key, this.value(depth + 1))
    }
  }

  private list(depth: number): PdfValue[] {
    const values: PdfValue[] = []
    this.at += 1
    for (;;) {
      this.space()
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1
        return values
      }
      values.push(this.value(depth + 1))
    }
  }

  private name(): string {
    const start = this.at + 1
    let end = start
    while (end < this.bytes.length && !isSpace(this.bytes[end]) && !isDelimiter(this.bytes[end])) {
      end += 1
    }
    this.at = end
    return latin(this.bytes, start, end)
  }

  private string(): Uint8Array {
    const values: number[] = []
    this.at += 1
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw unreadable('a text in it has no end')
      // pdfkit escapes every parenthesis inside, so the first bare one ends the text.
      if (byte === 0x29) return new Uint8Array(values)
      values.push(byte === 0x5c ? this.escaped() : byte)
    }
  }

  private escaped(): number {
    const letter = String.fromCharCode(this.bytes[this.at++] ?? 0)
    const special: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    return special[letter] ?? letter.charCodeAt(0)
  }

  private hex(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) throw unreadable('a text in it has no end')
    const digits = latin(this.bytes, this.at + 1, end)
    this.at = end + 1
    return new Uint8Array(Buffer.from(digits, 'hex'))
  }
}

function unreadable(fault: string) {
  return statementPdfUnreadable({ fault })
}

/** Bytes as text with one character a byte; places outside the file read as nothing. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  const part = bytes.subarray(Math.max(0, start), Math.max(0, end))
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
}

function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'ref' in value
}

function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && value !== null && 'name' in value
}

function textOf(value: PdfValue | undefined): string | null {
  return value instanceof Uint8Array ? latin(value, 0, value.length) : null
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isDelimiter(byte: number | undefined): boolean {
  return byte !== undefined && '()<>[]{}/%'.includes(String.fromCharCode(byte))
}
