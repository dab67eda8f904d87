/** How many helpers a need has is one number, wherever it is told: a successor and whom they follow count once. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { day } from '../../../src/kit/day.ts'
import type { NeedId } from '../../../src/kit/ids.ts'
import { gaps } from '../../../src/pairing/coverage/showing.ts'
import { readMatching } from '../../../src/pairing/matching/reading.ts'
import { handOver } from '../../../src/pairing/pairs/commands.ts'
import { helpersOf } from '../../../src/pairing/pairs/helpers-of-need.ts'
import { update } from '../../../src/pairing/registers/helper-commands.ts'
import { list, show } from '../../../src/pairing/registers/need-queries.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

let b: PairingBook
let need: number
let pair: number
let helper: number

beforeEach(() => {
  b = pairingBook()
  need = b.need({ wanted: 2 })
  ;({ pair, helper } = b.activePair({ need }))
})
afterEach(() => b.t.close())

/** The number as each place tells it, and how many places a matching would fill. */
function told() {
  const { t, as } = b
  const { store } = t.book
  const { taken } = t.asks(show, { need }, as.coordinator)
  const covers = (['without', 'some', 'all'] as const).filter((covered) =>
    t.asks(list, { covered }, as.coordinator).needs.some((one) => one.need === need),
  )
  const isUnmet = t
    .asks(gaps, { kind: 'unmet' }, as.coordinator)
    .gaps.some((gap) => JSON.stringify(gap).includes(`ND-${String(need).padStart(6, '0')}`))
  const scope = 'all' as const
  const { needs } = readMatching(store, { scope, unit: null, today: day('2026-03-31') })
  const places = needs.find(({ id }) => id === need)?.places ?? 0
  return { taken, helpers: helpersOf(store, need as NeedId), covers, isUnmet, places }
}

it('[B] a helper and a place that is empty', () => {
  expect(told()).toEqual({ taken: 1, helpers: 1, covers: ['some'], isUnmet: true, places: 1 })
})

it('[B] a successor who was asked takes no place of their own', () => {
  b.t.does(handOver, { pair, helper: b.helper() }, b.as.coordinator)
  expect(told()).toEqual({ taken: 1, helpers: 1, covers: ['some'], isUnmet: true, places: 1 })
})

it('[B] the place of a helper who leaves is to be filled, until somebody was asked', () => {
  const leaving = { helper, standing: 'leaving', leaves_on: '2026-05-31' } as const
  b.t.does(update, leaving, b.as.coordinator)
  expect(told()).toMatchObject({ taken: 1, places: 2 })
  b.t.does(handOver, { pair, helper: b.helper() }, b.as.coordinator)
  expect(told()).toMatchObject({ taken: 1, places: 1 })
})

it('[B] all places in use are none to fill', () => {
  b.begin(b.pair(need, b.helper()))
  expect(told()).toEqual({ taken: 2, helpers: 2, covers: ['all'], isUnmet: false, places: 0 })
})
