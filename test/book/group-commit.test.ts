/** Group commit when one of a group fails after it has written: it alone leaves nothing. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Request } from '../../src/book/book.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { detailErased } from '../../src/book/refusals.ts'
import { type AnyCommand, command, throughout } from '../../src/book/registry.ts'
import { register } from '../../src/people/commands.ts'
import { registerParty } from '../../src/people/parties.ts'
import { list } from '../../src/people/queries.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

let runs = 0

/** Registers a party and then fails, against the rule that refusals come first. */
function failing(error: () => Error): AnyCommand {
  return command({
    name: 'test.fail_late',
    summary: 'Fails late',
    may: ['owner'],
    reach: 'units',
    route: { method: 'POST', path: '/late' },
    input: z.strictObject({}),
    output: z.object({}),
    subject: () => 'late',
    run: (act) => {
      runs += 1
      registerParty(act, { kind: 'person', name: 'Nobody', unit: null })
      throw error()
    },
  })
}

it.each([
  ['a refusal', () => detailErased({ what: 'it' })],
  ['a defect', () => new TypeError('a defect')],
])('undoes one of a group that fails late with %s, and keeps the others', async (_, error) => {
  const t = bookForTests()
  const send = groupCommit(t.book)
  const caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: true } as const
  const request = (n: number): Request => ({
    command: n === 4 ? failing(error) : register,
    input: n === 4 ? {} : { kind: 'person', name: `Person ${n}` },
    key: `group-key-${String(n).padStart(8, '0')}`,
    caller,
    dryRun: n === 6,
  })
  runs = 0
  const settled = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => send(request(n))))
  expect(settled.map(({ status }) => status).indexOf('rejected')).toBe(4)
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(settled[4]).toMatchObject({ reason: { message: error().message } })
  // Once with the others, once more with a savepoint of its own.
  expect(runs).toBe(2)
  const names = t.asks(list, {}).parties.map(({ name }) => name)
  expect(names).toEqual([0, 1, 2, 3, 5, 7, 8].map((n) => `Person ${n}`))
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.seq : 0))).toEqual([
    2, 3, 4, 5, 0, 6, 7, 7, 8,
  ])
  t.close()
})
