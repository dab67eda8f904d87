/**
 * Privacy of pairs (peers 4, MA #709): how the two sides reach each other is told to nobody before both have agreed, then
 * exactly where it is meant to be, and nowhere again once a consent is taken back. Asked of every question and file of the
 * interface, every page, own pages, refusals, rows and the log.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, throughout } from '../../src/book/registry.ts'
import { make as makeStatement } from '../../src/pairing/agreements/variance.ts'
import {
  add as addCalendar,
  calendarHash,
  newCalendarSecret,
} from '../../src/pairing/coverage/calendars.ts'
import { agree, withdraw } from '../../src/pairing/own/pair-acts.ts'
import { close, proposeClosing } from '../../src/pairing/pairs/closing.ts'
import { pairingQueries } from '../../src/pairing/registry.ts'
import { record as recordPledge } from '../../src/pairing/service/pledges.ts'
import { open as openPost, take } from '../../src/pairing/service/posts.ts'
import { record as recordEvent } from '../../src/pairing/visits/care-events.ts'
import { record as recordVisit } from '../../src/pairing/visits/commands.ts'
import { callerAs } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'
import { type Pages, pagesForTests, type Reader } from '../web/pages/pages-for-tests.ts'
import { addToken } from '../web/site.ts'
import { sceneIn } from './agreements/agreement-scene.ts'
import { type OwnScene, ownScene } from './own/scene.ts'
import { furnishPairing } from './pairing-for-tests.ts'
import {
  marksIn,
  type Pattern,
  patternsOf,
  sweepCommands,
  sweepInterface,
  type Values,
  walkAs,
  walkOwn,
} from './privacy-sweep.ts'
import { matched } from './suggestions/matching-scene.ts'

let site: Pages
let scene: OwnScene
let calendar: string
let numbers: Pattern[]
let names: Pattern[]
let values: Values
afterAll(() => site.t.close())

beforeAll(async () => {
  site = await pagesForTests()
  scene = ownScene(furnishPairing(site.t))
  const { helperSide, helpedSide } = scene
  numbers = patternsOf([helperSide, helpedSide], ['phone', 'address'])
  names = patternsOf([helperSide, helpedSide], ['name'])
  const named = { reads_names: true, longer: true } as const
  for (const role of ['owner', 'pairing_coordinator', 'fund_administrator'] as const) {
    addToken(site.t, `names_${role}`, { role, ...named })
  }
  const openNeed = await furnishRooms()
  const parties = [helperSide.party, helpedSide.party]
  values = {
    party: parties,
    person: parties,
    pair: [String(scene.pairId)],
    helper: [String(scene.helperId)],
    need: [String(scene.needId), String(openNeed)],
    side: ['helper', 'helped'],
    place: ['riverside'],
    post: ['door'],
    name: [helperSide.name, helpedSide.name],
    q: [helperSide.phone, helpedSide.address],
    unit: ['north'],
    fund: ['care'],
    ...Object.fromEntries(numbered.map((one) => [one, ['1']])),
  }
})

/** Things that are named by their number. */
const numbered = [
  ...['visit', 'run', 'agreement', 'statement', 'pledge', 'hardship_file', 'event', 'sequence'],
]

/** One of everything in the rooms beside pairs, about the two sides where that can be; answers a need that is open. */
async function furnishRooms(): Promise<number> {
  const { t, as, helperSide, helpedSide } = scene
  const { coordinator } = as
  const open = scene.need({ party: helpedSide.party, kind: 'study' })
  scene.helper({ name: 'Somebody Else' })
  await matched(scene)
  const next = { text: 'Ask again', due_on: '2026-04-02' }
  t.does(
    recordVisit,
    { party: helpedSide.party, found: 'All well', follow_ups: [next] },
    coordinator,
  )
  const happened = { party: helpedSide.party, kind: 'hospital', on: '2026-03-30' } as const
  t.does(recordEvent, happened, coordinator)
  const promised = { text: 'I fetch the water', due_on: '2026-06-30' }
  t.does(recordPledge, { party: helperSide.party, ...promised }, coordinator)
  t.does(openPost, { post: 'door', name: 'Door' }, coordinator)
  t.does(take, { post: 'door', party: helperSide.party }, coordinator)
  const { helper, drafted, signed } = sceneIn(scene)
  const agreement = signed(drafted())
  t.does(makeStatement, { agreement }, coordinator)
  const secret = newCalendarSecret(t.book.surroundings.random)
  const until_on = '2026-12-31'
  const feed = {
    hash: calendarHash(secret),
    helper: helperSide.party,
    until_on,
  }
  t.does(addCalendar, feed, coordinator)
  calendar = `/calendars/${secret}.ics`
  expect(helper).toBeGreaterThan(0)
  return open
}

