import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minor, parseAmount } from '../../src/kit/money.ts'
import { amountInWords } from '../../src/kit/words.ts'

const MOST = Number.MAX_SAFE_INTEGER

describe('amounts in English', () => {
  test.each([
    ['1234.50', 'USD', 'one thousand two hundred and thirty-four US dollars and fifty cents'],
    ['1.00', 'USD', 'one US dollar'],
    ['1.01', 'USD', 'one US dollar and one cent'],
    ['0.05', 'USD', 'zero US dollars and five cents'],
    ['1.01', 'GBP', 'one pound sterling and one penny'],
    ['2.02', 'GBP', 'two pounds sterling and two pence'],
    ['12000.01', 'CNY', 'twelve thousand yuan and one fen'],
    ['1001', 'JPY', 'one thousand and one Japanese yen'],
    ['1100', 'JPY', 'one thousand one hundred Japanese yen'],
    ['1000100', 'JPY', 'one million one hundred Japanese yen'],
    ['80018', 'JPY', 'eighty thousand and eighteen Japanese yen'],
    ['1.250', 'KWD', 'one Kuwaiti dinar and two hundred and fifty fils'],
    ['21.50', 'THB', 'twenty-one THB and 50/100'],
    ['21.05', 'THB', 'twenty-one THB and 5/100'],
    ['21', 'THB', 'twenty-one THB'],
    [
      '90071992547409.91',
      'USD',
      'ninety trillion seventy-one billion nine hundred and ninety-two million five hundred and ' +
        'forty-seven thousand four hundred and nine US dollars and ninety-one cents',
    ],
  ])('%s %s is %s', (text, currency, words) => {
    expect(amountInWords(parseAmount(text, currency), currency, 'en')).toBe(words)
  })

  test('zero and negative', () => {
    expect(amountInWords(minor(0), 'USD', 'en')).toBe('zero US dollars')
    expect(amountInWords(minor(-101), 'USD', 'en')).toBe('minus one US dollar and one cent')
  })

  const ONES = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen`.split(/\s+/)
  const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
  const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion']

  /** A second reading of the rule, backwards: the number that English words stand for. */
  function spoken(words: string): bigint {
    let total = 0n
    let group = 0n
    for (const word of words.replaceAll('-', ' ').split(' ')) {
      const scale = SCALES.indexOf(word)
      if (ONES.includes(word)) group += BigInt(ONES.indexOf(word) + 1)
      else if (TENS.includes(word)) group += BigInt((TENS.indexOf(word) + 2) * 10)
      else if (word === 'hundred') group *= 100n
      else if (scale > 0) {
        total += group * 1000n ** BigInt(scale)
        group = 0n
      } else if (word !== 'and' && word !== 'zero') throw new Error(`what is ${word}?`)
    }
    return total + group
  }

  test('words mean the figure', () => {
    const amounts = fc.oneof(fc.nat(100_000), fc.nat(MOST))
    fc.assert(
      fc.property(amounts, (size) => {
        const words = amountInWords(minor(size), 'JPY', 'en').replace(/ Japanese yen$/, '')
        expect(spoken(words)).toBe(BigInt(size))
        expect(words).toMatch(/^[a-z]+(?:[ -][a-z]+)*$/)
      }),
      { numRuns: 2000, examples: [[MOST]] },
    )
  })
})
