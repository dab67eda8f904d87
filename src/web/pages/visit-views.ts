/** Visits as lists and pages show them. */
import type { StateView } from '../../../templates/pages/columns.tsx'
import type { VisitHeadView } from '../../../templates/pages/visit-head.tsx'
import type { VisitRowView } from '../../../templates/pages/visits.tsx'
import type { list } from '../../pairing/visits/queries.ts'
import { partyLink } from './pair-views.ts'
import { pairingTabs } from './pairing-tabs.ts'
import type { Visit } from './visit.ts'

/** The head of a list of visits. */
export function visitHead(
  visit: Visit,
  path: string,
  given: Pick<VisitHeadView, 'title' | 'lead' | 'act' | 'done'>,
): VisitHeadView {
  const { t, language } = visit
  return { t, language, tabs: pairingTabs(visit, path), ...given }
}

type VisitRow = ReturnType<typeof list.run>['visits'][number]

/** Where a visit stands: taken back, confirmed or not, or to be looked into. */
export function visitState(
  { t }: Visit,
  { taken_back, confirmed, met }: Pick<VisitRow, 'taken_back' | 'confirmed' | 'met'>,
): StateView {
  const words = t.visits.states
  if (taken_back) return { kind: 'reversed', word: words.taken_back }
  if (confirmed?.agreed) return { kind: 'done', word: words.confirmed }
  if (confirmed) return { kind: 'care', word: words.red }
  if (met === 'nobody') return { kind: 'draft', word: t.visits.mets.nobody }
  return { kind: 'waiting', word: words.to_confirm }
}

/** A visit as a row. */
export function visitRow(visit: Visit, row: VisitRow): VisitRowView {
  const { t, href } = visit
  return {
    visit: { href: href(`/pairing/visits/${row.visit}`), label: row.reference },
    person: partyLink(visit, row.party),
    who: row.helper?.name ?? t.visits.office,
    kind: t.visits.kinds[row.kind],
    day: row.visited_on,
    state: visitState(visit, row),
  }
}
