/**
 * What a document that was sent is, by its bytes and not by its name: a PDF, or a picture as telephones and scanners
 * make them. Nothing that runs is taken, and nothing that unpacks to more than a reader can hold.
 */
import { inflateSync } from 'node:zlib'
import { refusal } from './refusal.ts'

export const documentKinds = ['pdf', 'jpeg', 'png', 'webp'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The media type of each kind. */
export const documentMedia: Readonly<Record<DocumentKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** 5 MiB: a photograph of a telephone, a scan of some pages. */
export const largestDocumentBytes = 5 * 1_048_576

/** A picture of more than this takes gigabytes to be shown; scanners of A3 in 600 dpi stay below it. */
const mostPixels = 100_000_000

export const documentEmpty = refusal<{ name: string }>(
  'document.empty',
  422,
  ({ name }) => `There is nothing in the file ${name}.`,
  'Choose the file again; it may not have been saved.',
)

export const documentTooLarge = refusal<{ name: string; most_mib: number }>(
  'document.too_large',
  413,
  ({ name, most_mib }) => `The file ${name} is larger than ${most_mib} MiB.`,
  'Take the photograph in a lower resolution, or send the pages as several files.',
)

export const documentKindUnknown = refusal<{ name: string }>(
  'document.kind',
  422,
  ({ name }) => `The file ${name} is no PDF and no picture that is taken here.`,
  'Send it as PDF, JPEG, PNG or WebP; a photograph of the paper will do.',
)

export const documentNotItsKind = refusal<{ name: string; kind: string }>(
  'document.not_its_kind',
  422,
  ({ name, kind }) => `The file ${name} holds something else than its name says: ${kind}.`,
  'Save it again in the program that made it, or send a photograph of the paper.',
)

export const documentActive = refusal<{ name: string }>(
  'document.active',
  422,
  ({ name }) => `The PDF ${name} runs something when it is opened.`,
  'Print it to a new PDF and send that, or a photograph of the paper.',
)

export const documentLocked = refusal<{ name: string }>(
  'document.locked',
  422,
  ({ name }) =>
    `The PDF ${name} is locked by a password or packed so that nobody can look into it.`,
  'Print it to a new PDF and send that, or a photograph of the paper.',
)

export const documentBomb = refusal<{ name: string }>(
  'document.too_large_inside',
  422,
  ({ name }) => `The file ${name} unpacks to more than can be shown.`,
  'Send a picture of fewer pixels, or print the PDF to a new one.',
)

interface SentDocument {
  /** As its sender named it; never a path here. */
  readonly name: string
  readonly bytes: Uint8Array
}

const endings: Readonly<Record<string, DocumentKind>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
}

/**
 * The kind of a document. Refuses `document.empty`, `document.too_large`, `document.kind` for what is no such file,
 * `document.not_its_kind` where its name says another, `document.active` and `document.locked` for PDFs,
 * `document.too_large_inside`.
 */
export function documentKind({ name, bytes }: SentDocument): DocumentKind {
  if (bytes.length === 0) throw documentEmpty({ name })
  if (bytes.length > largestDocumentBytes) {
    throw documentTooLarge({ name, most_mib: largestDocumentBytes / 1_048_576 })
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = kindOf(file)
  if (!kind) throw documentKindUnknown({ name })
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending !== undefined && endings[ending] !== kind) throw documentNotItsKind({ name, kind })
  if (kind === 'pdf') requirePassivePdf(name, file)
  else if (pixelsOf(kind, file) > mostPixels) throw documentBomb({ name })
  return kind
}

function kindOf(file: Buffer): DocumentKind | undefined {
  const head = file.toString('latin1', 0, 16)
  if (/^%PDF-[12]\.\d/.test(head) && file.includes('%%EOF', Math.max(0, file.length - 2_048))) {
    return 'pdf'
  }
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n') && head.slice(12) === 'IHDR') return 'png'
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? 'webp' : undefined
}

