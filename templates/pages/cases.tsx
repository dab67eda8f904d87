/** The register of cases, with tabs by what waits. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Stack } from '../parts/layout.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { amountColumn, type StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface CaseView {
  readonly href: string
  readonly reference: string
  readonly beneficiary: string
  readonly programme: string
  readonly cause: string
  readonly unit: string | null
  readonly since: string
  /** The last day in time; null without a limit, and once it is decided. */
  readonly due: string | null
  /** The word for what is late; null for all others. */
  readonly late: string | null
  readonly stands: StateView
  /** The word for an emergency; null for all others. */
  readonly emergency: string | null
  readonly amount: string
  readonly currency: string
}

export interface WaitingTabView extends LinkView {
  readonly current: boolean
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface CasesPageView extends PageView {
  readonly list: ListView<CaseView>
  readonly tabs: readonly TabView[]
  readonly waiting: readonly WaitingTabView[]
  readonly programmes: readonly OptionView[]
  readonly units: readonly OptionView[]
  /** What the rows asked for come to; left out for several currencies. */
  readonly total: string | undefined
  readonly enter: string | null
}

/** The register of cases. */
export function CasesPage(view: CasesPageView) {
  const { t, language, list, tabs, waiting, enter } = view
  const button = (kind: 'primary' | 'secondary') =>
    enter && (
      <ButtonLink kind={kind} href={enter}>
        {t.cases.enter}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={t.cases.none_found} />
  ) : (
    <EmptyState title={t.cases.empty} lead={t.cases.empty_lead} action={button('secondary')} />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.cases.title}
        lead={t.cases.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      <Stack>
        {waiting.length > 1 && <WaitingTabs tabs={waiting} />}
        <Listed language={language} list={list} filters={<Filters {...view} />}>
          <CasesTable t={t} language={language} rows={list.rows} total={view.total} empty={empty} />
        </Listed>
      </Stack>
    </>
  )
}

interface SinceProps extends PageView {
  readonly row: Pick<CaseView, 'since' | 'due'>
}

/** Since when it stands so, and by when it is to be decided. */
function Since({ t, language, row: { since, due } }: SinceProps) {
  return (
    <>
      <Day language={language} day={since} />
      {due !== null && (
        <span class="cell-note">
          {t.flow.due_on} <Day language={language} day={due} />
        </span>
      )}
    </>
  )
}

/** What waits where: each leads to those cases alone. */
export function WaitingTabs({ tabs }: { readonly tabs: readonly WaitingTabView[] }) {
  return (
    <Row>
      {tabs.map(({ href, label, current }) => (
        <ButtonLink kind={current ? 'secondary' : 'quiet'} href={href}>
          {label}
        </ButtonLink>
      ))}
    </Row>
  )
}

function Filters({ t, language, list, programmes, units }: CasesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const orders = (['newest', 'waiting'] as const).map((value) => ({
    value,
    label: t.cases.sort_by[value],
  }))
  const kept = ['step', 'state', 'round', 'file', 'party'].filter((name) => values[name])
  const hidden = Object.fromEntries(kept.map((name) => [name, values[name]!]))
  return (
    <FilterForm
      language={language}
      action={action}
      clear={filtered ? action : undefined}
      hidden={hidden}
    >
      <TextField {...shared('q')} label={t.cases.search} type="search" width="medium" />
      <Select
        {...shared('programme')}
        label={t.cases.programme}
        options={programmes}
        empty={t.lists.all}
      />
      {units.length > 0 && (
        <Select {...shared('unit')} label={t.cases.unit} options={units} empty={t.lists.all} />
      )}
      <Select
        {...shared('sort')}
        value={values.sort || 'newest'}
        label={t.cases.sort}
        options={orders}
      />
    </FilterForm>
  )
}

interface CasesTableProps extends PageView {
  readonly rows: readonly CaseView[]
  readonly total?: string | undefined
  readonly empty: Content
  /** All of one programme, which then is not said of each. */
  readonly ofOne?: boolean
}

/** Cases as rows: who, under what, where each stands. */
export function CasesTable({ t, language, rows, total, empty, ofOne }: CasesTableProps) {
  const units = rows.some(({ unit }) => unit !== null)
  return (
    <Table
      language={language}
      caption={t.cases.title}
      captionHidden
      rows={rows}
      empty={empty}
      totals={
        total === undefined ? undefined : { amount: <Money language={language} amount={total} /> }
      }
      columns={[
        {
          key: 'case',
          label: t.cases.beneficiary,
          head: true,
          cell: ({ href, beneficiary, reference }) => (
            <>
              <a href={href}>{beneficiary}</a>
              <span class="cell-note numeral">{reference}</span>
            </>
          ),
        },
        ...(ofOne
          ? []
          : [
              {
                key: 'programme',
                label: t.cases.programme,
                cell: ({ programme }: CaseView) => programme,
              },
            ]),
        { key: 'cause', label: t.cases.cause, cell: ({ cause }) => cause },
        ...(units
          ? [{ key: 'unit', label: t.cases.unit, cell: ({ unit }: CaseView) => unit }]
          : []),
        {
          key: 'stands',
          label: t.cases.stands,
          cell: ({ stands, emergency, late }) => (
            <Row>
              <State {...stands} />
              {emergency && <State kind="care" word={emergency} />}
              {late && <State kind="care" word={late} />}
            </Row>
          ),
        },
        {
          key: 'since',
          label: t.cases.since,
          kind: 'day' as const,
          cell: (row) => <Since t={t} language={language} row={row} />,
        },
        amountColumn(language, t.cases.amount, rows),
      ]}
    />
  )
}
