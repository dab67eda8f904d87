/** The list of grievances and appeals. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface GrievanceRowView {
  readonly href: string
  readonly number: string
  readonly kind: string
  readonly case: LinkView
  readonly received_on: string
  readonly state: StateView
}

export interface GrievancesPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<GrievanceRowView>
  readonly tabs: readonly TabView[]
  readonly kinds: readonly OptionView[]
  readonly states: readonly OptionView[]
}

/** The list of grievances and appeals. */
export function GrievancesPage(view: GrievancesPageView) {
  const { t, language, list, tabs } = view
  const words = t.grievances
  return (
    <>
      <PageHeader language={language} title={words.title} lead={words.lead} />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={list.rows}
          empty={
            list.filtered ? (
              <EmptyState title={words.none_found} />
            ) : (
              <EmptyState title={words.empty} lead={words.empty_lead} />
            )
          }
          columns={[
            {
              key: 'number',
              label: words.number,
              head: true,
              cell: ({ href, number }) => <a href={href}>{number}</a>,
            },
            { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
            {
              key: 'case',
              label: words.case,
              cell: (row) => <a href={row.case.href}>{row.case.label}</a>,
            },
            {
              key: 'received',
              label: words.received_on,
              kind: 'day',
              cell: ({ received_on }) => <Day language={language} day={received_on} />,
            },
            { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
          ]}
        />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, kinds, states }: GrievancesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('kind')} label={t.grievances.kind} options={kinds} empty={t.lists.all} />
      <Select
        {...shared('state')}
        label={t.grievances.state}
        options={states}
        empty={t.lists.all}
      />
    </FilterForm>
  )
}
