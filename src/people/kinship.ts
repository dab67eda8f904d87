/**
 * Kinship as a graph: what one party is to another, step by step. Pure: it is given the edges. Near
 * relatives are those of the measures on mutual aid (handbook F3): the spouse, the parents of both, siblings,
 * children and their spouses, grandparents and grandchildren, adopted and step relations among them.
 */
import type { PartyId } from '../kit/ids.ts'

/** What somebody is to the person before them in a path. */
export const kinRoles = [
  'spouse',
  'parent',
  'adoptive_parent',
  'step_parent',
  'child',
  'adoptive_child',
  'step_child',
  'sibling',
  'grandparent',
  'grandchild',
  'guardian',
  'ward',
  'parent_in_law',
  'child_in_law',
  'sibling_in_law',
  'other_kin',
] as const
export type KinRole = (typeof kinRoles)[number]

/** Somebody and what they are to the one before. */
export interface KinStep {
  readonly role: KinRole
  readonly party: PartyId
}

export interface Kin {
  readonly party: PartyId
  /** How many of the steps parent, child, spouse, sibling lie between, where a tie may stand for more than one. */
  readonly degrees: number
  /** Whether they are near relatives. */
  readonly near: boolean
  /** The way there: “the spouse of the sibling of” is `sibling`, then `spouse`. */
  readonly path: readonly KinStep[]
}

/** Ties that stand for more than one step. */
const degreesOf: Partial<Record<KinRole, number>> = {
  grandparent: 2,
  grandchild: 2,
  parent_in_law: 2,
  child_in_law: 2,
  sibling_in_law: 2,
  // What it is stands nowhere; nearer it would have a name.
  other_kin: 3,
}

/** A relation by adoption or by marriage of the parents counts as one of birth. */
const countsAs: Partial<Record<KinRole, KinRole>> = {
  adoptive_parent: 'parent',
  step_parent: 'parent',
  adoptive_child: 'child',
  step_child: 'child',
}

/** Near relatives by one tie, or by two. Guardians stand in the place of parents. */
const nearPaths: ReadonlySet<string> = new Set([
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'parent_in_law',
  'child_in_law',
  'guardian',
  'ward',
  'spouse parent',
  'parent spouse',
  'parent parent',
  'parent child',
  'sibling parent',
  'sibling sibling',
  'child spouse',
  'child child',
  'child sibling',
  'spouse child',
])

/** Everybody seen in one search, at most: a family, not a people. */
const mostKin = 2_000

function degreesIn(path: readonly KinStep[]): number {
  return path.reduce((sum, { role }) => sum + (degreesOf[role] ?? 1), 0)
}

function isNear(path: readonly KinStep[]): boolean {
  return nearPaths.has(path.map(({ role }) => countsAs[role] ?? role).join(' '))
}

/** Of two ways to somebody the one that is told: fewer degrees, fewer ties, then the order of roles. */
function byTelling(a: readonly KinStep[], b: readonly KinStep[]): number {
  const first = degreesIn(a) - degreesIn(b) || a.length - b.length
  if (first !== 0) return first
  for (const [at, step] of a.entries()) {
    const other = b[at]!
    const order = kinRoles.indexOf(step.role) - kinRoles.indexOf(other.role)
    if (order !== 0) return order
    if (step.party !== other.party) return step.party - other.party
  }
  return 0
}

type EdgesOf = (party: PartyId) => readonly KinStep[]

/**
 * The kin of somebody within so many degrees, nearest first, each once, with one way to them. A near
 * relative is told by a near way, also where another way is shorter.
 */
export function kinOf(start: PartyId, edgesOf: EdgesOf, degrees: number): Kin[] {
  const known = new Map<PartyId, readonly KinStep[]>()
  const remembered = new Map<PartyId, readonly KinStep[]>()
  const edges = (party: PartyId) => {
    const found = remembered.get(party) ?? edgesOf(party)
    remembered.set(party, found)
    return found
  }
  // Ways wait by their degrees; a tie stands for three at most, so none is added to those already gone through.
  const waiting: (readonly KinStep[])[][] = Array.from({ length: degrees + 1 }, () => [])
  waiting[0]?.push([])
  for (let reached = 0; reached <= degrees; reached += 1) {
    for (const path of (waiting[reached] ?? []).sort(byTelling)) {
      const at = path.at(-1)?.party ?? start
      if (path.length > 0 && (at === start || known.has(at))) continue
      if (path.length > 0) known.set(at, path)
      if (known.size >= mostKin) break
      for (const step of edges(at)) {
        const further = reached + (degreesOf[step.role] ?? 1)
        waiting[further]?.push([...path, step])
      }
    }
  }
  for (const [party, path] of nearWays(start, edges, degrees)) known.set(party, path)
  return [...known]
    .map(([party, path]) => ({ party, degrees: degreesIn(path), near: isNear(path), path }))
    .sort((a, b) => a.degrees - b.degrees || a.party - b.party)
}

/** Near relatives, each by the nearest of the near ways to them. */
function nearWays(
  start: PartyId,
  edges: EdgesOf,
  degrees: number,
): ReadonlyMap<PartyId, readonly KinStep[]> {
  const ways = edges(start).flatMap((one) => [
    [one],
    ...edges(one.party).map((two) => [one, two] as const),
  ])
  const near = new Map<PartyId, readonly KinStep[]>()
  for (const way of ways.filter(isNear).sort(byTelling)) {
    const { party } = way.at(-1)!
    if (party === start || near.has(party) || degreesIn(way) > degrees) continue
    near.set(party, way)
  }
  return near
}
