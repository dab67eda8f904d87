/** What came after the payment of a case: whether it arrived, what was said when called back, visits. */
import { ButtonLink } from '../../../../templates/parts/button.tsx'
import { DescriptionList } from '../../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../../templates/parts/format.ts'
import { Row, Section } from '../../../../templates/parts/layout.tsx'
import { State } from '../../../../templates/parts/state.tsx'
import { confirm } from '../../../hardship/after/confirming.ts'
import { ofCase } from '../../../hardship/after/delivery-queries.ts'
import { record } from '../../../hardship/after/revisiting.ts'
import { revise as reviseFile } from '../../../hardship/files/commands.ts'
import { deliveryStatesOf } from '../followups.tsx'
import type { Visit } from '../visit.ts'
import type { CaseSection } from './section.ts'

type Told = ReturnType<typeof ofCase.run>

/** Arrivals and visits of a case that was paid. */
export const afterSection: CaseSection = (visit, { case: id, state }) => {
  const { t, language, href } = visit
  if (!visit.may(ofCase) || (state !== 'paid' && state !== 'awarded')) return null
  const words = t.followups
  const told = visit.ask(ofCase, { case: id })
  if (told.deliveries.length === 0 && told.revisits.length === 0) return null
  const due = told.due_on && { term: words.due_on, detail: formatDay(language, told.due_on) }
  return (
    <Section
      title={words.of_case}
      id="after"
      actions={
        <Row>
          {told.delist !== null && visit.may(reviseFile) && (
            <ButtonLink href={href(`/hardship-files/${told.delist}/revision`)}>
              {words.delist}
            </ButtonLink>
          )}
          {visit.may(record) && (
            <ButtonLink href={href(`/cases/${id}/revisits/new`)}>{words.visit}</ButtonLink>
          )}
        </Row>
      }
    >
      <DescriptionList
        items={[
          ...told.deliveries.map((one) => deliveryItem(visit, one)),
          ...told.revisits.map((one) => revisitItem(visit, one)),
          ...(due ? [due] : []),
        ]}
      />
    </Section>
  )
}

function deliveryItem(visit: Visit, one: Told['deliveries'][number]) {
  const { t, href } = visit
  const words = t.followups
  const asks = one.confirmed === null && !one.back && !one.own && visit.may(confirm)
  return {
    term: words.one(one),
    detail: (
      <Row>
        {deliveryStatesOf(visit, one).map((state) => (
          <State {...state} />
        ))}
        {one.called.map(({ draw, outcome }) => (
          <a href={href(`/call-backs/${draw}`)}>
            {outcome === null ? words.call_backs : words.outcomes[outcome]}
          </a>
        ))}
        {asks && (
          <a href={href(`/follow-up/confirmation?payouts=${one.payout}`)}>{words.confirm}</a>
        )}
      </Row>
    ),
    note: one.confirmed?.note ?? undefined,
  }
}

function revisitItem({ t, language }: Visit, one: Told['revisits'][number]) {
  const words = t.followups
  const next = one.next_on && `${words.next_on} ${formatDay(language, one.next_on)}`
  return {
    term: formatDay(language, one.visited_on),
    detail: words.founds[one.outcome],
    note: [one.findings, next].filter((part) => part).join(' · '),
  }
}
