/** Bytes of a file as text: the size, the encoding and the characters that a reader may meet. */
import { refusal } from '../kit/refusal.ts'

/** Enough of an offending line to find it again, and short enough for a terminal. */
const SHOWN_LENGTH = 80

export const fileTooLarge = refusal(
  'file.too_large',
  413,
  (v: { what: string; bytes: number; limit: number }) =>
    `The ${v.what} is ${v.bytes} bytes long; at most ${v.limit} are read.`,
  'Split it, for instance by year, and import the parts in order.',
)

export const fileNotUtf8 = refusal(
  'file.not_utf8',
  422,
  (v: { what: string; offset: number; line: number }) =>
    `The ${v.what} is not UTF-8 text: byte ${v.offset} (line ${v.line}) begins no character.`,
  'Save it as UTF-8 and import it again; the offset counts from 0.',
)

/**
 * UTF-8 bytes as text, without a byte order mark. Refuses `file.too_large` above `limit` bytes, and
 * `file.not_utf8` with the offset of the first byte that belongs to no character (a UTF-16 file is
 * refused at its byte order mark). Nothing is replaced: a name with a lost letter would stay lost.
 */
export function decodeText(bytes: Uint8Array, of: { what: string; limit: number }): string {
  const { what, limit } = of
  if (bytes.length > limit) throw fileTooLarge({ what, bytes: bytes.length, limit })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const offset = firstNotUtf8(bytes)
    throw fileNotUtf8({ what, offset, line: lineAt(bytes, offset) })
  }
}

/**
 * The lines of a text with their numbers from 1, without their ends (LF or CRLF). They come one at
 * a time, so a file of line ends alone does not become an array of millions.
 */
export function* linesOf(text: string): Generator<{ line: number; content: string }> {
  // decodeText takes the mark of a file; a text that came another way may still carry it.
  let from = text.startsWith('\uFEFF') ? 1 : 0
  for (let line = 1; from < text.length; line += 1) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    const content = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end)
    yield { line, content }
    from = end + 1
  }
}

/**
 * An offending text as it may be shown: shortened, and with control and invisible characters
 * written out, so that a file cannot speak to the terminal that reports it.
 */
export function shown(text: string): string {
  const short = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\t' ? ' ' : `<U+${codeOf(character)}>`,
  )
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1
  return line
}

/** The offset of the first byte that begins no well-formed sequence (Unicode table 3-7), or -1. */
function firstNotUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const second = bytes[at + 1] ?? 0
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return continues(bytes, at + 2) ? 3 : 0
  if (lead >= 0xf0 && lead <= 0xf4) {
    return continues(bytes, at + 2) && continues(bytes, at + 3) ? 4 : 0
  }
  return 0
}

function continues(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80
}
