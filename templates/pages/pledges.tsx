/** The list of pledges, and a pledge with what keeps it. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { Figure, Figures, Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { EntryView } from './check.tsx'
import {
  amountColumn,
  currencyOf,
  dayColumn,
  fundColumn,
  type StateView,
  stateColumn,
} from './columns.tsx'
import { type ContributionView, contributionColumns } from './contributions.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

export interface PledgeView {
  readonly href: string
  readonly pledge: number
  readonly day: string
  readonly by: LinkView
  readonly fund: LinkView
  readonly amount: string
  readonly kept: string
  readonly left: string
  readonly currency: string
  readonly state: StateView
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PledgesPageView extends PageView {
  readonly tabs: readonly (LinkView & { readonly current: boolean })[]
  readonly list: ListView<PledgeView>
  readonly funds: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** Where a pledge is recorded; null for who may not. */
  readonly record: string | null
}

/** The list of pledges with its filters. */
export function PledgesPage(view: PledgesPageView) {
  const { t, language, tabs, list, record } = view
  const button = (kind: 'primary' | 'secondary') =>
    record && (
      <ButtonLink kind={kind} href={record}>
        {t.pledges.record}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={t.pledges.none_found} />
  ) : (
    <EmptyState title={t.pledges.empty} lead={t.pledges.empty_lead} action={button('secondary')} />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.pledges.title}
        lead={t.pledges.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={t.pledges.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={pledgeColumns(t, language, list.rows)}
        />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, states }: PledgesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const empty = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.lists.search} type="search" width="medium" />
      <Select {...shared('fund')} label={t.contributions.fund} options={funds} empty={empty} />
      <Select {...shared('state')} label={t.contributions.state} options={states} empty={empty} />
    </FilterForm>
  )
}

/** The columns of pledges, in their list and on the page of whoever made them (`ofOne`). */
export function pledgeColumns(
  t: Messages,
  language: PageLanguage,
  rows: readonly PledgeView[],
  ofOne = false,
): Column<PledgeView>[] {
  const words = t.pledges
  const currency = currencyOf(rows)
  const figure = (key: 'kept' | 'left', label: string): Column<PledgeView> => ({
    key,
    label,
    kind: 'figure',
    currency,
    cell: (row) => (
      <Money
        language={language}
        amount={row[key]}
        currency={currency === undefined ? row.currency : undefined}
      />
    ),
  })
  return [
    dayColumn(language, words.made_on),
    {
      key: 'by',
      label: ofOne ? words.number : words.by,
      head: true,
      cell: (row) => <a href={row.href}>{ofOne ? words.one(row) : row.by.label}</a>,
    },
    fundColumn(t.contributions.fund),
    stateColumn(t.contributions.state),
    amountColumn(language, words.promised, rows),
    figure('kept', words.kept),
    figure('left', words.left),
  ]
}

export interface PledgePageView extends PageView {
  readonly pledge: PledgeView
  readonly breadcrumbs: readonly LinkView[]
  readonly entry: EntryView
  readonly entryLink: LinkView
  readonly keptBy: readonly ContributionView[]
  readonly path: readonly MilestoneView[]
  readonly done: string | undefined
  /** Where what keeps it is recorded. */
  readonly keep: string | null
  readonly reverse: string | null
}

/** A pledge, what has kept it, and its entry. */
export function PledgePage(view: PledgePageView) {
  const { t, language, pledge, entry, entryLink, keptBy, path, done } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={t.pledges.one(pledge)}
        breadcrumbs={view.breadcrumbs}
        facts={<PledgeFacts {...view} />}
        actions={<Acts {...view} />}
      />
      <Sum {...view} />
      <Section title={t.pledges.kept_by}>
        <Table
          language={language}
          caption={t.pledges.kept_by}
          captionHidden
          rows={keptBy}
          empty={<EmptyState title={t.pledges.kept_by_none} />}
          columns={contributionColumns(t, language, keptBy)}
        />
      </Section>
      <Section title={t.contributions.path}>
        <Timeline language={language} milestones={path} />
      </Section>
      <Section
        title={t.contributions.entry}
        actions={<a href={entryLink.href}>{entryLink.label}</a>}
      >
        <JournalEntry language={language} caption={entryLink.label} postings={entry.postings} />
      </Section>
    </Stack>
  )
}

function PledgeFacts({ language, pledge }: PledgePageView) {
  return (
    <>
      <State {...pledge.state} />
      <a href={pledge.by.href}>{pledge.by.label}</a>
      <a href={pledge.fund.href}>{pledge.fund.label}</a>
      <Day language={language} day={pledge.day} />
    </>
  )
}

function Acts({ t, keep, reverse }: PledgePageView) {
  return (
    <>
      {keep !== null && (
        <ButtonLink kind="primary" href={keep}>
          {t.pledges.keep}
        </ButtonLink>
      )}
      {reverse !== null && (
        <ButtonLink kind="quiet" href={reverse}>
          {t.lists.reverse}
        </ButtonLink>
      )}
    </>
  )
}

function Sum({ t, language, pledge }: PledgePageView) {
  const { amount, kept, left, currency } = pledge
  const shared = { language, currency }
  return (
    <Figures>
      <Figure {...shared} label={t.pledges.promised} amount={amount} />
      <Figure {...shared} label={t.pledges.kept} amount={kept} />
      <Figure {...shared} label={t.pledges.left} amount={left} strong />
    </Figures>
  )
}
