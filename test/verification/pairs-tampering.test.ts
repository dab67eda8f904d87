/** A book of pairs that was changed behind its back is found out, and by name. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { endObservation } from '../../src/pairing/pairs/closing.ts'
import { agree, review, takeConsentBack } from '../../src/pairing/pairs/commands.ts'
import type { Finding } from '../../src/verification/report.ts'
import { pairingBook } from '../pairing/pairing-for-tests.ts'
import { note, statesOf } from '../pairing/pairs/scene.ts'
import { tamper, verifyFile } from './rich-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-pairs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'pairs.db')

/** A pair in every state: 1 proposed, 2 active, 3 under review, 4 closing, 5 observed, 6 ended, 7 handed over to 8, 9 declined. */
function fill(): void {
  const b = pairingBook({ inMemory: false })
  for (const make of Object.values(statesOf(() => b))) make()
  const { t, as } = b
  t.does(takeConsentBack, { pair: 2, side: 'helped', how: 'phone' }, as.coordinator)
  t.does(agree, { pair: 2, side: 'helped', how: 'phone' }, as.coordinator)
  t.does(review, { pair: 2, note }, as.coordinator)
  const pair = statesOf(() => b).observed()
  t.does(endObservation, { pair, outcome: 'died', note }, as.coordinator)
  t.book.store.script(`vacuum into '${path}'`)
  t.close()
}
fill()

test('a book of pairs that went all ways verifies, and says what was looked at', () => {
  const { checks, passed } = verifyFile(path)
  expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  expect(passed).toBe(true)
  expect(checks.find(({ name }) => name === 'pairs')?.counted).toMatchInlineSnapshot(
    `"10 pairs: each act follows from the one before, both sides agreed, ends were approved by another"`,
  )
})

type Case = readonly [name: string, change: string, finding: Partial<Finding>]

const cases: readonly Case[] = [
  [
    'a pair that stands elsewhere',
    "update pair_state set state = 'ended' where pair_id = 2",
    { code: 'pair_state.state', row: '2' },
  ],
  [
    'a longer time',
    "update pair_state set since_on = '2020-01-01' where pair_id = 3",
    { code: 'pair_state.since_on', row: '3' },
  ],
  [
    'a look put off',
    "update pair_state set review_on = '2099-01-01' where pair_id = 2",
    { code: 'pair_state.review_on', row: '2' },
  ],
  [
    'a consent that nobody gave, which would show contact details',
    'update pair_state set helped_agreed = 1 where pair_id = 1',
    { code: 'pair_state.helped_agreed', row: '1' },
  ],
  [
    'a pair of another helper',
    'update pair_state set helper_id = 1 where pair_id = 2',
    { code: 'pair_state.helper_id', row: '2' },
  ],
  [
    'a removed state',
    'delete from pair_state where pair_id = 3',
    { code: 'pair_state.missing', row: '3' },
  ],
  [
    'the state of a pair that is none',
    `insert into pair_state select 99, state, since_on, review_on, helper_agreed, helped_agreed, 1, 2, unit_id
      from pair_state where pair_id = 9`,
    { code: 'pair_state.without_pair', row: '99' },
  ],
  [
    'an act that does not follow',
    "update pair_act set act = 'resumed' where pair_id = 3 and act = 'review_opened'",
    { code: 'pair_act.act' },
  ],
  [
    'a beginning without a consent',
    "delete from pair_act where pair_id = 2 and act = 'agreed' and side = 'helper'",
    { code: 'pair_act.consent' },
  ],
  [
    'an end approved by whoever proposed it',
    `update pair_act set actor = (select actor from pair_act where pair_id = 5 and act = 'closing_proposed')
      where pair_id = 5 and act = 'closed'`,
    { code: 'pair_act.own_hand' },
  ],
  [
    'an end that nobody proposed',
    "update pair_act set reason = 'expired' where pair_id = 5 and act = 'closed'",
    { code: 'pair_act.reason' },
  ],
  [
    'a handing over to nobody',
    'update pair set succeeds_id = null where id = 8',
    { code: 'pair_act.successor' },
  ],
  [
    'the same two twice',
    `update pair_state set helper_id = (select helper_id from pair_state where pair_id = 2),
      need_id = (select need_id from pair_state where pair_id = 2) where pair_id = 3`,
    { code: 'pair.twice', row: '3' },
  ],
]

describe('what was changed behind its back is found and named', () => {
  test.each(cases)('%s: %s', (name, change, finding) => {
    const copy = join(folder, `${name.replaceAll(/\W/g, '-')}.db`)
    copyFileSync(path, copy)
    tamper(copy, (database) => database.exec(change))
    const { passed, checks } = verifyFile(copy)
    expect(passed).toBe(false)
    const found = checks.flatMap(({ findings }) => findings)
    expect(found).toContainEqual(expect.objectContaining(finding))
  })
})
