import { describe, expect, test } from 'vitest'
import { checkAssertions } from '../../src/exchange/assertions.ts'
import { type ImportPlan, planImport } from '../../src/exchange/plan.ts'
import { type Minor, minor } from '../../src/kit/money.ts'
import { dollars, readBook } from './books.ts'

const chicago = ['sshchicago/fy2012.dat', 'sshchicago/fy2013.dat', 'sshchicago/fy2014.dat']
const overview = 'overview/2024.journal'

function sumsOf(plan: ImportPlan): Map<string, number> {
  const names = new Map(plan.accounts.map(({ key, names }) => [key, names[0] ?? '']))
  const sums = new Map<string, number>()
  for (const { debit, credit, amount_minor } of plan.entries.flatMap((entry) => entry.legs)) {
    const debited = names.get(debit) ?? ''
    const credited = names.get(credit) ?? ''
    sums.set(debited, (sums.get(debited) ?? 0) + amount_minor)
    sums.set(credited, (sums.get(credited) ?? 0) - amount_minor)
  }
  return sums
}

/** Ledger prints an account with those below it added in; nothing of the plan is left out. */
function withBelow(sums: ReadonlyMap<string, number>): [string, number][] {
  return [...sums.keys()].map((account) => {
    const below = [...sums].filter(([name]) => name === account || name.startsWith(`${account}:`))
    return [account, below.reduce((total, [, sum]) => total + sum, 0)]
  })
}

function nonZero(sums: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort())
}

describe.each([...chicago, overview])('%s', (path) => {
  const { journal, mapping, expected } = readBook(path)
  const plan = planImport(journal, mapping)

  test('is read and planned without a problem', () => {
    expect(plan.problems).toEqual([])
    expect(checkAssertions(plan, null)).toEqual([])
  })

  test('its legs add up to the balances of the reference program, to the cent', () => {
    expect(nonZero(withBelow(sumsOf(plan)))).toEqual(nonZero(expected))
  })

  test('every transaction is an entry or is skipped with its reason', () => {
    const skipped = plan.skipped.filter(({ account }) => account === null)
    expect(plan.entries.length + skipped.length).toBe(journal.transactions.length)
  })
})

test('the sizes of the real books', () => {
  const sizes = [...chicago, overview].map((path) => {
    const { journal, mapping } = readBook(path)
    const plan = planImport(journal, mapping)
    const legs = plan.entries.flatMap((entry) => entry.legs).length
    return `${path}: ${plan.entries.length} entries, ${legs} legs, ${plan.accounts.length} accounts`
  })
  expect(sizes).toMatchSnapshot()
})

test.each(chicago)('the bank’s own running balance stands in the payee comments of %s', (path) => {
  const { journal, mapping } = readBook(path)
  let balance = 0
  const compared: string[] = []
  for (const transaction of journal.transactions) {
    const one = planImport({ transactions: [transaction], problems: [] }, mapping)
    balance += sumsOf(one).get('Assets:Checking') ?? 0
    if (!transaction.comment.startsWith('$')) continue
    const said = dollars(transaction.comment)
    compared.push(
      said === balance ? 'same' : `line ${transaction.line}: ${said - balance} cents off`,
    )
  }
  expect(compared.filter((one) => one !== 'same')).toMatchSnapshot()
  expect(`${compared.length} figures of ${journal.transactions.length}`).toMatchSnapshot()
})

test('three years follow one another: each opening is checked, not posted again', () => {
  const book = new Map<string, Minor>()
  for (const [place, path] of chicago.entries()) {
    const { journal, mapping } = readBook(path)
    const plan = planImport(journal, mapping)
    const openings = plan.entries.filter((entry) => entry.opening)
    expect(openings.length).toBe(place === 0 ? 0 : 1)
    expect(checkAssertions(plan, place === 0 ? null : book)).toEqual([])
    for (const entry of plan.entries) {
      if (entry.opening) continue
      for (const { debit, credit, amount_minor } of entry.legs) {
        book.set(debit, minor((book.get(debit) ?? 0) + amount_minor))
        book.set(credit, minor((book.get(credit) ?? 0) - amount_minor))
      }
    }
    expect(book.get('role bank')).toBe(readBook(path).expected.get('Assets:Checking'))
  }
})

test('an opening that disagrees with the book is reported with both figures', () => {
  const { journal, mapping } = readBook('sshchicago/fy2013.dat')
  const problems = checkAssertions(planImport(journal, mapping), new Map([['role bank', minor(1)]]))
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "code": "assertion.opening_failed",
        "line": 1,
        "sentence": "The opening carries forward 2061.45 USD in “Assets:Checking”, but the book holds 0.01.",
        "text": "Assets:Checking",
      },
    ]
  `)
})

test('the opening of nothing and the balances beside it make no posting but are kept', () => {
  const { journal, mapping } = readBook(overview)
  const plan = planImport(journal, mapping)
  expect(plan.skipped).toMatchInlineSnapshot(`
    [
      {
        "account": null,
        "line": 1,
        "reason": "zero_amount",
      },
      {
        "account": "assets:cash:bank",
        "line": 39,
        "reason": "zero_amount",
      },
    ]
  `)
  expect(plan.assertions).toMatchInlineSnapshot(`
    [
      {
        "account": "assets:cash:bank",
        "expected_minor": 0,
        "from_openings_minor": 0,
        "in_journal_minor": 0,
        "key": "role bank",
        "line": 2,
      },
      {
        "account": "liabilities:payable:william_pierce",
        "expected_minor": 0,
        "from_openings_minor": 0,
        "in_journal_minor": 0,
        "key": "name liabilities:payable:william_pierce",
        "line": 38,
      },
      {
        "account": "assets:cash:bank",
        "expected_minor": 0,
        "from_openings_minor": 0,
        "in_journal_minor": 0,
        "key": "role bank",
        "line": 39,
      },
    ]
  `)
})
