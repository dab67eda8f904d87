/** Runs of the matching: recorded whole and proven, taken, swapped, refused and explained. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type AnyQuery, type Caller, throughout } from '../../../src/book/registry.ts'
import { update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import { accept, swap } from '../../../src/pairing/suggestions/accepting.ts'
import { certificate } from '../../../src/pairing/suggestions/certificate-query.ts'
import { explain } from '../../../src/pairing/suggestions/explain-query.ts'
import { record } from '../../../src/pairing/suggestions/recording.ts'
import { reject, takeBack } from '../../../src/pairing/suggestions/rejecting.ts'
import { rejections, list as runs, show } from '../../../src/pairing/suggestions/run-queries.ts'
import { candidates, list, unmet } from '../../../src/pairing/suggestions/suggestion-queries.ts'
import { whatIf } from '../../../src/pairing/suggestions/what-if.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { registry } from '../../../src/registry.ts'
import { beginMatching, findMatching } from '../../../src/tasks/begin-matching.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { agreeIn } from '../pairs/scene.ts'
import { matched } from './matching-scene.ts'

let b: PairingBook
beforeEach(() => {
  b = pairingBook()
})
afterEach(() => b.t.close())

const suggested = (run: number, given: object = {}) =>
  b.t.asks(list, { run, ...given }, b.as.coordinator).suggestions
const couples = (run: number) =>
  suggested(run).map(({ need, helper }) => ({ need: need.need, helper: helper.helper }))

/** Two helpers, one near and one far, and two needs by the river. */
function riverside() {
  const near = b.helper({ place: 'riverside', capacity: 1, name: 'Zhou Near' })
  const far = b.helper({ place: 'hill', capacity: 1, name: 'Sun Far' })
  const calm = b.need({ place: 'riverside', urgency: 1, name: 'Old Calm' })
  const urgent = b.need({ place: 'riverside', urgency: 3, name: 'Old Urgent' })
  return { near, far, calm, urgent }
}

describe('a run', () => {
  it('[MF1] is recorded whole with what it weighed, and proves itself to whoever doubts it', async () => {
    riverside()
    const { run, suggested: count, unmet: left } = await matched(b)
    expect({ run, count, left }).toEqual({ run: 1, count: 2, left: 0 })
    const told = b.t.asks(show, { run }, b.as.auditor)
    expect(told).toMatchObject({
      needs: 2,
      helpers: 2,
      candidates: 4,
      suggested: 2,
      pairs: 0,
      figures: { places: 2, met: 2, km_median: 0, km_p90: 15 },
    })
    expect(told.figures.load_before).toEqual({ least: 0, median: 0, most: 0, gini: 0 })
    expect(told.figures.load_after).toEqual({ least: 1000, median: 1000, most: 1000, gini: 0 })
    const proof = b.t.asks(certificate, { run }, b.as.auditor)
    expect(proof).toMatchObject({ faults: [], digest: told.digest, digest_holds: true })
    expect(proof.bound).toBe(proof.cost)
    expect(b.t.asks(runs, {}, b.as.auditor).runs.map((one) => one.run)).toEqual([1])
    expect(verifyBook(b.t.book.store).passed).toBe(true)
  })

  it('[MF2] tells the most urgent needs first, with reasons that add up to its points', async () => {
    const { urgent } = riverside()
    const { run } = await matched(b)
    const [first, second] = suggested(run)
    expect([first!.need.need, first!.need.urgency]).toEqual([urgent, 3])
    for (const one of [first!, second!]) {
      const sum = one.score.parts.reduce((all, part) => all + part.points, 0)
      expect(sum).toBe(one.points)
      expect(one.score.points).toBe(one.points)
    }
    const distance = (one: typeof first) => one!.score.parts[0]!.facts.km
    expect([distance(first), distance(second)].toSorted()).toEqual([0, 15])
  })

  it('[MF3] is the house’s to record: no caller claims one, and none but pairing begins one', async () => {
    expect(registry.commands.some(({ name }) => name === record.name)).toBe(false)
    expect(registry.pageCommands.some(({ name }) => name === record.name)).toBe(false)
    expect(b.t.refuses(beginMatching, {}, b.as.auditor).code).toBe('access.not_allowed')
    const { task } = b.t.does(beginMatching, {}, b.as.coordinator).output
    const mine = b.t.asks(findMatching, { task }, b.as.coordinator)
    expect(mine).toEqual({ task, outcome: null, result: null })
    expect(() => b.t.asks(findMatching, { task }, b.secondCoordinator)).toThrow(/no task/)
    expect(() => b.t.asks(show, { run: 9 }, b.as.coordinator)).toThrow(/no run 9/)
  })

  it('[MF4] of a unit matches its needs, and is nothing to whoever reaches another unit', async () => {
    b.helper()
    b.need()
    const south = b.need({ unit: 'south' })
    const { run } = await matched(b, 'south')
    expect(couples(run).map(({ need }) => need)).toEqual([south])
    const elsewhere: Caller = {
      actor: 'user:77',
      grants: [{ role: 'pairing_coordinator', unit: b.units.north }],
      readsNames: true,
    }
    expect(b.t.asks(runs, {}, elsewhere).runs).toEqual([])
    expect(() => b.t.asks(show, { run }, elsewhere)).toThrow(/no run/)
    expect(() => b.t.asks(list, { run }, elsewhere)).toThrow(/no run/)
    expect(b.t.refuses(accept, { run, suggestions: couples(run) }, elsewhere).code).toBe(
      'match.run_unknown',
    )
  })

  it('[MF5] tells what people can and want to who reads names alone', async () => {
    b.helper({ skills: ['care'], languages: ['zh'] })
    b.need({ languages: ['zh'] })
    const { run } = await matched(b)
    const open = b.t.asks(list, { run }, b.as.coordinator).suggestions[0]!
    expect(open.score.parts[1]!.facts).toEqual({ shared: ['care'], wanted: ['care'] })
    const masked = b.t.asks(list, { run }, { ...b.as.auditor, readsNames: false }).suggestions[0]!
    expect(masked.score.parts.map(({ facts }) => facts).slice(1)).toEqual([{}, {}, {}, {}, {}])
    expect(masked.need.helped.name).not.toContain('Neighbour')
  })
})

