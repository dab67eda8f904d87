/** The register of batches. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { amountColumn, dayColumn, fundColumn, type StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface BatchView {
  readonly href: string
  readonly batch: string
  readonly name: string
  readonly fund: LinkView
  readonly form: string
  /** When it is to be paid. */
  readonly day: string
  /** Such as `293 of 300 paid`; in figures. */
  readonly lines: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
}

export interface BatchesPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<BatchView>
  readonly tabs: readonly TabView[]
  readonly funds: readonly OptionView[]
  readonly forms: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** Where one is prepared; null for who may not. */
  readonly prepare: string | null
  /** Where a bank's file of results is sent; null for who may not. */
  readonly results: string | null
}

/** The register of batches, newest first. */
export function BatchesPage(view: BatchesPageView) {
  const { t, language, list, tabs, prepare, results } = view
  const actions = (
    <Row>
      {results && <ButtonLink href={results}>{t.tasks.take_bank_results}</ButtonLink>}
      {prepare && (
        <ButtonLink kind="primary" href={prepare}>
          {t.batches.prepare}
        </ButtonLink>
      )}
    </Row>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.batches.title}
        lead={t.batches.lead}
        actions={actions}
      />
      <PeopleTabs language={language} tabs={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <BatchesTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, forms, states }: BatchesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('state')} label={t.batches.state} options={states} empty={all} />
      <Select {...shared('form')} label={t.batches.form} options={forms} empty={all} />
      <Select {...shared('fund')} label={t.batches.fund} options={funds} empty={all} />
    </FilterForm>
  )
}

function BatchesTable({ t, language, list, prepare }: BatchesPageView) {
  const empty = list.filtered ? (
    <EmptyState title={t.batches.none_found} />
  ) : (
    <EmptyState
      title={t.batches.empty}
      lead={t.batches.empty_lead}
      action={prepare && <ButtonLink href={prepare}>{t.batches.prepare}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.batches.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'batch',
          label: t.batches.number,
          head: true,
          cell: ({ href, batch }) => <a href={href}>{batch}</a>,
        },
        { key: 'name', label: t.batches.name, cell: ({ name }) => name },
        { key: 'form', label: t.batches.form, cell: ({ form }) => form },
        fundColumn(t.batches.fund),
        dayColumn(language, t.batches.pay_on),
        { key: 'lines', label: t.batches.lines, kind: 'figure', cell: ({ lines }) => lines },
        { key: 'state', label: t.batches.state, cell: ({ state }) => <State {...state} /> },
        amountColumn(language, t.batches.amount, list.rows),
      ]}
    />
  )
}
