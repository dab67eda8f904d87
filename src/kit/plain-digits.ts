/**
 * Numbers of cards, codes and accounts as people type them: in full-width characters, in small letters,
 * with spaces between groups or pasted with characters that nobody sees.
 */
import { maskTail } from './mask.ts'

/** Longer texts are no number of any kind; what stands behind is not even looked at. */
const longest = 100

/** Spaces of every width, and what is not seen at all (joiners, marks of direction). */
const unseen = /[\p{Z}\p{Cc}\p{Cf}]+/gu

/**
 * A typed number in narrow capitals without spaces (Unicode NFKC, then upper case). A text that is longer
 * than any number is cut behind its hundredth character, which leaves it too long all the same.
 */
export function plainNumber(typed: string): string {
  return typed.slice(0, longest).normalize('NFKC').replace(unseen, '').toUpperCase()
}

/** A typed number as a refusal may quote it: its last four characters at most, never the whole. */
export function maskedNumber(typed: string): string {
  return maskTail(plainNumber(typed).replace(/[^\p{L}\p{N}]/gu, '?'), 4)
}
