/** Books and tokens through the real command line, and paths that are not what they should be. */
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLine, headIn, makeBook, openFund, serving } from './care-ledger.ts'

const line = commandLine()
const folder = line.folder

beforeAll(async () => {
  await makeBook(line, './books/relief.db', 'care')
})

describe('init', () => {
  test('makes a book and its key, which only its owner may read', async () => {
    const made = await line.json<{ path: string; key_file: string; signing_keys: unknown[] }>([
      ...[
        'init',
        '--books',
        'shelf',
        '--book',
        'guanai',
        '--name',
        '关爱基金会',
        '--currency',
        'CNY',
      ],
      ...['--time-zone', 'Asia/Shanghai', '--chart', 'china-npo'],
    ])
    expect(made).toMatchObject({ path: 'shelf/guanai.db', key_file: 'shelf/guanai.key.json' })
    expect(statSync(join(folder, made.key_file)).mode & 0o777).toBe(0o600)
    const held = JSON.parse(readFileSync(join(folder, made.key_file), 'utf8'))
    expect(made.signing_keys).toEqual([{ crv: 'Ed25519', kid: held.kid, kty: 'OKP', x: held.x }])
    const shown = await line.json<object>([
      'ask',
      'organisation.show',
      '--book',
      './shelf/guanai.db',
    ])
    expect(shown).toMatchObject({ name: '关爱基金会', currency: 'CNY', chart: 'china-npo' })
  })

  test.each([
    ['a book that is there', ['--book', './books/relief.db'], /There is a book relief already/],
    ['a code that is none', ['--book', 'Relief!'], /"Relief!" cannot be the code of a book/],
    ['a code that climbs', ['--book', '..'], /"\.\." cannot be the code of a book/],
    ['a chart that is none', ['--book', 'a', '--chart', 'x'], /^Refused\. chart: /],
    ['a zone that is none', ['--book', 'a', '--time-zone', 'Mars/Olympus'], /Mars\/Olympus/],
    ['a currency that is none', ['--book', 'a', '--currency', 'ZZZ'], /ZZZ/],
    ['a name of nothing', ['--book', 'a', '--name', ' '], /name: write something/],
  ])('%s is refused, and nothing is left behind', async (_, more, said) => {
    const { code, err } = await line.run([
      ...[
        'init',
        '--books',
        'none',
        '--name',
        'x',
        '--currency',
        'USD',
        '--time-zone',
        'UTC',
        ...more,
      ],
    ])
    expect([code, err]).toEqual([1, expect.stringMatching(said)])
    expect(existsSync(join(folder, 'none/a.db'))).toBe(false)
    expect(existsSync(join(folder, 'none/a.key.json'))).toBe(false)
  })
})

describe('a book is named in the same ways everywhere', () => {
  test.each([
    ['a path', ['--book', './books/relief.db']],
    ['a name in the folder of books', ['--book', 'relief']],
    ['a name in another folder', ['--books', '../', '--book', 'relief'], 'books/inner'],
    ['nothing, when the folder holds one book', []],
  ])('%s', async (_, named, cwd = '.') => {
    mkdirSync(join(folder, cwd), { recursive: true })
    const asked = await line.json<{ book: string }>(['ask', 'organisation.show', ...named], {
      cwd: join(folder, cwd),
    })
    expect(asked.book).toBe('relief')
  })

  test('the environment may name the folder', async () => {
    const env = { CARE_LEDGER_BOOKS: './books' }
    const asked = await line.json<{ book: string }>(['ask', 'organisation.show'], { env })
    expect(asked.book).toBe('relief')
  })

  test('with two books in the folder one has to be said', async () => {
    for (const code of ['one', 'two']) await makeBook(line, `./many/${code}.db`)
    const { code, err } = await line.run(['token', '--list', '--books', 'many'])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/holds 2 books: one, two\. \[usage\.book_not_named\]\nSay which/),
    ])
  })
})

