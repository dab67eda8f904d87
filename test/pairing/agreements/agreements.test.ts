/** Agreements between bodies: drafted, signed by both, kept, reckoned up (handbook B: 结对共建协议). */
import { afterAll, describe, expect, test } from 'vitest'
import { refund } from '../../../src/funds/contributions.ts'
import { draft, promise, release, revise } from '../../../src/pairing/agreements/drafting.ts'
import { record, takeBack } from '../../../src/pairing/agreements/evidence.ts'
import { due, list } from '../../../src/pairing/agreements/queries.ts'
import { show } from '../../../src/pairing/agreements/show-query.ts'
import { end, sign } from '../../../src/pairing/agreements/signing.ts'
import { update } from '../../../src/pairing/registers/helper-commands.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { person } from '../../people/scene.ts'
import { type AgreementScene, agreementScene, terms } from './agreement-scene.ts'

const open: AgreementScene[] = []
afterAll(() => {
  for (const { book } of open) book.t.close()
})

function scene(): AgreementScene {
  const made = agreementScene()
  open.push(made)
  return made
}

const text = 'As agreed at the meeting'

describe('[AG1] an agreement', () => {
  test('is drafted between two bodies, by the kinds of the policy', () => {
    const { book, helper, enterprise, village, drafted } = scene()
    const { t, as } = book
    const someone = person(t, 'Zhou Ping', 'north')
    const refusals: readonly (readonly [object, string])[] = [
      [{ party: someone }, 'agreement.needs_bodies'],
      [{ helper: book.helper() }, 'agreement.needs_bodies'],
      [{ party: enterprise }, 'agreement.same_party'],
      [{ party: 'P-999999' }, 'party.unknown'],
      [{ helper: 999 }, 'helper.unknown'],
      [{ kinds: ['gambling'] }, 'agreement.kind_unknown'],
      [{ until_on: '2025-12-31' }, 'agreement.days'],
      [{ currency: 'XXY' }, 'currency.unknown'],
      [{ unit: 'nowhere' }, 'unit.unknown'],
    ]
    for (const [given, code] of refusals) {
      const input = { helper, party: village, ...terms, ...given }
      expect(t.refuses(draft, input, as.coordinator).code, JSON.stringify(given)).toBe(code)
    }
    const agreement = drafted()
    expect(t.asks(show, { agreement }, as.auditor)).toMatchObject({
      reference: 'AG-000001',
      state: 'draft',
      helper: { name: 'Green Hill Fruit Company', reference: 'HE-000001' },
      party: { name: 'Upper Stream Village' },
      newest_version: 1,
      signed_version: null,
      commitments: 0,
      kinds: [{ code: 'donation' }, { code: 'industry' }],
    })
    t.does(update, { helper, standing: 'ended' }, as.coordinator)
    const again = t.refuses(draft, { helper, party: village, ...terms }, as.coordinator)
    expect(again.code).toBe('agreement.helper_ended')
  })

  test('promises money by amount and all else by number, from its first day on', () => {
    const { book, drafted } = scene()
    const { t, as } = book
    const agreement = drafted({ promises: [] })
    const unsigned = { agreement, version: 1, side: 'helper', signer: 'Qian' } as const
    expect(t.refuses(sign, unsigned, as.coordinator).code).toBe('agreement.promises_nothing')
    const money = { agreement, side: 'helper', kind: 'money', due_on: '2026-03-01', text } as const
    const refusals: readonly (readonly [object, string])[] = [
      [{}, 'agreement.measure'],
      [{ quantity: 3 }, 'agreement.measure'],
      [{ amount: '5.00', quantity: 3 }, 'agreement.measure'],
      [{ kind: 'jobs', amount: '5.00' }, 'agreement.measure'],
      [{ amount: '0' }, 'amount.not_positive'],
      [{ amount: '1.005' }, 'amount.too_many_decimals'],
      [{ amount: '5.00', due_on: '2025-12-31' }, 'agreement.due'],
    ]
    for (const [given, code] of refusals) {
      const found = t.refuses(promise, { ...money, ...given }, as.coordinator)
      expect(found.code, JSON.stringify(given)).toBe(code)
    }
    t.does(promise, { ...money, amount: '5.00' }, as.coordinator)
    expect(t.asks(show, { agreement }, as.coordinator).lines).toMatchObject([
      { promised: '5.00', in_money: true, binding: false, outcome: 'overdue' },
    ])
  })

  test('holds when both sides have signed its newest version, and each signs once', () => {
    const { book, drafted } = scene()
    const { t, as } = book
    const agreement = drafted()
    const first = { agreement, version: 1, side: 'helper', signer: 'Director Qian' } as const
    expect(t.refuses(sign, { ...first, version: 2 }, as.coordinator).code).toBe(
      'agreement.version_changed',
    )
    const late = { ...first, on_day: '2026-04-01' }
    expect(t.refuses(sign, late, as.coordinator).code).toBe('day.in_future')
    expect(t.does(sign, first, as.coordinator).output.in_force).toBe(false)
    expect(t.refuses(sign, first, as.coordinator).code).toBe('agreement.signed_already')
    const more = {
      agreement,
      side: 'helper',
      kind: 'jobs',
      quantity: 1,
      due_on: '2026-05-01',
      text,
    }
    expect(t.refuses(promise, { ...more, side: 'helper', kind: 'jobs' }, as.coordinator).code).toBe(
      'agreement.version_signed',
    )
    const other = { ...first, side: 'helped' } as const
    expect(t.does(sign, other, as.coordinator).output.in_force).toBe(true)
    expect(t.asks(show, { agreement }, as.coordinator)).toMatchObject({
      state: 'active',
      signed_version: 1,
      commitments: 4,
      overdue: 3,
    })
  })

  test('a new version binds when it is signed; what was added to it does not before', () => {
    const { book, inForce } = scene()
    const { t, as } = book
    const { agreement } = inForce()
    t.does(revise, { agreement, ...terms, until_on: '2027-12-31' }, as.coordinator)
    const more = { agreement, side: 'helper', kind: 'advice', quantity: 4, text } as const
    const { commitment } = t.does(promise, { ...more, due_on: '2027-06-30' }, as.coordinator).output
    const told = t.asks(show, { agreement }, as.coordinator)
    expect(told).toMatchObject({
      until_on: '2026-12-31',
      newest_version: 2,
      signed_version: 1,
      commitments: 4,
    })
    const early = { commitment, quantity: 1, text }
    expect(t.refuses(record, early, as.coordinator).code).toBe('agreement.not_signed')
    for (const side of ['helper', 'helped'] as const) {
      t.does(sign, { agreement, version: 2, side, signer: 'Qian' }, as.coordinator)
    }
    t.does(record, early, as.coordinator)
    expect(t.asks(show, { agreement }, as.coordinator)).toMatchObject({
      until_on: '2027-12-31',
      signed_version: 2,
      commitments: 5,
    })
  })

  test('ends before its day once, runs out by itself, and is listed by how it stands', () => {
    const { book, helper, village, drafted, inForce } = scene()
    const { t, as } = book
    const dropped = drafted()
    t.does(end, { agreement: dropped, reason: text }, as.coordinator)
    const again = { agreement: dropped, reason: text }
    expect(t.refuses(end, again, as.coordinator).code).toBe('agreement.ended')
    expect(t.refuses(revise, { agreement: dropped, ...terms }, as.coordinator).code).toBe(
      'agreement.ended',
    )
    const draft = drafted()
    const { agreement: active } = inForce()
    const { agreement: expired } = inForce({ until_on: '2026-03-30' })
    const states = { ended: dropped, draft, active, expired } as const
    for (const [state, agreement] of Object.entries(states)) {
      const asked = { state: state as keyof typeof states, helper, party: village }
      const found = t.asks(list, asked, as.auditor).agreements
      expect(found, state).toMatchObject([{ agreement, state }])
    }
    expect(t.refuses(end, { agreement: 99, reason: text }, as.coordinator).code).toBe(
      'agreement.unknown',
    )
    expect(t.asks(list, { limit: 3 }, as.auditor)).toMatchObject({
      agreements: [{ agreement: expired }, { agreement: active }, { agreement: draft }],
      previous: null,
    })
  })
})

