/** Tells an interest of a refusal: `sibling of spouse P-000002`, `declared friendship P-000002`. */
import { wordFor } from './telling.ts'

type Words = Readonly<Record<string, string>>

/** An interest in the words of a language: what it is, and in whom. */
export function interestTold(text: string, ties: Words, declared: Words): string {
  const at = text.lastIndexOf(' ')
  const [what, party] = [text.slice(0, at), text.slice(at + 1)]
  if (what.startsWith('declared ')) return `${party} ${wordFor(declared, what.slice(9))}`
  const steps = what.split(' of ').map((step) => wordFor(ties, step))
  return `${party} ${steps.join(' → ')}`
}
