import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXPONENT_BY_CODE } from '../../src/kit/currencies.ts'
import {
  addMinor,
  allocate,
  amountText,
  exponentOf,
  groupedAmount,
  type Minor,
  minor,
  negateMinor,
  parseAmount,
  subtractMinor,
  zeroMinor,
} from '../../src/kit/money.ts'
import { Refusal } from '../../src/kit/refusal.ts'

const MOST = Number.MAX_SAFE_INTEGER

function refusedBy(act: () => unknown): Refusal {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}

// Withdrawn, funds codes, metals and tests, read one by one.
const LEFT_OUT =
  `ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BGN BOP BOV
  BRB BRC BRE BRN BRR BUK BYB BYR CHC CHE CHW CLF COU CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK
  ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM
  LTL LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MXV MZE MZM NIC NLG PEH PEI PES PLZ
  PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USN USS UYI
  UYN UYP VEB VEF VNC XAG XAU XBA XBB XBC XBD XDR XEU XFO XFU XPD XPT XRE XSU XTS XUA XXX YDD
  YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR`.split(/\s+/)

describe('currencies', () => {
  const published: { Code: string }[] = parse(
    readFileSync(join(import.meta.dirname, '../data/grants/currency.csv')),
    { columns: true },
  )

  test('every currency is on the published code list, or is younger than it', () => {
    const listed = new Set(published.map((row) => row.Code))
    const younger = [...EXPONENT_BY_CODE.keys()].filter((code) => !listed.has(code))
    expect(younger.sort()).toEqual(['SLE', 'UYW', 'VED', 'XCG', 'ZWG'])
  })

  test('what the published code list has beyond ours can no longer be paid in', () => {
    const left = published.map((row) => row.Code).filter((code) => !EXPONENT_BY_CODE.has(code))
    expect(left.sort()).toEqual(LEFT_OUT)
  })

  test('decimals are those the host knows, but where it leaves out unused cents', () => {
    const format = (currency: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency })
    for (const [currency, exponent] of EXPONENT_BY_CODE) {
      const { maximumFractionDigits: shown } = format(currency).resolvedOptions()
      expect([exponent, 0], currency).toContain(shown)
      if (exponent !== 2 && currency !== 'IQD') expect(shown, currency).toBe(exponent)
    }
  })

  test.each(['JPY 0', 'KRW 0', 'CNY 2', 'USD 2', 'KWD 3', 'BHD 3', 'UYW 4'])('%s', (line) => {
    const [currency = '', exponent] = line.split(' ')
    expect(exponentOf(currency)).toBe(Number(exponent))
  })

  test.each(
    'XAU XAG XDR XTS XXX XSU XUA XBA CHE CHW CLF UYI MXV USN BOV COU DEM HRK SLL usd US USDX RMB'
      .split(' ')
      .concat('', ' USD', 'ＵＳＤ', '__proto__'),
  )('%j is refused', (currency) => {
    const refused = refusedBy(() => exponentOf(currency))
    expect(refused.code).toBe('currency.unknown')
    expect(refused.message).toContain(`“${currency}”`)
  })
})

