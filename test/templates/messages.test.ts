/** The catalogue of messages: each language in its script and with its marks, and nothing in it unused. */
import { describe, expect, it } from 'vitest'
import { en } from '../../templates/messages/en.ts'
import { filesOf, isCode, textOf } from '../house/tree.ts'
import { literalsOf } from './literals.ts'
import { simplifiedOnly, traditionalOnly } from './one-script.ts'

const files = filesOf('templates/messages').filter(isCode)

/** The texts of a language, each with its file. Keys that hold English are none: they have no Chinese. */
function textsOf(language: 'zh-Hans' | 'zh-Hant'): { path: string; text: string }[] {
  return files
    .filter((path) => path.startsWith(`templates/messages/${language}/`))
    .flatMap((path) => literalsOf(textOf(path)).map((text) => ({ path, text })))
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
}

const chinese = [
  {
    language: 'zh-Hans',
    foreign: new Set(traditionalOnly),
    quotes: /[「」『』]/u,
  },
  {
    language: 'zh-Hant',
    foreign: new Set(simplifiedOnly),
    quotes: /[“”‘’]/u,
  },
] as const

describe.each(chinese)('the texts in $language', ({ language, foreign, quotes }) => {
  const texts = textsOf(language)
  const told = ({ path, text }: { path: string; text: string }, what: string) =>
    `${path.slice('templates/messages/'.length)}: ${what} in ${text}`

  it('are many', () => expect(texts.length).toBeGreaterThan(500))

  it('hold no character of the other script', () => {
    const found = texts.flatMap((one) => {
      const strange = [...one.text].filter((character) => foreign.has(character))
      return strange.length > 0 ? [told(one, strange.join(''))] : []
    })
    expect(found).toEqual([])
  })

  it('have Chinese marks between Chinese words, and the quotation marks of their script', () => {
    const misuse = [
      /\p{Script=Han}\s*[,;!?](?!\w)/u,
      /\p{Script=Han}[.:](?:\s|\p{Script=Han}|$)/u,
      /[,;!?]\s*\p{Script=Han}/u,
      /\p{Script=Han}\(|\)\p{Script=Han}|\(\p{Script=Han}/u,
      /\p{Script=Han}["']|["']\p{Script=Han}/u,
      /\.\.\./u,
      quotes,
    ]
    const found = texts.flatMap((one) => {
      const wrong = misuse.find((pattern) => pattern.test(one.text))
      return wrong ? [told(one, `${wrong.exec(one.text)?.[0]}`)] : []
    })
    expect(found).toEqual([])
  })
})

/** Groups whose messages are looked up by a code, so that no source names each. */
const byCode: readonly string[] = [
  'refusals',
  'problems',
  'faults',
  'method',
  'source',
  'restriction',
  'shell.role',
  'permissions.what',
  'casework.check_name_known',
  'casework.workflow_name_known',
  'casework.standard_known',
]

/** The paths of all messages, `payouts.title`; of words, those of the enumerations: `words.form`. */
function pathsOf(group: object, above = ''): string[] {
  return Object.entries(group).flatMap(([key, one]) => {
    const path = above + key
    if (byCode.includes(path)) return []
    if (above === 'words.') return [path]
    return typeof one === 'object' && one !== null ? pathsOf(one, `${path}.`) : [path]
  })
}

/** What in the sources may use a message. */
function usesIn(texts: readonly string[]) {
  const all = (pattern: RegExp) =>
    new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found]) => found!)))
  const names = all(/\.(\w+)/g)
  const enumerations = all(/\bwords\.(\w+)/g)
  // A group looked up by a code: `t.shell[place]`, whose codes stand somewhere as a text or a key.
  const groups = all(/\bt\.(\w+)\[/g)
  const codes = all(/(?:^|[{,'(\s])(\w+)(?=:|')/g)
  // A group of a group looked up by a code, and names that a code completes: `${state}_lead`.
  const within = all(/\bt\.(\w+\.\w+)\[/g)
  const beginnings = [...all(/`(\w+_)\$\{/g)]
  const ends = [...all(/`\$\{[^}`]*\}(_\w+)`/g)]
  return (path: string) => {
    const parts = path.split('.')
    const [group, key] = [parts[0]!, parts.at(-1)!]
    if (group === 'words') return enumerations.has(key)
    if (names.has(key) || within.has(parts.slice(0, 2).join('.'))) return true
    if (groups.has(group) && codes.has(key)) return true
    return beginnings.some((one) => key.startsWith(one)) || ends.some((one) => key.endsWith(one))
  }
}

describe('the messages', () => {
  it('are all used', () => {
    const users = filesOf('src', 'templates')
      .filter(isCode)
      // The words of an enumeration may be those that papers use; refusals use the words of codes.
      .filter(
        (path) =>
          !/^templates\/messages\/(?:zh-Hans\/(?!refusals\/)|zh-Hant|en\/(?!words\.|refusals\.))/.test(
            path,
          ),
      )
    const used = usesIn(users.map(textOf))
    expect(pathsOf(en).filter((path) => !used(path))).toEqual([])
  })
})
