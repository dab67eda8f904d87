/** The lists of awards, of a month of allowances, and of claims. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { MonthField, Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

interface Shared {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
}

/** A row of either list: a case, somebody, an amount, where it stands. */
interface RowView {
  readonly case: LinkView
  readonly person: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
}

function caseColumn(label: string): Column<RowView> {
  return {
    key: 'case',
    label,
    head: true,
    cell: (row) => (
      <a class="numeral" href={row.case.href}>
        {row.case.label}
      </a>
    ),
  }
}

function moneyColumn<K extends string>(
  language: PageLanguage,
  key: K,
  label: string,
): Column<{ readonly currency: string } & Readonly<Record<K, string>>> {
  return {
    key,
    label,
    kind: 'figure',
    cell: (row) => <Money language={language} amount={row[key]} currency={row.currency} />,
  }
}

export interface AwardRowView extends RowView {
  readonly months: string
  readonly paid: string
  readonly approved_on: string
  readonly emergency: boolean
}

export interface AwardsPageView extends Shared {
  readonly list: ListView<AwardRowView>
  readonly states: readonly OptionView[]
  readonly kinds: readonly OptionView[]
}

/** The list of awards. */
export function AwardsPage(view: AwardsPageView) {
  const { t, language, list, tabs } = view
  const words = t.awards
  const filters = (
    <Filters
      {...view}
      selects={[
        { name: 'state', label: words.state, options: view.states },
        { name: 'kind', label: words.kind, options: view.kinds },
      ]}
    />
  )
  return (
    <>
      <PageHeader language={language} title={words.title} lead={words.lead} />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={filters}>
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={list.rows}
          empty={
            list.filtered ? (
              <EmptyState title={words.none_found} />
            ) : (
              <EmptyState title={words.empty} lead={words.empty_lead} />
            )
          }
          columns={[
            caseColumn(words.case),
            { key: 'person', label: words.person, cell: ({ person }) => person },
            {
              key: 'approved',
              label: words.approved_on,
              kind: 'day',
              cell: ({ approved_on }) => <Day language={language} day={approved_on} />,
            },
            moneyColumn(language, 'amount', words.amount),
            { key: 'months', label: words.months, cell: ({ months }) => months },
            moneyColumn(language, 'paid', words.paid),
            {
              key: 'state',
              label: words.state,
              cell: ({ state, emergency }) => (
                <Row>
                  <State {...state} />
                  {emergency && <State kind="care" word={words.emergency} />}
                </Row>
              ),
            },
          ]}
        />
      </Listed>
    </>
  )
}

export interface ClaimRowView extends RowView {
  readonly number: string
  readonly cause: string
  readonly claimed_on: string
  readonly open: string
  readonly receive: LinkView | undefined
}

export interface ClaimsPageView extends Shared {
  readonly list: ListView<ClaimRowView>
  readonly states: readonly OptionView[]
}

/** The list of claims. */
export function ClaimsPage(view: ClaimsPageView) {
  const { t, language, list, tabs } = view
  const words = t.awards
  const selects = [{ name: 'state', label: words.state, options: view.states }]
  return (
    <>
      <PageHeader language={language} title={words.claims} lead={words.claims_lead} />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} selects={selects} />}>
        <Table
          language={language}
          caption={words.claims}
          captionHidden
          rows={list.rows}
          empty={<EmptyState title={words.claims_empty} lead={words.claims_empty_lead} />}
          columns={[
            caseColumn(words.case),
            { key: 'payee', label: words.payee, cell: ({ person }) => person },
            { key: 'cause', label: words.end_cause, cell: ({ cause }) => cause },
            {
              key: 'claimed',
              label: words.claimed_on,
              kind: 'day',
              cell: ({ claimed_on }) => <Day language={language} day={claimed_on} />,
            },
            moneyColumn(language, 'amount', words.amount),
            moneyColumn(language, 'open', words.open),
            {
              key: 'state',
              label: words.state,
              cell: ({ state, receive }) => (
                <>
                  <State {...state} />
                  {receive && (
                    <span class="cell-note">
                      <a href={receive.href}>{receive.label}</a>
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Listed>
    </>
  )
}

export interface AllowanceRowView extends RowView {
  readonly number: string
}

export interface AllowancesPageView extends Shared {
  readonly month: string
  readonly action: string
  readonly done: string | undefined
  readonly told: Content
  readonly rows: readonly AllowanceRowView[]
  /** Where the month is made payable; null where nothing waits or the reader may not. */
  readonly make_due: string | null
}

/** A month of allowances. */
export function AllowancesPage(view: AllowancesPageView) {
  const { t, language, tabs, rows, month, action, done, told, make_due } = view
  const words = t.awards
  return (
    <>
      <PageHeader
        language={language}
        title={words.allowances}
        lead={words.allowances_lead}
        actions={
          make_due !== null && (
            <ButtonLink kind="primary" href={make_due}>
              {words.make_due}
            </ButtonLink>
          )
        }
      />
      <Subnavigation language={language} items={tabs} />
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      {told}
      <FilterForm language={language} action={action}>
        <MonthField language={language} name="month" label={words.month} value={month} />
      </FilterForm>
      <Table
        language={language}
        caption={words.allowances}
        captionHidden
        rows={rows}
        empty={<EmptyState title={words.allowances_empty} lead={words.allowances_empty_lead} />}
        columns={[
          caseColumn(words.case),
          { key: 'person', label: words.person, cell: ({ person }) => person },
          { key: 'number', label: words.month, cell: ({ number }) => number },
          moneyColumn(language, 'amount', words.amount),
          { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
        ]}
      />
    </>
  )
}

function Filters({
  t,
  language,
  list,
  selects,
}: Shared & {
  readonly list: ListView<unknown>
  readonly selects: readonly {
    readonly name: string
    readonly label: string
    readonly options: readonly OptionView[]
  }[]
}) {
  const { values, action, filtered } = list
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      {selects.map(({ name, label, options }) => (
        <Select
          language={language}
          name={name}
          value={values[name]}
          label={label}
          options={options}
          empty={t.lists.all}
        />
      ))}
    </FilterForm>
  )
}
