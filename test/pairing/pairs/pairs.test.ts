/** The life of a pair: proposed, agreed by both sides, looked at, handed over, ended by the right hands. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import type { Caller } from '../../../src/book/registry.ts'
import type { NeedId, PartyId } from '../../../src/kit/ids.ts'
import {
  close,
  endObservation,
  proposeClosing,
  resume,
  returnClosing,
} from '../../../src/pairing/pairs/closing.ts'
import {
  agree,
  decline,
  handOver,
  propose,
  review,
  takeConsentBack,
  withdraw,
} from '../../../src/pairing/pairs/commands.ts'
import type { PairState } from '../../../src/pairing/pairs/moves.ts'
import { history, show } from '../../../src/pairing/pairs/queries.ts'
import { sharesContacts } from '../../../src/pairing/pairs/rows.ts'
import { update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import { update as updateNeed } from '../../../src/pairing/registers/need-commands.ts'
import { versionOfNeed } from '../../../src/pairing/registers/rows.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { partyRef } from '../../../src/people/parties.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { tiesBetween } from '../../../src/people/ties.ts'
import { neutralPairing } from '../../../src/policies/pairing.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { agreeIn, note, statesOf } from './scene.ts'

let b: PairingBook
let me: Caller
let other: Caller
beforeEach(() => {
  b = pairingBook()
  me = b.as.coordinator
  other = b.secondCoordinator
})
afterEach(() => b.t.close())

const today = '2026-03-31' as never

const agreeBoth = (pair: number) => agreeIn(b, pair)

function partiesOf(pair: number): [PartyId, PartyId] {
  const { helper_id, need_id } = b.pairRow(pair)
  return [b.helperRow(helper_id).party_id, b.needRow(need_id).party_id]
}

function tiesOf(pair: number) {
  return tiesBetween(b.t.book.store, ...partiesOf(pair), today)
    .filter(({ kind }) => kind === 'paired_helper')
    .map(({ from_on, to_on }) => `${from_on ?? ''}..${to_on ?? ''}`)
}

const needStands = (need: number) => versionOfNeed(b.t.book.store, need as NeedId).standing

function policy(changes: Partial<typeof neutralPairing>) {
  b.t.does(put, { kind: 'pairing', body: { ...neutralPairing, ...changes } })
}

const inState: Readonly<Record<PairState, () => number>> = statesOf(() => b)

describe('proposing', () => {
  test('both sides agree, and only then it begins: the tie stands, the next look is set', () => {
    const pair = b.pair(b.need(), b.helper())
    expect(b.pairAt(pair)).toMatchObject({ state: 'proposed', review_on: null })
    const first = b.t.does(agree, { pair, side: 'helped', how: 'paper' }, me).output
    expect(first).toEqual({ pair, reference: 'PA-000001', state: 'proposed' })
    expect(sharesContacts(b.pairAt(pair))).toBe(false)
    expect(tiesOf(pair)).toEqual([])
    expect(b.t.refuses(agree, { pair, side: 'helped', how: 'phone' }, me).code).toBe(
      'pair.agreed_already',
    )
    const second = b.t.does(agree, { pair, side: 'helper', how: 'phone' }, me).output
    expect(second.state).toBe('active')
    expect(b.pairAt(pair)).toMatchObject({ review_on: '2027-03-31', since_on: '2026-03-31' })
    expect(sharesContacts(b.pairAt(pair))).toBe(true)
    expect(tiesOf(pair)).toEqual(['2026-03-31..'])
  })

  test('the office does not say that somebody agreed on their own page', () => {
    const pair = b.pair(b.need(), b.helper())
    const given = { pair, side: 'helper', how: 'own_page' as 'phone' } as const
    expect(b.t.refuses(agree, given, me).code).toBe('input.invalid')
  })

  test('the hard rules bar: oneself, household, near kin, what was refused, paired, full', () => {
    const [{ head, spouse }] = b.families
    const ofHead = b.need({ party: head })
    const bars = (need: number, helper: number) =>
      b.t.refuses(propose, { need, helper }, me).values.bars
    expect(bars(ofHead, b.helper({ party: head }))).toEqual(['same_party'])
    expect(bars(ofHead, b.helper({ party: spouse }))).toContain('same_household')
    const helper = b.helper({ capacity: 1 })
    b.pair(ofHead, helper)
    expect(bars(ofHead, helper)).toEqual(expect.arrayContaining(['paired', 'full']))
    expect(bars(b.need(), helper)).toEqual(['full'])
    expect(bars(b.need(), b.helper({ refuses: ['company'] }))).toEqual(['refuses_kind'])
    const leaving = b.helper()
    const leaves = { helper: leaving, standing: 'leaving', leaves_on: '2026-05-01' } as const
    b.t.does(updateHelper, leaves, me)
    expect(bars(b.need(), leaving)).toContain('not_open')
  })

  test('as many helpers as a need wants, and no more', () => {
    const need = b.need({ wanted: 2 })
    b.pair(need, b.helper())
    b.pair(need, b.helper())
    const refused = b.t.refuses(propose, { need, helper: b.helper() }, me)
    expect(refused.code).toBe('pair.need_served')
    expect(refused.values).toEqual({ need: 'ND-000001', wanted: 2 })
  })

  test('a term: that of the policy, or a day that is not past', () => {
    policy({ term_months: 6 })
    const [need, helper] = [b.need(), b.helper()]
    const past = { need, helper, until_on: '2026-03-30' } as const
    expect(b.t.refuses(propose, past, me).code).toBe('pair.ends_before')
    const pair = b.pair(need, helper)
    expect(b.pairRow(pair).until_on).toBe('2026-09-30')
    agreeBoth(pair)
    expect(b.pairAt(pair).review_on).toBe('2026-09-30')
  })

  test('what bars arises while both think it over: it does not begin', () => {
    const [need, helper] = [b.need(), b.helper()]
    const pair = b.pair(need, helper)
    b.t.does(agree, { pair, side: 'helper', how: 'phone' }, me)
    const leaves = { helper, standing: 'leaving', leaves_on: '2026-05-01' } as const
    b.t.does(updateHelper, leaves, me)
    const [helping, helped] = partiesOf(pair).map(partyRef)
    b.t.does(addTie, { party: helped!, other: helping!, role: 'sibling' })
    const refused = b.t.refuses(agree, { pair, side: 'helped', how: 'phone' }, me)
    expect([refused.code, refused.values.bars]).toEqual(['pair.barred', ['not_open', 'kin']])
  })

  test('who declines is not asked again; another may be', () => {
    const [need, helper] = [b.need(), b.helper()]
    const pair = b.pair(need, helper)
    b.t.does(decline, { pair, side: 'helped', reason: 'acquainted', note }, me)
    expect(b.pairAt(pair).state).toBe('declined')
    expect(b.t.refuses(propose, { need, helper }, me).values.bars).toEqual(['rejected'])
    expect(b.pair(need, b.helper())).toBe(2)
    b.t.does(withdraw, { pair: 2, note }, me)
    expect(b.pairAt(2).state).toBe('declined')
  })

  test('[7] nobody puts together those in whom they have an interest, nor decides on them', () => {
    const { need, helper, pair } = b.activePair()
    const { party } = b.users.coordinator
    const own = b.need({ party })
    expect(b.t.refuses(propose, { need: own, helper }, me).code).toBe('pair.interest')
    b.t.does(withdraw, { pair: b.pair(b.need(), b.helper()), note }, me)
    const helped = b.t.asks(show, { pair }, me).helped.party
    b.t.does(declare, { party: helped, kind: 'friendship' }, me)
    for (const refused of [
      () => b.t.refuses(propose, { need, helper: b.helper() }, me),
      () => b.t.refuses(handOver, { pair, helper: b.helper() }, me),
      () => b.t.refuses(review, { pair, note }, me),
      () => b.t.refuses(proposeClosing, { pair, reason: 'improved', note }, me),
      () => b.t.refuses(close, { pair, reason: 'died', note }, me),
    ]) {
      expect(refused().code).toBe('pair.interest')
    }
    expect(b.t.asks(show, { pair }, me).barred?.code).toBe('pair.interest')
    expect(b.t.asks(show, { pair }, other).barred).toBeNull()
  })
})

describe('consent', () => {
  test('taken back it hides contact details at once; nothing goes on until it is given again', () => {
    const { pair } = b.activePair()
    b.t.does(takeConsentBack, { pair, side: 'helped', how: 'phone', note }, me)
    const standing = b.pairAt(pair)
    expect(standing).toMatchObject({ state: 'under_review', helped_agreed: 0, helper_agreed: 1 })
    expect(sharesContacts(standing)).toBe(false)
    const again = { pair, side: 'helped', how: 'phone' } as const
    expect(b.t.refuses(takeConsentBack, again, me).code).toBe('pair.not_agreed')
    expect(b.t.refuses(review, { pair, note }, me).code).toBe('pair.not_agreed')
    expect(b.t.does(agree, again, me).output.state).toBe('under_review')
    expect(sharesContacts(b.pairAt(pair))).toBe(true)
    const past = { pair, note, next_on: '2026-03-31' } as const
    expect(b.t.refuses(review, past, me).code).toBe('pair.day_past')
    b.t.does(review, { pair, note, next_on: '2026-06-01' }, me)
    expect(b.pairAt(pair)).toMatchObject({ state: 'active', review_on: '2026-06-01' })
  })
})

describe('handing over', () => {
  test('the one before goes on until both agree to the next, who begins in the same act', () => {
    const { pair, need } = b.activePair()
    const [first, second] = [b.helper(), b.helper()]
    const tried = b.t.does(handOver, { pair, helper: first }, me).output.pair
    expect(b.pairAt(pair).state).toBe('active')
    expect(b.t.refuses(handOver, { pair, helper: second }, me).code).toBe('pair.succeeded')
    b.t.does(decline, { pair: tried, side: 'helper', reason: 'too_far' }, me)
    const next = b.t.does(handOver, { pair, helper: second, note }, me).output.pair
    b.t.does(agree, { pair: next, side: 'helper', how: 'phone' }, me)
    expect(b.pairAt(pair).state).toBe('active')
    const last = b.t.does(agree, { pair: next, side: 'helped', how: 'phone' }, me)
    expect(last.output.state).toBe('active')
    expect(b.pairAt(pair)).toMatchObject({ state: 'handed_over', review_on: null })
    expect([tiesOf(pair), tiesOf(next)]).toEqual([['2026-03-31..2026-03-31'], ['2026-03-31..']])
    const lines = b.t.asks(history, { need }, me).lines
    expect(lines.map(({ from_on, to_on, state }) => [from_on, to_on, state])).toEqual([
      ['2026-03-31', '2026-03-31', 'handed_over'],
      [null, null, 'declined'],
      ['2026-03-31', null, 'active'],
    ])
    expect(b.t.asks(show, { pair }, me).successor?.pair).toBe(next)
  })

  test('nobody takes over from themselves, nor from a pair that is over', () => {
    const { pair, helper } = b.activePair()
    expect(b.t.refuses(handOver, { pair, helper }, me).values.bars).toContain('paired')
    const refused = b.t.refuses(handOver, { pair: inState.ended(), helper }, me)
    expect(refused.code).toBe('pair.not_in_state')
  })

  test('a successor whose forerunner ended meanwhile, because the time was over, begins alone', () => {
    const pair = b.t.does(
      propose,
      { need: b.need(), helper: b.helper(), until_on: '2026-04-30' },
      me,
    ).output.pair
    agreeBoth(pair)
    const next = b.t.does(handOver, { pair, helper: b.helper() }, me).output.pair
    b.t.at('2026-05-01T02:00:00Z')
    b.t.does(proposeClosing, { pair, reason: 'expired', note }, me)
    b.t.does(close, { pair, note }, other)
    expect(agreeBoth(next).state).toBe('active')
    expect(b.pairAt(pair).state).toBe('observed')
  })
})

describe('ending', () => {
  test('[7] what improved one proposes and another approves; then it is watched, and lasts', () => {
    const { pair, need } = b.activePair()
    const given = { pair, reason: 'improved', note } as const
    expect(b.t.refuses(close, given, me).code).toBe('pair.closing_first')
    b.t.does(proposeClosing, given, me)
    expect(b.t.refuses(close, { pair, note }, me).code).toBe('pair.own_closing')
    expect(b.t.asks(show, { pair }, me).barred?.code).toBe('pair.own_closing')
    expect(b.t.refuses(close, { pair, reason: 'expired', note }, other).code).toBe(
      'pair.closing_first',
    )
    b.t.does(close, { pair, note }, b.as.approver)
    expect(b.pairAt(pair)).toMatchObject({ state: 'observed', review_on: '2026-09-30' })
    expect([needStands(need), tiesOf(pair)]).toEqual(['met', ['2026-03-31..']])
    expect(b.t.refuses(endObservation, { pair, note }, me).code).toBe('pair.still_observed')
    b.t.at('2026-09-30T02:00:00Z')
    b.t.does(endObservation, { pair, note }, me)
    expect(b.pairAt(pair)).toMatchObject({ state: 'ended', review_on: null })
    expect(sharesContacts(b.pairAt(pair))).toBe(false)
  })

  test('what did not last goes on with the same helper, whose place is counted again', () => {
    const [helper, need] = [b.helper({ capacity: 1 }), b.need()]
    const { pair } = b.activePair({ helper, need })
    b.t.does(proposeClosing, { pair, reason: 'improved', note }, me)
    b.t.does(close, { pair, note }, other)
    const taken = b.pair(b.need(), helper)
    expect(b.t.refuses(resume, { pair, note }, me).values.bars).toEqual(['full'])
    b.t.does(withdraw, { pair: taken, note }, me)
    expect(b.t.does(resume, { pair, note }, me).output.state).toBe('active')
    expect([needStands(need), b.pairAt(pair).review_on]).toEqual(['open', '2027-03-31'])
    expect(tiesOf(pair)).toEqual(['2026-03-31..'])
  })

  test('it does not go on where another helps by now', () => {
    const pair = inState.observed()
    const need = b.pairRow(pair).need_id
    b.t.does(updateNeed, { need, standing: 'open' }, me)
    b.pair(need, b.helper())
    expect(b.t.refuses(resume, { pair, note }, me).code).toBe('pair.need_served')
  })

  test('not approved it goes on; taken back by who proposed it, too', () => {
    const pair = inState.closing()
    b.t.does(returnClosing, { pair, note }, me)
    expect(b.pairAt(pair).state).toBe('active')
  })

  test('a time that is not over does not end a pair; without a watch it is over at once', () => {
    policy({ observe_months: null, term_months: 1 })
    const { pair, need } = b.activePair()
    const expired = { pair, reason: 'expired', note } as const
    expect(b.t.refuses(proposeClosing, expired, me).code).toBe('pair.not_expired')
    b.t.at('2026-04-30T02:00:00Z')
    b.t.does(proposeClosing, expired, me)
    expect(b.t.does(close, { pair, note }, other).output.state).toBe('ended')
    expect(needStands(need)).toBe('open')
  })

  test.each(['died', 'moved', 'declined'] as const)(
    '%s ends by one act with a reason, and what else was proposed for the need is withdrawn',
    (reason) => {
      const need = b.need({ wanted: 2 })
      const { pair } = b.activePair({ need })
      const waiting = b.pair(need, b.helper())
      expect(b.t.refuses(close, { pair, note }, me).code).toBe('pair.reason_missing')
      expect(b.t.does(close, { pair, reason, note }, me).output.state).toBe('ended')
      expect([needStands(need), b.pairAt(waiting).state]).toEqual(['withdrawn', 'declined'])
      expect(tiesOf(pair)).toEqual(['2026-03-31..2026-03-31'])
    },
  )

  test('the tie lasts as long as one pair of the two; one made by hand is left alone', () => {
    const party = b.alone('Neighbour with two needs')
    const helper = b.helper()
    const [one, two] = [b.need({ party }), b.need({ party, kind: 'health' })]
    const first = b.activePair({ need: one, helper }).pair
    const second = b.activePair({ need: two, helper }).pair
    b.t.does(close, { pair: first, reason: 'declined', note }, me)
    expect(tiesOf(second)).toEqual(['2026-03-31..'])
    b.t.does(close, { pair: second, reason: 'declined', note }, me)
    expect(tiesOf(second)).toEqual(['2026-03-31..2026-03-31'])
    b.t.does(updateNeed, { need: one, standing: 'open' }, me)
    const again = b.activePair({ need: one, helper }).pair
    b.t.at('2026-04-01T02:00:00Z')
    expect(tiesBetween(b.t.book.store, ...partiesOf(again), '2026-04-01' as never)).toMatchObject([
      { from_on: '2026-04-01', ended: false },
    ])
  })
})
