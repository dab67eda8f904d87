/** Imports through the real command line: real books, real grants, bad files, a full disk, a killed process. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dollars, readBook } from '../exchange/books.ts'
import { commandLine, headIn, makeBook, openFund, projectRoot } from './care-ledger.ts'

const line = commandLine()
const books = join(projectRoot, 'test/data/books')
const grantsFile = join(projectRoot, 'templates/demo/grants.csv')
const years = ['sshchicago/fy2012', 'sshchicago/fy2013', 'sshchicago/fy2014']
const chicagoMapping = join(books, 'sshchicago/mapping.json')

interface Balances {
  readonly rows: readonly { account: string; debit: string; credit: string }[]
}

/** Cents by account, as the book says now; the bank under its name in the journals. */
async function balancesIn(book: string, bank: string): Promise<Map<string, number>> {
  const { rows } = await line.json<Balances>(['ask', 'trial_balance.show', '--book', book])
  return new Map(
    rows.map(({ account, debit, credit }) => [
      account === '1100' ? bank : account,
      dollars(debit) - dollars(credit),
    ]),
  )
}

/** Ledger prints an account with the accounts below it added in. */
function withBelow(sums: ReadonlyMap<string, number>): Record<string, number> {
  const all = [...sums.keys()].map((account) => {
    const below = [...sums].filter(([name]) => name === account || name.startsWith(`${account}:`))
    return [account, below.reduce((total, [, sum]) => total + sum, 0)] as const
  })
  return Object.fromEntries(all.filter(([, sum]) => sum !== 0).sort())
}

function expectedOf(path: string): Record<string, number> {
  return Object.fromEntries([...readBook(path).expected].filter(([, sum]) => sum !== 0).sort())
}

interface Page {
  readonly rows: readonly { entry: number; balance: string }[]
  readonly cursor: string | null
}

/** The bank's balance after each entry, in the order of the register, oldest first. */
async function runningBank(book: string): Promise<Map<number, number>> {
  const found: { entry: number; balance: string }[] = []
  let cursor: string | null = null
  do {
    const ask = [
      'ask',
      'registers.page',
      '--book',
      book,
      'fund=general',
      'account=1100',
      'limit=1000',
    ]
    const page: Page = await line.json<Page>([...ask, ...(cursor ? [`cursor=${cursor}`] : [])])
    found.push(...page.rows)
    cursor = page.cursor
  } while (cursor)
  return new Map(found.reverse().map(({ entry, balance }) => [entry, dollars(balance)]))
}

describe.concurrent('real books, each in a book of its own', () => {
  test.each(years)('%s equals the reference program to the cent', async (year) => {
    const book = `${year.replace('sshchicago/', '')}.db`
    await makeBook(line, `./${book}`)
    const journal = join(books, `${year}.dat`)
    const taken = await line.json<{ entries: number; skipped: unknown[] }>([
      ...['import', journal, '--map', chicagoMapping, '--book', `./${book}`],
    ])
    const { journal: read } = readBook(`${year}.dat`)
    expect(taken.entries).toBe(read.transactions.length)
    const held = await balancesIn(`./${book}`, 'Assets:Checking')
    expect(withBelow(held)).toEqual(expectedOf(`${year}.dat`))

    const running = [...(await runningBank(`./${book}`))].sort(([a], [b]) => a - b)
    const moved = read.transactions.filter(({ postings }) =>
      postings.some(({ account }) => account === 'Assets:Checking'),
    )
    expect(running.length).toBe(moved.length)
    const compared = moved.flatMap(({ comment, line: at }, place) => {
      if (!comment.startsWith('$')) return []
      return [{ at, said: dollars(comment), held: running[place]![1] }]
    })
    expect(compared.length).toBeGreaterThanOrEqual(moved.length - 3)
    expect(compared.filter(({ said, held: found }) => said !== found)).toEqual([])
  })

  test('the hledger overview equals hledger to the cent', async () => {
    await makeBook(line, './overview.db')
    const journal = join(books, 'overview/2024.journal')
    const map = join(books, 'overview/mapping.json')
    const taken = await line.json<{ entries: number }>([
      ...['import', journal, '--map', map, '--book', './overview.db'],
    ])
    expect(taken.entries).toBe(9)
    const held = await balancesIn('./overview.db', 'assets:cash:bank')
    expect(withBelow(held)).toEqual(expectedOf('overview/2024.journal'))
  })
})

