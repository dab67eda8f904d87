/** Backup, restore and export through the real command line, while a real server writes to the book. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLine, headIn, makeBook, openFund, type Server, serving } from './care-ledger.ts'

const line = commandLine()
const at = (name: string) => join(line.folder, name)
const book = ['--book', 'relief']

interface TrialBalance {
  readonly rows: readonly { fund: string; account: string; debit: string; credit: string }[]
}

beforeAll(async () => {
  await makeBook(line, './books/relief.db', 'care')
  await openFund(line, 'relief', 'second')
  const person = (name: string) => JSON.stringify({ kind: 'person', name })
  for (const [name, ...fields] of [
    [
      'contributions.receive',
      'fund=care',
      'source=member',
      `party:=${person('=1+1')}`,
      'amount=900',
    ],
    ['payouts.pay', 'fund=care', `payee:=${person('@张明')}`, 'category=care_grants', 'amount=80'],
    [
      'payouts.pay',
      'fund=care',
      `payee:=${person('O\u2019Brien')}`,
      'category=care_grants',
      'amount=9',
    ],
    ['entries.reverse', 'entry=3', 'reason=Entered twice; see note'],
    ['transfers.make', 'from=care', 'to=second', 'amount=200', 'terms=permanent', 'reason=Moved'],
    ['transfers.make', 'from=care', 'to=second', 'amount=50', 'terms=advance', 'reason=Lent'],
    ['commitments.make', 'fund=care', 'kind=awards_on_notice', 'amount=60'],
  ]) {
    await line.json(['do', name!, ...book, ...fields])
  }
})

/** A server, and a stream of postings to it that goes on until it is stopped. */
async function busyServer(): Promise<{ server: Server; quiet(): Promise<number> }> {
  const server = await serving(line, 'books')
  const make = ['token', ...book, '--role', 'fund_administrator', '--label', 'Stream']
  const { secret } = await line.json<{ secret: string }>(make)
  let running = true
  let posted = 0
  const post = async (stream: number) => {
    for (let place = 0; running; place += 1) {
      const answer = await fetch(`${server.base}/b/relief/api/v1/funds/care/contributions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'idempotency-key': `stream-${stream}-${String(place).padStart(10, '0')}`,
        },
        body: '{"source":"unidentified","amount":"1.00"}',
      })
      expect(answer.status).toBe(201)
      await answer.arrayBuffer()
      posted += 1
    }
  }
  const streams = [post(0), post(1), post(2)]
  return {
    server,
    quiet: async () => {
      running = false
      await Promise.all(streams)
      return posted
    },
  }
}

describe('backup and restore', () => {
  test('while a server writes: the copy verifies, and restores to that very state', async () => {
    const { server, quiet } = await busyServer()
    const made = await line.json<{ seal: string; sequence: number; bytes: number }>([
      ...['backup', ...book, '--to', 'live.db'],
    ])
    expect(await quiet()).toBeGreaterThan(0)
    expect(await server.stop()).toBe(0)
    expect(made).toMatchObject({ seal: 'live.db.seal', bytes: statSync(at('live.db')).size })
    expect(statSync(at('live.db')).mode & 0o777).toBe(0o600)
    expect(
      readdirSync(line.folder).filter((name) => /partial|-wal|-shm|-journal/.test(name)),
    ).toEqual([])
    expect(headIn(line, 'live.db')).toMatchObject({ seq: made.sequence })
    expect((headIn(line, 'books/relief.db') as { seq: number }).seq).toBeGreaterThan(made.sequence)

    const verified = await line.run(['verify', './live.db'])
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringMatching(/PASS {2}seal .*\nPASS {2}file /),
    ])
    await line.json(['restore', 'live.db', '--to', 'restored/relief.db'])
    expect(headIn(line, 'restored/relief.db')).toEqual(headIn(line, 'live.db'))
    const list = ['ask', 'funds.list', '--book', './restored/relief.db']
    expect((await line.json<{ funds: unknown[] }>(list)).funds.length).toBe(2)
  })

  test('into a folder it is named after book and instant; and nothing is overwritten', async () => {
    const { backup } = await line.json<{ backup: string }>(['backup', 'relief', '--to', 'books'])
    expect(backup).toMatch(/^books\/relief-\d{8}T\d{6}Z\.db$/)
    rmSync(at(backup))
    rmSync(at(`${backup}.seal`))
    for (const args of [
      ['backup', 'relief', '--to', 'live.db'],
      ['restore', 'live.db', '--to', 'books/relief.db'],
    ]) {
      const before = headIn(line, 'books/relief.db')
      const { code, err } = await line.run(args)
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/There is a file .* already; it stays/),
      ])
      expect(headIn(line, 'books/relief.db')).toEqual(before)
    }
  })

  test('a leftover log of another book keeps a restore away', async () => {
    writeFileSync(at('stale.db-wal'), 'left over')
    const { code, err } = await line.run(['restore', 'live.db', '--to', 'stale.db'])
    expect([code, err]).toEqual([1, expect.stringMatching(/stale\.db-wal already/)])
  })

  test.each([
    ['one bit flipped in a free gap or anywhere', (whole: Buffer) => flipped(whole, 0.7), 1],
    ['one bit flipped in a header', (whole: Buffer) => flipped(whole, 0), 1],
    ['the end cut off', (whole: Buffer) => whole.subarray(0, whole.length - 4096), 1],
  ])('%s: refused, nothing restored', async (name, change, exit) => {
    const file = `${name.slice(0, 12).replaceAll(' ', '-')}.db`
    writeFileSync(at(file), change(readFileSync(at('live.db'))))
    writeFileSync(at(`${file}.seal`), readFileSync(at('live.db.seal')))
    const { code, out, err } = await line.run(['restore', file, '--to', 'never.db'])
    expect(code).toBe(exit)
    expect(out + err).toMatch(/FAIL|Refused/)
    expect(existsSync(at('never.db'))).toBe(false)
    expect(readdirSync(line.folder).filter((one) => one.includes('partial'))).toEqual([])
  })

  test('with a key that did not make its seal it is refused', async () => {
    const key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    const restore = ['restore', 'live.db', '--to', 'never.db', '--key', key]
    const { code, out } = await line.run(restore)
    expect([code, out]).toEqual([1, expect.stringMatching(/^FAIL {2}seal /m)])
    expect(existsSync(at('never.db'))).toBe(false)
  })

  test('a book in use is no backup: a part of it is still in its log', async () => {
    const server = await serving(line, 'books')
    await line.json(['token', ...book, '--role', 'auditor', '--label', 'Written to the log'])
    const { code, err } = await line.run(['restore', 'books/relief.db', '--to', 'never.db'])
    expect([code, err]).toEqual([1, expect.stringMatching(/\[restore\.not_a_backup\]/)])
    expect(await server.stop()).toBe(0)
  })

  test('a seal that cannot be read, and one without a key to check it', async () => {
    writeFileSync(at('sealed.db'), readFileSync(at('live.db')))
    writeFileSync(at('sealed.db.seal'), 'wax')
    const unread = await line.run(['verify', './sealed.db'])
    expect([unread.code, unread.err]).toEqual([
      1,
      expect.stringMatching(/\[file_seal\.unreadable\]/),
    ])
    const connection = new Sqlite(at('sealed.db'))
    connection.exec('drop trigger signing_key_never_removed; delete from signing_key')
    connection.close()
    const keyless = await line.run(['verify', './sealed.db'])
    expect([keyless.code, keyless.err]).toEqual([1, expect.stringMatching(/\[file_seal\.no_key\]/)])
  })

  test('without its seal a backup is taken only when told to', async () => {
    writeFileSync(at('bare.db'), readFileSync(at('live.db')))
    const refused = await line.run(['restore', 'bare.db', '--to', 'bare-restored.db'])
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/no seal bare\.db\.seal .*\[restore\.seal_missing\]/),
    ])
    await line.json(['restore', 'bare.db', '--to', 'bare-restored.db', '--no-seal'])
    expect(headIn(line, 'bare-restored.db')).toEqual(headIn(line, 'live.db'))
  })

  test('into a folder that is not there it is refused', async () => {
    const { code, err } = await line.run(['backup', ...book, '--to', 'no/where.db'])
    expect([code, err]).toEqual([1, expect.stringMatching(/^Refused\. no: there is no such file/)])
    expect(existsSync(at('no'))).toBe(false)
  })
})

describe('export', () => {
  beforeAll(() => line.json(['export', ...book, '--to', 'out', '--names']))

  test('imported into a new book it gives the same trial balance', async () => {
    await makeBook(line, './again.db', 'care')
    await openFund(line, './again.db', 'second')
    for (const fund of ['care', 'second']) {
      await line.json([
        ...[
          'import',
          `out/${fund}.journal`,
          '--map',
          `out/${fund}.mapping.json`,
          '--book',
          './again.db',
        ],
      ])
    }
    const balances = async (path: string) => {
      const { rows } = await line.json<TrialBalance>(['ask', 'trial_balance.show', '--book', path])
      return rows.filter(({ account }) => !account.startsWith('9'))
    }
    const there = await balances('./again.db')
    expect(there.length).toBeGreaterThan(8)
    expect(there).toEqual(await balances('relief'))
  })

  test('promises stand in a journal of their own', () => {
    expect(readdirSync(at('out')).sort()).toEqual([
      ...['accounts.csv', 'care.commitments.journal', 'care.journal', 'care.mapping.json'],
      ...[
        'entries.csv',
        'parties.csv',
        'public-keys.json',
        'second.journal',
        'second.mapping.json',
      ],
    ])
    expect(readFileSync(at('out/care.commitments.journal'), 'utf8')).toMatch(
      /memorandum:.* {2}60\.00 USD/,
    )
    expect(readFileSync(at('out/care.journal'), 'utf8')).not.toContain('memorandum')
  })

  test('what a spreadsheet would run is neutralised, and names stand only when asked for', async () => {
    const parties = (folder: string) =>
      parse(readFileSync(at(`${folder}/parties.csv`)), { columns: true, bom: true }) as {
        name: string
      }[]
    const names = parties('out').map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(["'=1+1", "'@张明", 'O\u2019Brien'])
    await line.json(['export', ...book, '--to', 'masked'])
    for (const { name } of parties('masked')) expect(name).not.toMatch(/张明|Brien/)
    const entries = (folder: string) => readFileSync(at(`${folder}/entries.csv`), 'utf8')
    expect(entries('out')).toContain('Entered twice; see note')
    expect(entries('masked')).not.toContain('Entered twice')
    expect(readFileSync(at('masked/care.journal'), 'utf8')).not.toContain('Entered twice')
  })

  test('a path that ends in .journal takes the journal of one fund', async () => {
    const two = await line.run(['export', ...book, '--to', 'one.journal'])
    expect([two.code, two.err]).toEqual([
      2,
      expect.stringMatching(/2 funds.*\nSay which.*care, second/),
    ])
    await line.json(['export', ...book, '--fund', 'care', '--to', 'one.journal'])
    expect(readFileSync(at('one.journal'), 'utf8')).not.toContain('Entered twice')
    const again = await line.run(['export', ...book, '--fund', 'care', '--to', 'one.journal'])
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/There is a file one\.journal/),
    ])
  })
})

function flipped(whole: Buffer, place: number): Buffer {
  const touched = Buffer.from(whole)
  touched[Math.floor(place * whole.length)]! ^= 8
  return touched
}
