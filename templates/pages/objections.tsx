/** Objections to notices: the list, and one with who may decide it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface ObjectionRowView {
  readonly href: string
  readonly number: string
  /** The number and the notice, or the whole list. */
  readonly about: string
  readonly form: string
  readonly received_on: string
  readonly state: StateView
}

export interface ObjectionsPageView extends PageView {
  readonly list: ListView<ObjectionRowView>
  readonly tabs: readonly TabView[]
  readonly states: readonly OptionView[]
}

/** The list of objections. */
export function ObjectionsPage({ t, language, list, tabs, states }: ObjectionsPageView) {
  const words = t.objections
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        value={values.state}
        label={words.state}
        options={states}
        empty={t.lists.all}
      />
    </FilterForm>
  )
  return (
    <>
      <PageHeader language={language} title={words.title} lead={words.lead} />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={filters}>
        <ObjectionsTable
          t={t}
          language={language}
          rows={list.rows}
          empty={
            filtered ? (
              <EmptyState title={words.none_found} />
            ) : (
              <EmptyState title={words.empty} lead={words.empty_lead} />
            )
          }
        />
      </Listed>
    </>
  )
}

interface ObjectionsTableProps extends PageView {
  readonly rows: readonly ObjectionRowView[]
  readonly empty?: ReturnType<typeof EmptyState>
}

/** Objections, one in a row. */
export function ObjectionsTable({ t, language, rows, empty }: ObjectionsTableProps) {
  const words = t.objections
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'number',
          label: words.number,
          head: true,
          cell: ({ href, number }) => <a href={href}>{number}</a>,
        },
        { key: 'about', label: words.about, cell: ({ about }) => about },
        { key: 'form', label: words.form, cell: ({ form }) => form },
        {
          key: 'received',
          label: words.received_on,
          kind: 'day',
          cell: ({ received_on }) => <Day language={language} day={received_on} />,
        },
        { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
      ]}
    />
  )
}

/** One objection or grievance: what was said, what became of it, what this reader may do. */
export interface SaidPageView extends PageView {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  readonly acts: readonly LinkView[]
  readonly barred: ToldView | null
  readonly barredTitle: string
  readonly particulars: readonly DescriptionView[]
  readonly textTitle: string
  readonly text: string
  readonly pathTitle: string
  readonly path: readonly MilestoneView[]
}

/** The page of something that was said against a case. */
export function SaidPage(view: SaidPageView) {
  const { language, acts, barred, done } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={
          <Actions>
            {acts.map(({ href, label }, place) => (
              <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        }
      />
      {barred && <RefusalNotice language={language} title={view.barredTitle} {...barred} />}
      <DescriptionList items={view.particulars} />
      <Section title={view.textTitle}>
        <Prose>
          {view.text.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </Prose>
      </Section>
      <Section title={view.pathTitle}>
        <Timeline language={language} milestones={view.path} />
      </Section>
    </Stack>
  )
}
