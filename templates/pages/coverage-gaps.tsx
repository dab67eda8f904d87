/** What the figures of the board are made of: a row for each thing that wants attention. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row } from '../parts/layout.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface GapRowView {
  readonly what: string
  /** The household, pair, helper or need, by its reference. */
  readonly of: LinkView
  readonly helped: LinkView | null
  readonly helper: LinkView | null
  readonly unit: string
  readonly due: string | null
  readonly states: readonly StateView[]
}

export interface GapsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly board: LinkView
  readonly list: ListView<GapRowView>
  readonly kinds: readonly OptionView[]
  readonly units: readonly OptionView[]
}

/** The list behind the board. */
export function GapsPage(view: GapsPageView) {
  const { t, language, tabs, board, list } = view
  const words = t.coverage
  return (
    <>
      <PageHeader
        language={language}
        title={words.list_title}
        lead={words.list_lead}
        breadcrumbs={[board]}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Rows {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, kinds, units }: GapsPageView) {
  const words = t.coverage
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('kind')} label={words.kind} options={kinds} empty={t.lists.all} />
      {units.length > 0 && (
        <Select {...shared('unit')} label={words.unit} options={units} empty={words.whole} />
      )}
    </FilterForm>
  )
}

function Rows({ t, language, list }: GapsPageView) {
  const words = t.coverage
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.none} lead={words.none_lead} />
  )
  const link = (one: LinkView | null) => one && <a href={one.href}>{one.label}</a>
  return (
    <Table
      language={language}
      caption={words.list_title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'of',
          label: words.subject,
          head: true,
          cell: ({ of }) => (
            <a class="numeral" href={of.href}>
              {of.label}
            </a>
          ),
        },
        { key: 'what', label: words.kind, cell: ({ what }) => what },
        { key: 'helped', label: words.helped, cell: ({ helped }) => link(helped) },
        { key: 'helper', label: words.helper, cell: ({ helper }) => link(helper) },
        { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
        {
          key: 'due',
          label: words.due_on,
          kind: 'day',
          cell: ({ due }) => due && <Day language={language} day={due} />,
        },
        {
          key: 'state',
          label: words.state,
          cell: ({ states }) => (
            <Row>
              {states.map((state) => (
                <State {...state} />
              ))}
            </Row>
          ),
        },
      ]}
    />
  )
}
