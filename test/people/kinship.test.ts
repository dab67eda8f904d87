/** The search for kin against a definition written apart from it, on random families. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PartyId } from '../../src/kit/ids.ts'
import { type KinRole, type KinStep, kinOf } from '../../src/people/kinship.ts'

/** a is … of b, and what b is to a. */
const backs = {
  spouse: 'spouse',
  parent: 'child',
  adoptive_parent: 'adoptive_child',
  step_parent: 'step_child',
  sibling: 'sibling',
  grandparent: 'grandchild',
  guardian: 'ward',
  parent_in_law: 'child_in_law',
  sibling_in_law: 'sibling_in_law',
  other_kin: 'other_kin',
} as const satisfies Partial<Record<KinRole, KinRole>>
type Kind = keyof typeof backs

interface Tie {
  readonly a: number
  readonly b: number
  readonly kind: Kind
}

const people = 8
const families = fc.array(
  fc
    .record({
      a: fc.integer({ min: 1, max: people }),
      b: fc.integer({ min: 1, max: people }),
      kind: fc.constantFrom(...(Object.keys(backs) as Kind[])),
    })
    .filter(({ a, b }) => a !== b),
  { maxLength: 14 },
)

const edgesIn =
  (ties: readonly Tie[]) =>
  (of: PartyId): KinStep[] =>
    ties.flatMap(({ a, b, kind }): KinStep[] => {
      if (b === of) return [{ role: kind, party: a as PartyId }]
      return a === of ? [{ role: backs[kind], party: b as PartyId }] : []
    })

const weight = (role: KinRole) => (role === 'other_kin' ? 3 : /^grand|_in_law$/.test(role) ? 2 : 1)

/** Fewest degrees to everybody, by going on until nothing changes (Bellman and Ford). */
function distances(ties: readonly Tie[], start: number): Map<number, number> {
  const known = new Map([[start, 0]])
  for (let round = 0; round < people; round += 1) {
    for (const { a, b, kind } of ties) {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const far = (known.get(from) ?? Number.POSITIVE_INFINITY) + weight(kind)
        if (far < (known.get(to) ?? Number.POSITIVE_INFINITY)) known.set(to, far)
      }
    }
  }
  known.delete(start)
  return known
}

/** The near relatives of handbook F3, as sets of people. */
function nearRelatives(ties: readonly Tie[], start: number): Set<number> {
  const of = (who: Iterable<number>, ...roles: KinRole[]) =>
    new Set(
      [...who].flatMap((one) =>
        edgesIn(ties)(one as PartyId)
          .filter(({ role }) => roles.includes(role))
          .map(({ party }) => party as number),
      ),
    )
  const parents = (who: Iterable<number>) => of(who, 'parent', 'adoptive_parent', 'step_parent')
  const children = (who: Iterable<number>) => of(who, 'child', 'adoptive_child', 'step_child')
  const self = [start]
  const spouses = of(self, 'spouse')
  const siblings = of(self, 'sibling')
  const found = [
    spouses,
    parents(self),
    of(self, 'parent_in_law', 'child_in_law', 'guardian', 'ward', 'grandparent', 'grandchild'),
    parents(spouses),
    of(parents(self), 'spouse'),
    siblings,
    children(parents(self)),
    of(siblings, 'sibling'),
    parents(siblings),
    children(self),
    of(children(self), 'spouse', 'sibling'),
    children(spouses),
    parents(parents(self)),
    children(children(self)),
  ]
  const near = new Set(found.flatMap((set) => [...set]))
  near.delete(start)
  return near
}

it('[F3] finds everybody within the degrees, and every near relative, by a way that is there', () => {
  fc.assert(
    fc.property(families, fc.integer({ min: 1, max: 5 }), (ties, degrees) => {
      const edges = edgesIn(ties)
      const found = kinOf(1 as PartyId, edges, degrees)
      const far = distances(ties, 1)
      const within = [...far].filter(([, steps]) => steps <= degrees).map(([party]) => party)
      expect(found.map(({ party }) => party as number).sort()).toEqual(within.sort())
      for (const one of found) {
        let at = 1 as PartyId
        for (const step of one.path) {
          expect(edges(at)).toContainEqual(step)
          at = step.party
        }
        expect(at).toBe(one.party)
        expect(one.degrees).toBe(one.path.reduce((sum, { role }) => sum + weight(role), 0))
        if (!one.near) expect(one.degrees).toBe(far.get(one.party))
      }
      if (degrees < 2) return
      const near = found.filter((one) => one.near).map(({ party }) => party as number)
      expect(near.sort()).toEqual([...nearRelatives(ties, 1)].sort())
    }),
    { numRuns: 300 },
  )
})
