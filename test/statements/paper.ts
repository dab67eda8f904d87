/** Printed papers under the eye: fonts, pages as pixels, and every run of text with its place. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { type Faces, parseFaces } from '../../src/statements/pdf/font.ts'

/** The fonts that papers are printed with. */
export function paperFaces(): Faces {
  const { resolve } = createRequire(import.meta.url)
  const read = (path: string) => readFileSync(resolve(`@expo-google-fonts/${path}`))
  return parseFaces({
    regular: [
      read('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
      read('noto-sans/400Regular/NotoSans_400Regular.ttf'),
    ],
    bold: [
      read('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
      read('noto-sans/700Bold/NotoSans_700Bold.ttf'),
    ],
  })
}

/** A run of text, in points from the upper left corner of its page. */
export interface Run {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Page {
  readonly text: string
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Whether anything darker than `lightest` (0 black, 255 white) stands inside a box of points. */
  inked(box: Omit<Run, 'text'>, lightest?: number): boolean
  /** The darkness of every pixel in a box, as text: equal for equal drawings. */
  fingerprint(box: Omit<Run, 'text'>): string
}

/** What pdfium's WebAssembly has and the package's types do not name. */
interface Raw {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(size: number): number; free(place: number): void }
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, place: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(object: number, l: number, b: number, r: number, t: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(page: number): void
  _FPDFTextObj_GetText(object: number, page: number, buffer: number, length: number): number
}

// One for the process: every `init` gives the same WebAssembly, and `destroy` ends it for all.
let pdfium: ReturnType<typeof PDFiumLibrary.init> | undefined

const TEXT_OBJECT = 1
const SCALE = 2
const TEXT_BYTES = 4096

/** Opens a PDF in pdfium, which stands in for every reader, and draws each page at twice its size. */
export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  pdfium ??= PDFiumLibrary.init()
  const library = await pdfium
  const raw = (library as unknown as { module: Raw }).module
  const document: PDFiumDocument = await library.loadDocument(bytes)
  const pages: Page[] = []
  for (const page of document.pages()) {
    const { originalHeight: height, originalWidth: width } = page.getOriginalSize()
    const text = page.getText().replaceAll('\r\n', '\n')
    const runs = runsOf(raw, (page as unknown as { pageIdx: number }).pageIdx, height)
    // Last, since the package closes the page once it is drawn.
    const drawn = await page.render({ scale: SCALE, render: 'bitmap' })
    const pixels = { data: new Uint8Array(drawn.data), width: drawn.width, height: drawn.height }
    pages.push({
      text,
      width,
      height,
      runs,
      inked: (box, lightest = 200) => darknesses(pixels, box).some((value) => value < lightest),
      fingerprint: (box) => darknesses(pixels, box).join(' '),
    })
  }
  document.destroy()
  return pages
}

function runsOf(raw: Raw, page: number, height: number): Run[] {
  const textPage = raw._FPDFText_LoadPage(page)
  const buffer = raw.wasmExports.malloc(TEXT_BYTES)
  const runs: Run[] = []
  for (let place = 0; place < raw._FPDFPage_CountObjects(page); place++) {
    const object = raw._FPDFPage_GetObject(page, place)
    if (raw._FPDFPageObj_GetType(object) !== TEXT_OBJECT) continue
    const length = raw._FPDFTextObj_GetText(object, textPage, buffer, TEXT_BYTES)
    const bytes = raw.HEAPU8.slice(buffer, buffer + Math.min(length, TEXT_BYTES) - 2)
    const text = Buffer.from(bytes).toString('utf16le')
    raw._FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)
    const [left, bottom, right, top] = new Float32Array(
      raw.HEAPU8.slice(buffer, buffer + 16).buffer,
    ) as unknown as [number, number, number, number]
    runs.push({ text, left, right, top: height - top, bottom: height - bottom })
  }
  raw.wasmExports.free(buffer)
  raw._FPDFText_ClosePage(textPage)
  return runs
}

function darknesses(
  { data, width, height }: { data: Uint8Array; width: number; height: number },
  box: Omit<Run, 'text'>,
): number[] {
  const values: number[] = []
  const clamp = (value: number, limit: number) => Math.min(limit, Math.max(0, value))
  const [left, right] = [Math.floor(box.left * SCALE), Math.ceil(box.right * SCALE)]
  const [top, bottom] = [Math.floor(box.top * SCALE), Math.ceil(box.bottom * SCALE)]
  for (let y = clamp(top, height); y < clamp(bottom, height); y++) {
    for (let x = clamp(left, width); x < clamp(right, width); x++) {
      values.push(data[(y * width + x) * 4 + 1] as number)
    }
  }
  return values
}

/** Names that have broken other systems; see the pitfalls of exports and of fonts. */
export const hostileNames = [
  '😀 Emoji 王👩‍👩‍👧',
  'محمد عبد الله',
  '<script>alert(1)</script>',
  '=cmd|/c calc!A1',
  'A very long name '.repeat(30).slice(0, 500),
  '王'.repeat(500),
  'new\nline\r\nname',
  '',
  'exe.\u202egnp',
  'Jose\u0301 Garci\u0301a',
  'Łukasz Żółć',
  'יעל כהן',
  'W'.repeat(200),
  '김민수',
  '\u{2CC56}\u{2C35B}\u{24A7D}',
  'O’Brien “Bob” & <b>Söhne</b>',
] as const
