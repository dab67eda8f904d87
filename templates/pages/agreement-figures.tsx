/** What was promised under an agreement and what came of it, as tables that its page and its statements share. */
import type { Messages } from '../messages/messages.ts'
import type { Content, LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'

interface Speech {
  readonly t: Messages
  readonly language: PageLanguage
}

/** Measures as they are printed: amounts with their currency, whole numbers for all else. */
export interface MeasuresView {
  readonly promised: string
  readonly on_time: string
  readonly late: string
  readonly open: string
  readonly released: string
  readonly beyond: string
}

export interface CommitmentView extends MeasuresView {
  readonly side: string
  readonly kind: string
  readonly text: string
  readonly due_on: string
  readonly binding: boolean
  readonly state: StateView
  /** By how many days late or early, or why it was given up. */
  readonly note: string | null
  readonly acts: readonly LinkView[]
}

export interface TotalView extends MeasuresView {
  readonly side: string
  readonly kind: string
  readonly overdue: string
}

function figures<Row extends MeasuresView>(words: Messages['agreements']): Column<Row>[] {
  return [
    { key: 'promised', label: words.promised, kind: 'figure', cell: (row) => row.promised },
    { key: 'on_time', label: words.on_time, kind: 'figure', cell: (row) => row.on_time },
    { key: 'late', label: words.late, kind: 'figure', cell: ({ late }) => late },
    { key: 'open', label: words.open, kind: 'figure', cell: ({ open }) => open },
  ]
}

/** Commitments one by one. */
export function CommitmentsTable({
  t,
  language,
  rows,
  empty,
}: Speech & { readonly rows: readonly CommitmentView[]; readonly empty?: Content }) {
  const words = t.agreements
  return (
    <Table
      language={language}
      caption={words.promises}
      captionHidden
      narrow="early"
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'what',
          label: words.what,
          head: true,
          cell: ({ kind, text, side }) => (
            <>
              {kind} <span class="soft small">{side}</span>
              <br />
              <span class="soft small">{text}</span>
            </>
          ),
        },
        {
          key: 'due',
          label: words.due_on,
          kind: 'day',
          cell: ({ due_on }) => <Day language={language} day={due_on} />,
        },
        ...figures<CommitmentView>(words),
        {
          key: 'state',
          label: words.outcome,
          cell: ({ state, note, acts }) => (
            <>
              <State {...state} />
              {note !== null && (
                <>
                  {' '}
                  <span class="soft small">{note}</span>
                </>
              )}
              {acts.map(({ href, label }) => (
                <>
                  <br />
                  <a href={href}>{label}</a>
                </>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

/** Sums by side and kind. */
export function TotalsTable({
  t,
  language,
  rows,
}: Speech & { readonly rows: readonly TotalView[] }) {
  const words = t.agreements
  return (
    <Table
      language={language}
      caption={words.totals}
      captionHidden
      narrow="early"
      rows={rows}
      columns={[
        { key: 'kind', label: words.kind, head: true, cell: ({ kind }) => kind },
        { key: 'side', label: words.side, cell: ({ side }) => side },
        ...figures<TotalView>(words),
        { key: 'overdue', label: words.overdue, kind: 'figure', cell: ({ overdue }) => overdue },
        { key: 'released', label: words.released, kind: 'figure', cell: (row) => row.released },
        { key: 'beyond', label: words.beyond, kind: 'figure', cell: ({ beyond }) => beyond },
      ]}
    />
  )
}
