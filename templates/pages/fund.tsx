/** A fund's page: what it may still give, and its story for a stranger. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { Chart, type ChartPointView } from '../parts/chart.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { Figure, Figures, Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Month } from '../parts/time.tsx'
import { Holdings, type HoldingsView } from './funds.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface FlowView {
  readonly in: string
  readonly out: string
  readonly other: string
  readonly closing: string
}

export interface FlowPartView {
  readonly name: string
  /** Its register; null for who may not see it. */
  readonly href: string | null
  readonly amount: string
}

export interface StoryView {
  readonly year: number
  readonly others: readonly LinkView[]
  readonly opening: string
  readonly total: FlowView
  readonly sources: readonly FlowPartView[]
  readonly categories: readonly FlowPartView[]
  readonly months: readonly (FlowView & { readonly month: string })[]
  readonly helped: number
}

export interface FundPageView extends PageView {
  readonly name: string
  readonly purpose: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  /** Why it was closed; null while it is open. */
  readonly closed: string | null
  readonly holdings: HoldingsView
  readonly links: Parameters<typeof Holdings>[0]['links']
  readonly facts: readonly DescriptionView[]
  readonly policy: readonly DescriptionView[]
  readonly story: StoryView
  readonly registers: readonly LinkView[]
  /** What can be recorded here; the first is what is done most. */
  readonly actions: readonly LinkView[]
  readonly policyChange: string | null
  readonly close: string | null
}

/** The page of one fund. */
export function FundPage(view: FundPageView) {
  const { t, language, name, purpose, breadcrumbs, done, closed, story, registers } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={name}
        lead={purpose}
        breadcrumbs={breadcrumbs}
        facts={closed !== null && <State kind="stopped" word={t.funds.closed} />}
        actions={view.actions.map(({ href, label }, position) => (
          <ButtonLink kind={position === 0 ? 'primary' : 'secondary'} href={href}>
            {label}
          </ButtonLink>
        ))}
      />
      <Columns form="main">
        <Story t={t} language={language} story={story} currency={view.holdings.currency} />
        <Stack>
          <Section title={t.funds.available} lead={t.funds.available_note}>
            <Holdings t={t} language={language} fund={view.holdings} links={view.links ?? {}} />
          </Section>
          {registers.length > 0 && (
            <Section title={t.funds.registers}>
              <Row>
                {registers.map(({ href, label }) => (
                  <a href={href}>{label}</a>
                ))}
              </Row>
            </Section>
          )}
          <Section title={t.funds.purpose}>
            <DescriptionList items={view.facts} />
          </Section>
          <Section
            title={t.funds.policy}
            actions={view.policyChange && <a href={view.policyChange}>{t.funds.policy_change}</a>}
          >
            <DescriptionList items={view.policy} />
          </Section>
          {view.close && (
            <Actions apart={<ButtonLink href={view.close}>{t.funds.close}</ButtonLink>} />
          )}
        </Stack>
      </Columns>
    </Stack>
  )
}

interface StoryProps extends PageView {
  readonly story: StoryView
  readonly currency: string
}

function Story({ t, language, story, currency }: StoryProps) {
  const points: ChartPointView[] = story.months.map(({ month, closing }) => ({
    month,
    amount: closing,
  }))
  const figure = (label: string, amount: string) => (
    <Figure language={language} label={label} amount={amount} currency={currency} />
  )
  return (
    <Stack>
      <Section
        title={t.funds.year({ year: story.year })}
        lead={story.helped > 0 ? t.funds.helped({ people: story.helped }) : undefined}
        actions={
          story.others.length > 0 && (
            <Row>
              {story.others.map(({ href, label }) => (
                <a href={href}>{label}</a>
              ))}
            </Row>
          )
        }
      >
        <Figures>
          {figure(t.funds.opening, story.opening)}
          {figure(t.funds.came_in, story.total.in)}
          {figure(t.funds.went_out, story.total.out)}
          {/[1-9]/.test(story.total.other) && figure(t.funds.other_moves, story.total.other)}
          {figure(t.funds.closing, story.total.closing)}
        </Figures>
        {points.length > 1 && (
          <Chart
            language={language}
            title={t.funds.balance_chart}
            currency={currency}
            points={points}
          />
        )}
      </Section>
      <Columns>
        <Parts
          {...{ t, language, currency }}
          title={t.funds.sources}
          parts={story.sources}
          empty={t.funds.nothing_in}
        />
        <Parts
          {...{ t, language, currency }}
          title={t.funds.categories}
          parts={story.categories}
          empty={t.funds.nothing_out}
        />
      </Columns>
      <Months {...{ t, language, currency, story }} />
    </Stack>
  )
}

interface PartsProps extends PageView {
  readonly title: string
  readonly currency: string
  readonly parts: readonly FlowPartView[]
  readonly empty: string
}

function Parts({ t, language, title, currency, parts, empty }: PartsProps) {
  return (
    <Section title={title}>
      <Table
        language={language}
        caption={title}
        captionHidden
        narrow="scroll"
        rows={parts}
        empty={<p>{empty}</p>}
        columns={[
          {
            key: 'name',
            label: title,
            head: true,
            cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>),
          },
          {
            key: 'amount',
            label: t.parts.amount,
            kind: 'figure',
            currency,
            cell: ({ amount }) => <Money language={language} amount={amount} />,
          },
        ]}
      />
    </Section>
  )
}

function Months({ t, language, currency, story }: StoryProps) {
  const money = (amount: string) => <Money language={language} amount={amount} />
  return (
    <Section title={t.funds.by_month}>
      <Table
        language={language}
        caption={t.funds.by_month}
        captionHidden
        narrow="scroll"
        rows={story.months}
        columns={[
          {
            key: 'month',
            label: t.parts.month,
            head: true,
            cell: ({ month }) => <Month language={language} month={month} />,
          },
          {
            key: 'in',
            label: t.funds.came_in,
            kind: 'figure',
            currency,
            cell: (row) => money(row.in),
          },
          {
            key: 'out',
            label: t.funds.went_out,
            kind: 'figure',
            currency,
            cell: (row) => money(row.out),
          },
          {
            key: 'closing',
            label: t.funds.closing,
            kind: 'figure',
            currency,
            cell: (row) => money(row.closing),
          },
        ]}
        totals={{
          in: money(story.total.in),
          out: money(story.total.out),
          closing: money(story.total.closing),
        }}
      />
    </Section>
  )
}