it('[O5] answers what the document of the interface says, with no field more or less', async () => {
  const { urgent } = riverside()
  b.need({ languages: ['bo'], musts: ['languages'] })
  const { run } = await matched(b)
  const suggestions = [{ need: urgent, helper: couples(run)[0]!.helper }]
  b.t.does(reject, { suggestions, reason: 'other' }, b.as.coordinator)
  const asked = [
    [runs, {}],
    [show, { run }],
    [list, { run }],
    [unmet, { run }],
    [candidates, { run, need: urgent }],
    [explain, { need: urgent }],
    [rejections, {}],
    [certificate, { run }],
    [whatIf, { distance: 5 }],
  ] as const
  for (const [query, input] of asked) {
    const strict = strictly(query.output).safeParse(b.t.asks(query as AnyQuery, input))
    expect([query.name, strict.error?.message]).toEqual([query.name, undefined])
  }
})

/** The same object with no other field; those within are strict where they say so. */
function strictly(output: z.ZodObject): z.ZodObject {
  return z.strictObject(output.shape)
}

describe('suggestions', () => {
  it('[MF6] are accepted many at once, each a proposed pair that names its run', async () => {
    riverside()
    const { run } = await matched(b)
    const { accepted, left } = b.t.does(
      accept,
      { run, suggestions: couples(run) },
      b.as.coordinator,
    ).output
    expect(left).toEqual([])
    expect(accepted.map(({ pair }) => b.pairRow(pair).run_id)).toEqual([run, run])
    expect(accepted.map(({ pair }) => b.pairAt(pair).state)).toEqual(['proposed', 'proposed'])
    expect(suggested(run).map(({ state, pair }) => [state, pair?.pair])).toEqual([
      ['accepted', 1],
      ['accepted', 2],
    ])
    expect(b.t.asks(show, { run }, b.as.coordinator).pairs).toBe(2)
    const again = { run, suggestions: couples(run) }
    expect(b.t.refuses(accept, again, b.as.coordinator).code).toBe('match.suggestion_stale')
  })

  it('[MF7] that no longer fit are marked with what changed, left, and refused when alone', async () => {
    const { near } = riverside()
    const { run } = await matched(b)
    const stale = couples(run).find(({ helper }) => helper === near)!
    b.t.does(updateHelper, { helper: near, standing: 'paused' }, b.as.coordinator)
    const told = suggested(run).find(({ helper }) => helper.helper === near)!
    expect([told.state, told.bars]).toEqual(['changed', ['not_open']])
    expect(suggested(run, { state: 'changed' })).toHaveLength(1)
    expect(suggested(run, { state: 'waiting' })).toHaveLength(1)
    expect(b.t.refuses(accept, { run, suggestions: [stale] }, b.as.coordinator).code).toBe(
      'match.suggestion_stale',
    )
    const all = { run, suggestions: couples(run) }
    const { accepted, left } = b.t.does(accept, all, b.as.coordinator).output
    expect(accepted).toHaveLength(1)
    expect(left).toEqual([{ ...stale, bars: ['not_open'] }])
  })

  it('[MF8] are not taken for two needs when a helper has one place', async () => {
    const helper = b.helper({ capacity: 2 })
    const [one, two] = [b.need(), b.need()]
    const { run } = await matched(b)
    expect(couples(run)).toHaveLength(2)
    b.t.does(updateHelper, { helper, capacity: 1 }, b.as.coordinator)
    const suggestions = [one, two].map((need) => ({ need, helper }))
    const { accepted, left } = b.t.does(accept, { run, suggestions }, b.as.coordinator).output
    expect(accepted.map(({ need }) => need)).toEqual([one])
    expect(left).toEqual([{ need: two, helper, bars: ['full'] }])
  })

  it('[MF9] are of their run: what it did not suggest is not accepted', async () => {
    const { near, calm, urgent } = riverside()
    const { run } = await matched(b)
    const other = couples(run).some(({ need, helper }) => need === calm && helper === near)
      ? urgent
      : calm
    const suggestions = [{ need: other, helper: near }]
    expect(b.t.refuses(accept, { run, suggestions }, b.as.coordinator).code).toBe(
      'match.not_suggested',
    )
  })

  it('[MF10] nobody puts their own relatives together with a helper', async () => {
    b.helper()
    const need = b.need({ name: 'Own Friend' })
    const { run } = await matched(b)
    const party = suggested(run)[0]!.need.helped.party
    b.t.does(declare, { party, kind: 'friendship' }, b.as.coordinator)
    expect(suggested(run)[0]!.bars).toEqual(['own_interest'])
    const given = { run, suggestions: [{ need, helper: 1 }] }
    expect(b.t.refuses(accept, given, b.as.coordinator).code).toBe('match.suggestion_stale')
    expect(b.t.does(accept, given, b.secondCoordinator).output.accepted).toHaveLength(1)
  })

  it('[MF11] a helper who leaves is followed by the one accepted, and nobody is left alone', async () => {
    const { pair, helper, need } = b.activePair()
    b.t.does(
      updateHelper,
      { helper, standing: 'leaving', leaves_on: '2026-06-30' },
      b.as.coordinator,
    )
    const next = b.helper()
    const { run } = await matched(b)
    expect(couples(run)).toEqual([{ need, helper: next }])
    const given = { run, suggestions: couples(run) }
    const [made] = b.t.does(accept, given, b.as.coordinator).output.accepted
    expect(b.pairRow(made!.pair).succeeds_id).toBe(pair)
    agreeIn(b, made!.pair)
    expect(b.pairAt(pair).state).toBe('handed_over')
    expect(b.pairAt(made!.pair).state).toBe('active')
  })
})

