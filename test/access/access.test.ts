/** Tokens and the organisation: what the book keeps of them, and what it refuses. */

import { describe, expect, it } from 'vitest'
import { adoptKey, revise, setUp, show } from '../../src/access/organisation.ts'
import { noteUse } from '../../src/access/token-use.ts'
import * as tokens from '../../src/access/tokens.ts'
import { chainHead } from '../../src/book/events.ts'
import { throughout } from '../../src/book/registry.ts'
import { give } from '../../src/funds/receipts.ts'
import type { Day } from '../../src/kit/day.ts'
import { issue } from '../../src/statements/commands.ts'
import { receiptDocument } from '../../src/statements/receipt-document.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'

const inAYear = Date.parse('2027-03-31T02:00:00Z')

function tokenIn(t: TestBook, role: 'owner' | 'auditor' = 'auditor', expires_at = inAYear) {
  const secret = tokens.tokenSecret(t.book.surroundings.random)
  const hash = Buffer.from(tokens.tokenHash(secret)).toString('hex')
  const label = 'Auditor 2026'
  const { token } = t.does(tokens.create, { hash, role, expires_at, label }).output
  return { secret, hash, token }
}

function comes(t: TestBook, header: string | undefined) {
  return tokens.callerWith(t.book.store, header, t.now())
}

function chainHeadOf(t: TestBook) {
  return { head: Buffer.from(chainHead(t.book.store).hash).toString('hex') }
}

function code(expected: string) {
  return expect.objectContaining({ code: expected })
}

describe('a token', () => {
  it('is kept as a hash only, and opens the book in its role', () => {
    const t = bookForTests({ inMemory: true })
    const { secret } = tokenIn(t)
    expect(secret).toMatch(/^clt_[A-Za-z0-9_-]{43}$/)
    expect(dump(t.book.store)).not.toContain(secret.slice(4))
    expect(comes(t, `Bearer ${secret}`)).toEqual({
      actor: 'token:1',
      grants: throughout('auditor'),
      readsNames: false,
      readsOnly: false,
    })
    expect(comes(t, `bearer ${secret}`).actor).toBe('token:1')
    t.close()
  })

  it('access.reads_only, access.not_among_commands: does only what it was made for', () => {
    const t = bookForTests({ inMemory: true })
    const next = { role: 'owner', expires_at: inAYear, label: 'Bank' } as const
    const made = (given: object) => {
      const secret = tokens.tokenSecret(t.book.surroundings.random)
      const hash = Buffer.from(tokens.tokenHash(secret)).toString('hex')
      t.does(tokens.create, { hash, ...next, ...given })
      return comes(t, `Bearer ${secret}`)
    }
    const revision = { name: 'Renamed', time_zone: 'UTC' }
    const reader = made({ reads_only: true })
    expect(t.refuses(revise, revision, reader).code).toBe('access.reads_only')
    expect(t.asks(tokens.list, {}, reader).tokens).toMatchObject([{ reads_only: true }])
    const clerk = made({ commands: ['organisation.revise', 'organisation.revise'] })
    expect(clerk.only).toEqual(['organisation.revise'])
    t.does(revise, revision, clerk)
    const refused = t.refuses(tokens.revoke, { token: 1 }, clerk)
    expect([refused.code, refused.message]).toEqual([
      'access.not_among_commands',
      'tokens.revoke is not among what this token may do: organisation.revise.',
    ])
    expect(t.asks(tokens.list, {}, clerk).tokens[1]).toMatchObject({
      commands: ['organisation.revise'],
      used_on: null,
    })
    t.close()
  })

  it('token.lasts_too_long: a year, unless more is meant; its last day of use is known', () => {
    const t = bookForTests({ inMemory: true })
    const hash = '1'.repeat(64)
    const given = { hash, role: 'auditor', label: 'Audit', expires_at: inAYear + 2 * 86_400_000 }
    const refused = t.refuses(tokens.create, given as never)
    expect([refused.code, refused.values]).toEqual([
      'token.lasts_too_long',
      { days: 367, most_days: 366 },
    ])
    t.does(tokens.create, { ...given, longer: true } as never)
    const { head } = chainHeadOf(t)
    const caller = { actor: 'token:1', grants: throughout('auditor'), readsNames: false }
    for (const at of ['2026-03-31T02:00:00Z', '2026-03-31T23:00:00Z', '2026-04-01T01:00:00Z']) {
      noteUse(t.book.store, caller, Date.parse(at))
    }
    expect(t.asks(tokens.list, {}).tokens).toMatchObject([{ used_on: '2026-04-01' }])
    expect(chainHeadOf(t).head).toBe(head)
    t.close()
  })

  it.each([undefined, '', 'Bearer', 'Basic YWJj'])('token.missing: the header %j', (header) => {
    const t = bookForTests({ inMemory: true })
    expect(() => comes(t, header)).toThrowError(code('token.missing'))
    t.close()
  })

  it('token.invalid: unknown, ended, or revoked', () => {
    const t = bookForTests({ inMemory: true })
    const { secret, hash, token } = tokenIn(t)
    for (const header of ['Bearer clt_unknown', 'Bearer ', 'Bearer a b']) {
      expect(() => comes(t, header)).toThrowError(code('token.invalid'))
    }
    // Who reads the book learns the hash; it opens nothing.
    expect(() => comes(t, `Bearer ${hash}`)).toThrowError(code('token.invalid'))
    t.at(new Date(inAYear - 1).toISOString())
    expect(comes(t, `Bearer ${secret}`).grants).toEqual(throughout('auditor'))
    t.at(new Date(inAYear).toISOString())
    expect(() => comes(t, `Bearer ${secret}`)).toThrowError(code('token.invalid'))
    t.at('2026-04-01T00:00:00Z')
    t.does(tokens.revoke, { token })
    expect(() => comes(t, `Bearer ${secret}`)).toThrowError(code('token.invalid'))
    expect(t.refuses(tokens.revoke, { token }).code).toBe('token.unknown')
    expect(t.asks(tokens.list, {}).tokens).toEqual([])
    t.close()
  })

  it('token.ends_in_the_past, token.unknown, token.exists', () => {
    const t = bookForTests({ inMemory: true })
    const { hash } = tokenIn(t)
    const next = { hash: 'ab'.repeat(32), role: 'auditor', label: 'Again' } as const
    expect(t.refuses(tokens.create, { ...next, expires_at: t.now() }).code).toBe(
      'token.ends_in_the_past',
    )
    expect(t.refuses(tokens.create, { ...next, hash, expires_at: inAYear }).code).toBe(
      'token.exists',
    )
    expect(t.refuses(tokens.revoke, { token: 9 }).code).toBe('token.unknown')
    t.close()
  })

  it('is listed without its hash, with whether its end has come', () => {
    const t = bookForTests({ inMemory: true })
    tokenIn(t)
    tokenIn(t, 'owner', t.now() + 1_000)
    expect(
      t.asks(tokens.list, {}).tokens.map(({ token, role, label }) => [token, role, label]),
    ).toEqual([
      [1, 'auditor', 'Auditor 2026'],
      [2, 'owner', 'Auditor 2026'],
    ])
    expect(tokens.ownerInForce(t.book.store, t.now())).toBe(true)
    t.at('2026-04-01T02:00:00Z')
    expect(t.asks(tokens.list, {}).tokens).toHaveLength(1)
    expect(tokens.ownerInForce(t.book.store, t.now())).toBe(false)
    t.close()
  })
})

