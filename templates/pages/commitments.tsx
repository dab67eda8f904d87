/** The list of commitments, and a commitment with what was released of it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
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
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

export interface CommitmentView {
  readonly href: string
  readonly label: string
  readonly day: string
  readonly fund: LinkView
  readonly kind: string
  readonly amount: string
  /** What is still set aside. */
  readonly left: string
  readonly currency: string
  readonly state: StateView
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface CommitmentsPageView extends PageView {
  readonly breadcrumbs: readonly LinkView[]
  readonly list: ListView<CommitmentView>
  readonly funds: readonly OptionView[]
  readonly kinds: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** Where money is set aside; null for who may not. */
  readonly make: string | null
}

/** The list of commitments. */
export function CommitmentsPage(view: CommitmentsPageView) {
  const { t, language, list, make, breadcrumbs } = view
  const action = make && (
    <ButtonLink kind="primary" href={make}>
      {t.commitments.make}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.commitments.title}
        lead={t.commitments.lead}
        breadcrumbs={breadcrumbs}
        actions={action}
      />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <CommitmentsTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, kinds, states }: CommitmentsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('fund')} label={t.commitments.fund} options={funds} empty={all} />
      <Select {...shared('kind')} label={t.commitments.kind} options={kinds} empty={all} />
      <Select {...shared('state')} label={t.commitments.state} options={states} empty={all} />
    </FilterForm>
  )
}

function CommitmentsTable({ t, language, list, make }: CommitmentsPageView) {
  const { rows } = list
  const currency = currencyOf(rows)
  const empty = list.filtered ? (
    <EmptyState title={t.commitments.none_found} />
  ) : (
    <EmptyState
      title={t.commitments.empty}
      lead={t.commitments.empty_lead}
      action={make && <ButtonLink href={make}>{t.commitments.make}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.commitments.title}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        dayColumn(language, t.commitments.made_on),
        {
          key: 'commitment',
          label: t.commitments.title,
          head: true,
          cell: ({ href, label }) => <a href={href}>{label}</a>,
        },
        { key: 'kind', label: t.commitments.kind, cell: ({ kind }) => kind },
        fundColumn(t.commitments.fund),
        stateColumn(t.commitments.state),
        amountColumn(language, t.commitments.amount, rows),
        {
          key: 'left',
          label: t.commitments.left,
          kind: 'figure',
          currency,
          cell: (row) => (
            <Money
              language={language}
              amount={row.left}
              currency={currency === undefined ? row.currency : undefined}
            />
          ),
        },
      ]}
    />
  )
}

export interface CommitmentPageView extends PageView {
  readonly commitment: CommitmentView
  readonly breadcrumbs: readonly LinkView[]
  readonly words: string
  /** Left out for who may not see entries. */
  readonly entry: EntryView | undefined
  readonly entryLink: LinkView
  readonly path: readonly MilestoneView[]
  /** What was just done. */
  readonly done: string | undefined
  readonly release: string | null
  readonly reverse: string | null
}

/** A commitment, its entry, and what was released of it. */
export function CommitmentPage(view: CommitmentPageView) {
  const { t, language, commitment, entry, entryLink, path, done } = view
  const { currency, fund } = commitment
  const money = (amount: string) => (
    <Money language={language} amount={amount} currency={currency} />
  )
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={commitment.label}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...commitment.state} />}
        actions={
          <Actions>
            {view.release && <ButtonLink href={view.release}>{t.commitments.release}</ButtonLink>}
            {view.reverse && (
              <ButtonLink kind="quiet" href={view.reverse}>
                {t.lists.reverse}
              </ButtonLink>
            )}
          </Actions>
        }
      />
      <DescriptionList
        items={[
          { term: t.commitments.amount, detail: money(commitment.amount), note: view.words },
          { term: t.commitments.left, detail: money(commitment.left) },
          { term: t.commitments.kind, detail: commitment.kind },
          { term: t.commitments.fund, detail: <a href={fund.href}>{fund.label}</a> },
          { term: t.commitments.made_on, detail: <Day language={language} day={commitment.day} /> },
        ]}
      />
      {entry && (
        <Section
          title={t.commitments.entry}
          actions={<a href={entryLink.href}>{entryLink.label}</a>}
        >
          <JournalEntry language={language} caption={entryLink.label} postings={entry.postings} />
        </Section>
      )}
      <Section title={t.commitments.path}>
        <Timeline language={language} milestones={path} />
      </Section>
    </Stack>
  )
}
