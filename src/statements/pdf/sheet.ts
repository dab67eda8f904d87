/**
 * A printed paper under the pen: pages, text at a baseline, rules, tags and attachments, over pdfkit.
 * Everything drawn is either tagged (ISO 32000-1, 14.8) or an artifact, every date comes from the caller,
 * and nothing depends on the host, so the same paper is the same bytes anywhere.
 */

import assert from 'node:assert/strict'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { ink } from '../../../templates/statements/layout.ts'
import { type Face, type Faces, printable } from './font.ts'
import { srgbProfile } from './srgb.ts'
import { fitted, wrap } from './wrap.ts'

/** A part of the document's logical structure: a table, a row, a cell, a paragraph. */
export type Tag = PDFKit.PDFStructureElement

export interface Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly faces: Faces
  /** Characters that no font could draw, in order of appearance. */
  readonly missing: Set<string>
  /** The root of the structure. */
  readonly root: Tag
  readonly size: string | [number, number]
  /** The colour in force on the page, so that it is written only when it changes. */
  color: string
}

export interface SheetOptions {
  readonly faces: Faces
  readonly language: string
  /** Shown by readers as the window's title; plain words and numbers. */
  readonly title: string
  /** Stands for the moments of creation and change. */
  readonly at: Date
  readonly size: string | [number, number]
}

/** What pdfkit has but its types do not tell. */
interface Inside {
  readonly _root: { readonly data: Record<string, unknown> }
  ref(data: object): { write(bytes: Uint8Array): void; end(): void }
  read(): Uint8Array | null
}

/**
 * Opens a paper without pages. Streams stay uncompressed on purpose: compressors differ from host to host
 * (Node and workerd, x64 and arm64), and a paper issued again must come out the same to the byte.
 */
export function openSheet({ faces, language, title, at, size }: SheetOptions): Sheet {
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    compress: false,
    tagged: true,
    lang: language,
    displayTitle: true,
    margin: 0,
    // With null pdfkit loads none of its own fonts; its types know only undefined, which loads one.
    font: null as unknown as string,
    info: {
      Title: xmlSafe(title),
      Creator: 'Care Ledger',
      Producer: 'Care Ledger',
      CreationDate: at,
      ModDate: at,
    },
  })
  for (const weight of ['regular', 'bold'] as const) {
    faces[weight].fonts.forEach(({ embeddable }, place) => {
      doc.registerFont(`${weight} ${place}`, embeddable as string)
    })
  }
  const root = doc.struct('Document')
  doc.addStructure(root)
  declareArchival(doc)
  return { doc, faces, missing: new Set(), root, size, color: '' }
}

/** pdfkit puts the title into its XMP metadata as it is; these would break the XML. */
function xmlSafe(title: string): string {
  return title.replace(/[&<>\p{Cc}]/gu, ' ')
}

/** PDF/A-3b (ISO 19005-3): the output intent and the claim. pdfkit's own way reads a file. */
function declareArchival(doc: PDFKit.PDFDocument): void {
  const inside = doc as unknown as Inside
  const profile = inside.ref({ N: 3 })
  profile.write(srgbProfile())
  profile.end()
  const name = new String('sRGB')
  const intent = inside.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: name,
    OutputConditionIdentifier: name,
    DestOutputProfile: profile,
  })
  intent.end()
  inside._root.data.OutputIntents = [intent]
  doc.appendXML(
    '<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about="">' +
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>',
  )
}

/** Begins the next page. */
export function turnPage(sheet: Sheet): void {
  sheet.doc.addPage({ size: sheet.size, margin: 0 })
  sheet.color = ''
}

/** Ends the paper. The promise of the bytes is kept at once: nothing waits. */
export function closeSheet(sheet: Sheet): Uint8Array {
  sheet.root.end()
  sheet.doc.end()
  const bytes = (sheet.doc as unknown as Inside).read()
  assert(bytes !== null, 'a paper has bytes')
  return new Uint8Array(bytes)
}

/** Attaches a file of data to the paper (PDF/A-3 associated file, relationship Data). */
export function attach(
  sheet: Sheet,
  { name, description, text, at }: { name: string; description: string; text: string; at: Date },
): void {
  sheet.doc.file(new TextEncoder().encode(text) as Buffer, {
    name,
    type: 'application/json',
    description,
    creationDate: at,
    modifiedDate: at,
    ...{ relationship: 'Data' },
  })
}

export interface TextPlace {
  readonly x: number
  /** The baseline, in points from the top of the page. */
  readonly y: number
  readonly size: number
  readonly bold?: boolean
  readonly color?: string
  /** With `right` and `center`, `x` is the left edge of a box of this width. */
  readonly align?: 'left' | 'right' | 'center'
  readonly width?: number
}

