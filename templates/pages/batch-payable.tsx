/** What is payable and in no batch, by fund and form. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { Table } from '../parts/table.tsx'
import { amountColumn, dayColumn, fundColumn } from './columns.tsx'

export interface HeapView {
  readonly fund: LinkView
  readonly form: LinkView
  readonly count: string
  /** Those that were sent before. */
  readonly again: string
  readonly amount: string
  readonly currency: string
  /** The oldest day on which one became payable. */
  readonly day: string
}

interface PayableProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly heaps: readonly HeapView[]
}

/** Heaps of what is payable; each leads to a batch of it. */
export function BatchPayable({ t, language, heaps }: PayableProps) {
  return (
    <Section title={t.batches.payable}>
      <Table
        language={language}
        caption={t.batches.payable}
        captionHidden
        rows={heaps}
        empty={<EmptyState title={t.batches.none_payable} lead={t.batches.none_payable_lead} />}
        columns={[
          {
            key: 'form',
            label: t.batches.form,
            head: true,
            cell: ({ form }) => <a href={form.href}>{form.label}</a>,
          },
          fundColumn(t.batches.fund),
          dayColumn(language, t.batches.oldest),
          { key: 'count', label: t.batches.count, kind: 'figure', cell: ({ count }) => count },
          {
            key: 'again',
            label: t.batches.again_count,
            kind: 'figure',
            cell: ({ again }) => again,
          },
          amountColumn(language, t.batches.amount, heaps),
        ]}
      />
    </Section>
  )
}
