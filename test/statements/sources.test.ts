/** Under which source a statement counts a gift whose giver became known later. */
import { expect, it } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { close } from '../../src/ledger/commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { documentOf } from '../../src/statements/document.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const signer = await signerFrom(await newSigningKey((bytes) => new Uint8Array(bytes).fill(1)))
const february = { from: '2026-02-01', to: '2026-02-28' }

async function issued(t: TestBook, period: { from: string; to: string }) {
  const { output } = t.does(issue, { fund: 'care', ...period })
  return (await documentOf(t.book.store, signer, output.statement, 'masked')).statement
}

it('stays unidentified in a period that ended before it was identified, and is not altered later', async () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  const nameless = { fund: 'care', source: 'unidentified', amount: '40.00' } as const
  t.does(contributions.receive, { ...nameless, received_on: '2026-02-02' })
  const before = await issued(t, february)
  const party = { kind: 'person', name: 'Zhang Xiaoming' } as const
  const whose = { contribution: 1, source: 'member', party } as const
  const { entry } = t.does(contributions.identify, {
    ...whose,
    identified_on: '2026-03-05',
  }).output
  const after = await issued(t, february)
  expect(before.receipts).toEqual([{ source: 'unidentified', count: 1, amount_minor: 4_000 }])
  expect(before.payables_minor).toBe(4_000)
  expect({ ...after, changes: null, issue: null, known: null }).toEqual({
    ...before,
    changes: null,
    issue: null,
    known: null,
  })
  const whole = { from: '2026-02-01', to: '2026-03-31' }
  expect((await issued(t, whole)).receipts).toEqual([
    { source: 'member', count: 1, amount_minor: 4_000 },
  ])
  t.does(reverse, { entry, reason: 'Another of that name' })
  expect((await issued(t, whole)).receipts).toMatchObject([{ source: 'unidentified' }])
  expect(verifyBook(t.book.store).passed).toBe(true)
  t.close()
})

it('stays identified in a closed period, when that is undone in a later one', async () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  const nameless = { fund: 'care', source: 'unidentified', amount: '40.00' } as const
  t.does(contributions.receive, { ...nameless, received_on: '2026-02-02' })
  const party = { kind: 'person', name: 'Zhang Xiaoming' } as const
  const whose = { contribution: 1, source: 'member', party } as const
  const day = { identified_on: '2026-02-03' }
  const { entry } = t.does(contributions.identify, { ...whose, ...day }).output
  t.does(close, { month: '2026-02' })
  t.does(reverse, { entry, reason: 'Another of that name' })
  t.does(contributions.identify, { ...whose, source: 'organisation' })
  expect((await issued(t, february)).receipts).toMatchObject([{ source: 'member' }])
  const whole = { from: '2026-02-01', to: '2026-03-31' }
  expect((await issued(t, whole)).receipts).toMatchObject([{ source: 'organisation' }])
  expect(verifyBook(t.book.store).passed).toBe(true)
  t.close()
})
