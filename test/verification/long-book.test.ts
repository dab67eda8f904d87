import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyRole, command } from '../../src/book/registry.ts'
import { checkpointOf } from '../../src/book/tree.ts'
import * as funds from '../../src/funds/funds.ts'
import { canonicalJson } from '../../src/kit/canonical.ts'
import type { EventSeq } from '../../src/kit/ids.ts'
import { minor } from '../../src/kit/money.ts'
import { accountInRole } from '../../src/ledger/accounts.ts'
import { fundWithCode } from '../../src/ledger/funds.ts'
import { post, postingsPerMark } from '../../src/ledger/post.ts'
import * as parties from '../../src/people/commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { documentOf } from '../../src/statements/document.ts'
import { signerFrom } from '../../src/statements/signer.ts'
import { verifyBook } from '../../src/verification/book.ts'
import type { Finding } from '../../src/verification/report.ts'
import { verifyStatementJson } from '../../src/verification/statement.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { richKey } from './rich-book.ts'

/** Long enough for four complete blocks of the tree, and three above them. */
const events = 1_100

function longBook(): TestBook {
  const t = bookForTests({ inMemory: true })
  t.does(funds.open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' })
  for (let count = 2; count < events; count++) {
    t.does(parties.register, { kind: 'person', name: `Person ${count}` })
  }
  return t
}

/** One entry with more legs than lie between two marks. */
const fill = command({
  name: 'test.fill',
  summary: 'Posts more legs than a mark is apart',
  may: anyRole,
  reach: 'units',
  route: { method: 'POST', path: '/test' },
  input: z.strictObject({}),
  output: z.object({}),
  subject: () => 'test/1',
  run: (act) => {
    const debit = accountInRole(act, 'bank')
    const credit = accountInRole(act, 'contributions_restricted')
    const fund = fundWithCode(act, 'care')
    const leg = { fund, debit, credit, amountMinor: minor(5), partyId: null }
    post(act, {
      kind: 'contribution.received',
      effectiveOn: act.today,
      subject: 'test/1',
      legs: Array.from({ length: postingsPerMark + 10 }, () => leg),
      reverses: null,
      noteDetailId: null,
    })
    return {}
  },
})

function findingsAfter(t: TestBook, ...changes: string[]): readonly Finding[] {
  for (const change of changes) t.book.store.run(change, [])
  const { store } = t.book
  return store.snapshot(() => verifyBook(store)).checks.flatMap(({ findings }) => findings)
}

test('[V3] the tree over many events has its blocks, its proofs, and leads to its checkpoints', async () => {
  const t = longBook()
  const { store } = t.book
  const witness = checkpointOf(store, 'relief', 700 as EventSeq)
  t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
  const signer = await signerFrom(await richKey())
  const document = await documentOf(store, signer, 'CARE-2026-0001', 'masked')
  expect(document.proof?.inclusion.length).toBeGreaterThan(2)
  const proved = await verifyStatementJson(canonicalJson(document), signer.key)
  expect(proved.checks.flatMap(({ findings }) => findings)).toEqual([])
  const report = verifyBook(store, { checkpoints: [witness] })
  expect(report.checks.find(({ name }) => name === 'tree')).toMatchObject({
    state: 'passed',
    counted:
      '7 blocks of the Merkle tree: the hashes of their events; it leads to 1 checkpoint kept elsewhere',
  })
  expect(
    findingsAfter(
      t,
      'update merkle_block set hash = zeroblob(32) where level = 9 and position = 1',
    ),
  ).toMatchObject([{ code: 'block.hash', row: '9/1' }])
  expect(
    findingsAfter(t, 'delete from merkle_block where level = 9 and position = 1'),
  ).toMatchObject([{ code: 'block.missing', row: '9/1' }])
  t.close()
})

test('[V1] marks of balances are compared where they were made', () => {
  const t = bookForTests({ inMemory: true })
  t.does(funds.open, { fund: 'care', name: 'Care', restriction: 'purpose', purpose: 'Hardship' })
  t.does(fill, {})
  expect(findingsAfter(t)).toEqual([])
  expect(
    findingsAfter(
      t,
      'update balance_mark set balance_minor = balance_minor + 1 where balance_minor > 0',
    ),
  ).toMatchObject([{ code: 'balance_mark.balance_minor', table: 'balance_mark' }])
  expect(findingsAfter(t, 'delete from balance_mark where balance_minor > 0')).toMatchObject([
    { code: 'balance_mark.missing' },
  ])
  t.close()
})