describe('[AG2] evidence', () => {
  test('is of a commitment that binds, in its own measure, from the first day up to today', () => {
    const { book, drafted, inForce, did } = scene()
    const { t, as } = book
    const unsigned = t.asks(show, { agreement: drafted() }, as.coordinator).lines[1]!.commitment
    expect(t.refuses(record, { commitment: unsigned, quantity: 1, text }, as.owner).code).toBe(
      'agreement.not_signed',
    )
    const [money, jobs] = inForce().promised as [number, number]
    const refusals: readonly (readonly [number, object, string])[] = [
      [jobs, {}, 'agreement.measure'],
      [jobs, { amount: '5.00' }, 'agreement.measure'],
      [money, { quantity: 5 }, 'agreement.measure'],
      [money, {}, 'agreement.measure'],
      [jobs, { quantity: 1, on_day: '2025-12-31' }, 'agreement.evidence_day'],
      [jobs, { quantity: 1, on_day: '2026-04-01' }, 'agreement.evidence_day'],
      [jobs, { quantity: 1, digest: 'not a digest' }, 'input.invalid'],
      [999, { quantity: 1 }, 'agreement.commitment_unknown'],
    ]
    for (const [commitment, given, code] of refusals) {
      const found = t.refuses(record, { commitment, text, ...given }, as.coordinator)
      expect(found.code, JSON.stringify(given)).toBe(code)
    }
    const evidence = did(jobs, { quantity: 5, digest: 'AB'.repeat(32) })
    t.does(release, { commitment: money, reason: text }, as.coordinator)
    const over = { commitment: money, amount: '1.00', text }
    expect(t.refuses(record, over, as.coordinator).code).toBe('agreement.released')
    expect(t.refuses(release, { commitment: money, reason: text }, as.coordinator).code).toBe(
      'agreement.released',
    )
    t.does(takeBack, { evidence, reason: 'Counted twice' }, as.coordinator)
    expect(t.refuses(takeBack, { evidence, reason: text }, as.coordinator).code).toBe(
      'agreement.evidence_taken_back',
    )
    expect(t.refuses(takeBack, { evidence: 99, reason: text }, as.coordinator).code).toBe(
      'agreement.evidence_unknown',
    )
  })

  test('money through the book is the contribution, once, from who promised it', () => {
    const { book, inForce, paid, did } = scene()
    const { t, as } = book
    const { agreement, promised } = inForce()
    const [money, jobs] = promised as [number, number]
    const refuse = (commitment: number, given: object) =>
      t.refuses(record, { commitment, text, ...given }, as.coordinator).code
    const other = paid('9000.00', '2026-02-01', book.hospital)
    expect(refuse(money, { contribution: other })).toBe('agreement.contribution_other')
    expect(refuse(money, { contribution: 99_999 })).toBe('agreement.contribution_other')
    const gift = paid('30000.00')
    expect(refuse(jobs, { contribution: gift })).toBe('agreement.contribution_other')
    expect(refuse(money, { contribution: gift, amount: '30000.01' })).toBe(
      'agreement.contribution_other',
    )
    const evidence = did(money, { contribution: gift }, as.administrator)
    expect(refuse(money, { contribution: gift })).toBe('agreement.contribution_counted')
    t.does(takeBack, { evidence, reason: 'Wrong commitment' }, as.coordinator)
    did(money, { contribution: gift })
    const line = () => t.asks(show, { agreement }, as.coordinator).lines[0]!
    expect(line()).toMatchObject({ on_time: '30000.00', open: '20000.00', outcome: 'partly' })
    t.does(refund, { contribution: gift, amount: '10000.00', reason: text }, as.administrator)
    expect(line()).toMatchObject({ on_time: '20000.00', open: '30000.00' })
    expect(line().evidence[1]).toMatchObject({ measure: '30000.00', counted: '20000.00' })
  })

  test('[invariant 8] the book itself counts a contribution once', () => {
    const { book, inForce, paid, did } = scene()
    const [money] = inForce().promised as [number]
    did(money, { contribution: paid('100.00') })
    const again = `insert into agreement_evidence select id + 1, commitment_id, on_day, amount_minor,
      quantity, contribution_id, digest, text_detail_id, actor,
      (select max(seq) + 1 from event) from agreement_evidence`
    const { store } = book.t.book
    const write = () => store.transaction((): undefined => store.run(again, []) as undefined)
    expect(write).toThrow('the contribution keeps a commitment already')
  })
})

