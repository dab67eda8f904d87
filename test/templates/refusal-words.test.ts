/** Refusals, problems of fields and faults of files: each is told in every language. */
import { describe, expect, it } from 'vitest'
import { namedRefusals } from '../../src/kit/refusal.ts'
import { registry } from '../../src/registry.ts'
import { type Messages, messages } from '../../templates/messages/messages.ts'
import { phraseIn } from '../../templates/messages/phrases.ts'
import { faultIn, problemIn } from '../../templates/messages/problems.ts'
import { filesOf, isCode, textOf } from '../house/tree.ts'
import { refusalSamples } from './refusal-samples.ts'

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const chinese = ['zh-Hans', 'zh-Hant'] as const
const source = filesOf('src').filter(isCode)
const samples = refusalSamples()
const commandLine = source
  .filter((path) => path.startsWith('src/cli'))
  .map(textOf)
  .join('\n')

type Say = (values: unknown) => { sentence: string; remedy: string }

function wordsFor(t: Messages, code: string): Say | undefined {
  return (t.refusals as Readonly<Record<string, Say>>)[code]
}

/** Three words of English in a row, or a code of an enumeration: no Chinese reader is told these. */
const english = /[a-z]{2,} [a-z]{2,} [a-z]{2,}|\b[a-z]+_[a-z_]+\b/
/** What a value that is not there leaves in a text. */
const hole = /undefined|NaN|\[object|null/

describe('refusals', () => {
  it('are all found in the source', async () => {
    await Promise.all(
      [...new Set(samples.map(({ path }) => path))].map(
        (path) => import(/* @vite-ignore */ `../../${path}`),
      ),
    )
    const found = samples.map(({ code }) => code).sort()
    // A process that ran other tests before also knows theirs, and those of the command line, which no page tells.
    const elsewhere = (code: string) =>
      code.startsWith('test.') || commandLine.includes(`'${code}'`)
    const named = namedRefusals().map(({ code }) => code)
    expect(named.filter((code) => found.includes(code) || !elsewhere(code))).toEqual(found)
  })

  it.each(chinese)('[look 6] are all told in %s, and nothing that is none', (language) => {
    const told = Object.keys(messages[language].refusals).sort()
    expect(told).toEqual(samples.map(({ code }) => code).sort())
  })

  it.each(languages)(
    '[look 6] say what is wrong and what to do, without holes or codes: %s',
    (language) => {
      const t = messages[language]
      const wrong = samples.flatMap(({ code, values }) => {
        const told = wordsFor(t, code)?.(values)
        if (!told) return []
        const text = `${told.sentence} ${told.remedy}`
        const codes = language === 'en' ? /\b[a-z]+_[a-z_]+\b/ : english
        const whole = told.sentence.trim() !== '' && told.remedy.trim() !== ''
        return whole && !hole.test(text) && !codes.test(text) ? [] : [`${code}: ${text}`]
      })
      expect(wrong).toEqual([])
    },
  )

  it('[look 6] speak to people: where a refusal speaks to programmers, the page has other words', () => {
    const programmers =
      /\bthe headers? [A-Z]|\b(?:GET|POST) \/|\bJWK\b|[Ii]dempotency|the same request|minor unit|\btoken made\b|\bIANA\b|\bISO \d/
    const mute = samples
      .filter(({ code, source: text }) => programmers.test(text) && !wordsFor(messages.en, code))
      .map(({ code }) => code)
    expect(mute).toEqual([])
  })

  it('[look 6] tell codes by their words and amounts and days as the reader writes them', () => {
    const allowed = ['care_grants', 'comfort_visits']
    const values = { fund: 'care', category: 'administration', allowed }
    expect(wordsFor(messages['zh-Hans'], 'fund.category_not_allowed')!(values).sentence).toBe(
      '按照基金 care 的规则，只能用于：困难帮扶、走访慰问；不包括“日常管理费用”。',
    )
    const money = { fund: 'care', amount: '1500.00', available: '20.50', currency: 'TWD' }
    expect(wordsFor(messages['zh-Hant'], 'fund.more_than_available')!(money).sentence).toBe(
      '基金 care 的可用餘額只有 $20.50，不足以支付 $1,500.00。',
    )
    const month = { month: '2026-02', actor: 'user:3' }
    expect(wordsFor(messages.en, 'period.second_person')!(month).sentence).toBe(
      'You asked for February 2026 to be reopened, so you may not decide on it.',
    )
  })
})

/** What is typed into fields, and what only a broken page sends. */
const junk: readonly unknown[] = [
  undefined,
  null,
  '',
  '   ',
  'x'.repeat(5000),
  7,
  -1,
  1.5,
  1e300,
  true,
  [],
  [''],
  {},
  { zz: 1 },
  'A B!',
  '2026-02-31',
  '2026-2',
  '\u0007',
  '\ud800',
  { kind: 'person', name: '' },
  Array(1200).fill('a'),
  ['care', 'care'],
]

describe('problems of fields', () => {
  const commands = [...registry.commands, ...registry.pageCommands, ...registry.queries]
  const given = new Set<string>()
  for (const { input } of commands) {
    const shape: object = 'shape' in input ? (input.shape as object) : {}
    const tries = [
      7,
      ...Object.keys(shape).flatMap((field) => junk.map((one) => ({ [field]: one, zz: 1 }))),
    ]
    for (const one of tries) {
      for (const { message } of input.safeParse(one).error?.issues ?? []) given.add(message)
    }
  }

  it('are many', () => expect(given.size).toBeGreaterThan(40))

  it.each(languages)('are all told in %s', (language) => {
    const t = messages[language]
    const untold = [...given].filter((problem) => phraseIn(t.problems, problem) === undefined)
    expect(untold).toEqual([])
    const unfinished = [...given]
      .map((problem) => problemIn(t, problem))
      .filter((text) => !/[.。]$/.test(text))
    expect(unfinished).toEqual([])
  })

  it('keep their values', () => {
    const far = 'write at most 500 characters'
    expect(problemIn(messages.en, far)).toBe('Use at most 500 characters.')
    expect(problemIn(messages['zh-Hans'], far)).toBe('最多 500 个字符。')
    expect(problemIn(messages['zh-Hant'], 'Unrecognized key: "colour"')).toBe(
      '表單中有多餘的欄位："colour"。請重新開啟表單。',
    )
    expect(problemIn(messages['zh-Hant'], 'no words for this')).toBe('no words for this')
  })
})

describe('faults of files and keys', () => {
  // What stands beside these words in the source is a part of a sentence that a page tells.
  const phrase = /(?<!valid: false, )\b(?:why|fault|found|sentence|what): (?:'([^']+)'|`([^`]+)`)/g
  const among = /^src\/(?:exchange|web|store|funds|statements\/signer|verification\/file-seal)/
  const said = source
    .filter((path) => among.test(path))
    .flatMap((path) =>
      [...textOf(path).matchAll(phrase)].map(([, plain, filled]) => plain ?? filled!),
    )
    .filter((text) => text.includes(' ') && !text.startsWith('${'))
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, 'X1'))

  it.each(chinese)('are told in %s', (language) => {
    const told = (text: string) => faultIn(messages[language], text)
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((text) => english.test(told(text)))).toEqual([])
    expect(told('accounts.0.match: write a name')).toMatch(/^accounts\.0\.match：\S+[^。]$/u)
  })

  it('are told in English as they are', () => {
    expect(faultIn(messages.en, 'The transaction has no postings.')).toBe(
      'The transaction has no postings.',
    )
  })
})
