/** What the two sides of a pair do and are told on their own pages, and how they reach each other. */
import { afterEach, describe, expect, test } from 'vitest'
import { lookingAs } from '../../../src/book/looking.ts'
import { followedPairs } from '../../../src/pairing/own/following.ts'
import {
  agree,
  askReview,
  decline,
  openContacts,
  withdraw,
} from '../../../src/pairing/own/pair-acts.ts'
import { confirm, finish, record } from '../../../src/pairing/own/visit-acts.ts'
import { review } from '../../../src/pairing/pairs/commands.ts'
import {
  contacts,
  openContacts as openAtOffice,
} from '../../../src/pairing/pairs/contact-commands.ts'
import { record as recordAtOffice } from '../../../src/pairing/visits/commands.ts'
import { list as listUnsealings } from '../../../src/people/unsealings.ts'
import { type OwnCode, type OwnScene, ownCode, ownScene } from './scene.ts'

let scene: OwnScene
afterEach(() => scene.t.close())

function told(who: OwnCode) {
  return lookingAs(scene.t.book, who.caller(), (view) => followedPairs(view, who.code()))[0]!
}

function bothAgree() {
  const { t, pairId: pair, ofHelper, ofHelped } = scene
  t.does(agree, { pair }, ofHelper.caller())
  return t.does(agree, { pair }, ofHelped.caller()).output.state
}

describe('consent', () => {
  test('of both sides begins the pair, and each is told of it by the other’s masked name before', () => {
    scene = ownScene()
    const { ofHelper, ofHelped, helpedSide, helperSide } = scene
    const before = told(ofHelper)
    expect(before).toMatchObject({
      side: 'helper',
      state: 'proposed',
      agreed: false,
      shares: false,
    })
    expect(before.other).not.toBe(helpedSide.name)
    expect(bothAgree()).toBe('active')
    expect(told(ofHelper)).toMatchObject({ other: helpedSide.name, agreed: true, shares: true })
    expect(told(ofHelped)).toMatchObject({ other: helperSide.name, side: 'helped' })
    expect(scene.pairAt(scene.pairId)).toMatchObject({ helper_agreed: 1, helped_agreed: 1 })
  })

  test('[pair.unknown] is nobody else’s to give', () => {
    scene = ownScene()
    const { t, ofHelper } = scene
    const other = scene.pair(scene.need(), scene.helper())
    expect(t.refuses(agree, { pair: other }, ofHelper.caller()).code).toBe('pair.unknown')
    expect(t.refuses(agree, { pair: 999 }, ofHelper.caller()).code).toBe('pair.unknown')
  })

  test('is declined with a reason that the next run of the matching heeds', () => {
    scene = ownScene()
    const { t, ofHelped, pairId: pair } = scene
    const { output } = t.does(decline, { pair, reason: 'acquainted' }, ofHelped.caller())
    expect(output.state).toBe('declined')
    const row = t.book.store.first('select said_by, reason from match_rejection', [])
    expect(row).toEqual({ said_by: 'helped', reason: 'acquainted' })
    expect(told(ofHelped).acts.map(({ act, side }) => [act, side])).toEqual([
      ['proposed', null],
      ['declined', 'helped'],
    ])
  })

  test('is taken back at any time, and given again', () => {
    scene = ownScene()
    const { t, ofHelped, ofHelper, pairId: pair, helpedSide } = scene
    bothAgree()
    const { output } = t.does(withdraw, { pair, note: 'For now' }, ofHelped.caller())
    expect(output.state).toBe('under_review')
    expect(told(ofHelper)).toMatchObject({ shares: false, other_agreed: false, contacts: null })
    expect(told(ofHelper).other).not.toBe(helpedSide.name)
    t.does(agree, { pair }, ofHelped.caller())
    expect(told(ofHelper)).toMatchObject({ shares: true, other: helpedSide.name })
  })

  test('a wish is looked at by the office, and its words are the office’s alone', () => {
    scene = ownScene()
    const { t, as, ofHelped, ofHelper, pairId: pair } = scene
    bothAgree()
    t.does(askReview, { pair, note: 'Somebody nearer, please' }, ofHelped.caller())
    const row = t.book.store.first("select reason from pair_act where act = 'review_opened'", [])
    expect(row).toEqual({ reason: 'wish_helped' })
    expect(JSON.stringify(told(ofHelper))).not.toContain('nearer')
    t.does(review, { pair, note: 'Spoken with both' }, as.coordinator)
    expect(told(ofHelper).state).toBe('active')
  })
})

