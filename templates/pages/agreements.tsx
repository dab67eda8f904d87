/** The lists of agreements between bodies and of what is due under them. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

interface Speech {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface AgreementRowView {
  readonly number: LinkView
  readonly helper: string
  readonly party: string
  readonly kinds: string
  readonly until: string
  readonly commitments: Content
  readonly state: StateView
}

export interface AgreementsPageView extends Speech {
  readonly list: ListView<AgreementRowView>
  readonly tabs: readonly TabView[]
  readonly states: readonly OptionView[]
  readonly helpers: readonly OptionView[]
  /** Where what is due stands. */
  readonly due: string
  /** Null for who does not draft. */
  readonly draft: string | null
}

/** The list of agreements. */
export function AgreementsPage(view: AgreementsPageView) {
  const { t, language, list, tabs, draft, due } = view
  const words = t.agreements
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {draft && (
              <ButtonLink kind="primary" href={draft}>
                {words.draft}
              </ButtonLink>
            )}
            <ButtonLink href={due}>{words.due_link}</ButtonLink>
          </>
        }
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={list.rows}
          empty={<Empty {...view} />}
          columns={[
            {
              key: 'number',
              label: words.number,
              head: true,
              cell: ({ number }) => (
                <a class="numeral" href={number.href}>
                  {number.label}
                </a>
              ),
            },
            { key: 'helper', label: words.helper, cell: ({ helper }) => helper },
            { key: 'party', label: words.party, cell: ({ party }) => party },
            { key: 'kinds', label: words.kinds, cell: ({ kinds }) => kinds },
            {
              key: 'until',
              label: words.until_on,
              kind: 'day',
              cell: ({ until }) => <Day language={language} day={until} />,
            },
            {
              key: 'commitments',
              label: words.open_commitments,
              cell: ({ commitments }) => commitments,
            },
            { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
          ]}
        />
      </Listed>
    </>
  )
}

function Empty({ t, list, draft }: AgreementsPageView) {
  const words = t.agreements
  if (list.filtered) return <EmptyState title={words.none_found} />
  const action = draft && <ButtonLink href={draft}>{words.draft}</ButtonLink>
  return <EmptyState title={words.empty} lead={words.empty_lead} action={action} />
}

function Filters({ t, language, list, states, helpers }: AgreementsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name], empty: t.lists.all })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('state')} label={t.agreements.state} options={states} />
      <Select {...shared('helper')} label={t.agreements.helper} options={helpers} />
    </FilterForm>
  )
}

export interface DueRowView {
  readonly due_on: string
  readonly left: string
  readonly agreement: LinkView
  readonly side: string
  readonly kind: string
  readonly text: string
  readonly promised: string
  readonly open: string
  readonly state: StateView
}

export interface DuePageView extends Speech {
  readonly list: ListView<DueRowView>
  readonly tabs: readonly TabView[]
  readonly breadcrumbs: readonly LinkView[]
  readonly sides: readonly OptionView[]
}

/** What is due under agreements. */
export function DuePage(view: DuePageView) {
  const { t, language, list, tabs, breadcrumbs } = view
  const words = t.agreements
  return (
    <>
      <PageHeader
        language={language}
        title={words.due_title}
        lead={words.due_lead}
        breadcrumbs={breadcrumbs}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<DueFilters {...view} />}>
        <Table
          language={language}
          caption={words.due_title}
          captionHidden
          narrow="early"
          rows={list.rows}
          empty={<EmptyState title={words.due_empty} lead={words.due_empty_lead} />}
          columns={dueColumns(t.agreements, language)}
        />
      </Listed>
    </>
  )
}

function dueColumns(words: Messages['agreements'], language: PageLanguage): Column<DueRowView>[] {
  return [
    {
      key: 'due',
      label: words.due_on,
      kind: 'day',
      cell: ({ due_on, left }) => (
        <>
          <Day language={language} day={due_on} /> <span class="soft small">{left}</span>
        </>
      ),
    },
    {
      key: 'agreement',
      label: words.agreement,
      head: true,
      cell: ({ agreement }) => (
        <a class="numeral" href={agreement.href}>
          {agreement.label}
        </a>
      ),
    },
    { key: 'side', label: words.side, cell: ({ side }) => side },
    {
      key: 'what',
      label: words.what,
      cell: ({ kind, text }) => (
        <>
          {kind}
          <br />
          <span class="soft small">{text}</span>
        </>
      ),
    },
    {
      key: 'open',
      label: words.open,
      kind: 'figure',
      cell: ({ open, promised }) => (
        <>
          {open}
          <br />
          <span class="soft small">{words.of_promised({ promised })}</span>
        </>
      ),
    },
    { key: 'state', label: words.outcome, cell: ({ state }) => <State {...state} /> },
  ]
}

function DueFilters({ t, language, list, sides }: DuePageView) {
  const { values, action, filtered } = list
  const words = t.agreements
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField
        language={language}
        name="within_days"
        value={values.within_days}
        label={words.within_days}
        inputmode="numeric"
        width="tiny"
      />
      <Select
        language={language}
        name="only"
        value={values.only}
        label={words.outcome}
        options={[{ value: 'overdue', label: words.only_overdue }]}
        empty={t.lists.all}
      />
      <Select
        language={language}
        name="side"
        value={values.side}
        label={words.side}
        options={sides}
        empty={t.lists.all}
      />
    </FilterForm>
  )
}