describe('[AG3] what is due', () => {
  test('is what is open, by its day: overdue first, none of what was kept, released or ended', () => {
    const { book, inForce, did, paid, drafted } = scene()
    const { t, as } = book
    drafted()
    const { agreement, promised } = inForce()
    const [money, jobs, halls, seats] = promised as [number, number, number, number]
    const asked = (given: object = {}) =>
      t.asks(due, given, as.auditor).due.map(({ commitment, days_left }) => [commitment, days_left])
    expect(asked()).toEqual([
      [money, -31],
      [jobs, -16],
      [halls, -11],
    ])
    expect(asked({ within_days: 120 })).toContainEqual([seats, 91])
    expect(asked({ side: 'helped' })).toEqual([[halls, -11]])
    expect(asked({ only: 'overdue' })).toHaveLength(3)
    did(halls, { quantity: 2 })
    const gift = paid('50000.00')
    did(money, { contribution: gift })
    expect(asked()).toEqual([[jobs, -16]])
    t.does(refund, { contribution: gift, amount: '1.00', reason: text }, as.administrator)
    expect(asked()).toEqual([
      [money, -31],
      [jobs, -16],
    ])
    t.does(release, { commitment: jobs, reason: text }, as.coordinator)
    expect(asked()).toEqual([[money, -31]])
    t.does(end, { agreement, reason: text }, as.coordinator)
    expect(asked({ within_days: 3650 })).toEqual([])
  })
})

