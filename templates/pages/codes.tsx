/** Codes for pages of their own: which were made, for whom, how long they hold. */
import { ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface CodeRow {
  readonly person: { readonly href: string; readonly label: string }
  readonly until: string
  readonly state: { readonly kind: StateKind; readonly word: string }
  /** Where it is ended; null where that cannot be. */
  readonly end: string | null
  /** What else is told of it, by the keys of `more`. */
  readonly more?: Readonly<Record<string, Content>>
}

/** What the page says, in the words of what the codes are for. */
export interface CodeWords {
  readonly title: string
  readonly lead: string
  readonly make: string
  readonly none: string
  readonly none_lead: string
  readonly party: string
  readonly until: string
  readonly state_column: string
  readonly end: string
}

export interface CodesView {
  readonly words: CodeWords
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly done: string | undefined
  readonly make: string | null
  readonly rows: readonly CodeRow[]
  /** Columns beside those of every code; they stand before its end. */
  readonly more?: readonly { readonly key: string; readonly label: string }[]
}

/** The list of codes, newest first. */
export function CodesPage(view: CodesView) {
  const { words, language, tabs, done, make } = view
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={
          make === null ? undefined : (
            <ButtonLink kind="primary" href={make}>
              {words.make}
            </ButtonLink>
          )
        }
      />
      <PeopleTabs language={language} tabs={tabs} />
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <CodesTable {...view} />
    </>
  )
}

function CodesTable({ words, language, rows, more = [] }: CodesView) {
  const others = more.map(
    ({ key, label }): Column<CodeRow> => ({ key, label, cell: (row) => row.more?.[key] ?? null }),
  )
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={rows}
      empty={<EmptyState title={words.none} lead={words.none_lead} />}
      columns={[
        {
          key: 'person',
          label: words.party,
          head: true,
          cell: ({ person }) => <a href={person.href}>{person.label}</a>,
        },
        {
          key: 'until',
          label: words.until,
          kind: 'day',
          cell: ({ until }) => <Day language={language} day={until} form="short" />,
        },
        {
          key: 'state',
          label: words.state_column,
          cell: ({ state }) => <State kind={state.kind} word={state.word} />,
        },
        ...others,
        {
          key: 'end',
          label: words.end,
          cell: ({ end, person }) =>
            end !== null && (
              <a href={end}>
                {words.end}
                <span class="unseen"> {person.label}</span>
              </a>
            ),
        },
      ]}
    />
  )
}
