/** Which version holds: a naive search over random histories in a tree of units is the measure. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day } from '../../src/kit/day.ts'
import type { UnitId } from '../../src/kit/ids.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { policyInForce } from '../../src/policies/in-force.ts'
import type { PolicyKind } from '../../src/policies/kinds.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Store } from '../../src/store/store.ts'
import { put } from '../store/sample-book.ts'

const firstDay = day('2026-01-01')
const kinds = ['notice', 'tiers'] as const

interface Version {
  readonly kind: (typeof kinds)[number]
  /** Null: the organisation. */
  readonly unit: number | null
  readonly after: number
}

interface History {
  /** For each unit the one above it, which comes before it; null: the organisation. */
  readonly parents: readonly (number | null)[]
  readonly versions: readonly Version[]
}

const histories: fc.Arbitrary<History> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 6 })
  .chain((picks) => {
    const parents = picks.map((pick, unit) => {
      const above = pick % (unit + 1)
      return above === unit ? null : above
    })
    const version = fc.record({
      kind: fc.constantFrom(...kinds),
      unit: fc.option(fc.nat({ max: parents.length - 1 })),
      after: fc.nat({ max: 12 }),
    })
    return fc.record({
      parents: fc.constant(parents),
      versions: fc.array(version, { maxLength: 14 }),
    })
  })

/** The rule as a sentence says it, by looking at everything. */
function naive({ parents, versions }: History, kind: PolicyKind, unit: number | null, at: number) {
  for (let place = unit; ; place = parents[place]!) {
    const known = versions
      .map((one, position) => ({ ...one, id: position + 1 }))
      .filter((one) => one.kind === kind && one.unit === place && one.after <= at)
    const latest = Math.max(...known.map(({ after }) => after))
    const ids = known.filter(({ after }) => after === latest).map(({ id }) => id)
    if (ids.length > 0) return Math.max(...ids)
    if (place === null) return null
  }
}

function fill(store: Store, { parents, versions }: History): void {
  parents.forEach((parent, unit) => {
    put(store, 'unit', { id: unit + 1, code: `u${unit}` })
    const given = { unit_id: unit + 1, name: `u${unit}`, closed: 0 }
    // An earlier version stands elsewhere: only the newest counts.
    put(store, 'unit_version', { ...given, id: 2 * unit + 1, parent_id: null })
    put(store, 'unit_version', {
      ...given,
      id: 2 * unit + 2,
      parent_id: parent === null ? null : parent + 1,
    })
  })
  versions.forEach(({ kind, unit, after }, position) => {
    put(store, 'policy_version', {
      id: position + 1,
      kind,
      unit_id: unit === null ? null : unit + 1,
      effective_from: addDays(firstDay, after),
      body: JSON.stringify({ says: position + 1 }),
    })
  })
}

it('[P1] the version in force is the newest of its day in the nearest unit upwards, else of the organisation', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const store = openSqlite(':memory:')
      migrate(store)
      store.transaction((): undefined => fill(store, history) as undefined)
      for (const kind of kinds) {
        for (const unit of [null, ...history.parents.keys()]) {
          for (let at = 0; at <= 12; at += 3) {
            const place = {
              unit: unit === null ? null : ((unit + 1) as UnitId),
              on: addDays(firstDay, at),
            }
            const { version, body } = policyInForce(store, kind, place)
            const expected = naive(history, kind, unit, at)
            expect(version).toBe(expected)
            expect(body).toEqual(expected === null ? neutralPolicies[kind] : { says: expected })
          }
        }
      }
      store.close()
    }),
    { numRuns: 40 },
  )
})