const blind = [...roles, 'reader'] as const
const seeing = ['names_owner', 'names_pairing_coordinator', 'names_fund_administrator'] as const
const readers: readonly Reader[] = [
  {},
  { role: 'pairing_coordinator' },
  { role: 'auditor' },
  { role: 'fund_administrator' },
]
const start = ['', '/pairing', '/pairing/pairs', '/pairing/helpers', '/pairing/needs', '/people']

/** Who is asked again at each later step; every role was asked at the first, and walked every page. */
const some = ['owner', 'pairing_coordinator', 'member'] as const

async function interfaceFound(among: readonly (typeof blind)[number][] = some): Promise<string[]> {
  const found: string[] = []
  const one = among === blind ? 'each' : 'all'
  for (const role of among) {
    // The auditor’s `reader` reads names, as those of `seeing` do.
    const patterns = role === 'reader' ? numbers : [...numbers, ...names]
    found.push(...(await sweepInterface(site, role, values, patterns, one)).found)
  }
  for (const who of seeing) {
    found.push(...(await sweepInterface(site, who, values, numbers, one)).found)
  }
  return found
}

async function pagesFound(among: readonly Reader[]): Promise<string[]> {
  const found: string[] = []
  const from = [
    ...start,
    `/pairing/pairs/${scene.pairId}`,
    `/people/${scene.helperSide.party}`,
  ].map((path) => `/b/relief${path}`)
  for (const reader of among) found.push(...(await walkAs(site, reader, numbers, from)).found)
  const hidden: Reader = { role: 'pairing_coordinator', readsNames: false }
  found.push(...(await walkAs(site, hidden, [...numbers, ...names], from)).found)
  return found
}

/** What each side finds on its own pages of the other. */
async function ownFound(before: readonly string[] = []): Promise<string[]> {
  const { ofHelper, ofHelped, helperSide, helpedSide } = scene
  const all = ['name', 'phone', 'address'] as const
  const helper = await walkOwn(site, ofHelper, patternsOf([helpedSide], all), before)
  const helped = await walkOwn(site, ofHelped, patternsOf([helperSide], all), before)
  return [...helper.found, ...helped.found]
}

/** Where names lie: texts that can be erased, and what finds people by them. */
const namesLieIn = ['detail_body', 'party_key', 'party_words', 'party_words_new']

function rowsFound(): string[] {
  return dump(site.t.book.store)
    .split('\n')
    .flatMap((line) => {
      const table = line.split(' ', 1)[0]!
      return marksIn(table, line, namesLieIn.includes(table) ? numbers : [...numbers, ...names])
    })
}

const commandsFound = () =>
  (['owner', 'pairing_coordinator', 'fund_administrator'] as const).flatMap((role) => {
    const caller = callerAs({ actor: `test:${role}`, grants: throughout(role) })
    return sweepCommands(site, caller, values, numbers)
  })

/** All that is beside own pages and the interface: pages, refusals, rows, a calendar, the log. */
async function elsewhereFound(among: readonly Reader[] = readers.slice(1, 3)): Promise<string[]> {
  const everything = [...numbers, ...names]
  const feed = await site.fetch(new Request(`http://localhost/b/relief${calendar}`))
  expect(feed.status).toBe(200)
  return [
    ...(await pagesFound(among)),
    ...commandsFound(),
    ...rowsFound(),
    ...marksIn('calendar', await feed.text(), everything),
    ...marksIn('log', JSON.stringify(site.log), everything),
  ]
}

const ownPair = () => `/together/pairs/${scene.pairId}`
const openingBoth = () => ownFound([`${ownPair()}/contacts`])
/** The marks of what was found, without where. */
const told = (found: readonly string[]) =>
  [...new Set(found.map((one) => one.split(': ').at(-1)!))].sort()

