/** Signing in with a name and a password. */

import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '../../src/access/passwords.ts'
import { signedInBy } from '../../src/access/sign-in.ts'
import { openThrottle } from '../../src/access/throttle.ts'
import * as users from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const password = 'rain on the tin roof'
let t: TestBook

const guard = (throttle = openThrottle(t.now)) => ({ throttle, failed: () => undefined })

beforeAll(async () => {
  t = bookForTests({ inMemory: true })
  const hash = await hashPassword(password, 'the-key-of-the-form')
  for (const login of ['maria', 'ming', 'gone']) {
    t.does(users.create, { login, name: login, role: 'owner', password: hash })
  }
  t.does(users.end, { user: 3 })
})
afterAll(() => t.close())

const tries: readonly (readonly [string, string, boolean])[] = [
  ['maria', password, true],
  [' MARIA', password, true],
  ['maria', `${password} `, false],
  ['maria', password.toUpperCase(), false],
  ['maria', '', false],
  ['', password, false],
  ['nobody', password, false],
  ['gone', password, false],
  ["maria' or 1=1 --", password, false],
  ['%', password, false],
  ['m'.repeat(100_000), password, false],
  ['maria', password + 'x'.repeat(100_000), false],
]

describe('signing in', () => {
  it.each(tries)('%.20s with %.25s: %s', async (login, given, right) => {
    const asked = signedInBy(t.book.store, guard(), { login, password: given }, t.now())
    if (right)
      expect(await asked).toEqual({
        actor: 'user:1',
        grants: throughout('owner'),
        readsNames: false,
      })
    else await expect(asked).rejects.toMatchObject({ code: 'sign_in.refused', status: 401 })
  })

  it('takes as long, and says the same, for a name that nobody has and a book that is not there', async () => {
    const asked = [
      [t.book.store, 'maria'],
      [t.book.store, 'nobody'],
      [undefined, 'maria'],
    ] as const
    const took = asked.map(() => Number.POSITIVE_INFINITY)
    const said = new Set<string>()
    // The quickest of several, in turns: what else the machine does slows down all of them.
    for (let run = 0; run < 7; run += 1) {
      for (const [which, [reader, login]] of asked.entries()) {
        const started = performance.now()
        const tried = signedInBy(reader, guard(), { login, password: 'wrong password' }, t.now())
        await tried.catch((error: Error) => said.add(error.message))
        took[which] = Math.min(took[which]!, performance.now() - started)
      }
    }
    expect(said.size).toBe(1)
    expect(Math.max(...took) / Math.min(...took)).toBeLessThan(2)
  })

  it('is refused after five failures, under a name that nobody has too', async () => {
    const throttle = openThrottle(t.now)
    for (const login of ['ming', 'nobody']) {
      const wrong = () =>
        signedInBy(t.book.store, guard(throttle), { login, password: 'wrong password' }, t.now())
      for (let failure = 0; failure < 5; failure += 1) {
        await expect(wrong()).rejects.toMatchObject({ code: 'sign_in.refused' })
      }
      const right = signedInBy(
        t.book.store,
        guard(throttle),
        { login: login.toUpperCase(), password },
        t.now(),
      )
      await expect(right).rejects.toMatchObject({ code: 'sign_in.throttled' })
    }
  })

  it('lets fifty in at once', async () => {
    const throttle = openThrottle(t.now)
    const all = Array.from({ length: 50 }, () =>
      signedInBy(t.book.store, guard(throttle), { login: 'maria', password }, t.now()),
    )
    const actors = new Set((await Promise.all(all)).map(({ actor }) => actor))
    expect([...actors]).toEqual(['user:1'])
  }, 120_000)
})

describe('hashes', () => {
  it('leave threads for others: a page is packed while forty people sign in', async () => {
    const throttle = openThrottle(t.now)
    let done = 0
    const all = Array.from({ length: 40 }, (_, who) =>
      signedInBy(
        undefined,
        guard(throttle),
        { login: `who${who}`, password: 'wrong' },
        t.now(),
      ).catch(() => {
        done += 1
      }),
    )
    await promisify(gzip)('a page'.repeat(5_000))
    expect(done).toBeLessThan(10)
    await Promise.all(all)
    expect(done).toBe(40)
  }, 60_000)
})
