/**
 * The faces of printed papers: for each weight the Chinese font, and behind it the fonts that have what it
 * lacks (Latin Extended, Greek, Cyrillic). A word with one letter from behind is set whole in that font, so
 * that `Kováč` is one word to the eye. What no font can write (Arabic, emoji) is reported and printed as
 * its code point.
 */

import { piecesOf } from './pieces.ts'
import { type Font, hasLooseAccent, parseFont } from './thin-font.ts'

/** One weight of the fonts of a paper. */
export interface Face {
  /** The first one writes all that it can; the others what those before them lack. */
  readonly fonts: readonly [Font, ...Font[]]
  /** Whether any font has a visible glyph for a code point. */
  covers(codePoint: number): boolean
  /** The width of a text in points at a size in points, each run in its font. */
  widthOf(text: string, size: number): number
  /** The text in runs, in order. */
  runsOf(text: string): readonly Run[]
}

/** A stretch of text in one font: its place in the face's `fonts`. */
export interface Run {
  readonly font: number
  readonly text: string
}

/** The two weights a paper is set in. */
export interface Faces {
  readonly regular: Face
  readonly bold: Face
}

/**
 * Parses the TrueType files of the regular and the bold weight, the first of each being the one that papers
 * are set in. Bytes that are no font are a mistake of the host and throw.
 */
export function parseFaces(bytes: { regular: FontFiles; bold: FontFiles }): Faces {
  const parsed = ([first, ...rest]: FontFiles) => faceOf([parseFont(first), ...rest.map(parseFont)])
  return { regular: parsed(bytes.regular), bold: parsed(bytes.bold) }
}

/** The bytes of font files; what a font lacks is looked for in the next. */
export type FontFiles = readonly [Uint8Array, ...Uint8Array[]]

const SIMPLE = /^[ -~]*$/

/** Makes one face of fonts, the first of which covers ASCII. */
export function faceOf(fonts: Face['fonts']): Face {
  const [first, ...behind] = fonts
  const allFirst = (text: string) => {
    if (behind.length === 0 || SIMPLE.test(text)) return true
    if (hasLooseAccent(text)) return false
    for (const character of text) {
      if (!first.covers(character.codePointAt(0) as number)) return false
    }
    return true
  }
  const runsOf = (text: string) => (allFirst(text) ? [{ font: 0, text }] : mixedRuns(fonts, text))
  return {
    fonts,
    covers: (codePoint) => fonts.some((font) => font.covers(codePoint)),
    widthOf(text, size) {
      if (allFirst(text)) return first.widthOf(text, size)
      return runsOf(text).reduce((sum, run) => sum + fonts[run.font]!.widthOf(run.text, size), 0)
    },
    runsOf,
  }
}

function mixedRuns(fonts: Face['fonts'], text: string): Run[] {
  const runs: { font: number; text: string }[] = []
  const add = (font: number, stretch: string) => {
    const last = runs.at(-1)
    if (last?.font === font) last.text += stretch
    else runs.push({ font, text: stretch })
  }
  for (const piece of piecesOf(text)) {
    const codePoints = Array.from(piece, (character) => character.codePointAt(0) as number)
    const places = codePoints.map((codePoint) => placeOf(fonts, codePoint))
    // The Chinese font has some accents, and does not say where they stand.
    const chosen = places.find((place) => place > 0) ?? (hasLooseAccent(piece) ? 1 : 0)
    if (codePoints.every((codePoint) => fonts[chosen]!.covers(codePoint))) add(chosen, piece)
    else {
      codePoints.forEach((codePoint, at) => {
        const place = fonts[chosen]!.covers(codePoint) ? chosen : (places[at] as number)
        add(place, String.fromCodePoint(codePoint))
      })
    }
  }
  return runs
}

/** The first font that has the character; the first of all, whose blank glyph stands, where none has. */
function placeOf(fonts: Face['fonts'], codePoint: number): number {
  return Math.max(
    0,
    fonts.findIndex((font) => font.covers(codePoint)),
  )
}

// Fonts have blank glyphs for these, but a character nobody can see must not hide in a name.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
// Not after Chinese characters: there, composing would replace one written form by another.
const MARKED = /(?!\p{Script=Han})\P{M}\p{Mn}+/gu

/** The characters of a text that would print as code points, each once, in order of appearance. */
export function missingCharacters(face: Face, text: string): string[] {
  const missing = new Set<string>()
  printable(face, text, missing)
  return [...missing]
}

/**
 * The text as it is drawn: line breaks become spaces, letters take their accents into one glyph where
 * Unicode has it, and what no font can draw is written as its code point, [U+1F600], and added to
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
