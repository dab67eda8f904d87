/** The coverage board: every household in hardship is covered, without a helper, or not visited in time. */
import { afterEach, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { throughout } from '../../../src/book/registry.ts'
import { revise } from '../../../src/hardship/files/commands.ts'
import { gapKinds } from '../../../src/pairing/coverage/gaps.ts'
import { gaps, show } from '../../../src/pairing/coverage/showing.ts'
import { update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import { neutralVisiting } from '../../../src/policies/visiting.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { visitOn } from './visiting.ts'

let b: PairingBook

afterEach(() => b.t.close())

function board(unit?: string) {
  return b.t.asks(show, unit === undefined ? {} : { unit }, b.as.coordinator)
}

function listed(kind: (typeof gapKinds)[number], unit?: string) {
  const asked = unit === undefined ? { kind } : { kind, unit }
  return b.t.asks(gaps, asked, b.as.coordinator)
}

/** A pair for the head of a family, by its file. */
function helped(family: number) {
  const { head, file } = b.families[family]!
  const need = b.need({ party: head, file })
  const helper = b.helper()
  return b.activePair({ need, helper })
}

test('[CV1] a household in hardship is covered once it has a live pair, and until its visit is late', () => {
  b = pairingBook()
  expect(board().totals).toMatchObject({ files: 3, covered: 0, gaps: { no_helper: 3 } })
  const { pair } = helped(0)
  expect(board().totals).toMatchObject({
    files: 3,
    covered: 1,
    gaps: { no_helper: 2, no_visit: 0 },
  })
  // 92 days after it began somebody should have gone.
  b.t.at('2026-07-01T04:00:00Z')
  expect(board().totals).toMatchObject({ covered: 1 })
  b.t.at('2026-07-02T04:00:00Z')
  expect(board().totals).toMatchObject({ covered: 0, gaps: { no_helper: 2, no_visit: 1 } })
  const [late] = listed('no_visit').gaps
  expect(late).toMatchObject({
    reference: 'F-000001',
    due_on: '2026-07-01',
    late: 1,
    helped: { name: 'Wang Wei' },
    unit: { unit: 'north' },
  })
  visitOn(b, pair, '2026-07-02')
  expect(board().totals).toMatchObject({ covered: 1, gaps: { no_visit: 0 } })
})

test('[CV2] a call, and a visit at which nobody was met, is no visit', () => {
  b = pairingBook()
  const { pair } = helped(0)
  b.t.at('2026-07-02T04:00:00Z')
  visitOn(b, pair, '2026-07-02', { kind: 'phone' })
  visitOn(b, pair, '2026-07-02', { met: 'nobody' })
  expect(board().totals.gaps.no_visit).toBe(1)
})

test('[CV3] a household that is out of hardship is not counted', () => {
  b = pairingBook()
  const { file } = b.families[0]
  b.t.does(revise, { file, in_hardship: false, reason: 'They earn enough' }, b.as.administrator)
  expect(board().totals.files).toBe(2)
})

test('[CV4] figures add up by unit, and each is the length of its list', () => {
  b = pairingBook()
  b.family('Sun', 'south')
  b.family('Qian', 'far')
  helped(0)
  const all = board()
  expect(all.units.map(({ unit }) => unit?.unit)).toEqual(['city', 'far'])
  const city = board('city')
  expect(city.above).toEqual([])
  expect(city.units.map(({ unit }) => unit?.unit)).toEqual(['north', 'south'])
  expect(board('north').above).toEqual([{ unit: 'city', name: expect.any(String) }])
  for (const told of [all, city]) {
    expect(told.totals.files).toBe(sum(told, ({ files }) => files))
    expect(told.totals.covered).toBe(sum(told, ({ covered }) => covered))
    for (const kind of gapKinds) {
      const unit = told.unit?.unit
      expect(told.totals.gaps[kind], kind).toBe(listed(kind, unit).total)
      expect(told.totals.gaps[kind], kind).toBe(sum(told, (one) => one.gaps[kind]))
    }
    const { covered, files, gaps: found } = told.totals
    expect(covered + found.no_helper + found.no_visit).toBe(files)
  }
})

function sum(
  told: ReturnType<typeof board>,
  of: (figures: ReturnType<typeof board>['totals']) => number,
): number {
  return told.units.reduce((total, { figures }) => total + of(figures), 0)
}

test('[CV5] helpers who leave with somebody on them, and who have too much, are told', () => {
  b = pairingBook()
  const helper = b.helper({ capacity: 2 })
  for (const family of [0, 1] as const) {
    const { head, file } = b.families[family]
    b.activePair({ helper, need: b.need({ party: head, file }) })
  }
  expect(board().totals.gaps).toMatchObject({ leaving: 0, overloaded: 0 })
  b.t.does(updateHelper, { helper, capacity: 1 }, b.as.coordinator)
  expect(listed('overloaded').gaps).toMatchObject([
    { reference: 'HE-000001', count: 2, most: 1, helped: null, due_on: null },
  ])
  b.t.does(updateHelper, { helper, standing: 'leaving', leaves_on: '2026-04-10' }, b.as.coordinator)
  expect(listed('leaving').gaps).toMatchObject([{ due_on: '2026-04-10', late: -10, count: 2 }])
})

test('[CV6] a proposal that waits for more than a fortnight, and a need that nobody takes, are told', () => {
  b = pairingBook()
  const need = b.need({ wanted: 2 })
  b.pair(need, b.helper())
  expect(listed('unmet').gaps).toMatchObject([{ reference: 'ND-000001', count: 1, most: 2 }])
  b.t.at('2026-04-14T04:00:00Z')
  expect(board().totals.gaps.proposal).toBe(0)
  b.t.at('2026-04-15T04:00:00Z')
  expect(listed('proposal').gaps).toMatchObject([
    { reference: 'PA-000001', due_on: '2026-04-14', late: 1 },
  ])
})

test('[CV7] an alarm is told where visits that are due say so', () => {
  b = pairingBook()
  helped(0)
  b.t.at('2026-10-02T04:00:00Z')
  expect(listed('alarm').gaps).toMatchObject([
    { reference: 'PA-000001', helped: { name: 'Wang Wei' }, helper: { name: 'Helper 2' } },
  ])
})

test('[CV8] where the policy asks for no visits nobody is late', () => {
  b = pairingBook()
  const never = { visit_days: null, alarm_days: null, urgent_visit_days: null, phone_days: null }
  b.t.does(put, { kind: 'visiting', body: { ...neutralVisiting, ...never } })
  helped(0)
  b.t.at('2029-07-02T04:00:00Z')
  expect(board().totals).toMatchObject({ covered: 1, gaps: { no_visit: 0, alarm: 0 } })
})

test('[CV9] whoever reaches one unit sees no other, and no name without the right to', () => {
  b = pairingBook()
  b.family('Sun', 'south')
  helped(0)
  const north = {
    actor: 'test:north',
    grants: [{ role: 'pairing_coordinator', unit: b.units.north }],
    readsNames: false,
  } as const
  const told = b.t.asks(show, {}, north)
  expect(told.totals.files).toBe(3)
  expect(told.units.map(({ unit }) => unit?.unit)).toEqual(['north'])
  expect(JSON.stringify(b.t.asks(gaps, {}, north))).not.toContain('Wei')
  expect(() => b.t.asks(show, { unit: 'south' }, north)).toThrow(/no unit "south"/)
  const member = { actor: 'test:m', grants: throughout('committee_member'), readsNames: true }
  expect(() => b.t.asks(show, {}, member)).toThrow(/may not|coverage.show/)
})

test('[CV10] a list goes on where its page ended', () => {
  b = pairingBook()
  const first = b.t.asks(gaps, { kind: 'no_helper', limit: 2 }, b.as.coordinator)
  expect(first).toMatchObject({ total: 3, next: '2', previous: null })
  const cursor = first.next!
  const second = b.t.asks(gaps, { kind: 'no_helper', limit: 2, cursor }, b.as.coordinator)
  expect(second).toMatchObject({ next: null, previous: '0' })
  const seen = [...first.gaps, ...second.gaps].map(({ reference }) => reference)
  expect(seen).toEqual(['F-000001', 'F-000002', 'F-000003'])
})