describe('another candidate', () => {
  it('[MF12] takes the place of the one suggested, by the rules of now', async () => {
    const { near, far, urgent } = riverside()
    const third = b.helper({ place: 'riverside', capacity: 1 })
    const { run } = await matched(b)
    const chosen = couples(run).find(({ need }) => need === urgent)!.helper
    const instead = [near, far, third].find((one) => one !== chosen)!
    const found = b.t.asks(candidates, { run, need: urgent }, b.as.coordinator).candidates
    expect(found.map(({ helper }) => helper).toSorted()).toEqual([near, far, third])
    expect(found.filter((one) => one.suggested).map(({ helper }) => helper)).toEqual([chosen])
    const given = { run, need: urgent, helper: chosen, instead }
    const { pair } = b.t.does(swap, given, b.as.coordinator).output
    expect(b.pairRow(pair)).toMatchObject({ helper_id: instead, run_id: run })
    expect(suggested(run).find(({ need }) => need.need === urgent)!.bars).toContain('served')
    expect(b.t.refuses(swap, given, b.as.coordinator).code).toBe('match.suggestion_stale')
  })

  it('[MF13] is one of those whom the run weighed', async () => {
    const { urgent } = riverside()
    const { run } = await matched(b)
    const helper = couples(run).find(({ need }) => need === urgent)!.helper
    const given = { run, need: urgent, helper, instead: b.helper() }
    expect(b.t.refuses(swap, given, b.as.coordinator).code).toBe('match.not_candidate')
    const later = b.need()
    expect(() => b.t.asks(candidates, { run, need: later }, b.as.coordinator)).toThrow(
      expect.objectContaining({ code: 'match.need_not_in_run' }),
    )
  })
})