/** Writes one line of text. What no font has is written as code points and noted. */
export function write(sheet: Sheet, text: string, place: TextPlace): void {
  const { size, bold = false, color = ink.text, align = 'left', width = 0 } = place
  const face = faceOf(sheet, bold)
  const drawn = printable(face, text, sheet.missing)
  if (drawn === '') return
  const spare = align === 'left' ? 0 : width - face.widthOf(drawn, size)
  let x = place.x + (align === 'center' ? spare / 2 : spare)
  const { doc } = sheet
  if (sheet.color !== color) {
    doc.fillColor(color)
    sheet.color = color
  }
  const runs = face.runsOf(drawn)
  for (const { font, text: stretch } of runs) {
    doc
      .font(`${bold ? 'bold' : 'regular'} ${font}`, size)
      .text(stretch, x, place.y, { lineBreak: false, baseline: 'alphabetic' })
    if (runs.length > 1) x += face.fonts[font]!.widthOf(stretch, size)
  }
}

/** One line of text that is a paragraph by itself. */
export function paragraph(sheet: Sheet, text: string, place: TextPlace): void {
  tagged(sheet, sheet.root, 'P', () => write(sheet, text, place))
}

/** The text in lines no wider than `width`, at most `most` of them. */
export function linesOf(
  sheet: Sheet,
  text: string,
  {
    size,
    width,
    most,
    bold = false,
  }: { size: number; width: number; most: number; bold?: boolean },
): string[] {
  const face = faceOf(sheet, bold)
  return wrap(face, printable(face, text, sheet.missing), { size, width, most })
}

/** The text on one line, cut with an ellipsis where it is too long. */
export function lineOf(
  sheet: Sheet,
  text: string,
  { size, width, bold = false }: { size: number; width: number; bold?: boolean },
): string {
  const face = faceOf(sheet, bold)
  return fitted(face, printable(face, text, sheet.missing), { size, width })
}

/** The width of a text in points. */
export function widthOf(sheet: Sheet, text: string, size: number, bold = false): number {
  const face = faceOf(sheet, bold)
  return face.widthOf(printable(face, text, sheet.missing), size)
}

function faceOf(sheet: Sheet, bold: boolean): Face {
  return bold ? sheet.faces.bold : sheet.faces.regular
}

/** Adds an open part under another; end it when all its parts are in. */
export function open(sheet: Sheet, parent: Tag, kind: string): Tag {
  const tag = sheet.doc.struct(kind)
  parent.add(tag)
  return tag
}

/** Adds a part whose content `draw` writes. */
export function tagged(
  sheet: Sheet,
  parent: Tag,
  kind: string,
  draw: () => void,
  options: { alt?: string; scope?: 'Row' | 'Column'; bbox?: number[] } = {},
): void {
  parent.add(sheet.doc.struct(kind, options, draw))
}

/** Draws what is no part of the text: rules, running heads, page numbers. */
export function artifact(
  sheet: Sheet,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  sheet.doc.markContent('Artifact', { type })
  draw()
  sheet.doc.endMarkedContent()
}

/** A horizontal rule. */
export function rule(
  sheet: Sheet,
  { from, to, y, weight = 0.5, color = ink.rule }: RulePlace,
): void {
  artifact(sheet, () => {
    sheet.doc.lineWidth(weight).moveTo(from, y).lineTo(to, y).stroke(color)
  })
}

export interface RulePlace {
  readonly from: number
  readonly to: number
  readonly y: number
  readonly weight?: number
  readonly color?: string
}

/**
 * A QR code (ISO/IEC 18004, level M) drawn as one path; the caller leaves four modules clear around it.
 * The mask is fixed: trying all eight was a seventh of the time of a page, and digests look like noise
 * under any of them.
 */
export function qrCode(
  sheet: Sheet,
  parent: Tag,
  { text, alt, x, y, side }: { text: string; alt: string; x: number; y: number; side: number },
): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: 0 })
  const module = side / size
  const draw = () => {
    const { doc } = sheet
    data.forEach((cells, line) => {
      let start = 0
      while (start < size) {
        let end = start
        while (end < size && cells[end]) end += 1
        if (end > start) {
          doc.rect(x + start * module, y + line * module, (end - start) * module, module)
        }
        start = end + 1
      }
    })
    doc.fill(ink.text)
    sheet.color = ink.text
  }
  tagged(sheet, parent, 'Figure', draw, { alt, bbox: [x, y, x + side, y + side] })
}