describe('the organisation', () => {
  const founded = { book: 'relief', name: 'Relief', time_zone: 'Europe/Berlin', currency: 'EUR' }

  it('organisation.already_set_up', () => {
    const t = bookForTests({ inMemory: true })
    expect(t.refuses(setUp, founded).code).toBe('organisation.already_set_up')
    t.close()
  })

  it.each([
    ['time_zone.unknown', { ...founded, time_zone: 'Mars/Olympus' }],
    ['time_zone.unknown', { ...founded, time_zone: '+08:00' }],
    ['currency.unknown', { ...founded, currency: 'eur' }],
    ['input.invalid', { ...founded, chart: 'french' }],
    ['input.invalid', { ...founded, book: '../etc' }],
  ])('%s', (expected, input) => {
    const t = bookForTests({ inMemory: true, setUp: false })
    expect(t.refuses(setUp, input as never).code).toBe(expected)
    t.does(setUp, founded)
    expect(t.asks(show, {})).toMatchObject({ name: 'Relief', currency: 'EUR', chart: 'general' })
    t.close()
  })

  it('is revised: another name from now on; what was issued keeps its own and verifies', () => {
    const t = bookForTests({ inMemory: true })
    const time_zone = 'Pacific/Kiritimati'
    openFund(t, 'care')
    receive(t, 'care', '100.00', { received_on: '2026-02-03' })
    t.does(issue, { fund: 'care', from: '2026-02-01', to: '2026-02-28' })
    t.does(give, { contribution: 1 })
    const caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: true } as const
    const place = { today: '2026-03-31' as Day, scope: 'all' } as const
    const view = { ...t.book.store, at: t.now(), caller, ...place }
    const receipt = () => receiptDocument(view, 'R-CARE-2026-0001', 'en')
    const before = receipt()
    t.does(revise, { name: 'Riverside Care', time_zone })
    expect(t.asks(show, {})).toMatchObject({ book: 'relief', name: 'Riverside Care', time_zone })
    expect(receipt()).toEqual(before)
    t.does(issue, { fund: 'care', from: '2026-02-01', to: '2026-02-28' })
    expect(verifyBook(t.book.store).checks.flatMap(({ findings }) => findings)).toEqual([])
    t.close()
  })

  it.each([
    ['organisation.nothing_revised', { name: 'Riverside Mutual Aid', time_zone: 'Asia/Shanghai' }],
    ['time_zone.unknown', { name: 'Riverside', time_zone: 'Mars/Olympus' }],
    ['input.invalid', { name: ' ', time_zone: 'Asia/Shanghai' }],
  ])('%s: a revision', (expected, input) => {
    const t = bookForTests({ inMemory: true })
    expect(t.refuses(revise, input).code).toBe(expected)
    t.close()
  })

  it('signing_key.known: a key is adopted once, and all are shown', () => {
    const t = bookForTests({ inMemory: true })
    const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), kid: 'first' } as const
    t.does(adoptKey, key)
    expect(t.refuses(adoptKey, key).code).toBe('signing_key.known')
    t.does(adoptKey, { ...key, kid: 'second' })
    expect(t.asks(show, {}).signing_keys.map(({ kid }) => kid)).toEqual(['first', 'second'])
    t.close()
  })
})
