/** The registers of pairing as lists: helpers, needs, places. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import { isSearchable, type ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

/** A filter: free text without options. */
export interface FilterView {
  readonly name: string
  readonly label: string
  readonly options?: readonly OptionView[]
}

export interface PairingListView<Row> {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly lead: string
  /** What was just done. */
  readonly done: string | undefined
  readonly tabs: readonly TabView[]
  readonly list: ListView<Row>
  readonly filters: readonly FilterView[]
  readonly words: {
    readonly empty: string
    readonly empty_lead: string
    readonly none_found: string
  }
  /** What may be done, the main thing first. */
  readonly acts: readonly LinkView[]
  readonly columns: readonly Column<Row>[]
}

/** A register with its filters. */
export function PairingListPage<Row>(view: PairingListView<Row>) {
  const { language, list, acts, words } = view
  const [main] = acts
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState
      title={words.empty}
      lead={words.empty_lead}
      action={main && <ButtonLink href={main.href}>{main.label}</ButtonLink>}
    />
  )
  return (
    <Stack>
      {view.done !== undefined && (
        <DoneNotice language={language} done={view.done} another={null} />
      )}
      <PageHeader
        language={language}
        title={view.title}
        lead={view.lead}
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }, at) => (
                <ButtonLink kind={at === 0 ? 'primary' : 'secondary'} href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      <Subnavigation language={language} items={view.tabs} />
      <Listed
        language={language}
        list={list}
        filters={isSearchable(list) ? <Filters {...view} /> : null}
      >
        <Table
          language={language}
          caption={view.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={view.columns}
        />
      </Listed>
    </Stack>
  )
}

function Filters<Row>({ t, language, list, filters }: PairingListView<Row>) {
  const { values, action, filtered } = list
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      {filters.map(({ name, label, options }) =>
        options === undefined ? (
          <TextField
            language={language}
            name={name}
            value={values[name]}
            label={label}
            type="search"
            width="medium"
          />
        ) : (
          <Select
            language={language}
            name={name}
            value={values[name]}
            label={label}
            options={options}
            empty={t.lists.all}
          />
        ),
      )}
    </FilterForm>
  )
}

export interface HelperRowView {
  readonly href: string
  readonly reference: string
  readonly name: string
  readonly sort: string
  readonly unit: string | null
  readonly place: string | null
  readonly rank: string | null
  readonly state: StateView
  /** The pairs of the helper: how many of how many. */
  readonly load: LinkView
  readonly over: string | null
}

export function helperColumns({ helpers: words }: Messages): Column<HelperRowView>[] {
  return [
    whoColumn(words.who),
    {
      key: 'sort',
      label: words.sort_label,
      cell: ({ sort, rank }) => (
        <>
          {sort}
          {rank !== null && <span class="cell-note">{rank}</span>}
        </>
      ),
    },
    { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
    { key: 'place', label: words.place, cell: ({ place }) => place },
    { key: 'state', label: words.standing_label, cell: ({ state }) => <State {...state} /> },
    {
      key: 'load',
      label: words.load,
      kind: 'figure',
      cell: ({ load, over }) => (
        <>
          <a href={load.href}>{load.label}</a>
          {over !== null && <State kind="care" word={over} />}
        </>
      ),
    },
  ]
}

export interface NeedRowView {
  readonly href: string
  readonly reference: string
  readonly name: string
  readonly kind: string
  readonly unit: string | null
  readonly place: string | null
  readonly urgency: string
  readonly urgent: boolean
  readonly state: StateView
  readonly cover: LinkView
}

export function needColumns({ needs: words, helpers: shared }: Messages): Column<NeedRowView>[] {
  return [
    whoColumn(words.who),
    { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
    { key: 'unit', label: shared.unit, cell: ({ unit }) => unit },
    { key: 'place', label: shared.place, cell: ({ place }) => place },
    {
      key: 'urgency',
      label: words.urgency_label,
      cell: ({ urgency, urgent }) =>
        urgent ? <State kind="care" word={urgency} /> : <span>{urgency}</span>,
    },
    { key: 'state', label: words.standing_label, cell: ({ state }) => <State {...state} /> },
    {
      key: 'cover',
      label: words.cover,
      kind: 'figure',
      cell: ({ cover }) => <a href={cover.href}>{cover.label}</a>,
    },
  ]
}

export interface PlaceRowView {
  readonly href: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly lies: string
  readonly state: StateView
  readonly helpers: LinkView
  readonly needs: LinkView
}

export function placeColumns({ places: words }: Messages): Column<PlaceRowView>[] {
  const count = (key: 'helpers' | 'needs', label: string): Column<PlaceRowView> => ({
    key,
    label,
    kind: 'figure',
    cell: (row) => <a href={row[key].href}>{row[key].label}</a>,
  })
  return [
    {
      key: 'name',
      label: words.name,
      head: true,
      cell: ({ href, name }) => <a href={href}>{name}</a>,
    },
    { key: 'code', label: words.code, cell: ({ code }) => code },
    { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
    { key: 'lies', label: words.lies, cell: ({ lies }) => <span class="numeral">{lies}</span> },
    { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
    count('helpers', words.helpers),
    count('needs', words.needs),
  ]
}

interface Named {
  readonly href: string
  readonly reference: string
  readonly name: string
}

/** Who it is, with the number of the entry. */
function whoColumn<Row extends Named>(label: string): Column<Row> {
  const cell = ({ href, reference, name }: Row) => (
    <>
      <a href={href}>{name}</a>
      <span class="cell-note numeral">{reference}</span>
    </>
  )
  return { key: 'name', label, head: true, cell }
}
