/** What the checks before a payment found: a colour, the word for it, and which lines. */
import type { Messages } from '../messages/messages.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'

export interface FindingView {
  readonly check: string
  readonly grade: StateView
  readonly why: string
  /** Such as `3, 17 and 12 more`. */
  readonly lines: string
}

interface FindingsProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly findings: readonly FindingView[]
  /** Red keeps the batch from being released. */
  readonly blocked: boolean
}

/** The panel of findings, red first. */
export function BatchFindings({ t, language, title, findings, blocked }: FindingsProps) {
  return (
    <Section title={title} lead={t.batches.findings_lead} id="findings">
      {blocked && <Notice language={language} tone="warning" title={t.batches.blocked} />}
      {findings.length === 0 ? (
        <Notice language={language} tone="success" title={t.batches.nothing_found} />
      ) : (
        <Table
          language={language}
          caption={title}
          captionHidden
          rows={findings}
          columns={[
            { key: 'check', label: t.batches.check, head: true, cell: ({ check }) => check },
            { key: 'grade', label: t.batches.grade, cell: ({ grade }) => <State {...grade} /> },
            { key: 'why', label: t.batches.why, cell: ({ why }) => why },
            { key: 'lines', label: t.batches.lines, cell: ({ lines }) => lines },
          ]}
        />
      )}
    </Section>
  )
}