describe('reading amounts', () => {
  test.each([
    ['1', 'USD', 100],
    ['1.5', 'USD', 150],
    ['1234.50', 'CNY', 123450],
    ['0.01', 'USD', 1],
    ['007.10', 'USD', 710],
    ['1234', 'JPY', 1234],
    ['1.234', 'KWD', 1234],
    ['0.0001', 'UYW', 1],
    ['90071992547409.91', 'USD', MOST],
    ['9007199254740991', 'JPY', MOST],
  ])('%j %s is %i minor units', (text, currency, expected) => {
    expect(parseAmount(text, currency)).toBe(expected)
  })

  test.each([
    ['0', 'USD', 'amount.not_positive'],
    ['0.00', 'USD', 'amount.not_positive'],
    ['-1', 'USD', 'amount.not_positive'],
    ['-0', 'USD', 'amount.not_positive'],
    ['1e3', 'USD', 'amount.unreadable', 'scientific'],
    ['1E+3', 'USD', 'amount.unreadable', 'scientific'],
    ['0.001', 'USD', 'amount.too_many_decimals', 'the 2 decimals of USD'],
    ['1.0', 'JPY', 'amount.too_many_decimals', 'the 0 decimals of JPY'],
    ['1.2345', 'KWD', 'amount.too_many_decimals', 'the 3 decimals of KWD'],
    ['9007199254740993', 'USD', 'amount.too_large', '90071992547409.91 USD'],
    ['90071992547409.92', 'USD', 'amount.too_large', '90071992547409.91 USD'],
    ['9007199254740992', 'JPY', 'amount.too_large', '9007199254740991 JPY'],
    ['NaN', 'USD', 'amount.unreadable'],
    ['Infinity', 'USD', 'amount.unreadable'],
    ['0x10', 'USD', 'amount.unreadable'],
    ['1_000', 'USD', 'amount.unreadable'],
    ['１２', 'USD', 'amount.unreadable', 'full-width'],
    ['١٢', 'USD', 'amount.unreadable'],
    ['−1', 'USD', 'amount.unreadable'],
    ['1,00', 'USD', 'amount.unreadable', 'comma'],
    ['1,000.00', 'USD', 'amount.unreadable', 'comma'],
    ['.5', 'USD', 'amount.unreadable', 'both sides'],
    ['5.', 'USD', 'amount.unreadable', 'both sides'],
    ['1.2.3', 'USD', 'amount.unreadable'],
    ['+1', 'USD', 'amount.unreadable'],
    [' 1', 'USD', 'amount.unreadable', 'space'],
    ['1\n', 'USD', 'amount.unreadable', 'space'],
    ['$1', 'USD', 'amount.unreadable'],
  ])('%j %s is refused: %s', (text, currency, code, part = text) => {
    const refused = refusedBy(() => parseAmount(text, currency))
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(part)
    expect(refused.message).toContain(text)
    expect(refused.remedy).not.toBe('')
  })

  test.each([
    [12, 'amount.not_text', 'the number 12'],
    [Number.NaN, 'amount.not_text', 'the number NaN'],
    [null, 'amount.not_text', 'nothing'],
    [undefined, 'amount.not_text', 'nothing'],
    [['1'], 'amount.not_text', 'list'],
    [1n, 'amount.not_text', 'bigint'],
    ['', 'amount.missing', 'empty'],
  ])('%s is refused: %s', (value, code, part) => {
    const refused = refusedBy(() => parseAmount(value, 'USD'))
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(part)
  })

  test.each(['1', '0', '1.', 'x', '９'])(
    '10,000 times %j is refused in a short sentence',
    (one) => {
      const refused = refusedBy(() => parseAmount(one.repeat(10_000), 'USD'))
      expect(refused.code).toBe('amount.unreadable')
      expect(refused.message).toContain('characters long')
      expect(refused.message.length).toBeLessThan(200)
      expect(JSON.stringify(refused.values).length).toBeLessThan(200)
    },
  )
})

const anyMinor = fc.maxSafeInteger().map(minor)
const anyCurrency = fc.constantFrom(...EXPONENT_BY_CODE.keys())

describe('writing amounts', () => {
  test.each([
    [123450, 'USD', '1234.50', '1,234.50'],
    [1234, 'JPY', '1234', '1,234'],
    [1234, 'KWD', '1.234', '1.234'],
    [-5, 'USD', '-0.05', '−0.05'],
    [0, 'USD', '0.00', '0.00'],
    [0, 'JPY', '0', '0'],
    [-100000, 'CNY', '-1000.00', '−1,000.00'],
    [99999, 'USD', '999.99', '999.99'],
    [1, 'UYW', '0.0001', '0.0001'],
    [-123456789, 'JPY', '-123456789', '−123,456,789'],
    [MOST, 'USD', '90071992547409.91', '90,071,992,547,409.91'],
  ])('%i %s is %s, for people %s', (amount, currency, plain, grouped) => {
    expect(amountText(minor(amount), currency)).toBe(plain)
    expect(groupedAmount(minor(amount), currency)).toBe(grouped)
  })

  test('what is written reads back as the same amount', () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (amount, currency) => {
        const text = amountText(amount, currency)
        const grouped = groupedAmount(amount, currency)
        expect(grouped.replaceAll(',', '').replace('−', '-')).toBe(text)
        if (amount > 0) expect(parseAmount(text, currency)).toBe(amount)
        else expect(refusedBy(() => parseAmount(text, currency)).code).toBe('amount.not_positive')
      }),
    )
  })
})

