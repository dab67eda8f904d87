/** Calendars: which there are, and the address of a new one, which is shown once. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { TabView } from './people-tabs.tsx'

export interface CalendarRowView {
  /** Null for the reader’s own. */
  readonly helper: LinkView | null
  readonly until: string
  readonly state: StateView
  /** Where it is ended; null where that cannot be. */
  readonly end: string | null
}

export interface CalendarsView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly board: LinkView
  readonly done: string | undefined
  readonly add: string
  readonly rows: readonly CalendarRowView[]
}

/** The list of calendars, newest first. */
export function CalendarsPage({ t, language, tabs, board, done, add, rows }: CalendarsView) {
  const words = t.calendars
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        breadcrumbs={[board]}
        actions={
          <ButtonLink kind="primary" href={add}>
            {words.add}
          </ButtonLink>
        }
      />
      <Subnavigation language={language} items={tabs} />
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={rows}
        empty={<EmptyState title={words.none} lead={words.none_lead} />}
        columns={[
          {
            key: 'whose',
            label: words.whose,
            head: true,
            cell: ({ helper }) =>
              helper === null ? words.own : <a href={helper.href}>{helper.label}</a>,
          },
          {
            key: 'until',
            label: words.until,
            kind: 'day',
            cell: ({ until }) => <Day language={language} day={until} form="short" />,
          },
          { key: 'state', label: words.state_column, cell: ({ state }) => <State {...state} /> },
          {
            key: 'end',
            label: words.end,
            cell: ({ end }) => end !== null && <a href={end}>{words.end}</a>,
          },
        ]}
      />
    </>
  )
}

export interface CalendarMadeView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly address: string
  /** The same for a device that knows calendars. */
  readonly subscribe: string
  readonly until: string
  readonly list: string
}

/** The address of a calendar that was just made. */
export function CalendarMade(view: CalendarMadeView) {
  const { t, language, address, subscribe, until, list } = view
  const words = t.calendars
  return (
    <>
      <PageHeader language={language} title={words.made_title} lead={words.made_lead} />
      <DescriptionList
        items={[
          { term: words.address, detail: <Digest>{address}</Digest> },
          { term: words.until, detail: <Day language={language} day={until} /> },
        ]}
      />
      <Actions>
        <ButtonLink kind="primary" href={subscribe}>
          {words.subscribe}
        </ButtonLink>
        <ButtonLink href={list}>{words.back}</ButtonLink>
      </Actions>
    </>
  )
}
