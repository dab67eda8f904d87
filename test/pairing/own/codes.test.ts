/** Codes that open own pages: made, listed, ended, and what they give. */
import { afterEach, expect, test } from 'vitest'
import type { Day } from '../../../src/kit/day.ts'
import { end, list, make } from '../../../src/pairing/own/code-commands.ts'
import {
  commandsOfPairingCodes,
  newPairingCode,
  opensOwnPage,
  pairingCodeHash,
} from '../../../src/pairing/own/codes.ts'
import { agree } from '../../../src/pairing/own/pair-acts.ts'
import { propose } from '../../../src/pairing/pairs/commands.ts'
import { registry } from '../../../src/registry.ts'
import { inUnit, person } from '../../people/scene.ts'
import { type OwnScene, ownCode, ownScene } from './scene.ts'

let scene: OwnScene
afterEach(() => scene.t.close())

function given(party: string, until_on = '2026-12-31') {
  const typed = newPairingCode(scene.t.book.surroundings.random)
  return { party, until_on, hash: pairingCodeHash(typed) }
}

test('[pairing_code.until] pairing_codes.make: a code lasts four hundred days at most, and from today', () => {
  scene = ownScene()
  const { t, as, helperSide } = scene
  const { party } = helperSide
  for (const [until, done] of [
    ['2026-03-30', false],
    ['2026-03-31', true],
    ['2027-05-05', true],
    ['2027-05-06', false],
  ] as const) {
    const input = given(party, until)
    if (done) expect(t.does(make, input, as.coordinator).output.until_on).toBe(until)
    else expect(t.refuses(make, input, as.coordinator).code).toBe('pairing_code.until')
  }
})

test('[pairing_code.nobody] [pairing_code.exists] a code is for who helps or is helped, and is one of its own', () => {
  scene = ownScene()
  const { t, as, helperSide } = scene
  const stranger = person(t, 'Nobody In Particular', 'north')
  expect(t.refuses(make, given(stranger), as.coordinator).code).toBe('pairing_code.nobody')
  const input = given(helperSide.party)
  t.does(make, input, as.coordinator)
  expect(t.refuses(make, input, as.coordinator).code).toBe('pairing_code.exists')
})

test('[pairing_code.not_there] [pairing_code.ended] pairing_codes.end: a code ends once, and elsewhere does not exist', () => {
  scene = ownScene()
  const { t, as, ofHelper } = scene
  const code = ofHelper.code().id
  const far = { ...as.coordinator, ...inUnit(t, 'far') }
  const elsewhere = {
    ...far,
    grants: [{ role: 'pairing_coordinator' as const, unit: far.grants[0].unit }],
  }
  expect(t.refuses(end, { code }, elsewhere).code).toBe('pairing_code.not_there')
  expect(t.asks(list, {}, elsewhere).codes).toEqual([])
  t.does(end, { code }, as.coordinator)
  expect(t.refuses(end, { code }, as.coordinator).code).toBe('pairing_code.ended')
  expect(opensOwnPage(t.book.store, ofHelper.code(), '2026-03-31' as Day)).toBe(false)
  const refused = t.refuses(agree, { pair: scene.pairId }, ofHelper.caller())
  expect(refused.code).toBe('pairing_code.unknown')
})

test('the list says for whom and until when, and nothing that opens anything', () => {
  scene = ownScene()
  const { t, as, ofHelper, helperSide, helpedSide } = scene
  const { codes } = t.asks(list, {}, as.coordinator)
  expect(codes.map(({ party, name, state }) => [party, name, state])).toEqual([
    [helpedSide.party, helpedSide.name, 'open'],
    [helperSide.party, helperSide.name, 'open'],
  ])
  expect(JSON.stringify(codes)).not.toContain(ofHelper.code().code_hash)
  expect(t.asks(list, { party: helperSide.party }, as.coordinator).codes).toHaveLength(1)
  t.at('2027-01-01T02:00:00Z')
  expect(t.asks(list, { state: 'over' }, as.coordinator).codes).toHaveLength(2)
})

test('[access.not_among_commands] a code gives the commands of own pages and no other', () => {
  scene = ownScene()
  const { t, ofHelper, needId: need, helperId: helper } = scene
  expect(commandsOfPairingCodes).toEqual([
    'own_pairs.agree',
    'own_pairs.decline',
    'own_pairs.withdraw_consent',
    'own_pairs.open_contacts',
    'own_pairs.ask_review',
    'own_visits.record',
    'own_visits.confirm',
    'own_follow_ups.finish',
  ])
  const names = registry.pageCommands.map(({ name }) => name)
  expect(commandsOfPairingCodes.filter((name) => !names.includes(name))).toEqual([])
  const caller = ofHelper.caller()
  expect(t.refuses(propose, { need, helper }, caller)).toMatchObject({ status: 403 })
})

test('[pairing_code.own_hand] whoever stands on the other side does not act with a code they made', () => {
  scene = ownScene()
  const { t, as, users, helpedSide, secondCoordinator } = scene
  const own = scene.helper({ party: users.coordinator.party })
  const need = scene.need({ party: helpedSide.party, kind: 'study' })
  const pair = t.does(propose, { need, helper: own }, secondCoordinator).output.pair
  const byThemselves = ownCode(scene, helpedSide.party, as.coordinator)
  expect(t.refuses(agree, { pair }, byThemselves.caller()).code).toBe('pairing_code.own_hand')
  const byAnother = ownCode(scene, helpedSide.party, secondCoordinator)
  expect(t.does(agree, { pair }, byAnother.caller()).output.state).toBe('proposed')
})

test('[pairing_code.mistyped] a slip of the pen is told as one', () => {
  scene = ownScene()
  const { typed } = scene.ofHelper
  const slip = (typed[0] === '7' ? '8' : '7') + typed.slice(1)
  expect(() => pairingCodeHash(slip)).toThrow(/no whole code/)
  expect(pairingCodeHash(typed.toLowerCase().replaceAll('-', ' '))).toBe(pairingCodeHash(typed))
})
