/** Laws of pairs that hold after every act, whatever is done in whatever order; and one set of hard rules. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Caller } from '../../../src/book/registry.ts'
import type { HelperId, NeedId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { amongThem } from '../../../src/pairing/matching/explaining.ts'
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
  propose,
  review,
  takeConsentBack,
  withdraw,
} from '../../../src/pairing/pairs/commands.ts'
import { barsBetween } from '../../../src/pairing/pairs/fitting.ts'
import { liveStates, loadStates } from '../../../src/pairing/pairs/moves.ts'
import { actsOfPair, type PairStanding, sharesContacts } from '../../../src/pairing/pairs/rows.ts'
import { capacityOf } from '../../../src/pairing/registers/capacity.ts'
import { helperById, versionOfHelper, versionOfNeed } from '../../../src/pairing/registers/rows.ts'
import { tiesBetween } from '../../../src/people/ties.ts'
import { verifyBook } from '../../../src/verification/book.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { note } from './scene.ts'

const today = '2026-03-31' as never

/** What may be done, by whoever of two coordinators, with one of the pairs, helpers and needs that there are. */
const doing = {
  propose: ({ t }: PairingBook, as: Caller, { need, helper }: Pick3) =>
    t.does(propose, { need, helper }, as),
  agree_helper: (b, as, { pair }) => b.t.does(agree, { pair, side: 'helper', how: 'phone' }, as),
  agree_helped: (b, as, { pair }) => b.t.does(agree, { pair, side: 'helped', how: 'phone' }, as),
  hand_over: (b, as, { pair, helper }) => b.t.does(handOver, { pair, helper }, as),
  decline: (b, as, { pair }) => b.t.does(decline, { pair, side: 'helper', reason: 'no_time' }, as),
  withdraw: (b, as, { pair }) => b.t.does(withdraw, { pair, note }, as),
  consent_back: (b, as, { pair }) =>
    b.t.does(takeConsentBack, { pair, side: 'helped', how: 'phone' }, as),
  open_review: (b, as, { pair }) => b.t.does(openReview, { pair, reason: 'due' }, as),
  review: (b, as, { pair }) => b.t.does(review, { pair, note }, as),
  improved: (b, as, { pair }) => b.t.does(proposeClosing, { pair, reason: 'improved', note }, as),
  returned: (b, as, { pair }) => b.t.does(returnClosing, { pair, note }, as),
  close: (b, as, { pair }) => b.t.does(close, { pair, note }, as),
  moved: (b, as, { pair }) => b.t.does(close, { pair, reason: 'moved', note }, as),
  unwatched: (b, as, { pair }) => b.t.does(endObservation, { pair, outcome: 'moved', note }, as),
  resume: (b, as, { pair }) => b.t.does(resume, { pair, note }, as),
} as const satisfies Record<string, (b: PairingBook, as: Caller, at: Pick3) => unknown>

type Act = keyof typeof doing

interface Pick3 {
  readonly pair: number
  readonly need: number
  readonly helper: number
}

const frequent = [
  'propose',
  'propose',
  ...['agree_helper', 'agree_helped', 'agree_helper', 'agree_helped'],
  ...['hand_over', 'improved', 'close'],
] as const
const step = fc.record({
  act: fc.constantFrom(
    ...(frequent as readonly Act[]),
    ...(frequent as readonly Act[]),
    ...(Object.keys(doing) as Act[]),
  ),
  second: fc.boolean(),
  /** Which of the newest pairs. */
  back: fc.integer({ min: 0, max: 3 }),
  need: fc.integer({ min: 1, max: 3 }),
  helper: fc.integer({ min: 1, max: 4 }),
})

function standings({ t }: PairingBook): PairStanding[] {
  return t.book.store.all('select * from pair_state order by pair_id', []) as never
}

/** What is wrong with the pairs of a book as they stand now, in words. */
function faultsOf(b: PairingBook): string[] {
  const { store } = b.t.book
  const all = standings(b)
  const found: string[] = []
  const couples = all
    .filter(({ state }) => loadStates.includes(state))
    .map(({ need_id, helper_id }) => `${need_id}-${helper_id}`)
  if (new Set(couples).size !== couples.length) found.push('two pairs of one need and helper')
  for (const helper of new Set(all.map(({ helper_id }) => helper_id))) {
    const load = all.filter(
      ({ helper_id, state }) => helper_id === helper && loadStates.includes(state),
    ).length
    const version = versionOfHelper(store, helper)
    const capacity = capacityOf(store, helperById(store, helper), version, today)
    if (load > capacity) found.push(`helper ${helper} has ${load} of ${capacity}`)
  }
  for (const need of new Set(all.map(({ need_id }) => need_id))) {
    const live = all.filter(({ need_id, state }) => need_id === need && liveStates.includes(state))
    const { wanted } = versionOfNeed(store, need)
    if (live.length > wanted) found.push(`need ${need} has ${live.length} of ${wanted}`)
  }
  for (const standing of all) found.push(...faultsOfPair(b, standing))
  return found
}

