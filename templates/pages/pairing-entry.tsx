/** The page of one entry of a register of pairing: what it says now, who it is paired with, how it stood before. */
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'

/** A pair as the page of one of its sides shows it. */
export interface PairLineView {
  readonly pair: LinkView
  readonly other: LinkView
  readonly what: string
  readonly since: string | null
  readonly until: string | null
  readonly state: StateView
}

export interface PairLinesView {
  readonly title: string
  readonly labels: {
    readonly pair: string
    readonly other: string
    readonly what: string
    readonly since: string
    readonly until: string | null
    readonly state: string
  }
  readonly rows: readonly PairLineView[]
  readonly none: string
  readonly all: LinkView | null
}

export interface EntryPageView {
  readonly language: PageLanguage
  readonly title: string
  readonly reference: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly states: readonly StateView[]
  readonly particulars: readonly DescriptionView[]
  /** What somebody can, or what is asked for; a note in its place for who may not read it. */
  readonly said: {
    readonly title: string
    readonly items: readonly DescriptionView[]
    readonly masked: string | null
  } | null
  readonly lines: PairLinesView | null
  readonly historyTitle: string
  readonly history: readonly MilestoneView[]
  /** What may be done, the main thing first. */
  readonly acts: readonly LinkView[]
}

/** One helper, one need or one place. */
export function EntryPage(view: EntryPageView) {
  const { language, done, acts, said, lines } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        caption={view.reference}
        breadcrumbs={view.breadcrumbs}
        facts={
          <Row>
            {view.states.map((state) => (
              <State {...state} />
            ))}
          </Row>
        }
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }, at) => (
                <ButtonLink kind={at === 0 ? 'primary' : 'secondary'} href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      <Columns form="main">
        <Stack>
          <DescriptionList items={view.particulars} />
          {said && (
            <Section title={said.title}>
              {said.masked === null ? (
                <DescriptionList items={said.items} />
              ) : (
                <p class="soft">{said.masked}</p>
              )}
            </Section>
          )}
        </Stack>
        <Section title={view.historyTitle}>
          <Timeline language={language} milestones={view.history} />
        </Section>
      </Columns>
      {lines && <Lines language={language} {...lines} />}
    </Stack>
  )
}

function Lines({ language, title, labels, rows, none, all }: PairLinesView & Spoken) {
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <Table
          language={language}
          caption={title}
          captionHidden
          rows={rows}
          columns={lineColumns(labels, language)}
        />
      )}
      {all && (
        <p>
          <a href={all.href}>{all.label}</a>
        </p>
      )}
    </Section>
  )
}

interface Spoken {
  readonly language: PageLanguage
}

function lineColumns(
  labels: PairLinesView['labels'],
  language: PageLanguage,
): Column<PairLineView>[] {
  const day = (key: 'since' | 'until', label: string): Column<PairLineView> => ({
    key,
    label,
    kind: 'day',
    cell: (row) => {
      const on = row[key]
      return on && <Day language={language} day={on} />
    },
  })
  return [
    {
      key: 'pair',
      label: labels.pair,
      head: true,
      cell: ({ pair }) => (
        <a class="numeral" href={pair.href}>
          {pair.label}
        </a>
      ),
    },
    {
      key: 'other',
      label: labels.other,
      cell: ({ other }) => <a href={other.href}>{other.label}</a>,
    },
    { key: 'what', label: labels.what, cell: ({ what }) => what },
    day('since', labels.since),
    ...(labels.until === null ? [] : [day('until', labels.until)]),
    { key: 'state', label: labels.state, cell: ({ state }) => <State {...state} /> },
  ]
}
