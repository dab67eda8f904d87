/** What somebody who means no good, or is only in a hurry, tries with pairs: each is refused, and nothing is told. */

import { afterEach, describe, expect, test } from 'vitest'
import { lookingAs } from '../../src/book/looking.ts'
import { readMatching } from '../../src/pairing/matching/reading.ts'
import { make } from '../../src/pairing/own/code-commands.ts'
import { agree, withdraw } from '../../src/pairing/own/pair-acts.ts'
import { ownSide } from '../../src/pairing/own/sides.ts'
import { record as tell } from '../../src/pairing/own/visit-acts.ts'
import { followUpsTold, visitsTold } from '../../src/pairing/own/visits-told.ts'
import { agree as agreeAtOffice, propose } from '../../src/pairing/pairs/commands.ts'
import { record as recordHours } from '../../src/pairing/service/hours.ts'
import { open as openPost, take } from '../../src/pairing/service/posts.ts'
import { record as recordAtOffice } from '../../src/pairing/visits/commands.ts'
import { status } from '../../src/people/commands.ts'
import { declare } from '../../src/people/interest-commands.ts'
import { type OwnScene, ownCode, ownScene } from './own/scene.ts'

let scene: OwnScene
afterEach(() => scene.t.close())

const notOpen = { code: 'pair.barred', values: { bars: ['not_open'] } }

describe('codes', () => {
  test('[unsealing.names_needed] are not made by who reads no names: they would read them there', () => {
    scene = ownScene()
    const { t, as, helperSide } = scene
    const input = { hash: 'ab'.repeat(32), party: helperSide.party, until_on: '2026-12-31' }
    const blind = { ...as.coordinator, readsNames: false }
    expect(t.refuses(make, input, blind).code).toBe('unsealing.names_needed')
  })

  test('[pairing_code.own_hand] do not speak for a side when who made them is tied to the other', () => {
    scene = ownScene()
    const { t, secondCoordinator, helpedSide, helperSide, pairId: pair } = scene
    const byFriend = ownCode(scene, helperSide.party, secondCoordinator)
    t.does(declare, { party: helpedSide.party, kind: 'friendship' }, secondCoordinator)
    expect(t.refuses(agree, { pair }, byFriend.caller()).code).toBe('pairing_code.own_hand')
  })
})

describe('own pages', () => {
  test('[own_visit.too_many] take no more visits in a day than anybody makes', () => {
    scene = ownScene()
    const { t, ofHelper, pairId: pair } = scene
    scene.begin(pair)
    for (let told = 0; told < 20; told += 1) t.does(tell, { pair }, ofHelper.caller())
    expect(t.refuses(tell, { pair }, ofHelper.caller()).code).toBe('own_visit.too_many')
    t.at('2026-04-01T12:00:00Z')
    expect(t.does(tell, { pair }, ofHelper.caller()).output.pair).toBe(pair)
  })

  test('keep words about a household from a helper to whom it does not agree any more', () => {
    scene = ownScene()
    const { t, as, ofHelper, ofHelped, pairId: pair } = scene
    scene.begin(pair)
    const text = 'Drove to 19 Foxglove Passage'
    const help = [{ kind: 'company', form: 'service' as const, text }]
    const follow_ups = [{ text: 'Ring 13733334444', due_on: '2026-04-02' }]
    t.does(recordAtOffice, { pair, help, follow_ups }, as.coordinator)
    const words = () =>
      lookingAs(t.book, ofHelper.caller(), (view) => {
        const own = ownSide(view, ofHelper.code(), pair)
        return JSON.stringify([visitsTold(view, own), followUpsTold(view, own)])
      })
    expect(words()).toMatch(/Foxglove.*13733334444/)
    t.does(withdraw, { pair }, ofHelped.caller())
    expect(words()).not.toMatch(/Foxglove|13733334444/)
  })
})

describe('the dead', () => {
  test('[pair.barred] are put together with nobody', () => {
    scene = ownScene()
    const { t, as, helpedSide, helperSide } = scene
    const need = scene.need({ party: helpedSide.party, kind: 'study' })
    t.does(status, { party: helpedSide.party, status: 'died', from_on: '2026-03-30' })
    const asked = { need, helper: scene.helper() }
    expect(t.refuses(propose, asked, as.coordinator)).toMatchObject(notOpen)
    t.does(status, { party: helperSide.party, status: 'died', from_on: '2026-03-30' })
    const offered = { need: scene.need(), helper: scene.helperId }
    expect(t.refuses(propose, offered, as.coordinator)).toMatchObject(notOpen)
    const { helpers, needs } = lookingAs(t.book, as.coordinator, (view) =>
      readMatching(view, { scope: 'all', unit: null, today: view.today }),
    )
    expect(helpers.map(({ id }) => id)).not.toContain(scene.helperId)
    expect(needs.map(({ id }) => id)).not.toContain(need)
  })

  test('[pair.barred] do not begin a pair that was proposed before', () => {
    scene = ownScene()
    const { t, as, pairId: pair, helperSide } = scene
    t.does(agreeAtOffice, { pair, side: 'helper', how: 'paper' }, as.coordinator)
    t.does(status, { party: helperSide.party, status: 'died', from_on: '2026-03-30' })
    const second = { pair, side: 'helped', how: 'paper' } as const
    expect(t.refuses(agreeAtOffice, second, as.coordinator)).toMatchObject(notOpen)
    expect(scene.pairAt(pair)).toMatchObject({ state: 'proposed', helped_agreed: 0 })
  })
})

describe('service', () => {
  test('[day.in_future] a post is not taken from a day to come on, which could not be given back', () => {
    scene = ownScene()
    const { t, as, helperSide } = scene
    t.does(openPost, { post: 'reading-room', name: 'Reading room' }, as.coordinator)
    const given = { post: 'reading-room', party: helperSide.party, from_on: '2199-01-01' }
    expect(t.refuses(take, given, as.coordinator).code).toBe('day.in_future')
  })

  test('[service_time.not_theirs] [service_time.outside] is given to a pair while it is one', () => {
    scene = ownScene()
    const { t, as, helperSide, pairId: pair } = scene
    const hours = { party: helperSide.party, minutes: 60, pair }
    expect(t.refuses(recordHours, hours, as.coordinator).code).toBe('service_time.not_theirs')
    scene.begin(pair)
    const before = { ...hours, on: '2026-03-30' }
    expect(t.refuses(recordHours, before, as.coordinator).code).toBe('service_time.outside')
    expect(t.does(recordHours, hours, as.coordinator).output.minutes).toBe(60)
  })
})
