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
  'words',
  'refusals',
  'problems',
  'method',
  'source',
  'restriction',
  'shell.role',
]

/** The paths of all messages: `payouts.title`. */
function pathsOf(group: object, above = ''): string[] {
  return Object.entries(group).flatMap(([key, one]) => {
    const path = above + key
    if (byCode.includes(path)) return []
    return typeof one === 'object' && one !== null ? pathsOf(one, `${path}.`) : [path]
  })
}

/** What in a source may use a message: names after a point, and groups or parts of names that a code completes. */
function namesIn(texts: readonly string[]) {
  const [names, groups, affixes] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const text of texts) {
    for (const [, name] of text.matchAll(/\.(\w+)/g)) names.add(name!)
    for (const [, prefix] of text.matchAll(/`(\w+_)\$\{/g)) affixes.add(prefix!)
    for (const [, suffix] of text.matchAll(/`\$\{[^}`]*\}(_\w+)`/g)) affixes.add(suffix!)
    for (const [, group] of text.matchAll(/\bt\.(\w+\.\w+)\[/g)) groups.add(group!)
    // A place of the navigation: the names that complete the group stand in the same file.
    const [, group] = /\bt\.(\w+)\[/.exec(text) ?? []
    if (!group) continue
    for (const [, key] of text.matchAll(/(?:^|[{,'(\s])(\w+)(?=:|')/g)) names.add(`${group}.${key}`)
  }
  return { names, groups, affixes }
}

describe('the messages', () => {
  it('are all used', () => {
    const users = filesOf('src', 'templates')
      .filter(isCode)
      .filter((path) => !path.startsWith('templates/messages/'))
      .map(textOf)
    // The words of an enumeration may be those that papers use.
    const words = textOf('templates/messages/en/words.ts')
    const { names, groups, affixes } = namesIn([...users, words])
    const unused = pathsOf(en).filter((path) => {
      const parts = path.split('.')
      const key = parts.at(-1)!
      if (names.has(key) || names.has(`${parts[0]}.${key}`)) return false
      return (
        !groups.has(parts.slice(0, 2).join('.')) &&
        ![...affixes].some((one) => key.startsWith(one) || key.endsWith(one))
      )
    })
    expect(unused).toEqual([])
  })
})
