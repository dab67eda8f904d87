/** Tables: figures right-aligned, the currency said once a column, totals ruled as on paper. */
import { messages } from '../messages/messages.ts'
import type { Content, LinkView } from './content.ts'
import { colon, type PageLanguage } from './format.ts'
import { Icon } from './icons.tsx'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** Figures and counts stand right, in tabular digits; days do not break. */
  readonly kind?: 'text' | 'figure' | 'day' | undefined
  /** ISO 4217, said once, below the label. */
  readonly currency?: string | undefined
  /** Where the list is sorted by this column, and how it is sorted by it now. */
  readonly sort?:
    | { readonly href: string; readonly now?: 'ascending' | 'descending' | undefined }
    | undefined
  /** The column that names the row; a card of a narrow screen bears it as its title. */
  readonly head?: boolean | undefined
  readonly cell: (row: Row) => Content
}

export interface TableProps<Row> {
  readonly language: PageLanguage
  readonly caption: string
  /** The caption is read out and not shown, where a heading right above says the same. */
  readonly captionHidden?: boolean | undefined
  readonly note?: Content
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Below a rule, by the keys of columns. The first column without one has the word for total. */
  readonly totals?: Readonly<Record<string, Content>> | undefined
  /** What stands there without rows: an `EmptyState`. */
  readonly empty?: Content
  /**
   * On narrow screens rows become cards, those of many columns on a tablet already (`early`); a wide sheet of figures
   * scrolls in its region instead.
   */
  readonly narrow?: 'stack' | 'early' | 'scroll' | undefined
}

/** A table of rows, or what teaches what would stand in it. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, note, columns, rows, totals, empty, narrow = 'stack' } = props
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <TableRegion label={caption} narrow={narrow}>
      <caption class={captionHidden ? 'unseen' : undefined}>
        {caption}
        {note !== undefined && <span class="caption-note">{note}</span>}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head language={props.language} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column}>{column.cell(row)}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {totals && <Totals language={props.language} columns={columns} totals={totals} />}
    </TableRegion>
  )
}

interface TableRegionProps {
  readonly label: string
  readonly narrow: 'stack' | 'early' | 'scroll'
  readonly children?: Content
}

/** A table that never widens the page: what does not fit scrolls here, by keyboard too (WCAG 2.1.1). */
export function TableRegion({ label, narrow, children }: TableRegionProps) {
  const region = narrow === 'early' ? 'table-region table-region-early' : 'table-region'
  const form = narrow === 'scroll' ? 'scroll' : 'stack'
  return (
    <section class={region} aria-label={label} tabindex={0}>
      <table class={`table table-${form}`}>{children}</table>
    </section>
  )
}

const cellClasses = { text: undefined, figure: 'figure-cell', day: 'day-cell' } as const

interface HeadProps<Row> {
  readonly language: PageLanguage
  readonly column: Column<Row>
}

function Head<Row>({ language, column }: HeadProps<Row>) {
  const { label, kind = 'text', currency, sort } = column
  return (
    <th scope="col" class={cellClasses[kind]} aria-sort={sort?.now}>
      {sort ? <SortLink language={language} label={label} {...sort} /> : label}
      {currency !== undefined && <span class="column-currency">{currency}</span>}
    </th>
  )
}

interface SortLinkProps extends NonNullable<Column<unknown>['sort']> {
  readonly language: PageLanguage
  readonly label: string
}

function SortLink({ language, label, href, now }: SortLinkProps) {
  const t = messages[language].parts
  return (
    <a class="sort-link" href={href}>
      {label}
      {now && <Icon shape={now === 'ascending' ? 'up' : 'down'} />}
      {now && <span class="unseen">({now === 'ascending' ? t.sorted_up : t.sorted_down})</span>}
    </a>
  )
}

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly children?: Content
}

function Cell<Row>({ column, children }: CellProps<Row>) {
  const { kind = 'text', label, head, currency } = column
  const empty = children === undefined || children === null || children === ''
  if (head) {
    return (
      <th scope="row" class={cellClasses[kind]}>
        <div class="cell">{children}</div>
      </th>
    )
  }
  if (empty) return <td class={cellClasses[kind]} />
  return (
    // On a card no head of a column says the currency.
    <td
      class={cellClasses[kind]}
      data-label={currency === undefined ? label : `${label} · ${currency}`}
    >
      <div class="cell">{children}</div>
    </td>
  )
}

interface TotalsProps<Row> {
  readonly language: PageLanguage
  readonly columns: readonly Column<Row>[]
  readonly totals: Readonly<Record<string, Content>>
}

function Totals<Row>({ language, columns, totals }: TotalsProps<Row>) {
  const wordAt = columns.findIndex(({ key }) => totals[key] === undefined)
  return (
    <tfoot>
      <tr>
        {columns.map((column, position) =>
          position === wordAt ? (
            <th scope="row">{messages[language].parts.total}</th>
          ) : (
            <Cell column={{ ...column, head: false }}>{totals[column.key]}</Cell>
          ),
        )}
      </tr>
    </tfoot>
  )
}

interface TableFootProps {
  readonly language: PageLanguage
  /** Which list, where a page has several. */
  readonly of?: string | undefined
  /** The pages before and after this one, by the keys at their edges. */
  readonly newer?: string | undefined
  readonly older?: string | undefined
  /** The same list as a file: CSV, XLSX. */
  readonly exports?: readonly LinkView[] | undefined
}

/** Below a list: on to its other pages, and away with it as a file. */
export function TableFoot({ language, of, newer, older, exports = [] }: TableFootProps) {
  const t = messages[language].parts
  const pages = newer !== undefined || older !== undefined
  if (!pages && exports.length === 0) return null
  return (
    <div class="table-foot">
      {pages && (
        <nav
          class="paging"
          aria-label={of === undefined ? t.paging : `${t.paging}${colon(language)}${of}`}
        >
          {newer !== undefined && (
            <a class="button button-secondary" rel="prev" href={newer}>
              ← {t.newer}
            </a>
          )}
          {older !== undefined && (
            <a class="button button-secondary" rel="next" href={older}>
              {t.older} →
            </a>
          )}
        </nav>
      )}
      {exports.length > 0 && (
        <div class="exports">
          <span>{t.exports}</span>
          {exports.map(({ href, label }) => (
            <a href={href} download>
              {label}
            </a>
          ))}
        </div>
      )}
    </div>
  )
}
