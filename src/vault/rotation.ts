/**
 * One master key takes the place of another: the keys in the book are put under the current one, some at a
 * time, so that nobody waits for it and nothing is lost when it breaks off.
 */
import { z } from 'zod'
import { command, query } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'
import { build, first, prepare, rows, write } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type BookKeyName, type Locked, locked, requireMasterKeys, unlocked } from './keys.ts'

/** Some 15 ms of the book's one writer. */
const keysAtOnce = 500

// One query for each side of the current kid, so that each walks the index; `<>` would read what is done.
const lower = prepare((p: { kid: string; limit: number }) =>
  build.selectFrom('person_key').selectAll().where('kid', '<', p.kid).limit(p.limit),
)
const higher = prepare((p: { kid: string; limit: number }) =>
  build.selectFrom('person_key').selectAll().where('kid', '>', p.kid).limit(p.limit),
)
const ofBook = prepare((p: { kid: string }) =>
  build.selectFrom('vault_key').selectAll().where('kid', '<>', p.kid),
)
const putPerson = prepare((p: Locked & { party: PartyId }) =>
  build
    .updateTable('person_key')
    .set({ kid: p.kid, nonce: p.nonce, wrapped: p.wrapped })
    .where('party_id', '=', p.party),
)
const putBook = prepare((p: Locked & { name: BookKeyName }) =>
  build
    .updateTable('vault_key')
    .set({ kid: p.kid, nonce: p.nonce, wrapped: p.wrapped })
    .where('name', '=', p.name),
)
const counted = prepare((p: { kid: string }) =>
  build.selectNoFrom((e) => [
    e
      .selectFrom('person_key')
      .select((q) => q.fn.countAll<number>().as('n'))
      .as('people'),
    e
      .selectFrom('vault_key')
      .select((q) => q.fn.countAll<number>().as('n'))
      .as('own'),
    e
      .selectFrom('person_key')
      .select((q) => q.fn.countAll<number>().as('n'))
      .where('kid', '<', p.kid)
      .as('lower'),
    e
      .selectFrom('person_key')
      .select((q) => q.fn.countAll<number>().as('n'))
      .where('kid', '>', p.kid)
      .as('higher'),
    e
      .selectFrom('vault_key')
      .select((q) => q.fn.countAll<number>().as('n'))
      .where('kid', '<>', p.kid)
      .as('own_left'),
  ]),
)

/** How many keys there are, and how many of them lie under another master key than this. */
function standing(reader: Reader, kid: string): { keys: number; left: number } {
  const { people, own, lower: below, higher: above, own_left } = first(reader, counted, { kid })!
  const keys = Number(people) + Number(own)
  return { keys, left: Number(below) + Number(above) + Number(own_left) }
}

const standingOut = z.object({
  /** The name of the current master key, from which the key cannot be found. */
  master_key: z.string(),
  /** Keys in the book: of people with sealed fields, and of the book itself. */
  keys: z.number(),
  /** Those of them that still lie under another master key. */
  left: z.number(),
})

export const rewrap = command({
  name: 'vault.rewrap',
  summary: `Puts up to ${keysAtOnce} keys of sealed fields under the current master key; again until none is left`,
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/vault/rewrappings' },
  input: z.strictObject({}),
  output: standingOut,
  subject: ({ master_key }) => `master_key/${master_key}`,
  run: (act) => {
    const { current: kid } = requireMasterKeys(act)
    const own = rows(act, ofBook, { kid }).map((row) => {
      const place = { what: 'vault key', of: row.name } as const
      return { name: row.name, ...locked(act, unlocked(act, row, place), place) }
    })
    const below = rows(act, lower, { kid, limit: keysAtOnce })
    const above = rows(act, higher, { kid, limit: keysAtOnce - below.length })
    const people = [...below, ...above].map((row) => {
      const place = { what: 'person key', of: row.party_id } as const
      return { party: row.party_id, ...locked(act, unlocked(act, row, place), place) }
    })
    for (const row of own) write(act, putBook, row)
    for (const row of people) write(act, putPerson, row)
    return { master_key: kid, ...standing(act, kid) }
  },
})

export const show = query({
  name: 'vault.show',
  summary:
    'Shows under which master key sealed fields lie, and how many keys are left under another',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'GET', path: '/vault' },
  input: z.strictObject({}),
  output: standingOut,
  run: (view) => {
    const { current: kid } = requireMasterKeys(view)
    return { master_key: kid, ...standing(view, kid) }
  },
})
