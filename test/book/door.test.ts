/** The door: what it refuses, what a key does, and what it never keeps. */

import { describe, expect, it } from 'vitest'
import { witnessed } from '../../db/schema.ts'
import { setUp, show as showOrganisation } from '../../src/access/organisation.ts'
import { perform } from '../../src/book/book.ts'
import { detailDigest } from '../../src/book/details.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { head, list } from '../../src/book/queries.ts'
import { detailErased } from '../../src/book/refusals.ts'
import { throughout } from '../../src/book/registry.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { add, close, reopen, request } from '../../src/ledger/commands.ts'
import { register } from '../../src/people/commands.ts'
import { list as listParties, show as showParty } from '../../src/people/queries.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'

const person = { kind: 'person', name: 'Zhang Xiaoming' } as const

describe('a request', () => {
  const keys = [
    ['idempotency_key.missing', undefined],
    ['idempotency_key.invalid', 'too-short'],
    ['idempotency_key.invalid', 'has a space in the middle'],
    ['idempotency_key.invalid', 'ключ-ключ-ключ-ключ'],
    ['idempotency_key.invalid', 'k'.repeat(201)],
    // What stands in place of a key that was erased can be no sender's key.
    ['idempotency_key.invalid', `erased:${'0'.repeat(64)}`],
  ] as const

  it.each(keys)('%s for the key %s', (code, key) => {
    const t = bookForTests({ inMemory: true })
    const caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: false } as const
    const before = dump(t.book.store)
    const sent = () => perform(t.book, { command: register, input: person, key, caller })
    expect(sent).toThrowError(expect.objectContaining({ code, status: 400 }))
    expect(dump(t.book.store)).toBe(before)
    t.close()
  })

  it('access.not_allowed, with the roles that may', () => {
    const t = bookForTests({ inMemory: true })
    const refusal = t.refuses(register, person, { role: 'auditor' })
    expect([refusal.code, refusal.status]).toEqual(['access.not_allowed', 403])
    expect(refusal.message).toContain('fund_administrator')
    t.close()
  })

  it('book.not_set_up, for whatever needs the organisation', () => {
    const t = bookForTests({ inMemory: true, setUp: false })
    const fund = { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Help' } as const
    expect(t.refuses(funds.open, fund).code).toBe('book.not_set_up')
    expect(t.refuses(funds.open, { ...fund, currency: 'CNY' }).code).toBe('book.not_set_up')
    expect(() => t.asks(showOrganisation, {})).toThrowError(
      expect.objectContaining({ code: 'book.not_set_up' }),
    )
    t.close()
  })

  const inputs: readonly (readonly [string, unknown, string])[] = [
    ['no object', 'care', ''],
    ['a field that is not asked for', { ...person, age: 7 }, ''],
    ['a field left out', { kind: 'person' }, 'name'],
    ['a kind that is none', { ...person, kind: 'ghost' }, 'kind'],
    ['a blank name', { ...person, name: ' \t' }, 'name'],
    ['a name with a control character', { ...person, name: 'Zhang\u0000' }, 'name'],
    ['a name with half a character', { ...person, name: 'Zhang\ud800' }, 'name'],
    ['a name of 501 characters', { ...person, name: 'x'.repeat(501) }, 'name'],
  ]
  it.each(inputs)('input.invalid: %s', (_, input, field) => {
    const t = bookForTests({ inMemory: true })
    const refusal = t.refuses(register, input as never)
    expect([refusal.code, refusal.status]).toEqual(['input.invalid', 422])
    const { issues } = refusal.values as { issues: { field: string }[] }
    expect(issues[0]!.field).toBe(field)
    t.close()
  })

  it('input.invalid: half a character where no name is asked for', () => {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    const input = { fund: 'care', source: 'member', party: 'P-\ud800', amount: '1.00' } as const
    expect(t.refuses(contributions.receive, input).code).toBe('input.invalid')
    t.close()
  })

  const ids = [
    true,
    [1],
    '0x1',
    '1e0',
    ' 1',
    '1.0',
    1.5,
    0,
    -1,
    '',
    null,
    {},
    2 ** 53,
    '9'.repeat(20),
  ]
  it.each(ids)('input.invalid: the row number %j', (payout) => {
    const t = bookForTests({ inMemory: true })
    expect(t.refuses(payouts.comeBack, { payout }).code).toBe('input.invalid')
    t.close()
  })

  it('takes a row number as a number or as digits', () => {
    const t = bookForTests({ inMemory: true })
    for (const payout of [7, '7']) {
      expect(t.refuses(payouts.comeBack, { payout }).message).toContain('no payout 7')
    }
    t.close()
  })
})