describe('what is not a book', () => {
  const foreign = join(folder, 'foreign.db')

  beforeAll(() => {
    const connection = new Sqlite(foreign)
    connection.exec('create table bookmark (url text)')
    connection.close()
    new Sqlite(join(folder, 'no-tables.db')).exec('vacuum').close()
    writeFileSync(join(folder, 'empty.db'), '')
    writeFileSync(
      join(folder, 'text.db'),
      'These are not the pages you are looking for.'.repeat(99),
    )
    const whole = readFileSync(join(folder, 'books/relief.db'))
    writeFileSync(join(folder, 'cut.db'), whole.subarray(0, 20_000))
    for (const [name, sql] of [
      ['newer', "insert into migration values (99, 'later', 'x')"],
      ['altered', "update migration set digest = 'x'"],
    ]) {
      writeFileSync(join(folder, `${name}.db`), whole)
      const changed = new Sqlite(join(folder, `${name}.db`))
      changed.exec(sql!)
      changed.close()
    }
    symlinkSync('/etc/passwd', join(folder, 'link.db'))
  })

  const cases: [string, string, RegExp][] = [
    ['a file that is no database', '/etc/passwd', /\/etc\/passwd is not a SQLite database/],
    ['a link to one', './link.db', /is not a SQLite database/],
    ['a folder above', '../', /it is a folder/],
    ['a missing file', './missing.db', /There is no file \.\/missing\.db/],
    ['a missing name', 'missing', /There is no file books\/missing\.db/],
    ['a name that climbs', '..', /"\.\." cannot be the code of a book/],
    ['an empty file', './empty.db', /is empty: it holds no book/],
    ['text under the name of a book', './text.db', /is not a SQLite database/],
    ['a truncated book', './cut.db', /is damaged|not a Care Ledger book|is not a SQLite database/],
    [
      'a newer book',
      './newer.db',
      /schema 99; this release of Care Ledger knows schemas up to \d+\./,
    ],
    ['an altered book', './altered.db', /Migration 1 of this book is not the one/],
    [
      "another program's database",
      './foreign.db',
      /not a Care Ledger book: it holds the tables bookmark/,
    ],
    ['a database without tables', './no-tables.db', /not a Care Ledger book: it is empty/],
  ]

  test.each(cases)('%s is refused with its sentence by a command', async (_, path, said) => {
    const named = ['--role', 'auditor', '--label', 'x', '--book', path]
    const { code, out, err } = await line.run(['token', ...named])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(said)
    expect(err).not.toMatch(/^\s+at /m)
  })

  test.each(cases.filter(([, path]) => /cut|newer|altered|foreign|text/.test(path)))(
    '%s is refused by verify',
    async (_, path) => {
      const { code, err } = await line.run(['verify', path])
      expect([code, err]).toEqual([1, expect.stringMatching(/^Refused\. .*\n.*\.\n$/)])
    },
  )

  test("another program's database stays as it was, to the byte", async () => {
    const before = readFileSync(foreign)
    await line.run(['do', 'funds.open', '--book', foreign, 'fund=a'])
    expect(readFileSync(foreign).equals(before)).toBe(true)
    expect(existsSync(`${foreign}-wal`)).toBe(false)
  })
})

describe('tokens', () => {
  interface Made {
    readonly token: number
    readonly secret: string
    readonly expires_at: number
  }

  function make(...more: string[]): Promise<Made> {
    return line.json<Made>(['token', '--book', 'relief', '--label', 'A machine', ...more])
  }

  test('the secret stands alone on standard output, and nowhere in the book', async () => {
    const make = ['token', '--book', 'relief', '--role', 'auditor', '--label', 'Audit']
    const { code, out, err } = await line.run(make)
    expect([code, out]).toEqual([0, expect.stringMatching(/^clt_[\w-]{43}\n$/)])
    expect(err).toMatch(/Token \d+: auditor, until .*only appearance/)
    const book = readFileSync(join(folder, 'books/relief.db'), 'latin1')
    expect(book.includes(out.trim())).toBe(false)
  })

  test.each([
    ['12h', 12 * 3_600_000],
    ['30d', 30 * 86_400_000],
    ['2w', 14 * 86_400_000],
    ['1y', 365 * 86_400_000],
  ])('--expires %s', async (span, ms) => {
    const { expires_at } = await make('--role', 'auditor', '--expires', span)
    expect(Math.abs(expires_at - Date.now() - ms)).toBeLessThan(60_000)
  })

  test('a day lasts to its end', async () => {
    const day = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
    const { expires_at } = await make('--role', 'auditor', '--expires', day)
    expect(expires_at).toBe(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
  })

  test('an end in the past is refused', async () => {
    const past = ['--role', 'auditor', '--label', 'x', '--expires', '2020-01-01']
    const { code, err } = await line.run(['token', '--book', 'relief', ...past])
    expect([code, err]).toEqual([1, expect.stringMatching(/which is over/)])
  })

  test('are used, listed and revoked while a server has the book open', async () => {
    const server = await serving(line, 'books')
    const { token, secret } = await make('--role', 'fund_administrator', '--reads-names')
    const asks = () =>
      fetch(`${server.base}/b/relief/api/v1/funds/care`, {
        headers: { authorization: `Bearer ${secret}` },
      })
    expect((await asks()).status).toBe(200)
    const { tokens } = await line.json<{ tokens: object[] }>([
      'token',
      '--book',
      'relief',
      '--list',
    ])
    expect(tokens).toContainEqual({
      ...{ token, label: 'A machine', role: 'fund_administrator', reads_names: true },
      ...{ unit: null, reads_only: false, commands: [], expires_at: expect.any(Number) },
      used_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    })
    await line.json(['token', '--book', 'relief', '--revoke', String(token)])
    expect((await asks()).status).toBe(401)
    const again = await line.run(['token', '--book', 'relief', '--revoke', String(token)])
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/no token \d+ in force/)])
    expect(await server.stop()).toBe(0)
  })
})