/** How many pixels a picture has, by its own header; none for one that says nothing sound of it. */
function pixelsOf(kind: Exclude<DocumentKind, 'pdf'>, file: Buffer): number {
  try {
    if (kind === 'png') return file.readUInt32BE(16) * file.readUInt32BE(20)
    return kind === 'jpeg' ? pixelsOfJpeg(file) : pixelsOfWebp(file)
  } catch {
    return 0
  }
}

/** The first frame header (ITU-T T.81, B.2.2): SOF0 to SOF15 but for the tables among them. */
function pixelsOfJpeg(file: Buffer): number {
  for (let at = 2; at + 9 < file.length; ) {
    if (file[at] !== 0xff) return 0
    const marker = file[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7)
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return 0
}

function pixelsOfWebp(file: Buffer): number {
  const chunk = file.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return (file.readUIntLE(24, 3) + 1) * (file.readUIntLE(27, 3) + 1)
  if (chunk === 'VP8L') {
    const bits = file.readUInt32LE(21)
    return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
  }
  return (file.readUInt16LE(26) & 0x3fff) * (file.readUInt16LE(28) & 0x3fff)
}

/**
 * A pattern for names of a PDF as they may be written: a character, or its code as `#61` (ISO 32000-1, 7.3.5), so that
 * `/J#61vaScript` is found too.
 */
function nameIn(...names: readonly string[]): string {
  const written = names.map((name) =>
    [...name]
      .map((character) => {
        const [high = '', low = ''] = character.charCodeAt(0).toString(16)
        return `(?:${character}|#${high}[${low}${low.toUpperCase()}])`
      })
      .join(''),
  )
  return `/(?:${written.join('|')})(?![A-Za-z0-9])`
}

/** Actions that start something or send something away (12.6.4), and forms that are programs. */
const actions = [
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'RichMedia',
  'XFA',
  'Rendition',
]
const active = new RegExp(nameIn(...actions))
const locked = new RegExp(nameIn('Encrypt'))
const packedObjects = new RegExp(nameIn('ObjStm'), 'g')

/** Objects of a PDF may lie packed (7.5.7); no office writes more than this into one. */
const mostInflated = 16 * 1_048_576
const mostPacked = 2_000

function requirePassivePdf(name: string, file: Buffer): void {
  const text = file.toString('latin1')
  if (active.test(text)) throw documentActive({ name })
  if (locked.test(text)) throw documentLocked({ name })
  let room = mostInflated
  let packed = 0
  // Wherever packed objects are announced they are looked into, so that a stream within a text hides nothing.
  for (const { index } of text.matchAll(packedObjects)) {
    packed += 1
    const inside = packed > mostPacked ? 'too much' : inflatedAfter(file, text, index, room)
    if (inside === 'too much') throw documentBomb({ name })
    if (inside === undefined) throw documentLocked({ name })
    room -= inside.length
    if (active.test(inside.toString('latin1'))) throw documentActive({ name })
  }
}

/** The first stream after a place, unpacked; undefined for one that is packed otherwise than by Flate alone. */
function inflatedAfter(
  file: Buffer,
  text: string,
  at: number,
  most: number,
): Buffer | 'too much' | undefined {
  const begin = /stream\r?\n/g
  begin.lastIndex = at
  const found = begin.exec(text)
  if (!found) return undefined
  const dictionary = text.slice(Math.max(0, text.lastIndexOf('obj', at)), found.index)
  const end = text.indexOf('endstream', begin.lastIndex)
  const bytes = file.subarray(begin.lastIndex, end < 0 ? undefined : end)
  const filters = dictionary.match(/\/(?:ASCII85|ASCIIHex|LZW|RunLength|Flate|Crypt)Decode/g) ?? []
  if (filters.length === 0) return bytes.length > most ? 'too much' : bytes
  if (filters.length > 1 || filters[0] !== '/FlateDecode') return undefined
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too much' : undefined
  }
}