describe('[L16] a key', () => {
  it('gets the first answer again, whatever the clock says and whoever else asks in between', () => {
    const t = bookForTests({ inMemory: true })
    const key = 'one-and-the-same-key'
    const first = t.does(register, person, { key })
    t.does(register, person)
    t.at('2026-05-01T00:00:00Z')
    const after = dump(t.book.store)
    expect(t.does(register, person, { key })).toEqual({ ...first, replayed: true })
    expect(t.does(register, person, { key, dryRun: true })).toEqual({ ...first, replayed: true })
    expect(dump(t.book.store)).toBe(after)
    t.close()
  })

  it('idempotency_key.reused: other input, another command, or another sender', () => {
    const t = bookForTests({ inMemory: true })
    const key = 'one-and-the-same-key'
    t.does(register, person, { key })
    const reused = [
      t.refuses(register, { ...person, name: 'Li Si' }, { key }),
      t.refuses(register, person, { key, actor: 'test:other' }),
      t.refuses(close, { month: '2026-02' }, { key }),
    ]
    for (const refusal of reused)
      expect([refusal.code, refusal.status]).toEqual(['idempotency_key.reused', 409])
    t.close()
  })

  it('is not used up by a refusal or a dry run', () => {
    const t = bookForTests({ inMemory: true })
    const key = 'one-and-the-same-key'
    t.refuses(register, person, { key, role: 'auditor' })
    t.does(register, person, { key, dryRun: true })
    expect(t.does(register, person, { key }).replayed).toBe(false)
    t.close()
  })
})

describe('group commit', () => {
  it('happens once for 50 identical requests sent together', async () => {
    const t = bookForTests()
    openFund(t, 'care')
    const send = groupCommit(t.book)
    const caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: false } as const
    const input = { fund: 'care', source: 'member', party: person, amount: '10.00' }
    const one = { command: contributions.receive, input, key: 'fifty-times-the-same', caller }
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(one)))
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(t.asks(funds.show, { fund: 'care' }).money).toBe('10.00')
    t.close()
  })

  it('refuses one of a group and keeps the others, more than fit into one commit', async () => {
    const t = bookForTests()
    openFund(t, 'care')
    const send = groupCommit(t.book)
    const caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: false } as const
    const sent = Array.from({ length: 300 }, (_, position) => {
      const amount = position % 10 === 7 ? '0' : '1.00'
      const input = { fund: 'care', source: 'unidentified', amount }
      const key = `group-key-${String(position).padStart(8, '0')}`
      return send({ command: contributions.receive, input, key, caller })
    })
    const settled = await Promise.allSettled(sent)
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(30)
    expect(t.asks(funds.show, { fund: 'care' }).money).toBe('270.00')
    t.close()
  })
})

