/** A person or body: where they belong, what they gave and promised, what was paid to them or for them. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { amountColumn, currencyOf, dayColumn, fundColumn, stateColumn } from './columns.tsx'
import { type ContributionView, contributionColumns } from './contributions.tsx'
import { CameFrom, Sameness, type SamenessView } from './duplicates.tsx'
import type { PayoutView } from './payouts.tsx'
import type { PersonView } from './people.tsx'
import { Belonging, type BelongingView } from './person-belonging.tsx'
import { type PledgeView, pledgeColumns } from './pledges.tsx'

export interface DealingsView {
  readonly fund: LinkView
  readonly currency: string
  readonly given: LinkedAmountView
  readonly helped: LinkedAmountView
  readonly paid: LinkedAmountView
}

/** An amount and what it is made of. */
export interface LinkedAmountView {
  readonly href: string
  readonly amount: string
}

/** The newest acts of a kind, and where all of them stand. */
export interface NewestView<Row> {
  readonly rows: readonly Row[]
  readonly all: string
}

export interface PersonPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly person: PersonView
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly dealings: readonly DealingsView[]
  /** Each is left out for who may not see such acts. */
  readonly gave: NewestView<ContributionView> | undefined
  readonly pledges: NewestView<PledgeView> | undefined
  readonly received: NewestView<PayoutView> | undefined
  readonly belonging: Omit<BelongingView, 't' | 'language'>
  readonly sameness: SamenessView
  /** All help that was given, with what caps leave; null for none. */
  readonly support: Content | null
  /** Who helps them, and whom they help; null for none. */
  readonly pairing: Content | null
  /** What the reader may record with them. */
  readonly acts: readonly LinkView[]
}

/** The page of a person or body. */
export function PersonPage(view: PersonPageView) {
  const { t, language, person, breadcrumbs, done, dealings, gave, pledges, received } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={person.name}
        caption={person.kind}
        breadcrumbs={breadcrumbs}
        facts={<span class="numeral">{person.party}</span>}
        actions={view.acts.map(({ href, label }) => <ButtonLink href={href}>{label}</ButtonLink>)}
      />
      <CameFrom t={t} language={language} cameFrom={view.sameness.cameFrom} />
      <Sameness t={t} language={language} {...view.sameness} />
      <Belonging t={t} language={language} {...view.belonging} />
      {view.support}
      {view.pairing}
      {dealings.length > 0 && <Dealings {...view} />}
      {gave && (
        <Section title={t.people.gave} actions={allOf(t, gave)}>
          <Table
            language={language}
            caption={t.people.gave}
            captionHidden
            rows={gave.rows}
            empty={<EmptyState title={t.people.gave_none} />}
            columns={contributionColumns(t, language, gave.rows, { ofOne: true })}
          />
        </Section>
      )}
      {pledges && pledges.rows.length > 0 && (
        <Section title={t.people.pledges} actions={allOf(t, pledges)}>
          <Table
            language={language}
            caption={t.people.pledges}
            captionHidden
            rows={pledges.rows}
            columns={pledgeColumns(t, language, pledges.rows, true)}
          />
        </Section>
      )}
      {received && (
        <Section title={t.people.received} actions={allOf(t, received)}>
          <Table
            language={language}
            caption={t.people.received}
            captionHidden
            rows={received.rows}
            empty={<EmptyState title={t.people.received_none} />}
            columns={payoutColumns(view, received.rows)}
          />
        </Section>
      )}
    </Stack>
  )
}

function allOf({ people }: Messages, { rows, all }: NewestView<unknown>) {
  return rows.length > 0 && <a href={all}>{people.all}</a>
}

function Dealings({ t, language, dealings }: PersonPageView) {
  const currency = currencyOf(dealings)
  const amount = (key: 'given' | 'helped' | 'paid'): Column<DealingsView> => ({
    key,
    label: t.people[key],
    kind: 'figure',
    currency,
    cell: (row) => {
      const { href, amount } = row[key]
      const shown = currency === undefined ? row.currency : undefined
      return (
        <a href={href}>
          <Money language={language} amount={amount} currency={shown} />
        </a>
      )
    },
  })
  return (
    <Section title={t.people.dealings} lead={t.people.dealings_lead}>
      <Table
        language={language}
        caption={t.people.dealings}
        captionHidden
        rows={dealings}
        columns={[
          { ...fundColumn<DealingsView>(t.contributions.fund), head: true },
          amount('given'),
          amount('helped'),
          amount('paid'),
        ]}
      />
    </Section>
  )
}

/** Whom a payout went to and whom it helped: one of them is the person whose page it is. */
function payoutColumns(
  { t, language }: PersonPageView,
  rows: readonly PayoutView[],
): Column<PayoutView>[] {
  const words = t.payouts
  return [
    dayColumn(language, words.paid_on),
    {
      key: 'payee',
      label: words.payee,
      head: true,
      cell: ({ href, payee }) => <a href={href}>{payee.name}</a>,
    },
    {
      key: 'beneficiary',
      label: words.beneficiary,
      cell: ({ beneficiary }) => beneficiary && <a href={beneficiary.href}>{beneficiary.name}</a>,
    },
    { key: 'category', label: words.category, cell: ({ category }) => category },
    fundColumn(words.fund),
    stateColumn(words.state),
    amountColumn(language, words.amount, rows),
  ]
}
