/** A register: entries in the order of the book, each with the balance after it. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import { Money } from './figure.tsx'
import type { PageLanguage } from './format.ts'
import { type Column, Table } from './table.tsx'
import { Day } from './time.tsx'

export interface RegisterRow {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly serial?: string | number | undefined
  readonly text: Content
  /** Below the text: the category, the payee, the day it was recorded. */
  readonly note?: Content
  /** The account or fund on the other side. */
  readonly against?: Content
  readonly href?: string | undefined
  /** It reverses another entry, or another reverses it: said in words, not in red. */
  readonly mark?: 'reversal' | 'reversed' | undefined
  /** Decimal texts; an amount stands in one of the first two, or in the third. */
  readonly money_in?: string | undefined
  readonly money_out?: string | undefined
  readonly amount?: string | undefined
  readonly balance: string
}

interface RegisterProps {
  readonly language: PageLanguage
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly note?: Content
  readonly currency: string
  /** Money in and money out; the same two columns as debit and credit; or one column with its sign. */
  readonly form?: 'in-out' | 'debit-credit' | 'amount' | undefined
  readonly rows: readonly RegisterRow[]
  /** The balance before the first row shown, and the day it is of. */
  readonly opening?: { readonly day: string; readonly balance: string } | undefined
  /** Sums of the rows, and the balance after the last. */
  readonly totals?:
    | {
        readonly money_in?: string | undefined
        readonly money_out?: string | undefined
        readonly amount?: string | undefined
        readonly balance: string
      }
    | undefined
  /** Whether a balance below zero is money that is not there, as at a bank. */
  readonly overdraft?: boolean | undefined
  readonly empty?: Content
}

/** The rows of a register, oldest first or newest first as they are given. */
export function Register(props: RegisterProps) {
  const { language, caption, captionHidden, note, rows, opening, totals, empty } = props
  const t = messages[language].parts
  const brought: RegisterRow[] = opening
    ? [{ day: opening.day, text: t.opening, balance: opening.balance }]
    : []
  return (
    <Table
      language={language}
      caption={caption}
      captionHidden={captionHidden}
      note={note}
      columns={columnsOf(props)}
      rows={rows.length > 0 ? [...brought, ...rows] : []}
      totals={totals && totalsOf(props, totals)}
      empty={empty}
    />
  )
}

function columnsOf(props: RegisterProps): Column<RegisterRow>[] {
  const { language, currency, form = 'in-out', rows, overdraft } = props
  const t = messages[language].parts
  const sides = form === 'debit-credit' ? { money_in: t.debit, money_out: t.credit } : {}
  const labels = { ...t, ...sides }
  const money = (key: 'money_in' | 'money_out' | 'amount' | 'balance'): Column<RegisterRow> => ({
    key,
    label: labels[key],
    kind: 'figure',
    currency,
    cell: (row) => {
      const amount = row[key]
      if (amount === undefined) return undefined
      const figure = (
        <Money language={language} amount={amount} overdraft={key === 'balance' && overdraft} />
      )
      return key !== 'balance' && row.href !== undefined ? <a href={row.href}>{figure}</a> : figure
    },
  })
  const serials = rows.some(({ serial }) => serial !== undefined)
  const against = rows.some((row) => row.against !== undefined)
  const column = (given: Column<RegisterRow>, shown = true) => (shown ? [given] : [])
  return [
    ...column({
      key: 'day',
      label: t.day,
      kind: 'day',
      cell: ({ day }) => <Day language={language} day={day} />,
    }),
    ...column(
      { key: 'serial', label: t.serial, kind: 'figure', cell: ({ serial }) => serial },
      serials,
    ),
    ...column({
      key: 'text',
      label: t.text,
      head: true,
      cell: (row) => <EntryText language={language} row={row} />,
    }),
    ...column({ key: 'against', label: t.against, cell: (row) => row.against }, against),
    ...(form === 'amount' ? [money('amount')] : [money('money_in'), money('money_out')]),
    money('balance'),
  ]
}

function EntryText({ language, row }: { language: PageLanguage; row: RegisterRow }) {
  const { text, note, href, mark } = row
  const words = <span class={mark === 'reversed' ? 'entry-text struck' : 'entry-text'}>{text}</span>
  return (
    <>
      {mark && <span class="entry-kind">{messages[language].parts[mark]}</span>}
      {href === undefined ? words : <a href={href}>{words}</a>}
      {note !== undefined && <span class="cell-note">{note}</span>}
    </>
  )
}

function totalsOf(props: RegisterProps, totals: NonNullable<RegisterProps['totals']>) {
  const { language, overdraft } = props
  return Object.fromEntries(
    Object.entries(totals).flatMap(([key, amount]) =>
      amount === undefined
        ? []
        : [
            [
              key,
              <Money
                language={language}
                amount={amount}
                overdraft={key === 'balance' && overdraft}
              />,
            ],
          ],
    ),
  )
}
