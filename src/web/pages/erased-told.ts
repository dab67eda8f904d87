/** Says in the reader's language that somebody, or a text, was erased. */
import { erased } from '../../book/details.ts'
import type { Reader } from '../../store/store.ts'

/**
 * An answer in which each name and text that was erased stands as a word of the reader's language. Answers of a book
 * in which nobody was erased are not looked through.
 */
export function erasedTold<T>(reader: Reader, answer: T, word: string): T {
  return reader.first('select 1 as "any" from erased_detail limit 1', [])
    ? (told(answer, word) as T)
    : answer
}

function told(value: unknown, word: string): unknown {
  if (value === erased) return word
  if (Array.isArray(value)) return value.map((one) => told(one, word))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one, word)]))
}
