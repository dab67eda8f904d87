/** Visits as lists: who is due, and every visit and call. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { Row } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { VisitHead, type VisitHeadView } from './visit-head.tsx'
import { type OfflineView, Waiting } from './visit-waiting.tsx'

export interface DueRowView {
  readonly person: LinkView
  readonly helper: string | null
  readonly pair: LinkView | null
  readonly why: string
  readonly due_on: string
  readonly late: boolean
  readonly alarm: boolean
  readonly last_on: string | null
  /** Where the visit is recorded; null for who may not. */
  readonly record: string | null
}

export interface DuePageView extends VisitHeadView {
  readonly due: readonly DueRowView[]
  readonly counts: string
  readonly more: boolean
  readonly action: string
  readonly values: Readonly<Record<string, string>>
  readonly filtered: boolean
  readonly untils: readonly OptionView[]
  readonly onlys: readonly OptionView[]
  readonly whys: readonly OptionView[]
  /** Null for who records none. */
  readonly offline: OfflineView | null
}

/** Who is to be visited or called, the longest due first. */
export function DuePage(view: DuePageView) {
  const { t, language, offline } = view
  return (
    <>
      <VisitHead {...view} />
      {offline ? (
        <Waiting t={t} language={language} offline={offline}>
          <DueList {...view} />
        </Waiting>
      ) : (
        <DueList {...view} />
      )}
    </>
  )
}

function DueList(view: DuePageView) {
  const { t, language, counts, more } = view
  return (
    <>
      <DueFilters {...view} />
      <p>{counts}</p>
      {more && (
        <Notice language={language} tone="info">
          {t.visits.due_more}
        </Notice>
      )}
      <DueTable {...view} />
    </>
  )
}

function DueFilters({ t, language, action, values, filtered, ...view }: DuePageView) {
  const words = t.visits
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="within"
        value={values.within || 'month'}
        label={words.due_until}
        options={view.untils}
      />
      <Select
        language={language}
        name="only"
        value={values.only}
        label={words.due_only}
        options={view.onlys}
        empty={t.lists.all}
      />
      <Select
        language={language}
        name="why"
        value={values.why}
        label={words.why}
        options={view.whys}
        empty={t.lists.all}
      />
    </FilterForm>
  )
}

function DueTable({ t, language, due }: DuePageView) {
  const words = t.visits
  return (
    <Table
      language={language}
      caption={words.due}
      captionHidden
      rows={due}
      empty={<EmptyState title={words.due_empty} lead={words.due_empty_lead} />}
      columns={[
        {
          key: 'person',
          label: words.person,
          head: true,
          cell: ({ person }) => <a href={person.href}>{person.label}</a>,
        },
        {
          key: 'helper',
          label: words.helper,
          cell: ({ helper, pair }) =>
            pair === null ? (
              <State kind="care" word={words.no_helper} />
            ) : (
              <Row>
                <span>{helper}</span>
                <a href={pair.href}>{pair.label}</a>
              </Row>
            ),
        },
        { key: 'why', label: words.why, cell: ({ why }) => why },
        {
          key: 'due',
          label: words.due_on,
          kind: 'day',
          cell: ({ due_on, late, alarm }) => (
            <Row>
              <Day language={language} day={due_on} />
              {alarm && <State kind="stopped" word={words.alarm} />}
              {late && !alarm && <State kind="care" word={words.late} />}
            </Row>
          ),
        },
        {
          key: 'last',
          label: words.last_on,
          kind: 'day',
          cell: ({ last_on }) =>
            last_on === null ? words.never : <Day language={language} day={last_on} />,
        },
        {
          key: 'record',
          label: words.record,
          cell: (row) => <RecordLink {...row} words={words} />,
        },
      ]}
    />
  )
}

function RecordLink({ record, person, words }: DueRowView & { words: Messages['visits'] }) {
  if (record === null) return null
  return (
    <a href={record} data-offline-keep>
      {words.record}
      <span class="unseen"> {person.label}</span>
    </a>
  )
}

export interface VisitRowView {
  readonly visit: LinkView
  readonly person: LinkView
  readonly who: string
  readonly kind: string
  readonly day: string
  readonly state: StateView
}

export interface VisitListView extends VisitHeadView {
  readonly list: ListView<VisitRowView>
  readonly states: readonly OptionView[]
  readonly kinds: readonly OptionView[]
}

/** Every visit and call, newest first. */
export function VisitListPage(view: VisitListView) {
  const { t, language, list, states, kinds } = view
  const words = t.visits
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        value={values.state}
        label={words.state}
        options={states}
        empty={t.lists.all}
      />
      <Select
        language={language}
        name="kind"
        value={values.kind}
        label={words.kind}
        options={kinds}
        empty={t.lists.all}
      />
      <DayField language={language} name="from" value={values.from} label={words.from} />
      <DayField language={language} name="to" value={values.to} label={words.until} />
    </FilterForm>
  )
  return (
    <>
      <VisitHead {...view} />
      <Listed language={language} list={list} filters={filters}>
        <VisitTable {...view} rows={list.rows} filtered={filtered} />
      </Listed>
    </>
  )
}

interface VisitTableView extends Pick<VisitListView, 't' | 'language'> {
  readonly rows: readonly VisitRowView[]
  readonly filtered?: boolean
}

/** Visits as rows: of all, or of one pair or person. */
export function VisitTable({ t, language, rows, filtered = false }: VisitTableView) {
  const words = t.visits
  const empty = filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.list_empty} lead={words.list_empty_lead} />
  )
  return (
    <Table
      language={language}
      caption={words.all}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'visit',
          label: words.reference,
          head: true,
          cell: ({ visit }) => <a href={visit.href}>{visit.label}</a>,
        },
        {
          key: 'day',
          label: words.visited_on,
          kind: 'day',
          cell: ({ day }) => <Day language={language} day={day} />,
        },
        {
          key: 'person',
          label: words.to,
          cell: ({ person }) => <a href={person.href}>{person.label}</a>,
        },
        { key: 'who', label: words.who_went, cell: ({ who }) => who },
        { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
        { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
      ]}
    />
  )
}
