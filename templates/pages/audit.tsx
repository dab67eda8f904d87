/** The audit trail: the events of the book, and one event with its place in the chain. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Digest, Section } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { Table, TableFoot } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'
import type { ListView } from './list-view.ts'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

/** What an event was on; not everything has a page. */
interface SubjectView {
  readonly label: string
  readonly href: string | null
}

export interface EventView {
  readonly href: string
  readonly sequence: number
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly who: string
  readonly what: string
  readonly subject: SubjectView
}

export interface AuditPageView extends PageView {
  readonly pages: readonly (LinkView & { readonly current: boolean })[]
  readonly list: ListView<EventView>
  readonly actors: readonly OptionView[]
  readonly acts: readonly OptionView[]
}

/** The events, newest first. */
export function AuditPage(view: AuditPageView) {
  const { t, language, list, pages } = view
  const further = list.rows.length === 0 && list.older !== undefined
  return (
    <>
      <PageHeader language={language} title={t.shell.audit} lead={t.audit.lead} />
      <Subnavigation language={language} items={pages} />
      <Filters {...view} />
      {list.told && <RefusalNotice language={language} {...list.told} />}
      <Events {...view} />
      {further && <p>{t.audit.more}</p>}
      <TableFoot language={language} newer={list.newer} older={list.older} />
    </>
  )
}

function Filters({ t, language, list, actors, acts }: AuditPageView) {
  const { values, action, filtered } = list
  const { audit } = t
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('actor')} label={audit.who} options={actors} empty={audit.any_one} />
      <Select {...shared('command')} label={audit.what} options={acts} empty={audit.anything} />
      <TextField
        {...shared('subject')}
        label={audit.subject}
        hint={audit.subject_hint}
        width="short"
        spellcheck={false}
      />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

function Events({ t, language, list, timeZone }: AuditPageView) {
  const { audit } = t
  return (
    <Table
      language={language}
      caption={audit.events}
      captionHidden
      rows={list.rows}
      empty={<EmptyState title={audit.none_found} lead={audit.none_found_lead} />}
      columns={[
        {
          key: 'number',
          label: audit.number,
          kind: 'figure',
          cell: ({ href, sequence }) => <a href={href}>{sequence}</a>,
        },
        {
          key: 'at',
          label: audit.at,
          kind: 'day',
          cell: ({ at }) => <Instant language={language} instant={at} timeZone={timeZone} />,
        },
        { key: 'who', label: audit.who, cell: ({ who }) => who },
        { key: 'what', label: audit.what, head: true, cell: ({ what }) => what },
        { key: 'subject', label: audit.subject, cell: ({ subject }) => <Subject {...subject} /> },
      ]}
    />
  )
}

function Subject({ label, href }: SubjectView) {
  return href === null ? label : <a href={href}>{label}</a>
}

export interface EventPageView extends PageView {
  readonly breadcrumbs: readonly LinkView[]
  readonly event: EventView
  /** As the chain has it, such as `payouts.pay`. */
  readonly command: string
  /** As the chain has it, such as `user:3`. */
  readonly actor: string
  readonly hash: string
  readonly previousHash: string
  readonly rowsDigest: string
  readonly rows: readonly { readonly table: string; readonly rows: number }[]
  readonly previous: string | null
  readonly next: string | null
}

/** One event: who, when, what, and how the chain holds it. */
export function EventPage(view: EventPageView) {
  const { t, language, event, timeZone, previous, next, rows } = view
  const { audit } = t
  return (
    <>
      <PageHeader
        language={language}
        title={audit.one({ sequence: String(event.sequence) })}
        breadcrumbs={view.breadcrumbs}
        actions={
          <>
            {previous && <ButtonLink href={previous}>{audit.previous}</ButtonLink>}
            {next && <ButtonLink href={next}>{audit.next}</ButtonLink>}
          </>
        }
      />
      <DescriptionList
        items={[
          {
            term: audit.at,
            detail: <Instant language={language} instant={event.at} timeZone={timeZone} />,
          },
          { term: audit.who, detail: event.who, note: <code>{view.actor}</code> },
          { term: audit.what, detail: event.what, note: <code>{view.command}</code> },
          { term: audit.subject, detail: <Subject {...event.subject} /> },
        ]}
      />
      <Section title={audit.rows} lead={audit.rows_lead}>
        <RowsWritten t={t} language={language} rows={rows} />
      </Section>
      <Section title={audit.chain} lead={audit.chain_lead}>
        <DescriptionList
          items={[
            { term: audit.previous_hash, detail: <Digest>{view.previousHash}</Digest> },
            { term: audit.rows_digest, detail: <Digest>{view.rowsDigest}</Digest> },
            { term: audit.hash, detail: <Digest>{view.hash}</Digest> },
          ]}
        />
      </Section>
    </>
  )
}

type RowsWrittenProps = Pick<EventPageView, 't' | 'language' | 'rows'>

function RowsWritten({ t, language, rows }: RowsWrittenProps) {
  const { audit } = t
  return (
    <Table
      language={language}
      caption={audit.rows}
      captionHidden
      rows={rows}
      columns={[
        {
          key: 'table',
          label: audit.table,
          head: true,
          cell: ({ table }) => <code>{table}</code>,
        },
        {
          key: 'rows',
          label: audit.rows_count,
          kind: 'figure',
          cell: ({ rows: count }) => formatCount(language, count),
        },
      ]}
    />
  )
}