describe('do and ask', () => {
  test('a command is performed once for its key, and a dry run leaves no trace', async () => {
    const fields = ['fund=care', 'source=member', 'amount=120.00']
    const party = 'party:={"kind":"person","name":"Ada <Park> =1+1"}'
    const receive = ['do', 'contributions.receive', '--book', 'relief', ...fields, party]
    const before = headIn(line, 'books/relief.db')
    const dry = await line.json<{ sequence: null; dry_run: boolean }>([...receive, '--dry-run'])
    expect(dry).toMatchObject({ sequence: null, dry_run: true })
    expect(headIn(line, 'books/relief.db')).toEqual(before)
    const key = ['--key', '0f9a7f6e-6f0f-4a53-9d6e-1c9f1b0b7a11']
    const done = await line.json<object>([...receive, ...key])
    expect(await line.json([...receive, ...key])).toEqual({ ...done, replayed: true })
  })

  test('fields may come from a file or standard input', async () => {
    const input = JSON.stringify({ fund: 'stdin', name: 'S', restriction: 'purpose', purpose: 'P' })
    const open = ['do', 'funds.open', '--book', 'relief', '--input']
    const done = await line.run([...open, '-', 'name=By the way'], { input })
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('fund: stdin')])
    const shown = await line.json<{ name: string }>([
      ...['ask', 'funds.show', '--book', 'relief', 'fund=stdin'],
    ])
    expect(shown.name).toBe('By the way')
    const none = await line.run([...open, '-'], { input: '[1]' })
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/holds no JSON object/)])
  })

  test('a refusal of the book is told with its remedy, and leaves 1', async () => {
    const pay = ['fund=care', 'payee:={"kind":"person","name":"B"}', 'category=care_grants']
    const { code, err } = await line.run([
      'do',
      'payouts.pay',
      '--book',
      'relief',
      ...pay,
      'amount=1e3',
    ])
    expect([code, err]).toEqual([1, expect.stringMatching(/^Refused\. .*1e3.*\n.*\n$/)])
  })

  test('what steers a terminal is written out', async () => {
    const named = 'name:="\\u001b[31mred\\u202e"'
    const { out } = await line.run(['do', 'funds.open', '--book', 'relief', 'fund=x', named])
    expect(out.includes('\u001b')).toBe(false)
    const fields = ['fund=y', 'name=\u202eevil', 'restriction=purpose', 'purpose=p']
    await line.run(['do', 'funds.open', '--book', 'relief', ...fields])
    const shown = await line.run(['ask', 'funds.show', '--book', 'relief', 'fund=y'])
    expect(shown.out).toContain('name: <U+202E>evil')
  })
})

describe('serve', () => {
  test('tells the health of its books and stops when told', async () => {
    const server = await serving(line, 'books')
    const health = await fetch(`${server.base}/healthz`)
    expect([health.status, (await health.json()).status]).toEqual([200, 'pass'])
    expect((await fetch(`${server.base}/b/relief/api/v1/funds/care`)).status).toBe(401)
    const port = new URL(server.base).port
    const second = await line.run(['serve', '--port', port])
    expect([second.code, second.err]).toEqual([
      69,
      expect.stringMatching(/listens on 127\.0\.0\.1:\d+ already\. \[host\.port_taken\]/),
    ])
    await openFund(line, 'relief', 'while-serving')
    expect(await server.stop()).toBe(0)
  })

  test('an address that is not of this machine', async () => {
    const { code, err } = await line.run(['serve', '--host', '192.0.2.1', '--port', '0'])
    expect([code, err]).toEqual([
      69,
      expect.stringMatching(/not let it listen on 192\.0\.2\.1:0 .*\[host\.address_refused\]/),
    ])
  })
})
