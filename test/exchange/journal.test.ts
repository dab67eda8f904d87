import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeJournal,
  type JournalTransaction,
  MAX_LINE_CHARS,
  MAX_POSTINGS,
  MAX_PROBLEMS,
  readJournal,
} from '../../src/exchange/journal.ts'
import { Refusal } from '../../src/kit/refusal.ts'

function only(text: string): JournalTransaction {
  const { transactions, problems } = readJournal(text)
  expect(problems).toEqual([])
  expect(transactions.length).toBe(1)
  return transactions[0]!
}

/** A transaction whose second posting is as given. */
const posting = (text: string) => `2012/08/20 x\n  A:B\n  ${text}\n`

describe('what is read', () => {
  test('a head with everything', () => {
    const text = [
      '2012-08-20=2012-08-21 * (123) Home Depot | boards ; $100, shop: north',
      '    ; :urgent:big:',
      '    ! Expenses:Room 12\t $1,000.00 = $1,200.00 ; for: the wall',
      '    ; and the door',
      '    Assets:Cash',
    ].join('\r\n')
    expect(only(text)).toMatchInlineSnapshot(`
      {
        "code": "123",
        "comment": "$100, shop: north
      :urgent:big:",
        "line": 1,
        "note": "boards",
        "on": "2012-08-20",
        "payee": "Home Depot",
        "postings": [
          {
            "account": "Expenses:Room 12",
            "amount": {
              "commodity": "$",
              "decimal": "1000.00",
            },
            "assertion": {
              "commodity": "$",
              "decimal": "1200.00",
            },
            "comment": "for: the wall
      and the door",
            "line": 3,
            "status": "pending",
            "tags": [
              {
                "name": "for",
                "value": "the wall",
              },
            ],
          },
          {
            "account": "Assets:Cash",
            "amount": null,
            "assertion": null,
            "comment": "",
            "line": 5,
            "status": "unmarked",
            "tags": [],
          },
        ],
        "secondary_on": "2012-08-21",
        "status": "cleared",
        "tags": [
          {
            "name": "shop",
            "value": "north",
          },
          {
            "name": "urgent",
            "value": "",
          },
          {
            "name": "big",
            "value": "",
          },
        ],
      }
    `)
  })

  test.each([
    ['2012/08/20', '2012-08-20'],
    ['2012-08-20', '2012-08-20'],
    ['2012.8.2', '2012-08-02'],
    ['Y2013\n8/2', '2013-08-02'],
    ['year 2013\n08-02', '2013-08-02'],
    ['\uFEFF2012/02/29', '2012-02-29'],
  ])('the date %j', (text, on) => {
    expect(only(`${text} x\n A  1\n B\n`).on).toBe(on)
  })

  test.each([
    ['$100', '$', '100'],
    ['-$0.17', '$', '-0.17'],
    ['$-0.17', '$', '-0.17'],
    ['$ -0.17', '$', '-0.17'],
    ['+$5', '$', '5'],
    ['$1,000.00', '$', '1000.00'],
    ['$1,234,567', '$', '1234567'],
    ['₹1,00,000.00', '₹', '100000.00'],
    ['1.000,50 EUR', 'EUR', '1000.50'],
    ['20,5 €', '€', '20.5'],
    ['20.00 USD', 'USD', '20.00'],
    ['USD 20', 'USD', '20'],
    ['-20 USD', 'USD', '-20'],
    ['USD -20', 'USD', '-20'],
    ['20USD', 'USD', '20'],
    ['$.50', '$', '0.50'],
    ['￥007', '¥', '7'],
    ['-$0.00', '$', '0.00'],
    ['9,007,199,254,740,993.01 USD', 'USD', '9007199254740993.01'],
    ['3 "Chocolate Frogs"', 'Chocolate Frogs', '3'],
    ['1000', '', '1000'],
  ])('the amount %s', (text, commodity, decimal) => {
    expect(only(posting(`C  ${text}`)).postings[1]?.amount).toEqual({ commodity, decimal })
  })

  test('a default commodity and a decimal mark hold from their line on', () => {
    const text = 'decimal-mark ,\nD 1.000,00 EUR\n2012/08/20 x\n A  1.500\n B  EUR -1500,00\n'
    expect(only(text).postings.map((one) => one.amount)).toEqual([
      { commodity: 'EUR', decimal: '1500' },
      { commodity: 'EUR', decimal: '-1500.00' },
    ])
  })

  test('declarations, prices and comments of every kind are taken without a word', () => {
    const text = [
      '; one\n# two\n% three\n| four\n* five',
      'account Assets:Cash  ; type: C\n  note of the till\ncommodity $1,000.00\n  format $1,000.00',
      'payee Home Depot\ntag shop\nP 2012/08/20 EUR $1.20\nN $',
      'comment\n2012/13/45 nothing\nend comment\ntest\n  anything\nend test',
    ].join('\n')
    expect(readJournal(text)).toEqual({ transactions: [], problems: [] })
  })
})

