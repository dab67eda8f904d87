/** A run of a county: in parts, walked page by page, interrupted and begun again, recorded once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { certificate } from '../../../src/pairing/suggestions/certificate-query.ts'
import { list as runs, show } from '../../../src/pairing/suggestions/run-queries.ts'
import { list, unmet } from '../../../src/pairing/suggestions/suggestion-queries.ts'
import { whatIf } from '../../../src/pairing/suggestions/what-if.ts'
import { beginMatching, findMatching } from '../../../src/tasks/begin-matching.ts'
import { comes, ended, runnerFor } from '../../tasks/tasks-for-tests.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { plantCounty } from './county.ts'
import { matched } from './matching-scene.ts'

const [helpers, needs] = [320, 620]
let b: PairingBook
beforeEach(() => {
  b = pairingBook()
  b.t.does(plantCounty, { helpers, needs, seed: 11 }, b.as.coordinator)
})
afterEach(() => b.t.close())

type Way = 'next' | 'previous'

/** Walks a list from page to page and answers what each told. */
function walked<T>(ask: (cursor: object) => Record<Way, string | null> & { rows: T[] }, way: Way) {
  const told: T[][] = []
  let cursor: object = {}
  if (way === 'previous') cursor = { cursor: 'p999999999' }
  for (;;) {
    const page = ask(cursor)
    told.push(page.rows)
    if (page[way] === null) return way === 'next' ? told.flat() : told.toReversed().flat()
    cursor = { cursor: page[way] }
  }
}

describe('a run of a county', () => {
  it('[MF30] tells each suggestion and each need that is left once, forwards and backwards', async () => {
    const { run, suggested, unmet: left } = await matched(b)
    expect(b.t.book.store.first('select count(*) as n from match_part', [])!.n).toBe(6)
    const page = (cursor: object) => {
      const asked = { run, limit: 90, ...cursor }
      const { suggestions, next, previous } = b.t.asks(list, asked, b.as.coordinator)
      return {
        rows: suggestions.map(({ need, helper }) => `${need.need} ${helper.helper}`),
        next,
        previous,
      }
    }
    const there = walked(page, 'next')
    expect(there).toHaveLength(suggested)
    expect(new Set(there).size).toBe(suggested)
    expect(walked(page, 'previous')).toEqual(there)
    const urgencies = b.t
      .asks(list, { run, limit: 200 }, b.as.coordinator)
      .suggestions.map(({ need }) => need.urgency)
    expect(urgencies).toEqual(urgencies.toSorted((x, y) => y - x))
    const waiting = walked((cursor) => {
      const asked = { run, limit: 90, state: 'waiting', ...cursor } as const
      const { suggestions, next, previous } = b.t.asks(list, asked, b.as.coordinator)
      return { rows: suggestions, next, previous }
    }, 'next')
    expect(waiting).toHaveLength(suggested)
    const without = walked((cursor) => {
      const told = b.t.asks(unmet, { run, limit: 50, ...cursor }, b.as.coordinator)
      return { rows: told.needs, next: told.next, previous: told.previous }
    }, 'next')
    expect(without.reduce((sum, { places }) => sum + places, 0)).toBe(left)
    expect(suggested + left).toBe(needs)
  })

  it('[MF31] is the best there is, by its own certificate, and tells how fair it is', async () => {
    const { run, suggested, unmet: left } = await matched(b)
    const { bound, cost, faults, digest_holds } = b.t.asks(certificate, { run }, b.as.auditor)
    expect({ bound, faults, digest_holds }).toEqual({ bound: cost, faults: [], digest_holds: true })
    const { figures } = b.t.asks(show, { run }, b.as.auditor)
    expect(figures).toMatchObject({ places: needs, met: suggested, helpers, km_unknown: 0 })
    const total = (rows: readonly { places: number }[]) =>
      rows.reduce((sum, { places }) => sum + places, 0)
    expect([total(figures.unmet_by_kind), total(figures.unmet_by_unit)]).toEqual([left, left])
  })

  it('[MF32] goes step by step, and is recorded once when it is interrupted and begun again', async () => {
    const { task } = b.t.does(beginMatching, {}, b.as.coordinator).output
    let pauses = 0
    const background = {
      pause: () => {
        pauses += 1
        return new Promise<void>((go) => setImmediate(go))
      },
    }
    const first = runnerFor(b.t.book, { background })
    first.begin(task, b.as.coordinator, {})
    await comes(first, task, () => first.live(task)?.progress?.part === 'solving')
    await first.close()
    expect(pauses).toBeGreaterThan(10)
    expect(b.t.asks(runs, {}, b.as.coordinator).runs).toEqual([])
    for (const _ of [1, 2]) {
      const again = runnerFor(b.t.book)
      again.begin(task, b.as.coordinator, {})
      await ended(again, task)
      await again.close()
    }
    expect(b.t.asks(runs, {}, b.as.coordinator).runs).toHaveLength(1)
    expect(b.t.asks(findMatching, { task }, b.as.coordinator)).toMatchObject({
      outcome: 'finished',
      result: { run: 1 },
    })
  })

  it('[MF33] is compared with other weights in one question only while it is small', () => {
    const asked = () => b.t.asks(whatIf, { spread: 0 }, b.as.coordinator)
    expect(asked).toThrow(expect.objectContaining({ code: 'match.too_large' }))
  })
})