describe('contact details', () => {
  test('[pair.contacts_not_shared] are told to nobody before both have agreed', () => {
    scene = ownScene()
    const { t, as, ofHelper, pairId: pair } = scene
    t.does(agree, { pair }, ofHelper.caller())
    expect(t.refuses(openContacts, { pair }, ofHelper.caller()).code).toBe(
      'pair.contacts_not_shared',
    )
    const office = { pair, side: 'helper', reason: 'Contact card' } as const
    expect(t.refuses(openAtOffice, office, as.coordinator).code).toBe('pair.contacts_not_shared')
    expect(() => t.asks(contacts, { pair, side: 'helper' }, as.owner)).toThrow(/both sides/)
  })

  test('are shown for ten minutes to who opened them, and that stands on record', () => {
    scene = ownScene()
    const { t, as, ofHelper, ofHelped, pairId: pair, helpedSide } = scene
    bothAgree()
    expect(told(ofHelper).contacts).toBeNull()
    t.does(openContacts, { pair }, ofHelper.caller())
    expect(told(ofHelper).contacts).toMatchObject({
      name: helpedSide.name,
      phone: expect.stringContaining(helpedSide.phone),
      address: helpedSide.address,
    })
    expect(told(ofHelped).contacts).toBeNull()
    const [first] = t.asks(listUnsealings, { party: helpedSide.party }, as.auditor).unsealings
    expect(first).toMatchObject({
      actor: ofHelper.caller().actor,
      fields: ['phone', 'address'],
      reason: 'PA-000001',
    })
    t.at('2026-03-31T02:10:00Z')
    expect(told(ofHelper).contacts).toBeNull()
  })

  test('[pair.contacts_closed] [unsealing.names_needed] are read in the office with a reason, by who reads names', () => {
    scene = ownScene()
    const { t, as, pairId: pair, helperSide } = scene
    bothAgree()
    const asked = { pair, side: 'helped' } as const
    expect(() => t.asks(contacts, asked, as.coordinator)).toThrow(/not open to you now/)
    const blind = { ...as.coordinator, readsNames: false }
    const opening = { ...asked, reason: 'Contact card for the first visit' }
    expect(t.refuses(openAtOffice, opening, blind).code).toBe('unsealing.names_needed')
    t.does(openAtOffice, opening, as.coordinator)
    expect(t.asks(contacts, asked, as.coordinator)).toMatchObject({
      party: helperSide.party,
      address: helperSide.address,
    })
    expect(() => t.asks(contacts, asked, blind)).toThrow(/not open to you now/)
    expect(() => t.asks(contacts, asked, as.owner)).toThrow(/not open to you now/)
    expect(() => t.asks(contacts, asked, as.auditor)).toThrow(/auditor/)
  })

  test('are hidden at once when a consent is taken back, also from who had opened them', () => {
    scene = ownScene()
    const { t, as, ofHelped, ofHelper, pairId: pair } = scene
    bothAgree()
    t.does(openContacts, { pair }, ofHelper.caller())
    t.does(openAtOffice, { pair, side: 'helper', reason: 'Card' }, as.coordinator)
    t.does(withdraw, { pair }, ofHelped.caller())
    expect(told(ofHelper).contacts).toBeNull()
    expect(() => t.asks(contacts, { pair, side: 'helper' }, as.coordinator)).toThrow(/both sides/)
  })
})

describe('visits', () => {
  test('[own_visit.helper_only] [visit.help_unclear] are told of by the helper, without money of the book', () => {
    scene = ownScene()
    const { t, ofHelper, ofHelped, pairId: pair } = scene
    bothAgree()
    expect(t.refuses(record, { pair }, ofHelped.caller()).code).toBe('own_visit.helper_only')
    const money = { kind: 'company', form: 'money', payout: 1 } as const
    const refused = t.refuses(record, { pair, help: [money] }, ofHelper.caller())
    expect(refused.code).toBe('visit.help_unclear')
    expect(t.does(record, { pair }, ofHelper.caller()).output).toEqual({ visit: 1, pair })
  })

  test('[pairing_code.own_hand] are not said to be so with a code that whoever was there has made', () => {
    scene = ownScene()
    const { t, as, ofHelped, helpedSide, pairId: pair } = scene
    bothAgree()
    t.does(recordAtOffice, { pair, by_office: true }, as.coordinator)
    const said = { visit: 1, agreed: true }
    expect(t.refuses(confirm, said, ofHelped.caller()).code).toBe('pairing_code.own_hand')
    const other = ownCode(scene, helpedSide.party, scene.secondCoordinator)
    expect(t.does(confirm, said, other.caller()).output).toEqual({ visit: 1, red: false })
  })

  test('[visit.unknown] [follow_up.unknown] nobody asks whether another’s is there', () => {
    scene = ownScene()
    const { t, as, ofHelped, ofHelper } = scene
    bothAgree()
    const stranger = scene.activePair().pair
    const next = { text: 'Call again', due_on: '2026-04-02' } as const
    t.does(recordAtOffice, { pair: stranger, follow_ups: [next] }, as.coordinator)
    for (const visit of [1, 77]) {
      const refused = t.refuses(confirm, { visit, agreed: true }, ofHelped.caller())
      expect([refused.code, refused.values]).toEqual(['visit.unknown', { visit }])
    }
    for (const follow_up of [1, 77]) {
      const refused = t.refuses(finish, { follow_up, outcome: 'done' }, ofHelper.caller())
      expect([refused.code, refused.values]).toEqual(['follow_up.unknown', { follow_up }])
    }
  })
})