describe('[invariant 7] whoever is tied to a side has no hand in its agreement', () => {
  test('by a declared interest, in every act', () => {
    const { book, helper, enterprise, village, inForce, drafted, did } = scene()
    const { t, as } = book
    const { agreement, promised } = inForce()
    const [money, jobs] = promised as [number, number]
    const evidence = did(jobs, { quantity: 1 })
    const unsigned = drafted()
    t.does(declare, { party: enterprise, kind: 'business' }, as.coordinator)
    const more = { side: 'helper', kind: 'jobs', quantity: 1, due_on: '2026-05-01', text } as const
    const refused = [
      t.refuses(draft, { helper, party: village, ...terms }, as.coordinator),
      t.refuses(revise, { agreement, ...terms }, as.coordinator),
      t.refuses(promise, { agreement: unsigned, ...more }, as.coordinator),
      t.refuses(
        sign,
        { agreement: unsigned, version: 1, side: 'helped', signer: 'Sun' },
        as.coordinator,
      ),
      t.refuses(release, { commitment: money, reason: text }, as.coordinator),
      t.refuses(record, { commitment: jobs, quantity: 1, text }, as.coordinator),
      t.refuses(takeBack, { evidence, reason: text }, as.coordinator),
      t.refuses(end, { agreement, reason: text }, as.coordinator),
    ]
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'agreement.interest'))
    const told = t.asks(show, { agreement }, as.coordinator)
    expect(told.barred?.code).toBe('agreement.interest')
    expect(Object.values(told.may)).not.toContain(true)
  })
})
