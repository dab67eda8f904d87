/** The trial balance, fund by fund, as it is signed on paper. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select, TextField } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { PrintHead, SignatureLines } from '../parts/print.tsx'
import { type Column, Table, TableFoot } from '../parts/table.tsx'
import type { ToldView } from './form.tsx'

export interface BalanceRowView {
  readonly code: string
  readonly name: string
  /** The register behind it. */
  readonly href: string
  /** The side that the account stands on; undefined on the other. */
  readonly debit: string | undefined
  readonly credit: string | undefined
}

export interface FundBalancesView {
  readonly fund: string
  readonly title: string
  readonly currency: string
  readonly rows: readonly BalanceRowView[]
  readonly debit: string
  readonly credit: string
}

export interface TrialBalancePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly organisation: string
  readonly instant: string
  readonly timeZone: string
  readonly places: readonly (LinkView & { readonly current: boolean })[]
  readonly action: string
  readonly values: Readonly<Record<string, string>>
  readonly filtered: boolean
  readonly told: ToldView | null
  readonly exports: readonly LinkView[]
  /** As of when, and as known when. */
  readonly when: string
  readonly options: readonly OptionView[]
  readonly funds: readonly FundBalancesView[]
}

/** The trial balance. */
export function TrialBalancePage(view: TrialBalancePageView) {
  const { t, language, organisation, instant, timeZone, places, told, when, funds } = view
  const title = t.words.term.trial_balance
  const print = { language, organisation, instant, timeZone }
  return (
    <>
      <PrintHead {...print} />
      <PageHeader language={language} title={title} caption={when} lead={t.ledger.trial_lead} />
      <Subnavigation language={language} items={places} />
      <Filters {...view} />
      {told && <RefusalNotice language={language} {...told} />}
      {!told && funds.length === 0 && (
        <EmptyState title={t.ledger.trial_empty} lead={t.ledger.trial_empty_lead} />
      )}
      {funds.map((fund) => (
        <Section title={fund.title}>
          <FundTable t={t} language={language} fund={fund} />
        </Section>
      ))}
      {funds.length > 0 && <TableFoot language={language} exports={view.exports} />}
      <SignatureLines language={language} signers={[t.ledger.prepared_by, t.ledger.reviewed_by]} />
    </>
  )
}

function Filters({ t, language, action, values, filtered, options }: TrialBalancePageView) {
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        {...shared('fund')}
        label={t.ledger.fund}
        options={options}
        empty={t.ledger.all_funds}
      />
      <DayField {...shared('as_of')} label={t.ledger.as_of} />
      <TextField
        {...shared('known_at')}
        label={t.ledger.known_at}
        width="short"
        inputmode="numeric"
      />
    </FilterForm>
  )
}

interface FundTableProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly fund: FundBalancesView
}

function FundTable({ t, language, fund }: FundTableProps) {
  const { term } = t.words
  const side = (key: 'debit' | 'credit'): Column<BalanceRowView> => ({
    key,
    label: term[key],
    kind: 'figure',
    currency: fund.currency,
    cell: (row) => {
      const amount = row[key]
      return (
        amount !== undefined && (
          <a href={row.href}>
            <Money language={language} amount={amount} />
          </a>
        )
      )
    },
  })
  return (
    <Table
      language={language}
      caption={fund.title}
      captionHidden
      narrow="scroll"
      rows={fund.rows}
      totals={{
        debit: <Money language={language} amount={fund.debit} />,
        credit: <Money language={language} amount={fund.credit} />,
      }}
      columns={[
        { key: 'code', label: term.account_code, cell: ({ code }) => code },
        { key: 'name', label: term.account, head: true, cell: ({ name }) => name },
        side('debit'),
        side('credit'),
      ]}
    />
  )
}