describe('a rejection', () => {
  it('[MF14] is heeded by the next run until it is taken back, once', async () => {
    const helper = b.helper()
    const need = b.need()
    const { run } = await matched(b)
    const given = { run, suggestions: [{ need, helper }], reason: 'acquainted' as const }
    const note = 'They quarrelled over a wall'
    const { rejected } = b.t.does(reject, { ...given, note }, b.as.coordinator).output
    expect(suggested(run)[0]!.state).toBe('rejected')
    expect(b.t.refuses(reject, given, b.as.coordinator).code).toBe('match.already_rejected')
    const kept = b.t.asks(rejections, { state: 'standing' }, b.as.auditor).rejections
    expect(kept).toMatchObject([
      { said_by: 'coordinator', reason: 'acquainted', run, ended: false },
    ])
    expect(b.t.asks(rejections, {}, b.as.coordinator).rejections[0]!.note).toBe(note)
    expect(await matched(b)).toEqual({ run: 2, suggested: 0, unmet: 1 })
    const { rejection } = rejected[0]!
    b.t.does(takeBack, { rejection }, b.as.coordinator)
    expect(b.t.refuses(takeBack, { rejection }, b.as.coordinator).code).toBe(
      'match.rejection_ended',
    )
    expect(b.t.refuses(takeBack, { rejection: 99 }, b.as.coordinator).code).toBe(
      'match.rejection_unknown',
    )
    expect(
      b.t.asks(rejections, { state: 'ended', helper }, b.as.coordinator).rejections,
    ).toHaveLength(1)
    expect(await matched(b)).toEqual({ run: 3, suggested: 1, unmet: 0 })
  })
})

describe('a need without a helper', () => {
  it('[MF15] says how many each rule keeps from it, and of whom one more place would help', async () => {
    const full = b.helper({ place: 'riverside', capacity: 1 })
    b.helper({ refuses: ['company'] })
    const [one, two] = [b.need({ place: 'riverside', urgency: 3 }), b.need({ place: 'riverside' })]
    const { run } = await matched(b)
    expect(couples(run)).toEqual([{ need: one, helper: full }])
    const left = b.t.asks(unmet, { run }, b.as.coordinator).needs
    expect(left).toMatchObject([{ need: two, places: 1 }])
    const why = b.t.asks(explain, { need: two }, b.as.coordinator)
    expect(why).toMatchObject({ helpers: 2, run, left: true })
    expect(why.by_rule).toEqual([{ rule: 'refuses_kind', helpers: 1 }])
    expect(why.fit.map(({ helper }) => helper.helper)).toEqual([full])
    expect(why.one_more.map(({ helper }) => helper)).toEqual([full])
    b.t.does(accept, { run, suggestions: couples(run) }, b.as.coordinator)
    const now = b.t.asks(explain, { need: two, run }, b.as.coordinator)
    expect(now.fit).toEqual([])
    expect(now.near_misses.map(({ helper, rule }) => [helper.helper, rule])).toEqual([
      [full, 'full'],
      [2, 'refuses_kind'],
    ])
  })
})

describe('other weights', () => {
  it('[MF16] are compared with those in force, and nothing is kept', async () => {
    const skilled = b.helper({ place: 'hill', skills: ['care'], capacity: 1 })
    b.helper({ place: 'riverside', capacity: 1 })
    b.need({ place: 'riverside' })
    const events = () => b.t.book.store.first('select count(*) as n from event', [])!.n
    const before = events()
    const told = b.t.asks(whatIf, { skills: 0, distance: '90' } as never, b.as.coordinator)
    expect(skilled).toBe(1)
    expect(told.weights.before).toMatchObject({ skills: 30, distance: 30 })
    expect(told.weights.after).toMatchObject({ skills: 0, distance: 90, languages: 20 })
    expect(told.changed).toBe(1)
    expect([told.before.figures.km_median, told.after.figures.km_median]).toEqual([15, 0])
    const skill = ({ reasons }: typeof told.before) => reasons[1]
    expect([skill(told.before), skill(told.after)]).toEqual([
      { reason: 'skills', share: 1000 },
      { reason: 'skills', share: 0 },
    ])
    expect(events()).toBe(before)
    const stranger = { actor: 'user:78', grants: throughout('committee_member'), readsNames: true }
    expect(() => b.t.asks(whatIf, {}, stranger)).toThrow(/may not|not allowed|ask/i)
  })
})
