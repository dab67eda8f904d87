/** The gallery's lists and figures: tables, registers, charts, timelines, what waits. */
import { Button, ButtonLink } from '../parts/button.tsx'
import { Chart } from '../parts/chart.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Figure, Figures, Money } from '../parts/figure.tsx'
import { Card, Cards, Digest } from '../parts/layout.tsx'
import { Register } from '../parts/register.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { Table, TableFoot } from '../parts/table.tsx'
import { Day, Instant } from '../parts/time.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { WorkList } from '../parts/work-list.tsx'
import type { SpecimenProps } from './gallery-forms.tsx'
import { amounts, longName, people, samples, year } from './gallery-samples.ts'

/** Labelled figures side by side, then as a sum on paper. */
export function FigureSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  const sum = [
    { label: s.fund, amount: '9410.00', href: '#figure' },
    { label: s.committed, amount: '-5100.00', href: '#figure' },
    { label: s.available, amount: '4310.00', strong: true },
  ]
  return (
    <>
      <Figures>
        <Figure language={language} label={s.available} amount="4310.00" currency="USD" strong />
        <Figure
          language={language}
          label={s.fund}
          amount={amounts.overdrawn}
          currency="USD"
          overdraft
          href="#figure"
          note={<Day language={language} day="2026-10-31" />}
        />
        <Figure language={language} label={s.amount} amount={amounts.huge} currency="CNY" />
        <Figure language={language} label={s.amount} amount={amounts.yen} currency="JPY" />
        <Figure language={language} label={s.amount} amount={amounts.dinar} currency="KWD" />
      </Figures>
      <Figures form="lines">
        {sum.map((figure) => (
          <Figure language={language} {...figure} />
        ))}
      </Figures>
    </>
  )
}

/** Funds at a glance, as on the first page. */
export function CardSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  const points = year.map((amount, month) => ({ month: monthAt(month), amount }))
  return (
    <Cards>
      <Card title={s.fund} href="#card" aside={<State kind="done" word={s.state_done} />}>
        <Figures form="lines">
          <Figure language={language} label={s.fund} amount="9410.00" currency="USD" href="#card" />
          <Figure language={language} label={s.committed} amount="-5100.00" currency="USD" />
          <Figure language={language} label={s.available} amount="4310.00" currency="USD" strong />
        </Figures>
        <Chart language={language} title={s.balance_year} currency="USD" points={points} bare />
      </Card>
    </Cards>
  )
}

/** A table with sorting, totals, paging and files; and one that is empty. */
export function TableSpecimens({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const rows = [
    { payee: people.long, day: '2026-10-31', kind: 'done', amount: amounts.huge },
    { payee: people.rare, day: '2026-10-30', kind: 'waiting', amount: amounts.ordinary },
    { payee: people.emoji, day: '2026-09-02', kind: 'reversed', amount: amounts.negative },
    { payee: people.hostile, day: '2026-01-01', kind: 'care', amount: amounts.zero },
  ] as const
  return (
    <>
      <Table
        language={language}
        caption={`${s.payout} (${theme})`}
        note={s.hint}
        columns={[
          {
            key: 'payee',
            label: s.payee,
            head: true,
            cell: (row) => <a href="#table">{row.payee}</a>,
          },
          {
            key: 'day',
            label: s.day,
            kind: 'day',
            sort: { href: '#table', now: 'descending' },
            cell: ({ day }) => <Day language={language} day={day} />,
          },
          {
            key: 'state',
            label: s.category,
            cell: ({ kind }) => <State kind={kind} word={s[`state_${kind}`]} />,
          },
          {
            key: 'amount',
            label: s.amount,
            kind: 'figure',
            currency: 'USD',
            sort: { href: '#table' },
            cell: ({ amount }) => <Money language={language} amount={amount} />,
          },
        ]}
        rows={rows}
        totals={{ amount: <Money language={language} amount="90071992548564.41" /> }}
      />
      <TableFoot
        language={language}
        of={theme}
        newer="#table"
        older="#table"
        exports={[
          { href: '#csv', label: 'CSV' },
          { href: '#xlsx', label: 'XLSX' },
        ]}
      />
      <EmptySpecimen language={language} />
    </>
  )
}

function EmptySpecimen({ language }: Pick<SpecimenProps, 'language'>) {
  const s = samples[language]
  const action = <ButtonLink href="#empty-state">{s.first}</ButtonLink>
  const empty = <EmptyState title={s.empty} lead={s.empty_lead} action={action} />
  return <Table language={language} caption={s.empty} columns={[]} rows={[]} empty={empty} />
}

/** A register with a reversal, a bank overdrawn, long names and totals. */
export function RegisterSpecimen({ language, theme }: SpecimenProps) {
  const s = samples[language]
  const href = '#register'
  return (
    <Register
      language={language}
      caption={`${s.bank_name} (${theme})`}
      note={s.hint}
      currency="USD"
      overdraft
      opening={{ day: '2026-10-01', balance: '420.00' }}
      rows={[
        {
          day: '2026-10-02',
          serial: 1041,
          text: s.brought,
          note: people.chinese,
          against: s.fund,
          href,
          money_in: '80.00',
          balance: '500.00',
        },
        {
          day: '2026-10-02',
          serial: 1042,
          text: s.payout,
          note: people.long,
          against: s.care_grants,
          href,
          mark: 'reversed',
          money_out: '1750.75',
          balance: '-1250.75',
        },
        {
          day: '2026-10-05',
          serial: 1043,
          text: s.back,
          note: people.long,
          against: s.care_grants,
          href,
          mark: 'reversal',
          money_out: '-1750.75',
          balance: '500.00',
        },
        {
          day: '2026-10-31',
          serial: 1044,
          text: s.interest,
          against: s.interest,
          href,
          money_in: '0.31',
          balance: '500.31',
        },
      ]}
      totals={{ money_in: '80.31', money_out: '0.00', balance: '500.31' }}
    />
  )
}

/** A balance over a year, and what came in each month. */
export function ChartSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  const points = year.map((amount, month) => ({ month: monthAt(month), amount }))
  return (
    <>
      <Chart language={language} title={s.balance_year} currency="USD" points={points} />
      <Chart language={language} title={s.brought} currency="USD" points={points} form="bars" />
    </>
  )
}

