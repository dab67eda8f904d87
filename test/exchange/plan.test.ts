import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAssertions } from '../../src/exchange/assertions.ts'
import { readJournal } from '../../src/exchange/journal.ts'
import { readMapping } from '../../src/exchange/mapping.ts'
import { pairLegs } from '../../src/exchange/pairing.ts'
import { type ImportPlan, planImport } from '../../src/exchange/plan.ts'
import { minor } from '../../src/kit/money.ts'

function planOf(text: string, more: object = {}): ImportPlan {
  const mapping = readMapping(
    JSON.stringify({
      fund: 'general',
      opening: ['Opening'],
      accounts: [
        { match: 'Bank', role: 'bank' },
        { match: 'Till', role: 'cash' },
        { match: 'Drawer', role: 'cash' },
        { match: 'Equity', class: 'net_assets' },
        { match: 'E:*', class: 'expense' },
      ],
      ...more,
    }),
  )
  return planImport(readJournal(text), mapping)
}

const legsOf = (plan: ImportPlan) =>
  plan.entries.map(({ line, legs }) =>
    legs.map(({ debit, credit, amount_minor }) => `${line}: ${debit} ← ${credit} ${amount_minor}`),
  )

describe('legs', () => {
  test.each<[string, string, string[]]>([
    ['an amount left out', ' E:a  $1.50\n Bank\n', ['name E:a ← role bank 150']],
    [
      'several on both sides, in order',
      ' E:a  $5\n E:b  $3\n Bank  $-6\n Equity  $-2\n',
      ['name E:a ← role bank 500', 'name E:b ← role bank 100', 'name E:b ← name Equity 200'],
    ],
    ['an account twice, netted', ' E:a  $5\n E:a  $-2\n Bank\n', ['name E:a ← role bank 300']],
    ['two names of one account', ' Till  $5\n Drawer  $1\n Bank\n', ['role cash ← role bank 600']],
    ['a code for a sign', ' E:a  5 USD\n Bank  $-5.00\n', ['name E:a ← role bank 500']],
    ['a bare number', ' E:a  5\n Bank  -5\n', ['name E:a ← role bank 500']],
  ])('%s', (_, postings, legs) => {
    const plan = planOf(`2012/08/20 x\n${postings}`)
    expect(plan.problems).toEqual([])
    expect(legsOf(plan)).toEqual([legs.map((leg) => `1: ${leg}`)])
  })

  test.each([
    ['nothing at all', ' E:a  $0.00\n Bank\n', [[1, null, 'zero_amount']]],
    ['there and back', ' E:a  $5\n E:a  $-5\n', [[1, null, 'netted_to_zero']]],
    ['one account of the book', ' Till  $5\n Drawer\n', [[1, null, 'same_account_in_book']]],
    ['a leg of nothing', ' E:a  $5\n E:b  $0\n Bank\n', [[3, 'E:b', 'zero_amount']]],
    ['a leg taken back', ' E:a  $5\n E:b  1\n E:b  -1\n Bank\n', [[3, 'E:b', 'netted_to_zero']]],
  ])('%s makes no posting, and says so', (_, postings, skipped) => {
    const plan = planOf(`2012/08/20 x\n${postings}`)
    expect(plan.problems).toEqual([])
    expect(plan.skipped.map(({ line, account, reason }) => [line, account, reason])).toEqual(
      skipped,
    )
  })

  test('sums that do not balance are a mistake in the program', () => {
    expect(() => pairLegs(new Map([['a', 1n]]))).toThrow(RangeError)
    expect(() => pairLegs(new Map([['a', -1n]]))).toThrow(RangeError)
  })
})

test.each([
  ['an unbalanced transaction', ' E:a  $5\n Bank  $-4.97\n', {}],
  ['an unmapped account', ' Food:Tea  $5\n Bank\n', {}],
  ['another currency', ' E:a  €5\n Bank\n', {}],
  ['dollars in a book of pounds', ' E:a  $5\n Bank\n', { currency: 'GBP' }],
  ['two currencies', ' E:a  $5\n Bank  €-5\n', {}],
  ['no currency', ' E:a  5 "Chocolate Frogs"\n Bank\n', {}],
  ['a yen sign in a book of dollars', ' E:a  ¥5\n Bank\n', {}],
  ['too many decimals', ' E:a  $0.001\n Bank\n', {}],
  ['decimals of yen', ' E:a  ¥5.00\n Bank\n', { currency: 'JPY' }],
  ['an amount too large', ' E:a  $90071992547409.92\n Bank\n', {}],
  ['a sum too large', ' E:a  $90071992547409.91\n E:b  $0.01\n Bank\n', {}],
  ['a claim with too many decimals', ' E:a  $5 = $5.001\n Bank\n', {}],
])('%s is a problem with its line', (_, postings, more) => {
  const plan = planOf(`2012/08/20 x\n${postings}`, more)
  expect(plan.entries).toEqual([])
  expect(plan.problems.map(({ line, sentence }) => `${line}: ${sentence}`)).toMatchSnapshot()
})

