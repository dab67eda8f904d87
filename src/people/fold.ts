/**
 * Texts as they are compared when somebody is looked for. A name is kept as it is written; only what it is
 * found by is folded: traditional, simplified and variant forms of a character are one, letters have
 * neither case nor accents nor width.
 *
 * The pairs of characters are OpenCC's (Apache-2.0), its single characters alone: 90 kB, read in 20 ms at
 * the first use. Its phrases are left out: they choose between readings, and finding wants them all.
 */
import hongKong from 'opencc-js/dict/HKVariants'
import japanese from 'opencc-js/dict/JPShinjitaiCharacters'
import toTraditional from 'opencc-js/dict/STCharacters'
import toSimplified from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariants'

/** Forms met in names and account books that OpenCC keeps apart, since they are different words or rare. */
const furtherForms =
  '账 帐|户 戸|高 髙|崎 﨑|吴 呉|村 邨|哲 喆|坤 堃|升 昇 陞|宁 甯|浚 濬|佩 珮|昆 崐|晰 晳|丰 豐|游 遊|凌 淩|吉 𠮷'

const tables = [toSimplified, toTraditional, taiwan, hongKong, japanese]

let forms: ReadonlyMap<string, string> | undefined
let simplified: ReadonlyMap<string, string> | undefined

/** Each group of forms by one of them: what is joined to one of a group is joined to all. */
function joinedForms(): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  const topOf = (character: string): string => {
    let top = character
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next
    return top
  }
  for (const entry of [...tables, furtherForms].join('|').split('|')) {
    const [first = '', ...others] = entry.split(' ').filter((form) => [...form].length === 1)
    for (const other of others) {
      const [one, another] = [topOf(first), topOf(other)]
      if (one !== another) above.set(one, another)
    }
  }
  return new Map([...above.keys()].map((character) => [character, topOf(character)]))
}

/** A character's simplified form, for dictionaries that know no other; itself where it has none. */
export function simplifiedForm(character: string): string {
  simplified ??= new Map(
    toSimplified.split('|').map((entry) => entry.split(' ', 2) as [string, string]),
  )
  return simplified.get(character) ?? character
}

/** Letters that Unicode does not take apart into one of A to Z and an accent. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are part of their words. */
const accents = /[\u0300-\u036f]/g
const wholeLetters = /[ßæœøłđðþı]/g

/** A text as it is compared: each of its characters in one form, letters small and without accents. */
export function folded(text: string): string {
  forms ??= joinedForms()
  const plain = text.normalize('NFKD').replace(accents, '').normalize('NFC').toLowerCase()
  let made = ''
  for (const character of plain.replace(wholeLetters, (letter) => whole[letter]!)) {
    made += forms.get(character) ?? character
  }
  return made
}
