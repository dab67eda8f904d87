/** How the instalments of a case were paid: each with the lines of batches it was in. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { amountColumn, dayColumn, type StateView } from './columns.tsx'

export interface CaseInstalmentView {
  /** Such as `2 of 12`. */
  readonly number: string
  /** Since when it is payable. */
  readonly day: string
  readonly form: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
  /** Lines of batches, each with how it ended. */
  readonly lines: readonly (LinkView & { readonly state: StateView })[]
}

interface CasePaymentsProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly instalments: readonly CaseInstalmentView[]
  /** Where what is payable of it goes into a batch; null when nothing is, or for who may not. */
  readonly prepare: string | null
}

/** The section of payments on a case's page. */
export function CasePayments({ t, language, instalments, prepare }: CasePaymentsProps) {
  const action = prepare && (
    <ButtonLink kind="primary" href={prepare}>
      {t.batches.prepare}
    </ButtonLink>
  )
  return (
    <Section title={t.batches.payments} id="payments" actions={action}>
      <Table
        language={language}
        caption={t.batches.payments}
        captionHidden
        rows={instalments}
        columns={[
          { key: 'number', label: t.batches.instalment, head: true, cell: ({ number }) => number },
          dayColumn(language, t.batches.due_on),
          { key: 'form', label: t.batches.form, cell: ({ form }) => form },
          { key: 'state', label: t.batches.state, cell: ({ state }) => <State {...state} /> },
          {
            key: 'lines',
            label: t.batches.title,
            cell: ({ lines }) =>
              lines.map(({ href, label, state }) => (
                <span class="cell-note">
                  <a href={href}>{label}</a> {state.word}
                </span>
              )),
          },
          amountColumn(language, t.batches.amount, instalments),
        ]}
      />
    </Section>
  )
}
