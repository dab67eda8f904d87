/** The list of committee sittings. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { dayColumn, type StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface SittingRowView {
  readonly href: string
  readonly number: string
  readonly day: string
  readonly unit: string
  /** How many of how many are there. */
  readonly present: string
  /** What it decided, in words. */
  readonly decided: string
  readonly state: StateView
}

export interface SittingsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<SittingRowView>
  readonly tabs: readonly TabView[]
  readonly states: readonly OptionView[]
  /** Where one is called; null for who may not. */
  readonly call: string | null
}

/** The list of sittings. */
export function SittingsPage(view: SittingsPageView) {
  const { t, language, list, tabs, states, call } = view
  const words = t.sittings
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
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={
          call && (
            <ButtonLink kind="primary" href={call}>
              {words.call}
            </ButtonLink>
          )
        }
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={filters}>
        <SittingsTable {...view} />
      </Listed>
    </>
  )
}

function SittingsTable({ t, language, list, call }: SittingsPageView) {
  const words = t.sittings
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState
      title={words.empty}
      lead={words.empty_lead}
      action={call && <ButtonLink href={call}>{words.call}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'number',
          label: words.number,
          head: true,
          cell: ({ href, number }) => <a href={href}>{number}</a>,
        },
        dayColumn(language, words.held_on),
        { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
        { key: 'present', label: words.present, cell: ({ present }) => present },
        { key: 'decided', label: words.decided, cell: ({ decided }) => decided },
        { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
      ]}
    />
  )
}
