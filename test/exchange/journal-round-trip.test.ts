import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JournalTransaction, readJournal } from '../../src/exchange/journal.ts'
import type { JournalPosting } from '../../src/exchange/journal-lines.ts'
import { type Day, day } from '../../src/kit/day.ts'

const words = fc
  .array(
    fc.constantFrom('Home', 'Depot', '#1950', 'Käse', '互助金', "O'Hare", '847-336', 'a.b', '&'),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(' '))

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

const amounts = fc.record({
  commodity: fc.constantFrom('$', '£', 'USD', 'CNY', ''),
  decimal: fc
    .tuple(fc.boolean(), fc.nat(99_999_999), fc.constantFrom('', '.5', '.07', '.00', '.123'))
    .map(([negative, whole, decimals]) => {
      const plain = `${whole}${decimals}`
      return negative && /[1-9]/.test(plain) ? `-${plain}` : plain
    }),
})

const statuses = fc.constantFrom('unmarked' as const, 'pending' as const, 'cleared' as const)

const postings = fc.record({
  status: statuses,
  account: fc
    .array(fc.constantFrom('Assets', 'Room 12', '费用', 'tool', 'x-y'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(':')),
  amount: amounts,
  assertion: fc.option(amounts),
  comment: fc.oneof(fc.constant(''), words),
})

const transactions = fc.record({
  on: days,
  secondary_on: fc.option(days),
  status: statuses,
  code: fc.option(fc.constantFrom('123', 'A 7')),
  payee: words,
  note: fc.option(words),
  comment: fc.oneof(fc.constant(''), words),
  postings: fc.array(postings, { minLength: 1, maxLength: 5 }),
  elided: fc.boolean(),
  style: fc.record({
    separator: fc.constantFrom('/', '-', '.'),
    gap: fc.constantFrom('\t', '  ', '      '),
    end: fc.constantFrom('\n', '\r\n'),
    signFirst: fc.boolean(),
    codeFirst: fc.boolean(),
  }),
})

type Drawn = typeof transactions extends fc.Arbitrary<infer T> ? T : never

const marks = { unmarked: '', pending: '! ', cleared: '* ' }

function printed(drawn: Drawn): string {
  const { separator, gap, end } = drawn.style
  const date = (on: Day) => on.replaceAll('-', separator)
  const head =
    date(drawn.on) +
    (drawn.secondary_on === null ? '' : `=${date(drawn.secondary_on)}`) +
    ` ${marks[drawn.status]}${drawn.code === null ? '' : `(${drawn.code}) `}${drawn.payee}` +
    (drawn.note === null ? '' : ` | ${drawn.note}`) +
    (drawn.comment === '' ? '' : ` ; ${drawn.comment}`)
  const lines = drawn.postings.map((posting, place) => {
    const elided = drawn.elided && place === 0
    const claim = posting.assertion === null ? '' : ` = ${amountText(posting.assertion, drawn)}`
    const amount = elided ? '' : gap + amountText(posting.amount, drawn) + claim
    const comment = posting.comment === '' ? '' : `${gap}; ${posting.comment}`
    return `    ${marks[posting.status]}${posting.account}${amount}${comment}`
  })
  return [head, ...lines, ''].join(end) + end
}

function amountText({ commodity, decimal }: { commodity: string; decimal: string }, drawn: Drawn) {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', decimals] = decimal.replace('-', '').split('.')
  // Commas only beside a point: a comma alone could mean either.
  const number =
    decimals === undefined ? whole : `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
  if (!drawn.style.codeFirst && /^[A-Z]/.test(commodity)) return `${sign}${number} ${commodity}`
  const space = /^[A-Z]/.test(commodity) ? ' ' : ''
  const signed = drawn.style.signFirst || commodity === ''
  return signed ? `${sign}${commodity}${space}${number}` : `${commodity}${space}${sign}${number}`
}

function expected(drawn: Drawn, line: number): JournalTransaction {
  const { elided, style: _, ...rest } = drawn
  const read = drawn.postings.map((posting, place): JournalPosting => {
    const without = elided && place === 0 ? { amount: null, assertion: null } : {}
    return { line: line + 1 + place, ...posting, tags: [], ...without }
  })
  return { line, ...rest, tags: [], postings: read }
}

test('what is printed is read again as it was, with its lines', () => {
  fc.assert(
    fc.property(fc.array(transactions, { maxLength: 4 }), (drawn) => {
      let line = 1
      const wanted = drawn.map((one) => {
        const read = expected(one, line)
        line += one.postings.length + 2
        return read
      })
      const read = readJournal(drawn.map(printed).join(''))
      expect(read).toEqual({ transactions: wanted, problems: [] })
    }),
    { numRuns: 1_000 },
  )
})
