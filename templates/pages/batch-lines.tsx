/** The lines of a batch, a page of them, with what may be done at each. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { amountColumn, type StateView } from './columns.tsx'
import type { TabView } from './people-tabs.tsx'

export interface BatchLineView {
  readonly line: number
  readonly payee: LinkView
  /** Null when the payee is helped. */
  readonly beneficiary: LinkView | null
  readonly case: LinkView
  /** Of an award with several instalments. */
  readonly instalment: string | null
  readonly amount: string
  readonly currency: string
  readonly state: StateView
  readonly on: string | null
  readonly cause: string | null
  /** The payout that it is. */
  readonly payout: LinkView | null
  readonly acts: readonly LinkView[]
}

export interface BatchLinesView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly lines: readonly BatchLineView[]
  /** Lines in one state, with their count. */
  readonly tabs: readonly TabView[]
  readonly total: string | undefined
  /** The first page, from a later one; and the one after this. */
  readonly first: string | undefined
  readonly next: string | undefined
}

/** A page of lines. */
export function BatchLines({ t, language, lines, tabs, total, first, next }: BatchLinesView) {
  const sum = total === undefined ? undefined : <Money language={language} amount={total} />
  return (
    <Section title={t.batches.lines} id="lines">
      <Stack>
        {tabs.length > 0 && <Subnavigation language={language} items={tabs} />}
        <Table
          language={language}
          caption={t.batches.lines}
          captionHidden
          rows={lines}
          totals={sum === undefined ? undefined : { amount: sum }}
          columns={columnsOf(t, language, lines)}
        />
        {(first !== undefined || next !== undefined) && (
          <Row>
            {first !== undefined && <ButtonLink href={first}>{t.batches.first_lines}</ButtonLink>}
            {next !== undefined && <ButtonLink href={next}>{t.batches.next_lines}</ButtonLink>}
          </Row>
        )}
      </Stack>
    </Section>
  )
}

function columnsOf(
  t: Messages,
  language: PageLanguage,
  lines: readonly BatchLineView[],
): Column<BatchLineView>[] {
  const acts: Column<BatchLineView> = {
    key: 'acts',
    label: t.batches.acts,
    cell: (row) =>
      row.acts.map(({ href, label }) => (
        <span class="cell-note">
          <a href={href}>{label}</a>
        </span>
      )),
  }
  return [
    { key: 'line', label: t.batches.line, kind: 'figure', cell: ({ line }) => line },
    {
      key: 'payee',
      label: t.batches.payee,
      head: true,
      cell: ({ payee, beneficiary }) => (
        <>
          <a href={payee.href}>{payee.label}</a>
          {beneficiary && (
            <span class="cell-note">
              {t.batches.beneficiary}: <a href={beneficiary.href}>{beneficiary.label}</a>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'case',
      label: t.batches.case,
      cell: (row) => (
        <>
          <a href={row.case.href}>{row.case.label}</a>
          {row.instalment !== null && <span class="cell-note">{row.instalment}</span>}
        </>
      ),
    },
    {
      key: 'state',
      label: t.batches.state,
      cell: (row) => <LineStanding language={language} row={row} />,
    },
    amountColumn(language, t.batches.amount, lines),
    ...(lines.some((line) => line.acts.length > 0) ? [acts] : []),
  ]
}

/** How a line stands, since when, and why it was not paid. */
function LineStanding(props: { readonly language: PageLanguage; readonly row: BatchLineView }) {
  const { state, on, cause, payout } = props.row
  const day = on !== null && <Day language={props.language} day={on} />
  return (
    <>
      <State {...state} />
      {day && <span class="cell-note">{payout ? <a href={payout.href}>{day}</a> : day}</span>}
      {cause !== null && <span class="cell-note">{cause}</span>}
    </>
  )
}