test('three years one after another: openings are checked, not posted, and the bank agrees', async () => {
  await makeBook(line, './three.db')
  const openings: number[] = []
  for (const year of years) {
    const journal = join(books, `${year}.dat`)
    const import_ = ['import', journal, '--map', chicagoMapping, '--book', './three.db']
    const taken = await line.json<{ openings_checked: number }>(import_)
    openings.push(taken.openings_checked)
    const held = await balancesIn('./three.db', 'Assets:Checking')
    expect(held.get('Assets:Checking')).toBe(
      readBook(`${year}.dat`).expected.get('Assets:Checking'),
    )
  }
  expect(openings).toEqual([0, 1, 1])
  const { code, out } = await line.run(['verify', './three.db'])
  expect([code, out]).toEqual([0, expect.stringContaining('560 entries with 568 postings')])
})

describe('the same file', () => {
  const import_ = ['import', join(books, 'sshchicago/fy2012.dat'), '--map', chicagoMapping]
  beforeAll(() => makeBook(line, './same.db'))

  test('a dry run says what would happen and leaves no trace', async () => {
    const before = headIn(line, './same.db')
    const { code, out } = await line.run([...import_, '--book', './same.db', '--dry-run'])
    expect([code, out]).toEqual([0, expect.stringMatching(/^Would take 16 entries of /)])
    expect(headIn(line, './same.db')).toEqual(before)
  })

  test('sent three times is taken once, and each time gets the first answer', async () => {
    const answers = []
    for (let time = 0; time < 3; time += 1) {
      const answer = await line.json<{ replayed: boolean }>([...import_, '--book', './same.db'])
      answers.push(answer)
    }
    const [first, ...again] = answers
    expect(first).toMatchObject({ import: 1, entries: 16, replayed: false })
    for (const one of again) expect(one).toEqual({ ...first, replayed: true })
  })

  test('with another mapping is refused: the entries stand already', async () => {
    const map = join(line.folder, 'other.json')
    writeFileSync(map, `${readFileSync(chicagoMapping, 'utf8')}\n`)
    const { code, err } = await line.run([
      ...['import', import_[1]!, '--map', map, '--book', './same.db'],
    ])
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/Exactly this file was imported by event/),
    ])
  })
})

