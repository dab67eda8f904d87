/** Master keys through the real command line: made, shut to others, replaced, and in no backup. */
import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MasterKeys, masterKeysFrom } from '../../src/kit/master-keys.ts'
import { masterKeysIn } from '../../src/node/master-key-file.ts'
import { fillWithKeys } from '../vault/many-keys.ts'
import { commandLine, makeBook, serving } from './care-ledger.ts'

const line = commandLine()
const at = (name: string) => join(line.folder, name)
const book = at('books/relief.db')
const file = at('books/relief.master.key.json')
/** Eight batches. */
const people = 4_000

function keysIn(path: string): MasterKeys {
  return masterKeysFrom((JSON.parse(readFileSync(path, 'utf8')) as { keys: string }).keys, path)
}

/** How many keys lie under each master key. */
function counted(): Record<string, number> {
  const connection = new Sqlite(book, { readonly: true })
  try {
    const rows = connection.prepare('select kid, count(*) as n from person_key group by kid').all()
    return Object.fromEntries((rows as { kid: string; n: number }[]).map(({ kid, n }) => [kid, n]))
  } finally {
    connection.close()
  }
}

beforeAll(async () => {
  await makeBook(line, './books/relief.db', 'care')
  fillWithKeys(book, people)
})

describe('the file of a book’s master key', () => {
  test('is made with the book, for its owner alone', () => {
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(keysIn(file).keys.size).toBe(1)
  })

  test.each([
    ['640', ['ask', 'vault.show', '--book', 'relief']],
    ['604', ['serve', '--port', '0']],
  ])('[I4.5] with the mode %s stops %j', async (mode, args) => {
    chmodSync(file, Number.parseInt(mode, 8))
    try {
      const { code, err } = await line.run(args)
      expect(code).not.toBe(0)
      expect(err).toContain('[vault.key_file_open]')
      expect(err).toMatch(/chmod 600 .*relief\.master\.key\.json/)
    } finally {
      chmodSync(file, 0o600)
    }
  })

  test.each(['', 'c2VjcmV0', '{"keys": "c2VjcmV0"}', '{"keys": ["c2VjcmV0"]}', 'null'])(
    'that holds %j is refused without being quoted',
    (text) => {
      const path = at('broken.master.key.json')
      writeFileSync(path, text, { mode: 0o600 })
      expect(() => masterKeysIn(path)).toThrow(/holds no master key: it takes 32 bytes/)
      expect(() => masterKeysIn(path)).not.toThrow(/c2VjcmV0/)
      rmSync(path)
    },
  )

  test('is not needed to keep books: without it only what lies sealed is shut', async () => {
    renameSync(file, `${file}.away`)
    try {
      const { err } = await line.run(['ask', 'vault.show', '--book', 'relief'])
      expect(err).toContain('[vault.closed]')
      expect((await line.run(['ask', 'funds.list', '--book', 'relief'])).code).toBe(0)
    } finally {
      renameSync(`${file}.away`, file)
    }
  })
})

describe('another master key', () => {
  test('[I4.5] takes over although it was killed in the middle, under a server at work', async () => {
    const old = keysIn(file)
    const server = await serving(line, 'books')
    const child = line.start(['keys', 'rotate', '--book', 'relief'])
    const begun = () => Object.keys(counted()).length > 1
    while (!begun() && child.exitCode === null) await new Promise((go) => setTimeout(go, 1))
    child.kill('SIGKILL')
    expect(keysIn(file).current).not.toBe(old.current)
    const halfway = Object.values(counted())
    expect(halfway.reduce((sum, count) => sum + count, 0)).toBe(people)
    // On a machine that stood still meanwhile it may have been done before it was killed.
    const another = halfway.length === 1
    const done = await line.json<{ keys: number; left: number }>(['keys', 'rotate', 'relief'])
    expect([done.keys, done.left]).toEqual([people + 1, 0])
    const { current, keys } = keysIn(file)
    expect(counted()).toEqual({ [current]: people })
    expect([keys.size, keys.has(old.current)]).toEqual([another ? 3 : 2, true])
    const health = await fetch(`${server.base}/healthz`)
    expect(health.status).toBe(200)
    await server.stop()
  })

  test('is all that is needed afterwards: every key opens under it', async () => {
    const before = keysIn(file)
    const { out } = await line.run(['keys', 'rotate', 'relief', '--forget'])
    expect(out).toMatch(/4001 keys lie under the master key [\w-]{12}\./)
    const { current, keys } = keysIn(file)
    expect([keys.size, before.keys.has(current)]).toEqual([1, false])
    const { code, out: report } = await line.run(['verify', book])
    expect(report).toMatch(/4,000 sealed fields, 4,000 opened/)
    expect(code).toBe(0)
  })

  test('is made for an environment, which goes before the file', async () => {
    const { key } = await line.json<{ key: string }>(['keys', 'make'])
    expect(key).toMatch(/^[\w-]{43}$/)
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: string }
    const env = { CARE_LEDGER_MASTER_KEY: `${key},${keys}` }
    const done = await line.json<{ master_key: string }>(['keys', 'rotate', 'relief'], { env })
    expect(done.master_key).toBe(masterKeysFrom(key, 'a test').current)
    expect(counted()).toEqual({ [done.master_key]: people })
    const shut = await line.run(['do', 'vault.rewrap', '--book', 'relief'])
    expect(shut.err).toContain('[vault.key_unknown]')
    const back = await line.json<{ left: number }>(['keys', 'rotate', 'relief'], {
      env: { CARE_LEDGER_MASTER_KEY: `${keys},${key}` },
    })
    expect(back.left).toBe(0)
  })
})

test('[I4.5] a backup holds no master key, and opens nothing without one', async () => {
  const backup = at('copy.db')
  await line.json(['backup', 'relief', '--to', backup])
  const bytes = readFileSync(backup)
  const { keys } = keysIn(file)
  for (const key of keys.values()) expect(bytes.includes(Buffer.from(key))).toBe(false)
  const { out } = await line.run(['verify', backup])
  expect(out).toMatch(/4,000 sealed fields, 0 opened/)
  const restored = await line.run(['restore', backup, '--to', at('again/relief.db')])
  expect(restored.out).toContain('relief.master.key.json')
  expect(existsSync(at('again/relief.master.key.json'))).toBe(false)
  rmSync(at('again'), { recursive: true })
})
