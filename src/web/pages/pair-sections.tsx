/** The sections of a pair's page, in their order: what each other room of pairing says of it. */
import { VisitTable } from '../../../templates/pages/visits.tsx'
import { Actions, ButtonLink } from '../../../templates/parts/button.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import { Section, Stack } from '../../../templates/parts/layout.tsx'
import { liveStates } from '../../pairing/pairs/moves.ts'
import type { PairOut } from '../../pairing/pairs/shown.ts'
import { record } from '../../pairing/visits/commands.ts'
import { list as listVisits } from '../../pairing/visits/queries.ts'
import type { Visit } from './visit.ts'
import { visitRow } from './visit-views.ts'

/** What a room shows of a pair, with its own buttons; null where it has nothing to say. */
export type PairSection = (visit: Visit, pair: PairOut) => Content | null

/** The newest of them; the list has the others. */
const visitsShown = 5

/** The last visits of a pair, and the form for the next one. */
function visitsSection(visit: Visit, { pair, state }: PairOut): Content | null {
  const { t, language, href } = visit
  if (state === 'proposed' || state === 'declined' || !visit.may(listVisits)) return null
  const { visits, next } = visit.ask(listVisits, { pair, limit: visitsShown })
  const isRecorded = visit.may(record) && liveStates.includes(state)
  return (
    <Section title={t.visits.title}>
      <Stack>
        <VisitTable t={t} language={language} rows={visits.map((row) => visitRow(visit, row))} />
        <Actions>
          {isRecorded && (
            <ButtonLink kind="secondary" href={href(`/pairing/visits/new?pair=${pair}`)}>
              {t.visits.record}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink kind="secondary" href={href(`/pairing/visits/list?pair=${pair}`)}>
              {t.visits.all}
            </ButtonLink>
          )}
        </Actions>
      </Stack>
    </Section>
  )
}

export const pairSections: readonly PairSection[] = [visitsSection]
