/** Pledges of service, and posts that are taken. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'
import { serviceActs } from './service.tsx'

interface RegisterView<Row> {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<Row>
  readonly tabs: readonly TabView[]
  readonly acts: readonly LinkView[]
  readonly states: readonly OptionView[]
  readonly units: readonly OptionView[]
}

export interface PledgeOfServiceView {
  readonly href: string
  /** The sentence; its number for who does not read names. */
  readonly text: string
  readonly who: LinkView
  readonly due_on: string
  /** Minutes promised and given. */
  readonly minutes: number | null
  readonly given: number
  readonly came_of_it: string | null
  readonly state: StateView
}

/** The list of pledges of service. */
export function PledgesOfServicePage(view: RegisterView<PledgeOfServiceView>) {
  const { t, language, list, tabs, acts } = view
  const words = t.service
  const empty = <EmptyState title={words.pledges_empty} lead={words.pledges_empty_lead} />
  return (
    <>
      <PageHeader
        language={language}
        title={words.pledges}
        lead={words.pledge_lead}
        actions={serviceActs(acts)}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={words.pledges}
          captionHidden
          rows={list.rows}
          columns={pledgeColumns(view)}
          narrow="stack"
          empty={list.filtered ? <EmptyState title={words.none_found} /> : empty}
        />
      </Listed>
    </>
  )
}

function pledgeColumns({
  t,
  language,
}: RegisterView<PledgeOfServiceView>): Column<PledgeOfServiceView>[] {
  const words = t.service
  return [
    {
      key: 'text',
      label: words.pledge,
      head: true,
      cell: ({ href, text }) => <a href={href}>{text}</a>,
    },
    { key: 'who', label: words.who, cell: ({ who }) => <a href={who.href}>{who.label}</a> },
    {
      key: 'due',
      label: words.due_on,
      kind: 'day',
      cell: ({ due_on }) => <Day language={language} day={due_on} />,
    },
    {
      key: 'given',
      label: words.time_given,
      kind: 'figure',
      cell: ({ given, minutes }) =>
        given === 0 && minutes === null
          ? ''
          : [given, ...(minutes === null ? [] : [minutes])]
              .map((one) => words.time({ minutes: one }))
              .join(' / '),
    },
    { key: 'came', label: words.came_of_it, cell: ({ came_of_it }) => came_of_it ?? '' },
    { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
  ]
}

function Filters<Row>({ t, language, list, states, units }: RegisterView<Row>) {
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
      {units.length > 0 && (
        <Select {...shared('unit')} label={t.service.unit} options={units} empty={t.lists.all} />
      )}
    </FilterForm>
  )
}

export interface PostOfServiceView {
  readonly name: LinkView
  readonly held: string
  readonly unit: string
  readonly minutes: number
  readonly state: StateView
}

/** The list of posts. */
export function PostsOfServicePage(view: RegisterView<PostOfServiceView>) {
  const { t, language, list, tabs, acts } = view
  const words = t.service
  const empty = <EmptyState title={words.posts_empty} lead={words.posts_empty_lead} />
  return (
    <>
      <PageHeader
        language={language}
        title={words.posts}
        lead={words.post_lead}
        actions={serviceActs(acts)}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={words.posts}
          captionHidden
          rows={list.rows}
          columns={[
            {
              key: 'name',
              label: words.post,
              head: true,
              cell: ({ name }) => <a href={name.href}>{name.label}</a>,
            },
            { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
            { key: 'held', label: words.held, cell: ({ held }) => held },
            {
              key: 'time',
              label: words.time_given,
              kind: 'figure',
              cell: ({ minutes }) => (minutes === 0 ? '' : words.time({ minutes })),
            },
            { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
          ]}
          narrow="stack"
          empty={list.filtered ? <EmptyState title={words.none_found} /> : empty}
        />
      </Listed>
    </>
  )
}

interface HoldingView {
  readonly who: LinkView
  readonly from_on: string
  readonly to_on: string | null
  readonly came_of_it: string | null
  readonly acts: readonly LinkView[]
}

export interface ServicePostView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  readonly acts: readonly LinkView[]
  readonly particulars: readonly { readonly term: string; readonly detail: string }[]
  readonly holdings: readonly HoldingView[]
}

/** One post, and all who held it. */
export function ServicePostPage(view: ServicePostView) {
  const { t, language, done } = view
  const words = t.service
  return (
    <Stack>
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={[...view.breadcrumbs]}
        facts={<State {...view.state} />}
        actions={serviceActs(view.acts)}
      />
      <DescriptionList items={[...view.particulars]} />
      <Section title={words.holders}>
        <Table
          language={language}
          caption={words.holders}
          captionHidden
          rows={view.holdings}
          columns={holdingColumns(view)}
          narrow="stack"
          empty={<EmptyState title={words.holders_empty} />}
        />
      </Section>
    </Stack>
  )
}

function holdingColumns({ t, language }: ServicePostView): Column<HoldingView>[] {
  const words = t.service
  return [
    {
      key: 'who',
      label: words.who,
      head: true,
      cell: ({ who }) => <a href={who.href}>{who.label}</a>,
    },
    {
      key: 'from',
      label: words.since,
      kind: 'day',
      cell: ({ from_on }) => <Day language={language} day={from_on} />,
    },
    {
      key: 'to',
      label: words.until,
      kind: 'day',
      cell: ({ to_on }) =>
        to_on === null ? (
          <State kind="active" word={words.holds} />
        ) : (
          <Day language={language} day={to_on} />
        ),
    },
    { key: 'came', label: words.came_of_it, cell: ({ came_of_it }) => came_of_it ?? '' },
    {
      key: 'acts',
      label: '',
      cell: ({ acts }) =>
        acts.map(({ href, label }, place) => (
          <>
            {place > 0 && ' · '}
            <a href={href}>{label}</a>
          </>
        )),
    },
  ]
}
