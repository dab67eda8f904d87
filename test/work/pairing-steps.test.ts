/** What waits in pairing, and for whom. */
import { afterEach, expect, test } from 'vitest'
import type { Caller } from '../../src/book/registry.ts'
import { proposeClosing } from '../../src/pairing/pairs/closing.ts'
import { agree } from '../../src/pairing/pairs/commands.ts'
import { update as updateHelper } from '../../src/pairing/registers/helper-commands.ts'
import { confirm } from '../../src/pairing/visits/confirming.ts'
import { add as addFollowUp } from '../../src/pairing/visits/follow-ups.ts'
import { waiting } from '../../src/work/waiting.ts'
import { visitOn } from '../pairing/coverage/visiting.ts'
import { type PairingBook, pairingBook } from '../pairing/pairing-for-tests.ts'

let b: PairingBook

afterEach(() => b.t.close())

/** The codes of what waits for somebody, with how many and the first of them. */
function waits(as: Caller): Record<string, readonly [count: number, first: string]> {
  const { items } = b.t.asks(waiting, {}, as)
  return Object.fromEntries(
    items.map(({ code, count, subjects }) => [code, [count, subjects[0]!] as const]),
  )
}

test('[CV14] households without a helper and helpers who leave wait for the coordinator', () => {
  b = pairingBook()
  const { head, file } = b.families[0]
  const { helper } = b.activePair({ need: b.need({ party: head, file }), helper: b.helper() })
  expect(waits(b.as.coordinator)).toMatchObject({
    households_without_helper: [2, `hardship_file/${b.families[1].file}`],
  })
  const leaving = { helper, standing: 'leaving', leaves_on: '2026-05-01' } as const
  b.t.does(updateHelper, leaving, b.as.coordinator)
  expect(waits(b.as.coordinator)).toMatchObject({ helpers_leaving: [1, `helper/${helper}`] })
  expect(waits(b.as.approver)).not.toHaveProperty('helpers_leaving')
  expect(waits(b.as.auditor)).not.toHaveProperty('households_without_helper')
})

test('[CV15] a proposal waits until both sides have answered', () => {
  b = pairingBook()
  const pair = b.pair(b.need(), b.helper())
  expect(waits(b.as.coordinator)).toMatchObject({ proposals_to_answer: [1, `pair/${pair}`] })
  for (const side of ['helper', 'helped'] as const) {
    b.t.does(agree, { pair, side, how: 'paper' }, b.as.coordinator)
  }
  expect(waits(b.as.coordinator)).not.toHaveProperty('proposals_to_answer')
})

test('[CV16] an end waits for another than who proposed it', () => {
  b = pairingBook()
  const { pair } = b.activePair()
  const found = { pair, reason: 'improved', note: 'They earn enough' } as const
  b.t.does(proposeClosing, found, b.as.coordinator)
  expect(waits(b.as.coordinator)).not.toHaveProperty('pair_ends_to_approve')
  expect(waits(b.secondCoordinator)).toMatchObject({ pair_ends_to_approve: [1, `pair/${pair}`] })
})

test('[CV17] late visits, what is to be done after them, and what households deny', () => {
  b = pairingBook()
  const { pair } = b.activePair()
  for (const for_whom of ['coordinator', 'administrator'] as const) {
    const given = { pair, text: 'Bring the form', due_on: '2026-04-05', for_whom }
    b.t.does(addFollowUp, given, b.as.coordinator)
  }
  b.t.at('2026-04-05T04:00:00Z')
  const visit = visitOn(b, pair, '2026-04-05')
  expect(waits(b.as.coordinator)).toMatchObject({ pair_follow_ups_due: [1, 'follow_up/1'] })
  expect(waits(b.as.administrator)).toMatchObject({ pair_follow_ups_due: [1, 'follow_up/2'] })
  const denied = { visit, how: 'call', agreed: false, note: 'Nobody came' } as const
  b.t.does(confirm, denied, b.secondCoordinator)
  expect(waits(b.as.coordinator)).toMatchObject({ visits_disputed: [1, `visit/${visit}`] })
  b.t.at('2026-08-05T04:00:00Z')
  expect(waits(b.as.coordinator)).toMatchObject({ pair_visits_late: [1, `pair/${pair}`] })
})
