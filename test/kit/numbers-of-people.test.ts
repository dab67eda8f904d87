/** Numbers that name people and organisations: cards, credit codes, bank accounts, telephones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankAccount, luhn } from '../../src/kit/bank-account.ts'
import { creditCode, creditCodeCheck } from '../../src/kit/credit-code.ts'
import type { Day } from '../../src/kit/day.ts'
import { iban } from '../../src/kit/iban.ts'
import { phone } from '../../src/kit/phone.ts'
import { maskedNumber, plainNumber } from '../../src/kit/plain-digits.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { residentId, residentIdCheck } from '../../src/kit/resident-id.ts'

/** The code and the fault of what a function refuses. */
function refused(read: () => unknown): string {
  try {
    return `taken: ${JSON.stringify(read())}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [error.code, error.values.fault].filter(Boolean).join(' ')
  }
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

const residentBody = fc
  .tuple(
    fc.constantFrom('110105', '440524', '650102', '810000', '830000', '911101'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([place, born, order]) => {
    return place + born.toISOString().slice(0, 10).replaceAll('-', '') + order.join('')
  })

describe('resident identity numbers (GB 11643-1999)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['１１０１０５ １９４９１２３１ ００２ｘ', '1949-12-31', 'female'],
    ['\u202a110105\u200b19491231002x\u202c', '1949-12-31', 'female'],
    ['810000199408230021', '1994-08-23', 'female'],
  ])('reads %s', (typed, born_on, sex) => {
    expect(residentId(typed)).toEqual({ number: plainNumber(typed), born_on, sex })
  })

  it('has the check characters of the examples in the standard', () => {
    expect(residentIdCheck('11010519491231002')).toBe('X')
    expect(residentIdCheck('44052418800101001')).toBe('4')
  })

  it.each([
    ['', 'resident_id.invalid length'],
    ['1101051949123100', 'resident_id.invalid length'],
    ['110105491231002', 'resident_id.old_form'],
    ['110105491331002', 'resident_id.invalid length'],
    ['11010519491231002X1', 'resident_id.invalid length'],
    ['X1010519491231002X', 'resident_id.invalid characters'],
    ['1101051949123100२X', 'resident_id.invalid characters'],
    ['00010519491231002X', 'resident_id.invalid place'],
    ['440524188001010014', 'resident_id.invalid birth_date'],
    ['11010519490229002X', 'resident_id.invalid birth_date'],
    ['110105194912310021', 'resident_id.invalid check_character'],
    ['身份证'.repeat(100_000), 'resident_id.invalid length'],
  ])('refuses %#', (typed, code) => {
    expect(refused(() => residentId(typed))).toBe(code)
  })

  it('refuses who is not born yet', () => {
    const read = (today: string) => refused(() => residentId('11010519491231002X', today as Day))
    expect(read('1949-12-30')).toBe('resident_id.invalid not_born')
    expect(read('1949-12-31')).toMatch(/^taken/)
  })

  it('takes every number that is well made, and none with a digit changed or two exchanged', () => {
    fc.assert(
      fc.property(residentBody, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
        const number = body + residentIdCheck(body)
        expect(residentId(number).number).toBe(number)
        const digit = (Number(body[place]) + by) % 10
        const changed = number.slice(0, place) + digit + number.slice(place + 1)
        expect(refused(() => residentId(changed))).toMatch(/^resident_id/)
        const [one, two] = [number[place]!, number[place + 1]!]
        const exchanged = number.slice(0, place) + two + one + number.slice(place + 2)
        if (one !== two) expect(refused(() => residentId(exchanged))).toMatch(/^resident_id/)
      }),
    )
  })
})

describe('unified social credit codes (GB 32100-2015)', () => {
  it.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    ['９１３５０１００-Ｍ０００１００Ｙ-４３', '91350100M000100Y43'],
    ['91110000600037341L', '91110000600037341L'],
  ])('reads %s', (typed, code) => expect(creditCode(typed)).toBe(code))

  it.each([
    ['', 'credit_code.invalid length'],
    ['91350100M000100Y4', 'credit_code.invalid length'],
    ['91350100O000100Y43', 'credit_code.invalid characters'],
    ['913501M0M000100Y43', 'credit_code.invalid place'],
    ['91350100M000100Y44', 'credit_code.invalid check_character'],
    ['91350100\u{1F600}00100Y43', 'credit_code.invalid characters'],
  ])('refuses %s', (typed, code) => expect(refused(() => creditCode(typed))).toBe(code))

  it('finds every single character that was changed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    const some = fc.constantFrom(...alphabet)
    const tail = fc.array(some, { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(tail, fc.integer({ min: 8, max: 17 }), some, (end, place, other) => {
        const body = `91350100${end.join('')}`
        const code = body + creditCodeCheck(body)
        expect(creditCode(code)).toBe(code)
        fc.pre(code[place] !== other)
        const changed = code.slice(0, place) + other + code.slice(place + 1)
        expect(refused(() => creditCode(changed))).toBe('credit_code.invalid check_character')
      }),
    )
  })
})

describe('bank accounts', () => {
  it.each([
    ['GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['ｇｂ８２ west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
  ])('reads the IBAN %s (ISO 13616)', (typed, number) => {
    expect(iban(typed)).toBe(number)
    expect(bankAccount(typed)).toEqual({ number, form: 'iban', doubtful: false })
  })

  it.each([
    ['', 'iban.invalid country'],
    ['ZZ82WEST12345698765432', 'iban.invalid country'],
    ['DE8937040044053201300', 'iban.invalid length'],
    ['DE89370400440532013O00', 'iban.invalid form'],
    ['GB82WEST12345698765431', 'iban.invalid check_digits'],
  ])('refuses %s as an IBAN', (typed, code) => expect(refused(() => iban(typed))).toBe(code))

  it.each([
    ['6222 0212 3456 7890 128', { number: '6222021234567890128', form: 'plain', doubtful: false }],
    ['6222-0212-3456-7890-129', { number: '6222021234567890129', form: 'plain', doubtful: true }],
    [
      '４１１１１１１１１１１１１１１１',
      { number: '4111111111111111', form: 'plain', doubtful: false },
    ],
    ['12345678', { number: '12345678', form: 'plain', doubtful: false }],
  ])('reads %s', (typed, account) => expect(bankAccount(typed)).toEqual(account))

  it.each([
    ['', 'bank_account.invalid length'],
    ['1234', 'bank_account.invalid length'],
    ['1'.repeat(31), 'bank_account.invalid length'],
    ['1'.repeat(1_000_000), 'bank_account.invalid length'],
    ['62220212 (Bank)', 'bank_account.invalid characters'],
    ['1234\u00005678', 'taken: {"number":"12345678","form":"plain","doubtful":false}'],
    ['GB82WEST12345698765431', 'iban.invalid check_digits'],
  ])('refuses %#', (typed, code) => expect(refused(() => bankAccount(typed))).toBe(code))

  it('knows the check digit of cards (ISO/IEC 7812-1)', () => {
    expect(['4111111111111111', '6222021234567890128', '79927398713'].map(luhn)).toEqual([
      true,
      true,
      true,
    ])
    fc.assert(
      fc.property(digits(16), fc.nat(15), fc.integer({ min: 1, max: 9 }), (card, place, by) => {
        const changed = card.map((digit, at) => (at === place ? (digit + by) % 10 : digit))
        fc.pre(luhn(card.join('')))
        expect(luhn(changed.join(''))).toBe(false)
      }),
    )
  })
})

describe('telephone numbers (E.164)', () => {
  it.each([
    ['13800138000', '+8613800138000', null],
    ['＋８６ 138 0013 8000', '+8613800138000', null],
    ['0086-138-0013-8000', '+8613800138000', null],
    ['010-88886666转801', '+861088886666', '801'],
    ['010-88886666 轉 801', '+861088886666', '801'],
    ['+44 20 7946 0958', '+442079460958', null],
    ['+1 (415) 555-2671 x99', '+14155552671', '99'],
  ])('reads %s', (typed, number, extension) => {
    expect(phone(typed, 'CN')).toEqual({ number, extension })
  })

  it.each([
    ['', 'CN', 'not_a_number'],
    ['你好', 'CN', 'not_a_number'],
    ['12', 'CN', 'length'],
    ['1380013800013800138000', 'CN', 'too_long'],
    ['1'.repeat(1_000_000), 'CN', 'too_long'],
    ['+999 12345678', 'CN', 'country'],
    ['13800138000', null, 'country'],
    ['13800138000\u0000', 'CN', 'not_a_number'],
  ])('refuses %#', (typed, region, fault) => {
    expect(refused(() => phone(typed, region))).toBe(`phone.invalid ${fault}`)
  })

  it('asserts that the region of a book is one', () => {
    expect(() => phone('13800138000', 'XX')).toThrow(RangeError)
  })
})

describe('refusals of numbers', () => {
  const readers = [residentId, creditCode, iban, bankAccount, (typed: string) => phone(typed, 'CN')]

  it('never quote more than four characters, and at most half of the number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...readers), (typed, read) => {
        try {
          read(typed)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          const { given } = error.values as { given: string }
          expect(given).toBe(maskedNumber(typed))
          expect([...given.replace('····', '')].length).toBeLessThanOrEqual(4)
          expect(error.remedy).not.toBe('')
        }
      }),
    )
  })

  it('read what they have read the same again', () => {
    const read = ['11010519491231002X', '91350100M000100Y43', 'GB82WEST12345698765432']
    expect([residentId(read[0]!).number, creditCode(read[1]!), iban(read[2]!)]).toEqual(read)
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8,12}$/), (typed) => {
        const again = (text: string) => refused(() => phone(text, 'CN'))
        const first = again(typed)
        const number = /"number":"([^"]+)"/.exec(first)?.[1]
        if (number !== undefined) expect(again(number)).toContain(number)
      }),
    )
  })
})
