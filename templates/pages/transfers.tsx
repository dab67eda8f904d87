/** The list of transfers between funds, and a transfer with what both funds posted. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select } from '../parts/fields.tsx'
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
import { amountColumn, dayColumn, type StateView, stateColumn } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

/** One of the two funds; no way leads to one outside of the reader's units. */
interface FundView {
  readonly href: string | null
  readonly label: string
}

function Fund({ href, label }: FundView) {
  return href === null ? <span>{label}</span> : <a href={href}>{label}</a>
}

export interface TransferView {
  readonly href: string
  readonly label: string
  readonly day: string
  readonly from: FundView
  readonly to: FundView
  readonly terms: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface TransfersPageView extends PageView {
  readonly list: ListView<TransferView>
  readonly funds: readonly OptionView[]
  readonly terms: readonly OptionView[]
  /** Where a transfer is made; null for who may not. */
  readonly make: string | null
}

/** The list of transfers. */
export function TransfersPage(view: TransfersPageView) {
  const { t, language, list, make } = view
  const action = make && (
    <ButtonLink kind="primary" href={make}>
      {t.transfers.make}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.transfers.title}
        lead={t.transfers.lead}
        actions={action}
      />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <TransfersTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, terms }: TransfersPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('fund')} label={t.transfers.fund} options={funds} empty={all} />
      <Select {...shared('terms')} label={t.transfers.terms} options={terms} empty={all} />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

function TransfersTable({ t, language, list, make }: TransfersPageView) {
  const empty = list.filtered ? (
    <EmptyState title={t.transfers.none_found} />
  ) : (
    <EmptyState
      title={t.transfers.empty}
      lead={t.transfers.empty_lead}
      action={make && <ButtonLink href={make}>{t.transfers.make}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.transfers.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        dayColumn(language, t.transfers.made_on),
        {
          key: 'transfer',
          label: t.transfers.title,
          head: true,
          cell: ({ href, label }) => <a href={href}>{label}</a>,
        },
        {
          key: 'from',
          label: t.transfers.from,
          cell: ({ from }) => <Fund {...from} />,
        },
        { key: 'to', label: t.transfers.to, cell: ({ to }) => <Fund {...to} /> },
        { key: 'terms', label: t.transfers.terms, cell: ({ terms }) => terms },
        stateColumn(t.transfers.state),
        amountColumn(language, t.transfers.amount, list.rows),
      ]}
    />
  )
}

export interface TransferPageView extends PageView {
  readonly transfer: TransferView
  readonly breadcrumbs: readonly LinkView[]
  readonly words: string
  readonly reason: string | null
  /** What the one fund still owes the other; null for a transfer for good. */
  readonly owed: {
    readonly amount: string
    readonly debtor: string
    readonly creditor: string
  } | null
  readonly entry: EntryView
  readonly entryLink: LinkView
  readonly path: readonly MilestoneView[]
  /** What was just done. */
  readonly done: string | undefined
  /** Where what is owed is paid back; null where nothing is, and for who may not. */
  readonly repay: string | null
  readonly reverse: string | null
}

/** A transfer, what each of the two funds posted, and what became of it. */
export function TransferPage(view: TransferPageView) {
  const { t, language, transfer, entryLink, path, done } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={transfer.label}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...transfer.state} />}
        actions={
          <Actions>
            {view.repay && (
              <ButtonLink href={view.repay}>{t.words.transfer_terms.repayment}</ButtonLink>
            )}
            {view.reverse && (
              <ButtonLink kind="quiet" href={view.reverse}>
                {t.lists.reverse}
              </ButtonLink>
            )}
          </Actions>
        }
      />
      <Facts {...view} />
      <Section title={t.transfers.entries} actions={<a href={entryLink.href}>{entryLink.label}</a>}>
        <Stack>
          {view.entry.postings.map((posting) => (
            <JournalEntry
              language={language}
              caption={t.transfers.entry_in(posting)}
              postings={[posting]}
            />
          ))}
        </Stack>
      </Section>
      <Section title={t.transfers.path}>
        <Timeline language={language} milestones={path} />
      </Section>
    </Stack>
  )
}

function Facts({ t, language, transfer, words, reason, owed }: TransferPageView) {
  const { currency, from, to } = transfer
  const money = (amount: string) => (
    <Money language={language} amount={amount} currency={currency} />
  )
  return (
    <DescriptionList
      items={[
        { term: t.transfers.amount, detail: money(transfer.amount), note: words },
        { term: t.transfers.from, detail: <Fund {...from} /> },
        { term: t.transfers.to, detail: <Fund {...to} /> },
        { term: t.transfers.terms, detail: transfer.terms },
        { term: t.transfers.made_on, detail: <Day language={language} day={transfer.day} /> },
        ...(reason === null ? [] : [{ term: t.transfers.reason, detail: reason }]),
        ...(owed
          ? [
              {
                term: t.transfers.owed,
                detail: money(owed.amount),
                note: t.transfers.owed_note(owed),
              },
            ]
          : []),
      ]}
    />
  )
}
