import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShelf } from '../../src/node/shelf.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { backgroundOf } from '../tasks/tasks-for-tests.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

test('[H7] a server holds so many books and refuses the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-shelf-'))
  const name = (place: number) => join(folder, `b${String(place).padStart(3, '0')}.db`)
  for (let place = 0; place < 200; place += 1) writeFileSync(name(place), '')
  writeFileSync(join(folder, 'notes.txt'), '')
  const { book } = bookForTests({ inMemory: true })
  const opened: string[] = []
  let closed = 0
  const shelf = openShelf({
    folder,
    offer: { log, now: () => 0, renderPdf: () => Promise.reject(new Error('nothing to draw')) },
    random: (bytes) => new Uint8Array(bytes),
    signer: () => Promise.reject(new Error('nothing to sign')),
    background: () => backgroundOf(book),
    copy: () => Promise.reject(new Error('nothing to copy')),
    found: () => Promise.reject(new Error('nothing to found')),
    open: (path) => {
      opened.push(path)
      const close = () => {
        closed += 1
      }
      return { book, submit: () => Promise.reject(new Error('nothing to do')), close }
    },
  })
  expect(opened).toHaveLength(200)
  const ask = async (code: string) => {
    const url = `http://localhost/b/${code}/api/v1/organisation`
    const answer = await shelf.appFor(url).fetch(new Request(url))
    return ((await answer.json()) as { code: string }).code
  }
  expect(await ask('b199')).toBe('token.missing')
  writeFileSync(name(200), '')
  expect(await ask('b200')).toBe('host.too_many_books')
  expect(await ask('b201')).toBe('token.missing')
  shelf.close()
  expect(closed).toBe(200)
  rmSync(folder, { recursive: true, force: true })
})
