/** The journal, and one entry of it. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { DayField, Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { EntryView } from './check.tsx'
import { amountColumn, dayColumn, type StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

/** A link, or the words alone where what they name has no page. */
export interface MaybeLinkView {
  readonly href: string | null
  readonly label: string
}

export interface EntryRowView {
  readonly href: string
  readonly number: string
  readonly kind: string
  readonly day: string
  readonly subject: MaybeLinkView
  readonly state: StateView
  /** Of the first posting, and how many more there are. */
  readonly fund: LinkView
  readonly debit: string
  readonly credit: string
  readonly amount: string
  readonly currency: string
  readonly more: string | undefined
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface EntriesPageView extends PageView {
  readonly list: ListView<EntryRowView>
  readonly places: readonly (LinkView & { readonly current: boolean })[]
  readonly funds: readonly OptionView[]
  readonly kinds: readonly OptionView[]
  readonly accounts: readonly OptionView[]
  readonly states: readonly OptionView[]
}

/** The journal. */
export function EntriesPage(view: EntriesPageView) {
  const { t, language, list, places } = view
  return (
    <>
      <PageHeader language={language} title={t.words.term.journal} lead={t.ledger.journal_lead} />
      <Subnavigation language={language} items={places} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <EntriesTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, kinds, accounts, states }: EntriesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  const { term } = t.words
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('fund')} label={t.ledger.fund} options={funds} empty={all} />
      <Select {...shared('kind')} label={t.ledger.kind} options={kinds} empty={all} />
      <Select {...shared('account')} label={term.account} options={accounts} empty={all} />
      <Select {...shared('state')} label={t.ledger.state} options={states} empty={all} />
      <DayField {...shared('from')} label={t.lists.from} />
      <DayField {...shared('to')} label={t.lists.to} />
    </FilterForm>
  )
}

function EntriesTable({ t, language, list }: EntriesPageView) {
  const { term } = t.words
  const empty = list.filtered ? (
    <EmptyState title={t.ledger.journal_none} />
  ) : (
    <EmptyState title={t.ledger.journal_empty} lead={t.ledger.journal_empty_lead} />
  )
  return (
    <Table
      language={language}
      caption={term.journal}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        dayColumn(language, t.ledger.day),
        {
          key: 'entry',
          label: term.entry,
          head: true,
          cell: ({ href, kind, number, state }) => (
            <>
              <a href={href}>{kind}</a>
              <span class="cell-note">{number}</span>
              {state.kind !== 'done' && <State {...state} />}
            </>
          ),
        },
        {
          key: 'subject',
          label: t.ledger.subject,
          cell: ({ subject, fund }) => (
            <>
              {linked(subject)}
              <span class="cell-note">{linked(fund)}</span>
            </>
          ),
        },
        { key: 'debit', label: term.debit, cell: ({ debit }) => debit },
        {
          key: 'credit',
          label: term.credit,
          cell: ({ credit, more }) => (
            <>
              {credit}
              {more !== undefined && <span class="cell-note">{more}</span>}
            </>
          ),
        },
        amountColumn(language, t.ledger.amount, list.rows),
      ]}
    />
  )
}

function linked({ href, label }: MaybeLinkView): Content {
  return href === null ? label : <a href={href}>{label}</a>
}

export interface EntryPageView extends PageView {
  readonly number: string
  readonly kind: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly day: string
  readonly state: StateView
  readonly subject: MaybeLinkView
  /** The numbers that the entry has in its funds. */
  readonly serials: readonly (LinkView & { readonly serial: number })[]
  readonly recorded: { readonly when: Content; readonly who: string }
  readonly event: LinkView
  readonly note: string | null
  readonly parties: readonly LinkView[]
  readonly reverses: LinkView | null
  readonly reversedBy: LinkView | null
  readonly entry: EntryView
  /** Where it is reversed; null where it cannot be, and for who may not. */
  readonly reverse: string | null
}

/** An entry: its postings, what it is about, who recorded it, and whether it stands. */
export function EntryPage(view: EntryPageView) {
  const { t, language, number, kind, done, state, reverse, entry } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        caption={kind}
        title={number}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...state} />}
        actions={
          reverse && (
            <ButtonLink kind="quiet" href={reverse}>
              {t.lists.reverse}
            </ButtonLink>
          )
        }
      />
      <Section title={t.ledger.postings}>
        <JournalEntry language={language} caption={number} postings={entry.postings} />
      </Section>
      <DescriptionList items={factsOf(view)} />
    </Stack>
  )
}

function factsOf(view: EntryPageView): DescriptionView[] {
  const { t, language, recorded, note, parties, reverses, reversedBy } = view
  const maybe = (term: string, to: LinkView | null) => (to ? [{ term, detail: linked(to) }] : [])
  return [
    { term: t.ledger.day, detail: <Day language={language} day={view.day} /> },
    { term: t.ledger.subject, detail: linked(view.subject) },
    ...parties.map((party) => ({ term: t.people.title, detail: linked(party) })),
    ...view.serials.map((fund) => ({
      term: t.ledger.serial,
      detail: (
        <>
          {linked(fund)} {fund.serial}
        </>
      ),
    })),
    ...maybe(t.ledger.reverses, reverses),
    ...maybe(t.ledger.reversed_by, reversedBy),
    ...(note === null ? [] : [{ term: reverses ? t.ledger.reason : t.payouts.note, detail: note }]),
    { term: t.ledger.recorded, detail: recorded.when, note: recorded.who },
    { term: t.ledger.event, detail: linked(view.event) },
  ]
}
