/** The list of receipts, each with its PDF. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { amountColumn, dayColumn, fundColumn, type StateView, stateColumn } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

export interface ReceiptView {
  readonly receipt: string
  readonly day: string
  readonly to: LinkView
  readonly contribution: LinkView
  readonly fund: LinkView
  readonly statutory: string | null
  readonly amount: string
  readonly currency: string
  readonly state: StateView
  /** Where its PDF is, in the reader's language. */
  readonly pdf: string
}

export interface ReceiptsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly (LinkView & { readonly current: boolean })[]
  readonly list: ListView<ReceiptView>
  readonly funds: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** The contributions for which receipts can be given; null for who may give none. */
  readonly waiting: string | null
}

/** The list of receipts with its filters. */
export function ReceiptsPage(view: ReceiptsPageView) {
  const { t, language, tabs, list, waiting } = view
  const button = waiting && <ButtonLink href={waiting}>{t.receipts.waiting}</ButtonLink>
  const empty = list.filtered ? (
    <EmptyState title={t.receipts.none_found} />
  ) : (
    <EmptyState title={t.receipts.empty} lead={t.receipts.empty_lead} />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.receipts.title}
        lead={t.receipts.lead}
        actions={button}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={t.receipts.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={receiptColumns(t, language, list.rows)}
        />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, states }: ReceiptsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const empty = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.lists.search} type="search" width="medium" />
      <Select {...shared('fund')} label={t.contributions.fund} options={funds} empty={empty} />
      <Select {...shared('state')} label={t.contributions.state} options={states} empty={empty} />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

/** The columns of receipts, in their list and on the page of one contribution (`ofOne`). */
export function receiptColumns(
  t: Messages,
  language: PageLanguage,
  rows: readonly ReceiptView[],
  ofOne = false,
): Column<ReceiptView>[] {
  const words = t.receipts
  const given: Column<ReceiptView>[] = [
    {
      key: 'contribution',
      label: words.contribution,
      cell: ({ contribution }) => <a href={contribution.href}>{contribution.label}</a>,
    },
    fundColumn(t.contributions.fund),
  ]
  return [
    {
      key: 'receipt',
      label: words.number,
      head: true,
      cell: ({ receipt, pdf }) => (
        <a href={pdf} download aria-label={words.pdf_of({ receipt })}>
          <span class="numeral">{receipt}</span> ({words.pdf})
        </a>
      ),
    },
    dayColumn(language, words.issued_on),
    { key: 'to', label: words.to, cell: ({ to }) => <a href={to.href}>{to.label}</a> },
    ...(ofOne ? [] : given),
    { key: 'statutory', label: words.statutory, cell: ({ statutory }) => statutory },
    stateColumn(t.contributions.state),
    amountColumn(language, t.contributions.amount, rows),
  ]
}
