import { expect, test } from 'vitest'
import { adoptKey } from '../../src/access/organisation.ts'
import { throughout } from '../../src/book/registry.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { canonicalJson } from '../../src/kit/canonical.ts'
import type { Day } from '../../src/kit/day.ts'
import { fundByCode } from '../../src/ledger/funds.ts'
import { issue } from '../../src/statements/commands.ts'
import { documentOf, previewDocument } from '../../src/statements/document.ts'
import * as queries from '../../src/statements/queries.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const march = { fund: 'care', from: '2026-03-01', to: '2026-03-31' }

async function issued(): Promise<{
  t: TestBook
  keys: Awaited<ReturnType<typeof newSigningKey>>[]
}> {
  const t = bookForTests()
  const keys = [await newSigningKey((n) => new Uint8Array(n).fill(1))]
  keys.unshift(await newSigningKey((n) => new Uint8Array(n).fill(2)))
  t.does(adoptKey, publicPart(keys[1]!))
  t.does(funds.open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' })
  const party = { kind: 'person', name: '张小明' } as const
  const source = 'member'
  t.does(contributions.receive, {
    fund: 'care',
    source,
    party,
    amount: '10.00',
    received_on: '2026-03-02',
  })
  t.does(issue, march)
  return { t, keys }
}

function publicPart({ kty, crv, x, kid }: Awaited<ReturnType<typeof newSigningKey>>) {
  return { kty, crv, x, kid }
}

test('the document of an issue is the same to the byte however the book has gone on', async () => {
  const { t, keys } = await issued()
  const { store } = t.book
  const before = await documentOf(store, await signerFrom(keys[1]), 'CARE-2026-0001', 'named')
  t.does(adoptKey, publicPart(keys[0]!))
  const payee = { kind: 'person', name: 'Maria Lopez' } as const
  t.does(payouts.pay, { fund: 'care', payee, category: 'care_grants', amount: '3.00' })
  t.does(issue, march)
  const signer = await signerFrom({ keys })
  const after = await documentOf(store, signer, 'CARE-2026-0001', 'named')
  expect(canonicalJson(after)).toBe(canonicalJson(before))
  expect(before.names).toMatchObject({ 'P-000001': { name: '张小明' } })
  expect(before.proof).toMatchObject({ leaf_index: 4, tree_size: 5, key: publicPart(keys[1]!) })
  const second = await documentOf(store, signer, 'CARE-2026-0002', 'masked')
  expect(second.proof?.key).toEqual(publicPart(keys[0]!))
  expect(second.names).toBeNull()
  expect(canonicalJson(second)).not.toContain('张小明')
  t.close()
})

test('an unknown number, and a key that the server does not hold, are refused', async () => {
  const { t, keys } = await issued()
  const refused = (jwk: unknown, number: string) =>
    signerFrom(jwk).then((signer) => documentOf(t.book.store, signer, number, 'masked'))
  await expect(refused(keys[1], 'CARE-2026-0009')).rejects.toMatchObject({
    code: 'statement.unknown',
  })
  await expect(refused(keys[0], 'CARE-2026-0001')).rejects.toMatchObject({
    code: 'statement.key_missing',
  })
  t.close()
})

test('a preview is neither numbered nor proved, and gives names to those who may read them', async () => {
  const { t } = await issued()
  const view = (readsNames: boolean) => ({
    all: t.book.store.all,
    first: t.book.store.first,
    steady: t.book.store.steady,
    each: t.book.store.each,
    at: 0,
    today: '2026-03-31' as Day,
    scope: 'all' as const,
    caller: { actor: 'test:reader', grants: throughout('auditor'), readsNames },
  })
  const of = {
    fund: fundByCode(t.book.store, 'care'),
    from: march.from as Day,
    to: march.to as Day,
  }
  const preview = previewDocument(view(true), { ...of, edition: 'named' })
  expect(preview).toMatchObject({ proof: null, names: { 'P-000001': { name: '张小明' } } })
  expect(preview.statement.issue).toBeNull()
  expect(preview.statement.changes?.since).toBe('CARE-2026-0001')
  expect(() => previewDocument(view(false), { ...of, edition: 'named' })).toThrow(
    'Full names are for those who may read them.',
  )
  t.close()
})

test('statements are listed newest first, shown, and compared with the book as it is now', async () => {
  const { t } = await issued()
  const payee = { kind: 'person', name: 'Maria Lopez' } as const
  const category = 'care_grants' as const
  t.does(payouts.pay, { fund: 'care', payee, category, amount: '3.00', paid_on: '2026-03-09' })
  expect(t.asks(queries.changes, { statement: 'CARE-2026-0001' })).toEqual({
    since: 'CARE-2026-0001',
    since_sequence: 4,
    known_at: 6,
    added: [2],
    reversed: [],
    receipts_delta: '0.00',
    payments_delta: '3.00',
    currency: 'CNY',
  })
  const { digest } = t.does(issue, march).output
  const page = t.asks(queries.list, { fund: 'care', limit: 1 })
  expect(page.statements).toEqual([t.asks(queries.show, { statement: 'CARE-2026-0002' })])
  expect(page.statements[0]).toMatchObject({
    known_at: 6,
    sequence: 7,
    digest,
    since: 'CARE-2026-0001',
  })
  const rest = t.asks(queries.list, { fund: 'care', cursor: page.next! })
  const newer = { newer: 'CARE-2026-0002', recorded_since: 1 }
  expect(rest).toMatchObject({
    statements: [{ statement: 'CARE-2026-0001', since: null, ...newer }],
  })
  const found = (input: object) =>
    t.asks(queries.list, input).statements.map(({ statement }) => statement)
  expect(found({ issues: 'newest' })).toEqual(['CARE-2026-0002'])
  expect(found({ from: '2026-04-01' })).toEqual([])
  expect(found({ to: '2026-03-01', language: 'en' })).toEqual(found({ fund: 'care' }))
  expect(t.asks(queries.checkpoint, {})).toMatchObject({ book: 'relief', tree_size: 7 })
  t.close()
})
