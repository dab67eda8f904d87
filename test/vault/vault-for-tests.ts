/** A book with parties, and acts on its vault that no command of the house is needed for. */
import { z } from 'zod'
import { type Act, pageCommand, query, type View } from '../../src/book/registry.ts'
import type { PartyId } from '../../src/kit/ids.ts'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { register } from '../../src/people/commands.ts'
import { bookForTests, type TestBook, type TestBookOptions } from '../journeys/book-for-tests.ts'

export const oldKey = new Uint8Array(32).fill(7)
export const newKey = new Uint8Array(32).fill(9)

export interface VaultBook extends TestBook {
  /** Does something as one act. */
  act<T>(what: (act: Act) => T): T
  view<T>(what: (view: View) => T): T
  /** Gives the host other master keys; none shuts the vault. */
  hold(...keys: readonly Uint8Array[]): void
}

/** A book with three persons, 1 to 3. */
export function vaultBook(options: TestBookOptions = {}): VaultBook {
  const t = bookForTests({ inMemory: true, ...options })
  for (const name of ['Zhang Wei', 'Li Na', 'Wang Fang']) {
    t.does(register, { kind: 'person', name })
  }
  return Object.assign(t, {
    act: <T>(what: (act: Act) => T): T => {
      const results: T[] = []
      const doing = pageCommand({
        name: 'tests.act',
        summary: 'Does what a test asks for',
        may: ['owner'],
        reach: 'organisation',
        input: z.strictObject({}),
        output: z.object({}),
        subject: () => 'test',
        run: (act) => {
          results.push(what(act))
          return {}
        },
      })
      t.does(doing, {})
      return results[0]!
    },
    view: <T>(what: (view: View) => T): T => {
      const results: T[] = []
      const asking = query({
        name: 'tests.view',
        summary: 'Asks what a test asks for',
        may: ['owner'],
        reach: 'organisation',
        route: { method: 'GET', path: '/tests' },
        input: z.strictObject({}),
        output: z.object({}),
        run: (view) => {
          results.push(what(view))
          return {}
        },
      })
      t.asks(asking, {})
      return results[0]!
    },
    hold: (...keys: readonly Uint8Array[]) => {
      const masterKeys = keys.length === 0 ? undefined : masterKeysOf(keys)
      Object.assign(t.book.surroundings, { masterKeys })
    },
  })
}

export function party(number: number): PartyId {
  return number as PartyId
}
