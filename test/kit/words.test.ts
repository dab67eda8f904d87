import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXPONENT_BY_CODE } from '../../src/kit/currencies.ts'
import { minor, negateMinor, parseAmount } from '../../src/kit/money.ts'
import { amountInWords, parseChineseAmount } from '../../src/kit/words.ts'

// House style, which satisfies both rule sets; the official examples are among them.
const CAPITALS: [text: string, words: string][] = `
  0.01 壹分
  0.05 伍分
  0.50 伍角整
  0.55 伍角伍分
  1.00 壹元整
  1.05 壹元零伍分
  1.50 壹元伍角整
  10.00 壹拾元整
  10.05 壹拾元零伍分
  10.10 壹拾元零壹角整
  11.00 壹拾壹元整
  100.00 壹佰元整
  1409.50 壹仟肆佰零玖元伍角整
  6007.14 陆仟零柒元壹角肆分
  1680.32 壹仟陆佰捌拾元零叁角贰分
  107000.53 壹拾万柒仟元零伍角叁分
  16409.02 壹万陆仟肆佰零玖元零贰分
  325.04 叁佰贰拾伍元零肆分
  1000.50 壹仟元零伍角整
  12000.01 壹万贰仟元零壹分
  10000 壹万元整
  10001 壹万零壹元整
  10100 壹万零壹佰元整
  100000 壹拾万元整
  100100 壹拾万零壹佰元整
  160102.30 壹拾陆万零壹佰零贰元叁角整
  309825 叁拾万玖仟捌佰贰拾伍元整
  1010000 壹佰零壹万元整
  10000000 壹仟万元整
  100000000 壹亿元整
  100000001 壹亿零壹元整
  100001000 壹亿零壹仟元整
  100010000 壹亿零壹万元整
  105000000 壹亿零伍佰万元整
  110000000 壹亿壹仟万元整
  200000000 贰亿元整
  1050000000 壹拾亿伍仟万元整
  1000000000000 壹万亿元整
  1000000000000.01 壹万亿元零壹分
  1000100000000 壹万零壹亿元整
  90071992547409.91 玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' ') as [string, string])

describe('[F1] Chinese capitals', () => {
  test.each(CAPITALS)('%s is %s', (text, words) => {
    const amount = parseAmount(text, 'CNY')
    expect(amountInWords(amount, 'CNY', 'zh-Hans')).toBe(`人民币${words}`)
    expect(parseChineseAmount(words)).toBe(amount)
    expect(amountInWords(negateMinor(amount), 'CNY', 'zh-Hans')).toBe(`人民币负${words}`)
  })

  test('zero is 零元整', () => {
    expect(amountInWords(minor(0), 'CNY', 'zh-Hans')).toBe('人民币零元整')
    expect(amountInWords(minor(0), 'CNY', 'zh-Hant')).toBe('人民幣零圓整')
    expect(parseChineseAmount('零元整')).toBe(0)
  })

  const official = readFileSync(
    join(import.meta.dirname, '../data/rmb-uppercase-official.tsv'),
    'utf8',
  )
    .split('\n')
    .filter((line) => /^[0-9]/.test(line))
    .map((line) => line.split('\t') as [string, string])

  test('all official examples are here', () => {
    expect(official.length).toBe(6)
  })

  test.each(official)('the official example %s is one of %s', (text, alternatives) => {
    // The table gives each example as printed; its notes allow 整 after 角, which our style writes.
    const allowed = alternatives
      .split('|')
      .flatMap((one) => (/角$/.test(one) ? [one, `${one}整`] : one))
    const amount = parseAmount(text, 'CNY')
    expect(allowed).toContain(amountInWords(amount, 'CNY', 'zh-Hans'))
    for (const one of allowed) expect(parseChineseAmount(one)).toBe(amount)
  })

  test.each([
    ['123456789.60', '人民幣壹億貳仟參佰肆拾伍萬陸仟柒佰捌拾玖圓陸角整'],
    ['10.05', '人民幣壹拾圓零伍分'],
    ['2000.00', '人民幣貳仟圓整'],
  ])('%s in traditional script is %s', (text, words) => {
    const amount = parseAmount(text, 'CNY')
    expect(amountInWords(amount, 'CNY', 'zh-Hant')).toBe(words)
    expect(amountInWords(negateMinor(amount), 'CNY', 'zh-Hant')).toBe(words.replace('幣', '幣負'))
    expect(parseChineseAmount(words)).toBe(amount)
  })

  test.each([
    ['壹拾万零柒仟元伍角叁分', 10700053],
    ['壹拾万零柒仟元零伍角叁分', 10700053],
    ['叁拾万零玖仟捌佰贰拾伍元整', 30982500],
    ['壹仟肆佰零玖元伍角', 140950],
    ['壹仟肆佰零玖元伍角正', 140950],
    ['壹仟肆佰零玖圆伍角整', 140950],
    ['參佰貳拾伍圓零肆分', 32504],
    ['叄佰元正', 30000],
    ['人民幣陸萬圓正', 6000000],
    ['负壹佰元整', -10000],
    ['人民币负伍角', -50],
    ['壹拾亿零伍仟万元整', 105000000000],
  ])('%s is read as %i fen', (words, fen) => {
    expect(parseChineseAmount(words)).toBe(fen)
  })

  test.each([
    '',
    '元整',
    '人民币',
    '拾元整',
    '壹元',
    '壹元伍分',
    '壹元伍分整',
    '壹元零伍分正',
    '壹拾元壹角零分',
    '贰亿零元整',
    '壹拾万零元整',
    '零元伍角整',
    '零元零伍分',
    '零伍分',
    '零分',
    '负零元整',
    '壹仟贰佰叁',
    '壹万零贰仟元整',
    '壹仟零零壹元整',
    '壹仟壹元整',
    '壹佰壹仟元整',
    '壹亿亿元整',
    '一百元整',
    '廿元整',
    '100元整',
    '壹 佰元整',
    '人民币 壹佰元整',
    '美元壹佰元整',
    '壹佰元整整',
    '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角贰分',
    '玖仟玖佰玖拾玖万亿元整',
    '万'.repeat(60),
    '壹'.repeat(10_000),
  ])('%s is refused', (words) => {
    expect(() => parseChineseAmount(words)).toThrow(
      expect.objectContaining({ code: 'amount.words_unreadable' }),
    )
  })

  const anyAmount = fc
    .oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -100_000_00, max: 100_000_00 }),
      // Many zeros, where the rules are hard.
      fc
        .array(fc.constantFrom('0', '0', '0', '1', '5'), { minLength: 1, maxLength: 15 })
        .map((digits) => Number(digits.join(''))),
    )
    .map(minor)

  test('what is written reads back as the same amount, in both scripts', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom('zh-Hans', 'zh-Hant'), (amount, language) => {
        const words = amountInWords(amount, 'CNY', language)
        expect(parseChineseAmount(words)).toBe(amount)
        if (amount !== 0)
          expect(words).not.toMatch(/零零|零[元圆圓万萬亿億整]|^.{3}负?[拾佰仟万亿]/u)
      }),
      { numRuns: 3000, examples: [[minor(-1), 'zh-Hans']] },
    )
  })

  test('capitals with a character missing are refused, or are lawful for another amount', () => {
    fc.assert(
      fc.property(anyAmount, fc.nat(), (amount, at) => {
        const words = [...amountInWords(amount, 'CNY', 'zh-Hans').slice(3)]
        if (words.length < 2) return
        words.splice(at % words.length, 1)
        const shortened = words.join('')
        let read: number
        try {
          read = parseChineseAmount(shortened)
        } catch {
          return
        }
        const again = amountInWords(minor(read), 'CNY', 'zh-Hans').slice(3)
        // A character left out may give another lawful amount; never a lax reading of a broken one.
        expect(again.replace(/[零整]/g, '')).toBe(shortened.replace(/[零整]/g, ''))
      }),
    )
  })
})

describe('other currencies in Chinese', () => {
  test.each([
    ['1234.50', 'USD', '壹仟贰佰叁拾肆美元伍拾美分', '壹仟貳佰參拾肆美元伍拾美分'],
    ['1234.00', 'USD', '壹仟贰佰叁拾肆美元整', '壹仟貳佰參拾肆美元整'],
    ['1000.05', 'USD', '壹仟美元零伍美分', '壹仟美元零伍美分'],
    ['0.05', 'EUR', '伍欧分', '伍歐分'],
    ['0.10', 'GBP', '壹拾便士', '壹拾便士'],
    ['2000', 'JPY', '贰仟日元整', '貳仟日圓整'],
    ['1.050', 'KWD', '壹科威特第纳尔零伍拾费尔斯', '壹科威特第納爾零伍拾費爾斯'],
    ['1200.50', 'HKD', '港币壹仟贰佰元零伍角整', '港幣壹仟貳佰圓零伍角整'],
    ['300', 'TWD', '新台币叁佰元整', '新臺幣參佰圓整'],
    ['12.30', 'THB', 'THB壹拾贰点叁零', 'THB壹拾貳點參零'],
    ['20000', 'VUV', 'VUV贰万整', 'VUV貳萬整'],
  ])('%s %s is %s and %s', (text, currency, hans, hant) => {
    const amount = parseAmount(text, currency)
    expect(amountInWords(amount, currency, 'zh-Hans')).toBe(hans)
    expect(amountInWords(amount, currency, 'zh-Hant')).toBe(hant)
  })

  test('zero and negative', () => {
    expect(amountInWords(minor(0), 'USD', 'zh-Hans')).toBe('零美元整')
    expect(amountInWords(minor(-150), 'USD', 'zh-Hans')).toBe('负壹美元伍拾美分')
    expect(amountInWords(minor(-150), 'HKD', 'zh-Hant')).toBe('港幣負壹圓伍角整')
  })
})

test('every current currency can be said in every language', () => {
  for (const currency of EXPONENT_BY_CODE.keys()) {
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      expect(amountInWords(minor(123_456), currency, language)).not.toMatch(/undefined|^$/)
    }
  }
})

test('an unknown currency is refused', () => {
  expect(() => amountInWords(minor(1), 'XAU', 'en')).toThrow(
    expect.objectContaining({ code: 'currency.unknown' }),
  )
})