describe('475 real grants', () => {
  const total = readFileSync(grantsFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .reduce((sum, row) => sum + Math.round(Number(/,GBP,([0-9.]+),/.exec(row)![1]) * 100), 0)

  beforeAll(() => makeBook(line, './dollars.db', 'care'))

  test('become payouts; the statement of the period totals the column', async () => {
    await line.json([
      ...['init', '--book', './grants.db', '--name', 'Trust', '--currency', 'GBP'],
      ...['--time-zone', 'Europe/London'],
    ])
    await openFund(line, './grants.db', 'music')
    const receive = [
      'fund=music',
      'source=organisation',
      'amount=30000000',
      'received_on=2011-01-01',
    ]
    const party = 'party:={"kind":"organisation","name":"Estate"}'
    await line.json(['do', 'contributions.receive', '--book', './grants.db', ...receive, party])
    const take = ['import', grantsFile, '--grants', '--fund', 'music', '--book', './grants.db']
    const taken = await line.json<{ payouts: number }>([...take, '--category', 'enterprise_grants'])
    expect(taken.payouts).toBe(475)
    const statement = await line.json<{ payments: string; lines: number }>([
      ...['statement', '--book', './grants.db', '--fund', 'music', '--format', 'json'],
      ...['--from', '2011-01-01', '--to', '2020-12-31', '--out', 'music.json'],
    ])
    expect(statement.lines).toBe(476)
    expect(Math.round(Number(statement.payments) * 100)).toBe(total)
    expect(total).toBe(2_175_779_327)
  })

  test.each([
    ['an unknown fund', ['--fund', 'nowhere'], 1, /There is no fund "nowhere"/],
    ['no fund', [], 2, /Say which fund paid the grants/],
    ['a category that is none', ['--fund', 'care', '--category', 'x'], 2, /“x” is no category/],
    ['another currency', ['--fund', 'care'], 1, /grant is in GBP; the fund care is kept in USD/],
  ])('%s is refused', async (_, more, exit, said) => {
    const take = ['import', grantsFile, '--grants', '--book', './dollars.db', ...more]
    const { code, err } = await line.run(take)
    expect([code, err]).toEqual([exit, expect.stringMatching(said)])
  })

  test('more than the fund holds is refused with the row, and nothing is recorded', async () => {
    const book = './poor.db'
    await line.json([
      ...['init', '--book', book, '--name', 'Trust', '--currency', 'GBP', '--time-zone', 'UTC'],
    ])
    await openFund(line, book, 'music')
    const before = headIn(line, book)
    const { code, err } = await line.run([
      ...['import', grantsFile, '--grants', '--fund', 'music', '--book', book],
    ])
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^Refused\. Line \d+: .* is more than the 0\.00 GBP available/),
    ])
    expect(headIn(line, book)).toEqual(before)
  })
})

describe('bad files', () => {
  beforeAll(async () => {
    await makeBook(line, './bad.db')
    const journal = '2026-01-01 a\n    Assets:Checking  5 USD\n    Revenue:Dues\n'
    const files = {
      'good.journal': journal,
      'unbalanced.journal': `${journal}\n2026-01-02 b\n  Assets:Checking  5 USD\n  Revenue:Dues  -4 USD\n`,
      'two.journal': '2026-02-30 a\n\n2026-13-01 b\n',
      'binary.journal': Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      'not-json.json': '{"fund": ',
      'list.json': '[]',
      'unknown-fund.json': readFileSync(chicagoMapping, 'utf8').replace('general', 'nowhere'),
      'euro.json': readFileSync(chicagoMapping, 'utf8').replace('USD', 'EUR'),
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(line.folder, name), text)
    mkdirSync(join(line.folder, 'a-folder'))
  })

  test.each([
    [
      'an unbalanced entry',
      'unbalanced.journal',
      chicagoMapping,
      /Line 5: .*add up to 1\.00 USD.*\[import\.problems\]/,
    ],
    ['two bad days', 'two.journal', chicagoMapping, / {2}line 1: .*\n {2}line 3: /],
    ['bytes that are no text', 'binary.journal', chicagoMapping, /is not UTF-8 text: byte 0/],
    [
      'no such journal',
      'missing.journal',
      chicagoMapping,
      /missing\.journal: there is no such file .*\[file\.trouble\]/,
    ],
    ['a folder', 'a-folder', chicagoMapping, /a-folder: it is a folder/],
    ['a device', '/dev/zero', chicagoMapping, /\/dev\/zero: it is no ordinary file/],
    ['no such mapping', 'good.journal', 'missing.json', /missing\.json: there is no such file/],
    [
      'a mapping that is not JSON',
      'good.journal',
      'not-json.json',
      /The mapping is not JSON.*\[mapping\.unreadable\]/,
    ],
    [
      'a mapping of another form',
      'good.journal',
      'list.json',
      /The mapping does not hold.*\[mapping\.invalid\]/,
    ],
    ['an unknown fund', 'good.journal', 'unknown-fund.json', /no fund .?nowhere/],
    [
      'another currency',
      'good.journal',
      'euro.json',
      /is in USD; the mapping's fund is kept in EUR/,
    ],
  ])('%s is refused, and nothing is recorded', async (_, journal, map, said) => {
    const before = headIn(line, './bad.db')
    const { code, out, err } = await line.run([
      'import',
      journal,
      '--map',
      map,
      '--book',
      './bad.db',
    ])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(said)
    expect(err).not.toMatch(/^\s+at /m)
    expect(headIn(line, './bad.db')).toEqual(before)
  })
})

