/** The list of payouts, and a payout with what became of it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select, TextField } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { EntryView } from './check.tsx'
import { amountColumn, dayColumn, fundColumn, type StateView, stateColumn } from './columns.tsx'
import type { ListView, SortView } from './list-view.ts'
import { Listed } from './listed.tsx'

export interface PartyView {
  readonly href: string
  readonly name: string
}

export interface PayoutView {
  readonly href: string
  readonly payout: number
  readonly day: string
  readonly fund: LinkView
  readonly payee: PartyView
  /** Null when the payee is helped. */
  readonly beneficiary: PartyView | null
  readonly category: string
  readonly form: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PayoutsPageView extends PageView {
  readonly list: ListView<PayoutView>
  readonly sort: { readonly day: SortView; readonly amount: SortView }
  readonly funds: readonly OptionView[]
  readonly categories: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** The sum of what was found, where it is one sum. */
  readonly total: string | undefined
  /** Where a payment begins: recorded, or asked for; null for who may not. */
  readonly record: LinkView | null
}

interface ApprovalToldView extends PageView {
  /** Above which amount somebody else approves first; null where they always do. */
  readonly above: string | null
  /** Where a payment request is entered. */
  readonly enter: string
}

/** Which payouts are not recorded at once, and where they begin instead. */
export function ApprovalTold({ t, language, above, enter }: ApprovalToldView) {
  const title = above === null ? t.payouts.approved_always : t.payouts.approved_above({ above })
  return (
    <Notice language={language} tone="info" title={title}>
      <a href={enter}>{t.requests.enter}</a>
    </Notice>
  )
}

/** The list of payouts. */
export function PayoutsPage(view: PayoutsPageView) {
  const { t, language, list, record } = view
  const action = record && (
    <ButtonLink kind="primary" href={record.href}>
      {record.label}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.payouts.title}
        lead={t.payouts.lead}
        actions={action}
      />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <PayoutsTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, categories, states }: PayoutsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.lists.search} type="search" width="medium" />
      <Select {...shared('fund')} label={t.payouts.fund} options={funds} empty={all} />
      <Select {...shared('category')} label={t.payouts.category} options={categories} empty={all} />
      <Select {...shared('state')} label={t.payouts.state} options={states} empty={all} />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

function PayoutsTable({ t, language, list, sort, total, record }: PayoutsPageView) {
  const empty = list.filtered ? (
    <EmptyState title={t.payouts.none_found} />
  ) : (
    <EmptyState
      title={t.payouts.empty}
      lead={t.payouts.empty_lead}
      action={record && <ButtonLink href={record.href}>{record.label}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.payouts.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      totals={
        total === undefined ? undefined : { amount: <Money language={language} amount={total} /> }
      }
      columns={[
        dayColumn(language, t.payouts.paid_on, sort.day),
        {
          key: 'payee',
          label: t.payouts.payee,
          head: true,
          cell: ({ href, payee }) => <a href={href}>{payee.name}</a>,
        },
        {
          key: 'beneficiary',
          label: t.payouts.beneficiary,
          cell: ({ beneficiary }) => beneficiary?.name,
        },
        { key: 'category', label: t.payouts.category, cell: ({ category }) => category },
        fundColumn(t.payouts.fund),
        stateColumn(t.payouts.state),
        amountColumn(language, t.payouts.amount, list.rows, sort.amount),
      ]}
    />
  )
}

export interface PayoutPageView extends PageView {
  readonly payout: PayoutView
  readonly breadcrumbs: readonly LinkView[]
  readonly words: string
  readonly note: string | null
  /** The payment request that it paid; null for a direct payout. */
  readonly request: LinkView | null
  /** The line of a batch that it is; null for one that was paid by itself. */
  readonly batch: LinkView | null
  /** Others agreed to it because it could not wait; it is marked for ever. */
  readonly emergency: boolean
  /** Left out for who may not see entries. */
  readonly entry: EntryView | undefined
  readonly entryLink: LinkView
  readonly path: readonly MilestoneView[]
  /** What was just done. */
  readonly done: string | undefined
  /** Where one more is recorded, when one just was. */
  readonly another: string | null
  readonly comeBack: string | null
  readonly reverse: string | null
}

/** A payout, its entry, and what became of it. */
export function PayoutPage(view: PayoutPageView) {
  const { t, language, payout, breadcrumbs, entry, entryLink, path, done } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={view.another} />}
      <PageHeader
        language={language}
        title={t.payouts.one({ payout: payout.payout })}
        breadcrumbs={breadcrumbs}
        facts={
          <Row>
            <State {...payout.state} />
            {view.emergency && <State kind="care" word={t.requests.emergency_mark} />}
          </Row>
        }
        actions={
          <Actions>
            {view.comeBack && <ButtonLink href={view.comeBack}>{t.payouts.came_back}</ButtonLink>}
            {view.reverse && (
              <ButtonLink kind="quiet" href={view.reverse}>
                {t.lists.reverse}
              </ButtonLink>
            )}
          </Actions>
        }
      />
      <Particulars {...view} />
      {entry && (
        <Section title={t.payouts.entry} actions={<a href={entryLink.href}>{entryLink.label}</a>}>
          <JournalEntry language={language} caption={entryLink.label} postings={entry.postings} />
        </Section>
      )}
      <Section title={t.payouts.path}>
        <Timeline language={language} milestones={path} />
      </Section>
    </Stack>
  )
}

function Particulars({ t, language, payout, words, note, request, batch }: PayoutPageView) {
  const amount = <Money language={language} amount={payout.amount} currency={payout.currency} />
  const person = ({ href, name }: PartyView): Content => <a href={href}>{name}</a>
  return (
    <DescriptionList
      items={[
        { term: t.payouts.amount, detail: amount, note: words },
        { term: t.payouts.payee, detail: person(payout.payee) },
        ...(payout.beneficiary
          ? [{ term: t.payouts.beneficiary, detail: person(payout.beneficiary) }]
          : []),
        { term: t.payouts.category, detail: payout.category },
        { term: t.payouts.paid_on, detail: <Day language={language} day={payout.day} /> },
        { term: t.payouts.form, detail: payout.form },
        { term: t.payouts.fund, detail: <a href={payout.fund.href}>{payout.fund.label}</a> },
        ...(request
          ? [
              {
                term: t.requests.request,
                detail: <a href={request.href}>{request.label}</a>,
              },
            ]
          : []),
        ...(batch
          ? [{ term: t.batches.number, detail: <a href={batch.href}>{batch.label}</a> }]
          : []),
        ...(note === null ? [] : [{ term: t.payouts.note, detail: note }]),
      ]}
    />
  )
}
