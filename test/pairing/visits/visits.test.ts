/** Recording visits, taking them back, and what the household says of them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  confirmationOf,
  confirm as confirmDelivery,
} from '../../../src/hardship/after/confirming.ts'
import type { PairId, PayoutId } from '../../../src/kit/ids.ts'
import { handOver } from '../../../src/pairing/pairs/commands.ts'
import {
  record as recordEvent,
  withdraw as withdrawEvent,
} from '../../../src/pairing/visits/care-events.ts'
import { record, withdraw } from '../../../src/pairing/visits/commands.ts'
import { confirm } from '../../../src/pairing/visits/confirming.ts'
import { lastVisitTo } from '../../../src/pairing/visits/last.ts'
import { list, show } from '../../../src/pairing/visits/queries.ts'
import { toHandOver } from '../../../src/pairing/visits/to-hand-over.ts'
import { partyByRef } from '../../../src/people/parties.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { slip, type VisitsBook, visitsBook } from './scene.ts'

let v: VisitsBook
beforeEach(() => {
  v = visitsBook()
})
afterEach(() => v.book.t.close())

const today = '2026-03-31'

describe('a visit', () => {
  test('takes nothing but the pair: today, at home, with the person, by the helper', () => {
    const { t, as, families } = v.book
    const visit = v.visit()
    const told = t.asks(show, { visit }, as.coordinator)
    expect(told).toMatchObject({
      reference: 'VI-000001',
      party: { party: families[0].head },
      helper: { helper: v.helper },
      kind: 'visit',
      visited_on: today,
      met: 'oneself',
      at_place: 'home',
      taken_back: false,
      confirmed: null,
    })
    expect(verifyBook(t.book.store).passed).toBe(true)
  })

  test('tells what was wanted and given, opens a need, and leaves something to be done', () => {
    const { t, as } = v.book
    const visit = v.visit({
      kind: 'festival',
      minutes: 40,
      met: 'family',
      found: 'All are well',
      wishes: [
        { kind: 'study', text: 'A desk', open: true },
        { kind: 'work', text: 'A course' },
      ],
      help: [
        { kind: 'company', form: 'service', text: 'Cleaned the yard' },
        { kind: 'company', form: 'money', private: true, amount: '200.00' },
      ],
      follow_ups: [{ text: 'Bring the forms', due_on: '2026-04-10' }],
      companions: [v.book.families[1].head],
    })
    const told = t.asks(show, { visit }, as.coordinator)
    expect(told.wanted.map(({ need, text }) => [text, need?.reference ?? null])).toEqual([
      ['A desk', 'ND-000002'],
      ['A course', null],
    ])
    expect(told.given.map((one) => [one.form, one.private, one.amount])).toEqual([
      ['service', false, null],
      ['money', true, '200.00'],
    ])
    expect(told.follow_ups).toMatchObject([{ for_whom: 'helper', due_on: '2026-04-10' }])
    expect(told.companions).toHaveLength(1)
    expect(told.open_follow_ups).toBe(1)
  })

  test('is told without words to who does not read names', () => {
    const visit = v.visit({ found: 'Illness in the family' })
    const told = v.book.t.asks(show, { visit }, { ...v.book.as.auditor, readsNames: false })
    expect(told.found).toBe('***')
    expect(JSON.stringify(told)).not.toContain('Wang Wei')
  })

  test.each([
    ['a day to come', { visited_on: '2026-04-01' }, 'visit.day'],
    ['a day before the pair', { visited_on: '2026-03-30' }, 'visit.pair_not_then'],
    [
      'a kind that the policy does not have',
      { wishes: [{ kind: 'moon', text: 'x' }] },
      'visit.kind_unknown',
    ],
    ['goods without words', { help: [{ kind: 'company', form: 'goods' }] }, 'visit.help_unclear'],
    ['money that is neither', { help: [{ kind: 'company', form: 'money' }] }, 'visit.help_unclear'],
    [
      'money that is both',
      { help: [{ kind: 'company', form: 'money', private: true, amount: '1.00', payout: 1 }] },
      'visit.help_unclear',
    ],
    ['an occasion that is none', { care_event: 9 }, 'care_event.unknown'],
    [
      'something to do by yesterday',
      { follow_ups: [{ text: 'x', due_on: '2026-03-30' }] },
      'follow_up.day',
    ],
    [
      'a payout that is none',
      { help: [{ kind: 'company', form: 'money', payout: 99 }] },
      'payout.unknown',
    ],
  ] as const)('refuses %s', (_, given, code) => {
    const { t, as } = v.book
    const input = { pair: v.pair, ...given } as never
    expect(t.refuses(record, input, as.coordinator).code).toBe(code)
  })

  test('says whom it was to: a pair or a party, and not both', () => {
    const { t, as, families } = v.book
    expect(t.refuses(record, {}, as.coordinator).code).toBe('visit.who_went')
    const both = { pair: v.pair, party: families[0].head }
    expect(t.refuses(record, both, as.coordinator).code).toBe('visit.who_went')
    const visit = v.visit({ party: families[1].head })
    expect(t.asks(show, { visit }, as.coordinator)).toMatchObject({ pair: null, helper: null })
  })

  test('of a pair that was handed over is recorded for the days on which it stood', () => {
    const { t, as } = v.book
    t.at('2026-05-10T02:00:00Z')
    const heir = v.book.helper()
    const { pair } = t.does(handOver, { pair: v.pair, helper: heir }, as.coordinator).output
    v.book.begin(pair)
    v.visit({ visited_on: '2026-05-09' })
    t.at('2026-06-10T02:00:00Z')
    const late = { pair: v.pair, visited_on: '2026-06-09' }
    expect(t.refuses(record, late, as.coordinator).code).toBe('visit.pair_not_then')
  })
})

describe('the last visit', () => {
  test('counts neither calls where a visit is meant, nor who was not met, nor what was taken back', () => {
    const { t, as, families } = v.book
    const { store } = t.book
    t.at('2026-06-30T02:00:00Z')
    const pair = v.pair as PairId
    const party = partyByRef(store, families[0].head).id
    v.visit({ visited_on: '2026-04-10' })
    v.visit({ visited_on: '2026-04-20', kind: 'phone' })
    v.visit({ visited_on: '2026-05-01', met: 'nobody' })
    const wrong = v.visit({ visited_on: '2026-05-05' })
    expect(lastVisitTo(store, { pair }, ['visit'])).toBe('2026-05-05')
    t.does(withdraw, { visit: wrong, reason: 'Another household' }, as.coordinator)
    expect(lastVisitTo(store, { pair }, ['visit'])).toBe('2026-04-10')
    expect(lastVisitTo(store, { pair })).toBe('2026-04-20')
    v.visit({ party: families[0].head, visited_on: '2026-06-01' })
    expect(lastVisitTo(store, { pair })).toBe('2026-04-20')
    expect(lastVisitTo(store, { party })).toBe('2026-06-01')
  })
})

describe('confirming', () => {
  test('is never for who recorded the visit, nor for who went or came along', () => {
    const { t, as, secondCoordinator } = v.book
    const asked = { how: 'call', agreed: true } as const
    const visit = v.visit()
    expect(t.refuses(confirm, { visit, ...asked }, as.coordinator).code).toBe('visit.own_hand')
    expect(t.asks(show, { visit }, as.coordinator).may_confirm).toBe(false)
    expect(t.asks(show, { visit }, secondCoordinator).may_confirm).toBe(true)
    t.does(confirm, { visit, ...asked }, secondCoordinator)
    const again = { visit, ...asked, agreed: false }
    expect(t.refuses(confirm, again, as.administrator).code).toBe('visit.confirmed')
    const along = v.visit({ companions: [v.book.secondCoordinatorParty] })
    expect(t.refuses(confirm, { visit: along, ...asked }, secondCoordinator).code).toBe(
      'visit.own_hand',
    )
  })

  test('by a user who is the helper is refused', () => {
    const { t, users, as } = v.book
    const helper = v.book.helper({ party: users.approver.party })
    const pair = v.book.begin(v.book.pair(v.book.need(), helper))
    const visit = t.does(record, { pair }, as.coordinator).output.visit
    const said = { visit, how: 'call', agreed: true } as const
    expect(t.refuses(confirm, said, as.approver).code).toBe('visit.own_hand')
  })

  test('has a day between the visit and today, and not of what was taken back', () => {
    const { t, as } = v.book
    const said = { visit: v.visit(), how: 'paper', agreed: false } as const
    for (const on of ['2026-03-30', '2026-04-01']) {
      expect(t.refuses(confirm, { ...said, on }, as.administrator).code).toBe('visit.day')
    }
    expect(t.does(confirm, said, as.administrator).output.red).toBe(true)
    expect(t.asks(list, { state: 'red' }, as.auditor).visits).toHaveLength(1)
    t.does(withdraw, { visit: said.visit, reason: 'It was not so' }, as.coordinator)
    expect(t.asks(list, { state: 'red' }, as.auditor).visits).toHaveLength(0)
    const gone = v.visit()
    t.does(withdraw, { visit: gone, reason: 'Twice' }, as.coordinator)
    const late = { ...said, visit: gone }
    expect(t.refuses(confirm, late, as.administrator).code).toBe('visit.taken_back')
    const twice = { visit: gone, reason: 'Twice' }
    expect(t.refuses(withdraw, twice, as.coordinator).code).toBe('visit.taken_back')
  })

  test('keeps the visit from being taken back', () => {
    const { t, as } = v.book
    const visit = v.visit()
    t.does(confirm, { visit, how: 'call', agreed: true }, as.administrator)
    const why = { visit, reason: 'Wrong' }
    expect(t.refuses(withdraw, why, as.coordinator).code).toBe('visit.confirmed')
  })
})

describe('money of the book', () => {
  test('is closed by the slip that was signed at the visit, once', () => {
    const { t, as } = v.book
    const batch = v.cashBatch()
    const offered = t.asks(toHandOver, { pair: v.pair }, as.coordinator)
    expect(offered.slips).toMatchObject([{ batch, line: 1, amount: '300.00' }])
    const handed_over = { batch, line: 1, slip_digest: slip, kind: 'company' }
    const nobody = { pair: v.pair, met: 'nobody', handed_over } as const
    expect(t.refuses(record, nobody, as.coordinator).code).toBe('visit.slip_not_met')
    const other = { party: v.book.families[1].head, handed_over }
    expect(t.refuses(record, other, as.coordinator).code).toBe('visit.slip_of_another')
    const done = t.does(record, { pair: v.pair, handed_over }, as.coordinator).output
    expect(done.payout).toBeGreaterThan(0)
    const told = t.asks(show, { visit: done.visit }, as.administrator)
    expect(told.given).toMatchObject([{ form: 'money', private: false, amount: '300.00' }])
    const twice = { pair: v.pair, handed_over }
    expect(t.refuses(record, twice, as.coordinator).code).toBe('batch_line.has_result')
    const back = { visit: done.visit, reason: 'Wrong' }
    expect(t.refuses(withdraw, back, as.coordinator).code).toBe('visit.carried_slip')
    // Who handed it over does not say that it arrived; somebody else does.
    const said = { how: 'visit', received: true, asked_back: false } as const
    const payouts = [done.payout!]
    expect(t.refuses(confirmDelivery, { payouts, ...said }, as.coordinator).code).toBe(
      'delivery.own_hand',
    )
    expect(verifyBook(t.book.store).passed).toBe(true)
  })

  test('is handed over at one visit that stands, to its own household, and asked about by others', () => {
    const { t, as, secondCoordinator } = v.book
    const handed_over = { batch: v.cashBatch(), line: 1, slip_digest: slip, kind: 'company' }
    const { payout } = t.does(record, { pair: v.pair, handed_over }, as.coordinator).output
    const help = [{ kind: 'company', form: 'money', payout: payout! }] as const
    const again = { pair: v.pair, help: [...help] }
    expect(t.refuses(record, again, secondCoordinator).code).toBe('visit.payout_handed_over')
    const other = { party: v.book.families[1].head, help: [...help] }
    expect(t.refuses(record, other, secondCoordinator).code).toBe('visit.payout_of_another')
    const arrivals = [{ payout: payout!, received: true }]
    const own = { pair: v.pair, arrivals }
    expect(t.refuses(record, own, as.coordinator).code).toBe('delivery.own_hand')
    const elsewhere = { party: v.book.families[1].head, arrivals }
    expect(t.refuses(record, elsewhere, secondCoordinator).code).toBe('visit.payout_of_another')
    t.does(record, own, secondCoordinator)
    expect(confirmationOf(t.book.store, payout as PayoutId)).toMatchObject({
      how: 'visit',
      received: 1,
      asked_back: 0,
    })
  })

  test('[L2] the database itself keeps a payout at one visit', () => {
    const { t, as } = v.book
    const handed_over = { batch: v.cashBatch(), line: 1, slip_digest: slip, kind: 'company' }
    const { visit, payout } = t.does(record, { pair: v.pair, handed_over }, as.coordinator).output
    const seq = t.book.store.first('select max(seq) + 1 as n from event', [])!.n as number
    const insert = `insert into visit_help
      values (99, ${visit}, 'company', 'money', 0, null, ${payout}, null, ${seq})`
    const write = () => {
      t.book.store.transaction((): undefined => {
        t.book.store.run(insert, [])
      })
    }
    expect(write).toThrow('a payout is handed over at one visit')
  })
})

test('an occasion is answered by a visit of its own household alone', () => {
  const { t, as, families } = v.book
  const { child } = families[0]
  const event = t.does(recordEvent, { party: child, kind: 'hospital' }, as.coordinator).output
  const care_event = event.care_event
  const other = { party: families[1].head, care_event }
  expect(t.refuses(record, other, as.coordinator).code).toBe('care_event.of_another')
  const visit = v.visit({ kind: 'hospital', care_event })
  expect(t.asks(show, { visit }, as.coordinator)).toMatchObject({
    at_place: 'hospital',
    care_event: { care_event, kind: 'hospital' },
  })
  t.does(withdrawEvent, { care_event, reason: 'It was a mistake' }, as.coordinator)
  const late = { pair: v.pair, care_event }
  expect(t.refuses(record, late, as.coordinator).code).toBe('care_event.ended')
})

test('a visit that is none, or lies in another unit, is told as unknown', () => {
  const { t, as } = v.book
  v.visit()
  const south = {
    ...as.coordinator,
    grants: [{ role: 'pairing_coordinator', unit: v.book.units.south }],
  } as const
  expect(t.asks(list, {}, south).visits).toEqual([])
  expect(() => t.asks(show, { visit: 1 }, south)).toThrow('There is no visit 1')
  expect(t.refuses(withdraw, { visit: 7, reason: 'x' }, as.coordinator).code).toBe('visit.unknown')
})
