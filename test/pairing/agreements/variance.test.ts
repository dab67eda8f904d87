/** Variance statements: frozen, signed by both sides or refused by one (the 履约差异表 of an agreement). */
import { afterAll, describe, expect, test } from 'vitest'
import { refund } from '../../../src/funds/contributions.ts'
import { canonicalJson } from '../../../src/kit/canonical.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import { release } from '../../../src/pairing/agreements/drafting.ts'
import { takeBack } from '../../../src/pairing/agreements/evidence.ts'
import { varianceWithId } from '../../../src/pairing/agreements/rows.ts'
import { show as showAgreement } from '../../../src/pairing/agreements/show-query.ts'
import { bodyOf, make, sign } from '../../../src/pairing/agreements/variance.ts'
import { show } from '../../../src/pairing/agreements/variance-queries.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type AgreementScene, agreementScene } from './agreement-scene.ts'

const open: AgreementScene[] = []
afterAll(() => {
  for (const { book } of open) book.t.close()
})

/** An agreement of which some was done: money in part, jobs late, a hall of two. */
function halfway() {
  const scene = agreementScene()
  open.push(scene)
  const { agreement, promised } = scene.inForce()
  const [money, jobs, halls, seats] = promised as [number, number, number, number]
  const gift = scene.paid('30000.00')
  scene.did(money, { contribution: gift })
  const late = scene.did(jobs, { quantity: 12, on_day: '2026-03-25' })
  scene.did(halls, { quantity: 1, on_day: '2026-03-18' })
  return { ...scene, agreement, money, jobs, halls, seats, gift, late }
}

const text = 'So it was found'

describe('[AG5] a variance statement', () => {
  test('tells of each commitment what was promised, done, late and open, and the sums by kind', () => {
    const { book, agreement } = halfway()
    const { t, as } = book
    const { statement, reference } = t.does(make, { agreement }, as.coordinator).output
    expect(reference).toBe('AG-000001-V1')
    const told = t.asks(show, { statement }, as.auditor)
    expect(show.output.safeParse(told).error).toBeUndefined()
    expect(told).toMatchObject({
      as_of: '2026-03-31',
      sound: true,
      newer: null,
      lines: [
        { kind: 'money', on_time: '30000.00', open: '20000.00', outcome: 'partly', days_late: 31 },
        { kind: 'jobs', late: '12', open: '0', outcome: 'kept_late', days_late: 10 },
        { kind: 'goods', on_time: '1', open: '1', outcome: 'partly' },
        { kind: 'training_seats', open: '30', outcome: 'to_come', days_late: null },
      ],
      totals: [
        { side: 'helper', kind: 'money', promised: '50000.00', overdue: '20000.00' },
        { side: 'helper', kind: 'jobs', promised: '12', late: '12' },
        { side: 'helped', kind: 'goods', promised: '2', overdue: '1' },
        { side: 'helper', kind: 'training_seats', promised: '30', overdue: '0' },
      ],
    })
  })

  test('is frozen with the digest of its canonical form; what changes later makes another', () => {
    const { book, agreement, gift } = halfway()
    const { t, as } = book
    const first = t.does(make, { agreement }, as.coordinator).output
    expect(t.refuses(make, { agreement }, as.coordinator).code).toBe('variance.same')
    t.does(refund, { contribution: gift, amount: '5000.00', reason: text }, as.administrator)
    const kept = varianceWithId({ ...t.book.store, scope: 'all' }, first.statement)
    expect(sha256Hex(kept.body)).toBe(first.digest)
    expect(canonicalJson(bodyOf(kept))).toBe(kept.body)
    expect(t.asks(show, { statement: first.statement }, as.auditor).lines[0]).toMatchObject({
      on_time: '30000.00',
    })
    const second = t.does(make, { agreement }, as.coordinator).output
    expect(second.digest).not.toBe(first.digest)
    expect(t.asks(show, { statement: second.statement }, as.auditor).lines[0]).toMatchObject({
      on_time: '25000.00',
    })
    expect(t.asks(show, { statement: first.statement }, as.auditor).newer).toBe(second.statement)
  })

  test('holds ids and numbers alone: no name and no text', () => {
    const { book, agreement } = halfway()
    const { t, as } = book
    const { statement } = t.does(make, { agreement }, as.coordinator).output
    const { body } = varianceWithId({ ...t.book.store, scope: 'all' }, statement)
    for (const word of ['Green Hill', 'Upper Stream', 'orchard', 'Packing', 'Qian']) {
      expect(body).not.toContain(word)
    }
  })

  test('of a day tells what was done up to it; not of the future, nor of before the agreement', () => {
    const { book, agreement } = halfway()
    const { t, as } = book
    const early = t.does(make, { agreement, as_of: '2026-03-20' }, as.coordinator).output
    expect(t.asks(show, { statement: early.statement }, as.auditor).lines[1]).toMatchObject({
      late: '0',
      outcome: 'overdue',
      days_late: 5,
    })
    for (const as_of of ['2025-12-31', '2026-04-01']) {
      expect(t.refuses(make, { agreement, as_of }, as.coordinator).code).toBe('variance.day')
    }
    const { drafted } = open.at(-1)!
    expect(t.refuses(make, { agreement: drafted() }, as.coordinator).code).toBe(
      'agreement.not_signed',
    )
    expect(t.refuses(make, { agreement: 99 }, as.coordinator).code).toBe('agreement.unknown')
  })
})

