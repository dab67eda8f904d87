/** Where a reader can go: the rooms of the house whose main question they may ask. */
import { show as showOrganisation } from '../../access/organisation.ts'
import { list as listEvents } from '../../book/queries.ts'
import type { Guarded } from '../../book/registry.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { list as listRequests } from '../../funds/payment-request-queries.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { list as listTransfers } from '../../funds/transfer-queries.ts'
import { periods } from '../../ledger/period-queries.ts'
import { accounts } from '../../ledger/queries.ts'
import { list as listParties } from '../../people/queries.ts'
import { list as listStatements } from '../../statements/queries.ts'
import { list as listTasks } from '../../tasks/queries.ts'
import { waiting } from '../../work/waiting.ts'
import type { Visit } from './visit.ts'

/** The places of the navigation, in its order; their names are in the catalogue. */
const places = {
  home: { path: '', asks: waiting },
  funds: { path: '/funds', asks: listFunds },
  contributions: { path: '/contributions', asks: listContributions },
  payouts: { path: '/payouts', asks: listPayouts },
  requests: { path: '/payment-requests', asks: listRequests },
  transfers: { path: '/transfers', asks: listTransfers },
  people: { path: '/people', asks: listParties },
  statements: { path: '/statements', asks: listStatements },
  ledger: { path: '/ledger', asks: accounts },
  periods: { path: '/periods', asks: periods },
  audit: { path: '/audit', asks: listEvents },
  tasks: { path: '/tasks', asks: listTasks },
  settings: { path: '/settings', asks: showOrganisation },
} as const satisfies Record<string, { path: string; asks: Guarded }>

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
  const all = Object.entries(places) as [Place, { path: string; asks: Guarded }][]
  return all
    .filter(([, { asks }]) => visit.may(asks))
    .map(([place, { path }]) => ({
      href: visit.href(path),
      label: visit.t.shell[place],
      current: place === current,
    }))
}
