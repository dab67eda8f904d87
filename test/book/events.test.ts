import { describe, expect, it } from 'vitest'
import { list } from '../../src/book/queries.ts'
import { add } from '../../src/ledger/commands.ts'
import { register } from '../../src/people/commands.ts'
import { show } from '../../src/work/event-queries.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

const person = { kind: 'person', name: 'Zhang Xiaoming' } as const

describe('events', () => {
  it('are found by actor, command, subject and day', () => {
    const t = bookForTests({ inMemory: true, at: '2026-03-30T02:00:00Z' })
    t.at('2026-03-31T02:00:00Z')
    t.does(register, person, { actor: 'token:7' })
    t.at('2026-04-01T15:59:59Z')
    t.does(register, person)
    t.at('2026-04-01T16:00:00Z')
    t.does(add, { code: 'X1', class: 'expense', name: 'Extra' })
    const table: [object, number[]][] = [
      [{ actor: 'token:7' }, [2]],
      [{ command: 'parties.register' }, [3, 2]],
      [{ command: 'parties.register', actor: 'nobody' }, []],
      [{ subject: 'party/P-000002' }, [3]],
      [{ from: '2026-04-01' }, [4, 3]],
      [{ from: '2026-03-31', to: '2026-04-01' }, [3, 2]],
      [{ to: '2026-03-30' }, [1]],
      [{ from: '2026-04-03' }, []],
    ]
    for (const [input, expected] of table) {
      const found = t.asks(list, input).events.map(({ sequence }) => sequence)
      expect([input, found]).toEqual([input, expected])
    }
    t.close()
  })

  it('are shown with what they wrote and the hash before', () => {
    const t = bookForTests({ inMemory: true })
    t.does(register, person)
    const [second, first] = [2, 1].map((sequence) => t.asks(show, { sequence }))
    expect(second!.previous_hash).toBe(first!.hash)
    expect(first!.previous_hash).toBe('0'.repeat(64))
    const rows = Object.fromEntries(second!.rows.map(({ table, rows }) => [table, rows]))
    expect(rows).toEqual({ request: 1, detail: 1, party: 1 })
    for (const { table, rows: counted } of first!.rows) {
      const [row] = t.book.store.all(`select count(*) as n from "${table}" where event_seq = 1`, [])
      expect([table, counted]).toEqual([table, row!.n])
    }
    const code = 'event.unknown'
    expect(() => t.asks(show, { sequence: 3 })).toThrowError(expect.objectContaining({ code }))
    const message = 'cursor: it is no cursor of this list; leave it out to begin'
    for (const cursor of ['n2.2026-01-01', 'x2', 'n', '', 'n99999999999999999']) {
      const refused = expect.objectContaining({ code: 'input.invalid', message })
      expect(() => t.asks(list, { cursor })).toThrowError(refused)
    }
    t.close()
  })
})
