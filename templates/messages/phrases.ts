/**
 * Phrases that commands, readers of files and zod give in English, told again for people. A key is the English
 * phrase; where it holds values they stand in it as `{name}`, and the value of the key is a function of them.
 */

/** Tells a phrase, as it stands where the table has no words for it. */
export type Tell = (text: string) => string

export type Phrases = Readonly<
  Record<string, string | ((v: Readonly<Record<string, string>>, tell: Tell) => string)>
>

interface Pattern {
  readonly literal: number
  readonly expression: RegExp
  readonly key: string
}

const compiled = new WeakMap<Phrases, readonly Pattern[]>()

/** The keys with values, those that say most themselves first. */
function patternsOf(phrases: Phrases): readonly Pattern[] {
  const known = compiled.get(phrases)
  if (known) return known
  const patterns = Object.keys(phrases)
    .filter((key) => typeof phrases[key] === 'function')
    .map((key) => {
      const source = key
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>.*?)`)
      const literal = key.replace(/\{\w+\}/g, '').length
      return { literal, expression: new RegExp(`^${source}$`, 'su'), key }
    })
    .sort((a, b) => b.literal - a.literal)
  compiled.set(phrases, patterns)
  return patterns
}

/** A phrase in the words of a table, or undefined where it has none. */
export function phraseIn(phrases: Phrases, text: string): string | undefined {
  const exact = Object.hasOwn(phrases, text) ? phrases[text] : undefined
  if (typeof exact === 'string') return exact
  const tell: Tell = (part) => phraseIn(phrases, part) ?? part
  for (const { expression, key } of patternsOf(phrases)) {
    const found = expression.exec(text)
    const say = phrases[key]
    if (found && typeof say === 'function') return say(found.groups ?? {}, tell)
  }
  return undefined
}
