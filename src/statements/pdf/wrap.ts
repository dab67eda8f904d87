/**
 * Line breaking for printed papers: between words, and between any two Chinese characters save where a
 * line would begin or end with the wrong punctuation (GB/T 15834 section 5; Unicode UAX 14 classes CL and
 * OP). Our own, because pdfkit's wrapper goes by words only and decides about pages by itself.
 */

import type { Face } from './font.ts'

const WIDE = '\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef\\u{1f000}-\\u{3fffd}'
const CLOSING = '，。、；：！？）》」』】〕〗〉”’…—%,.;:!?)\\]}'
const OPENING = '（《「『【〔〖〈“‘(\\[{'

/** What stays on one line: a code point form, a wide character with its punctuation, a word, a space. */
const PIECES = new RegExp(
  `\\[U\\+[0-9A-F]+\\]|\\s+|[${OPENING}]*[${WIDE}][${CLOSING}]*|[^\\s${WIDE}]+`,
  'gu',
)

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
  for (const piece of piecesOf(face, text, { size, width })) {
    if (lines.length > most) break
    const wide = face.widthOf(piece, size)
    if (used + wide > width && line !== '' && piece.trim() !== '') flush()
    if (line === '' && piece.trim() === '') continue
    line += piece
    used += wide
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

function piecesOf(
  face: Face,
  text: string,
  { size, width }: { size: number; width: number },
): string[] {
  const pieces = text.match(PIECES) ?? []
  return pieces.flatMap((piece) =>
    face.widthOf(piece, size) <= width || piece.trim() === '' ? [piece] : Array.from(piece),
  )
}

function shortened(
  face: Face,
  text: string,
  { size, width }: { size: number; width: number },
): string {
  const characters = Array.from(text)
  const latin = /^[\u0020-\u024f]/.test(text)
  const ellipsis = latin ? LATIN_ELLIPSIS : CHINESE_ELLIPSIS
  const room = width - face.widthOf(ellipsis, size)
  let used = 0
  let kept = 0
  for (const character of characters) {
    used += face.widthOf(character, size)
    if (used > room) break
    kept += 1
  }
  return characters.slice(0, kept).join('').trimEnd() + ellipsis
}