describe('adding', () => {
  test('sums are exact or asserted', () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, (a, b) => {
        const sum = BigInt(a) + BigInt(b)
        const safe = sum <= BigInt(MOST) && sum >= -BigInt(MOST)
        if (safe) expect(BigInt(addMinor(a, b))).toBe(sum)
        else expect(() => addMinor(a, b)).toThrow(RangeError)
        if (safe) expect(subtractMinor(addMinor(a, b), b)).toBe(a)
        expect(addMinor(a, negateMinor(a))).toBe(zeroMinor)
      }),
    )
  })

  test.each([0.5, Number.NaN, Infinity, MOST + 1, -MOST - 1])('%d is not money', (n) => {
    expect(() => minor(n)).toThrow(RangeError)
  })

  test('there is no minus zero', () => {
    expect(Object.is(negateMinor(zeroMinor), 0)).toBe(true)
    expect(Object.is(minor(-0), 0)).toBe(true)
  })
})

describe('allocating', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [5, [3, 7], [2, 3]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [0, 1, 0], [0, 100, 0]],
    [1, [0, 1, 1], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    // Seats of a council of 100 by largest remainder (Hare quota), the textbook example.
    [100, [47000, 16000, 15800, 12000, 6100, 3100], [47, 16, 16, 12, 6, 3]],
    [10, [47000, 16000, 15800, 12000, 6100, 3100], [5, 2, 1, 1, 1, 0]],
    [MOST, [MOST, MOST], [4503599627370496, 4503599627370495]],
  ])('%i by %j is %j', (total, weights, expected) => {
    expect(allocate(minor(total), weights)).toEqual(expected)
  })

  const weightsOf = fc
    .array(fc.oneof(fc.nat(20), fc.nat(MOST)), { minLength: 1, maxLength: 30 })
    .filter((weights) => weights.some((weight) => weight > 0))

  test('the parts add up, lie within one unit of their share, and mirror', () => {
    fc.assert(
      fc.property(anyMinor, weightsOf, (total, weights) => {
        const parts = allocate(total, weights)
        const sum = weights.reduce((whole, weight) => whole + BigInt(weight), 0n)
        expect(parts.reduce((whole, part) => whole + BigInt(part), 0n)).toBe(BigInt(total))
        parts.forEach((part, place) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(weights[place] as number)
          expect(off < sum && off > -sum).toBe(true)
          if (weights[place] === 0) expect(part).toBe(0)
        })
        expect(allocate(negateMinor(total), weights)).toEqual(parts.map(negateMinor))
      }),
    )
  })

  test('a heavier weight never gets less', () => {
    fc.assert(
      fc.property(fc.nat(MOST), weightsOf, (total, weights) => {
        const parts: Minor[] = allocate(minor(total), weights)
        const byWeight = weights.map((weight, place) => ({ weight, part: parts[place] as number }))
        byWeight.sort((a, b) => a.weight - b.weight || a.part - b.part)
        byWeight.reduce((lighter, heavier) => {
          expect(heavier.part).toBeGreaterThanOrEqual(lighter.part)
          return heavier
        })
      }),
    )
  })

  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]], [[Number.NaN]]])(
    '%j are not weights',
    (weights) => {
      expect(() => allocate(minor(100), weights)).toThrow(RangeError)
    },
  )
})
