/** Lists beside visits: what is to be done, what prompts visits. */
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { Row } from '../parts/layout.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { VisitHead, type VisitHeadView } from './visit-head.tsx'

export interface FollowUpView {
  readonly text: string | null
  readonly person: LinkView
  readonly visit: LinkView | null
  readonly by: string
  readonly day: string
  readonly late: boolean
  readonly state: StateView | null
  readonly note: string | null
  /** Where it is finished; null for who may not, and once it is. */
  readonly finish: string | null
}

export interface FollowUpsView extends VisitHeadView {
  readonly list: ListView<FollowUpView>
  readonly states: readonly OptionView[]
  readonly followers: readonly OptionView[]
}

/** What is to be done, the longest due first. */
export function FollowUpsPage(view: FollowUpsView) {
  const { t, language, list } = view
  const words = t.visits
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        value={values.state}
        label={words.state}
        options={view.states}
        empty={t.lists.all}
      />
      <Select
        language={language}
        name="for_whom"
        value={values.for_whom}
        label={words.next_for}
        options={view.followers}
        empty={t.lists.all}
      />
    </FilterForm>
  )
  return (
    <>
      <VisitHead {...view} />
      <Listed language={language} list={list} filters={filters}>
        <FollowUpTable {...view} rows={list.rows} filtered={filtered} />
      </Listed>
    </>
  )
}

interface FollowUpTableView extends Pick<FollowUpsView, 't' | 'language'> {
  readonly rows: readonly FollowUpView[]
  readonly filtered?: boolean
}

/** What is to be done, as rows: of all, or after one visit. */
export function FollowUpTable({ t, language, rows, filtered = false }: FollowUpTableView) {
  const words = t.visits
  const empty = filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.follow_ups_empty} lead={words.follow_ups_empty_lead} />
  )
  return (
    <Table
      language={language}
      caption={words.follow_ups}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        { key: 'text', label: words.next_text, head: true, cell: ({ text }) => text },
        {
          key: 'person',
          label: words.person,
          cell: ({ person, visit }) => (
            <Row>
              <a href={person.href}>{person.label}</a>
              {visit && <a href={visit.href}>{visit.label}</a>}
            </Row>
          ),
        },
        { key: 'by', label: words.next_for, cell: ({ by }) => by },
        {
          key: 'day',
          label: words.due_on,
          kind: 'day',
          cell: ({ day, late }) => (
            <Row>
              <Day language={language} day={day} />
              {late && <State kind="care" word={words.late} />}
            </Row>
          ),
        },
        {
          key: 'state',
          label: words.outcome,
          cell: ({ state, note, finish }) => (
            <Row>
              {state && <State {...state} />}
              {note && <span class="small soft">{note}</span>}
              {finish && <a href={finish}>{words.finish}</a>}
            </Row>
          ),
        },
      ]}
    />
  )
}

export interface OccasionView {
  readonly person: LinkView
  readonly kind: string
  readonly day: string
  readonly note: string | null
  readonly state: StateView
  readonly due_on: string | null
  readonly record: string | null
  readonly withdraw: string | null
}

export interface OccasionsView extends VisitHeadView {
  readonly list: ListView<OccasionView>
  readonly states: readonly OptionView[]
  readonly kinds: readonly OptionView[]
}

/** What happened to people who are helped, newest first. */
export function OccasionsPage(view: OccasionsView) {
  const { t, language, list } = view
  const words = t.visits
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        value={values.state}
        label={words.state}
        options={view.states}
        empty={t.lists.all}
      />
      <Select
        language={language}
        name="kind"
        value={values.kind}
        label={words.occasion}
        options={view.kinds}
        empty={t.lists.all}
      />
    </FilterForm>
  )
  const empty = filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.occasions_empty} lead={words.occasions_empty_lead} />
  )
  return (
    <>
      <VisitHead {...view} />
      <Listed language={language} list={list} filters={filters}>
        <OccasionTable {...view} empty={empty} />
      </Listed>
    </>
  )
}

function OccasionTable({ t, language, list, empty }: OccasionsView & { empty: Content }) {
  const words = t.visits
  return (
    <Table
      language={language}
      caption={words.occasions}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'person',
          label: words.person,
          head: true,
          cell: ({ person }) => <a href={person.href}>{person.label}</a>,
        },
        {
          key: 'kind',
          label: words.occasion,
          cell: ({ kind, note }) => (
            <>
              {kind}
              {note && <span class="small soft"> {note}</span>}
            </>
          ),
        },
        {
          key: 'day',
          label: words.happened_on,
          kind: 'day',
          cell: ({ day }) => <Day language={language} day={day} />,
        },
        {
          key: 'due',
          label: words.visit_by,
          kind: 'day',
          cell: ({ due_on }) => due_on && <Day language={language} day={due_on} />,
        },
        {
          key: 'state',
          label: words.state,
          cell: ({ state, record, withdraw }) => (
            <Row>
              <State {...state} />
              {record && <a href={record}>{words.record}</a>}
              {withdraw && <a href={withdraw}>{words.withdraw_occasion}</a>}
            </Row>
          ),
        },
      ]}
    />
  )
}
