/**
 * Fonts for printed papers. A font is parsed once a process and handed to pdfkit as a thin object whose
 * `layout` maps code points to glyphs one by one. Chinese and plain Latin need no shaping, and shaping is
 * what costs: a page of 20 rows took 13.6 ms with bytes, 6.2 with a parsed font, 1.9 this way. What one
 * glyph for each code point cannot write (Arabic, emoji) is reported and printed as its code point.
 */

import { create, type Font, type Glyph } from 'fontkit'

/** A font as the sheet uses it: it can measure, and says what it cannot draw. */
export interface Face {
  /** What pdfkit's `registerFont` takes: a font object, or the name of one of its built-in fonts. */
  readonly embeddable: object | string
  /** Whether the font has a visible glyph for a code point. */
  covers(codePoint: number): boolean
  /** The width of a text in points at a size in points. */
  widthOf(text: string, size: number): number
}

/** The two weights a paper is set in. */
export interface Faces {
  readonly regular: Face
  readonly bold: Face
}

interface ThinGlyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

interface ThinFont {
  /** Null where the font has no glyph. */
  glyphOf(codePoint: number): ThinGlyph | null
  glyphsOf(text: string): ThinGlyph[]
  readonly unitsPerEm: number
}

/** Parses a TrueType font file. Bytes that are no font are a mistake of the host and throw. */
export function parseFace(bytes: Uint8Array): Face {
  const font = create(bytes)
  const thin = thinFont(font)
  return {
    embeddable: embeddableOf(font, thin),
    covers: (codePoint) => thin.glyphOf(codePoint) !== null,
    widthOf(text, size) {
      let units = 0
      for (const glyph of thin.glyphsOf(text)) units += glyph.advanceWidth
      return (units * size) / thin.unitsPerEm
    },
  }
}

/** Parses the regular and the bold weight. */
export function parseFaces(bytes: { regular: Uint8Array; bold: Uint8Array }): Faces {
  return { regular: parseFace(bytes.regular), bold: parseFace(bytes.bold) }
}

// Chinese fonts draw these quotation marks a full square wide; between Latin letters, as in O’Brien, the
// narrow form that the font keeps behind the feature `pwid` is the right one.
const QUOTES = /[‘’“”]/
const LATIN = /[\u0021-\u024f]/

function thinFont(font: Font): ThinFont {
  const glyphs = new Map<number, ThinGlyph | null>()
  const narrow = new Map<number, ThinGlyph>()
  const glyphOf = (codePoint: number) => {
    let glyph = glyphs.get(codePoint)
    if (glyph === undefined) {
      glyph = font.hasGlyphForCodePoint(codePoint)
        ? ownGlyph(font.glyphForCodePoint(codePoint), codePoint)
        : null
      glyphs.set(codePoint, glyph)
    }
    return glyph
  }
  const narrowGlyphOf = (codePoint: number) => {
    let glyph = narrow.get(codePoint)
    if (glyph === undefined) {
      const run = font.layout(String.fromCodePoint(codePoint), { pwid: true })
      glyph = ownGlyph(run.glyphs[0] ?? font.glyphForCodePoint(codePoint), codePoint)
      narrow.set(codePoint, glyph)
    }
    return glyph
  }
  const blank = ownGlyph(font.getGlyph(0), 0)
  const glyphsOf = (text: string) => {
    const run: ThinGlyph[] = []
    for (let place = 0; place < text.length; place++) {
      const codePoint = text.codePointAt(place) as number
      const inLatin =
        codePoint >= 0x2018 &&
        codePoint <= 0x201d &&
        QUOTES.test(text[place] as string) &&
        LATIN.test((text[place - 1] ?? '') + (text[place + 1] ?? ''))
      run.push(inLatin ? narrowGlyphOf(codePoint) : (glyphOf(codePoint) ?? blank))
      if (codePoint > 0xffff) place += 1
    }
    return run
  }
  return { glyphOf, glyphsOf, unitsPerEm: font.unitsPerEm }
}

/**
 * A glyph object of our own, since fontkit keeps the first code points it saw with a glyph for the life of
 * the process: two characters that share a glyph would make a PDF depend on what was printed before it.
 */
function ownGlyph(glyph: Glyph, codePoint: number): ThinGlyph {
  decodeOnce(glyph)
  return { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [codePoint] }
}

/**
 * fontkit reads every outline, point by point, for each PDF again, though a subset needs only its bytes
 * and, of a composite glyph, the components: a fifth of the time of a page. This keeps just those.
 */
function decodeOnce(glyph: Glyph): void {
  if (glyph._decode === undefined || Object.hasOwn(glyph, '_decode')) return
  const outline = glyph._decode()
  const kept =
    outline === null || outline.numberOfContours < 0
      ? outline
      : { numberOfContours: outline.numberOfContours }
  glyph._decode = () => kept
}

/** Exactly what pdfkit's embedded fonts ask of a font (pdfkit 0.20, EmbeddedFont). */
function embeddableOf(font: Font, thin: ThinFont): object {
  const { unitsPerEm } = font
  return {
    postscriptName: font.postscriptName,
    unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    xHeight: font.xHeight,
    capHeight: font.capHeight,
    lineGap: font.lineGap,
    italicAngle: font.italicAngle,
    bbox: font.bbox,
    head: font.head,
    post: font.post,
    'OS/2': font['OS/2'],
    createSubset: () => font.createSubset(),
    getGlyph: (id: number) => font.getGlyph(id),
    layout(text: string) {
      const glyphs = thin.glyphsOf(text)
      let units = 0
      const positions = glyphs.map((glyph) => {
        units += glyph.advanceWidth
        // Fresh ones each time: pdfkit scales them in place.
        return { xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }
      })
      return { glyphs, positions, advanceWidth: (units * 1000) / unitsPerEm }
    },
  }
}

// Fonts have blank glyphs for these, but a character nobody can see must not hide in a name.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
// Not after Chinese characters: there, composing would replace one written form by another.
const MARKED = /(?!\p{Script=Han})\P{M}\p{Mn}+/gu
const SIMPLE = /^[ -~]*$/

/** The characters of a text that would print as code points, each once, in order of appearance. */
export function missingCharacters(face: Face, text: string): string[] {
  const missing = new Set<string>()
  printable(face, text, missing)
  return [...missing]
}

/**
 * The text as it is drawn: line breaks become spaces, letters take their accents into one glyph where
 * Unicode has it, and what the font cannot draw is written as its code point, [U+1F600], and added to
 * `missing`. Nothing is dropped.
 */
export function printable(face: Face, text: string, missing: Set<string>): string {
  if (SIMPLE.test(text)) return text
  const composed = text.replace(BREAKS, ' ').replace(MARKED, (letter) => letter.normalize('NFC'))
  let drawn = ''
  for (const character of composed) {
    const codePoint = character.codePointAt(0) as number
    if (face.covers(codePoint) && !UNSEEN.test(character)) {
      drawn += character
    } else {
      missing.add(character)
      drawn += `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
    }
  }
  return drawn
}