describe('telephone, address and full name of the two sides of a pair', () => {
  it('are nowhere while it is proposed, nor when one side has agreed', async () => {
    expect(await openingBoth()).toEqual([])
    site.t.does(agree, { pair: scene.pairId }, scene.ofHelper.caller())
    expect(await interfaceFound(blind)).toEqual([])
    expect(await elsewhereFound(readers)).toEqual([])
    expect(await openingBoth()).toEqual([])
  }, 300_000)

  it('are looked for in every question of pairing and on every page of it', async () => {
    site.t.does(agree, { pair: scene.pairId }, scene.ofHelped.caller())
    const { answered } = await sweepInterface(site, 'names_owner', values, numbers, 'each')
    const asked = pairingQueries.map(({ name }) => name)
    expect(asked.filter((name) => !answered.has(name))).toEqual(['pairs.contacts'])
    const { pages } = await walkAs(site, { role: 'pairing_coordinator' }, numbers, ['/b/relief'])
    const rooms = [...pages].filter((page) => page.startsWith('/b/relief/pairing'))
    expect(rooms).toContain(`/b/relief/pairing/pairs/${scene.pairId}`)
    expect(rooms.length).toBeGreaterThan(30)
  }, 120_000)

  it('are told to each other alone once both have agreed, and numbers only to who opened them', async () => {
    const { helperSide, helpedSide, ofHelper } = scene
    const name = [`name of ${helpedSide.name}`, `name of ${helperSide.name}`].sort()
    expect(told(await ownFound())).toEqual(name)
    expect(await interfaceFound()).toEqual([])
    expect(await elsewhereFound()).toEqual([])
    const all = patternsOf([helpedSide], ['phone', 'address'])
    const opened = await walkOwn(site, ofHelper, all, [`${ownPair()}/contacts`])
    expect(opened.found.sort()).toEqual(
      all.map(([mark]) => `${ofHelper.caller().actor} /b/relief${ownPair()}: ${mark}`).sort(),
    )
    expect(told(await ownFound())).toHaveLength(4)
    expect(await interfaceFound()).toEqual([])
  }, 300_000)

  it('are read in the office by who said why, on the page and the card of that side alone', async () => {
    const { helpedSide, pairId } = scene
    const as = 'names_pairing_coordinator'
    const body = { side: 'helper', reason: 'Card for the first visit' }
    const answer = await site.call(`POST /pairs/${pairId}/contact-readings`, { as, body })
    expect(answer.status).toBe(201)
    const found = (await interfaceFound()).map((one) => one.replace(/&language=\w+/, ''))
    const at = (path: string) =>
      `names_pairing_coordinator GET /pairs/${pairId}/${path}?side=helper`
    const expected = ['contacts', 'card.pdf'].flatMap((path) =>
      ['phone', 'address'].map((mark) => `${at(path)}: ${mark} of ${helpedSide.name}`),
    )
    expect([...new Set(found)].sort()).toEqual(expected.sort())
    expect(await elsewhereFound()).toEqual([])
  }, 300_000)

  it('are nowhere again as soon as one takes their consent back, whoever had opened them', async () => {
    site.t.does(withdraw, { pair: scene.pairId }, scene.ofHelped.caller())
    expect(await openingBoth()).toEqual([])
    expect(await interfaceFound()).toEqual([])
    expect(await elsewhereFound()).toEqual([])
  }, 300_000)

  it('are nowhere when the pair has ended, also while it is watched', async () => {
    const { t, pairId: pair, as, ofHelped } = scene
    t.does(agree, { pair }, ofHelped.caller())
    expect(told(await ownFound())).toHaveLength(4)
    t.does(proposeClosing, { pair, reason: 'improved', note: 'Found work' }, as.coordinator)
    expect(told(await ownFound())).toHaveLength(4)
    t.does(close, { pair, note: 'Seen the same' }, scene.secondCoordinator)
    expect(scene.pairAt(pair).state).toBe('observed')
    expect(await openingBoth()).toEqual([])
    expect(await interfaceFound()).toEqual([])
  }, 300_000)
})
