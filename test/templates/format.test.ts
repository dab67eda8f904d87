import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  colon,
  currencyName,
  currencySign,
  formatAmount,
  formatCount,
  formatDay,
  formatInstant,
  formatList,
  formatMoney,
  formatMonth,
  formatShare,
  formatWeekday,
  isNegative,
  minusSign,
  type PageLanguage,
  plural,
} from '../../templates/parts/format.ts'

const languages: readonly PageLanguage[] = ['en', 'zh-Hans', 'zh-Hant']

describe('[look 2] amounts', () => {
  it.each([
    ['0', '0'],
    ['0.00', '0.00'],
    ['-0.00', '0.00'],
    ['7', '7'],
    ['1234.50', '1,234.50'],
    ['-1234.50', '−1,234.50'],
    ['-0.01', '−0.01'],
    ['1234.567', '1,234.567'],
    ['90071992547409.91', '90,071,992,547,409.91'],
    ['-9007199254740991', '−9,007,199,254,740,991'],
    ['123456789012345678901234567890.12', '123,456,789,012,345,678,901,234,567,890.12'],
  ])('%s is %s in every language', (amount, written) => {
    for (const language of languages) expect(formatAmount(language, amount)).toBe(written)
  })

  it.each([
    ['en', '1234.50', 'USD', 'US$1,234.50'],
    ['en', '-80.00', 'CNY', '−CN¥80.00'],
    ['en', '9007199254740991', 'JPY', 'JP¥9,007,199,254,740,991'],
    ['en', '1234.567', 'KWD', 'KWD\u00a01,234.567'],
    ['zh-Hans', '1234.50', 'CNY', '¥1,234.50'],
    ['zh-Hans', '-80.00', 'HKD', '−HK$80.00'],
    ['zh-Hant', '1234.50', 'TWD', '$1,234.50'],
    ['zh-Hant', '-80.00', 'USD', '−US$80.00'],
  ] as const)('%s writes %s of %s as %s', (language, amount, currency, written) => {
    expect(formatMoney(language, amount, currency)).toBe(written)
  })

  it('keep every digit of every text', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,4})?$/)
    fc.assert(
      fc.property(digits, fc.constantFrom(...languages), (amount, language) => {
        const written = formatAmount(language, amount)
        const read = written.replaceAll(',', '').replace(minusSign, '-')
        expect(read).toBe(isNegative(amount) ? amount : amount.replace('-', ''))
      }),
      { verbose: 1 },
    )
  })

  it.each(['', '1,234.50', '1e3', '.5', '５', ' 1', 'NaN'])('%j is no amount', (text) => {
    expect(() => formatAmount('en', text)).toThrow(TypeError)
  })

  it('name currencies and their signs', () => {
    expect(languages.map((language) => currencyName(language, 'CNY'))).toEqual([
      'Chinese Yuan',
      '人民币',
      '人民幣',
    ])
    expect(languages.map((language) => currencySign(language, 'CNY'))).toEqual(['CN¥', '¥', 'CN¥'])
    expect(currencyName('en', 'XQZ')).toBe('XQZ')
  })
})

describe('[look 2] days, months, instants', () => {
  it.each([
    ['en', '14 Mar 2026', '14 March 2026', 'March 2026', '31 Dec 2026, 23:30'],
    ['zh-Hans', '2026年3月14日', '2026年3月14日', '2026年3月', '2026年12月31日 23:30'],
    ['zh-Hant', '2026年3月14日', '2026年3月14日', '2026年3月', '2026年12月31日 23:30'],
  ] as const)('in %s', (language, short, long, month, instant) => {
    expect(formatDay(language, '2026-03-14')).toBe(short)
    expect(formatDay(language, '2026-03-14', 'long')).toBe(long)
    expect(formatMonth(language, '2026-03')).toBe(month)
    expect(formatInstant(language, '2026-12-31T15:30:00Z', 'Asia/Taipei')).toBe(instant)
  })

  it('an instant is told in the zone of the organisation', () => {
    expect(formatInstant('en', '2026-12-31T15:30:00Z', 'Asia/Tokyo')).toBe('1 Jan 2027, 00:30')
  })
})

describe('counts', () => {
  it.each([
    [0, 'payouts'],
    [1, 'payout'],
    [2, 'payouts'],
  ])('%i %s', (count, noun) => {
    expect(plural('en', count, { one: 'payout', other: 'payouts' })).toBe(noun)
    expect(plural('zh-Hans', count, { one: '笔', other: '笔' })).toBe('笔')
  })

  it('are grouped, and a share of 100 % is said of all alone', () => {
    expect(formatCount('en', 1234567)).toBe('1,234,567')
    expect(formatShare('en', 0.9999)).toBe('99%')
    expect(formatShare('zh-Hans', 1)).toBe('100%')
  })

  it('labels end as their language ends them', () => {
    expect(languages.map(colon)).toEqual([': ', '：', '：'])
  })
})

describe('lists and days of the week', () => {
  it.each([
    ['en', 'a, b and c', 'Monday', 'Sun'],
    ['zh-Hans', 'a、b和c', '星期一', '周日'],
    ['zh-Hant', 'a、b和c', '星期一', '週日'],
  ] as const)('in %s', (language, list, monday, sunday) => {
    expect(formatList(language, ['a', 'b', 'c'])).toBe(list)
    expect(formatList(language, ['a'])).toBe('a')
    expect(formatWeekday(language, 1)).toBe(monday)
    expect(formatWeekday(language, 7, 'short')).toBe(sunday)
  })
})
