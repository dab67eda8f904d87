/** Erasing somebody who helps or is helped: each text of pairing goes, what holds it up, and that everything verifies. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { put } from '../../src/access/policies.ts'
import { close as closePair } from '../../src/pairing/pairs/closing.ts'
import { update as updateHelper } from '../../src/pairing/registers/helper-commands.ts'
import { record as recordTime } from '../../src/pairing/service/hours.ts'
import { show as showPledge } from '../../src/pairing/service/pledge-queries.ts'
import { giveBack, open as openPost, take } from '../../src/pairing/service/posts.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { confirm, request } from '../../src/privacy/erasure-commands.ts'
import { pairingTexts } from '../../src/privacy/pairing-traces.ts'
import { due } from '../../src/privacy/retention.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { masterKeysOfTests } from '../journeys/book-for-tests.ts'
import { pairingBook } from '../pairing/pairing-for-tests.ts'
import { person } from '../people/scene.ts'
import { fillPairing, marked, textColumns } from './pairing-filled.ts'

const scene = pairingBook({ inMemory: false })
const { t, as } = scene
afterAll(t.close)
const second = { actor: 'user:99' }

/** Texts of pairing that are about a thing, and about nobody. */
const ofThings = ['service_post_end.reason_detail_id']

const helped = person(t, 'Ouyang Helped', 'north')
const need = scene.need({ party: helped, note: marked('need_version.note_detail_id') })
const { pair } = scene.activePair({ need })
t.does(fillPairing, { party: Number(helped.slice(2)), pair })

function inFile(texts: readonly string[]): string[] {
  const bytes = Buffer.concat([readFileSync(t.path), readFileSync(`${t.path}-wal`)])
  return texts.filter((text) => bytes.includes(text))
}

const holdsOf = (party: string) => t.refuses(request, { party, ground: 'asked_for' }).values.holds

function erase(party: string): void {
  const asked = t.does(request, { party, ground: 'asked_for' }).output
  t.does(confirm, { request: asked.request }, second)
  t.book.store.all('pragma wal_checkpoint(truncate)', [])
}

/** The columns of pairing whose texts stand in the book still. */
function standing(): string[] {
  return textColumns.filter((place) => {
    const [table, column] = place.split('.')
    return t.book.store.first(
      `select 1 as "found" from ${table} as t join detail_body as b on b.detail_id = t.${column}`,
      [],
    )
  })
}

describe('erasing somebody who is helped', () => {
  it('[11] every column of pairing with a text leads to whom it is about', () => {
    const traced = textColumns.filter((place) => {
      const [table, column] = place.split('.')
      return pairingTexts.some((sql) => sql.startsWith(`select ${column} as id from ${table} `))
    })
    expect(textColumns.filter((place) => !traced.includes(place))).toEqual(ofThings)
    expect(textColumns.length).toBe(pairingTexts.length + ofThings.length)
  })

  it('waits for their need and for the pair', () => {
    expect(holdsOf(helped)).toEqual([
      { kind: 'pair', of: String(pair) },
      { kind: 'need', of: String(need) },
    ])
  })

  it('destroys every text about them and leaves those of their helper', () => {
    expect(standing()).toEqual(
      textColumns.filter((place) => place !== 'helper_version.note_detail_id'),
    )
    t.does(closePair, { pair, reason: 'declined', note: 'No more' }, as.coordinator)
    erase(helped)
    expect(standing()).toEqual(['helper_version.traits_detail_id', ...ofThings])
    const marks = textColumns.filter((place) => !ofThings.includes(place)).map(marked)
    expect(inFile(marks)).toEqual([])
  })

  it('leaves pages that say so, and a book that verifies', () => {
    const told = t.asks(showPledge, { pledge: 1 }, as.coordinator)
    expect([told.name, told.text, told.came_of_it]).toEqual(['(erased)', '(erased)', '(erased)'])
    const time = { party: helped, minutes: 60 }
    expect(t.refuses(recordTime, time, as.coordinator).code).toBe('party.erased')
    const report = verifyBook(t.book.store, { masterKeys: masterKeysOfTests })
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.passed).toBe(true)
  })
})

describe('erasing a helper', () => {
  it('waits until they end and gave back what they hold, and takes what was said of them', () => {
    const party = person(t, 'Sima Helper', 'north')
    const helper = scene.helper({ party, note: 'Secret of Sima' })
    t.does(openPost, { post: 'keeper', name: 'Keeper' }, as.coordinator)
    const { holding } = t.does(take, { post: 'keeper', party }, as.coordinator).output
    expect(holdsOf(party)).toEqual([
      { kind: 'helper', of: String(helper) },
      { kind: 'post', of: 'keeper' },
    ])
    t.does(giveBack, { holding, text: 'Secret of the keys' }, as.coordinator)
    t.does(updateHelper, { helper, standing: 'ended' }, as.coordinator)
    expect(inFile(['Secret of Sima', 'Secret of the keys'])).toHaveLength(2)
    erase(party)
    expect(inFile(['Secret of Sima', 'Secret of the keys'])).toEqual([])
  })
})

describe('the years of the policy on retention', () => {
  it('count from the last that somebody gave, and not while they stand in the register', () => {
    const retention = { ...neutralPolicies.retention, helper_years: 3 }
    t.does(put, { kind: 'retention', body: retention })
    const [over, going] = [person(t, 'Volunteer Past'), person(t, 'Helper Now')]
    t.does(recordTime, { party: over, minutes: 60 }, as.coordinator)
    scene.helper({ party: going })
    t.at('2060-01-01T00:00:00Z')
    const classes = (party: string) =>
      t.asks(due, {}).persons.find((one) => one.party === party)?.classes
    expect(t.asks(due, {}).persons.some((one) => one.party === going)).toBe(false)
    expect(classes(over)).toEqual([{ class: 'helper', last_on: '2026-03-31' }])
  })
})
