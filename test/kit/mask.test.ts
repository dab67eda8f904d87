import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskName, maskTail } from '../../src/kit/mask.ts'

describe('[A7] names in notices', () => {
  test.each([
    ['张伟', '张*'],
    ['张小明', '张*明'],
    ['张李小明', '张**明'],
    ['欧阳小明', '欧阳**'],
    ['欧阳修', '欧阳*'],
    ['諸葛亮', '諸葛*'],
    ['欧阳', '欧*'],
    ['司马相如', '司马**'],
    ['张', '*'],
    ['张　明', '张*'],
    [' 张 小 明 ', '张*明'],
    ['阿卜杜·热合曼', '阿**·***'],
    ['买买提•艾力', '买**•**'],
    ['阿卜杜・热合曼・吐尔逊', '阿**・***・***'],
    ['·张伟', '张*'],
    ['김민수', '김*수'],
    ['남궁민수', '남**수'],
    ['さくら', 'さ*ら'],
    ['山田 太郎', '山**郎'],
    ['マリア・ロペス', 'マ**・***'],
    ['Maria Lopez', 'M. L.'],
    ['maria de la Cruz', 'm. d. l. C.'],
    ['Madonna', 'M.'],
    ['Élodie O’Brien', 'É. O.'],
    ['E\u0301lodie Roux', 'E\u0301. R.'],
    ['(Bob) Smith', 'B. S.'],
    ['X', '*'],
    ['محمد علي', 'م. ع.'],
    ['משה כהן', 'מ. כ.'],
    ['\u202eMaria\u202c Lopez', 'M. L.'],
    ['👩‍🚀 Ann', '👩‍🚀. A.'],
    ['👩‍🚀', '*'],
    ['Maria 张伟', 'M. 张*'],
    ['स्मिता पाटिल', 'स्मि. पा.'],
    ['', ''],
    [' \u3000 ', ''],
  ])('%j becomes %j', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  // Names that real systems failed on: characters outside the first plane, letters for a character.
  test.each([
    ['童𬱖', '童*'],
    ['梁𬍛', '梁*'],
    ['𤩽明', '𤩽*'],
    ['梁𬍛明', '梁*明'],
    ['张小𬱖', '张*𬱖'],
    ['黄杭là', '黄*l'],
    ['黄杭la', '黄*l'],
    ['黄杭_', '黄*_'],
    ['黄杭口', '黄*口'],
    ['nià永明', 'n*明'],
    ['葛󠄀小明', '葛󠄀*明'],
    ['\u{31350}小明', '\u{31350}*明'],
    ['\ue863小明', '\ue863*明'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  const reported = readFileSync(
    join(import.meta.dirname, '../data/documented-rare-name-cases.tsv'),
    'utf8',
  )
    .split('\n')
    .slice(1)
    .flatMap((line) => (line.split('\t')[0] ?? '').split(' '))
    .filter((character) => /^\p{Script=Han}$/u.test(character))

  test('a reported rare character is hidden in a given name and whole as a surname', () => {
    expect(reported.length).toBe(13)
    for (const character of reported) {
      expect(maskName(`张${character}`)).toBe('张*')
      expect(maskName(`张${character}明`)).toBe('张*明')
      expect(maskName(`${character}小明`)).toBe(`${character}*明`)
    }
  })

  const cut = (text: string) =>
    [...new Intl.Segmenter('und').segment(text)].map((one) => one.segment)

  test('a Chinese name keeps its length and at most three characters in sight', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point))
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 8 }), (characters) => {
        const masked = cut(maskName(characters.join('')))
        expect(masked.length).toBe(characters.length)
        const hidden = masked.filter((one) => one === '*').length
        expect(hidden).toBeGreaterThanOrEqual(Math.max(1, characters.length - 2))
      }),
    )
  })

  test('whatever the name, nothing breaks and no half character comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const masked = maskName(name)
        expect(masked.isWellFormed()).toBe(true)
        if (/\p{L}{2}/u.test(name)) expect(masked).not.toBe(name)
      }),
    )
  })
})

describe('account numbers', () => {
  test.each([
    ['6222021234565341', 4, '····5341'],
    ['6222 0212 3456 5341', 4, '····5341'],
    ['DE89-3704-0044', 4, '····0044'],
    ['12345', 4, '····45'],
    ['1', 4, '····'],
    ['', 4, '····'],
    ['6222021234565341', 0, '····'],
  ])('%j with %i shown is %s', (text, shown, masked) => {
    expect(maskTail(text, shown)).toBe(masked)
  })

  test.each([-1, 0.5, Number.NaN])('%d characters cannot be shown', (shown) => {
    expect(() => maskTail('123456', shown)).toThrow(RangeError)
  })
})
