/** Places, helpers and needs: how they are entered, said anew, listed, and what is refused. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { list as listEvents } from '../../../src/book/queries.ts'
import { loadOf } from '../../../src/pairing/registers/capacity.ts'
import { enroll, update as updateHelper } from '../../../src/pairing/registers/helper-commands.ts'
import {
  list as listHelpers,
  show as showHelper,
} from '../../../src/pairing/registers/helper-queries.ts'
import {
  open as openNeed,
  update as updateNeed,
} from '../../../src/pairing/registers/need-commands.ts'
import { list as listNeeds, show as showNeed } from '../../../src/pairing/registers/need-queries.ts'
import { add, update as updatePlace } from '../../../src/pairing/registers/place-commands.ts'
import {
  list as listPlaces,
  show as showPlace,
} from '../../../src/pairing/registers/place-queries.ts'
import { register, status } from '../../../src/people/commands.ts'
import { pairingOfParty } from '../../../src/policies/presets/pairing.ts'
import { inUnit, person } from '../../people/scene.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

let book: PairingBook
beforeEach(() => {
  book = pairingBook()
})
afterEach(() => book.t.close())

const code = (refused: { code: string }) => refused.code

describe('places', () => {
  test('keep degrees to four decimals, which is no home, and what was said before', () => {
    const { t, as } = book
    const asked = { place: 'mill', name: 'Mill', latitude: 22.123456, longitude: -0.00001 }
    t.does(add, asked, as.coordinator)
    t.does(updatePlace, { place: 'mill', name: 'Old mill', open: false }, as.coordinator)
    const shown = t.asks(showPlace, { place: 'mill' }, as.auditor)
    expect(shown).toMatchObject({ name: 'Old mill', latitude: 22.1235, longitude: 0, open: false })
    expect(shown.versions.map(({ name, open }) => [name, open])).toEqual([
      ['Old mill', false],
      ['Mill', true],
    ])
  })

  test.each([
    ['place.exists', { place: 'riverside', name: 'Another' }],
    ['place.half', { place: 'half', name: 'Half', latitude: 1 }],
    ['unit.unknown', { place: 'there', name: 'There', unit: 'mars' }],
  ])('%s: what is wrong with a new place', (expected, given) => {
    expect(code(book.t.refuses(add, given, book.as.coordinator))).toBe(expected)
  })

  test('place.unknown, place.unchanged, place.half: what is wrong with a change', () => {
    const { t, as } = book
    const wrong = (given: Parameters<typeof updatePlace.run>[1]) =>
      code(t.refuses(updatePlace, given, as.coordinator))
    expect(wrong({ place: 'atlantis', name: 'x' })).toBe('place.unknown')
    expect(wrong({ place: 'hill', name: 'Hill village' })).toBe('place.unchanged')
    expect(wrong({ place: 'hill', latitude: null })).toBe('place.half')
  })

  test('of no unit are seen by every coordinator and changed by those of the whole', () => {
    const { t } = book
    const north = inUnit(t, 'north')
    t.does(add, { place: 'far-mill', name: 'Far mill', unit: 'far' })
    const seen = t.asks(listPlaces, {}, north).places.map(({ place }) => place)
    expect(seen).toEqual(['nowhere', 'hill', 'riverside'])
    expect(code(t.refuses(updatePlace, { place: 'hill', open: false }, north))).toBe(
      'access.beyond_scope',
    )
    expect(code(t.refuses(updatePlace, { place: 'far-mill', open: false }, north))).toBe(
      'place.unknown',
    )
  })

  test('are found by name, use and whether it is known where they lie, with who names them', () => {
    const { t, as } = book
    book.helper({ place: 'hill' })
    book.need({ place: 'hill' })
    book.need({ place: 'riverside' })
    const found = (input: Parameters<typeof listPlaces.run>[1] | object) =>
      t.asks(listPlaces, input, as.coordinator).places
    expect(found({ q: 'HILL' })).toMatchObject([{ place: 'hill', helpers: 1, needs: 1 }])
    expect(found({ located: 'false' }).map(({ place }) => place)).toEqual(['nowhere'])
    expect(found({ open: 'false' })).toEqual([])
  })
})

describe('helpers', () => {
  test('are entered with what they can and will do, and told to who reads names', () => {
    const { t, as } = book
    const helper = book.helper({
      name: 'Zhang Min',
      skills: ['teaching', 'law'],
      languages: ['zh', 'yue'],
      times: ['weekend_day'],
      gender: 'woman',
      serves: ['south'],
      most_km: 20,
      refuses: ['health'],
      place: 'hill',
      note: 'Retired teacher',
    })
    const shown = t.asks(showHelper, { helper }, as.auditor)
    expect(shown).toMatchObject({
      reference: 'HE-000001',
      name: 'Zhang Min',
      sort: 'person',
      unit: { unit: 'north' },
      standing: 'open',
      place: { place: 'hill', name: 'Hill village' },
      capacity: 2,
      own_capacity: null,
      load: 0,
    })
    expect(shown.traits).toMatchObject({
      skills: [{ code: 'teaching' }, { code: 'law' }],
      serves: [{ unit: 'south', name: 'South branch' }],
      refuses: [{ code: 'health', name: { en: 'Illness and care' } }],
      most_km: 20,
    })
    const blind = t.asks(showHelper, { helper }, { ...as.auditor, readsNames: false })
    expect([blind.name, blind.traits, blind.versions[0]!.note]).toEqual(['Z. M.', null, '***'])
    expect(t.asks(listHelpers, { skill: 'law' }, as.auditor).helpers).toHaveLength(1)
    const unread = { ...as.auditor, readsNames: false }
    expect(t.asks(listHelpers, { skill: 'law' }, unread).helpers).toEqual([])
  })

  test('the event of it names nobody and nothing that they can', () => {
    const { t, as } = book
    book.helper({ name: 'Zhang Min', skills: ['law'] })
    const [event] = t.asks(listEvents, { command: 'helpers.enroll' }, as.owner).events
    expect(JSON.stringify(event)).not.toMatch(/Zhang|law/)
  })

  test('[B] how many somebody takes on: a number of their own, their rank, or what is usual', () => {
    const { t, as } = book
    t.does(put, { kind: 'pairing', body: pairingOfParty })
    const ids = [
      book.helper({ rank: 'leader' }),
      book.helper({ rank: 'leader', capacity: 1 }),
      book.helper({ rank: 'village-head' }),
      book.helper(),
      book.helper({ capacity: 0 }),
    ]
    const capacities = ids.map((helper) => t.asks(showHelper, { helper }, as.owner).capacity)
    expect(capacities).toEqual([3, 1, 1, 2, 0])
    t.does(updateHelper, { helper: ids[0]!, standing: 'ended' }, as.coordinator)
    expect(t.asks(showHelper, { helper: ids[0]! }, as.owner).capacity).toBe(0)
  })

  test('load counts what is proposed and what goes on, and not what ended', () => {
    const { t, as } = book
    const helper = book.helper({ capacity: 2 })
    book.pair(book.need(), helper)
    const { pair } = book.activePair({ helper })
    expect(loadOf(t.book.store, book.helperRow(helper))).toBe(2)
    const loaded = (load: 'free' | 'full' | 'over') =>
      t.asks(listHelpers, { load }, as.coordinator).helpers.map((one) => one.helper)
    expect([loaded('free'), loaded('full'), loaded('over')]).toEqual([[], [helper], []])
    t.does(updateHelper, { helper, capacity: 1 }, as.coordinator)
    expect(loaded('over')).toEqual([helper])
    expect(book.pairAt(pair).state).toBe('active')
  })

  test('helper.has_pairs: whoever has pairs does not end; the pairs are named', () => {
    const { t, as } = book
    const { helper } = book.activePair()
    book.pair(book.need(), helper)
    const refused = t.refuses(updateHelper, { helper, standing: 'ended' }, as.coordinator)
    expect([refused.code, refused.message]).toEqual([
      'helper.has_pairs',
      'Helper HE-000001 still has pairs: PA-000001, PA-000002.',
    ])
    expect(refused.remedy).toContain('Hand them over first')
  })

  test('helper.leaves_on_needed: who leaves has a day that is not past', () => {
    const { t, as } = book
    const helper = book.helper()
    const leaving = { helper, standing: 'leaving' } as const
    expect(code(t.refuses(updateHelper, leaving, as.coordinator))).toBe('helper.leaves_on_needed')
    const past = { ...leaving, leaves_on: '2026-03-30' }
    expect(code(t.refuses(updateHelper, past, as.coordinator))).toBe('helper.leaves_on_needed')
    t.does(updateHelper, { ...leaving, leaves_on: '2026-06-30' }, as.coordinator)
    // Other things may change while they leave, also when the day has come.
    t.at('2026-07-02T02:00:00Z')
    t.does(updateHelper, { helper, capacity: 3 }, as.coordinator)
    expect(t.asks(showHelper, { helper }, as.owner)).toMatchObject({
      standing: 'leaving',
      leaves_on: '2026-06-30',
    })
    t.does(updateHelper, { helper, standing: 'open' }, as.coordinator)
    expect(t.asks(showHelper, { helper }, as.owner).leaves_on).toBeNull()
    const idle = { helper, leaves_on: '2026-08-01' }
    expect(code(t.refuses(updateHelper, idle, as.coordinator))).toBe('input.invalid')
  })

  test('what is left out of a change stays', () => {
    const { t, as } = book
    const helper = book.helper({ skills: ['law'], capacity: 3, place: 'hill' })
    t.does(updateHelper, { helper, most_km: 5 }, as.coordinator)
    const { traits, ...rest } = t.asks(showHelper, { helper }, as.owner)
    expect(traits).toMatchObject({ skills: [{ code: 'law' }], most_km: 5 })
    expect(rest).toMatchObject({ own_capacity: 3, place: { place: 'hill' } })
    expect(rest.versions.map((one) => one.traits_changed)).toEqual([true, false])
    expect(code(t.refuses(updateHelper, { helper, most_km: 5 }, as.coordinator))).toBe(
      'helper.unchanged',
    )
  })

  test.each([
    ['pairing.code_unknown', { skills: ['flying'] }],
    ['pairing.code_unknown', { rank: 'emperor' }],
    ['pairing.code_unknown', { refuses: ['nothing'] }],
    ['unit.unknown', { serves: ['mars'] }],
    ['place.unknown', { place: 'atlantis' }],
    ['helper.sort_other', { sort: 'village' as const }],
    ['input.invalid', { languages: ['Chinese'] }],
    ['input.invalid', { skills: ['law', 'law'] }],
    ['party.unknown', { party: 'P-999999' }],
  ])('%s: what is wrong with a new helper', (expected, given) => {
    const { t, as } = book
    const party = person(t, 'Somebody', 'north')
    expect(code(t.refuses(enroll, { party, ...given }, as.coordinator))).toBe(expected)
  })

  test('helper.exists, party.has_died, place.closed, helper.unknown', () => {
    const { t, as } = book
    const party = person(t, 'Somebody', 'north')
    book.helper({ party })
    const again = t.refuses(enroll, { party }, as.coordinator)
    expect([again.code, again.values.helper]).toEqual(['helper.exists', 'HE-000001'])
    const late = person(t, 'Somebody else', 'north')
    t.does(status, { party: late, status: 'died', from_on: '2026-03-01' })
    expect(code(t.refuses(enroll, { party: late }, as.coordinator))).toBe('party.has_died')
    t.does(updatePlace, { place: 'hill', open: false })
    const closed = { party: person(t, 'A third', 'north'), place: 'hill' }
    expect(code(t.refuses(enroll, closed, as.coordinator))).toBe('place.closed')
    const gone = { helper: 99, capacity: 1 }
    expect(code(t.refuses(updateHelper, gone, as.coordinator))).toBe('helper.unknown')
  })

  test('a body helps as a body, and a person of another unit is none here', () => {
    const { t, as } = book
    const body = book.bodyHelper({ sort: 'association', name: 'Red Cross' })
    expect(t.asks(showHelper, { helper: body }, as.owner)).toMatchObject({
      name: 'Red Cross',
      unit: null,
      sort: 'association',
    })
    const { party } = t.does(register, { kind: 'organisation', name: 'Mill' }).output
    expect(code(t.refuses(enroll, { party }, as.coordinator))).toBe('helper.sort_other')
    const helper = book.helper()
    expect(t.asks(listHelpers, {}, inUnit(t, 'far')).helpers).toEqual([])
    expect(() => t.asks(showHelper, { helper }, inUnit(t, 'far'))).toThrow('no helper 2')
  })

  test('are found by number, person, sort, standing and place', () => {
    const { t, as } = book
    const [one, two] = [book.helper({ name: 'Zhang Min', place: 'hill' }), book.bodyHelper()]
    t.does(updateHelper, { helper: two, standing: 'paused' }, as.coordinator)
    const ids = (input: object) =>
      t.asks(listHelpers, input, as.coordinator).helpers.map(({ helper }) => helper)
    expect(ids({})).toEqual([two, one])
    for (const q of ['HE-000001', '1', 'zhang', t.asks(showHelper, { helper: one }).party]) {
      expect(ids({ q })).toEqual([one])
    }
    expect(ids({ sort: 'enterprise' })).toEqual([two])
    expect(ids({ standing: 'paused' })).toEqual([two])
    expect(ids({ place: 'hill' })).toEqual([one])
    const { standings } = t.asks(listHelpers, {}, as.coordinator)
    expect(standings.map(({ count }) => count)).toEqual([1, 1, 0, 0])
  })
})

describe('needs', () => {
  test('of a household in hardship name its file by themselves', () => {
    const { t, as, families } = book
    const [{ child, file }] = families
    const need = book.need({ party: child, kind: 'study', urgency: 3, wanted: 2, place: 'hill' })
    expect(t.asks(showNeed, { need }, as.auditor)).toMatchObject({
      reference: 'ND-000001',
      name: 'Wang Xiaoming',
      kind: { code: 'study', name: { 'zh-Hans': '助学' } },
      file: { file },
      urgency: 3,
      wanted: 2,
      taken: 0,
    })
    const other = families[1]
    const wrong = { party: other.child, kind: 'study', file }
    expect(code(t.refuses(openNeed, wrong, as.coordinator))).toBe('need.file_other')
    expect(book.needRow(book.need()).file_id).toBeNull()
  })

  test('need.exists: one of a kind at a time, and again once it was met', () => {
    const { t, as } = book
    const party = person(t, 'Somebody', 'north')
    const need = book.need({ party })
    expect(code(t.refuses(openNeed, { party, kind: 'company' }, as.coordinator))).toBe(
      'need.exists',
    )
    book.need({ party, kind: 'legal' })
    t.does(updateNeed, { need, standing: 'met' }, as.coordinator)
    book.need({ party })
    const back = { need, standing: 'open' } as const
    expect(code(t.refuses(updateNeed, back, as.coordinator))).toBe('need.exists')
  })

  test('need.has_pairs: it is not over while pairs go on, nor for fewer than those', () => {
    const { t, as } = book
    const need = book.need({ wanted: 2 })
    book.activePair({ need })
    book.activePair({ need })
    const refused = t.refuses(updateNeed, { need, standing: 'met' }, as.coordinator)
    expect([refused.code, refused.values.pairs]).toEqual([
      'need.has_pairs',
      ['PA-000001', 'PA-000002'],
    ])
    expect(code(t.refuses(updateNeed, { need, wanted: 1 }, as.coordinator))).toBe('need.has_pairs')
    t.does(updateNeed, { need, standing: 'paused', wanted: 3 }, as.coordinator)
    expect(t.asks(showNeed, { need }, as.owner)).toMatchObject({ standing: 'paused', taken: 2 })
  })

  test('need.unknown, need.unchanged, pairing.code_unknown', () => {
    const { t, as } = book
    const need = book.need({ musts: ['languages'], languages: ['yue'] })
    const same = { need, languages: ['yue'] }
    expect(code(t.refuses(updateNeed, same, as.coordinator))).toBe('need.unchanged')
    expect(code(t.refuses(updateNeed, { need: 77, urgency: 1 }, as.coordinator))).toBe(
      'need.unknown',
    )
    const party = person(t, 'Somebody', 'north')
    const odd = { party, kind: 'juggling' }
    expect(code(t.refuses(openNeed, odd, as.coordinator))).toBe('pairing.code_unknown')
  })

  test('are found by who has none yet, by urgency and kind', () => {
    const { t, as } = book
    const [bare, half, full] = [
      book.need({ urgency: 3 }),
      book.need({ wanted: 2 }),
      book.need({ kind: 'legal' }),
    ]
    book.activePair({ need: half })
    book.pair(full, book.helper())
    const ids = (input: object) =>
      t.asks(listNeeds, input, as.coordinator).needs.map(({ need }) => need)
    expect(ids({ covered: 'without' })).toEqual([bare])
    expect(ids({ covered: 'some' })).toEqual([half])
    expect(ids({ covered: 'all' })).toEqual([full])
    expect(ids({ urgency: '3' })).toEqual([bare])
    expect(ids({ kind: 'legal' })).toEqual([full])
    expect(ids({ q: 'ND-000002' })).toEqual([half])
  })

  test('what was asked for is told to who reads names', () => {
    const { t, as } = book
    const need = book.need({ gender: 'woman', same_unit: true, musts: ['gender'], note: 'Shy' })
    const shown = t.asks(showNeed, { need }, as.approver)
    expect(shown.traits).toMatchObject({ gender: 'woman', same_unit: true, musts: ['gender'] })
    const blind = t.asks(showNeed, { need }, { ...as.approver, readsNames: false })
    expect([blind.traits, blind.versions[0]!.note]).toEqual([null, '***'])
  })
})

test('whoever pays or checks reads the registers and does not write in them', () => {
  const { t, as } = book
  const party = person(t, 'Somebody', 'north')
  for (const hand of ['administrator', 'approver', 'auditor', 'member1'] as const) {
    expect(code(t.refuses(enroll, { party }, as[hand]))).toBe('access.not_allowed')
    expect(code(t.refuses(openNeed, { party, kind: 'company' }, as[hand]))).toBe(
      'access.not_allowed',
    )
  }
  expect(() => t.asks(listHelpers, {}, as.member1)).toThrow('may not do')
})
