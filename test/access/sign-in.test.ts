/** Signing in with a name and a password. */

import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deviceHash, deviceMs, deviceOf, deviceSecret } from '../../src/access/devices.ts'
import { hashPassword } from '../../src/access/passwords.ts'
import * as sessions from '../../src/access/sessions.ts'
import { type Failure, signedInBy } from '../../src/access/sign-in.ts'
import { openThrottle } from '../../src/access/throttle.ts'
import * as users from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { hex } from '../../src/kit/digest.ts'
import type { Refusal } from '../../src/kit/refusal.ts'
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
    // The work of this process, the least of several, in turns: what else the machine does is left out.
    for (let run = 0; run < 7; run += 1) {
      for (const [which, [reader, login]] of asked.entries()) {
        const started = process.cpuUsage()
        const tried = signedInBy(reader, guard(), { login, password: 'wrong password' }, t.now())
        await tried.catch((error: Error) => said.add(error.message))
        took[which] = Math.min(took[which]!, process.cpuUsage(started).user)
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

  it('lets a dozen in at once', async () => {
    const throttle = openThrottle(t.now)
    const all = Array.from({ length: 12 }, () =>
      signedInBy(t.book.store, guard(throttle), { login: 'maria', password }, t.now()),
    )
    const actors = new Set((await Promise.all(all)).map(({ actor }) => actor))
    expect([...actors]).toEqual(['user:1'])
  }, 120_000)
})

describe('hashes', () => {
  it('leave threads for others: a page is packed while sixteen people sign in', async () => {
    const throttle = openThrottle(t.now)
    let done = 0
    const all = Array.from({ length: 16 }, (_, who) =>
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
    expect(done).toBe(16)
  }, 60_000)
})

describe('[OWASP device cookies] guesses lock out strangers', () => {
  it('10,000 wrong passwords under one name: a handful are looked at, and its user signs in at once', async () => {
    const throttle = openThrottle(t.now)
    const failures: Failure[] = []
    const watched = { throttle, failed: (failure: Failure) => failures.push(failure) }
    const device = deviceSecret(t.book.surroundings.random)
    t.does(
      sessions.open,
      { hash: '9'.repeat(64), device: hex(deviceHash(device)) },
      { actor: 'user:2' },
    )
    const codes: Record<string, number> = {}
    const started = performance.now()
    const guesses = Array.from({ length: 10_000 }, (_, place) =>
      signedInBy(t.book.store, watched, { login: 'ming', password: `${place}` }, t.now()).catch(
        ({ code }: Refusal) => {
          codes[code] = (codes[code] ?? 0) + 1
        },
      ),
    )
    const own = await signedInBy(
      t.book.store,
      watched,
      { login: 'ming', password, device },
      t.now(),
    )
    expect(own.actor).toBe('user:2')
    // It waited for no guess but those at work when it came.
    expect(codes['sign_in.refused'] ?? 0).toBeLessThan(5)
    await Promise.all(guesses)
    const took = performance.now() - started
    expect(codes['sign_in.refused']).toBe(5)
    expect((codes['sign_in.throttled'] ?? 0) + (codes['sign_in.busy'] ?? 0)).toBe(9_995)
    expect(failures.filter(({ locked }) => locked)).toMatchObject([{ known: false, user: 2 }])
    expect(took).toBeLessThan(20_000)
    // Nor does another browser get in that says it is this one.
    const stolen = deviceSecret(t.book.surroundings.random)
    const guess = { login: 'ming', password, device: stolen }
    await expect(signedInBy(t.book.store, watched, guess, t.now())).rejects.toMatchObject({
      code: 'sign_in.throttled',
    })
    const theirs = { login: 'maria', password: 'wrong', device }
    await signedInBy(t.book.store, watched, theirs, t.now()).catch(() => undefined)
    expect(failures.at(-1)).toMatchObject({ known: false })
  })

  it('a known browser is throttled by itself, and is a stranger again after a year', async () => {
    const guarded = guard()
    const device = deviceSecret(t.book.surroundings.random)
    const opened = { hash: '8'.repeat(64), device: hex(deviceHash(device)) }
    t.does(sessions.open, opened, { actor: 'user:1' })
    const guess = (given: string) =>
      signedInBy(t.book.store, guarded, { login: 'maria', password: given, device }, t.now())
    for (let failure = 0; failure < 5; failure += 1) await guess('wrong').catch(() => undefined)
    await expect(guess(password)).rejects.toMatchObject({ code: 'sign_in.throttled' })
    const stranger = { login: 'maria', password }
    await signedInBy(t.book.store, guarded, stranger, t.now())
    const user = 1 as never
    expect(deviceOf(t.book.store, device, user, t.now() + deviceMs - 1)).toBeDefined()
    expect(deviceOf(t.book.store, device, user, t.now() + deviceMs)).toBeUndefined()
    expect(deviceOf(t.book.store, device, 2 as never, t.now())).toBeUndefined()
  })
})