/** A journal of many entries, so that its import takes a while. */
function longJournal(entries: number): string {
  const one = (place: number) =>
    `2026-01-${String((place % 28) + 1).padStart(2, '0')} donor ${place}\n` +
    '    Assets:Checking  1.00 USD\n    Revenue:Dues\n'
  return Array.from({ length: entries }, (_, place) => one(place)).join('\n')
}

/** Waits until another process holds the write lock of a book, and has held it for a while. */
async function whenWriting(path: string): Promise<void> {
  const connection = new Sqlite(path, { timeout: 0 })
  try {
    for (let seen = 0; seen < 5; ) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      try {
        connection.exec('begin immediate')
        connection.exec('rollback')
        seen = 0
      } catch {
        seen += 1
      }
    }
  } finally {
    connection.close()
  }
}

test('killed in the middle of an import, nothing is half done, and the import goes again', async () => {
  await makeBook(line, './killed.db')
  const path = join(line.folder, 'killed.db')
  writeFileSync(join(line.folder, 'long.journal'), longJournal(10_000))
  const import_ = ['import', 'long.journal', '--map', chicagoMapping, '--book', './killed.db']
  const before = headIn(line, './killed.db')
  for (const wait of [0, 100]) {
    const child = line.start(import_)
    const closed = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
    await whenWriting(path)
    await new Promise((resolve) => setTimeout(resolve, wait))
    child.kill('SIGKILL')
    expect(await closed).toBe('SIGKILL')
    expect(headIn(line, './killed.db')).toEqual(before)
  }
  expect((await line.run(['verify', './killed.db'])).code).toBe(0)
  expect((await line.run(import_)).code).toBe(0)
  const { rows } = await line.json<Balances>(['ask', 'trial_balance.show', '--book', './killed.db'])
  expect(rows.find(({ account }) => account === '1100')?.debit).toBe('10000.00')
  expect((await line.run(['verify', './killed.db'])).code).toBe(0)
})

/** Bytes that may still be written to a disk. */
function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

describe('a disk without room', () => {
  const mounted = join(line.folder, 'small')
  mkdirSync(mounted)
  let mount = true
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=5m', 'tmpfs', mounted], { stdio: 'ignore' })
  } catch {
    mount = false
  }
  afterAll(() => {
    if (mount) execFileSync('umount', [mounted])
  })

  test.skipIf(!mount)(
    'refuses an import with 69, keeps the book whole, and takes it later',
    async () => {
      const book = join(mounted, 'book.db')
      await makeBook(line, book)
      writeFileSync(join(line.folder, 'full.journal'), longJournal(1_000))
      const import_ = ['import', 'full.journal', '--map', chicagoMapping, '--book', book]
      writeFileSync(join(mounted, 'ballast'), Buffer.alloc(freeIn(mounted) - 131_072))
      const refused = await line.run(import_)
      expect([refused.code, refused.err]).toEqual([
        69,
        expect.stringMatching(/There is no room left for the database .*; nothing was recorded/),
      ])
      expect((await line.run(['verify', book])).code).toBe(0)
      writeFileSync(join(mounted, 'rest'), Buffer.alloc(freeIn(mounted)))
      const export_ = ['export', '--book', './bad.db', '--fund', 'general']
      const exported = await line.run([...export_, '--to', join(mounted, 'a.journal')])
      expect([exported.code, exported.err]).toEqual([69, expect.stringContaining('[file.no_room]')])
      expect(readdirSync(mounted).filter((name) => name.startsWith('a.journal'))).toEqual([])
      for (const name of ['ballast', 'rest']) rmSync(join(mounted, name))
      expect((await line.run(import_)).code).toBe(0)
      expect((await line.run(['verify', book])).code).toBe(0)
    },
  )
})
