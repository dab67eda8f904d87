/** What was given out in a period, as it is disclosed. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { type Column, Table, TableFoot } from '../parts/table.tsx'
import type { ToldView } from './form.tsx'

interface CountsView {
  readonly payments: number
  readonly helped: number
  /** Decimal text, as all amounts are. */
  readonly paid: string
  readonly returned: string
  readonly net: string
  readonly goods: string
}

export interface DisbursementLineView extends CountsView {
  readonly fund: string
  readonly unit: string
  readonly category: string
  readonly programme: string
  readonly currency: string
  /** The payouts behind it, for who may see them. */
  readonly href: string | undefined
}

export interface DisbursementsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly organisation: string
  readonly instant: string
  readonly timeZone: string
  readonly action: string
  readonly values: Readonly<Record<string, string>>
  readonly filtered: boolean
  readonly told: ToldView | null
  readonly period: string
  readonly funds: readonly OptionView[]
  readonly units: readonly OptionView[]
  readonly lines: readonly DisbursementLineView[]
  readonly totals: readonly (CountsView & { readonly currency: string })[]
  readonly exports: readonly LinkView[]
}

/** The page: a table for each currency. */
export function DisbursementsPage(view: DisbursementsPageView) {
  const { t, language, organisation, instant, timeZone, told, period, totals, lines } = view
  const { title, lead } = t.disbursements
  return (
    <>
      <PrintHead {...{ language, organisation, instant, timeZone, subject: period }} />
      <PageHeader language={language} title={title} caption={period} lead={lead} />
      <Filters {...view} />
      {told && <RefusalNotice language={language} {...told} />}
      {!told && lines.length === 0 && (
        <EmptyState title={t.disbursements.empty} lead={t.disbursements.empty_lead} />
      )}
      {totals.map((total) => (
        <Table
          language={language}
          caption={`${title} · ${total.currency}`}
          captionHidden
          columns={columnsOf(view, total.currency)}
          rows={lines.filter(({ currency }) => currency === total.currency)}
          totals={totalsOf(view, total)}
          narrow="stack"
        />
      ))}
      {lines.length > 0 && <TableFoot language={language} exports={view.exports} />}
      <SignatureLines language={language} signers={[t.ledger.prepared_by, t.ledger.reviewed_by]} />
    </>
  )
}

function Filters({ t, language, action, values, filtered, funds, units }: DisbursementsPageView) {
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <DayField {...shared('from')} label={t.disbursements.from} />
      <DayField {...shared('to')} label={t.disbursements.to} />
      <Select
        {...shared('fund')}
        label={t.disbursements.fund}
        options={funds}
        empty={t.ledger.all_funds}
      />
      {units.length > 0 && (
        <Select
          {...shared('unit')}
          label={t.disbursements.unit}
          options={units}
          empty={t.disbursements.all_units}
        />
      )}
    </FilterForm>
  )
}

const isNothing = (amount: string) => !/[1-9]/.test(amount)

function columnsOf(
  { t, language, lines }: DisbursementsPageView,
  currency: string,
): Column<DisbursementLineView>[] {
  const told = t.disbursements
  const money = (key: 'paid' | 'returned' | 'net' | 'goods'): Column<DisbursementLineView> => ({
    key,
    label: told[key],
    kind: 'figure',
    currency,
    cell: (line) => (isNothing(line[key]) ? '' : <Money language={language} amount={line[key]} />),
  })
  const count = (key: 'payments' | 'helped'): Column<DisbursementLineView> => ({
    key,
    label: told[key],
    kind: 'figure',
    cell: (line) =>
      key === 'payments' && line.href ? (
        <a href={line.href}>{formatCount(language, line[key])}</a>
      ) : (
        formatCount(language, line[key])
      ),
  })
  // A column that says nothing takes room from those that do.
  const goods = lines.some((line) => !isNothing(line.goods)) ? [money('goods')] : []
  return [
    { key: 'unit', label: told.unit, head: true, cell: ({ unit }) => unit },
    { key: 'category', label: told.category, cell: ({ category }) => category },
    { key: 'programme', label: told.programme, cell: ({ programme }) => programme },
    { key: 'fund', label: told.fund, cell: ({ fund }) => fund },
    count('payments'),
    count('helped'),
    money('paid'),
    money('returned'),
    money('net'),
    ...goods,
  ]
}

function totalsOf(
  { language }: DisbursementsPageView,
  { payments, helped, paid, returned, net, goods }: CountsView,
) {
  const money = (amount: string) => <Money language={language} amount={amount} />
  return {
    payments: formatCount(language, payments),
    helped: formatCount(language, helped),
    paid: money(paid),
    returned: money(returned),
    net: money(net),
    ...(isNothing(goods) ? {} : { goods: money(goods) }),
  }
}
