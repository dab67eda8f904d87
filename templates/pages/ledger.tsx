/** The chart of accounts by class, with what each account holds. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'

export interface HeldView {
  readonly amount: string
  readonly currency: string
  /** The register or the entries behind it. */
  readonly href: string
}

export interface AccountRowView {
  readonly code: string
  readonly name: string
  readonly href: string
  /** By fund, in the order of the columns; undefined where it never moved. */
  readonly funds: readonly (HeldView | undefined)[]
  /** By currency. */
  readonly totals: readonly HeldView[]
}

export interface AccountClassView {
  readonly id: string
  readonly title: string
  readonly accounts: readonly AccountRowView[]
}

export interface LedgerPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly done: string | undefined
  /** The chart, the journal, the trial balance. */
  readonly places: readonly (LinkView & { readonly current: boolean })[]
  readonly action: string
  readonly fund: string
  readonly funds: readonly OptionView[]
  /** The funds that have a column each. */
  readonly columns: readonly { readonly fund: string; readonly currency: string }[]
  /** The currency of all totals, when they have one. */
  readonly currency: string | undefined
  readonly classes: readonly AccountClassView[]
  /** Where an account is added; null for who may not. */
  readonly add: string | null
}

/** The chart of accounts. */
export function LedgerPage(view: LedgerPageView) {
  const { t, language, done, places, action, fund, funds, classes, add } = view
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={t.words.term.chart_of_accounts}
        lead={t.ledger.lead}
        actions={add && <ButtonLink href={add}>{t.ledger.add}</ButtonLink>}
      />
      <Subnavigation language={language} items={places} />
      <FilterForm language={language} action={action} clear={fund === '' ? undefined : action}>
        <Select
          language={language}
          name="fund"
          label={t.ledger.fund}
          value={fund}
          options={funds}
          empty={t.ledger.all_funds}
        />
      </FilterForm>
      <p class="soft small">{t.ledger.sides}</p>
      {classes.map(({ id, title, accounts }) => (
        <Section title={title} id={id}>
          <Table
            language={language}
            caption={title}
            captionHidden
            narrow="scroll"
            rows={accounts}
            columns={columnsOf(view)}
          />
        </Section>
      ))}
    </>
  )
}

function columnsOf(view: LedgerPageView): Column<AccountRowView>[] {
  const { t, language, columns, currency } = view
  const { term } = t.words
  const figure = ({ amount, href, currency: own }: HeldView, said: boolean) => (
    <a href={href}>
      <Money language={language} amount={amount} currency={said ? undefined : own} />
    </a>
  )
  const total: Column<AccountRowView> = {
    key: 'total',
    label: t.ledger.all_funds,
    kind: 'figure',
    currency,
    cell: ({ totals }) => totals.map((held) => <div>{figure(held, currency !== undefined)}</div>),
  }
  return [
    { key: 'code', label: term.account_code, cell: ({ code }) => code },
    {
      key: 'name',
      label: term.account,
      head: true,
      cell: ({ href, name }) => <a href={href}>{name}</a>,
    },
    ...columns.map(
      (column, position): Column<AccountRowView> => ({
        key: column.fund,
        label: column.fund,
        kind: 'figure',
        currency: column.currency,
        cell: ({ funds }) => {
          const held = funds[position]
          return held && figure(held, true)
        },
      }),
    ),
    ...(columns.length === 1 ? [] : [total]),
  ]
}
