/** Copies of a book for whoever downloads one: whole, on one state, and never left on the disk. */
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import * as sessions from '../../src/access/sessions.ts'
import * as users from '../../src/access/users.ts'
import { perform } from '../../src/book/book.ts'
import { type AnyPageCommand, throughout } from '../../src/book/registry.ts'
import { receive as receiveMoney } from '../../src/funds/contributions.ts'
import { hex } from '../../src/kit/digest.ts'
import { bookCopy, removeLeftCopies } from '../../src/node/book-copies.ts'
import { verifyFile } from '../../src/node/verify-file.ts'
import { createBook } from '../../src/node.ts'
import { serve } from '../../src/node-server.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { silent } from '../journeys/fixed.ts'
import { builtThread } from '../journeys/hosts.ts'

let thread: URL
beforeAll(async () => {
  thread = await builtThread('src/node/task-thread.ts')
})

function bookOnDisk(contributions: number) {
  const t = bookForTests()
  openFund(t, 'care')
  receive(t, 'care', '1000.00')
  const given = { fund: 'care', source: 'member', party: 'P-000001', amount: '1.00' } as const
  for (let round = 1; round < contributions; round += 1) t.does(receiveMoney, given)
  const random = (bytes: number) => new Uint8Array(bytes).fill(7)
  return { t, options: { thread, path: t.path, random } }
}

const beside = (path: string) => readdirSync(dirname(path)).filter((name) => name.startsWith('.'))

test('a copy is the book at one event while others go on writing, and verifies', async () => {
  const { t, options } = bookOnDisk(300)
  const waits: number[] = []
  const copying = bookCopy(options)
  const writing = setInterval(() => {
    const started = performance.now()
    receive(t, 'care', '1.00', { party: 'P-000001' })
    waits.push(performance.now() - started)
  }, 1)
  const { bytes, body } = await copying
  clearInterval(writing)
  expect(beside(t.path)).toEqual([])
  const content = new Uint8Array(await new Response(body).arrayBuffer())
  expect(content).toHaveLength(bytes)
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-copy-'))
  const path = join(folder, 'relief.db')
  writeFileSync(path, content)
  const report = verifyFile(path, () => undefined)
  expect(report.checks.flatMap(({ findings }) => findings)).toEqual([])
  // The longest of them is the disk's, which this machine shares; half of them say what a copy costs.
  const half = waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]
  expect(half).toBeLessThan(50)
  rmSync(folder, { recursive: true })
  t.close()
})

test('a copy leaves nothing behind when its reader goes away, or when it cannot be made', async () => {
  const { t, options } = bookOnDisk(2)
  const { body } = await bookCopy(options)
  const reader = body.getReader()
  expect((await reader.read()).done).toBe(false)
  await reader.cancel()
  expect(beside(t.path)).toEqual([])
  await expect(bookCopy({ ...options, path: `${t.path}.gone` })).rejects.toThrow()
  expect(beside(t.path)).toEqual([])
  t.close()
})

test('what a server left behind is removed once nobody can be writing to it', () => {
  const { t } = bookOnDisk(1)
  const folder = dirname(t.path)
  const [old, fresh] = ['0000000000000001', '0000000000000002'].map((mark) =>
    join(folder, `.relief.copy-${mark}`),
  )
  for (const path of [old!, fresh!]) writeFileSync(path, 'half')
  const now = Date.now()
  utimesSync(old!, new Date(now - 7_200_000), new Date(now - 7_200_000))
  removeLeftCopies(folder, now)
  expect([existsSync(old!), existsSync(fresh!), existsSync(t.path)]).toEqual([false, true, true])
  t.close()
})

test('a server sends the copy to whoever signed in and may have it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-served-'))
  const organisation = { name: 'Relief', time_zone: 'Asia/Shanghai', currency: 'CNY' }
  const { book, close } = await createBook({ folder, code: 'relief', organisation })
  const does = (command: AnyPageCommand, input: object, actor: string) =>
    perform(book, {
      command,
      input,
      key: `copies-${command.name}-000`,
      caller: { actor, grants: throughout('owner'), readsNames: true },
    })
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  does(
    users.create,
    { login: 'maria', name: 'M', role: 'owner', reads_names: true, password },
    'host',
  )
  const secret = 'A'.repeat(43)
  does(sessions.open, { hash: hex(sessions.sessionHash(secret)) }, 'user:1')
  close()
  const server = await serve({
    books: folder,
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
    renderWorker: await builtThread('src/statements/render-worker.ts'),
    taskThread: thread,
  })
  const base = `http://127.0.0.1:${server.port}`
  const answer = await fetch(`${base}/b/relief/backup`, {
    method: 'POST',
    headers: { origin: base, cookie: `${sessions.sessionCookie}=${secret}` },
    body: new URLSearchParams({ key: 'k'.repeat(20) }),
  })
  expect(answer.status).toBe(200)
  const content = new Uint8Array(await answer.arrayBuffer())
  expect(new TextDecoder().decode(content.subarray(0, 15))).toBe('SQLite format 3')
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  await server.stop()
  rmSync(folder, { recursive: true })
})
