/**
 * How names sound: the pinyin of each character, without tones. A character has every reading that it may
 * have, and at the head of a name also that of the surname: 单 is found as shan, dan and chan.
 */
import { pinyin } from 'pinyin-pro'
import { simplifiedForm } from './fold.ts'

/** Longer names, as organisations have, take every other reading by itself and not with each other. */
const longestCombined = 4
/** Seven readings of two characters each would be 49; nobody looks for the last of them. */
const mostCombined = 24

const syllable = /^[a-z]+$/
const known = new Map<string, readonly string[]>()

/** The readings of one character, the usual one first; none for what is no Chinese character. */
function readingsOf(character: string): readonly string[] {
  let found = known.get(character)
  if (found === undefined) {
    const all = [character, simplifiedForm(character)].flatMap((form) =>
      pinyin(form, { toneType: 'none', type: 'array', multiple: true, v: true }),
    )
    found = [...new Set(all.filter((one) => syllable.test(one)).flatMap(spellings))]
    known.set(character, found)
  }
  return found
}

/** `lü` is typed as lv, lu, and on passports lyu. */
function spellings(reading: string): string[] {
  const vowel = /^([ln])v(e?)$/.exec(reading)
  if (!vowel) return [reading]
  const [, head, tail] = vowel
  return [reading, `${head}yu${tail}`, `${head}u${tail}`]
}

/**
 * The ways in which Chinese characters that stand together are read, a list of syllables each: the likely one
 * first, a surname's own reading within it. Names of up to four characters have every combination, up to
 * a number; longer ones each further reading once. A character without a reading has the empty text.
 */
export function readingsOfName(characters: readonly string[]): string[][] {
  const name = characters.map(simplifiedForm)
  const likely = pinyin(name.join(''), {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    v: true,
  })
  const sounds = characters.map((character, place) => {
    const spoken = likely.length === characters.length ? (likely[place] ?? '') : ''
    const all = [...(syllable.test(spoken) ? spellings(spoken) : []), ...readingsOf(character)]
    return all.length === 0 ? [''] : [...new Set(all)]
  })
  return characters.length <= longestCombined ? combined(sounds) : oneByOne(sounds)
}

function combined(sounds: readonly (readonly string[])[]): string[][] {
  let made: string[][] = [[]]
  for (const readings of sounds) {
    const longer = readings.flatMap((reading) => made.map((head) => [...head, reading]))
    made = longer.slice(0, mostCombined)
  }
  return made
}

function oneByOne(sounds: readonly (readonly string[])[]): string[][] {
  const likely = sounds.map(([first = '']) => first)
  const others = sounds.flatMap(([, ...further], place) =>
    further.map((reading) => likely.with(place, reading)),
  )
  return [likely, ...others]
}
