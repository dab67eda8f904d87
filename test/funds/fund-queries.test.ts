/** What transfers and commitments tell of themselves: on which terms, what is owed, what is left. */
import { describe, expect, it } from 'vitest'
import * as commitmentQueries from '../../src/funds/commitment-queries.ts'
import * as commitments from '../../src/funds/commitments.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transferQueries from '../../src/funds/transfer-queries.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { scene } from './scene.ts'

describe('transfers', () => {
  it('[F3] tell what the one fund still owes the other, and nothing for a transfer for good', () => {
    const t = scene()
    const seen = (transfer: number) => t.asks(transferQueries.show, { transfer })
    expect(seen(1)).toMatchObject({
      from: 'free',
      to: 'care',
      terms: 'advance',
      amount: '120.00',
      made_on: '2026-03-15',
      reason: 'Cover',
      owed: { debtor: 'care', creditor: 'free', amount: '100.00' },
    })
    expect(seen(2).owed).toEqual(seen(1).owed)
    const given = { from: 'free', to: 'care', terms: 'permanent', reason: 'Gift' } as const
    const { entry } = t.does(transfers.make, { ...given, amount: '1.00' }).output
    expect(seen(3)).toMatchObject({ owed: null, reversed_by: null })
    t.does(reverse, { entry, reason: 'Wrong' })
    expect(seen(3).reversed_by).toBe(entry + 1)
    t.close()
  })

  it('are listed newest first, by fund, terms, days and state; [N2] the reason is for who reads names', () => {
    const t = scene()
    const numbers = (asked: object) =>
      t.asks(transferQueries.list, asked).transfers.map(({ transfer }) => transfer)
    expect(numbers({})).toEqual([2, 1])
    expect(numbers({ fund: 'free' })).toEqual([2, 1])
    expect(numbers({ fund: 'yen' })).toEqual([])
    expect(numbers({ terms: 'advance' })).toEqual([1])
    expect(numbers({ from: '2026-03-16' })).toEqual([2])
    expect(numbers({ to: '2026-03-15', state: 'standing' })).toEqual([1])
    expect(numbers({ state: 'reversed' })).toEqual([])
    const first = t.asks(transferQueries.list, { limit: 1 })
    expect(numbers({ limit: 1, cursor: first.next! })).toEqual([1])
    const masked = { readsNames: false } as const
    expect(t.asks(transferQueries.show, { transfer: 1 }, masked).reason).toBe('***')
    const nowhere = () => t.asks(transferQueries.show, { transfer: 99 })
    expect(nowhere).toThrow(expect.objectContaining({ code: 'transfer.unknown' }))
    t.close()
  })
})

describe('commitments', () => {
  it('tell what is still set aside, through release, its reversal, and their own', () => {
    const t = scene()
    const states = () =>
      commitmentQueries.commitmentStates.filter(
        (state) => t.asks(commitmentQueries.list, { state, fund: 'care' }).commitments.length > 0,
      )
    const seen = () => [t.asks(commitmentQueries.show, { commitment: 1 }).left, ...states()]
    expect(seen()).toEqual(['300.00', 'open'])
    t.does(commitments.release, { commitment: 1, amount: '100.00' })
    expect(seen()).toEqual(['200.00', 'open'])
    const { entry } = t.does(commitments.release, { commitment: 1 }).output
    expect(seen()).toEqual(['0.00', 'released'])
    t.does(reverse, { entry, reason: 'Wrong' })
    expect(seen()).toEqual(['200.00', 'open'])
    const { entry: made, releases } = t.asks(commitmentQueries.show, { commitment: 1 })
    expect(releases.map(({ amount, reversed_by }) => [amount, reversed_by !== null])).toEqual([
      ['100.00', false],
      ['200.00', true],
    ])
    t.does(reverse, { entry: releases[0]!.entry, reason: 'Wrong' })
    t.does(reverse, { entry: made, reason: 'Wrong' })
    expect(seen()).toEqual(['0.00', 'reversed'])
    t.close()
  })

  it('are found by fund and kind', () => {
    const t = scene()
    const count = (asked: object) => t.asks(commitmentQueries.list, asked).commitments.length
    expect([{}, { fund: 'free' }, { kind: 'awards_on_notice' }].map(count)).toEqual([1, 0, 0])
    t.close()
  })
})
