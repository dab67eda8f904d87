/** What somebody who means no good, or is only in a hurry, tries with pairs: each is refused, and nothing is told. */

import { afterEach, describe, expect, test } from 'vitest'
import { lookingAs } from '../../src/book/looking.ts'
import { readMatching } from '../../src/pairing/matching/reading.ts'
import { make } from '../../src/pairing/own/code-commands.ts'
import { agree } from '../../src/pairing/own/pair-acts.ts'
import { agree as agreeAtOffice, propose } from '../../src/pairing/pairs/commands.ts'
import { record as recordHours } from '../../src/pairing/service/hours.ts'
import { open as openPost, take } from '../../src/pairing/service/posts.ts'
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