describe('what is reported, each with its line', () => {
  test.each([
    ['include other.journal'],
    ['!include other.journal'],
    ['alias a=b'],
    ['account A\n  alias b'],
    ['apply account A'],
    ['bucket Assets:Cash'],
    ['= /Expenses/\n  (Budget)  -1'],
    ['~ monthly\n  A  $5\n  B'],
    ['i 2012/08/20 10:00:00 work'],
    ['--strict'],
    ['decimal-mark ;'],
    ['Y12'],
    ['2012/02/30 x\n A  1\n B'],
    ['2012/8-20 x\n A  1\n B'],
    ['8/20 x\n A  1\n B'],
    ['1899/01/01 x\n A  1\n B'],
    ['2012/08/20=2012/99/99 x\n A  1\n B'],
    ['2012/08/20x\n A  1\n B'],
    ['2012/08/20 (12 x\n A  1\n B'],
    ['2012/08/20 x'],
    ['2012/08/20 x\n A\n B'],
    ['  A  $1'],
    [posting('(C)  $1')],
    [posting('[C]  $1')],
    [posting('<C>  $1')],
    [posting('C  8 CAD @@ 5.56 USD')],
    [posting('C  8 CAD @ 0.70 USD')],
    [posting('C  10 X {$5}')],
    [posting('C  (2 * $5)')],
    [posting('C  = $5')],
    [posting('C  $5 =* $5')],
    [posting('C  $1,000')],
    [posting('C  $1,00.00')],
    [posting('C  $1.2.3')],
    [posting('C  -$-5')],
    [posting('C  $5 USD')],
    [posting('C  1E3 USD')],
    [posting('C  ٣ USD')],
    [posting('C  $')],
    [posting('C $5')],
    [posting('C -5.00 USD')],
    [posting('C ; a note')],
    [posting('C  $5 ; [2012/09/01]')],
    [posting('C  $5\n  ; date:2012-09-01')],
    [posting('C  $\u001b[31m5')],
    ['comment\n2012/08/20 x\n A  1\n B'],
  ])('%j', (text) => {
    const { transactions, problems } = readJournal(text)
    expect(transactions).toEqual([])
    expect(
      problems.map(({ line, code, sentence }) => `${line} ${code}: ${sentence}`),
    ).toMatchSnapshot()
  })

  test('a blank line ends a transaction, and what follows it belongs to none', () => {
    const { transactions, problems } = readJournal('2012/08/20 x\n A  $1\n\n B\n')
    expect(transactions.map(({ postings }) => postings.length)).toEqual([1])
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[4, 'journal.indented']])
  })

  test('the transactions around a problem are still read', () => {
    const good = '2012/08/20 x\n A  $1\n B\n'
    const { transactions, problems } = readJournal(`${good}\n2012/08/21 y\n A  ?\n B\n\n${good}`)
    expect(transactions.map(({ line }) => line)).toEqual([1, 9])
    expect(problems.map(({ line, text }) => [line, text])).toEqual([[6, 'A  ?']])
  })
})

