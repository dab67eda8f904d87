/**
 * The words that a name is found by, and what a search asks of them. One text of words a party stands in a
 * full-text index; each kind of word begins with a sign of its own, so that they are not mistaken for
 * each other:
 *
 *     张晓明   →   @person 张 晓 明 . =zhang =xiao =ming = -z -x -m -
 *
 * Characters stand singly, so a name of two, one of them or a middle part is a phrase of words; letters and
 * figures of other scripts stand in words as written, a number that somebody has elsewhere behind a `#`. `.`, `=` and `-` alone keep apart what does not follow
 * on: another name, another way to read it.
 */
import { folded } from './fold.ts'
import type { WordsAsked } from './index-words.ts'
import type { PartyKind } from './parties.ts'
import { readingsOfName } from './readings.ts'
import { type Piece, waysToRead } from './syllables.ts'

/** One character is one word in these scripts, in planes 2 and 3 and where older systems put rare names. */
const single =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{Co}\p{So}\u{20000}-\u{3fffd}]/u
const inWord = /[\p{L}\p{M}\p{N}]/u

interface Run {
  readonly characters: readonly string[]
  readonly single: boolean
}

/** A text's runs of single characters and its words; spaces and signs end a word, and no run of characters. */
function runsOf(text: string): Run[] {
  const runs: { characters: string[]; single: boolean; open: boolean }[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const alone = single.test(character)
    if (!alone && !inWord.test(character)) {
      if (last && !last.single) last.open = false
    } else if (last?.open && last.single === alone) last.characters.push(character)
    else runs.push({ characters: [character], single: alone, open: true })
  }
  return runs
}

/** The words of a name as it is written, folded; a space between. */
function writtenWords(name: string): string {
  return runsOf(folded(name))
    .map(({ characters, single }) => characters.join(single ? ' ' : ''))
    .join(' ')
}

/** What a number is compared by: its letters and figures; null when it has none. */
export function numberKey(number: string): string | null {
  const signs = folded(number).replace(/[^\p{L}\p{N}]/gu, '')
  return signs === '' ? null : `#${signs}`
}

/** What a name is compared by, whatever the forms of its characters; null for one of signs alone. */
export function nameKey(name: string): string | null {
  const words = writtenWords(name)
  return words === '' ? null : `=${words}`
}

/** The words that a party with these names and numbers is found by, as they stand in the index. */
export function wordsOf(
  kind: PartyKind,
  names: readonly string[],
  numbers: readonly string[] = [],
): string {
  const written = names.flatMap((name) => [writtenWords(name), '.'])
  const ways = names.flatMap((name) =>
    runsOf(name)
      .filter((run) => run.single)
      .flatMap(({ characters }) => readingsOfName(characters)),
  )
  const sounds = new Set(ways.map((way) => way.map((one) => `=${one}`).join(' ')))
  const initials = new Set(ways.map((way) => way.map((one) => `-${one.slice(0, 1)}`).join(' ')))
  const heard = [...sounds].flatMap((one) => [one, '='])
  const shown = numbers.flatMap((number) => numberKey(number) ?? [])
  const begun = [...initials].flatMap((one) => [one, '-'])
  return [`@${kind}`, ...shown, ...written, ...heard, ...begun].join(' ')
}

interface Condition {
  readonly match: string
  readonly pattern: RegExp
  /** Whether the expression alone says all. */
  readonly exact: boolean
}

/** More words in one search than anyone types. */
const mostTerms = 8

/**
 * What a text asks of the index: that each of its words is found, as it is written, as the beginning of a
 * word, as a number, or as the sound of a name. Null when it holds nothing to look for.
 */
export function queryOf(text: string): WordsAsked | null {
  const runs = runsOf(folded(text)).slice(0, mostTerms)
  if (runs.length === 0) return null
  const terms = runs.map(conditionsOf)
  return {
    match: terms.map((ways) => `(${ways.map((way) => way.match).join(' OR ')})`).join(' AND '),
    exact: terms.every((ways) => ways.every((way) => way.exact)),
    holds: (words) => terms.every((ways) => ways.some(({ pattern }) => pattern.test(words))),
  }
}

function conditionsOf({ characters, single: alone }: Run): Condition[] {
  // Letters, figures and symbols: nothing in them means anything to an expression.
  const written = characters.join(alone ? ' ' : '')
  if (alone) return [{ match: phrase([written]), pattern: wordsLike(written), exact: true }]
  const beginning = { match: `${phrase([written])} *`, pattern: wordsLike(`${written}\\S*`) }
  const number = { match: phrase([`#${written}`]), pattern: wordsLike(`#${written}`), exact: true }
  return [{ ...beginning, exact: true }, number, ...waysToRead(written).map(soundCondition)]
}

/** Sounds that follow each other. What mixes syllables with initials is looked over when it is found. */
function soundCondition(way: readonly Piece[]): Condition {
  const pattern = wordsLike(
    way.map(({ letters, whole }) => `=${letters}${whole ? '' : '\\S*'}`).join(' '),
  )
  const inner = way.slice(0, -1)
  if (inner.every(({ whole }) => whole)) {
    const last = way.at(-1)!
    // One letter alone is an initial, which has a word of its own.
    if (inner.length === 0 && !last.whole && last.letters.length === 1) return initialsOnly(way)
    const match = phrase(way.map(({ letters }) => `=${letters}`))
    const open = wordsLike(`${way.map(({ letters }) => `=${letters}`).join(' ')}\\S*`)
    return { match: `${match} *`, pattern: open, exact: true }
  }
  if (way.every(({ letters, whole }) => !whole && letters.length === 1)) return initialsOnly(way)
  const whole = way.filter((piece) => piece.whole).map(({ letters }) => phrase([`=${letters}`]))
  const { match } = initialsOnly(way)
  return { match: `(${[match, ...whole].join(' AND ')})`, pattern, exact: false }
}

function initialsOnly(way: readonly Piece[]): Condition {
  const words = way.map(({ letters }) => `-${letters.slice(0, 1)}`)
  return { match: phrase(words), pattern: wordsLike(words.join(' ')), exact: true }
}

/** Whole words that follow each other. */
function wordsLike(pattern: string): RegExp {
  return new RegExp(`(?:^| )${pattern}(?: |$)`, 'u')
}

/** A phrase as FTS5 writes it. */
function phrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

/** The same of parties of these kinds alone. */
export function ofKinds(asked: WordsAsked, kinds: readonly PartyKind[]): WordsAsked {
  const words = kinds.map((kind) => `@${kind}`)
  const kind = `(${words.map((word) => phrase([word])).join(' OR ')})`
  return {
    match: `(${asked.match}) AND ${kind}`,
    exact: asked.exact,
    holds: (given) => words.includes(given.slice(0, given.indexOf(' '))) && asked.holds(given),
  }
}
