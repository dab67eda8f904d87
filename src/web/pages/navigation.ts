/** Where a reader can go: the rooms of the house whose main question they may ask. */
import { show as showOrganisation } from '../../access/organisation.ts'
import { list as listEvents } from '../../book/queries.ts'
import type { Guarded } from '../../book/registry.ts'
import { list as listContributions } from '../../funds/contribution-queries.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { list as listRequests } from '../../funds/payment-request-queries.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { list as listTransfers } from '../../funds/transfer-queries.ts'
import { list as listAwards } from '../../hardship/awards/queries.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { periods } from '../../ledger/period-queries.ts'
import { accounts } from '../../ledger/queries.ts'
import { show as showCoverage } from '../../pairing/coverage/showing.ts'
import { list as listParties } from '../../people/queries.ts'
import { list as listStatements } from '../../statements/queries.ts'
import { list as listTasks } from '../../tasks/queries.ts'
import { waiting } from '../../work/waiting.ts'
import type { Visit } from './visit.ts'

interface Room {
  /** Below the book. */
  readonly path: string
  /** The question whose askers go there. */
  readonly asks: Guarded
  /** What stands together: the work of the day, the accounts made of it, the house itself. */
  readonly group: 'daily' | 'accounts' | 'house'
}

/** The places of the navigation, in its order; their names are in the catalogue. */
const places = {
  home: { path: '', asks: waiting, group: 'daily' },
  funds: { path: '/funds', asks: listFunds, group: 'daily' },
  hardship: { path: '/cases', asks: listCases, group: 'daily' },
  disbursing: { path: '/awards', asks: listAwards, group: 'daily' },
  pairing: { path: '/pairing', asks: showCoverage, group: 'daily' },
  contributions: { path: '/contributions', asks: listContributions, group: 'daily' },
  requests: { path: '/payment-requests', asks: listRequests, group: 'daily' },
  payouts: { path: '/payouts', asks: listPayouts, group: 'daily' },
  transfers: { path: '/transfers', asks: listTransfers, group: 'daily' },
  people: { path: '/people', asks: listParties, group: 'daily' },
  statements: { path: '/statements', asks: listStatements, group: 'accounts' },
  ledger: { path: '/ledger', asks: accounts, group: 'accounts' },
  periods: { path: '/periods', asks: periods, group: 'accounts' },
  audit: { path: '/audit', asks: listEvents, group: 'accounts' },
  tasks: { path: '/tasks', asks: listTasks, group: 'house' },
  settings: { path: '/settings', asks: showOrganisation, group: 'house' },
} as const satisfies Record<string, Room>

export type Place = keyof typeof places

/** The path of a place below the book. */
export function placePath(place: Place): string {
  return places[place].path
}

export interface NavigationItem {
  readonly href: string
  readonly label: string
  readonly current: boolean
  readonly group: string
}

/** The navigation as this reader has it. */
export function navigationFor(visit: Visit, current: Place | undefined): NavigationItem[] {
  const all = Object.entries(places) as [Place, Room][]
  return all
    .filter(([, { asks }]) => visit.may(asks))
    .map(([place, { path, group }]) => ({
      href: visit.href(path),
      label: visit.t.shell[place],
      current: place === current,
      group,
    }))
}
