/**
 * Line breaking for printed papers: between words, and between any two Chinese characters save where a
 * line would begin or end with the wrong punctuation. Our own, because pdfkit's wrapper goes by words only
 * and decides about pages by itself.
 */

import type { Face } from './font.ts'
import { beginsWide, piecesOf } from './pieces.ts'

// Chinese fonts draw the ellipsis in the middle of the line and a square wide.
const CHINESE_ELLIPSIS = '…'
const LATIN_ELLIPSIS = '...'

/**
 * Breaks a text into lines no wider than `width` points, at most `most` of them; when the text is longer
 * the last line ends in an ellipsis. A word wider than the line is cut.
 */
export function wrap(
  face: Face,
  text: string,
  { size, width, most }: { size: number; width: number; most: number },
): string[] {
  if (face.widthOf(text, size) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const piece of piecesOf(text)) {
    if (lines.length > most) break
    const wide = face.widthOf(piece, size)
    const blank = piece.trim() === ''
    if (wide <= width || blank) {
      if (used + wide > width && line !== '' && !blank) flush()
      if (line === '' && blank) continue
      line += piece
      used += wide
      continue
    }
    if (line !== '') flush()
    for (const part of cut(face, piece, { size, width })) {
      if (line !== '') flush()
      line = part
      used = face.widthOf(part, size)
    }
  }
  if (line !== '') flush()
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(face, lines[most - 1] as string, { size, width })]
}

/** The text cut to one line of `width` points, with an ellipsis where something is left out. */
export function fitted(
  face: Face,
  text: string,
  { size, width }: { size: number; width: number },
): string {
  return face.widthOf(text, size) <= width ? text : shortened(face, text, { size, width })
}

/** A word wider than the line, cut so that each part fits. Parts are measured whole: fonts go by words. */
function cut(face: Face, word: string, { size, width }: { size: number; width: number }): string[] {
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && face.widthOf(part + character, size) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

/** Without its last characters, as many as make room for the ellipsis. */
function shortened(
  face: Face,
  text: string,
  { size, width }: { size: number; width: number },
): string {
  const characters = Array.from(text)
  const ellipsis = beginsWide(text) ? CHINESE_ELLIPSIS : LATIN_ELLIPSIS
  const withEllipsis = (count: number) => characters.slice(0, count).join('').trimEnd() + ellipsis
  let kept = 0
  for (let used = 0; kept < characters.length && used <= width; kept++) {
    used += face.widthOf(characters[kept] as string, size)
  }
  while (kept > 0 && face.widthOf(withEllipsis(kept), size) > width) kept -= 1
  return withEllipsis(kept)
}
