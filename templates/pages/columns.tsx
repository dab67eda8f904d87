/** Columns that many lists have, so that a day or an amount looks the same in each of them. */
import type { LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { State, type StateKind } from '../parts/state.tsx'
import type { Column } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { SortView } from './list-view.ts'

export interface StateView {
  readonly kind: StateKind
  readonly word: string
}

/** A day; `sort` where the list can be in its order. */
export function dayColumn<Row extends { readonly day: string }>(
  language: PageLanguage,
  label: string,
  sort?: SortView,
): Column<Row> {
  const cell = ({ day }: Row) => <Day language={language} day={day} />
  return { key: 'day', label, kind: 'day', sort, cell }
}

/** The fund, which leads to its page. */
export function fundColumn<Row extends { readonly fund: LinkView }>(label: string): Column<Row> {
  return { key: 'fund', label, cell: ({ fund }) => <a href={fund.href}>{fund.label}</a> }
}

/** The state, said of those that are not simply done. */
export function stateColumn<Row extends { readonly state: StateView }>(label: string): Column<Row> {
  const cell = ({ state }: Row) => (state.kind === 'done' ? null : <State {...state} />)
  return { key: 'state', label, cell }
}

/** An amount; the currency is said in the head when all rows have the same. */
export function amountColumn<Row extends { readonly amount: string; readonly currency: string }>(
  language: PageLanguage,
  label: string,
  rows: readonly Row[],
  sort?: SortView,
): Column<Row> {
  const currency = currencyOf(rows)
  const cell = (row: Row) => (
    <Money
      language={language}
      amount={row.amount}
      currency={currency === undefined ? row.currency : undefined}
    />
  )
  return { key: 'amount', label, kind: 'figure', currency, sort, cell }
}

/** The currency of rows that all have the same. */
export function currencyOf(rows: readonly { readonly currency: string }[]): string | undefined {
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  return currencies.length === 1 ? currencies[0] : undefined
}
