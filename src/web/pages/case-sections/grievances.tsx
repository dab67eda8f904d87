/** What was said against how a case was handled, and the way to say it. */
import { ButtonLink } from '../../../../templates/parts/button.tsx'
import { DescriptionList } from '../../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../../templates/parts/format.ts'
import { Row, Section } from '../../../../templates/parts/layout.tsx'
import { State } from '../../../../templates/parts/state.tsx'
import { file } from '../../../hardship/grievances/commands.ts'
import { list } from '../../../hardship/grievances/queries.ts'
import type { CaseSection } from './section.ts'

/** The grievances about a case; without any only the button, at its end. */
export const grievancesSection: CaseSection = (visit, { case: id }) => {
  const { t, language, href } = visit
  const words = t.grievances
  const found = visit.may(list) ? visit.ask(list, { case: id }).grievances : []
  const act = visit.may(file) && (
    <ButtonLink kind="quiet" href={href(`/cases/${id}/grievances/new`)}>
      {words.file}
    </ButtonLink>
  )
  if (found.length === 0 && !act) return null
  return (
    <Section title={words.title} id="grievances" actions={act || undefined}>
      <DescriptionList
        items={found.map((one) => {
          const word = one.outcome === null ? words.states.open : words.outcomes[one.outcome]
          return {
            term: formatDay(language, one.received_on, 'short'),
            detail: (
              <Row>
                <a href={href(`/grievances/${one.grievance}`)}>
                  {words.one({ kind: words.kinds[one.kind], grievance: one.grievance })}
                </a>
                <State kind={one.outcome === null ? 'waiting' : 'done'} word={word} />
              </Row>
            ),
          }
        })}
      />
    </Section>
  )
}
