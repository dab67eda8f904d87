import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingCharacters, printable } from '../../src/statements/pdf/font.ts'
import { paginate, type TableMeasures } from '../../src/statements/pdf/paginate.ts'
import { wrap } from '../../src/statements/pdf/wrap.ts'
import { dayInTable, dayInText, serialRanges } from '../../src/statements/wording.ts'
import { messages } from '../../templates/messages/messages.ts'
import { paperFaces } from './paper.ts'

const face = paperFaces().regular

describe('[S5] rows on pages', () => {
  const measures = fc.record({
    heights: fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 300 }),
    first: fc.integer({ min: -50, max: 600 }),
    other: fc.constant(740),
    heading: fc.constant(13),
    brought: fc.constant(13),
    carried: fc.constant(26),
    tail: fc.integer({ min: 150, max: 300 }).map((single) => ({ single, many: single + 13 })),
  })

  test('every row stands once, in order, on a page that holds it', () => {
    fc.assert(
      fc.property(measures, (given: TableMeasures) => {
        const pages = paginate(given)
        let next = 0
        pages.forEach(({ from, to }, place) => {
          expect(from).toBe(next)
          next = to
          const last = place === pages.length - 1
          const room = place === 0 ? given.first : given.other
          const rows = given.heights.slice(from, to).reduce((sum, height) => sum + height, 0)
          const end = last ? (from > 0 ? given.tail.many : given.tail.single) : given.carried
          const used = given.heading + given.brought + rows + end
          if (to > from) expect(used).toBeLessThanOrEqual(room)
        })
        expect(next).toBe(given.heights.length)
        const { from, to } = pages.at(-1)!
        expect(to - from).toBeGreaterThanOrEqual(Math.min(2, given.heights.length))
      }),
    )
  })
})

describe('[S10] lines of text', () => {
  test('no line is wider than its box, and nothing is lost but spaces', () => {
    const texts = fc.stringMatching(/^([a-zčłΩж 王李，。（）“”0-9-]|\u0301){0,80}$/)
    fc.assert(
      fc.property(texts, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap(face, text, { size: 8, width, most: 1000 })
        for (const line of lines) expect(face.widthOf(line, 8)).toBeLessThanOrEqual(width + 1e-9)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })

  test('a text too long for its lines ends in an ellipsis and keeps its width', () => {
    for (const text of ['王'.repeat(500), 'long word '.repeat(80), 'W'.repeat(400)]) {
      const lines = wrap(face, text, { size: 8, width: 100, most: 3 })
      expect(lines).toHaveLength(3)
      expect(lines[2]).toMatch(/(…|\.\.\.)$/)
      for (const line of lines) expect(face.widthOf(line, 8)).toBeLessThanOrEqual(100)
    }
  })

  test('a line begins with no closing mark and ends with no opening one', () => {
    const lines = wrap(face, '用于帮扶会员（因病、因灾），及其家庭。'.repeat(4), {
      size: 8,
      width: 76,
      most: 100,
    })
    for (const line of lines) expect(line).not.toMatch(/^[，。、）]|（$/)
  })
})

describe('[S2] characters that the Chinese font lacks', () => {
  test.each([
    { text: '张三 O’Brien 12,345.00', runs: ['0 张三 O’Brien 12,345.00'] },
    { text: 'Ján Kováč', runs: ['0 Ján ', '1 Kováč'] },
    { text: 'Kováč Kovář', runs: ['1 Kováč', '0  ', '1 Kovář'] },
    { text: '“Żak-O’Brien” 12', runs: ['1 “Żak-O’Brien”', '0  12'] },
    { text: '张三（Kováč）李四', runs: ['0 张三（', '1 Kováč', '0 ）李四'] },
    { text: 'Ελένη Иван', runs: ['1 Ελένη', '0  Иван'] },
    { text: 'Kováč王', runs: ['1 Kováč', '0 王'] },
    { text: 'č㎏č', runs: ['1 č', '0 ㎏', '1 č'] },
    { text: 'Olúṣẹ\u0301gun', runs: ['1 Olúṣẹ\u0301gun'] },
    { text: '[U+1F600]Kováč', runs: ['0 [U+1F600]', '1 Kováč'] },
  ])('$text is set in $runs', ({ text, runs }) => {
    expect(face.runsOf(text).map((run) => `${run.font} ${run.text}`)).toEqual(runs)
  })

  test.each([
    { text: 'Łukasz Đorđević Nguyễn Thị Ελένη Ґалаґан', drawn: undefined, missing: [] },
    // Noto Sans has these glyphs, but side by side they would be another word.
    { text: 'हि', drawn: '[U+0939][U+093F]', missing: ['ह', 'ि'] },
    { text: '王小明 O’Brien José', drawn: '王小明 O’Brien José', missing: [] },
    { text: 'Jose\u0301', drawn: 'José', missing: [] },
    { text: '😀', drawn: '[U+1F600]', missing: ['😀'] },
    { text: 'محم', drawn: '[U+0645][U+062D][U+0645]', missing: ['م', 'ح'] },
    { text: 'a\u202eb\u200dc', drawn: 'a[U+202E]b[U+200D]c', missing: ['\u202e', '\u200d'] },
    { text: 'two\r\nlines\tand a tab', drawn: 'two lines and a tab', missing: [] },
    { text: '\u{2CC56}', drawn: '\u{2CC56}', missing: [] },
    { text: '葛\u{E0100}', drawn: '葛[U+E0100]', missing: ['\u{E0100}'] },
    { text: '\uF900\u0301', drawn: '\uF900\u0301', missing: [] },
    { text: '\ud800', drawn: '[U+D800]', missing: ['\ud800'] },
  ])('$text is drawn $drawn', ({ text, drawn, missing }) => {
    expect(printable(face, text, new Set())).toBe(drawn ?? text)
    expect(missingCharacters(face, text)).toEqual(missing)
  })

  test('no message of a paper has one, in any language', () => {
    const texts: string[] = []
    const v = new Proxy({}, { get: () => 1 }) as never
    const walk = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value)
      else if (typeof value === 'function') texts.push(String(value(v)))
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    for (const { statement, receipt, method, source, restriction } of Object.values(messages)) {
      walk({ statement, receipt, method, source, restriction })
    }
    expect(texts.length).toBeGreaterThan(250)
    expect(missingCharacters(face, texts.join(''))).toEqual([])
  })
})

test('[S10] days and serial numbers as the reader writes them', () => {
  expect(dayInText('2024-03-05', 'en')).toBe('5 Mar 2024')
  expect(dayInText('2024-03-05', 'zh-Hans')).toBe('2024年3月5日')
  expect(dayInTable('2024-03-05', 'zh-Hant')).toBe('2024-03-05')
  const more = (count: number) => `+${count}`
  expect(serialRanges([5, 3, 4, 9, 12, 13], 'en', more)).toBe('3–5, 9, 12–13')
  expect(serialRanges([3, 4, 9], 'zh-Hans', more)).toBe('3–4、9')
  expect(serialRanges([], 'en', more)).toBe('')
  const odd = Array.from({ length: 20 }, (_, place) => 2 * place + 1)
  expect(serialRanges(odd, 'en', more)).toBe('1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 +8')
})
