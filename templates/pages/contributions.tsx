/** The list of contributions. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select, TextField } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { amountColumn, dayColumn, fundColumn, type StateView, stateColumn } from './columns.tsx'
import type { ListView, SortView } from './list-view.ts'
import { Listed } from './listed.tsx'

export interface ContributionView {
  readonly href: string
  readonly contribution: number
  readonly day: string
  readonly fund: LinkView
  readonly source: string
  /** Null while it is not known whose it is. */
  readonly from: LinkView | null
  readonly form: string
  readonly inKind: boolean
  readonly amount: string
  readonly currency: string
  /** The number of its receipt. */
  readonly receipt: string | null
  readonly state: StateView
}

export interface ContributionsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly (LinkView & { readonly current: boolean })[]
  readonly list: ListView<ContributionView>
  readonly sort: { readonly day: SortView; readonly amount: SortView }
  readonly funds: readonly OptionView[]
  readonly sources: readonly OptionView[]
  readonly forms: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** The sum of what was found, where it is one sum. */
  readonly total: string | undefined
  /** Where a contribution is recorded; null for who may not. */
  readonly record: string | null
}

/** The list of contributions with its filters. */
export function ContributionsPage(view: ContributionsPageView) {
  const { t, language, tabs, list, sort, total, record } = view
  const button = (kind: 'primary' | 'secondary') =>
    record && (
      <ButtonLink kind={kind} href={record}>
        {t.contributions.record}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={t.contributions.none_found} />
  ) : (
    <EmptyState
      title={t.contributions.empty}
      lead={t.contributions.empty_lead}
      action={button('secondary')}
    />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.contributions.title}
        lead={t.contributions.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={t.contributions.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          totals={
            total === undefined
              ? undefined
              : { amount: <Money language={language} amount={total} /> }
          }
          columns={contributionColumns(t, language, list.rows, { sort })}
        />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, sources, forms, states }: ContributionsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const empty = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.lists.search} type="search" width="medium" />
      <Select {...shared('fund')} label={t.contributions.fund} options={funds} empty={empty} />
      <Select
        {...shared('source')}
        label={t.contributions.source}
        options={sources}
        empty={empty}
      />
      <Select {...shared('form')} label={t.contributions.form} options={forms} empty={empty} />
      <Select {...shared('state')} label={t.contributions.state} options={states} empty={empty} />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

interface ContributionColumnsOptions {
  readonly sort?: ContributionsPageView['sort']
  /** Where all of them are of one giver, whose name the page says already. */
  readonly ofOne?: boolean
}

/** The columns of contributions, in their list and wherever some of them stand. */
export function contributionColumns(
  t: Messages,
  language: PageLanguage,
  rows: readonly ContributionView[],
  { sort, ofOne = false }: ContributionColumnsOptions = {},
): Column<ContributionView>[] {
  const words = t.contributions
  const name = (row: ContributionView) =>
    ofOne ? words.one(row) : (row.from?.label ?? words.nobody)
  return [
    dayColumn(language, words.received_on, sort?.day),
    {
      key: 'from',
      label: ofOne ? words.number : words.from,
      head: true,
      cell: (row) => <a href={row.href}>{name(row)}</a>,
    },
    {
      key: 'source',
      label: words.source,
      cell: ({ source, inKind }) => (
        <>
          {source}
          {inKind && <span class="cell-note">{t.words.form.in_kind}</span>}
        </>
      ),
    },
    fundColumn(words.fund),
    // A number does not break, as a day does not.
    { key: 'receipt', label: words.receipt, kind: 'day', cell: ({ receipt }) => receipt },
    stateColumn(words.state),
    amountColumn(language, words.amount, rows, sort?.amount),
  ]
}
