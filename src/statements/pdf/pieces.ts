/**
 * What stays on one line and in one font: a wide character with the punctuation that must not begin or end
 * a line (GB/T 15834 section 5; Unicode UAX 14 classes CL and OP), a word, a space, a code point form.
 */

const WIDE = '\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef\\u{1f000}-\\u{3fffd}'
const CLOSING = '，。、；：！？）》」』】〕〗〉”’…—%,.;:!?)\\]}'
const OPENING = '（《「『【〔〖〈“‘(\\[{'

const PIECES = new RegExp(
  `\\[U\\+[0-9A-F]+\\]|\\s+|[${OPENING}]*(?:[${WIDE}]|[^\\s${WIDE}]+)[${CLOSING}]*`,
  'gu',
)
const BEGINS_WIDE = new RegExp(`^[${WIDE}]`, 'u')

/** The pieces of a text, in order; together they are the text. */
export function piecesOf(text: string): readonly string[] {
  return text.match(PIECES) ?? []
}

/** Whether a text begins with a character of a square, as Chinese does. */
export function beginsWide(text: string): boolean {
  return BEGINS_WIDE.test(text)
}
