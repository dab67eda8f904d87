/** Time that was given: added up, and row by row. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, formatMonth, type PageLanguage } from '../parts/format.ts'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table, TableFoot } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import { dayColumn } from './columns.tsx'
import type { ToldView } from './form.tsx'
import { isSearchable, type ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

interface SummedView {
  readonly times: number
  readonly people: number
  /** Minutes. */
  readonly agreed: number
  readonly unchecked: number
  readonly not_agreed: number
}

export interface ServiceTotalView extends SummedView {
  readonly language: PageLanguage
  /** Null where it is a month. */
  readonly name: string | null
  readonly month: string | null
  readonly href: string | undefined
}

interface Shared {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly acts: readonly LinkView[]
  readonly units: readonly OptionView[]
}

export interface ServiceTotalsView extends Shared {
  readonly values: Readonly<Record<string, string>>
  readonly action: string
  readonly filtered: boolean
  readonly told: ToldView | null
  /** By what it is added up. */
  readonly head: string
  readonly bys: readonly OptionView[]
  readonly rows: readonly ServiceTotalView[]
  readonly more: boolean
  readonly total: SummedView | null
  readonly exports: readonly LinkView[]
}

/** What can be done here; nothing where the reader may do nothing. */
export function serviceActs(acts: readonly LinkView[]): Content {
  if (acts.length === 0) return undefined
  return acts.map(({ href, label }, place) => (
    <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
      {label}
    </ButtonLink>
  ))
}

/** Time that was given, added up. */
export function ServiceTotalsPage(view: ServiceTotalsView) {
  const { t, language, tabs, acts, rows, told, filtered } = view
  const words = t.service
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={serviceActs(acts)}
      />
      <Subnavigation language={language} items={tabs} />
      {(filtered || rows.length > 0) && <TotalFilters {...view} />}
      {told && <RefusalNotice language={language} {...told} />}
      {!told && rows.length === 0 && (
        <EmptyState
          title={filtered ? words.none_found : words.empty}
          lead={filtered ? undefined : words.empty_lead}
        />
      )}
      {rows.length > 0 && (
        <Table
          language={language}
          caption={words.totals}
          captionHidden
          rows={rows}
          columns={totalColumns(view)}
          totals={view.total ? totalsOf(view, view.total) : undefined}
          note={view.more ? words.more : undefined}
          narrow="stack"
        />
      )}
      {rows.length > 0 && <TableFoot language={language} exports={view.exports} />}
    </>
  )
}

function TotalFilters({ t, language, action, values, filtered, bys, units }: ServiceTotalsView) {
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('by')} value={values.by || 'person'} label={t.service.by} options={bys} />
      <DayField {...shared('from')} label={t.service.from} />
      <DayField {...shared('to')} label={t.service.to} />
      {units.length > 0 && (
        <Select
          {...shared('unit')}
          label={t.service.unit}
          options={units}
          empty={t.service.whole}
        />
      )}
    </FilterForm>
  )
}

type Minutes = 'agreed' | 'unchecked' | 'not_agreed'

const timeOf = ({ t }: Pick<Shared, 't'>, minutes: number) =>
  minutes === 0 ? '' : t.service.time({ minutes })

function totalColumns(view: ServiceTotalsView): Column<ServiceTotalView>[] {
  const { t, language, head, rows } = view
  const time = (key: Minutes): Column<ServiceTotalView> => ({
    key,
    label: t.service[key],
    kind: 'figure',
    cell: (row) => timeOf(view, row[key]),
  })
  const name = ({ name: known, month }: ServiceTotalView) =>
    month === null ? known : formatMonth(language, month)
  return [
    {
      key: 'name',
      label: head,
      head: true,
      cell: (row) => (row.href ? <a href={row.href}>{name(row)}</a> : name(row)),
    },
    {
      key: 'people',
      label: t.service.people,
      kind: 'figure',
      cell: ({ people }) => formatCount(language, people),
    },
    time('agreed'),
    time('unchecked'),
    // A column that says nothing takes room from those that do.
    ...(rows.some(({ not_agreed }) => not_agreed > 0) ? [time('not_agreed')] : []),
  ]
}

function totalsOf(view: ServiceTotalsView, total: SummedView) {
  return {
    people: formatCount(view.language, total.people),
    agreed: timeOf(view, total.agreed),
    unchecked: timeOf(view, total.unchecked),
    not_agreed: timeOf(view, total.not_agreed),
  }
}

export interface TimeRowView {
  readonly day: string
  readonly who: LinkView
  readonly minutes: number
  readonly given_to: LinkView | null
  readonly came_of_it: string | null
  readonly note: string | null
  readonly state: StateView
}

export interface TimesPageView extends Shared {
  readonly list: ListView<TimeRowView>
  readonly done: string | undefined
  readonly states: readonly OptionView[]
}

/** Time that was given, row by row. */
export function TimesPage(view: TimesPageView) {
  const { t, language, list, tabs, acts, done } = view
  const words = t.service
  return (
    <>
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <PageHeader
        language={language}
        title={words.hours}
        lead={words.lead}
        actions={serviceActs(acts)}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<TimeFilters {...view} />}>
        <Table
          language={language}
          caption={words.hours}
          captionHidden
          rows={list.rows}
          columns={timeColumns(view)}
          narrow="stack"
          empty={
            isSearchable(list) ? (
              <EmptyState title={words.none_found} />
            ) : (
              <EmptyState title={words.empty} lead={words.empty_lead} />
            )
          }
        />
      </Listed>
    </>
  )
}

function TimeFilters({ t, language, list, states, units }: TimesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm
      language={language}
      action={action}
      clear={filtered ? action : undefined}
      hidden={values.party ? { party: values.party } : undefined}
    >
      <Select {...shared('state')} label={t.service.state} options={states} empty={t.lists.all} />
      <DayField {...shared('from')} label={t.service.from} />
      <DayField {...shared('to')} label={t.service.to} />
      {units.length > 0 && (
        <Select {...shared('unit')} label={t.service.unit} options={units} empty={t.lists.all} />
      )}
    </FilterForm>
  )
}

function timeColumns({ t, language }: TimesPageView): Column<TimeRowView>[] {
  const words = t.service
  return [
    dayColumn<TimeRowView>(language, words.day),
    {
      key: 'who',
      label: words.who,
      head: true,
      cell: ({ who }) => <a href={who.href}>{who.label}</a>,
    },
    {
      key: 'time',
      label: words.hours,
      kind: 'figure',
      cell: ({ minutes }) => words.time({ minutes }),
    },
    {
      key: 'given_to',
      label: words.given_to,
      cell: ({ given_to }) => given_to && <a href={given_to.href}>{given_to.label}</a>,
    },
    {
      key: 'came_of_it',
      label: words.came_of_it,
      cell: ({ came_of_it, note }) => [came_of_it, note].filter((one) => one).join(' · '),
    },
    { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
  ]
}
