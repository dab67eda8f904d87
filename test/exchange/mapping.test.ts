import { describe, expect, test } from 'vitest'
import {
  decodeMapping,
  isOpening,
  MAX_MAPPING_BYTES,
  type Mapping,
  placements,
  readMapping,
} from '../../src/exchange/mapping.ts'
import { Refusal } from '../../src/kit/refusal.ts'

const bank = { match: 'Assets:Checking', role: 'bank' }

function mapping(accounts: object[], more: object = {}): Mapping {
  return readMapping(JSON.stringify({ fund: 'general', accounts, ...more }))
}

function refused(make: () => unknown): string {
  try {
    make()
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`
    throw error
  }
  return 'taken'
}

test('what is left out has its usual value', () => {
  expect(mapping([bank])).toEqual({
    fund: 'general',
    currency: 'USD',
    opening: [],
    accounts: [bank],
  })
})

test('the longest match wins, whatever the order', () => {
  const place = placements(
    mapping([
      { match: 'Expenses:*', class: 'expense' },
      { match: 'Expenses:Rent', class: 'asset' },
      { match: 'Expenses:Rent:*', class: 'liability' },
      { match: 'Expenses:Rent:Hall:*', role: 'bank' },
    ]),
  )
  const found = (account: string) => place(account)?.match ?? null
  expect({
    'Expenses:Food': found('Expenses:Food'),
    'Expenses:Rent': found('Expenses:Rent'),
    'Expenses:Rent:Shed': found('Expenses:Rent:Shed'),
    'Expenses:Rent:Hall:A:B': found('Expenses:Rent:Hall:A:B'),
    'Expenses:Rental': found('Expenses:Rental'),
    Expenses: found('Expenses'),
    'expenses:food': found('expenses:food'),
    ':': found(':'),
  }).toMatchInlineSnapshot(`
    {
      ":": null,
      "Expenses": null,
      "Expenses:Food": "Expenses:*",
      "Expenses:Rent": "Expenses:Rent",
      "Expenses:Rent:Hall:A:B": "Expenses:Rent:Hall:*",
      "Expenses:Rent:Shed": "Expenses:Rent:*",
      "Expenses:Rental": "Expenses:*",
      "expenses:food": null,
    }
  `)
})

test('a role or a code is one account for all its names; a class is one for each', () => {
  const place = placements(
    mapping([
      { match: 'A:*', role: 'bank', code: '1002.01' },
      { match: 'B:*', class: 'expense', code: '5201' },
      { match: 'C:*', class: 'expense' },
    ]),
  )
  const keys = ['A:a', 'A:b', 'B:a', 'B:b', 'C:a', 'C:b'].map((account) => place(account)?.key)
  expect(keys).toEqual(['role bank', 'role bank', 'code 5201', 'code 5201', 'name C:a', 'name C:b'])
  expect(place('A:a')?.class).toBe('asset')
})

test.each([
  ['Opening Balance', 'opening balance', null, true],
  ['Opening Balance', 'Opening Balances', null, false],
  ['Opening*', 'Opening Balances', null, true],
  ['*balance*forward*', 'The balance carried forward, 2013', null, true],
  ['a*a', 'a', null, false],
  ['*ab*b', 'ab', null, false],
  ['Opening balance', 'Equity', 'Opening balance', true],
  ['Equity | Opening balance', 'Equity', 'Opening balance', true],
  ['Equity', 'Equity | Closing', null, false],
  [`${'*a'.repeat(200)}*b`, 'a'.repeat(5_000), null, false],
])('the opening %j and the description %j | %j: %s', (pattern, payee, note, is) => {
  expect(isOpening(mapping([bank], { opening: [pattern] }), { payee, note })).toBe(is)
})

describe('what is refused', () => {
  test.each<[string, () => unknown]>([
    ['no JSON', () => readMapping('{')],
    ['no object', () => readMapping('[]')],
    ['no accounts', () => mapping([])],
    ['an unknown field', () => mapping([bank], { found: 1 })],
    ['an unknown currency', () => mapping([bank], { currency: 'usd' })],
    ['an unknown role', () => mapping([{ match: 'A', role: 'banc' }])],
    ['a role of the prototype', () => mapping([{ match: 'A', role: 'constructor' }])],
    ['a memorandum role', () => mapping([{ match: 'A', role: 'pledges_received' }])],
    ['an unknown class', () => mapping([{ match: 'A', class: 'equity' }])],
    ['neither role nor class', () => mapping([{ match: 'A' }])],
    ['role and class', () => mapping([{ match: 'A', role: 'bank', class: 'asset' }])],
    ['a star inside', () => mapping([{ match: 'A:*:B', class: 'asset' }])],
    ['a star without a colon', () => mapping([{ match: 'A*', class: 'asset' }])],
    ['a match twice', () => mapping([bank, bank])],
    [
      'one code for two accounts',
      () =>
        mapping([
          { ...bank, code: '1' },
          { match: 'B', class: 'asset', code: '1' },
        ]),
    ],
    [
      'two codes for one role',
      () =>
        mapping([
          { ...bank, code: '1' },
          { match: 'B', role: 'bank', code: '2' },
        ]),
    ],
    [
      'two classes for one code',
      () =>
        mapping([
          { match: 'A', class: 'asset', code: '1' },
          { match: 'B', class: 'income', code: '1' },
        ]),
    ],
    ['many faults', () => mapping(Array.from({ length: 9 }, () => ({ match: '' })))],
    ['a large file', () => decodeMapping(new Uint8Array(MAX_MAPPING_BYTES + 1))],
  ])('%s', (_, make) => {
    expect(refused(make)).toMatchSnapshot()
  })
})