describe('hostile files', () => {
  test('a file cannot speak to the terminal that reports it', () => {
    const [problem] = readJournal(`\u001b[2J\u202Eevil ${'x'.repeat(500)}`).problems
    expect(problem?.text).toBe(`<U+001B>[2J<U+202E>evil ${'x'.repeat(70)}…`)
  })

  test('a line, a transaction and a list of problems have limits', () => {
    const codes = (text: string) => readJournal(text).problems.map(({ code }) => code)
    expect(codes(`2012/08/20 ${'x'.repeat(MAX_LINE_CHARS)}`)).toEqual(['journal.line_too_long'])
    const many = ' A  $1\n'.repeat(MAX_POSTINGS)
    expect(codes(`2012/08/20 x\n${many}`)).toEqual([])
    expect(codes(`2012/08/20 x\n${many} A  $1\n A  $1\n`)).toEqual(['journal.too_many_postings'])
    const stopped = readJournal('?\n'.repeat(50_000)).problems
    expect(stopped.length).toBe(MAX_PROBLEMS + 1)
    expect(stopped.at(-1)).toMatchObject({ line: MAX_PROBLEMS, code: 'journal.too_many_problems' })
  })

  test('lines made to be slow to match are read at once', () => {
    const started = performance.now()
    for (const piece of [
      ' ',
      '\t',
      ' -',
      '1,',
      ' 1',
      ':a',
      'a:',
      ';',
      '=',
      '(',
      '$ ',
      '|',
      ' x:',
      '[1',
    ]) {
      const long = piece.repeat(4_500)
      readJournal(
        `2012/08/20 ${long}\n A  ${long}\n ${long}\n B${long}  $1\n C  $1 ; ${long}\n${long}`,
      )
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('a file of line ends alone, and one of ten megabytes, are read in seconds', () => {
    const started = performance.now()
    expect(readJournal('\n'.repeat(5_000_000)).problems).toEqual([])
    const one =
      '2012/08/20 * (12) ACH CREDIT ; $100\n\tRevenue:Cash\t-$1,100.00\n\tAssets:Checking\n\n'
    const count = Math.ceil(10_000_000 / one.length)
    expect(readJournal(one.repeat(count)).transactions.length).toBe(count)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test.each([
    ['a stray continuation byte', [0x61, 0x0a, 0x80], 2],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x20], 3],
    ['a character cut short', [0x61, 0xe4, 0xb8], 1],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 1],
    ['half a pair', [0xed, 0xa0, 0x80], 0],
    ['beyond the last plane', [0xf4, 0x90, 0x80, 0x80], 0],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 0],
  ])('%s is refused with its offset', (_, bytes, offset) => {
    const refused = (() => {
      try {
        return decodeJournal(new Uint8Array(bytes))
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'file.not_utf8', values: { offset } })
  })

  test('what is UTF-8 is what the platform says is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true })
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 12 }),
        fc.string({ unit: 'binary' }),
        (noise, text) => {
          const bytes = new Uint8Array([...new TextEncoder().encode(text), ...noise])
          let read: string | null = null
          try {
            read = strict.decode(bytes)
          } catch {}
          if (read === null) expect(() => decodeJournal(bytes)).toThrow(Refusal)
          else expect(decodeJournal(bytes)).toBe(read)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('any text at all is read without an exception', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...'2012/08/20 * (1) | ; $1,00.0 -\n\t  A:B @ = ~ ! comment\nend Y D €'.split(/(?<=\s)/),
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const lines = text.split('\n').length
        for (const { line } of readJournal(text).problems) expect(line).toBeLessThanOrEqual(lines)
      }),
      { numRuns: 2_000 },
    )
  })
})
