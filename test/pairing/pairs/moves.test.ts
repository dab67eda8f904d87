/** Every act in every state of a pair, and the questions about pairs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '../../../src/book/registry.ts'
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
  openReview,
  review,
  takeConsentBack,
  withdraw,
} from '../../../src/pairing/pairs/commands.ts'
import type { PairState } from '../../../src/pairing/pairs/moves.ts'
import { list, show } from '../../../src/pairing/pairs/queries.ts'
import { update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { note, statesOf } from './scene.ts'

let b: PairingBook
let me: Caller
beforeEach(() => {
  b = pairingBook()
  me = b.as.coordinator
})
afterEach(() => b.t.close())

const inState = statesOf(() => b)

describe('every act in every state', () => {
  const acts = {
    agree: (pair: number) => b.t.does(agree, { pair, side: 'helper', how: 'phone' }, me),
    decline: (pair: number) => b.t.does(decline, { pair, side: 'helper', reason: 'no_time' }, me),
    withdraw: (pair: number) => b.t.does(withdraw, { pair, note }, me),
    withdraw_consent: (pair: number) =>
      b.t.does(takeConsentBack, { pair, side: 'helper', how: 'phone' }, me),
    open_review: (pair: number) => b.t.does(openReview, { pair, reason: 'complaint' }, me),
    review: (pair: number) => b.t.does(review, { pair, note }, me),
    propose_closing: (pair: number) =>
      b.t.does(proposeClosing, { pair, reason: 'improved', note }, me),
    return_closing: (pair: number) => b.t.does(returnClosing, { pair, note }, me),
    close: (pair: number) => b.t.does(close, { pair, reason: 'moved', note }, me),
    hand_over: (pair: number) => b.t.does(handOver, { pair, helper: b.helper() }, me),
    end_observation: (pair: number) =>
      b.t.does(endObservation, { pair, outcome: 'moved', note }, me),
    resume: (pair: number) => b.t.does(resume, { pair, note }, me),
  } as const

  test('leads where the table of moves says, or is refused', () => {
    const told = (Object.keys(inState) as PairState[]).map((state) => {
      const cells = Object.entries(acts).map(([name, act]) => {
        const pair = inState[state]()
        try {
          act(pair)
          return `${name} → ${b.pairAt(pair).state}`
        } catch (error) {
          const { code } = error as { code: string }
          return code === 'pair.not_in_state' ? '' : `${name}: ${code}`
        }
      })
      return `${state}: ${cells.filter(Boolean).join(', ')}`
    })
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "proposed: agree → proposed, decline → declined, withdraw → declined
      active: withdraw_consent → under_review, open_review → under_review, review → active, propose_closing → closing, close → ended, hand_over → active
      under_review: agree: pair.agreed_already, withdraw_consent → under_review, review → active, propose_closing → closing, close → ended, hand_over → under_review
      closing: withdraw_consent → under_review, return_closing → active, close → ended, hand_over → closing
      observed: end_observation → ended, resume → active
      ended: 
      handed_over: 
      declined: "
    `)
  })
})

describe('the list', () => {
  test('tells what waits, for whom, and counts as it lists', () => {
    const states = Object.values(inState).map((make) => make())
    expect(states).toHaveLength(8)
    const { states: counted, waiting, pairs } = b.t.asks(list, {}, me)
    expect(pairs).toHaveLength(9)
    for (const { state, count } of counted) {
      expect(b.t.asks(list, { state }, me).pairs).toHaveLength(count)
    }
    for (const { waits, count } of waiting) {
      expect(b.t.asks(list, { waits }, me).pairs).toHaveLength(count)
    }
    expect(Object.fromEntries(waiting.map(({ waits, count }) => [waits, count]))).toEqual({
      answers: 1,
      closing: 1,
      review: 1,
      consent: 0,
      observation: 0,
      died: 0,
      leaving: 0,
    })
  })

  test('finds by number, person, helper and need; helpers who leave and who died wait', () => {
    const { pair, need, helper } = b.activePair()
    const { helped, helping } = b.t.asks(show, { pair }, me)
    for (const q of ['PA-000001', 'HE-000001', 'ND-1', helped.party, helping.name]) {
      expect(b.t.asks(list, { q }, me).pairs.map((one) => one.pair)).toEqual([pair])
    }
    expect(b.t.asks(list, { need }, me).pairs).toHaveLength(1)
    expect(b.t.asks(list, { helper, party: helping.party }, me).pairs).toHaveLength(1)
    b.t.does(updateHelper, { helper, standing: 'leaving', leaves_on: '2026-05-01' }, me)
    expect(b.t.asks(list, { waits: 'leaving' }, me).pairs).toHaveLength(1)
  })

  test('names are masked for who may not read them, and notes with them', () => {
    const pair = b.pair(b.need({ name: 'Chen Dashan' }), b.helper())
    b.t.does(withdraw, { pair, note: 'Chen Dashan says no.' }, me)
    const told = b.t.asks(show, { pair }, { ...b.as.auditor, readsNames: false })
    expect(JSON.stringify(told)).not.toContain('Dashan')
    expect(told.acts.at(-1)?.note).toBe('***')
  })
})