test('an account that grows too large is a problem, not an exception', () => {
  const one = '2012/08/20 x\n E:a  $90071992547409.91\n Bank\n\n'
  const plan = planOf(one + one)
  expect(plan.problems.map(({ line, code }) => [line, code])).toEqual([
    [5, 'amount.total_too_large'],
  ])
  expect(plan.accounts.map(({ net_minor }) => net_minor)).toEqual([
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
  ])
})

test('an unmapped account is named once, with the line to add', () => {
  const one = '2012/08/20 x\n Income:Gift  $-5\n Bank\n\n'
  expect(planOf(one + one).problems.map(({ line, sentence }) => [line, sentence])).toEqual([
    [
      2,
      'The mapping has no account for “Income:Gift”; add {"match":"Income:Gift","class":"income"}.',
    ],
  ])
})

describe('assertions', () => {
  const text = [
    '2012/08/01 Opening\n Bank  $10\n Equity',
    '2012/08/02 x\n E:a  $4\n Bank  $-4 = $6',
    '2012/08/03 x\n E:a  $1 = $5\n Bank',
  ].join('\n\n')

  test.each<[string, Parameters<typeof checkAssertions>[1], string[]]>([
    ['an empty book', null, []],
    ['the book it continues', new Map([['role bank', minor(1000)]]), []],
    [
      'another book',
      new Map([
        ['role bank', minor(900)],
        ['name E:a', minor(100)],
      ]),
      [
        '1: The opening carries forward 10.00 USD in “Bank”, but the book holds 9.00.',
        '7: After this transaction “Bank” would hold 5.00 USD, not 6.00.',
        '10: After this transaction “E:a” would hold 6.00 USD, not 5.00.',
      ],
    ],
  ])('into %s', (_, before, sentences) => {
    const problems = checkAssertions(planOf(text), before)
    expect(problems.map(({ line, sentence }) => `${line}: ${sentence}`)).toEqual(sentences)
  })

  test('a claim that the journal itself belies is reported for an empty book', () => {
    const problems = checkAssertions(planOf('2012/08/02 x\n E:a  $4 = $5\n Bank'), null)
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'assertion.failed']])
  })

  test('a claim about one of several names of an account cannot be checked against a book', () => {
    const shared = planOf('2012/08/02 x\n Till  $4 = $4\n Drawer  $1\n Bank')
    expect(checkAssertions(shared, null)).toEqual([])
    expect(checkAssertions(shared, new Map()).map(({ code }) => code)).toEqual([
      'assertion.account_shared',
    ])
  })
})

test('the legs add up to the journal’s own sums, and come out the same twice', () => {
  const accounts = ['Bank', 'Equity', 'E:a', 'E:b', 'E:c', 'E:d']
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const drawn = fc.array(
    fc.record({
      payee: fc.constantFrom('x', 'Opening'),
      postings: fc.array(fc.tuple(fc.constantFrom(...accounts), cents), { maxLength: 8 }),
      last: fc.constantFrom(...accounts),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(drawn, (transactions) => {
      const sums = new Map<string, number>()
      const add = (account: string, amount: number) =>
        sums.set(account, (sums.get(account) ?? 0) + amount)
      const text = transactions.map(({ payee, postings, last }) => {
        for (const [account, amount] of postings) {
          add(account, amount)
          add(last, -amount)
        }
        const lines = postings.map(
          ([account, amount]) => ` ${account}  $${(amount / 100).toFixed(2)}`,
        )
        return `2012/08/20 ${payee}\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''} ${last}\n`
      })
      const plan = planOf(text.join('\n'))
      expect(plan.problems).toEqual([])
      for (const { legs } of plan.entries) {
        const accounts = new Set(legs.flatMap(({ debit, credit }) => [debit, credit]))
        expect(legs.length).toBeLessThan(accounts.size)
        for (const { debit, credit, amount_minor } of legs) {
          expect(amount_minor).toBeGreaterThan(0)
          expect(debit).not.toBe(credit)
        }
      }
      for (const { key, names, net_minor } of plan.accounts) {
        let fromLegs = 0
        for (const { debit, credit, amount_minor } of plan.entries.flatMap((one) => one.legs)) {
          if (debit === key) fromLegs += amount_minor
          if (credit === key) fromLegs -= amount_minor
        }
        expect(fromLegs).toBe(net_minor)
        expect(net_minor).toBe((sums.get(names[0] ?? '') ?? 0) + 0)
      }
      expect(planOf(text.join('\n'))).toEqual(plan)
    }),
    { numRuns: 500 },
  )
})
