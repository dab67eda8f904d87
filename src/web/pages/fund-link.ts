/** The way to a fund, by its name. */
import type { LinkView } from '../../../templates/parts/content.ts'
import { list } from '../../funds/funds.ts'
import { askIfMay } from './ask-if.ts'
import type { Visit } from './visit.ts'

/** Asked once for a page, however many rows name a fund. */
const namesOfVisit = new WeakMap<Visit, ReadonlyMap<string, string>>()

function namesFor(visit: Visit): ReadonlyMap<string, string> {
  const known = namesOfVisit.get(visit)
  if (known) return known
  // Who may not see funds knows none by name, and is told days of the same fields as they are.
  const { funds } = askIfMay(visit, list, { state: 'all' }) ?? { funds: [] }
  const names = new Map(funds.map(({ fund, name }) => [fund, name]))
  namesOfVisit.set(visit, names)
  return names
}

/** How this reader knows the fund with a code: by its name; by the code where there is none. */
export function fundNames(visit: Visit): (code: string) => string {
  return (code) => namesFor(visit).get(code) ?? code
}

/** A fund's page under the fund's name. */
export function fundLink(visit: Visit, fund: string): LinkView {
  return { href: visit.href(`/funds/${fund}`), label: fundNames(visit)(fund) }
}
