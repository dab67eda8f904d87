/** The section of a person's page on all help they and their household were given. */

import { type AidView, Support } from '../../../templates/pages/support.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import { picture } from '../../hardship/caps/queries.ts'
import { aidLink, capView } from './caps-view.ts'
import type { Visit } from './visit.ts'

type Aid = ReturnType<typeof picture.run>['aid'][number]

/** All help of a person with what caps leave; null where there is nothing to tell. */
export function supportOf(visit: Visit, party: string): Content | null {
  if (!visit.may(picture)) return null
  const { t, language, href } = visit
  const { aid, household, totals, caps } = visit.ask(picture, { party })
  if (aid.length + household.length === 0) return null
  const view = (one: Aid, other: boolean): AidView => ({
    what: aidLink(visit, one.subject),
    help: one.help === null ? '' : t.policies.help[one.help],
    on: one.on,
    amount: one.amount,
    currency: one.currency,
    person: other ? { href: href(`/people/${one.party}`), label: one.party } : undefined,
  })
  const rows = [...aid.map((one) => view(one, false)), ...household.map((one) => view(one, true))]
  return Support({
    t,
    language,
    aid: rows.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    totals: totals.map(({ currency, all }) => ({ currency, amount: all })),
    caps: caps.map((cap) => capView(visit, cap, false)),
  })
}
