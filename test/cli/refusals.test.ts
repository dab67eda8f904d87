/** Every refusal of the command line, provoked in a real process: its exit code, its code, its sentence. */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translated } from '../../src/cli/refusals.ts'
import { commandLine, makeBook } from './care-ledger.ts'

const line = commandLine()
const at = (name: string) => join(line.folder, name)
const taken = createServer()
let inUse: Sqlite.Database

/** How a command was refused. */
async function refused(args: readonly string[]): Promise<{ exit: number | null; said: unknown }> {
  const { code, out } = await line.run([...args, '--json'])
  const { error } = JSON.parse(out)
  return { exit: code, said: [error.code, error.detail] }
}

beforeAll(async () => {
  await makeBook(line, './books/relief.db')
  copyFileSync(at('books/relief.db'), at('books/second.db'))
  mkdirSync(at('other'))
  copyFileSync(at('books/relief.db'), at('other/demo.db'))
  await line.json(['backup', '--book', 'relief', '--to', 'sealed.db'])
  for (const name of ['plain.db', 'spoilt.db', 'live.db']) {
    copyFileSync(at('sealed.db'), at(name))
  }
  writeFileSync(at('spoilt.db.seal'), 'no seal')
  inUse = new Sqlite(at('live.db'))
  inUse.pragma('journal_mode = WAL')
  inUse.exec('create table mark (x)')
  writeFileSync(at('letter.txt'), 'Dear auditor')
  writeFileSync(at('no-keys.json'), '{"keys":[]}')
  writeFileSync(at('large.journal'), '')
  truncateSync(at('large.journal'), 64 * 1024 * 1024 + 1)
  writeFileSync(at('mapping.json'), '{}')
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  inUse.close()
  taken.close()
})

describe('is refused', () => {
  const cases: readonly (readonly [number, string, string, readonly string[]])[] = [
    [2, 'usage.wrong', '“x” is no port.', ['serve', '--port', 'x']],
    [
      2,
      'usage.book_not_named',
      'The folder ./books holds 2 books: relief, second.',
      ['ask', 'funds.list'],
    ],
    [
      1,
      'file.trouble',
      'absent.db: there is no such file or folder.',
      ['restore', 'absent.db', '--to', 'new.db'],
    ],
    [1, 'file.trouble', 'books: it is a folder.', ['verify', 'books']],
    [
      1,
      'file.exists',
      'There is a file plain.db already; it stays as it is.',
      ['backup', '--book', 'relief', '--to', 'plain.db'],
    ],
    [
      1,
      'file.too_large',
      'The journal is 67108865 bytes long; at most 67108864 are read.',
      ['import', 'large.journal', '--map', 'mapping.json', '--book', 'relief'],
    ],
    [
      1,
      'verify.kind_unknown',
      'letter.txt is neither a book nor a statement of Care Ledger, or its beginning is damaged.',
      ['verify', 'letter.txt'],
    ],
    [
      1,
      'file_seal.no_key',
      'There is a seal sealed.db.seal, but no public key to check it with.',
      ['verify', 'sealed.db', '--key', 'no-keys.json'],
    ],
    [
      1,
      'file_seal.unreadable',
      'The seal cannot be read: it is not JSON.',
      ['verify', 'spoilt.db'],
    ],
    [
      1,
      'restore.seal_missing',
      'There is no seal plain.db.seal beside the backup.',
      ['restore', 'plain.db', '--to', 'new.db'],
    ],
    [
      1,
      'restore.not_a_backup',
      'live.db is a book in use, not a backup: a part of it is still in live.db-wal.',
      ['restore', 'live.db', '--to', 'new.db'],
    ],
    [
      1,
      'demo.book_in_use',
      'The book other/demo.db belongs to Riverside Mutual Aid, not to the demonstration.',
      ['demo', '--once', '--books', 'other'],
    ],
    [
      69,
      'host.address_refused',
      'The system does not let it listen on 192.0.2.1:0 (EADDRNOTAVAIL).',
      ['serve', '--port', '0', '--host', '192.0.2.1'],
    ],
  ]

  test.each(cases)('%i %s: %s', async (exit, code, sentence, args) => {
    expect(await refused(args)).toEqual({ exit, said: [code, sentence] })
    expect(existsSync(at('new.db'))).toBe(false)
  })

  test('69 host.port_taken', async () => {
    const { port } = taken.address() as AddressInfo
    const sentence = `Another program listens on 127.0.0.1:${port} already.`
    expect(await refused(['serve', '--port', String(port)])).toEqual({
      exit: 69,
      said: ['host.port_taken', sentence],
    })
  })
})

describe('a disk without room', () => {
  const mounted = at('small')
  mkdirSync(mounted)
  let mount = true
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mounted], { stdio: 'ignore' })
  } catch {
    mount = false
  }
  afterAll(() => {
    if (mount) execFileSync('umount', [mounted])
  })

  test.skipIf(!mount)(
    'refuses an export and a new book with 69, and leaves nothing half-made',
    async () => {
      const { bavail, bsize } = statfsSync(mounted)
      writeFileSync(join(mounted, 'ballast'), Buffer.alloc(bavail * bsize))
      const out = join(mounted, 'out')
      const { exit, said } = await refused(['export', '--book', 'relief', '--to', out])
      expect([exit, said]).toEqual([
        69,
        [
          'file.no_room',
          expect.stringMatching(/^There is no room left on the disk for .*small\/out.*; what was/),
        ],
      ])
      const organisation = ['--name', 'New', '--currency', 'USD', '--time-zone', 'America/Chicago']
      const made = await refused(['init', '--book', join(mounted, 'new.db'), ...organisation])
      expect(made).toMatchObject({ exit: 69, said: ['file.no_room', expect.any(String)] })
      expect(readdirSync(mounted, { recursive: true }).sort()).toEqual(['ballast', 'out'])
    },
  )

  test.skipIf(!existsSync('/dev/full'))('is told apart where the system names no file', () => {
    let thrown: unknown
    try {
      writeFileSync('/dev/full', 'x')
    } catch (error) {
      thrown = error
    }
    expect(translated(thrown, 'a.pdf')).toMatchObject({
      code: 'file.no_room',
      message: 'There is no room left on the disk for a.pdf; what was begun of it was removed.',
    })
  })
})