function monthAt(position: number): string {
  return `2026-${String(position + 1).padStart(2, '0')}`
}

/** The path of a payout with its next action; and one that was stopped. */
export function TimelineSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  const when = <Day language={language} day="2026-10-02" />
  return (
    <>
      <Timeline
        language={language}
        milestones={[
          { title: s.applied, state: 'done', when, who: people.chinese },
          { title: s.approved, state: 'done', when, who: s.committee, detail: s.reason },
          {
            title: s.paid,
            state: 'current',
            action: <Button kind="primary">{s.record}</Button>,
          },
          { title: s.receipt, state: 'coming' },
        ]}
      />
      <Timeline
        language={language}
        milestones={[
          { title: s.applied, state: 'done', when, who: people.long },
          { title: s.state_stopped, state: 'stopped', when, who: s.committee, detail: s.reason },
        ]}
      />
    </>
  )
}

/** Every kind of state. */
export function StateSpecimens({ language }: SpecimenProps) {
  const s = samples[language]
  const kinds = ['draft', 'waiting', 'active', 'done', 'care', 'stopped', 'reversed'] as const
  return (
    <div class="row">
      {kinds.map((kind: StateKind) => (
        <State kind={kind} word={s[`state_${kind}`]} />
      ))}
    </div>
  )
}

/** What waits for the reader. */
export function WorkSpecimen({ language }: SpecimenProps) {
  const s = samples[language]
  const amount = { amount: amounts.ordinary, currency: 'USD' }
  const action = <ButtonLink href="#work-list">{s.see}</ButtonLink>
  return (
    <WorkList
      language={language}
      items={[
        { title: s.waits, href: '#work-list', detail: s.waits_detail, amount, action },
        { title: longName, href: '#work-list', detail: s.sample_notice, action },
      ]}
    />
  )
}

/** What is known of one thing. */
export function DescriptionSpecimen({ language }: SpecimenProps) {
  const s = samples[language]
  const instant = '2026-10-02T07:04:31Z'
  return (
    <DescriptionList
      items={[
        { term: s.payee, detail: people.emoji },
        { term: s.fund, detail: longName, note: people.rare },
        { term: s.day, detail: <Day language={language} day="2026-10-02" form="long" /> },
        {
          term: s.receipt,
          detail: <Instant language={language} instant={instant} timeZone="Asia/Taipei" />,
        },
        {
          term: 'SHA-256',
          detail: <Digest>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</Digest>,
        },
      ]}
    />
  )
}