describe('[AG6] both sides answer a statement', () => {
  test('once each, signed or refused with a reason; a newer one takes its place', () => {
    const { book, agreement, jobs, did } = halfway()
    const { t, as } = book
    const { statement } = t.does(make, { agreement }, as.coordinator).output
    const by = { statement, side: 'helper', answer: 'signed', signer: 'Director Qian' } as const
    expect(t.does(sign, by, as.coordinator).output.complete).toBe(false)
    expect(t.refuses(sign, by, as.coordinator).code).toBe('variance.answered')
    const no = { ...by, side: 'helped', answer: 'refused', signer: 'Sun' } as const
    expect(t.refuses(sign, no, as.coordinator).code).toBe('variance.reason_missing')
    expect(t.refuses(sign, { ...no, on_day: '2026-03-30' }, as.coordinator).code).toBe(
      'variance.signed_before',
    )
    expect(t.refuses(sign, { ...no, on_day: '2026-04-01' }, as.coordinator).code).toBe(
      'day.in_future',
    )
    const note = 'Two of the twelve left after a week'
    expect(t.does(sign, { ...no, note }, as.coordinator).output.complete).toBe(true)
    expect(t.asks(showAgreement, { agreement }, as.auditor).statements).toMatchObject([
      { reference: 'AG-000001-V1', helper: 'signed', helped: 'refused' },
    ])
    did(jobs, { quantity: 1 })
    const second = t.does(make, { agreement }, as.coordinator).output.statement
    did(jobs, { quantity: 1 })
    t.does(make, { agreement }, as.coordinator)
    expect(t.refuses(sign, { ...by, statement: second }, as.coordinator).code).toBe(
      'variance.newer',
    )
    expect(t.refuses(sign, { ...by, statement: 99 }, as.coordinator).code).toBe('variance.unknown')
  })

  test('[invariant 7] not recorded by who recorded what it counts, or is tied to a side', () => {
    const { book, agreement, seats, late, enterprise } = halfway()
    const { t, as, secondCoordinator } = book
    const { statement } = t.does(make, { agreement }, as.coordinator).output
    const by = { statement, side: 'helper', answer: 'signed', signer: 'Qian' } as const
    expect(t.refuses(sign, by, secondCoordinator).code).toBe('variance.own_hand')
    expect(t.asks(show, { statement }, secondCoordinator)).toMatchObject({
      may_sign: [],
      barred: { code: 'variance.own_hand' },
    })
    expect(t.asks(show, { statement }, as.auditor)).toMatchObject({ may_sign: [], barred: null })
    expect(t.asks(show, { statement }, as.coordinator).may_sign).toEqual(['helper', 'helped'])
    t.does(release, { commitment: seats, reason: text }, as.coordinator)
    const released = t.does(make, { agreement }, as.owner).output.statement
    const after = { ...by, statement: released }
    expect(t.refuses(sign, after, as.coordinator).code).toBe('variance.own_hand')
    t.does(takeBack, { evidence: late, reason: text }, as.owner)
    const { statement: third } = t.does(make, { agreement }, as.owner).output
    expect(t.refuses(sign, { ...by, statement: third }, as.owner).code).toBe('variance.own_hand')
    t.does(declare, { party: enterprise, kind: 'business' }, as.coordinator)
    expect(t.refuses(make, { agreement }, as.coordinator).code).toBe('variance.same')
    expect(t.refuses(sign, { ...by, statement: third }, as.coordinator).code).toBe(
      'agreement.interest',
    )
  })
})

test('[AG7] a statement that was altered behind the back of the book is found', () => {
  const { book, agreement } = halfway()
  const { t, as } = book
  const { statement } = t.does(make, { agreement }, as.coordinator).output
  const { store } = t.book
  store.transaction((): undefined => {
    store.run('drop trigger variance_statement_never_altered', [])
    store.run(`update variance_statement set body = replace(body, '3000000', '5000000')`, [])
  })
  expect(t.asks(show, { statement }, as.auditor).sound).toBe(false)
  expect(verifyBook(store).passed).toBe(false)
})
