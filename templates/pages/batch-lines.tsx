/** The lines of a batch, a page of them, with what may be done at each. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
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
  const acts = lines.some((line) => line.acts.length > 0)
  return (
    <Section title={t.batches.lines} id="lines">
      <Stack>
        {tabs.length > 0 && <Subnavigation language={language} items={tabs} />}
        <Table
          language={language}
          caption={t.batches.lines}
          captionHidden
          rows={lines}
          totals={
            total === undefined
              ? undefined
              : { amount: <Money language={language} amount={total} /> }
          }
          columns={[
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
              cell: ({ state, on, cause, payout }) => (
                <>
                  <State {...state} />
                  {on !== null && (
                    <span class="cell-note">
                      {payout ? (
                        <a href={payout.href}>
                          <Day language={language} day={on} />
                        </a>
                      ) : (
                        <Day language={language} day={on} />
                      )}
                    </span>
                  )}
                  {cause !== null && <span class="cell-note">{cause}</span>}
                </>
              ),
            },
            amountColumn(language, t.batches.amount, lines),
            ...(acts
              ? [
                  {
                    key: 'acts',
                    label: t.batches.acts,
                    cell: (row: BatchLineView) =>
                      row.acts.map((act) => (
                        <span class="cell-note">
                          <a href={act.href}>{act.label}</a>
                        </span>
                      )),
                  },
                ]
              : []),
          ]}
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
