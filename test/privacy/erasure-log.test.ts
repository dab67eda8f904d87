/** The log of erasures: whoever was erased does not come back with a backup. */
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/book/book.ts'
import { throughout } from '../../src/book/registry.ts'
import { copyBook } from '../../src/node/copy-book.ts'
import { erasureLogPath } from '../../src/node/erasure-log.ts'
import { erasureLogUnreadable } from '../../src/node/refusals.ts'
import { bookPath, createBook, hostCaller, type OpenBook, openBook } from '../../src/node.ts'
import { register } from '../../src/people/commands.ts'
import { show } from '../../src/people/queries.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import { confirm, list, repeat, request } from '../../src/privacy/erasure-commands.ts'
import { verifyBook } from '../../src/verification/book.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-erasures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = bookPath(folder, 'relief')
const backup = join(folder, 'backup')
const log = erasureLogPath(path)
const number = '11010519491231002X'
const owner = { actor: 'user:1', grants: throughout('owner'), readsNames: true }
const second = { ...owner, actor: 'user:2' }

let keys = 0
type Given = Parameters<OpenBook['submit']>[0]['command']
function does(opened: OpenBook, command: Given, input: object, caller = owner) {
  keys += 1
  return opened.submit({ command, input, key: `erasure-log-${'0'.repeat(8)}-${keys}`, caller })
}
const named = ({ book }: OpenBook, party: string) => ask(book, show, { party }, hostCaller).name
const holds = (file: string, text: string) => readFileSync(file).includes(Buffer.from(text))

const newBook = (name: string) =>
  createBook({
    folder,
    code: 'relief',
    organisation: { name, time_zone: 'UTC', currency: 'CNY' },
  })

describe('the log of erasures', () => {
  it('[rule 11] keeps references alone, for its owner; nothing of the erased stays in the files', async () => {
    const opened = await newBook('Relief')
    await does(opened, register, { kind: 'person', name: '张晓明' })
    await does(opened, register, { kind: 'person', name: '李梅' })
    await does(opened, seal, { party: 'P-000001', field: 'identity_number', value: number })
    await copyBook(path, backup, () => () => undefined)
    await does(opened, request, { party: 'P-000001', ground: 'asked_for' })
    await does(opened, confirm, { request: 1 }, second)
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(Object.keys(JSON.parse(lines[0]!) as object)).toEqual(['party', 'event', 'registered'])
    expect(statSync(log).mode & 0o777).toBe(0o600)
    expect(statSync(`${path}-wal`).size).toBe(0)
    for (const text of ['张晓明', 'xiaoming', number]) expect(holds(path, text), text).toBe(false)
    expect(holds(path, '李梅')).toBe(true)
    opened.close()
  })

  it('erases again whom a backup brings back, when the book is opened', () => {
    copyFileSync(backup, path)
    const opened = openBook(path)
    expect(named(opened, 'P-000001')).toBe('(erased)')
    expect(named(opened, 'P-000002')).toBe('李梅')
    const event = opened.book.store.first(
      'select command, actor from event order by seq desc limit 1',
      [],
    )
    expect(event).toEqual({ command: repeat.name, actor: 'host' })
    expect(ask(opened.book, list, {}, hostCaller).erasures).toMatchObject([
      { request: null, party: 'P-000001', state: 'erased', decided_by: 'host' },
    ])
    expect(verifyBook(opened.book.store).passed).toBe(true)
    opened.close()
    expect(holds(path, '张晓明')).toBe(false)
    // Opened once more, nothing is left to do.
    const again = openBook(path)
    expect(again.book.store.first('select count(*) as "n" from erasure', [])).toEqual({ n: 1 })
    again.close()
  })

  it('leaves alone who has only the number in common, and goes on after half a line', async () => {
    rmSync(path)
    const opened = await newBook('Another')
    await does(opened, register, { kind: 'person', name: '赵六' })
    opened.close()
    appendFileSync(log, '{"party":"P-0000')
    const again = openBook(path)
    expect(named(again, 'P-000001')).toBe('赵六')
    await does(again, request, { party: 'P-000001', ground: 'asked_for' })
    await does(again, confirm, { request: 1 }, second)
    again.close()
    expect(readFileSync(log, 'utf8')).toMatch(/^(\{[^{}\n]+\}\n){2}$/)
  })

  it('opens no book beside a log that was spoilt', () => {
    writeFileSync(log, `not ours\n${readFileSync(log, 'utf8')}`)
    const refused = erasureLogUnreadable({ path: log, line: 1 })
    expect(refused.code).toBe('erasure_log.unreadable')
    expect(() => openBook(path)).toThrow(refused)
  })
})
