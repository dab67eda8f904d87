/** Where a reader can go: the rooms of the house, by role. */
import { holdsAny, type Role } from '../../book/registry.ts'
import type { Visit } from './visit.ts'

const everyone: readonly Role[] = [
  'owner',
  'fund_administrator',
  'approver',
  'pairing_coordinator',
  'auditor',
]
const keepers: readonly Role[] = ['owner', 'fund_administrator', 'approver', 'auditor']

/** The places of the navigation, in its order; their names are in the catalogue. */
const places = {
  home: { path: '', may: everyone },
  funds: { path: '/funds', may: everyone },
  contributions: { path: '/contributions', may: keepers },
  payouts: { path: '/payouts', may: keepers },
  transfers: { path: '/transfers', may: keepers },
  people: { path: '/people', may: everyone },
  statements: { path: '/statements', may: keepers },
  ledger: { path: '/ledger', may: keepers },
  periods: { path: '/periods', may: keepers },
  audit: { path: '/audit', may: ['owner', 'fund_administrator', 'auditor'] },
  tasks: { path: '/tasks', may: ['owner', 'fund_administrator', 'auditor'] },
  settings: { path: '/settings', may: everyone },
} as const satisfies Record<string, { path: string; may: readonly Role[] }>

export type Place = keyof typeof places

/** The path of a place below the book. */
export function placePath(place: Place): string {
  return places[place].path
}

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly current: boolean
}

/** The navigation as this reader has it. */
export function navigationFor(visit: Visit, current: Place | undefined): NavigationItem[] {
  const all = Object.entries(places) as [Place, { path: string; may: readonly Role[] }][]
  return all
    .filter(([, { may }]) => holdsAny(visit.caller, may))
    .map(([place, { path }]) => ({
      href: visit.href(path),
      label: visit.t.shell[place],
      current: place === current,
    }))
}
