/** Programmes under which help is given, one of them, and the events that struck people. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'
import type { TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface ProgrammeView {
  readonly href: string
  readonly name: string
  readonly code: string
  /** Null where the fund lies beyond the reader's reach. */
  readonly fund: LinkView | null
  readonly help: string
  readonly category: string
  readonly workflow: string
  readonly cases: { readonly href: string; readonly all: number; readonly underWay: number }
  readonly state: StateView
}

export interface AidEventView {
  readonly name: string
  readonly code: string
  readonly day: string
}

export interface ProgrammesPageView extends PageView {
  readonly tabs: readonly TabView[]
  readonly done: string | undefined
  readonly programmes: readonly ProgrammeView[]
  readonly events: readonly AidEventView[]
  readonly open: string | null
  readonly record: string | null
}

/** All programmes, and below them the events. */
export function ProgrammesPage(view: ProgrammesPageView) {
  const { t, language, tabs, done, events, open, record } = view
  const words = t.programmes
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={
          open && (
            <ButtonLink kind="primary" href={open}>
              {words.open}
            </ButtonLink>
          )
        }
      />
      <Subnavigation language={language} items={tabs} />
      <ProgrammesTable {...view} />
      <Section
        title={words.aid_events}
        lead={words.aid_events_lead}
        actions={record && <ButtonLink href={record}>{words.record_event}</ButtonLink>}
      >
        <Table
          language={language}
          caption={words.aid_events}
          captionHidden
          rows={events}
          empty={<p class="soft">{words.aid_events_none}</p>}
          columns={[
            { key: 'name', label: words.name, head: true, cell: ({ name }) => name },
            {
              key: 'code',
              label: words.code,
              cell: ({ code }) => <span class="soft">{code}</span>,
            },
            {
              key: 'day',
              label: words.happened_on,
              kind: 'day',
              cell: ({ day }) => <Day language={language} day={day} />,
            },
          ]}
        />
      </Section>
    </Stack>
  )
}

function ProgrammesTable({ t, language, programmes, open }: ProgrammesPageView) {
  const words = t.programmes
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={programmes}
      empty={
        <EmptyState
          title={words.empty}
          lead={words.empty_lead}
          action={open && <ButtonLink href={open}>{words.open}</ButtonLink>}
        />
      }
      columns={[
        {
          key: 'name',
          label: words.name,
          head: true,
          cell: ({ href, name }) => <a href={href}>{name}</a>,
        },
        { key: 'help', label: words.help, cell: ({ help }) => help },
        {
          key: 'fund',
          label: words.fund,
          cell: ({ fund }) => (fund ? <a href={fund.href}>{fund.label}</a> : words.fund_beyond),
        },
        { key: 'workflow', label: words.workflow, cell: ({ workflow }) => workflow },
        { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
        {
          key: 'under_way',
          label: words.under_way,
          kind: 'figure',
          cell: ({ cases }) => formatCount(language, cases.underWay),
        },
        {
          key: 'cases',
          label: words.cases,
          kind: 'figure',
          cell: ({ cases }) => <a href={cases.href}>{formatCount(language, cases.all)}</a>,
        },
      ]}
    />
  )
}

export interface ProgrammePageView extends PageView {
  readonly programme: ProgrammeView
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly particulars: readonly DescriptionView[]
  readonly versions: readonly MilestoneView[]
  readonly acts: readonly LinkView[]
}

/** The page of one programme. */
export function ProgrammePage(view: ProgrammePageView) {
  const { t, language, programme, done, acts } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={programme.name}
        caption={programme.code}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...programme.state} />}
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }) => (
                <ButtonLink kind="secondary" href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      <DescriptionList items={view.particulars} />
      <Section title={t.programmes.versions}>
        <Timeline language={language} milestones={view.versions} />
      </Section>
    </Stack>
  )
}