function faultsOfPair(b: PairingBook, standing: PairStanding): string[] {
  const { store } = b.t.book
  const { pair_id, state, helper_id, need_id } = standing
  const acts = actsOfPair(store, pair_id)
  const found: string[] = []
  const began = acts.findIndex(({ act }) => act === 'began')
  const agreed = new Set(acts.slice(0, Math.max(0, began)).map(({ side }) => side))
  if (began >= 0 && !(agreed.has('helper') && agreed.has('helped'))) {
    found.push(`pair ${pair_id} began without both consents`)
  }
  if (sharesContacts(standing) && began < 0) found.push(`pair ${pair_id} shares before it began`)
  acts.forEach(({ act, reason, actor }, at) => {
    const before = acts[at - 1]
    const isEvaluated = act === 'closed' && reason === 'improved'
    if (isEvaluated && (before?.act !== 'closing_proposed' || before.actor === actor)) {
      found.push(`pair ${pair_id} was closed by one hand`)
    }
  })
  const isTied = tiesBetween(
    store,
    b.helperRow(helper_id).party_id,
    b.needRow(need_id).party_id,
    today,
  ).some(({ kind, ended }) => kind === 'paired_helper' && !ended)
  if (liveStates.includes(state) && !isTied) found.push(`pair ${pair_id} is not tied`)
  return found
}

/** Needs that somebody helps with. */
function helpedNeeds(b: PairingBook): Set<number> {
  const live = standings(b).filter(({ state }) => liveStates.includes(state))
  return new Set(live.map(({ need_id }) => need_id))
}

describe('[B] random histories of pairs', () => {
  test('keep every law after every act; a handing over leaves nobody alone', () => {
    const done = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 25, maxLength: 60 }), (steps) => {
        const b = pairingBook()
        for (const wanted of [1, 1, 2]) b.need({ wanted })
        for (const capacity of [1, 2, 2, 3]) b.helper({ capacity })
        for (const one of [1, 2]) b.begin(b.pair(one, one))
        for (const { act, second, back, ...couple } of steps) {
          const before = helpedNeeds(b)
          const at = { ...couple, pair: Math.max(1, standings(b).length - back) }
          try {
            doing[act](b, second ? b.secondCoordinator : b.as.coordinator, at)
            done.add(act)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
          expect(faultsOf(b)).toEqual([])
          const isEnd = act === 'close' || act === 'moved'
          if (!isEnd) expect([...before].filter((need) => !helpedNeeds(b).has(need))).toEqual([])
        }
        const { checks } = verifyBook(b.t.book.store)
        expect(checks.find(({ name }) => name === 'pairs')?.findings).toEqual([])
        b.t.close()
      }),
      { numRuns: 25 },
    )
    // Histories in which nothing happens would keep every law.
    expect([...done].sort()).toEqual(expect.arrayContaining(['agree_helped', 'hand_over', 'close']))
  })
})

describe('the hard rules', () => {
  const traits = fc.record({
    sort: fc.constantFrom('person' as const, 'enterprise' as const),
    place: fc.constantFrom('riverside', 'hill', 'nowhere', undefined),
    most_km: fc.constantFrom(5, 100, null),
    serves: fc.subarray(['north', 'south', 'far']),
    languages: fc.subarray(['zh', 'yue']),
    times: fc.subarray(['weekday_day', 'weekend_day'] as const),
    gender: fc.constantFrom('woman' as const, 'man' as const, null),
    refuses: fc.subarray(['company']),
    skills: fc.subarray(['care', 'law']),
  })
  const wants = fc.record({
    place: fc.constantFrom('riverside', 'hill', 'nowhere', undefined),
    languages: fc.subarray(['zh', 'yue']),
    times: fc.subarray(['weekday_day', 'weekend_day'] as const),
    gender: fc.constantFrom('woman' as const, 'man' as const, null),
    sorts: fc.subarray(['person', 'enterprise'] as const),
    musts: fc.subarray(['languages', 'times', 'gender', 'skills', 'unit'] as const),
  })

  test('of a proposal are those of the matching', () => {
    const b = pairingBook()
    const [{ head, spouse, child }] = b.families
    const helpers = [head, spouse].map((party) => b.helper({ party }))
    helpers.push(b.helper({ capacity: 0 }))
    const needs = [head, child].map((party) => b.need({ party }))
    fc.assert(
      fc.property(traits, wants, ({ sort, ...given }, wanted) => {
        const about = given.place === undefined ? { ...given, place: undefined } : given
        const defined = Object.fromEntries(
          Object.entries(about).filter(([, value]) => value !== undefined),
        )
        helpers.push(sort === 'person' ? b.helper(defined) : b.bodyHelper({ sort, ...defined }))
        const said = Object.entries(wanted).filter(([, value]) => value !== undefined)
        needs.push(b.need(Object.fromEntries(said)))
      }),
      { numRuns: 12 },
    )
    b.pair(needs[1]!, helpers.find((helper) => canBePaired(b, needs[1]!, helper))!)
    const told = new Set<string>()
    for (const need of needs) {
      for (const helper of helpers) {
        const [ours, theirs] = rulesBoth(b, need, helper)
        for (const rule of ours) told.add(rule)
        // The matching tells one relation of the two where several hold.
        expect(ours.filter((rule) => theirs.includes(rule))).toEqual(theirs)
        expect(ours.length === 0).toBe(theirs.length === 0)
      }
    }
    expect([...told].sort()).toEqual(
      expect.arrayContaining(['full', 'kin', 'paired', 'same_household', 'same_party', 'sort']),
    )
    b.t.close()
  })
})

function rulesBoth(b: PairingBook, need: number, helper: number) {
  const asker = { ...b.t.book.store, scope: 'all' as const, today, caller: b.as.coordinator }
  const [one, other] = [b.needRow(need as NeedId), b.helperRow(helper as HelperId)]
  return [
    barsBetween(asker as never, one, other),
    amongThem(asker as never, [one.id], [other.id]).rules(one.id, other.id),
  ] as const
}

function canBePaired(b: PairingBook, need: number, helper: number): boolean {
  return rulesBoth(b, need, helper)[0].length === 0
}