describe('[rule 11] texts about people', () => {
  const names = ['Zhang Xiaoming', '欧阳 娜娜', 'Unlucky Vendor Ltd']
  const texts = [
    'For the twins',
    'Sent twice',
    'Rent of May',
    'Wrong Person',
    'Cover for Li',
    'Late bill of Wang',
  ]

  function filled() {
    const t = bookForTests({ inMemory: true })
    openFund(t, 'care')
    openFund(t, 'other')
    receive(t, 'care', '100.00', { party: { ...person }, earmark: texts[0] })
    const vendor = { kind: 'vendor', name: names[2]! } as const
    const nana = { kind: 'person', name: names[1]! } as const
    const paid = { fund: 'care', payee: vendor, beneficiary: nana, note: texts[2]! }
    const { entry } = t.does(payouts.pay, {
      ...paid,
      category: 'care_grants',
      amount: '1.00',
    }).output
    t.does(reverse, { entry, reason: texts[3]! })
    t.does(contributions.refund, { contribution: 1, amount: '1.00', reason: texts[1]! })
    const moved = { from: 'care', to: 'other', terms: 'permanent', amount: '1.00' } as const
    t.does(transfers.make, { ...moved, reason: texts[4]! })
    t.does(close, { month: '2026-02' })
    t.does(request, { month: '2026-02', reason: texts[5]! })
    t.does(reopen, { month: '2026-02' }, { actor: 'test:second' })
    return t
  }

  it('stand in no row that the chain covers, and in no event', () => {
    const t = filled()
    for (const table of ['event', ...witnessed] as const) {
      const rows = JSON.stringify(t.book.store.all(`select * from "${table}"`, []))
      for (const text of [...names, ...texts]) expect(`${table} ${rows}`).not.toContain(text)
    }
    const bodies = JSON.stringify(t.book.store.all('select body from detail_body', []))
    for (const text of [...names, ...texts]) expect(bodies).toContain(text)
    t.close()
  })

  it('are committed to by a salted digest each', () => {
    const t = filled()
    const rows = t.book.store.all(
      'select d.digest, b.salt, b.body from detail d join detail_body b on b.detail_id = d.id',
      [],
    )
    expect(rows.length).toBeGreaterThan(8)
    for (const { digest, salt, body } of rows) {
      expect(detailDigest(salt as Uint8Array, String(body))).toEqual(
        new Uint8Array(digest as Uint8Array),
      )
    }
    t.close()
  })

  it('can be erased: the party stays, its name is gone, and the book goes on', () => {
    const t = filled()
    t.book.store.transaction((): undefined => {
      t.book.store.run('delete from detail_body where detail_id = 1', [])
    })
    expect(t.asks(showParty, { party: 'P-000001' }).name).toBe('(erased)')
    const again = { fund: 'care', source: 'member', party: 'P-000001', amount: '1.00' } as const
    expect(t.refuses(contributions.receive, again).code).toBe('party.erased')
    const anew = { ...again, party: { kind: 'person', name: 'Li Mei' } } as const
    t.does(contributions.receive, anew)
    const erased = detailErased({ what: 'P-000001' })
    expect([erased.code, erased.status]).toEqual(['detail.erased', 404])
    t.close()
  })

  it('names are masked for who may not read them; bodies are shown', () => {
    const t = filled()
    const shown = (readsNames: boolean) =>
      t.asks(listParties, {}, { readsNames }).parties.map(({ name }) => name)
    expect(shown(true)).toEqual([names[0], names[2], names[1]])
    expect(shown(false)).toEqual(['Z. X.', names[2], '欧阳**'])
    t.close()
  })
})

describe('events', () => {
  it('form the audit trail, newest first, page by page', () => {
    const t = bookForTests({ inMemory: true })
    t.does(add, { code: 'X1', class: 'expense', name: 'Extra' })
    t.does(register, person)
    const newest = t.asks(list, { limit: 2 })
    expect(newest.events.map(({ command, subject, actor }) => [command, subject, actor])).toEqual([
      ['parties.register', 'party/P-000001', 'test:owner'],
      ['accounts.add', 'account/X1', 'test:owner'],
    ])
    expect(t.asks(head, {}).hash).toBe(newest.events[0]!.hash)
    const rest = t.asks(list, { cursor: newest.next! })
    expect(rest.events.map(({ command }) => command)).toEqual([setUp.name])
    expect(rest.next).toBeNull()
    const back = t.asks(list, { cursor: rest.previous!, limit: 2 })
    expect(back).toEqual(newest)
    t.close()
  })
})
